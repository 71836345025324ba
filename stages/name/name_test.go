package name

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/segment"
)

// find gives the names of a text, each as "Type text".
func find(text string) []string {
	doc := segment.Split(text, "en")
	var out []string
	for _, s := range NewFinder(Default()).Find(&doc) {
		out = append(out, [...]string{"PER", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "OTHER"}[s.Type]+" "+text[doc.Tokens[s.First].Start:doc.Tokens[s.Last-1].End])
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"titles stand outside", "President Vladimir Putin met Joe Biden in Geneva on Monday.", "PER Vladimir Putin|PER Joe Biden|LOC Geneva"},
		{"no article, no possessive", "The European Union's envoy left the United Nations.", "ORG European Union|ORG United Nations"},
		{"the outermost of nested names", "He studied at the University of Nairobi.", "ORG University of Nairobi"},
		{"datelines", "GENEVA, Jan 10 (Reuters) - Talks began.", "LOC GENEVA|ORG Reuters"},
		{"lists", "Ghana, Togo, Benin and Nigeria agreed.", "LOC Ghana|LOC Togo|LOC Benin|LOC Nigeria"},
		{"headlines in capitals", "RUSSIA AND UKRAINE AGREE ON GRAIN EXPORTS", "LOC RUSSIA|LOC UKRAINE"},
		{"text in small letters", "the talks between russia and ukraine will be held in geneva on monday, said antonio guterres.", "LOC russia|LOC ukraine|LOC geneva|PER antonio guterres"},
		{"peoples are no places", "Nigerian lawyers met Chinese officials.", "NORP Nigerian|NORP Chinese"},
		{"ordinary words at the head of a sentence", "Hangings were banned. Nobody spoke on Friday.", ""},
	} {
		got := strings.Join(find(c.text), "|")
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

// TestNoNameRunsOverALineBreak holds it for a name that would be one on one line.
func TestNoNameRunsOverALineBreak(t *testing.T) {
	if got := find("He went to South Korea."); !slices.Equal(got, []string{"LOC South Korea"}) {
		t.Errorf("on one line: %q", got)
	}
	for _, got := range find("He went to South\nKorea.") {
		if strings.Contains(got, "\n") {
			t.Errorf("on two lines: %q", got)
		}
	}
}

// TestDocumentEvidence holds that a surname alone gets the type that the full name has elsewhere.
func TestDocumentEvidence(t *testing.T) {
	got := find("Goodluck Jonathan, the president, spoke on Monday. Jonathan had lifted the ban.\n\nJonathan said so.")
	want := []string{"PER Goodluck Jonathan", "PER Jonathan", "PER Jonathan"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestFinderIsReusable holds that what was read before leaves no trace.
func TestFinderIsReusable(t *testing.T) {
	texts := []string{"Mr. Okafor left Lagos.", strings.Repeat("ACME Corp. of Ohio said it. ", 300), "", "Okafor again, in Lagos."}
	f := NewFinder(Default())
	for _, text := range append(texts, texts...) {
		doc := segment.Split(text, "en")
		got := slices.Clone(f.Find(&doc))
		if want := NewFinder(Default()).Find(&doc); !slices.Equal(got, want) {
			t.Errorf("%.40q: a used finder finds %v, a new one %v", text, got, want)
		}
	}
}

// TestOpen holds which tokens are looked at: those near a capital or a digit, all where nobody writes capitals.
func TestOpen(t *testing.T) {
	const none = " it rained and rained and rained and rained"
	for text, want := range map[string][][2]int{
		"Lagos" + none + ".":                        {{0, 4}},
		"it is al-Assad" + none + ".":               {{2, 8}}, // al - Assad
		"Prayut Chan-o-cha" + none + ".":            {{0, 9}}, // Chan - o - cha
		"Bank of the old and the new of Ohio.":      {{0, 4}, {6, 10}},
		"Bank of the old and the Ohio bank.":        {{0, 9}},
		"we saw 3 of them" + none + " in Oslo":      {{0, 6}, {12, 15}},
		strings.Repeat("okafor went to lagos. ", 3): {{0, 5}, {5, 10}, {10, 15}}, // nobody writes capitals
	} {
		doc := segment.Split(text, "en")
		var s Sheet
		s.Read(&doc, doc.Sentences)
		var got [][2]int
		for _, sentence := range doc.Sentences {
			for first, last := range s.Open(sentence) {
				got = append(got, [2]int{first, last})
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestLongInput holds that long sentences and long words take time by their length alone; what it
// guards against would not end within the test's time limit.
func TestLongInput(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("Mr. Okafor ", 50000), // a sentence of 100,000 tokens,
		strings.Repeat("A", 5<<20),
		strings.Repeat("É", 1<<20) + " said " + strings.Repeat("a", 1<<20),
	} {
		check(t, text)
	}
}

// check holds that names stand in order within their sentences, and that scores are shares.
func check(t *testing.T, text string) {
	doc := segment.Split(text, "en")
	at, sentence := 0, 0
	for _, s := range NewFinder(Default()).Find(&doc) {
		for sentence < len(doc.Sentences) && s.First >= doc.Sentences[sentence].Last {
			sentence++
		}
		if s.First < at || s.Last <= s.First || sentence == len(doc.Sentences) || s.Last > doc.Sentences[sentence].Last || s.Score <= 0 || s.Score > 1 {
			t.Fatalf("%+v behind %d of %.100q", s, at, text)
		}
		at = s.Last
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Mr. A. B. Smith of the Bank of England (BOE)", "U.S. Gen. al-Assad's\nGENEVA, Jan", "\xff\xfeÉ 的 'S", "ALL CAPS HERE IN LAGOS", "👩‍👩‍👧 e\u0301\u0301 a\u200db"} {
		f.Add(seed)
	}
	f.Fuzz(check)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 1, 0, 0, 0})
	f.Fuzz(func(t *testing.T, stored []byte) {
		for _, packed := range [][]byte{stored, linear.Pack(stored)} {
			if m, err := Read(packed); err == nil {
				doc := segment.Split("A B.", "en")
				NewFinder(m).Find(&doc)
			}
		}
	})
}

var article = strings.Repeat("Russian President Vladimir Putin met officials of the European Union in Geneva on Monday, said Maria Kowalska, a spokeswoman for the Foreign Ministry. Prices had risen by 3.5 percent since the talks began, but nobody expected an agreement before the end of the year.\n\n", 23)

func BenchmarkFind(b *testing.B) {
	doc := segment.Split(article, "en")
	f := NewFinder(Default())
	f.Find(&doc)
	b.ReportAllocs()
	for b.Loop() {
		f.Find(&doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestScoresTellSureNamesFromUnsureOnes holds that a name that could be of two types has less.
func TestScoresTellSureNamesFromUnsureOnes(t *testing.T) {
	score := func(text string) float32 {
		doc := segment.Split(text, "en")
		found := NewFinder(Default()).Find(&doc)
		if len(found) != 1 {
			t.Fatalf("%q: %d names", text, len(found))
		}
		return found[0].Score
	}
	sure, unsure := score("Mr. John Smith said so on Monday."), score("Washington was not so sure.")
	if unsure >= sure || sure > 1 || unsure < 0 {
		t.Errorf("%.2f for a person with a title, %.2f for a person or a place", sure, unsure)
	}
}
