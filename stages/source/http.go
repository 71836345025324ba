package source

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
)

// httpResponse is an HTTP response as a WARC record holds it.
type httpResponse struct {
	status      int
	contentType string
	encodings   []string // as they were put on, the last one outermost
	chunked     bool
	body        []byte
}

func parseHTTP(b []byte) (r httpResponse, ok bool) {
	for first := true; ; first = false {
		end := bytes.IndexByte(b, '\n')
		if end < 0 || end > headBytes {
			return r, false
		}
		line := bytes.TrimRight(b[:end], "\r")
		b = b[end+1:]
		if first {
			if !bytes.HasPrefix(line, []byte("HTTP/")) {
				return r, false
			}
			fields := bytes.Fields(line)
			if len(fields) < 2 {
				return r, false
			}
			if r.status, _ = strconv.Atoi(string(fields[1])); r.status == 0 {
				return r, false
			}
			continue
		}
		if len(line) == 0 {
			r.body = b
			return r, true
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		text := string(bytes.TrimSpace(value))
		switch strings.ToLower(string(bytes.TrimSpace(name))) {
		case "content-type":
			r.contentType = text
		case "content-encoding":
			for e := range strings.SplitSeq(strings.ToLower(text), ",") {
				if e = strings.TrimSpace(e); e != "" && e != "identity" && len(r.encodings) < 4 {
					r.encodings = append(r.encodings, e)
				}
			}
		case "transfer-encoding":
			r.chunked = strings.Contains(strings.ToLower(text), "chunked")
		}
	}
}

func (r *httpResponse) encoded() bool { return r.chunked || len(r.encodings) > 0 }

// decode takes the transfer and content encodings off, at most one byte past limit. Many crawlers
// store the decoded body and leave the header as it was; a body that is not in the encoding it
// names is taken as it stands.
func (r *httpResponse) decode(limit int64) (body []byte, code, what string) {
	body = r.body
	if r.chunked {
		body = unchunk(body)
	}
	for i := len(r.encodings) - 1; i >= 0; i-- {
		var stream io.Reader
		var err error
		in := bytes.NewReader(body)
		switch encoding := r.encodings[i]; {
		case (encoding == "gzip" || encoding == "x-gzip") && bytes.HasPrefix(body, []byte{0x1f, 0x8b}):
			stream, err = gzip.NewReader(in)
		case encoding == "deflate" && len(body) > 1 && body[0]&15 == 8 && (int(body[0])<<8|int(body[1]))%31 == 0:
			stream, err = zlib.NewReader(in)
		case encoding == "deflate" && !looksHTML(body):
			stream = flate.NewReader(in)
		case encoding == "br" && !looksHTML(body):
			stream = brotli.NewReader(in)
		case encoding == "zstd" && bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")):
			d, zerr := newZstd(in)
			if zerr == nil {
				defer d.Close()
			}
			stream, err = d, zerr
		default:
			continue
		}
		var decoded []byte
		if err == nil {
			decoded, err = readLimited(stream, nil, limit+1)
		}
		if err != nil {
			return nil, CodeBadHTTP, "its " + r.encodings[i] + " body is damaged or ends too early; crawl the page again"
		}
		body = decoded
	}
	return body, "", ""
}

// unchunk takes chunks apart. From the first one that is none on, the rest is left out; where not
// even the first is one, the body was stored without them.
func unchunk(b []byte) []byte {
	var out []byte
	rest := b
	for found := false; ; found = true {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		size, _, _ := bytes.Cut(rest[:end], []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 63)
		if err != nil || end == len(rest) {
			if !found && err != nil {
				return b
			}
			return out
		}
		rest = rest[end+1:]
		if n == 0 {
			return out
		}
		n = min(n, uint64(len(rest)))
		out = append(out, rest[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[n:], []byte("\r")), []byte("\n"))
	}
}
