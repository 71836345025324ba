package quote

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/syntax"
)

// read gives the quotes of a text as "kind cue/speaker: text"; runs of capitals are people.
func read(text, language string) string {
	doc := split(text, language)
	var out []string
	for _, q := range Find(doc, names(doc)) {
		s := q.Kind
		if q.Cue != "" {
			s += " " + q.Cue
		}
		if q.SpeakerName != "" {
			s += "/" + q.SpeakerName
		}
		out = append(out, s+": "+text[q.Start:q.End])
	}
	return strings.Join(out, "\n")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"cue behind", `“The talks have failed,” John Smith said.`, `direct said/John Smith: The talks have failed,`},
		{"cue behind, inverted", `“The talks have failed,” said John Smith, a lawyer.`, `direct said/John Smith: The talks have failed,`},
		{"cue before", `John Smith told reporters: “The talks have failed.”`, `direct told/John Smith: The talks have failed.`},
		{"straight marks", `"The talks have failed," John Smith warned.`, `direct warned/John Smith: The talks have failed,`},
		{"apposition", `“It is over,” John Smith, a professor at Princeton, said.`, `direct said/John Smith: It is over,`},
		{"party", `“It is over,” Rep. John Smith (D-Ohio) said.`, `direct said/John Smith: It is over,`},
		{"split in two", `“The talks,” John Smith said, “have failed for good.”`, "direct said/John Smith: The talks,\ndirect said/John Smith: have failed for good."},
		{"goes on", `“The talks failed,” John Smith said. “We are going home.”`, "direct said/John Smith: The talks failed,\ndirect/John Smith: We are going home."},
		{"two paragraphs", "John Smith said: “We have failed.\n\n“We are going home.”", "direct said/John Smith: We have failed.\ndirect/John Smith: We are going home."},
		{"nested", `“He told me ‘no’ and left,” John Smith said.`, `direct said/John Smith: He told me ‘no’ and left,`},
		{"nested at its end", `“It feels like, ‘Meh, we can put this off,’” John Smith said.`, `direct said/John Smith: It feels like, ‘Meh, we can put this off,’`},
		{"a role", `“The talks have failed,” the Russian leader said.`, `direct said/the Russian leader: The talks have failed,`},
		{"participle", `John Smith left the room, saying, “The talks have failed.”`, `direct saying/John Smith: The talks have failed.`},
		{"signed", `“The talks have failed and we go.” — John Smith`, `direct/John Smith: The talks have failed and we go.`},
		{"a fragment", `John Smith called the plan “a big mistake by all sides” on Friday.`, `partial called/John Smith: a big mistake by all sides`},
		{"words in doubt", `The so-called “experts” went home.`, ``},
		{"a title", `The film “Gone With the Wind” ran for years.`, ``},
		{"a title behind a comma", `In his first book, “Gone With the Wind,” John Smith suggested it.`, ``},
		{"no title", `John Smith shouted: “Make America Great Again!”`, `direct shouted/John Smith: Make America Great Again!`},
		{"a transcript", `“SMITH: Look, we have failed and we know it.”`, `direct/SMITH: Look, we have failed and we know it.`},
		{"adverb of the tree", `John Smith boldly said that the talks had failed for good.`, `indirect said/John Smith: that the talks had failed for good`},
		{"who", `The lawyer John Smith, who said that the talks had failed for good.`, `indirect said/John Smith: that the talks had failed for good`},
		{"apostrophes", `The officials' plans weren't the readers' fault in the '90s.`, ``},
		{"inches and the like", `He is 6'2" tall and 30" wide.`, ``},
		{"single marks", `‘The talks have failed,’ John Smith said.`, `direct said/John Smith: The talks have failed,`},
		{"indirect with that", `John Smith said that the talks had failed for good.`, `indirect said/John Smith: that the talks had failed for good`},
		{"indirect, bare", `John Smith said he would go home at once.`, `indirect said/John Smith: he would go home at once`},
		{"indirect, cue behind", `The talks had failed for good, John Smith said.`, `indirect said/John Smith: The talks had failed for good`},
		{"according to", `The talks had failed for good, according to John Smith.`, `indirect according to/John Smith: The talks had failed for good`},
		{"a day before the cue", `GENEVA — John Smith on Tuesday denied that he knew of the plan.`, `indirect denied/John Smith: that he knew of the plan`},
		{"no word of saying", `John Smith hopes that the old road will be closed before the vote.`, `indirect hopes/John Smith: that the old road will be closed before the vote`},
		{"a noun is no cue", `The hopes that the talks would bring peace to the land grew.`, ``},
		{"no cue", `The talks had failed for good on Friday.`, ``},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := read(test.text, "en"); got != test.want {
				t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

// A pronoun is the person named last before it, outside of quotes.
func TestPronoun(t *testing.T) {
	text := `The deal pleased John Smith. “Bob Jones and I are going home,” he said.`
	doc := split(text, "en")
	found := names(doc)
	quotes := Find(doc, found)
	if len(quotes) != 1 || quotes[0].SpeakerName != "he" || quotes[0].Speaker < 0 {
		t.Fatalf("quotes %+v", quotes)
	}
	if m := found.Mentions[quotes[0].Speaker]; text[m.Start:m.End] != "John Smith" {
		t.Errorf("he is %q", text[m.Start:m.End])
	}
}

func TestMarksOfOtherLanguages(t *testing.T) {
	for _, test := range []struct{ language, text, want string }{
		{"de", "Er sagte: „Die Gespräche sind gescheitert.“", "direct: Die Gespräche sind gescheitert."},
		{"fr", "Il dit : « Les négociations ont échoué hier soir. »", "direct: Les négociations ont échoué hier soir."},
		{"nb", "Han sa: «Samtalene har mislyktes helt.»", "direct: Samtalene har mislyktes helt."},
		{"da", "Han sagde: »Samtalerne er brudt sammen nu.«", "direct: Samtalerne er brudt sammen nu."},
		{"ja", "彼は「話し合いは失敗に終わりました。」と言った。", "direct: 話し合いは失敗に終わりました。"},
	} {
		if got := read(test.text, test.language); got != test.want {
			t.Errorf("%s %q:\n got %s\nwant %s", test.language, test.text, got, test.want)
		}
	}
}

// check holds for every text: spans inside it, on the boundaries of runes, sorted, no two the same.
func check(t *testing.T, doc *syntax.Document, quotes []Quote, mentions int) {
	t.Helper()
	for i, q := range quotes {
		if q.Start < 0 || q.End <= q.Start || q.End > len(doc.Text) || q.CueStart < 0 || q.CueEnd < q.CueStart || q.CueEnd > len(doc.Text) {
			t.Fatalf("spans of %+v in %q", q, doc.Text)
		}
		if doc.Text[q.CueStart:q.CueEnd] != q.Cue || q.Speaker < -1 || q.Speaker >= mentions || q.Reporter < -1 || q.Reporter >= mentions || q.Score < 0 || q.Score > 1 {
			t.Fatalf("%+v in %q", q, doc.Text)
		}
		if utf8.ValidString(doc.Text) && !utf8.ValidString(doc.Text[q.Start:q.End]) {
			t.Fatalf("%+v cuts a rune of %q", q, doc.Text)
		}
		if i > 0 && (q.Start < quotes[i-1].Start || q.Start == quotes[i-1].Start && q.End <= quotes[i-1].End) {
			t.Fatalf("%+v after %+v", q, quotes[i-1])
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		`“A b c d,” X said, “e f.” ‘g’ "h" ''i'' he said: "J k l m.`, "“A\n\n“B\n\n“C” said he", "according to according to X, that said that said he that", "X was quoted by Reuters as saying by the paper as saying as quoted, he told told told the BBC's",
		"「あ」『い』 « b » „c“ »d« ``e'' \"\"\"\" '\xff\"", "X, (Y) (Z), said, who said — — Y", "\" \" said \"\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "de"} {
			doc := split(text, language)
			found := names(doc)
			check(t, doc, Find(doc, found), len(found.Mentions))
		}
	})
}

// Marks that never close cost no more than the text is long, analysed or too long for that.
func TestUnclosedMarks(t *testing.T) {
	for _, mark := range []string{"“a ", " ‘a", "„", " \"a", "«", "「", " ''a", " 'a said,", "(said) "} {
		for _, times := range [...]int{3_000, 300_000} {
			doc := split(strings.Repeat(mark, times), "en")
			check(t, doc, Find(doc, nil), 0)
		}
	}
}

// Nor do reports without an end.
func TestEndlessReports(t *testing.T) {
	for _, report := range []string{"“A b c,” X said ", "X quoted Y as saying Z ", "X told the paper that y z w, "} {
		for _, times := range [...]int{300, 6_000} {
			doc := split(strings.Repeat(report, times), "en")
			found := names(doc)
			check(t, doc, Find(doc, found), len(found.Mentions))
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for i := range 16 {
		fmt.Fprintf(&text, "“The talks have failed for good and nobody knows what comes next,” John Smith said on day %d. He added that the ministers would go home at once.\n\n"+
			"The government called the plan “a mistake by all sides” and said it would not sign anything before the other side had answered its letters. "+
			"Nobody else at the table had anything to add to what their leaders had told the papers of the capital before.\n\n", i)
	}
	doc := split(text.String(), "en")
	found := names(doc)
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, found)
	}
}

// A pronoun is the person that it is known to stand for, whoever was named last.
func TestPronounWithReference(t *testing.T) {
	text := `Ann Smith met Bob Jones. “The talks have failed for good,” she said.`
	doc := split(text, "en")
	found := names(doc)
	for i := range found.Mentions {
		found.Mentions[i].Entity = i
	}
	at := strings.Index(text, "she")
	found.References = []entity.Reference{{Start: at, End: at + 3, Sentence: 1, Entity: 0, Score: 1}}
	if quotes := Find(doc, found); len(quotes) != 1 || quotes[0].Speaker != 0 {
		t.Errorf("%+v", quotes)
	}
}

// A description is whom it is known to stand for.
func TestDescriptionWithReference(t *testing.T) {
	text := `Ann Smith came home. “The talks have failed for good,” the president said.`
	doc := split(text, "en")
	found := names(doc)
	for i := range found.Mentions {
		found.Mentions[i].Entity = i
	}
	at := strings.Index(text, "the president")
	if quotes := Find(doc, found); len(quotes) != 1 || quotes[0].Speaker != -1 {
		t.Errorf("without a reference: %+v", quotes)
	}
	found.References = []entity.Reference{{Start: at, End: at + 13, Sentence: 1, Entity: 0, Score: 1}}
	if quotes := Find(doc, found); len(quotes) != 1 || quotes[0].Speaker != 0 {
		t.Errorf("%+v", quotes)
	}
}
