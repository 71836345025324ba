package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// warcHead is what a record says of itself.
type warcHead struct {
	kind, id, uri, contentType string
	date                       time.Time
	length                     int64
}

// headBytes bounds the header of a record, and of the HTTP response in it.
const headBytes = 64 << 10

var errHead = errors.New("no record header")

// readHead reads a record header; n is how many bytes it took, also where it fails.
func readHead(r *bufio.Reader) (h warcHead, n int64, err error) {
	h.length = -1
	for first := true; ; first = false {
		line, err := r.ReadSlice('\n')
		n += int64(len(line))
		if err == bufio.ErrBufferFull || n > headBytes {
			return h, n, errHead
		} else if err == io.EOF {
			return h, n, io.ErrUnexpectedEOF
		} else if err != nil {
			return h, n, err
		}
		line = bytes.TrimRight(line, "\r\n")
		if first {
			if !bytes.HasPrefix(line, []byte("WARC/")) {
				return h, n, errHead
			}
			continue
		}
		if len(line) == 0 {
			break
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			continue // a folded line, or noise that does not matter
		}
		h.set(strings.ToLower(string(bytes.TrimSpace(name))), string(bytes.ToValidUTF8(bytes.TrimSpace(value), []byte("\uFFFD"))))
	}
	if h.length < 0 {
		return h, n, errHead
	}
	return h, n, nil
}

func (h *warcHead) set(name, value string) {
	switch name {
	case "warc-type":
		h.kind = strings.ToLower(value)
	case "warc-record-id":
		h.id = strings.Trim(value, "<>")
	case "warc-target-uri":
		h.uri = strings.Trim(value, "<>")
	case "content-type":
		h.contentType = value
	case "warc-date":
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			h.date = at.UTC()
		}
	case "content-length":
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && n >= 0 && n < 1<<62 {
			h.length = n
		}
	}
}

// skipBlank passes the empty lines between records.
func skipBlank(r *bufio.Reader) (n int64, err error) {
	for {
		c, err := r.ReadByte()
		if err != nil {
			return n, err
		}
		if c != '\r' && c != '\n' {
			return n, r.UnreadByte()
		}
		n++
	}
}

// closes tells whether a record may end before next, the bytes that follow its content: the two
// line ends of the standard, or, from writers that forget them, the next record or the end.
func closes(next []byte) bool {
	rest := bytes.TrimLeft(next, "\r\n")
	return len(rest) == 0 || bytes.HasPrefix(next, []byte("\r\n\r\n")) || bytes.HasPrefix(rest, []byte("WARC/"))
}
