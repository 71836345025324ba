package segment

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func sentences(text, language string) []string {
	doc := Split(text, language)
	var out []string
	for _, s := range doc.Sentences {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ language, text string }{
		{"en", "He met Mr. Smith.|They spoke."},
		{"en", "He lives in the U.S.|The flat is small."},
		{"en", "The U.S. Navy sailed."},
		{"en", "It came on Jan. 5.|Nobody saw it."},
		{"en", "See No. 5 of the list."},
		{"en", "J. R. Smith left."},
		{"en", "Prices rose 3.5 percent.|Nobody paid."},
		{"en", "“We left.”|They stayed."},
		{"en", "(He left.)|She stayed."},
		{"en", "“Why?” he asked."},
		{"en", "Well... maybe not."},
		{"en", "A headline\nThe first line.|The second."},
		{"de", "Sie kam am 3. März an.|Er blieb."},
		{"zh", "他来了。|她走了！|好吗？"},
		{"hi", "वह आया।|वह गया।"},
		{"ar", "هل جاء؟|نعم."},
	} {
		text := strings.ReplaceAll(c.text, "|", " ")
		want := strings.Split(strings.ReplaceAll(c.text, "\n", "|"), "|")
		if got := sentences(text, c.language); !slices.Equal(got, want) {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func TestParagraphs(t *testing.T) {
	doc := Split("\n\nOne.\nTwo.\n\n \nThree.\r\n\r\nFour.\n", "en")
	var got []int
	for _, s := range doc.Sentences {
		got = append(got, s.Paragraph)
	}
	if !slices.Equal(got, []int{0, 0, 1, 2}) {
		t.Errorf("paragraphs %v", got)
	}
}

func check(t *testing.T, text string) {
	doc := Split(text, "en")
	end, tokens, tokenEnd, valid := 0, 0, 0, utf8.ValidString(text)
	for _, s := range doc.Sentences {
		if s.Start < end || s.End <= s.Start || s.First != tokens || s.Last <= s.First {
			t.Fatalf("sentence %+v after %d in %q", s, end, text)
		}
		for _, tok := range doc.Tokens[s.First:s.Last] {
			if tok.Start < max(s.Start, tokenEnd) || tok.End <= tok.Start || tok.End > s.End {
				t.Fatalf("token %+v of %+v in %q", tok, s, text)
			}
			if valid && !utf8.ValidString(text[tok.Start:tok.End]) {
				t.Fatalf("token %+v cuts a rune of %q", tok, text)
			}
			tokenEnd = tok.End
		}
		end, tokens = s.End, s.Last
	}
	if tokens != len(doc.Tokens) {
		t.Fatalf("%d tokens in sentences, %d in all", tokens, len(doc.Tokens))
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", "A. B.", "Mr. Smith's U.S. trip... Why?\n\nYes.", "他来了。\u2028\xff\xe2\x80", "a\u200d\u0301 b",
		"1. a 2. b 3. c", "• 9. x • 10. y", "(a) \"b.\" 'c' ``d'' . . . :)", "\x00\x01 \u0085 \u00a0 \ufeff", "I. I. I. I.",
	} {
		f.Add(seed)
	}
	f.Fuzz(check)
}

// What a reader sees as one sentence stays one, and what he sees as two is told apart.
func TestEnglish(t *testing.T) {
	for kind, barred := range map[string]string{
		"capitals":   "PRESIDENT SIGNS U.S. TRADE DEAL AFTER MONTHS OF TALKS IN GENEVA",
		"dateline":   "GENEVA (AP) — The talks ended on Friday.|Nobody was surprised.",
		"brackets":   "He left early (nobody knew why) and never came back.|She stayed.",
		"quotation":  "“We did not expect this,” she said.|“Nobody did.”|He agreed.",
		"list":       "1. Wash the beans|2. Boil them for an hour|3. Serve them hot",
		"decimal":    "Prices rose 3.5 percent in Jan. 2020 and 4.1 percent in Feb. 2021.|Wages fell.",
		"ellipsis":   "He waited ... and waited.|Then he left.",
		"title":      "They met Gen. Smith and Prof. Jones of St. Louis on Monday.|Both were tired.",
		"time":       "He was shot at 10 p.m. Friday in Rome, and it ended at 6 a.m. Monday.|Nobody slept.",
		"no capital": "the plan has failed.|nobody will pay for it now.",
	} {
		t.Run(kind, func(t *testing.T) {
			text := strings.ReplaceAll(barred, "|", " ")
			if got := sentences(text, "en"); !slices.Equal(got, strings.Split(barred, "|")) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A line ends at every mandatory break of UAX #14, and a sentence at the end of its line.
func TestLineBreaks(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		text := "Talks in New" + end + "York went on"
		for _, language := range []string{"en", "de"} {
			doc := Split(text, language)
			if len(doc.Sentences) != 2 || text[doc.Sentences[1].Start:] != "York went on" || text[:doc.Sentences[0].End] != "Talks in New" {
				t.Errorf("%q, %s: %+v", text, language, doc.Sentences)
			}
		}
	}
}

// Text that no reader would write is cut in time that grows with its length alone.
func TestHostile(t *testing.T) {
	for _, piece := range []string{"a ", "a", "A. ", "1. ", "( ", "“ ", ". ", "• ", "I. ", "é\u0301", "👩\u200d", "U.S. ", "\n", "\x00", "! ", "a) "} {
		check(t, strings.Repeat(piece, 100_000))
	}
	check(t, strings.Repeat("a", 5<<20))
}

func TestUnknownLanguageIsReadAsEnglish(t *testing.T) {
	const text = "Mr. Smith left. They stayed."
	if got, want := sentences(text, "und"), sentences(text, "en-GB"); !slices.Equal(got, want) || len(got) != 2 {
		t.Errorf("und %q, en-GB %q", got, want)
	}
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("Officials in the U.S. said on Jan. 5 that Mr. Smith’s plan, worth $3.5 billion, had failed. “It is over,” he said. "+
		"Nobody had expected anything else after the long talks of the last few weeks, which ended without a result.\n\n", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		tokens += len(Split(text, "en").Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
