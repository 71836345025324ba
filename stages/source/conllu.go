package source

import (
	"bufio"
	"bytes"
	"io"
	"path"
	"strings"
)

// conllu reads a treebank in CoNLL-U: a page for each document, which begins with the comments
// that a "# newdoc" stands among. What stands before the first is a document without an id, if
// there are words in it. The lines themselves are not looked into here: [Page.Treebank] does.
func (j *job) conllu() error {
	stream, err := j.plain(j.section.File.Compression)
	if err != nil {
		if j.disk.err != nil {
			return j.disk.err
		}
		code, text := damage(j.section.File.Compression, err)
		return j.fault(0, code, j.stored(0), "%s", text)
	}
	defer stream.Close()
	reader := bufio.NewReaderSize(stream, readBuffer)
	var d documents
	d.most = j.limits.PageBytes + 1
	pos := int64(0) // in the decompressed stream
	for begins := true; ; {
		part, err := reader.ReadSlice('\n')
		if begins && len(part) > 0 {
			if fail := d.line(j, part, pos); fail != nil {
				return fail
			}
		}
		d.add(part)
		pos += int64(len(part))
		begins = err == nil
		switch {
		case err == nil:
		case err == bufio.ErrBufferFull:
			if ctxErr := j.ctx.Err(); ctxErr != nil {
				return ctxErr
			}
		case j.disk.err != nil:
			return j.disk.err
		case err != io.EOF:
			code, text := damage(j.section.File.Compression, err)
			return j.fault(d.start, code, d.body.kept, "%s; the documents before are read", text)
		default:
			d.join()
			if fail := d.end(j); fail != nil {
				return fail
			}
			if j.items == 0 {
				return j.fault(0, CodeEmpty, nil, "no word is in it; fetch it again")
			}
			return nil
		}
	}
}

// documents cuts a stream of lines into documents. Comments wait until it is known whether they
// belong to the document before them or begin another.
type documents struct {
	most     int64
	body     stretch // of the document so far, comments that wait left out
	start    int64   // where the document begins
	id       string
	named    bool // a "# newdoc" began it
	words    bool // some line of it is neither empty nor a comment
	comments stretch
	waiting  bool  // in comments
	from     int64 // where they begin
	newdoc   bool  // one of them is a "# newdoc"
}

// line takes note of the line that begins with part, at a place in the stream, before its bytes
// are added.
func (d *documents) line(j *job, part []byte, at int64) error {
	if at == 0 {
		part = bytes.TrimPrefix(part, byteOrderMark)
	}
	comment, is := bytes.CutPrefix(part, []byte{'#'})
	if !is {
		d.join()
		d.words = d.words || len(bytes.TrimRight(part, "\r\n")) > 0
		return nil
	}
	if !d.waiting {
		d.waiting, d.from = true, at
	}
	key, value, _ := bytes.Cut(comment, []byte{'='})
	if key = bytes.TrimSpace(key); !bytes.Equal(key, []byte("newdoc")) && !bytes.HasPrefix(key, []byte("newdoc ")) {
		return nil
	}
	if d.newdoc { // two in a row: nothing is in the first
		d.join()
		d.waiting, d.from = true, at
	}
	if err := d.end(j); err != nil {
		return err
	}
	d.start, d.named, d.newdoc = d.from, true, true
	d.id = string(bytes.ToValidUTF8(bytes.TrimSpace(value), []byte("\uFFFD")))
	return nil
}

// add takes bytes to where they belong.
func (d *documents) add(part []byte) {
	if d.waiting {
		d.comments.add(part, d.most)
	} else {
		d.body.add(part, d.most)
	}
}

// join adds the comments that wait to the document.
func (d *documents) join() {
	d.body.add(d.comments.kept, d.most)
	d.body.length += d.comments.length - int64(len(d.comments.kept))
	d.comments = stretch{kept: d.comments.kept[:0]}
	d.waiting, d.newdoc = false, false
}

// end gives the document on and makes ready for the next.
func (d *documents) end(j *job) error {
	body := d.body
	d.body = stretch{} // the page keeps its bytes
	page := Page{Path: j.section.File.Rel, Offset: d.start, Record: d.id, Kind: CoNLLU, Body: body.kept, keyed: true}
	page.Given.Language = languageOfTreebank(page.Path)
	words, named := d.words, d.named
	d.words, d.named, d.id, d.start = false, false, "", d.from
	fault := Fault{Record: page.Record, Offset: page.Offset, Raw: head(body.kept)}
	switch {
	case words && body.length < d.most:
		return j.page(&page)
	case words:
		fault.Code = CodeTooLarge
		return j.faultOf(fault, "the document has %d bytes, the limit of a page is %d; part it by \"# newdoc\" lines, or raise the limit if it is one text", body.length, d.most-1)
	case named:
		fault.Code = CodeEmpty
		return j.faultOf(fault, "no word is in the document; leave it out or fetch it again")
	}
	return nil // comments at the head of the file
}

// languageOfTreebank reads the language off the name of a treebank's file, as Universal Dependencies
// names them (en_ewt-ud-train.conllu), "" where it has another name.
func languageOfTreebank(file string) string {
	code, _, found := strings.Cut(path.Base(file), "_")
	if !found || len(code) < 2 || len(code) > 3 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return code
}

// stretch is a run of bytes of which only so many are kept.
type stretch struct {
	kept   []byte
	length int64
}

func (s *stretch) add(part []byte, most int64) {
	s.length += int64(len(part))
	if room := most - int64(len(s.kept)); room > 0 {
		s.kept = append(s.kept, part[:min(int64(len(part)), room)]...)
	}
}
