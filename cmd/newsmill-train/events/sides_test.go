package events

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/newsmill/newsmill/stages/event"
)

// Marks are places in a text; a line that is wrong is named.
func TestMarksOfSides(t *testing.T) {
	read := func(lines ...string) (map[string][]*sideMark, error) {
		path := filepath.Join(t.TempDir(), "labels.tsv")
		if err := os.WriteFile(path, []byte("article\ttrigger\tact\tsource\ttarget\n"+strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		all := map[string][]*sideMark{}
		return all, readSides(path, false, all)
	}
	all, err := read("a\t10\tyes\t0-6\t-", "a\t40\tno\t-\t50-60 64-70")
	if err != nil || len(all["a"]) != 2 {
		t.Fatal(all, err)
	}
	if m := all["a"][1]; m.act != 0 || m.trigger != 40 || !slices.Equal(m.sides[1], [][2]int{{50, 60}, {64, 70}}) || m.sides[0] != nil {
		t.Errorf("read %+v", m)
	}
	for _, line := range []string{"a\t10\tyes\t0-6", "a\tx\tyes\t-\t-", "a\t10\tmaybe\t-\t-", "a\t10\tyes\t6\t-"} {
		if _, err := read(line); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q gives %v", line, err)
		}
	}
}

// A teacher's marks say how sure they are, and lines that are wrong, or do not fit their text, are named.
func TestMarksOfATeacher(t *testing.T) {
	read := func(line string) (map[string][]*sideMark, error) {
		path := filepath.Join(t.TempDir(), "sides.tsv.zst")
		to, err := zstd.NewWriter(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, to.EncodeAll([]byte("article\ttrigger\tact\tsource\ttarget\tsure\n"+line+"\n"), nil), 0o600); err != nil {
			t.Fatal(err)
		}
		all := map[string][]*sideMark{}
		return all, readSides(path, true, all)
	}
	all, err := read("a\t10\t83\t0-6\t-\t97 56")
	if err != nil || len(all["a"]) != 1 {
		t.Fatal(all, err)
	}
	m := all["a"][0]
	if !m.aside || m.act != .83 || m.sure != [2]float32{.97, .56} {
		t.Errorf("read %+v", m)
	}
	if _, _, err := readSideText("Kenya left", all["a"], nil, nil, 0); err != nil {
		t.Error(err)
	}
	if _, _, err := readSideText("Kenya", all["a"], nil, nil, 0); err == nil || !strings.Contains(err.Error(), "sides.tsv.zst: line 2") {
		t.Errorf("a mark behind the end of its text gives %v", err)
	}
	if _, err := read("a\t10\t83\t0-6\t-\t97"); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("half a sureness gives %v", err)
	}
	c := event.Choice{Candidates: []event.Candidate{{Start: 0, End: 6, Above: -1, Entity: -1, Group: -1}}}
	if e := newSideExample(&c, m, []int{0, 1, 2, 3, 4, 5, 6}, 0); e.skip != [2]bool{false, true} {
		t.Errorf("of a side sure in .56 something is learned: %v", e.skip)
	}
}

// A feature that stands nowhere else teaches nothing, and what is measured keeps it.
func TestRareFeaturesAreNoLesson(t *testing.T) {
	example := func(aside bool, features ...uint32) *sideExample {
		c := event.Choice{Nobody: []uint32{1}, Candidates: []event.Candidate{{Features: features}}}
		return &sideExample{choice: &c, lesson: &c, aside: aside}
	}
	all := []*sideExample{example(false, 2, 3), example(true, 2, 4), example(true, 2, 4)}
	thin(all)
	if got := all[0].lesson.Candidates[0].Features; !slices.Equal(got, []uint32{2}) {
		t.Errorf("the lesson has %v", got)
	}
	if got := all[0].choice.Candidates[0].Features; !slices.Equal(got, []uint32{2, 3}) {
		t.Errorf("what is measured has %v", got)
	}
}

// A phrase is the candidate in it that hangs on none of its words, and who is joined to that one is right as well.
func TestHeadsOfMarkedPhrases(t *testing.T) {
	choice := event.Choice{Candidates: []event.Candidate{
		{Start: 0, End: 9, Above: 20, Entity: -1, Group: -1},   // officials
		{Start: 13, End: 18, Above: 0, Entity: -1, Group: -1},  // of Kenya
		{Start: 30, End: 36, Above: 20, Entity: 1, Group: 2},   // Norway
		{Start: 41, End: 47, Above: 30, Entity: -1, Group: 2},  // and Sweden
		{Start: 60, End: 62, Above: 55, Entity: 1, Group: -1},  // it
		{Start: 70, End: 75, Above: 55, Entity: -1, Group: -1}, // others
	}}
	offsets := make([]int, 100)
	for i := range offsets {
		offsets[i] = i
	}
	e := newSideExample(&choice, &sideMark{sides: [2][][2]int{{{0, 18}}, {{30, 36}}}}, offsets, 0)
	if !slices.Equal(e.right[0], []int{0}) {
		t.Errorf("the source is %v", e.right[0])
	}
	if !slices.Equal(e.right[1], []int{2, 3, 4}) {
		t.Errorf("the target is %v", e.right[1])
	}
	var right [3]int
	e.count([2]int{0, 4}, &right)
	e.count([2]int{1, 5}, &right)
	e.count([2]int{0, -1}, &right)
	if right != [3]int{2, 1, 1} {
		t.Errorf("%v are counted as right", right)
	}
	if lost := newSideExample(&choice, &sideMark{sides: [2][][2]int{{{80, 90}}, nil}}, offsets, 0); !lost.lost[0] || lost.lost[1] {
		t.Errorf("lost are %v", lost.lost)
	}
}

// The plain sentences of the project are read to the last one.
func TestPlainSentencesHaveTheirTriggers(t *testing.T) {
	examples, err := readSideSentences("../../../data/sides/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if e.lost[0] || e.lost[1] {
			t.Errorf("a side of the trigger at %d is no candidate", e.choice.TriggerStart)
		}
	}
}
