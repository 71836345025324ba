package parse

import (
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Marks of punctuation are no words to the parser: the words beside them know of them (Ma, Zhang and
// Zhu, "Punctuation processing for projective dependency parsing", 2014). They are hung up once the
// words have their heads, by the rules of Universal Dependencies.

// clause is set of marks that part clauses.
const clause = 1 << 31

// Bare appends the words of a sentence that are no marks, each with what marks stand on both sides of
// it; where there is nothing but marks, it appends these.
func Bare(dst, words []tag.Word) []tag.Word {
	begin, marks := len(dst), uint32(0)
	for i := range words {
		w := &words[i]
		if w.Mark() {
			marks = marks&clause | (marks*31+w.Lower)&^clause
			if w.Part == tag.Comma {
				marks |= clause
			}
			continue
		}
		if len(dst) > begin {
			dst[len(dst)-1].After = marks
		}
		dst = append(dst, *w)
		dst[len(dst)-1].Before, marks = marks, 0
	}
	if len(dst) == begin {
		return append(dst, words...)
	}
	dst[len(dst)-1].After = marks
	return dst
}

// hang makes the nodes of all words from those of the words without marks. A mark hangs on the highest
// word beside it from which it crosses no arc; of that on its left and that on its right, on the lower
// one. From here on nodes do not know their children.
func (s *State) hang(words []tag.Word, relation int) {
	bare, all := s.Nodes[:s.Size], s.whole[:0]
	s.places, s.tops = s.places[:0], s.tops[:0]
	next := int32(0) // the first word behind a mark, without marks
	for i := range words {
		if !words[i].Mark() {
			s.places, s.tops = append(s.places, int32(i)), append(s.tops, next)
			all = append(all, Node{Head: bare[next].Head, Relation: bare[next].Relation})
			next++
			continue
		}
		all = append(all, Node{Head: s.top(next-1, 0, next), Relation: int16(relation)})
	}
	s.places = append(s.places, int32(len(words)))
	for i := range s.tops {
		s.tops[i] = int32(i)
	}
	for i := len(words) - 1; i >= 0; i-- {
		switch left := all[i].Head; {
		case !words[i].Mark():
			next--
		case left == None || !ends(&words[i]):
			all[i].Head = s.lower(left, s.top(next, next, int32(s.Size)))
		}
	}
	s.enclose(words, all)
	for i := range all {
		all[i].Head = s.places[all[i].Head]
	}
	s.Nodes, s.whole = append(all, Node{Head: None, Relation: None}), s.Nodes
}

// top climbs from a word over the heads that stand within bounds. Each call may only have wider bounds
// than the last one, on one side: what was climbed before is not climbed again.
func (s *State) top(word, from, to int32) int32 {
	if word < from || word >= to {
		return None
	}
	top := word
	for {
		if above := s.tops[top]; above != top {
			top = above
		} else if head := s.Nodes[top].Head; from <= head && head < to {
			s.tops[top] = head
			top = head
		} else {
			break
		}
	}
	for word != top {
		word, s.tops[word] = s.tops[word], top
	}
	return top
}

// lower is that of the words on both sides of a mark that hangs, in the end, on the other one.
func (s *State) lower(left, right int32) int32 {
	if left == None {
		return right
	}
	if right == None {
		return left
	}
	above, below := s.Nodes[left].Head, s.Nodes[right].Head
	if int(above) == s.Size || int(below) < s.Size && above-left > right-below {
		return right
	}
	return left
}

const (
	mostOpen = 32 // brackets and quotes in one another
	highest  = 64 // heads above the first word in brackets
)

// An opened mark is where a bracket or a quote stands, and the first word in it.
type opened struct {
	at, first int32
	closer    uint32
}

// enclose hangs both of a pair of brackets or quotes on the highest word between them.
func (s *State) enclose(words []tag.Word, all []Node) {
	var store [mostOpen]opened
	open, next := store[:0], int32(0)
	for i := range words {
		if !words[i].Mark() {
			next++
			continue
		}
		k := len(open) - 1
		for k >= 0 && open[k].closer != words[i].Lower {
			k--
		}
		if k < 0 {
			if closer := closerOf(&words[i]); closer != 0 && len(open) < mostOpen {
				open = append(open, opened{int32(i), next, closer})
			}
			continue
		}
		if first := open[k].first; first < next {
			top := first
			for range highest {
				head := s.Nodes[top].Head
				if head < first || head >= next {
					break
				}
				top = head
			}
			all[i].Head, all[open[k].at].Head = top, top
		}
		open = open[:k]
	}
}

// closers are what marks that open something are closed by; final are those that end a sentence.
var (
	closers = [...][2]uint32{
		{lower("("), lower(")")},
		{lower("["), lower("]")},
		{lower("{"), lower("}")},
		{lower(`"`), lower(`"`)},
		{lower("“"), lower("”")},
		{lower("‘"), lower("’")},
		{lower("'"), lower("'")},
		{lower("``"), lower("''")},
	}
	final = [...]uint32{lower("."), lower("?"), lower("!")}
)

func lower(form string) uint32 {
	var w tag.Word
	w.Look(form)
	return w.Lower
}

func closerOf(w *tag.Word) uint32 {
	for _, pair := range closers {
		if pair[0] == w.Lower {
			return pair[1]
		}
	}
	return 0
}

func ends(w *tag.Word) bool {
	for _, mark := range final {
		if mark == w.Lower {
			return true
		}
	}
	return false
}
