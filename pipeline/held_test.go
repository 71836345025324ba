package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

// However much of a unit is held, and wherever it is cut into shards, process sees each item once and in order, as if it had
// been read again.
func TestHeldItemsAreThoseOfTheFiles(t *testing.T) {
	ctx := context.Background()
	inputs := []string{
		"../data/sample/nights/2026-03-02/crawl.warc.gz", "../data/sample/nights/2026-03-02/www.millbrookherald.example",
		"../data/sample/nights/2026-03-03/feed.jsonl.gz", "../data/sample/broken", "../data/sample/nights/2026-03-03/crawl.warc.gz",
		"../data/sample/nights/2026-03-03/archive.parquet",
	}
	seen := map[bool]int{}
	for _, memory := range []int64{0, 50 << 10, 150 << 10, 300 << 10, 500 << 10, 1 << 20, 64 << 20} {
		e, err := newEngine(Options{Inputs: inputs, Out: dataset.Dataset{Dir: t.TempDir()}, Config: DefaultConfig()})
		if err != nil {
			t.Fatal(err)
		}
		if e.plan, err = makePlan(inputs, ""); err != nil {
			t.Fatal(err)
		}
		e.work = workDir(filepath.Join(t.TempDir(), "work"))
		if err := e.prepare(); err != nil {
			t.Fatal(err)
		}
		var stop func()
		e.pool, stop = newPool(2, e.config.inFlight())
		if err := e.survey(ctx, memory); err != nil {
			t.Fatal(err)
		}
		stop()
		h := &e.held[0]
		if len(e.held) != 1 || memory == 0 != (len(h.items) == 0) {
			t.Fatalf("%d bytes hold %d items of %d units", memory, len(h.items), len(e.held))
		}
		seen[h.full]++
		if size := sizeOf(h); size > memory {
			t.Errorf("%d bytes are held in %d", size, memory)
		}

		var want []string
		var cuts []cut // the unit as if survey had cut it where it can
		err = e.read(ctx, e.plan.Units[0].Sections, 0, func(item entry) error {
			want = append(want, lineOf(&item, 0))
			if p := item.Page; p != nil && p.Apart && item.ordinal%9 == 8 {
				cuts = append(cuts, cut{Section: item.section, Offset: p.Offset, Ordinal: item.ordinal})
			}
			return nil
		})
		if err != nil || len(want) != e.surveys[0].Items || len(cuts) < 2 {
			t.Fatalf("%d items, survey saw %d, %d cuts, %v", len(want), e.surveys[0].Items, len(cuts), err)
		}
		e.surveys[0].Cuts = cuts
		var got []string
		for _, s := range e.plan.Units[0].shardsOf(0, e.surveys[0]) {
			err := e.readShard(ctx, s, func(item entry) error {
				got = append(got, lineOf(&item, s.base))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				t.Fatalf("%d bytes hold %d items to %+v, and item %d of %d is\n%s, want\n%s", memory, len(h.items), h.rest, i, len(got), got[min(i, len(got)-1)], want[i])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d items, want %d", len(got), len(want))
		}
	}
	if seen[false] == 0 || seen[true] < 4 {
		t.Errorf("whole and in part units were held %v times", seen)
	}
}

func sizeOf(h *held) (size int64) {
	for i := range h.items {
		size += h.items[i].size()
	}
	return size
}

func lineOf(item *entry, base int) string {
	if f := item.Fault; f != nil {
		return fmt.Sprintf("%d %d %s %d %s %q", item.ordinal, item.section+base, f.Path, f.Offset, f.Code, f.Raw)
	}
	p := item.Page
	return fmt.Sprintf("%d %d %s %d %s %s %+v %q", item.ordinal, item.section+base, p.Path, p.Offset, p.ID(), p.URL, p.Given, p.Body)
}
