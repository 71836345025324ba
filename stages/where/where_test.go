package where

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/syntax"
)

// read splits a text and takes the names of the list in it as mentions.
func read(text string) (*syntax.Document, *entity.Found) {
	doc := syntax.Read(text, "en")
	found := &entity.Found{}
	kinds := map[string]entity.Type{
		"GENEVA": entity.GPE, "Geneva": entity.GPE, "Kyiv": entity.GPE, "Ukraine": entity.GPE, "Russia": entity.GPE, "NAIROBI": entity.GPE, "Kenya": entity.GPE,
		"Vienna": entity.GPE, "Russian": entity.NORP, "Putin": entity.Person, "Africa": entity.Loc, "Reuters": entity.Org, "Darfur": entity.Loc,
	}
	for n, s := range doc.Sentences {
		for _, tok := range doc.Tokens[s.First:s.Last] {
			if kind, ok := kinds[text[tok.Start:tok.End]]; ok {
				found.Mentions = append(found.Mentions, entity.Mention{Start: tok.Start, End: tok.End, Sentence: n, Type: kind, Entity: -1})
			}
		}
	}
	return doc, found
}

func name(doc *syntax.Document, found *entity.Found, i int) string {
	if i < 0 {
		return ""
	}
	return doc.Text[found.Mentions[i].Start:found.Mentions[i].End]
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]string{
		"GENEVA, Jan 10 (Reuters) – The two sides met.":           "GENEVA",
		"NAIROBI (Reuters) - Police fired into the air.":          "NAIROBI",
		"NAIROBI, Kenya — Police fired into the air.":             "NAIROBI",
		"Geneva — The two sides met.":                             "Geneva",
		"Russia attacked the town – the second attack in a week.": "",
		"The talks in Geneva – the first in years – went well.":   "",
		"Russia is at war.": "",
		"":                  "",
		"Putin — a leader of Russia — spoke.": "",
	} {
		doc, found := read(text)
		if got := name(doc, found, Dateline(&doc.Document, found)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A name that the tagger draws over the dash is no dateline.
func TestNoDatelineOverItsDash(t *testing.T) {
	doc := syntax.Read("AMMAN — Jordan took part in the summit.", "en")
	found := &entity.Found{Mentions: []entity.Mention{{Start: 0, End: len("AMMAN — Jordan"), Type: entity.GPE, Entity: -1}}}
	if got := Dateline(&doc.Document, found); got >= 0 {
		t.Errorf("mention %d", got)
	}
}

func TestOfEvent(t *testing.T) {
	for _, test := range []struct{ text, trigger, place, basis string }{
		{"The two met in Geneva on Monday.", "met", "Geneva", Argument},
		{"In Vienna, the two sides met again.", "met", "Vienna", Sentence},
		{"Putin said in Geneva that Russia had attacked.", "attacked", "", ""},
		{"Russia attacked Ukraine.", "attacked", "", ""},
		{"Russian troops attacked at dawn.", "attacked", "", ""},
		{"The ministers met in the city of Geneva.", "met", "Geneva", Argument},
		{"They met in Russia's interest.", "met", "", ""},
		{"They met before talks in Vienna.", "met", "", ""},
		{"Rebels attacked villages in northern Ukraine.", "attacked", "Ukraine", Argument},
		{"Officials in Kyiv said the army attacked.", "attacked", "", ""},
		{"GENEVA (Reuters) - The two sides met on Monday.", "met", "GENEVA", InLine},
		{"GENEVA (Reuters) - The two sides met in Vienna.", "met", "Vienna", Argument},
		{"GENEVA (Reuters) - The city was calm.\n\nThe two sides met on Monday.", "met", "", ""},
	} {
		doc, found := read(test.text)
		at := strings.Index(test.text, test.trigger)
		sentence := 0
		for doc.Sentences[sentence].End <= at {
			sentence++
		}
		i, basis := OfEvent(&doc.Document, found, sentence, at, at+len(test.trigger), Dateline(&doc.Document, found))
		if got := name(doc, found, i); got != test.place || basis != test.basis {
			t.Errorf("%s: %q by %q, want %q by %q", test.text, got, basis, test.place, test.basis)
		}
	}
}

func FuzzWhere(f *testing.F) {
	f.Add("GENEVA, Jan 10 (Reuters) – In Kyiv, the two met.")
	f.Add("Geneva's – \xff in Vienna")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc, found := read(text)
		line := Dateline(&doc.Document, found)
		for n, s := range doc.Sentences {
			for i := s.First; i < s.Last; i += 7 {
				place, basis := OfEvent(&doc.Document, found, n, doc.Tokens[i].Start, doc.Tokens[i].End, line)
				if (place < 0) != (basis == "") || place >= len(found.Mentions) {
					t.Fatalf("%d by %q", place, basis)
				}
			}
		}
	})
}

// BenchmarkOfEvent asks for the place of one event in each sentence of an article.
func BenchmarkOfEvent(b *testing.B) {
	doc, found := read(strings.Repeat("Rebels attacked villages in northern Ukraine, officials in Kyiv said on Monday after talks in Vienna. ", 50))
	for b.Loop() {
		for n, s := range doc.Sentences {
			OfEvent(&doc.Document, found, n, doc.Tokens[s.First+1].Start, doc.Tokens[s.First+1].End, -1)
		}
	}
}
