package verify_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline"
	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/pipeline/verify"
	"github.com/newsmill/newsmill/schemas"
)

const feed = `{"url":"https://a.example/1","text":"Norway and Sweden held talks in Oslo on Tuesday. \"They were good,\" said Anna Berg, the foreign minister of Norway.","published_at":"2026-03-02T08:00:00Z"}
{"url":"https://b.example/2","text":"The president of France, Jean Petit, visited Germany on Monday.","published_at":"2026-03-02T09:00:00Z"}
{"url":"https://b.example/3"}
`

// whole makes a dataset with rows in most tables.
func whole(t *testing.T) dataset.Dataset {
	t.Helper()
	input := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(input, []byte(feed), 0o666); err != nil {
		t.Fatal(err)
	}
	data := dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}
	config := pipeline.DefaultConfig()
	config.Clean, config.Tables = "none", "+tokens"
	if _, err := pipeline.Run(t.Context(), pipeline.Options{Inputs: []string{input}, Out: data, Config: config, Batch: "a"}); err != nil {
		t.Fatal(err)
	}
	return data
}

// edit writes the file of a table anew, and a manifest that has its size and its hash, so that
// nothing but the rows is wrong.
func edit[T any](t *testing.T, data dataset.Dataset, table string, change func([]T) []T) {
	t.Helper()
	m, err := data.Read()
	if err != nil {
		t.Fatal(err)
	}
	path := data.TableFiles(m, table)[0]
	var rows []T
	for row, err := range sink.Rows[T]([]string{path}) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, *row)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows to change", table)
	}
	w, err := sink.Create[T](path, schemas.Named(table), sink.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(change(rows)); err != nil {
		t.Fatal(err)
	}
	part, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, files := range [][]dataset.File{m.Batches[0].Files, m.Linked} {
		for i := range files {
			if f := &files[i]; f.Table() == table {
				m.Rows[table] += part.Rows - f.Rows
				f.Rows, f.Bytes, f.SHA256 = part.Rows, part.Bytes, part.SHA256
			}
		}
	}
	write(t, data, m)
}

func write(t *testing.T, data dataset.Dataset, m *dataset.Manifest) {
	t.Helper()
	encoded, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(data.Path("manifest.json"), encoded, 0o666); err != nil {
		t.Fatal(err)
	}
}

func change[T any](table string, row func(*T)) func(*testing.T, dataset.Dataset) {
	return func(t *testing.T, data dataset.Dataset) {
		edit(t, data, table, func(rows []T) []T {
			row(&rows[0])
			return rows
		})
	}
}

// Whatever is not as the contract has it is found, and told apart.
func TestEachDamageIsFound(t *testing.T) {
	unknown := strings.Repeat("0", 32)
	for want, damage := range map[string]func(*testing.T, dataset.Dataset){
		"": func(*testing.T, dataset.Dataset) {},
		"mentions: key": func(t *testing.T, data dataset.Dataset) {
			edit(t, data, "mentions", func(rows []schemas.Mention) []schemas.Mention {
				return append(rows[:1:1], rows...)
			})
		},
		"blocks: key": func(t *testing.T, data dataset.Dataset) { // a key of two columns
			edit(t, data, "blocks", func(rows []schemas.Block) []schemas.Block {
				return append(rows[:1:1], rows...)
			})
		},
		"quotes: article_id":              change("quotes", func(r *schemas.Quote) { r.ArticleID = unknown }),
		"mentions: entity_id":             change("mentions", func(r *schemas.Mention) { r.EntityID = unknown }),
		"events: actor1_id":               change("events", func(r *schemas.Event) { r.Actor1ID = unknown }),
		"event_mentions: event_id":        change("event_mentions", func(r *schemas.EventMention) { r.EventID = unknown }),
		"story_articles: story_id":        change("story_articles", func(r *schemas.StoryArticle) { r.StoryID = unknown }),
		"sentences: 0 to":                 change("sentences", func(r *schemas.Sentence) { r.Text = "Another sentence." }),
		"mentions: 1 to":                  change("mentions", func(r *schemas.Mention) { r.CharStart++ }),
		"times: 0 to 100000":              change("times", func(r *schemas.Time) { r.CharStart, r.CharEnd = 0, 100000 }),
		"quotes: 0 to 1":                  change("quotes", func(r *schemas.Quote) { r.CharStart, r.CharEnd = 0, 1 }),
		"event_mentions: 0 to 1":          change("event_mentions", func(r *schemas.EventMention) { r.TriggerStart, r.TriggerEnd = 0, 1 }),
		"tokens: 0 to 6":                  change("tokens", func(r *schemas.Token) { r.Form = "Sweden" }),
		"tokens: article_id":              change("tokens", func(r *schemas.Token) { r.ArticleID = unknown }),
		"tokens: key":                     change("tokens", func(r *schemas.Token) { r.TokenIndex = 2 }),
		"blocks: label":                   change("blocks", func(r *schemas.Block) { r.Label = "text" }),
		"articles: warnings":              change("articles", func(r *schemas.Article) { r.Warnings = []string{"empty", "odd"} }),
		"articles: char_count":            change("articles", func(r *schemas.Article) { r.CharCount++ }),
		"counts 2 articles, 0 rejects":    change("inputs", func(r *schemas.Input) { r.Rejects = 0; r.Known = 1 }),
		"has 4 records":                   change("inputs", func(r *schemas.Input) { r.Records++ }),
		"rows from 1 files":               change("rejects", func(r *schemas.Reject) { r.SourcePath = "gone.jsonl" }),
		"its schema is not that of times": func(t *testing.T, data dataset.Dataset) { move(t, data, "quotes", "times") },
		"rows, the manifest says": func(t *testing.T, data dataset.Dataset) {
			manifestOf(t, data, func(m *dataset.Manifest) { file(m, "mentions").Rows++ })
		},
		"manifest.json: 9 rows of articles": func(t *testing.T, data dataset.Dataset) {
			manifestOf(t, data, func(m *dataset.Manifest) { m.Rows["articles"] = 9 })
		},
	} {
		t.Run(want, func(t *testing.T) {
			data := whole(t)
			damage(t, data)
			report, err := verify.Run(t.Context(), data, t.TempDir(), nil)
			if err != nil {
				t.Fatal(err)
			}
			found := strings.Join(report.Problems, "\n")
			if !strings.Contains(found, want) || (want == "") != (report.Found == 0) {
				t.Errorf("it finds %q", found)
			}
		})
	}
}

func manifestOf(t *testing.T, data dataset.Dataset, change func(*dataset.Manifest)) {
	t.Helper()
	m, err := data.Read()
	if err != nil {
		t.Fatal(err)
	}
	change(m)
	write(t, data, m)
}

func file(m *dataset.Manifest, table string) *dataset.File {
	for i := range m.Batches[0].Files {
		if f := &m.Batches[0].Files[i]; f.Table() == table {
			return f
		}
	}
	return nil
}

// move puts the file of one table where that of another was.
func move(t *testing.T, data dataset.Dataset, from, to string) {
	t.Helper()
	manifestOf(t, data, func(m *dataset.Manifest) {
		a, b := file(m, from), file(m, to)
		content, err := os.ReadFile(data.Path(a.Path))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(data.Path(b.Path), content, 0o666); err != nil {
			t.Fatal(err)
		}
		m.Rows[to] += a.Rows - b.Rows
		b.Rows, b.Bytes, b.SHA256 = a.Rows, a.Bytes, a.SHA256
	})
}
