package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/syntax"
)

func find(text, language string) (*syntax.Document, Found) {
	doc := syntax.Read(text, language)
	return doc, Find(doc, Hints{})
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "President Vladimir Putin met Joe Biden in Geneva on Monday.", "PERSON Vladimir Putin|PERSON Joe Biden|GPE Geneva"},
		{"en", "Russia's Deputy Foreign Minister Sergei Ryabkov spoke.", "GPE Russia|PERSON Sergei Ryabkov"},
		{"en", "The European Union and the United States agreed.", "ORG European Union|GPE United States"},
		{"en", "European leaders met.", "NORP European"},
		{"en", "Officials in the U.S. waited.", "GPE U.S."},
		{"en", "He told us that the USA was ready.", "GPE USA"},
		{"en", "GENEVA, Jan 10 (Reuters) - Talks began.", "GPE GENEVA|ORG Reuters"},
		{"en", "Hangings were banned in January. Nobody spoke on Friday.", ""},
		{"en", "The Organization for Security and Cooperation in Europe (OSCE) met.", "ORG Organization for Security and Cooperation in Europe|ORG OSCE"},
		{"en", "Syria's Bashar al-Assad left Damascus.", "GPE Syria|PERSON Bashar al-Assad|GPE Damascus"},
		{"en", "Transport Minister Tomas Grigas spoke to the paper Abend-Zeitung on Mondays.", "PERSON Tomas Grigas|ORG Abend-Zeitung"},
		{"en", "The talks will be held in Columbus on Tahrir Square.", "GPE Columbus|FAC Tahrir Square"},
		{"en", "They denied that soldiers had fired in the clash with Kyrgyz guards near Ak-Sai.", "NORP Kyrgyz|GPE Ak-Sai"},
		{"en", "US-Russia talks failed.", "GPE US|GPE Russia"},
		{"en", "President Joe Biden met President Vladimir Putin. The Biden-Putin summit ended.", "PERSON Joe Biden|PERSON Vladimir Putin|PERSON Biden|PERSON Putin"},
		{"en", "He lives in Washington, D.C., and works there.", "GPE Washington, D.C."},
		{"en", "Sen. Chris Murphy (D., Conn.) met Rep. Mike Gallagher (R-Wis.) and Chuck Schumer (D-N.Y.).", "PERSON Chris Murphy|GPE Conn|PERSON Mike Gallagher|GPE Wis|PERSON Chuck Schumer|GPE N.Y."},
		{"en", "Kremlin spokesman Dmitry Peskov said the Kremlin was ready.", "ORG Kremlin|PERSON Dmitry Peskov|ORG Kremlin"},
		{"de", "Der Hund und die Katze lebten in Frankreich, nicht in Argentina.", "GPE Argentina"},
	} {
		_, found := find(c.text, c.language)
		var got []string
		for _, m := range found.Mentions {
			got = append(got, fmt.Sprintf("%s %s", m.Type, c.text[m.Start:m.End]))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}

// TestPlaces holds the mistakes that other systems are known for.
func TestPlaces(t *testing.T) {
	_, found := find("European leaders spoke of Oklahoma and the USA. Police in Paris, Texas, agreed.", "en")
	got := map[string]string{}
	for _, e := range found.Entities {
		got[e.Name] = string(e.Type) + " " + e.Country
	}
	for name, want := range map[string]string{"European": "NORP ", "Oklahoma": "GPE USA", "United States": "GPE USA", "Paris": "GPE USA"} {
		if got[name] != want {
			t.Errorf("%s: got %q, want %q", name, got[name], want)
		}
	}
}

// What is written small, or in capitals, is linked as its usual form is.
func TestNamesOfAnyCaseAreLinked(t *testing.T) {
	for _, text := range []string{
		"the united nations said that talks in geneva on north korea had failed. the u.s. left. russian officials stayed.",
		"THE UNITED NATIONS SAID THAT TALKS IN GENEVA ON NORTH KOREA HAD FAILED. THE U.S. LEFT. RUSSIAN OFFICIALS STAYED.",
	} {
		_, found := find(text, "en")
		for _, want := range []string{"United Nations", "Geneva", "North Korea", "United States", "Russian"} {
			if !slices.ContainsFunc(found.Entities, func(e Entity) bool {
				return e.Name == want && (e.Type == Org || e.Country != "" && e.HasPoint)
			}) {
				t.Errorf("%q: no %s in %+v", text, want, found.Entities)
			}
		}
	}
}

// A building that stands for who works there is no town of its name.
func TestTheWhiteHouseIsNoTown(t *testing.T) {
	_, found := find("Moscow said it had no plans. The Kremlin declined to comment. The White House said it was watching.", "en")
	for _, e := range found.Entities {
		if want := map[string]string{"White House": "USA", "Kremlin": "RUS"}[e.Name]; want != "" && (e.Country != want || e.GeoNames != "") {
			t.Errorf("%+v", e)
		}
	}
}

// A headline in capitals names nobody, where the text has the usual form.
func TestNameIsNotThatOfAHeadline(t *testing.T) {
	_, found := find("VLADIMIR PUTIN MEETS HARLAN FOODS WORKERS\n\nVLADIMIR PUTIN TO STAY\n\nPresident Vladimir Putin met workers of Harlan Foods.", "en")
	for _, e := range found.Entities {
		if e.Name == "VLADIMIR PUTIN" || e.Name == "HARLAN FOODS" {
			t.Errorf("%+v", found.Entities)
		}
	}
}

func TestTitlesGiveCountryAndRole(t *testing.T) {
	_, found := find("Russian President Vladimir Putin spoke. Later Putin left.", "en")
	first, last := found.Mentions[1], found.Mentions[len(found.Mentions)-1]
	if first.Country != "RUS" || first.Role != "GOV" {
		t.Errorf("%+v", first)
	}
	if last.Entity != first.Entity || last.LinkScore >= 1 {
		t.Errorf("surname %+v does not join %+v", last, first)
	}
}

func TestKnownMentionsAreKept(t *testing.T) {
	doc := syntax.Read("Nothing here. France and Germany.", "en")
	found := Find(doc, Hints{HasKnown: true, Known: []Mention{{Start: 14, End: 20, Type: GPE}}})
	if len(found.Mentions) != 1 || found.Mentions[0].Country != "FRA" || found.Mentions[0].Sentence != 1 {
		t.Errorf("%+v", found.Mentions)
	}
	doc = syntax.Read("Police in Paris, Texas, agreed.", "en")
	found = Find(doc, Hints{HasKnown: true, Known: []Mention{{Start: 10, End: 15, Type: GPE}}})
	if len(found.Mentions) != 1 || found.Mentions[0].Country != "USA" {
		t.Errorf("Paris, Texas: %+v", found)
	}
	if found = Find(doc, Hints{HasKnown: true}); len(found.Mentions) != 0 {
		t.Errorf("tagged %+v though none was given", found.Mentions)
	}
}

func check(t *testing.T, text, language string) {
	doc, found := find(text, language)
	end := 0
	for _, m := range found.Mentions {
		s := doc.Sentences[m.Sentence]
		if m.Start < max(end, s.Start) || m.End <= m.Start || m.End > s.End {
			t.Fatalf("mention %+v after %d in %+v of %q", m, end, s, text)
		}
		if m.Entity < 0 || m.Entity >= len(found.Entities) {
			t.Fatalf("mention %+v of %d entities", m, len(found.Entities))
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
			t.Fatalf("mention %+v cuts a rune of %q", m, text)
		}
		end = m.End
	}
	for i, r := range found.References {
		s := doc.Sentences[r.Sentence]
		if r.Start < s.Start || r.End <= r.Start || r.End > s.End || r.Entity < 0 || r.Entity >= len(found.Entities) || i > 0 && r.Start < found.References[i-1].End {
			t.Fatalf("reference %+v in %q", r, text)
		}
	}
	_, again := find(text, language)
	if !slices.Equal(found.References, again.References) || !slices.Equal(found.Mentions, again.Mentions) || !slices.Equal(found.Entities, again.Entities) {
		t.Fatalf("two runs differ on %q", text)
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Mr. A. B. Smith of the Bank of England (BOE)", "U.S. Gen. al-Assad's\nGENEVA, Jan", "Ministry of the É\xff van-", "的 Paris, Texas", "Anna Lee met Mr. Lee. She said he and his wife left. The minister agreed."} {
		f.Add(seed, "en")
		f.Add(seed, "de")
	}
	f.Fuzz(check)
}

// A text of nothing but titles and heads of names costs as much for each word as a short one. What
// this guards against takes hours for such a text, so the test's own time limit tells.
func TestRunsOfTitlesAreLinear(t *testing.T) {
	for _, word := range []string{"Mr. ", "President ", "Transport Minister ", "Ministry of ", "Anna ", "United ", "ACME ", "Bank ", "al-"} {
		doc := syntax.Read(strings.Repeat(word, 1<<16/len(word)), "en")
		Find(doc, Hints{})
	}
}

var article = strings.Repeat("Russian President Vladimir Putin met officials of the European Union in Geneva on Monday, said Maria Kowalska, a spokeswoman for the Foreign Ministry. Prices had risen by 3.5 percent since the talks began, but nobody expected an agreement before the end of the year.\n\n", 23)

// BenchmarkLoad reads the gazetteer, as each run of the program does once.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		openLexicon()
	}
}

func BenchmarkFind(b *testing.B) {
	lexicon()
	doc := syntax.Read(article, "en")
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, Hints{})
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
