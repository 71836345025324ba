package token

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func surfaces(text string, english bool) []string {
	var out []string
	for _, t := range Words(nil, text, 0, len(text), english) {
		out = append(out, text[t.Start:t.End])
	}
	return out
}

// check tells where words differ from those that a text with bars shows: "do|n't".
func check(t *testing.T, barred string, english bool) {
	text := strings.ReplaceAll(barred, "|", "")
	want := strings.FieldsFunc(barred, func(r rune) bool { return r == ' ' || r == '|' })
	if got := surfaces(text, english); !slices.Equal(got, want) {
		t.Errorf("%q:\n got %q\nwant %q", text, got, want)
	}
}

// English words are cut as in the treebanks EWT and GUM.
func TestEnglish(t *testing.T) {
	for kind, barred := range map[string]string{
		"contractions":  "Do|n't stop|, I ca|n’t|, you|'re it|. CA|N'T can|not gon|na Gim|me",
		"possessives":   "Russia|'s and Russia|’s workers|' Łódź|'s",
		"apostrophes":   "O'Neil d'état o'clock n’est the 1990's '90s 'em",
		"hyphens":       "so|-|called state|-|of|-|the|-|art al|-|Assad X|-|ray",
		"prefixes":      "non-profit pre-war mid-1980s co|-|owner|-|operator pro|-|Russian",
		"money":         "$|3.5|bn US$|5 £|20 3.5|% 1,000 $|.50",
		"numbers":       "10|km 20th 1930s 3.14.15 +44 12/25/2001 9/11 1/2",
		"ranges":        "713-853-3989 345-9945 2003|-|2004 3|-|4 77042-2016",
		"times":         "8|pm 5:30|pm 10 a.m. on",
		"addresses":     "http://www.example.com/a-b_(c).html|, www.bbc.co.uk/news|. draft.doc (|https://a.b/c|)|.",
		"mail":          "jane.doe@example.com|, mailto:a@b.c @handle #tag #|1",
		"initials":      "J. R. Smith U.S. I.B.M. a.k.a. AT&T",
		"abbreviations": "Mr. Bean St. Louis Ph.D. e.g. this No. 5 N°. 7|. The answer|: no|.",
		"stops":         "the end|.|It began|...|he said|…",
		"cries":         "What|?! No|!!! So|.? Eh|...|?",
		"quotes":        "“|Zürich|”|—|yes \"|c|\" '|d|' ''|e|''",
		"brackets":      "(|no|) [|a|] {|b|} (|c|)|,",
		"rules":         "--- ==== *** |>> a_b",
		"emoticons":     "good :) ;-) :D =( (|note|: a|)",
		"emoji":         "👩‍👩‍👧|!|👍🏽 🇩🇪|🇫🇷 ☺️",
		"marks":         "cafe\u0301 naïve \u0301x",
	} {
		t.Run(kind, func(t *testing.T) { check(t, barred, true) })
	}
}

// Any other language has the words of UAX #29, and 's apart.
func TestOtherLanguages(t *testing.T) {
	for _, barred := range []string{
		"Don't stop|, Mr|. O'Neil|.",
		"Russia|'s and Russia|’s 3.5 percent",
		"al|-|Assad (|U.S|.|)",
		"“|Zürich|”|—|oui",
		"他|来|了|。",
	} {
		check(t, barred, false)
	}
}

// promises holds any text to what the package says: every character that is not white space is in exactly one token, tokens come in order, and none
// cuts a character.
func promises(t *testing.T, text string, english bool) {
	end, valid := 0, utf8.ValidString(text)
	for _, tok := range Words(nil, text, 0, len(text), english) {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
			t.Fatalf("token %+v after %d in %.200q", tok, end, text)
		}
		if left := strings.TrimFunc(text[end:tok.Start], unicode.IsSpace); left != "" {
			t.Fatalf("%q is in no token of %.200q", left, text)
		}
		if form := text[tok.Start:tok.End]; english && strings.IndexFunc(form, unicode.IsSpace) >= 0 {
			t.Fatalf("token %q holds white space", form)
		} else if valid && !utf8.ValidString(form) {
			t.Fatalf("token %q cuts a character of %.200q", form, text)
		}
		end = tok.End
	}
	if left := strings.TrimFunc(text[end:], unicode.IsSpace); left != "" {
		t.Fatalf("%q is in no token of %.200q", left, text)
	}
}

var hostile = []string{
	"", "a", " \t\r\n\v\f", "\x00\x01\x1f\x7f", "\xff\xfe\xe2\x80", "\u2028\u0085\u00a0\u3000x\u3000", "\ufeff\u200b\u200d",
	"'s n't 'n't ''' ’’ ‘’ '", "... .5 .. . ,,, :: ;; :-) :/ ://x a:// @ @@ a@ @a a@b.", "1- -1 1-1-1- 1,,1 1.,1 $$$ US$$ #a#b #",
	"www. www.. http:// (http://a.b) mailto: a.b.c.d.e.f. U.S.A.. Ph.D.D. e.g.x", "\u0301\u0301 a\u0301\u200d\u0301 👩\u200d \U0001F1E9",
	"can't've y'all'd rock'n'roll O'", "-- - – —— … …… •• non-non-non", "他来了。Привет мир! مرحبا नमस्ते ไทย", "\U0010ffff\U000e0041",
}

func FuzzWords(f *testing.F) {
	for _, seed := range hostile {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(promises)
}

// FuzzPlain holds the short rules for ASCII against the full tables.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"can't 3.5 1,000;2 a:b a.b. _x_1 'quoted' U.S.A.", "1.a a.1 1'2 a'1 a,b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' }) {
			short, full := cutPlain(nil, word, 0, len(word)), cutTables(nil, word, 0, len(word))
			if !slices.Equal(short, full) {
				t.Fatalf("%q: short rules %v, tables %v", word, short, full)
			}
		}
	})
}

// A word of megabytes is cut in moments, whatever it is made of: work that grew with the square of
// its length would take hours.
func TestHugeWords(t *testing.T) {
	for _, piece := range []string{
		"a", "a.", "a-", "a'", "a'b", ".", "1", "1-", "1,", "http://", "a@", "@", "n't", "é", "\u0301", "👩\u200d", "’", "U.S.", "com.", "non-", "a/", ":", "(", "$1", "a.b@", "www.", "'", "\xff",
	} {
		promises(t, strings.Repeat(piece, (1<<20)/len(piece)), true)
	}
	promises(t, strings.Repeat("a", 5<<20), true)
}

func BenchmarkEnglish(b *testing.B) {
	text := "Officials in the U.S. said on Jan. 5 that Mr. Smith’s plan, worth $3.5 billion, hadn't failed. “It is over,” he said."
	tokens := Words(nil, text, 0, len(text), true)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tokens = Words(tokens[:0], text, 0, len(text), true)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
