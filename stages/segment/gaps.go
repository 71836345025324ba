package segment

import (
	"math/bits"

	"github.com/newsmill/newsmill/stages/segment/token"
)

// reader looks over a whole text of English before its sentences are told apart.
type reader struct {
	text   string
	tokens []token.Token
	looks  []look
	lines  []line

	small  filter // words that stand in small letters somewhere
	inside filter // words with a capital in mid-sentence, abbreviations that went on
	style  uint32 // of the document

	// Of the sentence that is being read.
	first  int // its first token
	quotes int // open quotation marks
	depth  int // open brackets
	verbs  uint32
	item   enumerator // that it begins with

	words filter // common words, of the model

	features [count]uint32
}

// line is a line that is not blank: its tokens and the paragraph it stands in.
type line struct {
	first, last int
	paragraph   int
	stops       int  // marks that may end a sentence
	loud        bool // all in capitals
}

// filter is a set of hashes that may hold a few more than were put in.
type filter []uint64

func newFilter(n int) filter {
	return make(filter, 1<<bits.Len(uint(max(n, 64))/8))
}

func (f filter) add(hash uint32) {
	i, bit := f.place(hash)
	f[i] |= bit
}

// place is the bit of a hash.
func (f filter) place(hash uint32) (int, uint64) {
	h := hash * 2654435769
	return int(h>>6) & (len(f) - 1), 1 << (h & 63)
}

func (f filter) has(hash uint32) bool {
	i, bit := f.place(hash)
	return f[i]&bit != 0
}

// read looks at every token.
func (r *reader) read() {
	r.looks = make([]look, len(r.tokens)+1)
	r.small, r.inside = newFilter(len(r.tokens)), newFilter(len(r.tokens))
	var after, starts, ends, lowI, words, upper int // what the style is counted from
	for n := range r.lines {
		l := &r.lines[n]
		spoken, shouted := words, upper
		for i := l.first; i < l.last; i++ {
			k := lookAt(r.text, r.tokens[i])
			k.glued = i > l.first && r.tokens[i].Start == r.tokens[i-1].End
			if k.class >= openQuote && k.class <= closeSingle {
				r.turn(l, i, &k)
			}
			r.looks[i] = k
			before := edge
			if i > l.first {
				before = r.looks[i-1].class
			}
			if k.class == stop && (before == stop || before == ellipsis) && !k.glued {
				k.class, r.looks[i].class, r.looks[i-1].class = ellipsis, ellipsis, ellipsis // ". . ."
			}
			switch k.class {
			case stop, cry, ellipsis:
				l.stops++
			case smallWord:
				r.small.add(k.hash)
				words++
				if k.size == 1 && r.text[r.tokens[i].Start] == 'i' {
					lowI++
				}
				if before == stop || before == cry {
					starts++
				}
			case capitalWord, capitals:
				words++
				if k.class == capitals {
					upper++
				}
				if before == smallWord || before == comma {
					r.inside.add(k.hash)
				}
			}
			if before == stop || before == cry {
				after++
			}
			if before >= shortened && before <= initials && (k.class == smallWord || k.class == comma) {
				r.inside.add(r.looks[i-1].hash)
			}
		}
		l.loud = words-spoken > 2 && (upper-shouted)*4 > (words-spoken)*3
		if l.last > l.first {
			if c := r.looks[l.last-1].class; c == stop || c == cry || c == closeQuote || c == shut {
				ends++
			}
		}
	}
	r.style = share(starts, after) | share(ends, len(r.lines))<<3 | share(upper, words)<<6
	if lowI > 0 {
		r.style |= 1 << 9
	}
}

// fewest is how many there must be for a share to say anything.
const fewest = 1

// turn makes a quotation mark that does not tell on which side it stands an opening one where a
// word follows it at once and none stands before it, and makes all of a kind alike.
func (r *reader) turn(l *line, i int, k *look) {
	t := r.tokens[i]
	if c := r.text[t.Start]; c == '"' || c == '\'' {
		free := !k.glued || r.looks[i-1].class == open || r.looks[i-1].class == dash || r.looks[i-1].class == openQuote || r.looks[i-1].class == openSingle
		if free && i+1 < l.last && r.tokens[i+1].Start == t.End {
			k.class -= closeQuote - openQuote
		}
	}
	k.hash, k.tail, k.size = uint32(k.class), uint32(k.class), 1
}

// share puts a share of n in one of six steps.
func share(part, n int) uint32 {
	switch {
	case n < fewest:
		return 0
	case part == 0:
		return 1
	case part*10 < n:
		return 2
	case part*2 < n:
		return 3
	case part < n:
		return 4
	}
	return 5
}

// step puts a distance in steps that grow.
func step(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 6:
		return 4
	case n < 9:
		return 5
	case n < 14:
		return 6
	case n < 22:
		return 7
	case n < 35:
		return 8
	case n < 60:
		return 9
	}
	return 10
}

// count is the number of features of a gap.
const count = 36

// at is the look of token i, or of the edge of the line.
func (r *reader) at(l *line, i int) *look {
	if i < l.first || i >= l.last {
		return &r.looks[len(r.tokens)]
	}
	return &r.looks[i]
}

// gap works out the features of the place between tokens k and k+1 of a line.
func (r *reader) gap(l *line, k int) []uint32 {
	c, b, a := r.at(l, k), r.at(l, k-1), r.at(l, k-2)
	d, e, f := r.at(l, k+1), r.at(l, k+2), r.at(l, k+3)
	cc, bc, ac := uint32(c.class), uint32(b.class), uint32(a.class)
	dc, ec, fc := uint32(d.class), uint32(e.class), uint32(f.class)
	pair := cc<<5 | dc
	if d.glued {
		pair |= 1 << 10
	}
	known := uint32(0)
	if r.small.has(d.hash) {
		known |= 1
	}
	if r.inside.has(d.hash) {
		known |= 2
	}
	if r.inside.has(c.hash) {
		known |= 4
	}
	if r.words.has(d.hash) && !l.loud {
		known |= 8
	}
	since, left := k+1-r.first, l.last-k-1
	around := uint32(0)
	if r.depth > 0 {
		around |= 1
	}
	if r.quotes > 0 {
		around |= 2
	}
	if l.stops == 0 {
		around |= 4
	}
	if l.loud {
		around |= 8
	}
	out := r.features[:0]
	add := func(x, y uint32) {
		n := uint32(len(out)) + 1
		h := (x ^ n*0x9E3779B1) * 0x85EBCA6B
		h ^= h >> 15
		h = (h + y*0xC2B2AE35) * 0x27D4EB2F
		out = append(out, h^h>>13)
	}
	add(pair, 0)
	add(pair, bc<<5|ec)
	add(pair, ac<<10|bc<<5)
	add(pair, ec<<5|fc)
	add(pair, ac<<15|bc<<10|ec<<5|fc)
	add(c.hash, dc)
	add(d.hash, cc)
	add(c.hash, d.hash)
	add(b.hash, pair)
	add(b.hash, cc)
	add(e.hash, pair)
	add(b.hash, c.hash)
	add(d.hash, e.hash+cc)
	add(c.tail, pair)
	add(d.tail, pair)
	add(pair, known)
	add(d.hash, known<<5|cc)
	add(pair, step(since))
	add(pair, step(left))
	add(pair, around)
	add(pair, around<<16|step(l.stops)<<8|step(l.last-l.first))
	add(pair, r.style&7)
	add(pair, r.style>>3&7)
	add(pair, r.style)
	add(pair, r.verbs)
	add(r.verbs, step(since)<<10|cc<<5|dc)
	add(uint32(r.at(l, r.first).class), pair<<4|step(since))
	add(r.at(l, r.first).hash, pair)
	add(pair, uint32(c.size)<<16|uint32(d.size))
	add(bc<<5|ec, pair<<8|known)
	add(b.tail, pair)
	add(a.hash, pair)
	group := cc
	if c.class >= shortened && c.class <= initials {
		group = uint32(shortened)
	}
	add(d.hash, group<<8|bc)
	add(group, known<<10|dc<<5|ec)
	list := r.list(l, k)
	add(list, 0)
	add(list, pair)
	return out
}

// pass takes token i into the sentence that is being read.
func (r *reader) pass(i int) {
	switch r.looks[i].class {
	case open:
		r.depth++
	case shut:
		r.depth = max(0, r.depth-1)
	case openQuote:
		r.quotes++
	case closeQuote:
		r.quotes = max(0, r.quotes-1)
	case clitic:
		r.verbs |= 1
	case smallWord:
		r.verbs |= 2
	}
}

// begin starts a sentence at token i of a line.
func (r *reader) begin(l *line, i int) {
	r.first, r.quotes, r.depth, r.verbs = i, 0, 0, 0
	r.item = r.enumerator(l, i)
}

// candidate says whether a sentence may end between tokens k and k+1 of a line: white space
// stands there or a mark that ends sentences, and not two plain words.
func (r *reader) candidate(k int) bool {
	c, d := &r.looks[k], &r.looks[k+1]
	if d.glued {
		return c.class >= stop && c.class <= ellipsis || c.class == closeQuote || c.class == closeSingle || c.class == shut
	}
	return true
}

// walk goes over all places where a sentence may end and asks decide; it calls sentence for each
// that was told apart, by its tokens and paragraph.
func (r *reader) walk(decide func(k int, features []uint32) bool, sentence func(first, last, paragraph int)) {
	for n := range r.lines {
		l := &r.lines[n]
		r.begin(l, l.first)
		for k := l.first; k < l.last-1; k++ {
			r.pass(k)
			if r.candidate(k) && decide(k, r.gap(l, k)) {
				sentence(r.first, k+1, l.paragraph)
				r.begin(l, k+1)
			}
		}
		if l.last > l.first {
			sentence(r.first, l.last, l.paragraph)
		}
	}
}
