package metadata

import "testing"

// TestTitle holds one page for each way in which the wordings of a headline differ.
func TestTitle(t *testing.T) {
	og := func(title string) []Pair { return []Pair{{"og:title", title}, {"og:site_name", "The Harbour Post"}} }
	const (
		flood = "River floods the old harbour"
		water = "Old harbour under water as river rises"
	)
	for _, c := range []struct {
		name string
		e    Evidence
		want string
	}{
		{"the outlet glued on", Evidence{Title: flood + " | The Harbour Post", Meta: og(flood + " - Harbour Post")}, flood},
		{"outlet and section glued on", Evidence{Title: flood + " | News | The Harbour Post"}, flood},
		{"the outlet before it", Evidence{Title: "Harbour Post: " + flood, URL: "https://harbourpost.example/x", Headings: []string{flood}, Large: []string{flood}}, flood},
		{"news: OpenGraph's wording differs from heading and tag", Evidence{JSONLD: ld(`"headline":"` + flood + `"`), Meta: og(water), Title: flood, Headings: []string{flood}, Large: []string{flood}}, water},
		{"news: metadata that agree", Evidence{JSONLD: ld(`"headline":"` + flood + `"`), Meta: og(flood), Title: flood, Headings: []string{water}, Large: []string{water}}, flood},
		{"no news: the heading over the text", Evidence{Meta: og(flood), Title: flood, Headings: []string{water}, Large: []string{water}}, water},
		{"no news: a heading elsewhere is another's", Evidence{Meta: og(flood), Title: flood, Headings: []string{"Read next: ferries stay in port"}}, flood},
		{"no news: a heading of the second rank is a part's", Evidence{Meta: og(flood), Title: flood, Headings: []string{"What to do when ferries stop"}, Second: true, Large: []string{"What to do when ferries stop"}}, flood},
		{"a kicker in the heading", Evidence{Meta: og(flood), Headings: []string{"State of the coast " + flood}, Large: []string{"State of the coast " + flood}}, flood},
		{"a kicker each in heading and tag", Evidence{Meta: og("High water: " + flood), Headings: []string{"On the coast " + flood}, Large: []string{"On the coast " + flood}}, flood},
		{"a number before it is no kicker", Evidence{Meta: og(flood), Headings: []string{"12 " + flood}, Large: []string{"12 " + flood}}, "12 " + flood},
		{"escaped twice", Evidence{JSONLD: ld(`"headline":"Fish &amp;amp; chips &amp;#8217;n&amp;#8217; more for the harbour"`)}, "Fish & chips ’n’ more for the harbour"},
		{"marks of another markup", Evidence{Meta: og("## *" + flood + "*"), Headings: []string{flood}, Large: []string{flood}}, flood},
		{"a section behind it that nothing else names", Evidence{Meta: append(og(flood+"-Politics"), Pair{"headline", flood})}, flood},
		{"an old page: the outlet's name is the first heading", Evidence{Title: flood + " :: River News Online", Headings: []string{"River News", flood}, Large: []string{"River News", flood}}, flood},
		{"an old page: the tag is the site's", Evidence{Title: "The Harbour Post Online", Large: []string{"Advertisement", flood}, Opening: "The river rose and floods reached the old harbour."}, flood},
		{"an old page: the tag recurs on the site", Evidence{Title: "River news", Recurs: true, Large: []string{flood}}, flood},
		{"an old page: the tag speaks of the text", Evidence{Title: flood, Large: []string{"Harbour people"}, Opening: "The river rose and floods reached the old harbour."}, flood},
		{"the input knows it", Evidence{Title: flood, Given: Given{Title: water}}, water},
		{"none", Evidence{}, ""},
	} {
		if m, _ := Read(&c.e); m.Title != c.want {
			t.Errorf("%s: got %q, want %q", c.name, m.Title, c.want)
		}
	}
}
