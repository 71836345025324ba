package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// memberFile reads a compressed file member by member: gzip members or zstd frames.
type memberFile struct {
	disk   *diskReader
	closer io.Closer
	zstd   bool
	start  int64 // of the member that is read
	end    int64 // of a zstd frame, known beforehand from its block headers
	buffer *bufio.Reader
	gzip   *gzip.Reader
	frame  *zstd.Decoder
	dict   []byte
	looked bool // for the dictionary
	in     io.Reader
}

func openMembers(f File) (*memberFile, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	m := newMembers(&diskReader{ctx: context.Background(), file: file}, f.Compression)
	m.closer = file
	return m, nil
}

func newMembers(disk *diskReader, c Compression) *memberFile {
	return &memberFile{disk: disk, zstd: c == Zstd, start: disk.pos, end: disk.pos, buffer: bufio.NewReaderSize(disk, readBuffer)}
}

func (m *memberFile) close() {
	if m.frame != nil {
		m.frame.Close()
	}
	if m.closer != nil {
		m.closer.Close()
	}
}

// seek makes at the place of the next member.
func (m *memberFile) seek(at int64) {
	m.disk.pos, m.end = at, at
	m.buffer.Reset(m.disk)
}

// offset is where the next member begins, once this one is read to its end.
func (m *memberFile) offset() int64 {
	if m.zstd {
		return m.end
	}
	return m.disk.pos - int64(m.buffer.Buffered())
}

// next opens the member at offset. io.EOF says that there is none.
func (m *memberFile) next() error {
	m.start = m.offset()
	if m.zstd {
		return m.nextFrame()
	}
	if _, err := m.buffer.Peek(1); err != nil {
		return err
	}
	var err error
	if m.gzip == nil {
		m.gzip, err = gzip.NewReader(m.buffer)
	} else {
		err = m.gzip.Reset(m.buffer)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return err
	}
	m.gzip.Multistream(false)
	m.in = m.gzip
	return nil
}

func (m *memberFile) Read(p []byte) (int, error) { return m.in.Read(p) }

const dictionaryFrame = 0x184D2A5D // the frame of warc-zstd that holds the dictionary

func (m *memberFile) nextFrame() error {
	for {
		end, skip, err := frameEnd(m.disk.file, m.start)
		if err != nil {
			m.end = m.start
			return err
		}
		m.end = end
		if !skip {
			break
		}
		m.start = end
	}
	if m.frame == nil {
		m.readDictionary()
		var err error
		options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow)}
		if m.dict != nil {
			options = append(options, zstd.WithDecoderDicts(m.dict))
		}
		if m.frame, err = zstd.NewReader(nil, options...); err != nil {
			return err
		}
	}
	m.disk.pos = m.start
	m.in = m.frame
	return m.frame.Reset(io.LimitReader(m.disk, m.end-m.start))
}

// readDictionary reads the frame that a file begins with if all others hang on it, wherever reading starts.
func (m *memberFile) readDictionary() {
	var magic [4]byte
	if m.looked {
		return
	}
	m.looked = true
	if _, err := m.disk.file.ReadAt(magic[:], 0); err != nil || binary.LittleEndian.Uint32(magic[:]) != dictionaryFrame {
		return
	}
	end, _, err := frameEnd(m.disk.file, 0)
	if err != nil || end > 16<<20 {
		return
	}
	b := make([]byte, end)
	if _, err := m.disk.file.ReadAt(b, 0); err != nil || len(b) < 8 {
		return
	}
	b = b[8:]
	if bytes.HasPrefix(b, []byte("\x28\xb5\x2f\xfd")) { // it may be compressed itself
		d, err := newZstd(bytes.NewReader(b))
		if err != nil {
			return
		}
		defer d.Close()
		if b, err = readLimited(d, nil, 16<<20); err != nil {
			return
		}
	}
	if bytes.HasPrefix(b, []byte("\x37\xa4\x30\xec")) {
		m.dict = b
	}
}

// frameEnd finds the end of a zstd frame by its block headers, without decoding it (RFC 8878).
func frameEnd(file io.ReaderAt, start int64) (end int64, skip bool, err error) {
	b := make([]byte, zstd.HeaderMaxSize)
	n, err := file.ReadAt(b, start)
	if n == 0 {
		return 0, false, err
	}
	var h zstd.Header
	if err := h.Decode(b[:n]); err != nil {
		return 0, false, io.ErrUnexpectedEOF
	}
	if h.Skippable {
		return start + 8 + int64(h.SkippableSize), true, nil
	}
	at := start + int64(h.HeaderSize)
	for {
		if n, err := file.ReadAt(b[:3], at); n < 3 {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return 0, false, err
		}
		block := int64(b[0]) | int64(b[1])<<8 | int64(b[2])<<16
		size := block >> 3
		switch block >> 1 & 3 {
		case 1:
			size = 1 // one byte, repeated
		case 3:
			return 0, false, zstd.ErrReservedBlockType
		}
		at += 3 + size
		if block&1 != 0 {
			break
		}
	}
	if h.HasCheckSum {
		at += 4
	}
	return at, false, nil
}

// members reads a WARC with a member per record.
func (j *job) members(size int64) error {
	s := j.section
	m := newMembers(j.disk, s.File.Compression)
	defer m.close()
	reader := bufio.NewReaderSize(nil, 32<<10)
	found := false
	for {
		start := m.offset()
		if s.End >= 0 && start >= s.End {
			return nil
		}
		err := m.next()
		if err == io.EOF {
			if !found && s.Start == 0 {
				return j.fault(0, CodeEmpty, nil, "no record is in it; fetch it again")
			}
			return nil
		}
		start = m.start
		if err == nil && s.End >= 0 && start >= s.End { // behind a frame that is skipped
			return nil
		}
		var h warcHead
		extra := int64(0)
		if err == nil {
			reader.Reset(m)
			h, extra, err = j.member(reader, start)
			if j.disk.err != nil {
				return j.disk.err
			}
			var failed emitError
			if errors.As(err, &failed) {
				return failed.error
			}
			if errors.Is(err, errHead) { // the compression is whole, the record is not
				if _, drained := io.Copy(io.Discard, reader); drained != nil {
					err = drained
				}
			}
		}
		found = found || extra > 0 || err != nil
		if err == nil {
			continue
		}
		next := m.offset()
		if !errors.Is(err, errHead) {
			if next, err = m.findMember(start+1, size); err != nil {
				return err
			}
			m.seek(next)
			err = io.ErrUnexpectedEOF
		}
		code := CodeBadWARC
		if next == size && err == io.ErrUnexpectedEOF {
			code = CodeTruncated
		}
		fault := Fault{Record: h.id, URL: h.uri, Offset: start + extra, Code: code, Raw: j.stored(start)}
		if fail := j.faultOf(fault, "bytes %d to %d of the stored file are no whole record (damaged, cut short or of a false length); what follows is read", start, next); fail != nil {
			return fail
		}
	}
}

// emitError carries an error of emit past the errors of the data.
type emitError struct{ error }

// member reads the records of one member, mostly one. Further ones have offsets of one byte more
// each, so that keys stay apart.
func (j *job) member(r *bufio.Reader, start int64) (h warcHead, extra int64, err error) {
	for ; ; extra++ {
		if _, err = skipBlank(r); err == io.EOF {
			return h, extra, nil
		} else if err != nil {
			return h, extra, err
		}
		h, _, err = readHead(r)
		if err == io.ErrUnexpectedEOF {
			err = errHead
		}
		if err != nil {
			return h, extra, err
		}
		body, _, err := readContent(r, h.length, j.limits.PageBytes+headBytes)
		if err == io.ErrUnexpectedEOF {
			// The decompressor says the same where the member is cut; ask it once more.
			if _, again := r.ReadByte(); again == io.EOF {
				err = errHead
			}
		}
		if err != nil {
			return h, extra, err
		}
		after, err := r.Peek(64)
		if err != nil && err != io.EOF {
			return h, extra, err // the checksum is only read with the last byte
		}
		if !closes(after) {
			return h, extra, errHead
		}
		if err := j.warcRecord(&h, body, start+extra, extra == 0); err != nil {
			return h, extra, emitError{err}
		}
	}
}

// findMember scans for the next member that holds a record; size says that there is none.
func (m *memberFile) findMember(from, size int64) (int64, error) {
	disk, c := m.disk, Gzip
	if m.zstd {
		m.readDictionary()
		c = Zstd
	}
	magic := []byte{0x1f, 0x8b, 8}
	if c == Zstd {
		magic = []byte("\x28\xb5\x2f\xfd")
	}
	window := make([]byte, readBuffer)
	trial := diskReader{ctx: disk.ctx, file: disk.file}
	for from < size {
		n, err := disk.file.ReadAt(window, from)
		if err != nil && err != io.EOF {
			return 0, err
		}
		if err := disk.ctx.Err(); err != nil {
			return 0, err
		}
		at := bytes.Index(window[:n], magic)
		if at < 0 {
			if n < len(window) {
				return size, nil
			}
			from += int64(n - len(magic) + 1)
			continue
		}
		from += int64(at)
		trial.pos = from
		one := newMembers(&trial, c)
		one.dict, one.looked = m.dict, true
		first := make([]byte, 5)
		if one.next() == nil {
			if _, err := io.ReadFull(one, first); err == nil && string(first) == "WARC/" {
				one.close()
				return from, nil
			}
		}
		one.close()
		from++
	}
	return size, nil
}
