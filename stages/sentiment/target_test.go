package sentiment

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// Who is blamed and who is praised decides, not the words of the sentence alone.
func TestToneTowardATarget(t *testing.T) {
	for _, c := range []struct {
		text, target string
		want         Label
	}{
		{"Critics accused Harmon of lying to voters and called him a corrupt coward.", "Harmon", Negative},
		{"Harmon was praised by colleagues as a brilliant and honest leader.", "Harmon", Positive},
		{"Harmon left the room before voters called him a liar and a disgrace.", "Harmon", Negative},
		{"Harmon arrived in Oslo on Tuesday for two days of talks.", "Harmon", Neutral},
		{"The committee will meet Harmon on Friday.", "Harmon", Neutral},
	} {
		doc := syntax.Read(c.text, "en")
		var r Reader
		start := strings.Index(c.text, c.target)
		got := r.Toward(doc, start, start+len(c.target))
		if got.Label != c.want {
			t.Errorf("%q: toward %s %v, want %v", c.text, c.target, got.Label, c.want)
		}
		if got.Value < -1 || got.Value > 1 || got.Label == Negative && got.Value > 0 || got.Label == Positive && got.Value < 0 {
			t.Errorf("%q: %v with %v", c.text, got.Value, got.Label)
		}
	}
}

// Words that the lexicon lacks are rated by their likeness to those it has; those it has keep their rating, and the tone
// of a sentence as a whole does not hear of the others.
func TestWiderRatings(t *testing.T) {
	lists := words()
	for word, bad := range map[string]bool{"homicide": true, "sham": true, "fellowship": false, "renowned": false} {
		e := lists.words[word]
		if e.rating != 0 || e.wide == 0 || bad != (e.wide < 0) {
			t.Errorf("%s: %+v, want bad %v", word, e, bad)
		}
	}
	if e := lists.words["abandon"]; e.rating == 0 || e.wide != e.rating {
		t.Errorf("abandon: %+v", e)
	}
}

// What a reader held before does not change what it gives, and a sentence of any length has bounded work.
func TestToneDoesNotHangOnWhatWasRead(t *testing.T) {
	long := syntax.Read("Harmon "+strings.Repeat("blamed and praised ", 20000)+"Lind.", "en")
	short := syntax.Read("Critics accused Harmon of lying. Lind thanked Harmon.", "en")
	var used Reader
	used.Toward(long, 0, 6)
	for i := 0; ; {
		at := strings.Index(short.Text[i:], "Harmon")
		if at < 0 {
			break
		}
		i += at + 6
		var fresh Reader
		if a, b := used.Toward(short, i-6, i), fresh.Toward(short, i-6, i); a != b {
			t.Errorf("at %d: %+v, of a fresh reader %+v", i-6, a, b)
		}
	}
	if n := len(used.Features(long, 0, 6)); n > 40*maxSentence {
		t.Errorf("%d features", n)
	}
}

func BenchmarkToward(b *testing.B) {
	doc := syntax.Read(strings.Repeat("Critics accused Harmon of lying to voters, and the committee of the party will meet him on Friday in Oslo. ", 50), "en")
	var spans []int
	for i := range doc.Text {
		if strings.HasPrefix(doc.Text[i:], "Harmon") || strings.HasPrefix(doc.Text[i:], "Oslo") {
			spans = append(spans, i)
		}
	}
	var r Reader
	b.ReportAllocs()
	for b.Loop() {
		for _, i := range spans {
			r.Toward(doc, i, i+4)
		}
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
