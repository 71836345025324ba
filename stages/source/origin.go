package source

import (
	"errors"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// Origin finds where in the body of a page the parts of its text came from. The zero Origin is of
// a text that is its body.
type Origin struct {
	body     []byte // behind the byte order mark
	mark     int    // bytes of that
	blank    int    // bytes at the start of what was decoded that are not in the text
	decoder  encoding.Encoding
	repaired bool // bytes that are no UTF-8 became U+FFFD
	made     bool // the text was made of what the page holds
}

// Nowhere is the origin of a text that no stretch of the body gives.
var Nowhere = Origin{made: true}

// Known says whether the parts of the text have places in the body.
func (o *Origin) Known() bool { return !o.made }

// Same says that offsets into the text are offsets into the body.
func (o *Origin) Same() bool { return o.mark == 0 && o.decoder == nil && !o.repaired && !o.made }

// Places turns offsets into the text, each the start of a character or the end of the text, into
// those of the body, in place. The origin must be known.
func (o *Origin) Places(offsets []int) {
	if o.Same() {
		return
	}
	order := make([]int, len(offsets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return offsets[a] - offsets[b] })
	next := o.skip
	switch {
	case o.repaired:
		next = o.skipRepaired
	case o.decoder != nil:
		next = o.decoding()
	}
	text, raw := 0, 0
	for _, i := range order {
		text, raw = next(offsets[i]+o.blank, text, raw)
		offsets[i] = raw + o.mark
	}
}

// skip, like the others, goes on from a place in text and body to the one that is wanted.
func (o *Origin) skip(want, _, _ int) (text, raw int) { return want, want }

func (o *Origin) skipRepaired(want, text, raw int) (int, int) {
	for text < want && raw < len(o.body) {
		r, n := utf8.DecodeRune(o.body[raw:])
		if r != utf8.RuneError || n > 1 {
			text, raw = text+n, raw+n
			continue
		}
		for n == 1 && r == utf8.RuneError && raw < len(o.body) { // a run of them became one
			raw++
			r, n = utf8.DecodeRune(o.body[raw:])
		}
		text += len("\uFFFD")
	}
	return text, raw
}

// decoding decodes the body again, into room for no more than what is wanted.
func (o *Origin) decoding() func(want, text, raw int) (int, int) {
	decoder := o.decoder.NewDecoder()
	var buffer [4 << 10]byte
	return func(want, text, raw int) (int, int) {
		for text < want {
			n, used, err := decoder.Transform(buffer[:min(want-text, len(buffer))], o.body[raw:], true)
			text, raw = text+n, raw+used
			if n == 0 && used == 0 || !errors.Is(err, transform.ErrShortDst) {
				break
			}
		}
		return text, raw
	}
}
