package parse

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// sentence makes words of forms, marks of punctuation among them.
func sentence(forms ...string) []tag.Word {
	words := make([]tag.Word, len(forms))
	for i, form := range forms {
		words[i].Look(form)
		switch form {
		case ",", "-":
			words[i].Part = tag.Comma
		case ".", "(", ")", `"`:
			words[i].Part = tag.OtherMark
		}
	}
	return words
}

// hung gives the heads of words when those that are no marks have some heads.
func hung(words []tag.Word, heads ...int32) (got []int32) {
	var s State
	s.Reset(Bare(nil, words))
	for i, head := range heads {
		s.Nodes[i].Head = head
	}
	s.hang(words, 3)
	for _, node := range s.Nodes[:len(words)] {
		got = append(got, node.Head)
	}
	return got
}

// Marks hang where Universal Dependencies has them: a comma on the lower of two clauses, a full stop
// on the highest word, brackets and quotes on the highest word in them.
func TestMarksHangByRule(t *testing.T) {
	for _, test := range []struct {
		words []tag.Word
		heads []int32 // of those that are no marks, counted without them
		want  []int32
	}{
		{sentence("when", "it", "rains", ",", "stay", "home", "."), []int32{2, 2, 3, 5, 3}, []int32{2, 2, 4, 2, 7, 4, 4}},
		{sentence("ships", ",", "trains", ",", "and", "cars"), []int32{4, 0, 3, 0}, []int32{6, 2, 0, 5, 5, 0}},
		{sentence("he", "(", "the", "boss", ")", "left"), []int32{3, 2, 0, 4}, []int32{5, 3, 3, 0, 3, 6}},
		{sentence(`"`, "go", ",", `"`, "he", "said"), []int32{2, 2, 3}, []int32{1, 5, 1, 1, 5, 6}},
		{sentence(".", "stop"), []int32{1}, []int32{1, 2}},
	} {
		if got := hung(test.words, test.heads...); !slices.Equal(got, test.want) {
			t.Errorf("%d words: heads %v, want %v", len(test.words), got, test.want)
		}
	}
}

// Wherever marks stand, what words hang on stays the same, marks hang on words, and in a tree without
// crossing arcs none crosses one.
func TestMarksCrossNoArc(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		words := make([]tag.Word, 1+random.IntN(12))
		for i := range words {
			if random.IntN(3) == 0 {
				words[i].Part = tag.Comma
			}
		}
		var s State
		bare := Bare(nil, words)
		for s.Reset(bare); !s.Done(); {
			if move := random.IntN(Moves); s.Can(move) {
				s.Do(move, 1)
			}
		}
		if len(bare) == len(words) {
			continue
		}
		s.hang(words, 3)
		for i, node := range s.Nodes[:len(words)] {
			head := int(node.Head)
			if words[i].Mark() != (node.Relation == 3) || head < len(words) && words[head].Mark() {
				t.Fatalf("word %d hangs on %d as %d", i, head, node.Relation)
			}
			for j, other := range s.Nodes[:len(words)] {
				end := int(other.Head)
				if end == len(words) || head == len(words) {
					continue
				}
				if a, b, c, d := min(i, head), max(i, head), min(j, end), max(j, end); a < c && c < b && b < d {
					t.Fatalf("%d on %d crosses %d on %d", i, head, j, end)
				}
			}
		}
	}
}

// What stands beside a word is the same mark read from either end, and alone marks are words.
func TestBare(t *testing.T) {
	words := Bare(nil, sentence("ships", ",", "trains", "."))
	if len(words) != 2 || words[0].After != words[1].Before || words[0].After&clause == 0 || words[1].After&clause != 0 {
		t.Errorf("%+v", words)
	}
	if back := Reversed(nil, words); back[0].Before != words[1].After || back[0].After != words[0].After {
		t.Errorf("from the end %+v", back)
	}
	if only := Bare(nil, sentence(".", ",")); len(only) != 2 {
		t.Errorf("of two marks %d are left", len(only))
	}
}
