package event

import (
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/when"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden codes an invented story; what came out is in testdata, to be read.
func TestGolden(t *testing.T) {
	source := filepath.Join("testdata", "story.txt")
	text, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	in := read(string(text))
	in.Anchor = when.Anchor{Day: when.DayOf(2023, 5, 12), Known: true}
	in.Times = when.Find(in.Doc, in.Anchor)
	var out strings.Builder
	for _, x := range Code(in) {
		out.WriteString(strings.Join([]string{in.Doc.Text[x.TriggerStart:x.TriggerEnd], line(in, x), x.PlaceBasis, x.From.String(), x.DateBasis, x.Rule}, "\t") + "\n")
	}
	golden := filepath.Join("testdata", "story.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

// What has a day behind the day of publication has not happened; who promises it has done so, on no
// day that the text gives.
func TestNothingToComeHasHappened(t *testing.T) {
	for text, want := range map[string][]string{
		"Nobody is at home when France meets Iran on May 20.": {"040 scheduled 2023-05-20"},
		"France offered to meet Iran on May 20.":              {"036 actual ", "040 scheduled 2023-05-20"},
		"France will bomb Iran on May 20.":                    {"195 scheduled 2023-05-20", "138 actual "},
	} {
		in := read(text)
		in.Anchor = when.Anchor{Day: when.DayOf(2023, 5, 12), Known: true}
		in.Times = when.Find(in.Doc, in.Anchor)
		var got []string
		for _, x := range Code(in) {
			day := ""
			if x.From != when.NoDay {
				day = x.From.String()
			}
			got = append(got, x.Code+" "+x.Status+" "+day)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestCodes(t *testing.T) {
	for _, test := range []struct {
		code, root, quad, name, plover, mode string
		goldstein                            float64
	}{
		{"0311", "03", VerbalCooperation, "Express intent to cooperate economically", "AGREE", "", 5.2},
		{"073", "07", MaterialCooperation, "Provide humanitarian aid", "AID", "", 7.4},
		{"0871", "08", MaterialCooperation, "Declare truce, ceasefire", "RETREAT", "ceasefire", 9},
		{"163", "16", MaterialConflict, "Impose embargo, boycott, or sanctions", "COERCE", "restrict", -8},
		{"1125", "11", VerbalConflict, "Accuse of espionage, treason", "ACCUSE", "disapprove", -2},
		{"010", "01", VerbalCooperation, "Make statement, not specified below", "", "", 0},
	} {
		scale, ok := Goldstein(test.code)
		plover, mode := PLOVER(test.code)
		if !ok || scale != test.goldstein || Root(test.code) != test.root || QuadClass(test.code) != test.quad || Name(test.code) != test.name || plover != test.plover || mode != test.mode {
			t.Errorf("%s: %v %v %q %q %q %q %q", test.code, scale, ok, Root(test.code), QuadClass(test.code), Name(test.code), plover, mode)
		}
	}
	for _, code := range []string{"", "0", "21", "99x", "é"} {
		plover, mode := PLOVER(code)
		if _, ok := Goldstein(code); ok || QuadClass(code) != "" || plover != "" || mode != "" || Name(code) != "" {
			t.Errorf("%q is a code", code)
		}
	}
}

func TestForms(t *testing.T) {
	for lemma, want := range map[string]string{
		"attack": "attacks attack attacking attacked", "deny": "denies deny denying denied", "condemn": "condemns condemn condemning condemned",
		"expel": "expels expel expelling expelled expelled", "meet": "meets meet meeting met met", "cut": "cuts cut cutting cut cut", "veto": "vetoes veto vetoing vetoed vetoed",
		"agree": "agrees agree agreeing agreed", "free": "frees free freeing freed", "clash": "clashes clash clashing clashed", "have": "has have having had had",
	} {
		var got []string
		table().irr.verb(lemma, func(word string, _ form) { got = append(got, word) })
		have := map[string]bool{}
		for _, w := range got {
			have[w] = true
		}
		for _, w := range strings.Fields(want) {
			if !have[w] {
				t.Errorf("%s gives %q, not %s", lemma, got, w)
			}
		}
		if len(got) != len(strings.Fields(want)) {
			t.Errorf("%s gives %q", lemma, got)
		}
	}
}

// check holds what every telling promises.
func check(t *testing.T, in *Input, tellings []Telling) {
	t.Helper()
	type key struct{ start, end, ordinal int }
	seen := map[key]bool{}
	last := 0
	for _, x := range tellings {
		s := in.Doc.Sentences[x.Sentence]
		if x.TriggerStart < s.Start || x.TriggerEnd > s.End || x.TriggerStart >= x.TriggerEnd || x.TriggerStart < last {
			t.Fatalf("trigger %d to %d, last %d, of sentence %v", x.TriggerStart, x.TriggerEnd, last, s)
		}
		last = x.TriggerStart
		k := key{x.TriggerStart, x.TriggerEnd, x.Ordinal}
		if seen[k] {
			t.Fatalf("%v twice", k)
		}
		seen[k] = true
		if x.bare() && x.Place < 0 || x.Rule == "" || Name(x.Code) == "" || x.Score <= 0 || x.Score > 1 || (x.Place < 0) != (x.PlaceBasis == "") {
			t.Fatalf("%+v", x)
		}
	}
}

func TestAnyWordsKeepThePromises(t *testing.T) {
	words := make([]string, 0, 400)
	for name := range names {
		words = append(words, name)
	}
	words = append(words, strings.Fields("will to not that who and , . ; “ ” police attacked attacks talks hold meet agreed with by of in between denied the a has been ceasefire sanctions on withdraw troops from if would said")...)
	random := rand.New(rand.NewSource(1)) // the promises hold for all draws; the order of names does not matter
	for range 2000 {
		var text strings.Builder
		for range 30 {
			text.WriteString(words[random.Intn(len(words))] + " ")
		}
		in := read(text.String())
		check(t, in, Code(in))
		in.Doc.Words = nil
		check(t, in, Code(in))
	}
}

func FuzzCode(f *testing.F) {
	f.Add("Russia attacked Ukraine. Putin, who met Biden in Geneva, denied plans of an invasion.")
	f.Add("Talks between Russia, France and Iran will be held “soon”, \xff Israel's army said;")
	f.Add("by by by 's 's ’s - – Russia’s police")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 || !utf8.ValidString(text) && len(text) > 512 {
			return
		}
		in := read(text)
		check(t, in, Code(in))
	})
}

// BenchmarkCode codes an article of about 1,000 words; b.N articles.
func BenchmarkCode(b *testing.B) {
	text, err := os.ReadFile(filepath.Join("testdata", "story.txt"))
	if err != nil {
		b.Fatal(err)
	}
	var article strings.Builder
	for article.Len() < 6000 {
		article.Write(text)
	}
	in := read(article.String())
	b.SetBytes(int64(article.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Code(in)
	}
	b.ReportMetric(float64(len(in.Doc.Tokens)), "tokens")
}
