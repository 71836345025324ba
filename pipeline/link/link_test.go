package link

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

var meta = sink.Meta{Build: "test", ConfigSHA256: "0"}

// world is the rows of one batch, as process leaves them.
type world struct {
	name     string
	articles []schemas.Article
	mentions []schemas.Mention
	tellings []schemas.EventMention
}

func known[T any](v T) *T { return &v }

const day = int64(24 * 3600 * 1e6)

func (w *world) article(id int, url, hash string, day64 int64, title string) *world {
	a := schemas.Article{ArticleID: fmt.Sprintf("%032x", id), URL: url, TextHash: hash, Title: title, Language: "en"}
	if domain, _, ok := strings.Cut(strings.TrimPrefix(url, "https://"), "/"); ok {
		a.Domain = domain
	}
	if day64 > 0 {
		a.PublishedAt = known(day64 * day)
	}
	w.articles = append(w.articles, a)
	return w
}

func (w *world) mention(article, start int, surface, entity, name string) *world {
	id := fmt.Sprintf("%032x", article)
	w.mentions = append(w.mentions, schemas.Mention{
		MentionID: fmt.Sprintf("%s%016x", id, start), ArticleID: id, CharStart: int32(start), Surface: surface, Type: "GPE",
		EntityID: strings.Repeat(entity, 32/len(entity)), EntityName: name, Country: "NOR",
	})
	return w
}

func (w *world) telling(article, at int, code, status, one, two string, date int32, score float64) *world {
	id := fmt.Sprintf("%032x", article)
	t := schemas.EventMention{
		EventMentionID: fmt.Sprintf("%s%016x00", id, at), ArticleID: id, CAMEOCode: code, Status: status, Score: score,
		Actor1Code: one, Actor1Country: one, Actor1Name: one, Actor2Code: two, Actor2Country: two, Actor2Name: two, Sentence: fmt.Sprintf("Sentence %d of %d.", at, article), Sentiment: known(0.5),
	}
	if date > 0 {
		t.DateStart, t.DateEnd = known(date), known(date)
	}
	w.tellings = append(w.tellings, t)
	return w
}

// write puts the rows into files of so many rows and gives the batch.
func (w *world) write(t testing.TB, dir string, rows int) Batch {
	t.Helper()
	dir = filepath.Join(dir, w.name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return Batch{
		Name: w.name, Articles: files(t, dir, "articles", w.articles, rows), Mentions: files(t, dir, "mentions", w.mentions, rows),
		Tellings: files(t, dir, "event_mentions", w.tellings, rows), Runs: filepath.Join(dir, "runs"),
	}
}

func files[T any](t testing.TB, dir, table string, rows []T, each int) []string {
	t.Helper()
	paths := []string{}
	for chunk := range slices.Chunk(rows, each) {
		path := filepath.Join(dir, fmt.Sprintf("%s-%d.parquet", table, len(paths)))
		w, err := sink.Create[T](path, schemas.Named(table), meta)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(chunk); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Close(); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// linked runs link and gives the digests of what came out, and the folder.
func linked(t testing.TB, batches []Batch, committed []string, memory int64) (string, string) {
	t.Helper()
	out := t.TempDir()
	parts, err := Run(context.Background(), batches, committed, out, Options{Memory: memory, Temp: t.TempDir(), Meta: meta, PartBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	var digests strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&digests, "%s %s %d %s\n", p.Table, filepath.Base(p.Path), p.Rows, p.SHA256)
	}
	return digests.String(), out
}

func read[T any](t testing.TB, out, table string) (rows []T) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(out, table, "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(paths)
	for r, err := range sink.Rows[T](paths) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, *r)
	}
	return rows
}

func TestCopiesAndRevisions(t *testing.T) {
	w := (&world{name: "a"}).
		article(9, "https://a.example/1", "wire", 10, "First").
		article(3, "https://b.example/1", "wire", 11, "Copy").
		article(5, "https://b.example/1", "mended", 12, "Mended copy").
		article(1, "https://c.example/1", "wire", 0, "Copy without a date").
		article(7, "https://d.example/1", "other", 10, "Other").
		article(8, "https://e.example/1", "", 10, "Empty").
		article(6, "https://f.example/1", "", 10, "Empty too")
	_, out := linked(t, []Batch{w.write(t, t.TempDir(), 100)}, nil, 1<<20)
	want := map[int]string{
		9: "9 in 9", 3: "3 exact of 9 in 9", 5: "5 revision of 3 in 9", 1: "1 exact of 9 in 9", 7: "7 in 7", 8: "8 in 8", 6: "6 in 6",
	}
	rows := read[schemas.StoryArticle](t, out, "story_articles")
	if len(rows) != len(want) {
		t.Errorf("%d rows, want %d", len(rows), len(want))
	}
	short := func(id string) string { return cmp.Or(strings.TrimLeft(id, "0"), "") }
	for i, r := range rows {
		if i > 0 && rows[i-1].ArticleID >= r.ArticleID {
			t.Error("rows are not in the order of their keys")
		}
		got := short(r.ArticleID)
		if r.DuplicateOf != "" {
			got += " " + r.DuplicateKind + " of " + short(r.DuplicateOf)
		}
		got += " in " + short(r.LineageID)
		if n := int(r.ArticleID[31] - '0'); got != want[n] {
			t.Errorf("got %s, want %s", got, want[n])
		}
	}
	stories := read[schemas.Story](t, out, "stories")
	if len(stories) != 4 || stories[3].Title != "First" || stories[3].ArticleCount != 4 || stories[3].DomainCount != 3 {
		t.Errorf("stories are %+v", stories)
	}
}

func TestEventsJoinTellings(t *testing.T) {
	w := (&world{name: "a"}).
		article(1, "https://a.example/1", "x", 10, "").article(2, "https://b.example/1", "y", 11, "").article(3, "https://c.example/1", "y", 12, "").
		article(4, "https://d.example/1", "z", 400, "").article(5, "https://e.example/1", "v", 0, "").
		telling(2, 7, "040", "actual", "NOR", "SWE", 9, .9).    // the same talks, told best
		telling(1, 5, "040", "scheduled", "NOR", "SWE", 9, .5). // told first
		telling(3, 7, "040", "actual", "NOR", "SWE", 9, .9).    // in a copy of 2
		telling(4, 2, "040", "actual", "NOR", "SWE", 9, .4).    // a year later, pointing back
		telling(1, 50, "040", "denied", "NOR", "SWE", 9, .5).   // a denial is another thing
		telling(1, 60, "040", "actual", "NOR", "DNK", 9, .5).   // other actors
		telling(1, 70, "040", "actual", "NOR", "SWE", 0, .5).   // no day: within the article only
		telling(1, 80, "040", "actual", "NOR", "SWE", 0, .5).
		telling(5, 70, "040", "actual", "NOR", "SWE", 0, .5).
		telling(2, 90, "112", "actual", "NOR", "SWE", 0, .5). // no day, and a copy says it too
		telling(3, 90, "112", "actual", "NOR", "SWE", 0, .5)
	_, out := linked(t, []Batch{w.write(t, t.TempDir(), 100)}, nil, 1<<20)
	var got []string
	for _, e := range read[schemas.Event](t, out, "events") {
		got = append(got, fmt.Sprintf("%s %s-%s %s tellings %d articles %d domains %d sources %d by %q", strings.TrimLeft(e.EventID, "0"), e.Actor1Name, e.Actor2Name,
			e.Status, e.MentionCount, e.ArticleCount, e.DomainCount, e.SourceCount, e.Summary))
	}
	want := []string{
		`1000000000000000500 NOR-SWE actual tellings 4 articles 4 domains 4 sources 3 by "Sentence 7 of 2."`,
		`1000000000000003200 NOR-SWE denied tellings 1 articles 1 domains 1 sources 1 by "Sentence 50 of 1."`,
		`1000000000000003c00 NOR-DNK actual tellings 1 articles 1 domains 1 sources 1 by "Sentence 60 of 1."`,
		`1000000000000004600 NOR-SWE actual tellings 2 articles 1 domains 1 sources 1 by "Sentence 70 of 1."`,
		`2000000000000005a00 NOR-SWE actual tellings 2 articles 2 domains 2 sources 1 by "Sentence 90 of 2."`,
		`5000000000000004600 NOR-SWE actual tellings 1 articles 1 domains 1 sources 1 by "Sentence 70 of 5."`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, r := range read[schemas.EventMention](t, out, "event_mentions") {
		if r.EventID == "" {
			t.Errorf("telling %s has no event", r.EventMentionID)
		}
	}
	// What is told again a year later points to the old event, and is no part of the old story.
	for _, r := range read[schemas.StoryArticle](t, out, "story_articles") {
		if old := strings.HasSuffix(r.ArticleID, "4"); old != (r.StoryID == r.ArticleID && old) {
			t.Errorf("article %s is of story %s", r.ArticleID, r.StoryID)
		}
	}
}

func TestEntitiesAreCounted(t *testing.T) {
	a := (&world{name: "a"}).article(1, "", "x", 1, "").mention(1, 0, "Oslo", "ab", "Oslo").mention(1, 9, "Oslo", "ab", "Oslo").mention(1, 19, "Kristiania", "ab", "Oslo")
	b := (&world{name: "b"}).article(2, "", "y", 2, "").mention(2, 0, "Oslo", "ab", "Oslo").mention(2, 5, "Bergen", "cd", "Bergen")
	_, out := linked(t, []Batch{a.write(t, t.TempDir(), 100), b.write(t, t.TempDir(), 100)}, nil, 1<<20)
	rows := read[schemas.Entity](t, out, "entities")
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	oslo := rows[0]
	if oslo.Name != "Oslo" || oslo.MentionCount != 4 || oslo.ArticleCount != 2 || !slices.Equal(oslo.Aliases, []string{"Oslo", "Kristiania"}) || oslo.CanonicalID != oslo.EntityID || oslo.Country != "NOR" {
		t.Errorf("%+v", oslo)
	}
}

// random makes a batch with copies, revisions and events that other batches tell too.
func random(name string, seed uint64, articles int) *world {
	r := rand.New(rand.NewPCG(seed, 7))
	w := &world{name: name}
	countries := []string{"NOR", "SWE", "DNK", "FIN", "DEU"}
	for i := range articles {
		id := int(seed)*1_000_000 + i
		w.article(id, fmt.Sprintf("https://site%d.example/%d", r.IntN(9), r.IntN(articles)), fmt.Sprint(r.IntN(articles)), int64(r.IntN(20)), fmt.Sprint("Title ", r.IntN(5)))
		for j := range r.IntN(6) {
			n := r.IntN(40)
			w.mention(id, j*10, fmt.Sprint("Name ", n, r.IntN(2)), fmt.Sprintf("%08x", n), fmt.Sprint("Name ", n))
		}
		for j := range r.IntN(4) {
			w.telling(id, j*10, "04"+fmt.Sprint(r.IntN(3)), []string{"actual", "scheduled", "denied"}[r.IntN(3)],
				countries[r.IntN(5)], countries[r.IntN(5)], int32(r.IntN(4)), float64(r.IntN(10))/10)
		}
	}
	return w
}

// Neither the order of batches, nor how their rows are cut into files, nor the memory, nor the
// runs of an earlier link change a byte.
func TestBytesHangOnRowsAlone(t *testing.T) {
	worlds := []*world{random("a", 1, 300), random("b", 2, 200), random("c", 3, 100)}
	batches := func(rows int) (out []Batch) {
		dir := t.TempDir()
		for _, w := range worlds {
			out = append(out, w.write(t, dir, rows))
		}
		return out
	}
	first := batches(1 << 20)
	want, out := linked(t, first, nil, 64<<20)
	if got, _ := linked(t, first, nil, 64<<20); got != want {
		t.Error("with the runs of the first time, the bytes are others")
	}
	reversed := batches(57)
	slices.Reverse(reversed)
	if got, _ := linked(t, reversed, nil, 4<<10); got != want {
		t.Error("another order of batches, smaller files and little memory give other bytes")
	}
	committed, err := filepath.Glob(filepath.Join(out, "event_mentions", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	again := batches(1000)
	for i := range again {
		again[i].Tellings = nil
	}
	if got, _ := linked(t, again, committed, 64<<20); got != want {
		t.Error("made of the dataset's own event_mentions, the bytes are others")
	}
	run := again[1].run("entities")
	data, err := os.ReadFile(run)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(run, data, 0o666); err != nil {
		t.Fatal(err)
	}
	if got, _ := linked(t, again, committed, 64<<20); got != want {
		t.Error("a damaged run is not noticed")
	}
}

func TestLinkOfNothingGivesEmptyTables(t *testing.T) {
	digests, _ := linked(t, nil, nil, 1<<20)
	if n := strings.Count(digests, ".parquet 0 "); n != 5 {
		t.Errorf("%d empty tables, want 5:\n%s", n, digests)
	}
}

func TestLinkEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	batches := []Batch{random("a", 1, 50).write(t, t.TempDir(), 100)}
	if _, err := Run(ctx, batches, nil, t.TempDir(), Options{Memory: 1 << 20, Temp: t.TempDir(), Meta: meta, PartBytes: 1 << 20}); err == nil {
		t.Error("a cancelled link gives no error")
	}
}
