package sentiment

import (
	"math"
	"strings"
	"testing"
)

func score(text string) Score {
	_, whole := Of(split(text, "en"))
	return whole
}

func TestOf(t *testing.T) {
	for _, test := range []struct {
		name, low, high string
	}{
		{"good is better than bad", "The attack was terrible.", "The show was wonderful."},
		{"not turns", "The show was not good.", "The show was good."},
		{"not turns bad words", "The show was bad.", "The show was not bad."},
		{"a negation may be a clitic", "The show wasn't good.", "The show was good."},
		{"very raises", "The show was good.", "The show was very good."},
		{"very lowers bad words", "The show was very bad.", "The show was bad."},
		{"barely lowers", "The show was barely good.", "The show was good."},
		{"what follows but weighs more", "The show was good, but the food was bad.", "The food was bad, but the show was good."},
		{"a negation ends at a comma", "It was not late, good people came.", "Good people came."},
	} {
		low, high := score(test.low), score(test.high)
		if test.name == "a negation ends at a comma" {
			if low.Value <= 0 || high.Value <= 0 {
				t.Errorf("%s: %v, %v", test.name, low, high)
			}
			continue
		}
		if !low.Known || !high.Known || low.Value >= high.Value {
			t.Errorf("%s: %q is %v, %q is %v", test.name, test.low, low, test.high, high)
		}
	}
}

// Names of things are no praise.
func TestNews(t *testing.T) {
	for _, text := range []string{
		"The United States and the Security Council met.", "The ally has the defense minister of the party.", "The Supreme Court heard the chief justice.",
	} {
		if got := score(text); got != (Score{Known: true}) {
			t.Errorf("%q: %v, want neutral", text, got)
		}
	}
}

func TestKnown(t *testing.T) {
	for _, test := range []struct {
		language, text string
		known          bool
	}{
		{"en", "The table is round.", true},
		{"en-GB", "The table is good.", true},
		{"en", "— ... !", false},
		{"en", "", false},
		{"de", "Der Tisch ist gut.", false},
		{"und", "The table is good.", false},
		{"", "The table is good.", false},
	} {
		sentences, whole := Of(split(test.text, test.language))
		if whole.Known != test.known {
			t.Errorf("%s %q: %v", test.language, test.text, whole)
		}
		for _, s := range sentences {
			if s.Known != test.known {
				t.Errorf("%s %q: sentence %v", test.language, test.text, s)
			}
		}
	}
}

// The whole is the mean of the sentences by their words.
func TestWhole(t *testing.T) {
	sentences, whole := Of(split("A wonderful day it was. The table stood there.", "en"))
	if len(sentences) != 2 || sentences[1].Value != 0 {
		t.Fatal(sentences)
	}
	if want := float64(sentences[0].Value) * 5 / 9; math.Abs(float64(whole.Value)-want) > 1e-5 {
		t.Errorf("whole %v, want %v", whole, want)
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"not very good, but bad", "United States of UNITED", "n't ’s \xff", "", "good bad not but however"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := split(text, "en")
		sentences, whole := Of(doc)
		if len(sentences) != len(doc.Sentences) {
			t.Fatalf("%d scores for %d sentences", len(sentences), len(doc.Sentences))
		}
		for _, s := range append(sentences, whole) {
			if !(s.Value >= -1 && s.Value <= 1) || !s.Known && s.Value != 0 {
				t.Fatalf("%v in %q", s, text)
			}
		}
	})
}

// A sentence without end stays within bounds.
func TestEndless(t *testing.T) {
	if got := score(strings.Repeat("excellent ", 300_000)); got.Value > 1 || got.Value < 0.99 {
		t.Error(got)
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat("The ministers of both countries praised a very good meeting, but the attack on the port was not forgotten by anyone. "+
		"Officials warned of a terrible war if the United States and its allies did not answer. ", 30)
	doc := split(text, "en")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of(doc)
	}
}
