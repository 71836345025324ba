package linear

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// maxPacked bounds what a packed model may become.
const maxPacked = 256 << 20

// Pack compresses stored models: most of their weights are 0.
func Pack(stored []byte) []byte {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are constant
	}
	return encoder.EncodeAll(stored, nil)
}

// Unpack gives what Pack took.
func Unpack(packed []byte) ([]byte, error) {
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPacked))
	if err != nil {
		return nil, fmt.Errorf("unpack model: %w", err)
	}
	defer decoder.Close()
	stored, err := decoder.DecodeAll(packed, space(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack model of %d bytes: %w", len(packed), err)
	}
	return stored, nil
}

// space gives memory for what packed becomes, none where that is not told or too much.
func space(packed []byte) []byte {
	var header zstd.Header
	if header.Decode(packed) != nil || !header.HasFCS || header.FrameContentSize > maxPacked {
		return nil
	}
	memory := make([]byte, header.FrameContentSize)
	AdviseHuge(memory)
	return memory[:0]
}
