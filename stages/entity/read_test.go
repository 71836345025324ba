package entity

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/name"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Whatever the tagger takes for a place, commas side by side part nothing.
func TestPartsOfPlacesBetweenCommas(t *testing.T) {
	for text, want := range map[string]string{
		"Irvine, California": "Irvine|California", "Cairo, , Egypt": "Cairo|Egypt", "Columbus on Tahrir Square": "Columbus|Tahrir Square", "Southend on Sea": "Southend on Sea", "Burton on Trent": "Burton on Trent", "Cairo, , , Egypt": "Cairo|Egypt",
	} {
		doc := &syntax.Document{Document: segment.Split(text, "en")}
		f := finder{tables: lexicon(), doc: doc, regions: map[string]bool{}}
		f.takeEach(name.Span{First: 0, Last: len(doc.Tokens), Type: name.Place})
		var got []string
		for _, m := range f.mentions {
			got = append(got, text[m.Start:m.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q has the parts %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

// A body that is never a place is one where the tagger has it for a place, too.
func TestBodyThatIsTakenForAPlace(t *testing.T) {
	f := &finder{tables: lexicon(), doc: syntax.Read("The U.N. warned.", "en")}
	if e := f.entryOf("U.N.", name.Span{First: 1, Last: 2, Type: name.Place}); e.kind != Org || e.name != "United Nations" {
		t.Errorf("%+v", e)
	}
}

// What a person is called with is no part of the name.
func TestCallBeforeAName(t *testing.T) {
	doc := syntax.Read("Hey Steve Miller, come.", "en")
	for kind, want := range map[name.Type]string{name.Person: "Steve Miller", name.Org: "Hey Steve Miller"} {
		f := &finder{tables: lexicon(), doc: doc}
		f.take(name.Span{First: 0, Last: 3, Type: kind})
		if got := f.text(0); got != want {
			t.Errorf("%v: got %q", kind, got)
		}
	}
}
