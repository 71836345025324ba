package event

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/newsmill/newsmill/data/events"
)

// Each root has test sentences in its file, and they hold.
func TestOurPatternsHold(t *testing.T) {
	var own *Patterns
	sentences, failed := own.Check()
	for _, f := range failed {
		t.Error(f)
	}
	files := map[string]bool{}
	for i := range ours().tests {
		files[ours().tests[i].file] = true
	}
	if sentences < 80 || len(files) != 20 {
		t.Errorf("%d test sentences in %d files, want 80 in 20", sentences, len(files))
	}
}

// What a user's file says comes before what newsmill's own say in as many words, and what it calls none is none.
func TestUsersPatternsComeFirst(t *testing.T) {
	for lines, want := range map[string]string{
		"":                            "RUS 195 UKR actual",
		"194 v bomb | obj":            "RUS 194 UKR actual",
		"none v bomb | obj":           "",
		"none v bomb .. in .. winter": "RUS 195 UKR actual",
		"200 v bomb .. on .. Monday":  "",
		"200 v bomb .. monday":        "RUS 200 UKR actual",
		"<days>: monday\n200 v bomb .. <days> | -": "RUS 200 - actual",
	} {
		p, err := ReadPatterns("mine.txt", []byte(lines))
		if strings.Contains(lines, "Monday") {
			if err == nil {
				t.Errorf("%q is taken", lines)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		in := read("Russia bombed Ukraine on Monday.")
		in.Patterns = p
		var got []string
		for _, x := range Code(in) {
			got = append(got, x.brief())
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q gives %q, want %q", lines, got, want)
		}
	}
}

// An error names the file, the line and what to write.
func TestWrongLinesAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		"190 v":                        "write CODE v|n PHRASE",
		"190 x attack":                 "write CODE v|n PHRASE",
		"1 v attack":                   "write one of CAMEO",
		"190 v attack | | mutal":       "write mutual",
		"190 v <troops>":               "begin with a word",
		"190 v .. attack":              "begin with a word",
		"190 v attack ..":              "end with a word",
		"190 v a//b":                   "a word is empty",
		"190 v Attack":                 "small letters",
		"190 v attack <nobody>":        "no class <nobody>: write it before",
		"<troops>: men":                "give it another name",
		"<men> men":                    "write <NAME>: WORDS",
		"> A sentence.":                "write > SENTENCE",
		"> A sentence. =>":             "write > SENTENCE",
		"> A sentence. => RUS":         "no code",
		"> A sentence. => 190 RUS was": "write one of actual",
		"190 v \xff":                   "UTF-8",
	} {
		_, err := ReadPatterns("dir/mine.txt", []byte("# mine\n"+line))
		if err == nil || !strings.HasPrefix(err.Error(), "dir/mine.txt:2: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
}

// FuzzPatterns: a file of any bytes is refused or can be used.
func FuzzPatterns(f *testing.F) {
	f.Add("190 v attack/raid .. <troops> of | against obj | mutual\n> Russia attacked Ukraine. => RUS 190 UKR actual")
	f.Add("none n war of .. words\n<a>: b c\n190 n <b>")
	f.Add("> x => 1;2; none\n<>:\n|v|")
	tables := fstest.MapFS{} // reading all patterns takes too long
	for _, name := range []string{"irregular.tsv", "classes.txt", "words.txt", "agents.txt"} {
		text, err := events.Files.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		tables[name] = &fstest.MapFile{Data: text}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1024 {
			return
		}
		p, err := readPatterns(tables, "mine.txt", []byte(text))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "mine.txt:") {
				t.Fatal(err)
			}
			return
		}
		in := read("Russia attacked Ukraine. The war of words went on; the troops of Iran raided it.")
		in.Patterns = p
		check(t, in, Code(in))
		for _, x := range p.tests {
			if x.sentence == "" || slices.Contains(x.wanted, want{}) {
				t.Fatalf("%+v", x)
			}
		}
	})
}
