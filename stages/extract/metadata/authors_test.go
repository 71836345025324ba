package metadata

import (
	"slices"
	"strings"
	"testing"
)

// TestAuthors holds one page for each way in which pages credit people, or seem to.
func TestAuthors(t *testing.T) {
	person := func(names ...string) []string {
		list := `"author":[`
		for i, n := range names {
			list += strings.Repeat(",", min(i, 1)) + `{"@type":"Person","name":"` + n + `"}`
		}
		return ld(list + "]")
	}
	site := Pair{"og:site_name", "The Harbour Post"}
	for _, c := range []struct {
		name   string
		e      Evidence
		people string
		wires  string
	}{
		{"a list", Evidence{JSONLD: person("Jane Doe", "Ana van der Berg")}, "Jane Doe|Ana van der Berg", ""},
		{"one text for several", Evidence{JSONLD: ld(`"author":"Jane Doe and Ana Roe"`)}, "Jane Doe|Ana Roe", ""},
		{"by its @id", Evidence{JSONLD: []string{`{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Jane Doe"}]}`}}, "Jane Doe", ""},
		{"roles behind commas", Evidence{Meta: []Pair{{"author", "By Jane Doe and Ana Roe, Senior Correspondent"}}}, "Jane Doe|Ana Roe", ""},
		{"a degree", Evidence{Meta: []Pair{{"author", "Jane Doe, PhD"}}}, "Jane Doe", ""},
		{"a place", Evidence{Near: []string{"By Jane Doe in Paris and Ana Roe in Lima"}}, "Jane Doe|Ana Roe", ""},
		{"the outlet", Evidence{Meta: []Pair{site, {"author", "Harbour Post"}}}, "", ""},
		{"the address of a profile", Evidence{Meta: []Pair{{"article:author", "https://social.example/harbourpost"}}}, "", ""},
		{"furniture", Evidence{Credits: []string{"Email The Author", "Follow us", "Comments", "3 min read"}}, "", ""},
		{"the broadcaster itself", Evidence{Meta: []Pair{site}, JSONLD: person("The Harbour Post")}, "", ""},
		{"a part of the broadcaster", Evidence{Meta: []Pair{{"og:site_name", "HPR"}}, Near: []string{"By Jane Doe, HPR NORTH"}}, "Jane Doe", ""},
		{"who bears the name of the outlet in small letters", Evidence{URL: "https://jane.example/", Meta: []Pair{{"author", "Jane Doe"}}}, "Jane Doe", ""},
		{"the publisher of the outlet", Evidence{Meta: []Pair{site, {"author", "Wave Media House"}}, JSONLD: ld(`"publisher":{"@type":"Organization","name":"Wave Media House"}`)}, "", ""},
		{"who publishes what they write", Evidence{Meta: []Pair{site, {"author", "Jane Doe"}}, JSONLD: ld(`"publisher":{"@type":"Person","name":"Jane Doe"}`)}, "Jane Doe", ""},
		{"no author: who sells the picture", Evidence{Near: []string{"Getty Images", "2 December 2021"}}, "", ""},
		{"a wire service before its text", Evidence{JSONLD: person("Jane Doe"), Opening: "LIMA, Dec 20 (Reuters) - The river rose."}, "Jane Doe", "Reuters"},
		{"no wire service: who is told of", Evidence{Opening: "The Post (Reuters) said that the river rose, and then it fell."}, "", ""},
		{"a wire service apart", Evidence{JSONLD: person("Jane Doe"), Near: []string{"Reuters/AFP"}}, "Jane Doe", "Reuters|AFP"},
		{"a wire service behind a name", Evidence{Near: []string{"By Jane Doe The Associated Press"}}, "Jane Doe", "Associated Press"},
		{"a wire service alone", Evidence{Meta: []Pair{{"author", "The Associated Press"}}}, "", "Associated Press"},
		{"a wire service in brackets", Evidence{Near: []string{"Von Jana Muster (dpa)"}}, "Jana Muster", "dpa"},
		{"no wire service: the size of letters", Evidence{Near: []string{"Share", "AA", "Text size"}}, "", ""},
		{"no author: the picture's", Evidence{JSONLD: person("Jane Doe"), Credits: []string{"Ana Roe / Europa Press"}}, "Jane Doe", ""},
		{"no author: the reviewer", Evidence{Near: []string{"By Jane Doe", "Edited by Ana Roe", "Photos by Lee Poe"}}, "Jane Doe", ""},
		{"the beginning on a line of its own", Evidence{Near: []string{"Written by:", "Jane Doe"}}, "Jane Doe", ""},
		{"behind the day", Evidence{Near: []string{"Published on December 2nd, 2021 by Jane Doe and Ana Roe"}}, "Jane Doe|Ana Roe", ""},
		{"before the day, with its role", Evidence{Near: []string{"By Jane Doe ● Review Editor ● December 2, 2021 ● 6 min read"}}, "Jane Doe", ""},
		{"the outlet and the role behind it", Evidence{Meta: []Pair{site}, Near: []string{"By JANE DOE Post Staff Writer"}}, "JANE DOE", ""},
		{"glued", Evidence{Near: []string{"ByJane DoeDec 2, 2021 | 6 comments"}}, "Jane Doe", ""},
		{"a name before the day, on its line", Evidence{Near: []string{"Jana Muster | 02.12.2021 - Stand: 03.12.2021"}}, "Jana Muster", ""},
		{"alone, with a given name that is known", Evidence{Near: []string{"Jane Doe", "Head of Marketing", "Contents"}}, "Jane Doe", ""},
		{"no author: a heading alone", Evidence{Near: []string{"Harbour Travel Tips"}}, "", ""},
		{"under the text", Evidence{Signed: "Lê Phương"}, "Lê Phương", ""},
		{"a desk under the text", Evidence{Signed: "HP-Redaktion"}, "HP-Redaktion", ""},
		{"no author: the last heading", Evidence{Signed: "Further Reading"}, "", ""},
		{"the byline names more than the tag", Evidence{JSONLD: person("Jane Doe"), Near: []string{"Dr Jane Doe, Ana Roe & Lee Poe", "2 December 2021"}}, "Dr Jane Doe|Ana Roe|Lee Poe", ""},
		{"a person before an account", Evidence{Meta: []Pair{{"author", "j.doe"}}, Near: []string{"Jane Doe", "2 December 2021"}}, "Jane Doe", ""},
		{"in small letters", Evidence{JSONLD: person("jane doe")}, "jane doe", ""},
		{"two given names", Evidence{Meta: []Pair{{"author", "Jane & Ana"}}}, "Jane & Ana", ""},
		{"as lists of books have it", Evidence{Meta: []Pair{{"citation_author", "Doe, Jane"}, {"citation_author", "Roe, Ana"}}}, "Jane Doe|Ana Roe", ""},
		{"an institute", Evidence{JSONLD: ld(`"author":{"@type":"Organization","name":"Centre for Harbour Research"}`)}, "Centre for Harbour Research", ""},
		{"no author: the section", Evidence{Meta: []Pair{{"author", "Nachrichten"}}}, "", ""},
		{"alone beside the day", Evidence{Near: []string{"Jane Doe", "2 December 2021"}}, "Jane Doe", ""},
		{"no author: a section beside the day", Evidence{Near: []string{"Technology News", "2 December 2021"}}, "", ""},
		{"markup, name and role in one", Evidence{Credits: []string{"Jane Doe", "Former Harbour Consultant", "Jane Doe Former Harbour Consultant"}}, "Jane Doe", ""},
		{"bylines of many other articles", Evidence{Bylines: []string{"Jane Doe", "Ana Roe", "Lee Poe", "Max Moe"}}, "", ""},
		{"a byline under the text", Evidence{Bylines: []string{"Jane Doe", "Jane Doe is the founder of the firm. She has worked with many others in town."}}, "Jane Doe", ""},
		{"the site's author, whom the page never shows", Evidence{JSONLD: person("Max Moe"), Near: []string{"By Jane Doe"}}, "Jane Doe", ""},
		{"a desk where no person is", Evidence{JSONLD: person("TVX Lifestyle Desk")}, "TVX Lifestyle Desk", ""},
		{"a person before a desk", Evidence{JSONLD: person("Lifestyle Desk"), Near: []string{"By Jane Doe"}}, "Jane Doe", ""},
		{"an account", Evidence{Meta: []Pair{{"author", "jdoe"}}}, "jdoe", ""},
		{"a person before the outlet's account", Evidence{Meta: []Pair{site}, JSONLD: person("Harbour D"), Near: []string{"by Harbour D | 2 December 2021", "JANE DOE"}}, "JANE DOE", ""},
		{"the account that runs the system", Evidence{Meta: []Pair{{"author", "admin"}}}, "", ""},
		{"German", Evidence{Near: []string{"Von Jana Muster und Uwe Beispiel"}}, "Jana Muster|Uwe Beispiel", ""},
		{"Korean", Evidence{Meta: []Pair{{"author", "김하나 기자"}}}, "김하나", ""},
		{"Russian", Evidence{Near: []string{"Автор: Анна Петрова"}}, "Анна Петрова", ""},
		{"Japanese", Evidence{JSONLD: person("山田花子", "鈴木一郎")}, "山田花子|鈴木一郎", ""},
		{"Arabic", Evidence{JSONLD: person("ليلى حسن")}, "ليلى حسن", ""},
		{"Japanese, no author: the section beside the day", Evidence{Near: []string{"社会", "2021年12月2日"}}, "", ""},
		{"Arabic, no author: two words beside the day", Evidence{Near: []string{"2021-12-02 | 12:42", "مشاهدات عالية"}}, "", ""},
		{"no author: who is asked", Evidence{Near: []string{"Jane Doe", "Professor of Harbours"}, Opening: "The river will rise again, says the historian Jane Doe."}, "", ""},
		{"Arabic, no author: the section", Evidence{Credits: []string{"منوعات"}, Near: []string{"منوعات", "2021-12-02 | 12:42"}}, "", ""},
		{"Japanese, with a foreign name", Evidence{JSONLD: person("アレクサンドラ・コンスタンチノワ")}, "アレクサンドラ・コンスタンチノワ", ""},
		{"Chinese, no author: the first sentence", Evidence{Near: []string{"2021-12-02 10:00 来源：港口报", "市议会周二投票决定关闭港口大桥，在工程师发现两根桥墩出现裂缝后，禁止卡车通过旧港大桥。"}}, "", ""},
	} {
		m, _ := Read(&c.e)
		if got := strings.Join(m.Authors, "|"); got != c.people {
			t.Errorf("%s: authors %q, want %q", c.name, got, c.people)
		}
		if got := strings.Join(m.Agencies, "|"); got != c.wires {
			t.Errorf("%s: agencies %q, want %q", c.name, got, c.wires)
		}
	}
}

func FuzzByline(f *testing.F) {
	f.Add("By Jane Doe and Ana Roe, Senior Correspondent (Reuters) | 3 May 2021", true)
	f.Add("Von: Jana Muster, \xffdpa/AFP，山田花子、鈴木", false)
	f.Fuzz(func(t *testing.T, text string, declared bool) {
		b := readByline(text, declared, []string{"harbourpost"})
		for _, name := range slices.Concat(b.people, b.desks) {
			if name == "" || strings.TrimSpace(name) != name || strings.ContainsAny(name, "\n@") {
				t.Errorf("%q names %q", text, name)
			}
		}
	})
}
