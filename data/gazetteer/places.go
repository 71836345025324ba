package gazetteer

import (
	_ "embed" // the table
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"sync"
	"unsafe"

	"github.com/klauspost/compress/zstd"
)

// PackedPlaces is places.tsv.zst: lines of name, kind, GeoNames id, country, region, latitude,
// longitude and people, sorted by name, then the most people first. They stand in parts, each a frame of zstd, all lines of a name in
// one; before these a frame that is skipped by decoders has, for each part, how many bytes it takes and the name that it begins with.
//
//go:embed places.tsv.zst
var PackedPlaces []byte

// A PlacesPart is some of the lines of the table of places.
type PlacesPart struct {
	First string        // the name that it begins with
	Lines func() string // unpacked when they are first asked for
}

// PlacesParts are the parts of the table, which are unpacked one by one as they are asked for: all of it takes 22 MB.
var PlacesParts = sync.OnceValue(func() []PlacesPart {
	parts, err := readParts(PackedPlaces)
	if err != nil {
		panic(fmt.Errorf("read the table of places: %w", err)) // a build with such a table fails its tests
	}
	return parts
})

// PartOf is the index of the part that has the lines of a name, if there are any.
func PartOf(name string) int {
	parts := PlacesParts()
	return max(0, sort.Search(len(parts), func(i int) bool { return parts[i].First > name })-1)
}

// Places is the whole table.
func Places() string {
	var all strings.Builder
	for _, part := range PlacesParts() {
		all.WriteString(part.Lines())
	}
	return all.String()
}

const (
	skippable  = 0x184D2A50 // RFC 8878, 3.1.2
	partBytes  = 320 << 10  // of a part, unpacked, or more
	headerSize = 8
)

func readParts(packed []byte) (parts []PlacesPart, err error) {
	if len(packed) < headerSize || binary.LittleEndian.Uint32(packed) != skippable || uint64(binary.LittleEndian.Uint32(packed[4:])) > uint64(len(packed)-headerSize) {
		return nil, fmt.Errorf("no list of parts in %d bytes", len(packed))
	}
	list, rest := packed[headerSize:headerSize+binary.LittleEndian.Uint32(packed[4:])], packed[headerSize+binary.LittleEndian.Uint32(packed[4:]):]
	for line := range strings.Lines(string(list)) {
		var size int
		first, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if _, err := fmt.Sscanf(line[len(first):], "\t%d", &size); err != nil || size < 0 || size > len(rest) {
			return nil, fmt.Errorf("the list of parts has %q", line)
		}
		frame := rest[:size]
		rest = rest[size:]
		parts = append(parts, PlacesPart{first, sync.OnceValue(func() string { return unpack(frame) })})
	}
	if len(rest) > 0 || len(parts) == 0 {
		return nil, fmt.Errorf("%d bytes behind %d parts", len(rest), len(parts))
	}
	return parts, nil
}

func unpack(frame []byte) string {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		panic(err) // the options are constant
	}
	defer decoder.Close()
	lines, err := decoder.DecodeAll(frame, nil)
	if err != nil {
		panic(fmt.Errorf("unpack places: %w", err)) // a build with such a table fails its tests
	}
	return unsafe.String(unsafe.SliceData(lines), len(lines)) // nobody else holds them
}

// PackPlaces packs the lines of the table; pack makes a frame of zstd.
func PackPlaces(table string, pack func([]byte) []byte) []byte {
	var list, frames []byte
	for table != "" {
		end := min(partBytes, len(table))
		for last := ""; end < len(table); { // to the end of the lines of a name
			from := strings.LastIndexByte(table[:end], '\n') + 1
			name, _, _ := strings.Cut(table[from:], "\t")
			if last != "" && name != last {
				end = from
				break
			}
			last = name
			end = from + strings.IndexByte(table[from:], '\n') + 1
			if end < len(table) {
				end += strings.IndexByte(table[end:], '\n') // into the next line
			}
		}
		first, _, _ := strings.Cut(table, "\t")
		frame := pack([]byte(table[:end]))
		list = fmt.Appendf(list, "%s\t%d\n", first, len(frame))
		frames = append(frames, frame...)
		table = table[end:]
	}
	packed := binary.LittleEndian.AppendUint32(nil, skippable)
	packed = binary.LittleEndian.AppendUint32(packed, uint32(len(list)))
	return append(append(packed, list...), frames...)
}
