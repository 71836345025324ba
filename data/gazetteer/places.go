package gazetteer

import (
	_ "embed" // the table
	"fmt"
	"sync"
	"unsafe"

	"github.com/klauspost/compress/zstd"
)

// PackedPlaces is places.tsv.zst: zstd of lines of name, kind, GeoNames id, country, region, latitude,
// longitude and people, sorted by name, then the most people first.
//
//go:embed places.tsv.zst
var PackedPlaces []byte

// Places is the table of places, unpacked once: 22 MB.
var Places = sync.OnceValue(func() string {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		panic(err) // the options are constant
	}
	defer decoder.Close()
	table, err := decoder.DecodeAll(PackedPlaces, nil)
	if err != nil {
		panic(fmt.Errorf("unpack the table of places: %w", err)) // a build with such a table fails its tests
	}
	return unsafe.String(unsafe.SliceData(table), len(table)) // nobody else holds it
})
