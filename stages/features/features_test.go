package features

import (
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/trees"
)

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		text        string
		first, last int
	}{
		{"The end.", beginsUpper, 8},
		{"“The end.”", beginsQuote, 9},
		{"the end…", beginsLower, 5},
		{"and so on...", beginsLower, 5},
		{"Why?", beginsUpper, 7},
		{"Here:", beginsUpper, 6},
		{"(Reuters)", beginsQuote, 4},
		{"12 May 2026", beginsDigit, 0},
		{"港が崩れた。", beginsLetter, 8},
		{"Mehr zum Thema", beginsUpper, 1},
		{"•", beginsMark, -1},
		{"\"", beginsQuote, -1},
		{"", beginsOther, -1},
	} {
		if first, last := Ends(c.text); first != c.first || last != c.last {
			t.Errorf("%q: got %d %d, want %d %d", c.text, first, last, c.first, c.last)
		}
	}
}

func wordsOf(texts ...string) *Words {
	return WordsIn(len(texts), func(i int) string { return texts[i] })
}

func TestWordsAreTheSameInAnyCase(t *testing.T) {
	page := wordsOf("ÄRZTE FORDERN, heute: MEHR", "mehr ärzte, mehr", "港湾の崩")
	title := page.Mark(WordsOf("Ärzte fordern mehr Betten"))
	for range 2 {
		if share, found := title.Share(0, 30); share != 750 || found != 750 {
			t.Errorf("share %d, found %d, want 750: three of four words", share, found)
		}
	}
	if share, found := title.Share(1, 20); share != 1000 || found != 500 {
		t.Errorf("share %d, found %d, want all, and two of the title's four", share, found)
	}
	if share, _ := title.Share(1, 500); share != 0 {
		t.Errorf("a text longer than any title has the share %d", share)
	}
	if got := WordsOf("Ärzte fordern mehr Betten").Found("mehr ärzte, mehr"); got != 500 {
		t.Errorf("found %d, want 500: two of the title's four", got)
	}
	title = page.Mark(WordsOf("港湾崩落"))
	if share, _ := title.Share(2, 12); share != 750 {
		t.Errorf("share %d, want 750: every letter is a word", share)
	}
}

// A table holds what a map would, whatever the number of keys.
func TestTable(t *testing.T) {
	var numbers table
	want := map[uint64]int32{}
	for i := range uint64(5000) {
		key := i * i % 4001 << (i % 50)
		want[max(key, 1)]++
		*numbers.at(key)++
	}
	for key, n := range want {
		if got := *numbers.at(key); got != n {
			t.Errorf("key %d has %d, want %d", key, got, n)
		}
	}
	if *numbers.at(1<<60 + 7) != 0 {
		t.Error("a key that was not written has a number")
	}
}

func TestShingles(t *testing.T) {
	s := ShinglesOf("one two three four five")
	for text, want := range map[string]int{"One two three four": 1000, "zero one two three four": 500, "three four five six": 0, "too short": -1} {
		if got := s.Share(wordsOf("before", text), 1); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
	if got := ShinglesOf("").Share(wordsOf("one two three four"), 0); got != -1 {
		t.Errorf("no text has the share %d", got)
	}
}

func TestCutIsLowWhereAllIsInDoubt(t *testing.T) {
	letters := []int{100, 100, 100, 100}
	for _, c := range []struct {
		sure []int32
		want int32
	}{
		{[]int32{990, 980, 20, 10}, 980}, // clear
		{[]int32{400, 300, 5, 5}, 300},   // something is better than nothing
		{[]int32{990, 990, 990, 300}, 990},
	} {
		if got := Cut(c.sure, letters); got != c.want {
			t.Errorf("%v is cut at %d, want %d", c.sure, got, c.want)
		}
	}
}

func TestKeepWantsMoreWhereAnArticleIsClaimed(t *testing.T) {
	v := Verdict{Sure: []int32{900, 400}}
	letters := []int{100, 300}
	if got := v.Keep(letters, false, nil, nil); !slices.Equal(got, []bool{true, true}) {
		t.Errorf("kept %v: what is in doubt is better than little", got)
	}
	if got := v.Keep(letters, true, []int32{0, 1}, []int32{0, 1}); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("kept %v of a page that claims an article, one block of which is found", got)
	}
}

func TestKeepAsksLessWhereTheTextStands(t *testing.T) {
	v := Verdict{Sure: []int32{400, 900, 400, 400, 400, 600}}
	letters, branch := []int{300, 500, 300, 300, 300, 40}, []int32{0, 0, 0, 1, 2, 2}
	path := []int32{0, 1, 1, 1, 1, 1}
	if got := v.Keep(letters, true, branch, path); !slices.Equal(got, []bool{false, true, true, false, false, true}) {
		t.Errorf("kept %v: of what is in doubt only the third stands in the branch of the text, behind its beginning", got)
	}
	path[0] = 1
	if got := v.Keep(letters, true, branch, path); !got[0] {
		t.Errorf("kept %v: the first is of the path of the text that begins behind it", got)
	}
}

func TestBareTextWantsAParagraph(t *testing.T) {
	text, line, list := article.Measure{Weight: 300, Stops: 2}, article.Measure{Weight: 60, Stops: 1}, article.Measure{Weight: 500}
	for _, c := range []struct {
		name string
		made []article.Measure
		keep []bool
		want bool
	}{
		{"a paragraph", []article.Measure{text, list}, []bool{true, false}, true},
		{"a text of one short sentence", []article.Measure{line}, []bool{true}, true},
		{"a line of 60 letters among 560", []article.Measure{line, list}, []bool{true, false}, false},
		{"nothing", []article.Measure{text}, []bool{false}, false},
	} {
		v := Verdict{Sure: []int32{900, 10}, Topic: []int{0, 0}}
		if sums := v.Sum(c.keep, func(i int) *article.Measure { return &c.made[i] }); sums.Bare() != c.want {
			t.Errorf("%s: %v", c.name, !c.want)
		}
	}
}

func TestSumCountsWhatStandsBetween(t *testing.T) {
	text, head := article.Measure{Weight: 300, Stops: 2, Words: 50}, article.Measure{Weight: 50, Words: 9}
	made := []article.Measure{head, text, text, head, text, head}
	v := Verdict{Sure: []int32{0, 900, 700, 0, 900, 0}, Topic: []int{0, 400, 400, 0, 400, 0}}
	w := v.Sum([]bool{false, true, true, false, true, false}, func(i int) *article.Measure { return &made[i] })
	if w.kept != 3 || w.texts != 3 || w.rows != 1 || w.letters != 900 || w.Between != 950 || w.doubt != 300 || w.common/w.letters != 400 || w.all != 1050 {
		t.Errorf("%+v", w)
	}
}

func TestContextCountsRunsOverSmallGaps(t *testing.T) {
	const yes, no = 3000, -3000
	c := NewContext([]int32{no, yes, no, yes, no, no, yes}, []int{10, 200, 50, 300, 100, 100, 400}, wordsOf(make([]string, 7)...), nil)
	if want := []int{0, 500, 500, 500, 0, 0, 400}; !slices.Equal(c.run, want) {
		t.Errorf("runs %v, want %v", c.run, want)
	}
	if c.first != 1 || c.last != 6 {
		t.Errorf("first %d, last %d", c.first, c.last)
	}
}

func TestTopicTellsATeaserFromTheStory(t *testing.T) {
	texts := []string{
		"The harbour wall of Varn gave way, engineer Lund said.",
		"Engineer Lund warned of the wall for years.",
		"In Varn the harbour stays shut.",
		"Elections in Lenn: turnout falls to the lowest of the century.",
		"",
	}
	got := Topics([]int32{900, 900, 300, 300, 300}, wordsOf(texts...))
	if got[2] < 2*got[3] || got[2] < 400 || got[3] > 200 || got[4] != -1 {
		t.Errorf("topics %v: the third is of the story, the fourth is not, the fifth says nothing", got)
	}
}

// TestJudgeSeesWhatTheSecondModelLearnedFrom holds training and use together: both must give
// the second model the same rows.
func TestJudgeSeesWhatTheSecondModelLearnedFrom(t *testing.T) {
	texts := []string{"Home", "The river rose on Monday, and the council met.", "Nobody was hurt.", "Sign up"}
	var look Look
	since := SinceOf(len(texts), func(i int) (string, *article.Measure) { return texts[i], new(article.Measure) })
	row := func(r *Row, i int) {
		begin := len(*r)
		m := article.MeasureOf(texts[i])
		since.Text(r, i, texts[i], &m)
		for len(*r)-begin < Surface+4 {
			r.Add(i)
		}
	}
	for _, text := range texts {
		look.Add(text, article.MeasureOf(text).Weight, row)
	}
	first := &trees.Model{Features: look.Width, Trees: []trees.Tree{{Leaf: [64]int16{-500, 700}}}} // feature 0, letters, above 0
	score := make([]int32, len(texts))
	for i := range score {
		score[i] = first.Score(look.Rows[i*look.Width : (i+1)*look.Width])
	}
	again, wide := look.Again(score)
	second := &trees.Model{Features: wide}
	for f := range wide { // every feature counts, each another amount
		tree := trees.Tree{}
		for n := range tree.Leaf {
			tree.Leaf[n] = int16(n * (f + 1) % 97)
		}
		tree.Feature = [trees.Depth]uint16{uint16(f), uint16(f), uint16(f), uint16(f), uint16(f), uint16(f)}
		tree.Threshold = [trees.Depth]int16{-500, 0, 3, 40, 500, 900}
		second.Trees = append(second.Trees, tree)
	}
	second.Bias = -int32(wide) * 40
	for i, got := range Judge(first, second, look.Letters, wordsOf(texts...), nil, row).Sure {
		if want := Logistic(second.Score(again[i*wide : (i+1)*wide])); got != want {
			t.Errorf("block %d: %d, want %d", i, got, want)
		}
	}
}

func TestReadWordingGivesWhatAppendWrote(t *testing.T) {
	w := Wording{7: -100, 1 << 30: 127, 0: 0}
	got, rest, err := ReadWording(append(w.Append(nil), 1, 2))
	if err != nil || len(rest) != 2 || len(got) != len(w) {
		t.Fatal(got, rest, err)
	}
	for hash, odds := range w {
		if got[hash] != odds {
			t.Errorf("hash %d has %d, want %d", hash, got[hash], odds)
		}
	}
	if _, _, err := ReadWording(w.Append(nil)[:10]); err == nil {
		t.Error("a wording that was cut is read")
	}
}

func TestEchoesTellWhatThePageSaysTwice(t *testing.T) {
	texts := []string{
		"Read more about: the harbour wall",
		"The mayor said that nobody had been hurt in the fall of the wall.",
		"nobody had been hurt in the fall",
		"Read more about: the ferry",
		"Read more about: the ferry",
		"Nothing of the kind.",
	}
	e := EchoesOf(wordsOf(texts...), func(i int) uint64 { return article.LineHash(texts[i]) })
	for i, want := range []Row{
		{333, 0, 1},     // one of three times four words stands elsewhere; another block opens so
		{363, 0, 0},     // four of eleven stand in the words drawn out of it
		{1000, 1000, 0}, // the words drawn out, behind it
		{1000, 500, 1},
		{1000, 1000, 1}, // the same text again is no other opening
		{0, 0, 0},
	} {
		var r Row
		if e.Add(&r, i); !slices.Equal(r, want) {
			t.Errorf("block %d: %v, want %v", i, r, want)
		}
	}
}

func TestContextTellsWhatTheBlocksSayThatAreAlike(t *testing.T) {
	score := []int32{3000, -2000, 2000, -1000}
	c := NewContext(score, []int{100, 50, 50, 50}, wordsOf("", "", "", ""), [][]int32{{0, 1, 1, -1}})
	for i, want := range []Row{
		{-8000, -1, 1}, {2000, int16(Logistic(2000)), 2}, {-2000, int16(Logistic(-2000)), 2}, {-8000, -1, 0},
	} {
		var r Row
		if c.Add(&r, i); !slices.Equal(r[:3], want) {
			t.Errorf("block %d: %v, want %v", i, r[:3], want)
		}
	}
}
