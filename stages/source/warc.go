package source

import (
	"bufio"
	"bytes"
	"io"
	"mime"
	"strings"
)

// A WARC file (ISO 28500) is a chain of records: a header with Content-Length, the content, two
// line ends. One wrong length breaks the chain, and in the files of large crawls some are wrong.
// So no length is believed before what follows the content looks like the end of a record; where it
// does not, everything up to the next line that begins a record is one gap, and one fault.
//
// Compressed files mostly have one gzip member or zstd frame per record. Then a damaged member
// costs that member; see members.go. In the others the whole file is one stream.

// layout says how a compressed WARC is put together.
type layout uint8

const (
	layoutUnknown layout = iota
	layoutStream         // records and members do not begin together
	layoutMembers        // one member per record
)

// probeBytes is how much of the first record probe decompresses.
const probeBytes = 1 << 20

// probe looks at the first member of a compressed WARC: it ends where the record does, or not.
func probe(f File) layout {
	if f.Format != WARCFile && f.Format != WETFile || f.Compression == None {
		return layoutUnknown
	}
	file, err := openMembers(f)
	if err != nil {
		return layoutStream
	}
	defer file.close()
	if err := file.next(); err != nil {
		return layoutMembers // damaged at once: only members can be found again
	}
	r := bufio.NewReader(file)
	head, _, err := readHead(r)
	if err != nil {
		return file.probeFurther(f.Size)
	}
	if head.length > probeBytes {
		return file.probeFurther(f.Size)
	}
	if _, err := io.CopyN(io.Discard, r, head.length); err != nil {
		return file.probeFurther(f.Size)
	}
	if _, err := skipBlank(r); err == io.EOF {
		return layoutMembers
	}
	if next, _ := r.Peek(5); string(next) == "WARC/" {
		return layoutStream
	}
	return file.probeFurther(f.Size)
}

// probeFurther tells the layout where the first record is damaged or large: by whether another
// member begins with a record.
func (m *memberFile) probeFurther(size int64) layout {
	size = min(size, 64*probeBytes)
	if at, err := m.findMember(1, size); err == nil && at == size {
		return layoutStream
	}
	return layoutMembers
}

// seekable tells whether a [Section] may start within the file: a plain WARC or WET, or one with a
// member per record.
func (f File) seekable() bool {
	if f.Format != WARCFile && f.Format != WETFile {
		return false
	}
	if f.Compression != None && f.layout == layoutUnknown {
		f.layout = probe(f)
	}
	return f.Compression == None || f.layout == layoutMembers
}

func (j *job) warc(file io.ReaderAt, size int64) error {
	f := j.section.File
	j.disk.pos = j.section.Start
	var err error
	switch {
	case f.Compression == None:
		err = j.records(bufio.NewReaderSize(j.disk, readBuffer), file, size)
	case f.seekable():
		err = j.members(size)
	default:
		stream, openErr := j.plain(f.Compression)
		if openErr != nil {
			code, text := damage(f.Compression, openErr)
			return j.fault(0, code, j.stored(0), "%s", text)
		}
		defer stream.Close()
		err = j.records(bufio.NewReaderSize(stream, readBuffer), nil, 0)
	}
	if j.disk.err != nil {
		return j.disk.err
	}
	return err
}

// maxRewinds bounds how often a compressed stream goes back into a record whose length was
// false. Beyond it gaps are longer, time stays linear.
const maxRewinds = 256

// records reads a chain of records that is not cut into members. For a plain file, file and size
// let a length be checked before it is used.
func (j *job) records(r *bufio.Reader, file io.ReaderAt, size int64) error {
	s := j.section
	pos, rewinds := s.Start, 0
	var raw []byte
	for found := false; ; found = true {
		n, err := skipBlank(r)
		pos += n
		if err == io.EOF {
			if !found && s.Start == 0 {
				return j.fault(0, CodeEmpty, nil, "no record is in it; fetch it again")
			}
			return nil
		} else if err != nil {
			code, text := damage(s.File.Compression, err)
			return j.fault(pos, code, nil, "%s; the records before are read", text)
		}
		if s.End >= 0 && pos >= s.End {
			return nil
		}
		start := pos
		raw = raw[:0]
		peek, _ := r.Peek(min(r.Size(), rawBytes))
		raw = append(raw, peek...)
		h, n, err := readHead(r)
		pos += n
		whole := err == nil
		var body []byte
		if whole && file != nil {
			whole = h.length <= size-pos && closes(bytesAt(file, pos+h.length))
		}
		if whole {
			body, n, err = readContent(r, h.length, j.limits.PageBytes+headBytes)
			pos += n
			if file == nil {
				after, _ := r.Peek(4 << 10)
				whole = err == nil && closes(after)
			}
		}
		if whole {
			if err := j.warcRecord(&h, body, start, file != nil); err != nil {
				return err
			}
			continue
		}
		cut := h.length >= 0 || err == io.ErrUnexpectedEOF
		// A stream that is cut says the same as a record that is; the next read tells them apart.
		if err == errHead || err == io.ErrUnexpectedEOF {
			err = nil
		}
		if at := bytes.Index(body, []byte("\nWARC/1.")); file == nil && err == nil && at >= 0 && rewinds < maxRewinds && int64(len(body)) == n {
			rewinds++
			pos -= int64(len(body) - at - 1)
			r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(body[at+1:]), r), readBuffer)
			cut = false
		} else if err == nil {
			var ended bool
			n, ended, err = nextRecord(r, body != nil)
			pos += n
			cut = cut && ended
		}
		code, what := CodeBadWARC, "are no whole record (damaged, or a false length); the next record is read"
		if cut {
			code, what = CodeTruncated, "are a record that ends too early; fetch the file again"
		}
		if err != nil {
			code, what = damage(s.File.Compression, err)
		}
		fault := Fault{Record: h.id, URL: h.uri, Offset: start, Code: code, Raw: head(raw)}
		if fail := j.faultOf(fault, "bytes %d to %d: %s", start, pos, what); fail != nil {
			return fail
		}
		if err != nil {
			return nil
		}
	}
}

// bytesAt gives what follows the content of a record.
func bytesAt(file io.ReaderAt, at int64) []byte {
	b := make([]byte, 64)
	n, _ := file.ReadAt(b, at) // the sequential reader will meet the same error and keep it
	return b[:n]
}

// readContent reads length bytes and keeps the first limit of them.
func readContent(r *bufio.Reader, length, limit int64) (body []byte, n int64, err error) {
	keep := min(length, limit)
	body, err = readLimited(r, memory(keep), keep)
	n = int64(len(body))
	if err != nil {
		return body, n, err
	}
	if n < keep {
		return body, n, io.ErrUnexpectedEOF
	}
	more, err := io.CopyN(io.Discard, r, length-keep)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return body, n + more, err
}

// nextRecord goes on to the next line that begins a record.
func nextRecord(r *bufio.Reader, inLine bool) (n int64, ended bool, err error) {
	for {
		if !inLine {
			if peek, _ := r.Peek(7); string(peek) == "WARC/1." || string(peek) == "WARC/0." {
				return n, false, nil
			}
		}
		part, err := r.ReadSlice('\n')
		n += int64(len(part))
		inLine = err == bufio.ErrBufferFull
		if err == io.EOF {
			return n, true, nil
		} else if err != nil && !inLine {
			return n, false, err
		}
	}
}

// warcRecord makes a page of a record that holds one. Requests, metadata, robots.txt, images and
// redirects are no pages and no faults; they are passed over. Apart says that a section may start at offset.
func (j *job) warcRecord(h *warcHead, content []byte, offset int64, apart bool) error {
	page := &Page{Path: j.section.File.Rel, Offset: offset, Apart: apart, Record: h.id, URL: h.uri, Given: Given{CrawledAt: h.date}, memory: content}
	kind, parameters, _ := mime.ParseMediaType(h.contentType)
	fault := Fault{Record: h.id, URL: h.uri, Offset: offset}
	size := h.length
	switch h.kind {
	case "conversion":
		if kind != "" && kind != "text/plain" {
			return nil
		}
		page.Kind, page.Body = Text, content
	case "resource", "response":
		if h.kind == "response" && (kind == "application/http" || kind == "" || !isHTML(kind)) {
			response, ok := parseHTTP(content)
			if !ok {
				return nil // dns: and other answers that are not HTTP
			}
			if response.status < 200 || response.status > 299 || response.status == 204 {
				return nil
			}
			content = response.body
			if kind, parameters, _ = mime.ParseMediaType(response.contentType); kind == "" {
				kind = strings.ToLower(strings.TrimSpace(strings.Split(response.contentType, ";")[0]))
			}
			if !isHTML(kind) && (kind != "" || !looksHTML(content) && !response.encoded()) {
				return nil
			}
			var code, what string
			if content, code, what = response.decode(j.limits.PageBytes); code != "" {
				fault.Code, fault.Raw = code, head(response.body)
				return j.faultOf(fault, "%s", what)
			}
			if response.encoded() {
				page.memory = nil // what it was decoded from is not kept beside it
			}
			if int64(len(content)) > j.limits.PageBytes {
				size = max(size, int64(len(content)))
			}
		}
		if !isHTML(kind) && (kind != "" || !looksHTML(content)) {
			return nil
		}
		page.Kind, page.Body, page.Charset = HTML, content, parameters["charset"]
	default:
		return nil
	}
	if len(page.Body) == 0 {
		fault.Code = CodeEmpty
		return j.faultOf(fault, "the record holds no content; crawl the page again")
	}
	if int64(len(page.Body)) > j.limits.PageBytes {
		fault.Code, fault.Raw = CodeTooLarge, head(page.Body)
		return j.faultOf(fault, "the page has %d bytes or more, the limit is %d; raise the limit if it is one page", size, j.limits.PageBytes)
	}
	return j.page(page)
}

func isHTML(kind string) bool { return kind == "text/html" || kind == "application/xhtml+xml" }

// looksHTML is the part of MIME sniffing that tells HTML, for pages that came without a type.
func looksHTML(b []byte) bool {
	b = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n\f"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div", "<!--"} {
		if bytes.HasPrefix(b, []byte(tag)) {
			return true
		}
	}
	return false
}
