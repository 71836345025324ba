package name

import (
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/segment"
)

// Votes is what the tags of a first pass say of each word and each name over a whole document.
type Votes struct {
	tags  []uint8 // of all tokens
	words []tally // of each form of a word
	names map[uint32]tally
	whole []uint32 // of each token, the name it stands in; 0 is none
}

// tally counts by type how often something was outside, or within a name.
type tally [1 + types]uint16

func (t *tally) count(k int) {
	if t[k] < 1<<16-1 {
		t[k]++
	}
}

// best is the most frequent of the kinds from a first one on, with its share: 1 is one of one,
// 2 to 4 at most a half, less than all, all of several.
func (t *tally) best(from int) (kind, share uint32) {
	sum, most := 0, 0
	for k := from; k < len(t); k++ {
		sum += int(t[k])
		if int(t[k]) > most {
			most, kind = int(t[k]), uint32(k)
		}
	}
	switch {
	case sum == 0:
		return 0, 0
	case sum == 1:
		return kind, 1
	case most == sum:
		return kind, 4
	case 2*most > sum:
		return kind, 3
	}
	return kind, 2
}

const voteTemplates = 1 << 10

// Count takes the tags of all tokens that were read.
func (s *Sheet) Count(v *Votes, tags []uint8) {
	v.tags = tags
	v.words = resize(v.words, len(s.seen))
	clear(v.words)
	if v.names == nil {
		v.names = map[uint32]tally{}
	}
	clear(v.names)
	v.whole = resize(v.whole, len(tags))
	clear(v.whole)
	var spans []Span
	for _, sentence := range s.parts {
		for i := sentence.First; i < sentence.Last; i++ {
			w := s.word(i)
			kind := 0
			if tags[i-s.base] != outside {
				kind = 1 + int(typeOf(tags[i-s.base]))
			} else if !w.capital {
				continue
			}
			v.words[w.id].count(kind)
		}
		spans = Spans(spans[:0], tags[sentence.First-s.base:sentence.Last-s.base], sentence.First)
		for _, span := range spans {
			h := uint32(7)
			for i := span.First; i < span.Last; i++ {
				h = linear.Mix2(h, s.word(i).lower, 0)
			}
			for i := span.First; i < span.Last; i++ {
				v.whole[i-s.base] = h
			}
			t := v.names[h]
			t.count(1 + int(span.Type))
			v.names[h] = t
		}
	}
}

// VoteFeatures appends what the first pass says of token i of a sentence.
func (s *Sheet) VoteFeatures(dst []uint32, v *Votes, sentence segment.Sentence, i int) []uint32 {
	c := collector{out: dst, template: voteTemplates}
	w := s.word(i)
	vote := func(k int) uint32 {
		if k < sentence.First || k >= sentence.Last {
			return 1 << 10
		}
		word := s.word(k)
		if !word.capital && v.tags[k-s.base] == outside {
			return 1 << 9
		}
		kind, share := v.words[word.id].best(0)
		named, _ := v.words[word.id].best(1)
		return kind<<8 | share<<4 | named
	}
	own := func(k int) uint32 {
		if k < sentence.First || k >= sentence.Last {
			return uint32(edge)
		}
		return uint32(v.tags[k-s.base])
	}
	here, left, right := vote(i), vote(i-1), vote(i+1)
	c.add(own(i))
	c.add2(own(i-1), own(i+1))
	c.add3(own(i-1), own(i), own(i+1))
	if here == 1<<9 {
		c.add2(left, right)
		return c.out
	}
	c.template++
	c.add(here)
	c.add2(here, w.short)
	c.add2(here, left)
	c.add2(here, right)
	c.add3(left, here, right)
	c.add2(here, own(i))
	if v.whole[i-s.base] != 0 {
		t := v.names[v.whole[i-s.base]]
		kind, share := t.best(1)
		c.add3(kind, share, own(i))
		c.add3(kind, share, here)
	}
	return c.out
}
