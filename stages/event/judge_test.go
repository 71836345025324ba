package event

import (
	"slices"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
)

// What a text tells of nobody has the sides of the last act of its root, else of the first one behind it; of nobody and nowhere is nothing.
func TestActsToldOfNobody(t *testing.T) {
	norway, kenya := Actor{Mention: 0, Name: "Norway", Code: "NOR"}, Actor{Mention: 1, Name: "Kenya", Code: "KEN"}
	one := func(sentence int, code string, from, to Actor, place int) Telling {
		return Telling{Sentence: sentence, Status: Actual, Code: code, Source: from, Target: to, Place: place}
	}
	got := again([]Telling{
		one(0, "046", nobody, nobody, -1), one(1, "190", nobody, nobody, -1), one(1, "141", nobody, nobody, 3), one(2, "040", norway, kenya, -1),
		one(3, "042", kenya, nobody, -1), one(4, "046", nobody, nobody, -1),
		{Sentence: 5, Code: "046", Source: nobody, Target: nobody, Place: -1, fresh: true},
	})
	want := []Telling{one(0, "046", norway, kenya, -1), one(1, "141", nobody, nobody, 3), one(2, "040", norway, kenya, -1), one(3, "042", kenya, nobody, -1), one(4, "046", kenya, nobody, -1)}
	if !slices.EqualFunc(got, want, func(a, b Telling) bool {
		return a.Sentence == b.Sentence && a.Code == b.Code && a.Source == b.Source && a.Target == b.Target && a.Place == b.Place
	}) {
		t.Errorf("%+v", got)
	}
}

// A detector is read as it was written, and a lead is as sure as its step says.
func TestDetector(t *testing.T) {
	b := Bars{Margin: 7, Bar: -4, Due: 3, Step: 5, Shares: [Leads]int{500, 600, 700}}
	stored := AppendDetector(nil, len(Roots)+1, make([]int8, (len(Roots)+1)<<4), b)
	head, m := opened(linear.Pack(stored), detectorHeader)
	d := newDetector(head, m)
	if d.margin != b.Margin || d.bar != b.Bar || d.due != b.Due || d.step != b.Step {
		t.Errorf("%+v", d)
	}
	for lead, want := range map[int]float32{-9: .5, -4: .5, 0: .5, 1: .6, 6: .7} {
		if got := d.share(lead); got != want {
			t.Errorf("a lead of %d is right in %v, want %v", lead, got, want)
		}
	}
}
