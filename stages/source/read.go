package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Limits bounds what one record may cost.
type Limits struct {
	PageBytes int64 // a page (decoded body) past this is a Fault "too_large"; never held in memory whole
}

// job is one call of [Read].
type job struct {
	ctx     context.Context
	section Section
	limits  Limits
	out     func(Item) error
	items   int
	disk    *diskReader
	start   int64 // of the section in the stored file
}

func (j *job) emit(item Item) error {
	if err := j.ctx.Err(); err != nil {
		return err
	}
	j.items++
	if j.disk != nil {
		item.Read = j.disk.pos - j.start
	}
	return j.out(item)
}

// Read streams the items of a section in order. What is wrong with the data is an item; an
// error is only what stops the run: the context, the error of emit, a disk that fails.
// A file that is gone or must not be read is an item too, of the code "unreadable".
func Read(ctx context.Context, s Section, lim Limits, emit func(Item) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if lim.PageBytes <= 0 {
		lim.PageBytes = 64 << 20
	}
	j := &job{ctx: ctx, section: s, limits: lim, out: emit}
	file, err := os.Open(s.File.Path)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		return j.fault(0, CodeUnreadable, nil, "%v; check that it exists and may be read", errors.Unwrap(err))
	} else if err != nil {
		return err
	}
	defer file.Close()
	j.disk = &diskReader{ctx: ctx, file: file}
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return j.fault(0, CodeEmpty, nil, "the file is empty; fetch it again")
	}
	if s.File.Format != ParquetFile { // there, Start counts row groups
		j.start = s.Start
	}
	switch s.File.Format {
	case WARCFile, WETFile:
		return j.warc(file, info.Size())
	case JSONLFile:
		return j.lines()
	case ParquetFile:
		return j.parquet(file, info.Size())
	case CoNLLUFile:
		return j.conllu()
	default:
		return j.onePage(info.Size())
	}
}

// diskReader remembers the error of the disk, so that it can be told from an error of the data
// that some decoder makes of it.
type diskReader struct {
	ctx  context.Context
	file io.ReaderAt
	pos  int64
	err  error
}

func (d *diskReader) Read(p []byte) (int, error) {
	if d.err == nil {
		d.err = d.ctx.Err()
	}
	if d.err != nil {
		return 0, d.err
	}
	n, err := d.file.ReadAt(p, d.pos)
	d.pos += int64(n)
	if err == io.EOF && n > 0 {
		err = nil
	}
	if err != nil && err != io.EOF {
		d.err = fmt.Errorf("read at byte %d: %w", d.pos, err)
		return n, d.err
	}
	return n, err
}

const (
	readBuffer = 256 << 10
	zstdWindow = 128 << 20 // a frame that asks for more memory than this is refused
)

// plain gives the decompressed stream. It is to be closed.
func (j *job) plain(c Compression) (io.ReadCloser, error) {
	r := bufio.NewReaderSize(j.disk, readBuffer)
	switch c {
	case Gzip:
		return gzip.NewReader(r)
	case Zstd:
		d, err := newZstd(r)
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	default:
		return io.NopCloser(r), nil
	}
}

func newZstd(r io.Reader) (*zstd.Decoder, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderMaxMemory(1<<62))
}

// damage names what is wrong with a compressed stream that failed with err.
func damage(c Compression, err error) (code, text string) {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return CodeTruncated, "the compressed data ends too early; fetch the file again"
	case c == Gzip:
		return CodeBadGzip, "not gzip or damaged (" + err.Error() + "); fetch the file again or correct its name"
	case c == Zstd:
		return CodeBadZstd, "not zstd or damaged (" + err.Error() + "); fetch the file again or correct its name"
	}
	return CodeTruncated, err.Error()
}

// stored gives the first bytes of the file as it lies on disk.
func (j *job) stored(from int64) []byte {
	raw := make([]byte, rawBytes)
	n, _ := j.disk.file.ReadAt(raw, from) // for the rejects only; a short one will do
	return raw[:n]
}

// onePage reads an HTML or a text file.
func (j *job) onePage(size int64) error {
	f := j.section.File
	r, err := j.plain(f.Compression)
	var body []byte
	if err == nil {
		defer r.Close()
		// One buffer of the right size for a plain file: pages are the bulk of what is read.
		if f.Compression == None && size <= j.limits.PageBytes {
			body = make([]byte, 0, size+1)
		}
		body, err = readLimited(r, body, j.limits.PageBytes+1)
	}
	if j.disk.err != nil {
		return j.disk.err
	}
	if err != nil {
		code, text := damage(f.Compression, err)
		return j.fault(0, code, j.stored(0), "%s", text)
	}
	if len(body) == 0 {
		return j.fault(0, CodeEmpty, nil, "nothing is in the compressed file; fetch it again")
	}
	if int64(len(body)) > j.limits.PageBytes {
		if f.Compression == None {
			return j.fault(0, CodeTooLarge, body, "the page has %d bytes, the limit is %d; raise the limit if it is one page", size, j.limits.PageBytes)
		}
		return j.fault(0, CodeTooLarge, body, "the page has more than %d bytes (%d compressed), the limit; raise it if it is one page", j.limits.PageBytes, size)
	}
	page := &Page{Path: f.Rel, Kind: HTML, Body: body}
	if f.Format == TextFile {
		page.Kind = Text
	}
	return j.page(page)
}

// page gives a page on unless it is binary noise.
func (j *job) page(p *Page) error {
	if what := noise(p.Body); what != "" {
		code, wanted := CodeNotHTML, "HTML"
		if p.Kind != HTML {
			code, wanted = CodeNotText, "text"
		}
		return j.faultOf(Fault{Record: p.Record, Offset: p.Offset, URL: p.URL, Code: code, Raw: head(p.Body)},
			"%s, not %s; leave it out or correct its name", what, wanted)
	}
	return j.emit(Item{Page: p})
}

// readLimited appends up to limit bytes of r to body.
func readLimited(r io.Reader, body []byte, limit int64) ([]byte, error) {
	for int64(len(body)) < limit {
		if len(body) == cap(body) {
			body = slices.Grow(body, max(512, int(min(int64(len(body)), limit-int64(len(body))))))
		}
		room := min(int64(cap(body)), limit)
		n, err := r.Read(body[len(body):room])
		body = body[:len(body)+n]
		if err == io.EOF {
			return body, nil
		} else if err != nil {
			return body, err
		}
	}
	return body, nil
}
