package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// lineSlack is what a line may hold beside its page.
const lineSlack = 64 << 10

// lines reads JSON Lines. A line is held in memory up to twice the limit of a page, since JSON
// escapes take up to two bytes for one; what is longer is measured and passed over.
func (j *job) lines() error {
	s := j.section
	j.disk.pos = s.Start
	pos := s.Start // in the decompressed stream
	stream, err := j.plain(s.File.Compression)
	if err != nil {
		if j.disk.err != nil {
			return j.disk.err
		}
		code, text := damage(s.File.Compression, err)
		return j.fault(0, code, j.stored(0), "%s", text)
	}
	defer stream.Close()
	reader := bufio.NewReaderSize(stream, readBuffer)
	longest := 2*j.limits.PageBytes + lineSlack
	var line []byte
	for err == nil && (s.End < 0 || pos < s.End) {
		start, length := pos, int64(0)
		line = line[:0]
		for {
			var part []byte
			part, err = reader.ReadSlice('\n')
			length += int64(len(part))
			if room := longest - int64(len(line)); room > 0 {
				line = append(line, part[:min(int64(len(part)), room)]...)
			}
			if err != bufio.ErrBufferFull {
				break
			}
			if ctxErr := j.ctx.Err(); ctxErr != nil {
				return ctxErr
			}
		}
		pos += length
		if j.disk.err != nil {
			return j.disk.err
		}
		if err != nil && err != io.EOF {
			code, text := damage(s.File.Compression, err)
			return j.fault(start, code, line, "%s; the lines before are read", text)
		}
		if start == 0 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if length > longest {
			if fail := j.fault(start, CodeTooLarge, line, "the line has %d bytes, the limit of a page is %d; raise the limit if it is one page", length, j.limits.PageBytes); fail != nil {
				return fail
			}
		} else if content := bytes.TrimSpace(line); len(content) > 0 {
			if fail := j.line(content, start); fail != nil {
				return fail
			}
		}
		if cap(line) > 8<<20 {
			line = nil // one giant must not stay for the rest of the file
		}
	}
	if j.items == 0 && s.Start == 0 && s.End < 0 {
		return j.fault(0, CodeEmpty, nil, "no line in it holds anything; fetch it again")
	}
	return nil
}

func (j *job) line(line []byte, offset int64) error {
	if !json.Valid(line) {
		var value json.RawMessage
		err := json.Unmarshal(line, &value)
		at := offset
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at += max(syntax.Offset-1, 0)
		}
		return j.fault(offset, CodeBadJSON, line, "broken JSON at byte %d: %v; write one object per line", at, err)
	}
	if line[0] != '{' {
		return j.fault(offset, CodeBadJSON, line, "the line is no JSON object; write one object per line")
	}
	var r record
	var problem *fieldError
	objectFields(line, func(key, value []byte) {
		if problem == nil {
			problem = r.json(key, value)
		}
	})
	return j.record(&r, problem, offset, line)
}

// record gives on what a line or a row holds.
func (j *job) record(r *record, problem *fieldError, offset int64, raw []byte) error {
	fault := Fault{Record: r.id, URL: r.url, Offset: offset, Raw: head(raw)}
	if problem != nil {
		fault.Code = CodeBadType
		return j.faultOf(fault, "%s is %s, wanted is %s; correct the field or leave it out", problem.field, problem.found, problem.wanted)
	}
	page := &Page{Path: j.section.File.Rel, Offset: offset, Record: r.id, URL: r.url, Given: r.given, keyed: true, decoded: true}
	switch {
	case len(r.html) > 0 && len(r.text) > 0:
		fault.Code = CodeAmbiguous
		return j.faultOf(fault, "it has both html and text; give one of them")
	case len(r.html) > 0:
		page.Kind, page.Body = HTML, r.html
	case len(r.text) > 0:
		page.Kind, page.Body = Text, r.text
	default:
		fault.Code = CodeNoContent
		return j.faultOf(fault, "neither html nor text is in it; give one of them")
	}
	if int64(len(page.Body)) > j.limits.PageBytes {
		fault.Code = CodeTooLarge
		return j.faultOf(fault, "the page has %d bytes, the limit is %d; raise the limit if it is one page", len(page.Body), j.limits.PageBytes)
	}
	return j.emit(Item{Page: page})
}
