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
	end, tokens, tokenEnd := 0, 0, 0
	for _, s := range doc.Sentences {
		if s.Start < end || s.End <= s.Start || s.First != tokens || s.Last <= s.First {
			t.Fatalf("sentence %+v after %d in %q", s, end, text)
		}
		for _, tok := range doc.Tokens[s.First:s.Last] {
			if tok.Start < max(s.Start, tokenEnd) || tok.End <= tok.Start || tok.End > s.End {
				t.Fatalf("token %+v of %+v in %q", tok, s, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[tok.Start:tok.End]) {
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
	for _, seed := range []string{"", "A. B.", "Mr. Smith's U.S. trip... Why?\n\nYes.", "他来了。\u2028\xff\xe2\x80", "a\u200d\u0301 b"} {
		f.Add(seed)
	}
	f.Fuzz(check)
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("Officials in the U.S. said on Jan. 5 that Mr. Smith’s plan, worth $3.5 billion, had failed. “It is over,” he said.\n\n", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, "en")
	}
}
