package sink

import (
	"bytes"
	"testing"

	"github.com/parquet-go/parquet-go/encoding/rle"
)

// TestIndicesAreWrittenAlikeOnEveryProcessor fails where the processor's own code takes two runs
// of four for one of eight.
func TestIndicesAreWrittenAlikeOnEveryProcessor(t *testing.T) {
	indices := []int32{0, 1, 2, 3, 0, 1, 2, 3, 1, 1, 1, 1, 2, 2, 2, 2, 3, 2, 1, 0, 3, 2, 1, 0}
	got, err := new(rle.DictionaryEncoding).EncodeInt32(nil, indices)
	if err != nil {
		t.Fatal(err)
	}
	want := []byte{
		2,        // bits of an index
		3<<1 | 1, // one run of three times eight
		0xe4, 0xe4, 0x55, 0xaa, 0x1b, 0x1b,
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got %x, want %x", got, want)
	}
}
