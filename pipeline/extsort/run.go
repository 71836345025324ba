package extsort

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/zeebo/xxh3"
)

// A run is a file: per record its length as a varint and its bytes; then a length of 0 with
// the flag bit set, the number of records and the XXH3 of all that stands before.
//
// Lengths are written as length<<1, so that the last one, 1, can be told from an empty record.

const (
	readBuffer  = 64 << 10
	writeBuffer = 256 << 10
	endMark     = 1
)

// ErrDamaged says that a run is not whole.
var ErrDamaged = errors.New("the run is damaged")

// writeRun writes records, which must be sorted. A run that is to last is made safe on disk
// before it gets its name.
func writeRun(path string, records iter.Seq2[[]byte, error], lasting bool) (err error) {
	temp := path + ".tmp"
	f, err := os.Create(temp)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(temp)
			err = fmt.Errorf("write run %s: %w", path, err)
		}
	}()
	out := bufio.NewWriterSize(f, writeBuffer)
	sum := xxh3.New()
	var head []byte
	n := uint64(0)
	write := func(part []byte) error {
		sum.Write(part) // never fails
		_, err := out.Write(part)
		return err
	}
	for record, failed := range records {
		if failed != nil {
			return failed
		}
		head = binary.AppendUvarint(head[:0], uint64(len(record))<<1)
		if err := write(head); err != nil {
			return err
		}
		if err := write(record); err != nil {
			return err
		}
		n++
	}
	head = binary.AppendUvarint(append(head[:0], endMark), n)
	if err := write(head); err != nil {
		return err
	}
	if _, err := out.Write(binary.BigEndian.AppendUint64(nil, sum.Sum64())); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if lasting {
		if err := f.Sync(); err != nil {
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(temp, path)
}

// runReader gives the records of one run.
type runReader struct {
	path   string
	file   *os.File
	in     *bufio.Reader
	record []byte
	n      uint64
}

func openRun(path string) (*runReader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &runReader{path: path, file: f, in: bufio.NewReaderSize(f, readBuffer)}, nil
}

// next reads the next record; io.EOF says that the run ended as it should.
func (r *runReader) next() error {
	length, err := binary.ReadUvarint(r.in)
	if err != nil {
		return r.damaged(err)
	}
	if length == endMark {
		n, err := binary.ReadUvarint(r.in)
		if err != nil || n != r.n {
			return r.damaged(err)
		}
		return io.EOF
	}
	size := length >> 1
	if length&1 != 0 || size > 1<<31 {
		return r.damaged(nil)
	}
	if uint64(cap(r.record)) < size {
		r.record = make([]byte, size)
	}
	r.record = r.record[:size]
	if _, err := io.ReadFull(r.in, r.record); err != nil {
		return r.damaged(err)
	}
	r.n++
	return nil
}

func (r *runReader) damaged(cause error) error {
	if cause == nil || cause == io.EOF || cause == io.ErrUnexpectedEOF {
		return fmt.Errorf("%s: %w after record %d", r.path, ErrDamaged, r.n)
	}
	return fmt.Errorf("%s: %w", r.path, cause)
}

// Check reads a whole run and compares its checksum. The error is ErrDamaged, or the disk's.
func Check(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	const sumSize = 8
	if info.Size() < sumSize {
		return fmt.Errorf("%s: %w", path, ErrDamaged)
	}
	sum := xxh3.New()
	if _, err := io.CopyN(sum, f, info.Size()-sumSize); err != nil {
		return err
	}
	var want [sumSize]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return err
	}
	if sum.Sum64() != binary.BigEndian.Uint64(want[:]) {
		return fmt.Errorf("%s: %w", path, ErrDamaged)
	}
	return nil
}
