package parse

import "github.com/newsmill/newsmill/stages/syntax/tag"

// Moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic programming
// algorithms for transition-based dependency parsers", 2011).
const (
	Shift = iota // the next word goes on the stack
	Left         // the top of the stack hangs on the next word and leaves
	Right        // the top of the stack hangs on the word below it and leaves
	Moves
)

// None is where there is no word.
const None = -1

// A State is how far a sentence is parsed. Behind its words stands the root, never moved. It can
// be used for one sentence after the other.
type State struct {
	Size  int // words of the sentence; also the number of the root
	Next  int // the next word
	Stack []int32
	Nodes []Node // of each word, and the root
	Guide []Arc  // an earlier answer; none where there is no earlier one

	upTo []counts // before each word, and the root

	bare, reversed []tag.Word // those that are no marks of punctuation
	guide          []Arc

	whole        []Node  // with marks
	places, tops []int32 // see hang
}

// counts are how many words of a kind, and gaps between words with a comma, stand before a place, and
// where the next noun is.
type counts struct {
	commas, verbs, conjunctions, noun int32
}

// between says of the words behind a and before b, or the other way round, how many verbs and
// conjunctions are among them, and how many gaps with commas, each up to two.
func (s *State) between(a, b int32) uint32 {
	if a < 0 || b < 0 {
		return 1 << 8
	}
	gap, from, to := &s.upTo[a], &s.upTo[min(a+1, int32(s.Size))], &s.upTo[b]
	return uint32(min(to.commas-gap.commas, 2)<<4 | min(to.verbs-from.verbs, 2)<<2 | min(to.conjunctions-from.conjunctions, 2))
}

// noun is the first noun at a place or behind it, [None] without one.
func (s *State) noun(from int32) int32 {
	if int(from) > s.Size {
		return None
	}
	return s.upTo[from].noun
}

// count fills s.upTo for the words of the sentence.
func (s *State) count(words []tag.Word) {
	if cap(s.upTo) <= len(words) {
		s.upTo = make([]counts, len(words)+1, len(words)+len(words)/2+64)
	}
	s.upTo = s.upTo[:len(words)+1]
	var c counts
	for i := range words {
		c.commas += int32(words[i].Before >> 31)
		s.upTo[i] = c
		switch words[i].Part {
		case tag.Verb:
			c.verbs++
		case tag.Conjunction:
			c.conjunctions++
		}
	}
	if len(words) > 0 {
		c.commas += int32(words[len(words)-1].After >> 31)
	}
	s.upTo[len(words)] = c
	noun := int32(None)
	for i := len(words); i >= 0; i-- {
		if i < len(words) && words[i].Part == tag.Noun {
			noun = int32(i)
		}
		s.upTo[i].noun = noun
	}
}

// An Arc is an earlier answer for a word: its head and relation, the last of the words that hang on it,
// and the relations that those before it and behind it have, of each the lower five bits.
type Arc struct {
	Head          int32
	Relation      int16
	Furthest      int32
	Before, After uint32
}

// Mirror makes a guide for a sentence from s, where the sentence was parsed from its end.
func (s *State) Mirror(dst []Arc) []Arc {
	for range s.Size {
		dst = append(dst, Arc{Furthest: None})
	}
	for i := range s.Size {
		node, word := s.Nodes[s.Size-1-i], &dst[i]
		word.Relation, word.Head = node.Relation, node.Head
		if int(node.Head) < s.Size {
			word.Head = int32(s.Size-1) - node.Head
			head := &dst[word.Head]
			if kind := uint32(1) << (node.Relation & 31); int(word.Head) > i {
				head.Before |= kind
			} else {
				head.After |= kind
			}
			head.Furthest = int32(i)
		}
	}
	return dst
}

// Reversed appends the words from the last to the first.
func Reversed(dst, words []tag.Word) []tag.Word {
	for i := range words {
		w := words[len(words)-1-i]
		w.Before, w.After = w.After, w.Before
		dst = append(dst, w)
	}
	return dst
}

// A Node is a word in the tree so far. Children are counted from outside in: First is the one
// farthest away, Last the one that came last.
type Node struct {
	Head                  int32
	Relation              int16 // None before it has a head
	Left, Left2           int32 // the outermost child before the word and the one that came before it
	Right, Right2         int32 // likewise behind it
	LeftCount, RightCount uint8
}

// Reset begins a sentence of words that have their tags.
func (s *State) Reset(words []tag.Word) {
	s.count(words)
	size := len(words)
	s.Size, s.Next, s.Stack = size, 0, s.Stack[:0]
	if cap(s.Nodes) <= size {
		s.Nodes = make([]Node, size+1, size+size/2+64)
	}
	s.Nodes = s.Nodes[:size+1]
	for i := range s.Nodes {
		s.Nodes[i] = Node{Head: None, Relation: None, Left: None, Left2: None, Right: None, Right2: None}
	}
}

// Done says whether each word has its head.
func (s *State) Done() bool { return s.Next == s.Size && len(s.Stack) == 0 }

// Can says whether a move is allowed. One word only hangs on the root: the last on the stack.
func (s *State) Can(move int) bool {
	switch move {
	case Shift:
		return s.Next < s.Size
	case Left:
		return len(s.Stack) > 0 && (s.Next < s.Size || len(s.Stack) == 1)
	}
	return len(s.Stack) > 1
}

// only gives the move that is allowed where there is but one, else [None]: the first word is
// shifted, and at the end of the sentence the stack is emptied.
func (s *State) only() int {
	switch {
	case len(s.Stack) == 0:
		return Shift
	case s.Next < s.Size:
		return None
	case len(s.Stack) == 1:
		return Left
	}
	return Right
}

// Arc gives the word that a move other than Shift would hang on its head.
func (s *State) Arc(move int) (head, word int) {
	top := len(s.Stack) - 1
	if move == Left {
		return s.Next, int(s.Stack[top])
	}
	return int(s.Stack[top-1]), int(s.Stack[top])
}

// Do makes a move; the relation counts where it makes an arc.
func (s *State) Do(move, relation int) {
	if move == Shift {
		s.Stack = append(s.Stack, int32(s.Next))
		s.Next++
		return
	}
	head, word := s.Arc(move)
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.Nodes[word].Head, s.Nodes[word].Relation = int32(head), int16(relation)
	n := &s.Nodes[head]
	if move == Left {
		n.Left2, n.Left = n.Left, int32(word)
		n.LeftCount = min(n.LeftCount+1, 4)
	} else {
		n.Right2, n.Right = n.Right, int32(word)
		n.RightCount = min(n.RightCount+1, 4)
	}
}
