package clean_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
)

func long(word string) string {
	return "This is paragraph " + word + ", which is long enough to be taken for the text of an article by anybody, and ends as sentences do."
}

func kept(a article.Article) []string {
	var out []string
	for _, b := range a.Blocks {
		if b.Kept {
			out = append(out, b.Text)
		}
	}
	return out
}

// What the lines of a page say: an article, and what stood around it.
const (
	wall = "The old harbour wall of Varn gave way on Tuesday night after three days of heavy rain, the town's engineer said. Nobody was hurt, and the boats had been moved in time."
	dive = "Divers will look at the foundations on Thursday, when the water authority expects the swell to have fallen, and the council meets a day later to decide on the repairs."
	warn = "Residents had warned of cracks for years. \"We wrote four letters,\" said Per Lund, who lives on the quay. The council answered none of them, he said."
	bill = "The mayor, Ida Holm, has promised to publish every survey of the last twenty years before the end of the month, together with the bills that the town has paid for them."
	rain = "The weather service expects more rain from Saturday on. \"If the swell comes from the west again, the eastern mole is next,\" said Mr. Lund."
	ship = "A coaster with a cargo of timber that should have called on Wednesday was sent on to Lenn, the harbour master said, and will unload there."
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		name       string
		page, want []string
	}{
		{
			"menu, body, teasers",
			[]string{
				"Home", "World", "Sport", "Weather", "Sign in", "Harbour wall gives way in Varn", "By Ida Lund", "3 March 2026", "Share", wall, dive, "Years of warnings", warn, bill, rain, ship,
				"Popular stories", "Mayor of Lenn resigns after vote", "This content was published on", "Ferry to the islands late again", "This content was published on", "Storm shuts the coast road",
				"This content was published on", "About us", "Contact", "Privacy policy", "All rights reserved",
			},
			[]string{wall, dive, "Years of warnings", warn, bill, rain, ship},
		},
		{
			"summaries of other stories, behind the text and in a box within",
			[]string{
				"Harbour wall gives way in Varn", "Posted in the section", "By Ida Lund", wall, dive, warn, "What the council knew", "Posted in the section",
				"Four letters that residents wrote to the council of Varn between 2019 and 2024, and what became of each of them.", bill, rain, ship,
				"Popular stories", "Mayor of Lenn resigns after vote", "Posted in the section", "The mayor of Lenn has resigned on Monday after the town council refused his third budget in a row.",
				"Ferry to the islands late again", "Posted in the section", "The ferry to the islands was two hours late on each day of the week, its passengers say, and nobody told them why.",
				"Posted in the section", "A storm has shut the coast road between Lenn and Varn, and the police ask drivers to take the one through the hills.",
				"About us", "Contact",
			},
			[]string{wall, dive, warn, bill, rain, ship},
		},
		{
			"said twice",
			[]string{"Home", "World", "Harbour wall gives way in Varn", wall, dive, warn, bill, wall, rain, ship, "About us"},
			[]string{wall, dive, warn, bill, rain, ship},
		},
		{"said 25 times", slices.Repeat([]string{wall, dive, warn, bill, rain, ship}, 25), []string{wall, dive, warn, bill, rain, ship}},
		{
			"consent in paragraphs behind the text",
			[]string{
				"Home", "World", "Harbour wall gives way in Varn", "By Ida Lund", "3 March 2026", wall, dive, warn, bill, rain, ship, "About us",
				"Because we respect your privacy, you may forbid some kinds of cookies. Open each of the headings below to learn more of it, and to change what we have set for you. The website may then no longer work as well as it did.",
				"Without these cookies the website would not work, which is why they cannot be refused. They remember that you have signed in, and keep what you have set. They hold nothing by which we could find out who you are.",
				"With these cookies we count visits to the website, and learn which pages are read most and how readers move from one to the next. If you refuse them, we do not know that you were here.",
				"Our partners set these cookies to learn what interests you, and to show you what fits on other websites. If you refuse them, you will see as much advertising as before, but it will be about other things.",
				"Save my choices",
			},
			[]string{wall, dive, warn, bill, rain, ship},
		},
		{
			"consent behind a text that speaks of cookies once",
			[]string{
				"Home", "World", "Harbour wall gives way in Varn", "Bakers brought cookies and bread to the harbour of Varn for all who had worked there since before the sun rose that day.", wall, dive, warn, bill, rain, ship, "Two barges and a crane were ordered from Lenn on Wednesday, and the owner of the yard said that they could be at the mole within three days if the wind turned to the north.", "Fishermen moved their nets to the eastern basin, where the water is shallow, and sold the morning catch from the back of a lorry parked beside the old customs house.", "About us",
				"Because we respect your privacy, you may forbid some kinds of cookies. Open each of the headings below to learn more of it, and to change what we have set for you. The website may then no longer work as well as it did.",
				"Without these cookies the website would not work, which is why they cannot be refused. They remember that you have signed in, and keep what you have set. They hold nothing by which we could find out who you are.",
				"With these cookies we count visits to the website, and learn which pages are read most and how readers move from one to the next. If you refuse them, we do not know that you were here.",
				"Our partners set these cookies to learn what interests you, and to show you what fits on other websites. If you refuse them, you will see as much advertising as before, but it will be about other things.",
				"You may accept all cookies, refuse all cookies but those that we need, or choose which cookies to accept; your consent to cookies and to the cookies of our partners may be withdrawn on the page on cookies.",
				"Save my choices",
			},
			[]string{"Bakers brought cookies and bread to the harbour of Varn for all who had worked there since before the sun rose that day.", wall, dive, warn, bill, rain, ship, "Two barges and a crane were ordered from Lenn on Wednesday, and the owner of the yard said that they could be at the mole within three days if the wind turned to the north.", "Fishermen moved their nets to the eastern basin, where the water is shallow, and sold the morning catch from the back of a lorry parked beside the old customs house."},
		},
		{"no article", []string{"Home", "World", "Mayor resigns after vote", "Harbour shut", "Ferry late again", "Sign in"}, nil},
		{"a page of one sentence", []string{"The river rose on Monday and the council met in the old hall by candle light."}, []string{"The river rose on Monday and the council met in the old hall by candle light."}},
		{"nothing", nil, nil},
	} {
		a := clean.Text(strings.Join(c.page, "\n"), clean.Options{})
		if got := kept(a); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q\nwant %q", c.name, got, c.want)
		}
		if empty := slices.Contains(a.Warnings, "empty"); empty != (c.want == nil) {
			t.Errorf("%s: warnings %v", c.name, a.Warnings)
		}
		if a.Text != strings.Join(c.want, "\n\n") {
			t.Errorf("%s: text %q", c.name, a.Text)
		}
	}
}

// TestLinesBetweenParagraphs holds a line that parts a text again and again, behind a phrase that opens lists of
// other stories: what stands behind it is the text all the same.
func TestLinesBetweenParagraphs(t *testing.T) {
	const goesOn = "The story continues here"
	page := []string{"Harbour wall gives way in Varn", "Read more", goesOn, wall, goesOn, dive, warn, goesOn, bill, rain, goesOn, ship, "About us"}
	got := kept(clean.Text(strings.Join(page, "\n"), clean.Options{}))
	for _, paragraph := range []string{wall, dive, warn, bill, rain, ship} {
		if !slices.Contains(got, paragraph) {
			t.Errorf("%q is lost", paragraph)
		}
	}
}

func TestKeep(t *testing.T) {
	page := "  One line\nof a paragraph. \n \t\n\n\nTwo\u00a0 paragraphs.\n"
	a := clean.Text(page, clean.Options{Keep: true})
	if a.Text != page {
		t.Errorf("text %q is not the page", a.Text)
	}
	if got, want := kept(a), []string{"One line\nof a paragraph.", "Two\u00a0 paragraphs."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	check(t, a)
}

func check(t *testing.T, a article.Article) {
	t.Helper()
	for _, b := range a.Blocks {
		if b.Kept && a.Text[b.Start:b.End] != b.Text {
			t.Errorf("%d:%d is not %q", b.Start, b.End, b.Text)
		}
	}
}

func TestTemplate(t *testing.T) {
	notice := long("of the house")
	template := article.NewTemplate(10, []uint64{article.LineHash(notice)}, []int32{9})
	a := clean.Text(strings.Join([]string{wall, dive, notice, warn, bill}, "\n"), clean.Options{Template: template})
	if got, want := kept(a), []string{wall, dive, warn, bill}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if a.Blocks[2].Reason != "template" {
		t.Errorf("reason %q", a.Blocks[2].Reason)
	}
}

func TestGluedLabelsComeApart(t *testing.T) {
	line := "In an interviewExternal link on Monday the mayor spoke of an External link, and of anotheropens in a new tab one."
	want := "In an interview External link on Monday the mayor spoke of an External link, and of another opens in a new tab one."
	if a := clean.Text(line, clean.Options{}); a.Blocks[0].Text != want {
		t.Errorf("got %q, want %q", a.Blocks[0].Text, want)
	}
}

func TestSurvey(t *testing.T) {
	paragraph := long("a") + " " + long("b")
	got := clean.Survey("One line\n\nTwo  lines\nOne line\n" + paragraph + "\n")
	want := []uint64{article.LineHash("One line"), article.LineHash("Two lines"), article.LineHash(paragraph)}
	slices.Sort(want)
	if !slices.Equal(got.Hashes, want) || got.Content == 0 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a\n\n\xff\u200b\u00a0b\r\n"+long("x"), true)
	f.Add(long("y")+"\n"+long("y")+"\nPublished 3 May\n", false)
	f.Fuzz(func(t *testing.T, page string, keep bool) {
		a := clean.Text(page, clean.Options{Keep: keep})
		check(t, a)
		if keep && a.Text != page {
			t.Error("text is not the page")
		}
		clean.Survey(page)
	})
}

func BenchmarkText(b *testing.B) {
	page := strings.Repeat("Home\nWorld\n"+long("a")+"\nSeen on\n", 100)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		clean.Text(page, clean.Options{})
	}
}
