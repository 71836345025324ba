package metadata

import (
	"strings"
	"testing"
)

// TestLines holds flattened pages: menu, head, text, foot.
func TestLines(t *testing.T) {
	text := []string{
		"The river rose by two metres on Monday and floods reached the old harbour, where people left their homes before dawn.",
		"The council said that the harbour wall, which was built a hundred years ago, had held.",
	}
	const flood = "River floods reach the old harbour"
	for _, c := range []struct {
		name                 string
		above, below         []string
		title, authors, date string
	}{
		{"all there is", []string{"Home", "World", "Sport", flood, "By Jane Doe", "26 December 2021", "Share"}, nil, flood, "Jane Doe", "2021-12-26"},
		{"a standfirst between", []string{"Home", flood, "People left their homes in the old harbour as the river rose on Monday, and the council met at night.", "26 December 2021"}, nil, flood, "", "2021-12-26"},
		{"a caption that says the same", []string{flood, "By Jane Doe", "The old harbour as floods reach people, Monday. Photo: Ana Roe"}, nil, flood, "Jane Doe", ""},
		{"a caption with its agency", []string{flood, "By Jane Doe", "Floods reach people in the old harbour, where the river rose / Reuters"}, nil, flood, "Jane Doe", ""},
		{"teasers in the menu", []string{"Mayor resigns after vote", "Ferries late again", flood, "Jane Doe", "26.12.2021 10:15"}, nil, flood, "Jane Doe", "2021-12-26"},
		{"the day below", []string{flood}, []string{"Published 26 December 2021", "More news"}, flood, "", "2021-12-26"},
		{"no headline", []string{"Home", "World", "Sport"}, nil, "", "", ""},
	} {
		lines := append(append(append([]string{}, c.above...), text...), c.below...)
		m := Lines(lines, len(c.above), len(c.above)+len(text), "", Given{})
		date := ""
		if m.Published.Basis != "" {
			date = m.Published.Time.Format("2006-01-02")
		}
		if m.Title != c.title || strings.Join(m.Authors, "|") != c.authors || date != c.date {
			t.Errorf("%s: title %q, authors %q, date %q", c.name, m.Title, m.Authors, date)
		}
	}
	japanese := []string{"ホーム", "スポーツ", "川の氾濫で旧港の住民が避難", "2021年12月26日", "川が月曜日に氾濫し、旧港の住民が夜明け前に避難した。市によると、港の壁は百年前に建てられたものである。"}
	if m := Lines(japanese, 4, 5, "", Given{}); m.Title != japanese[2] || m.Published.Basis == "" {
		t.Errorf("Japanese: %q, %v", m.Title, m.Published)
	}
	if m := Lines(nil, 0, 0, "https://a.example/2021/12/26/x", Given{Title: "Given"}); m.Title != "Given" || m.Published.Basis != "url" {
		t.Errorf("no lines: %q by %q", m.Title, m.Published.Basis)
	}
}

func FuzzLines(f *testing.F) {
	f.Add("Home\nRiver floods\nBy Jane\n26.12.2021\nThe river rose.\nMore", 4, 5)
	f.Fuzz(func(t *testing.T, page string, from, to int) {
		lines := strings.Split(page, "\n")
		from, to = min(max(from, 0), len(lines)), min(max(to, 0), len(lines))
		Lines(lines, from, to, "", Given{})
	})
}
