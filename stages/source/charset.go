package source

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// UTF8 decodes the body to valid UTF-8. Name is the WHATWG name of the charset, origin tells where
// in the body a part of the result came from.
//
// The order is: byte order mark, the test for UTF-8 over the whole body, the HTTP header, the
// meta element, detection. The test comes before what is declared, because it is the one that does
// not lie: other charsets hardly ever give valid UTF-8 by accident, while declarations are often
// left over from a template or a server's default. A body that is UTF-8 but for a few bytes (cut in
// the middle of a character, one comment pasted from elsewhere) is UTF-8 with U+FFFD in these places.
//
// In HTML control characters become spaces of the same length, so that none gets into a table;
// text is left as it was given. The text of a treebank is made of its words.
func (p *Page) UTF8() (text []byte, name string, origin Origin) {
	body := p.Body
	if p.plain {
		return body, "utf-8", Origin{}
	}
	if p.Kind == CoNLLU {
		bank, fault := p.Treebank()
		if fault != nil {
			return nil, "utf-8", Nowhere
		}
		return []byte(bank.Text), "utf-8", Nowhere
	}
	if p.decoded {
		return p.clean(body), "utf-8", Origin{}
	}
	if rest, ok := bytes.CutPrefix(body, []byte("\xef\xbb\xbf")); ok {
		if utf8.Valid(rest) {
			return p.clean(rest), "utf-8", Origin{body: rest, mark: len(body) - len(rest)}
		}
		return p.repaired(rest, len(body)-len(rest))
	}
	if name := wide(body); name != "" {
		e, _ := charset.Lookup(name)
		whole := decode(e, body)
		text := bytes.TrimPrefix(whole, []byte("\uFEFF"))
		return p.clean(text), name, Origin{body: body, decoder: e, blank: len(whole) - len(text)}
	}
	declared, name := charset.Lookup(p.Charset)
	if declared == nil && p.Kind == HTML {
		declared, name = charset.Lookup(metaCharset(body))
	}
	if name == "utf-16le" || name == "utf-16be" || name == "replacement" || name == "x-user-defined" {
		declared, name = nil, "" // it would show zero bytes: what says so is itself in ASCII
	}
	good, bad := countUTF8(body)
	switch {
	case name == "iso-2022-jp" && bytes.IndexByte(body, 0x1b) >= 0:
		return p.clean(decode(declared, body)), name, Origin{body: body, decoder: declared}
	case bad == 0 && (good >= 4 || !multibyte[name] || good == 0):
		text := p.clean(body)
		p.plain = len(text) > 0 && &text[0] == &body[0]
		return text, "utf-8", Origin{}
	case good > 4*bad && !multibyte[name]:
		return p.repaired(body, 0)
	}
	if declared != nil && name != "utf-8" {
		text := decode(declared, body)
		if !multibyte[name] || bytes.Count(text, []byte("\uFFFD"))*50 <= utf8.RuneCount(text) {
			return p.clean(text), name, Origin{body: body, decoder: declared}
		}
	}
	e, name := detect(body)
	if name == "utf-8" {
		return p.repaired(body, 0)
	}
	return p.clean(decode(e, body)), name, Origin{body: body, decoder: e}
}

// repaired takes what stands behind a byte order mark of so many bytes for UTF-8, though some of it is not.
func (p *Page) repaired(body []byte, mark int) (text []byte, name string, origin Origin) {
	return p.clean(bytes.ToValidUTF8(body, []byte("\uFFFD"))), "utf-8", Origin{body: body, mark: mark, repaired: true}
}

// multibyte are the charsets of East Asia. Two of their bytes may look like UTF-8 in a short text.
var multibyte = map[string]bool{"gbk": true, "gb18030": true, "big5": true, "euc-jp": true, "shift_jis": true, "euc-kr": true, "iso-2022-jp": true}

func decode(e encoding.Encoding, body []byte) []byte {
	text, err := e.NewDecoder().Bytes(body)
	if err != nil || !utf8.Valid(text) {
		return bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	return text
}

// clean blanks the control characters of HTML. It copies only where there is one.
func (p *Page) clean(text []byte) []byte {
	if p.Kind != HTML {
		return text
	}
	copied := false
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			if w := binary.LittleEndian.Uint64(text[i:]); plainWord(w) || plainLines(w) {
				i += 8
				continue
			}
		}
		for end := min(i+8, len(text)); i < end; i++ {
			c := text[i]
			if c >= ' ' && c != 0x7f || c == '\t' || c == '\n' || c == '\r' || c == '\f' {
				continue
			}
			if !copied {
				text, copied = append([]byte(nil), text...), true
			}
			text[i] = ' '
		}
	}
	return text
}

// The high bit and the lowest one of each of eight bytes, to look at them in one go (Warren,
// Hacker's Delight, 2nd edition, 2012, 6-1).
const (
	highBits = 0x8080808080808080
	ones     = 0x0101010101010101
)

// plainWord says whether none of eight bytes is below a blank or 0x7f.
func plainWord(w uint64) bool {
	del := w ^ 0x7f*ones
	return ((w-' '*ones)&^w|(del-ones)&^del)&highBits == 0
}

// plainLines says the same where tabs and ends of lines are among them.
func plainLines(w uint64) bool {
	low := w &^ highBits
	from := func(c uint64) uint64 { return low + (0x80-c)*ones } // has the high bit of each byte that is c or above
	spaces := from('\t') &^ from('\r'+1) &^ (from('\v') &^ from('\v'+1))
	return (w|(from(' ')|spaces)&^from(0x7f))&highBits == highBits
}

// countUTF8 counts the characters beyond ASCII that are right, and the stretches that are not.
func countUTF8(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&highBits == 0 {
			i += 8
			continue
		}
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// detectBytes is how much of a body detection looks at, from the first byte beyond ASCII on.
const detectBytes = 64 << 10

// detect guesses among the charsets of the web, by the statistics of ICU.
func detect(body []byte) (encoding.Encoding, string) {
	for i, c := range body {
		if c >= utf8.RuneSelf {
			body = body[max(0, i-256):]
			break
		}
	}
	results, err := chardet.NewHtmlDetector().DetectAll(body[:min(len(body), detectBytes)])
	if err == nil {
		// They come in the order in which goroutines end: sort, ties by name.
		slices.SortFunc(results, func(a, b chardet.Result) int {
			return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
		})
		for _, r := range results {
			label := r.Charset
			if label == "GB-18030" {
				label = "gb18030"
			}
			if e, name := charset.Lookup(label); e != nil && r.Confidence >= 10 && name != "utf-16le" && name != "utf-16be" && name != "replacement" {
				return e, name
			}
		}
	}
	return charset.Lookup("windows-1252") // what the web takes where nothing is known
}
