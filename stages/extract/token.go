package extract

import (
	"bytes"

	"golang.org/x/net/html"
)

// A tokenizer splits a page as the HTML standard's tokenizer does, without copying it:
// every token is a place in the page, which is what makes raw offsets exact.
type tokenizer struct {
	page  []byte
	at    int
	name  [32]byte // the lower-case name of the tag; longer names are cut
	attrs []attr
	raw   bool // the tag before opened an element whose content is no markup
	rawOf string
}

type attr struct {
	name, value []byte // name as in the page; value with its references
}

type kind uint8

const (
	endOfPage kind = iota
	textToken
	rawToken // content of script, style and their like
	openToken
	closeToken
	commentToken
)

type token struct {
	kind       kind
	start, end int
	name       []byte // of a tag, lower case, valid until the next token
	closed     bool   // <x/>
}

func (z *tokenizer) next() token {
	page := z.page
	start := z.at
	if start >= len(page) {
		return token{kind: endOfPage, start: start, end: start}
	}
	if z.raw {
		z.raw = false
		z.at = rawEnd(page, start, z.rawOf)
		if z.at > start {
			return token{kind: rawToken, start: start, end: z.at}
		}
	}
	i := start
	for {
		n := bytes.IndexByte(page[i:], '<')
		if n < 0 || i+n+1 >= len(page) {
			i = len(page)
			break
		}
		i += n
		if c := page[i+1]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			break
		}
		i++
	}
	if i > start {
		z.at = i
		return token{kind: textToken, start: start, end: i}
	}
	switch c := page[start+1]; {
	case c == '!' || c == '?':
		return z.comment(start)
	case c == '/':
		if start+2 >= len(page) || !isLetter(page[start+2]) {
			return z.comment(start)
		}
		return z.tag(start, start+2, closeToken)
	default:
		return z.tag(start, start+1, openToken)
	}
}

func (z *tokenizer) comment(start int) token {
	page := z.page
	end := len(page)
	if rest := page[start:]; bytes.HasPrefix(rest, []byte("<!--")) {
		switch {
		case bytes.HasPrefix(rest, []byte("<!-->")):
			end = start + 5
		case bytes.HasPrefix(rest, []byte("<!--->")):
			end = start + 6
		default:
			if n := bytes.Index(rest[4:], []byte("-->")); n >= 0 {
				end = start + 4 + n + 3
			}
		}
	} else if n := bytes.IndexByte(rest, '>'); n >= 0 {
		end = start + n + 1
	}
	z.at = end
	return token{kind: commentToken, start: start, end: end}
}

func (z *tokenizer) tag(start, i int, k kind) token {
	page := z.page
	size := 0
	for i < len(page) && !isSpace(page[i]) && page[i] != '>' && page[i] != '/' {
		if size < len(z.name) {
			z.name[size] = lower(page[i])
			size++
		}
		i++
	}
	t := token{kind: k, start: start, name: z.name[:size]}
	z.attrs = z.attrs[:0]
	for i < len(page) && page[i] != '>' {
		if isSpace(page[i]) || page[i] == '/' {
			t.closed = page[i] == '/'
			i++
			continue
		}
		t.closed = false
		begin := i
		i++ // a leading = belongs to the name
		for i < len(page) && !isSpace(page[i]) && page[i] != '>' && page[i] != '/' && page[i] != '=' {
			i++
		}
		a := attr{name: page[begin:i]}
		for i < len(page) && isSpace(page[i]) {
			i++
		}
		if i < len(page) && page[i] == '=' {
			a.value, i = value(page, i+1)
		}
		z.attrs = append(z.attrs, a)
	}
	z.at = min(i+1, len(page))
	t.end = z.at
	if k == openToken {
		switch string(t.name) {
		case "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp":
			z.raw, z.rawOf = true, string(t.name)
		}
	}
	return t
}

func value(page []byte, i int) ([]byte, int) {
	for i < len(page) && isSpace(page[i]) {
		i++
	}
	if i >= len(page) {
		return nil, i
	}
	if q := page[i]; q == '"' || q == '\'' {
		i++
		n := bytes.IndexByte(page[i:], q)
		if n < 0 {
			return page[i:], len(page)
		}
		return page[i : i+n], i + n + 1
	}
	begin := i
	for i < len(page) && !isSpace(page[i]) && page[i] != '>' {
		i++
	}
	return page[begin:i], i
}

// rawEnd finds the end tag of a raw element; an element that is never closed runs to the end.
func rawEnd(page []byte, i int, name string) int {
	for {
		n := bytes.Index(page[i:], []byte("</"))
		if n < 0 {
			return len(page)
		}
		i += n
		if after := i + 2 + len(name); after <= len(page) && bytes.EqualFold(page[i+2:after], []byte(name)) &&
			(after == len(page) || isSpace(page[after]) || page[after] == '>' || page[after] == '/') {
			return i
		}
		i += 2
	}
}

// decode gives text with its character references resolved.
func decode(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return text
	}
	return []byte(html.UnescapeString(string(text)))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isSpace(c byte) bool  { return c == ' ' || c >= '\t' && c <= '\r' && c != '\v' }

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 0x20
	}
	return c
}
