package link

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
)

// BenchmarkLargeLink10M links 10 million mentions, a million tellings and 300,000 articles,
// told to use 256 MiB, and measures what it did use. It takes minutes and some GB of disk, and so only runs
// where NEWSMILL_BENCH_LARGE is set.
func BenchmarkLargeLink10M(b *testing.B) {
	if os.Getenv("NEWSMILL_BENCH_LARGE") == "" {
		b.Skip("set NEWSMILL_BENCH_LARGE=1 to link 10 million mentions")
	}
	const memory = 256 << 20
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memory))
	batch := large(b, 300_000, 33, 3)
	debug.FreeOSMemory()
	resetPeak(b)
	for b.Loop() {
		if err := os.RemoveAll(batch.Runs); err != nil {
			b.Fatal(err)
		}
		linked(b, []Batch{batch}, nil, memory)
	}
	b.ReportMetric(float64(peak(b))/(1<<20), "peak-MiB")
	b.ReportMetric(10e6*float64(b.N)/b.Elapsed().Seconds(), "mentions/s")
}

// large writes a batch without holding it: names as news has them, few often and many seldom.
func large(b *testing.B, articles, mentions, tellings int) Batch {
	b.Helper()
	dir := b.TempDir()
	r := rand.New(rand.NewPCG(1, 2))
	names := rand.NewZipf(r, 1.2, 10, 2_000_000)
	articleRows := create[schemas.Article](b, dir, "articles")
	mentionRows := create[schemas.Mention](b, dir, "mentions")
	tellingRows := create[schemas.EventMention](b, dir, "event_mentions")
	for i := range articles {
		w := &world{}
		id := int(r.Uint32())<<20 | i
		w.article(id, fmt.Sprintf("https://site%d.example/%d", i%5000, i), strconv.Itoa(r.IntN(articles)), int64(i/3000+1), "Title")
		for j := range mentions {
			n := names.Uint64()
			w.mention(id, j*40, "Name "+strconv.FormatUint(n, 36), fmt.Sprintf("%032x", n*0x9e3779b97f4a7c15)[:16], "Full Name "+strconv.FormatUint(n, 36))
		}
		for j := range tellings {
			w.telling(id, j*100, "04"+strconv.Itoa(r.IntN(7)), "actual", "C"+strconv.Itoa(r.IntN(200)), "C"+strconv.Itoa(r.IntN(200)), int32(i/3000+1), .5)
		}
		put(b, articleRows, w.articles)
		put(b, mentionRows, w.mentions)
		put(b, tellingRows, w.tellings)
	}
	return Batch{Name: "large", Articles: done(b, articleRows), Mentions: done(b, mentionRows), Tellings: done(b, tellingRows), Runs: filepath.Join(dir, "runs")}
}

func create[T any](b *testing.B, dir, table string) *sink.Writer[T] {
	b.Helper()
	w, err := sink.Create[T](filepath.Join(dir, table+".parquet"), schemas.Named(table), meta)
	if err != nil {
		b.Fatal(err)
	}
	return w
}

func put[T any](b *testing.B, w *sink.Writer[T], rows []T) {
	b.Helper()
	if err := w.Write(rows); err != nil {
		b.Fatal(err)
	}
}

func done[T any](b *testing.B, w *sink.Writer[T]) []string {
	b.Helper()
	part, err := w.Close()
	if err != nil {
		b.Fatal(err)
	}
	return []string{part.Path}
}

// resetPeak and peak use Linux's mark of the most memory that was resident.
func resetPeak(b *testing.B) {
	b.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Logf("the peak is that of the whole process: %v", err)
	}
}

func peak(b *testing.B) (bytes int64) {
	b.Helper()
	f, err := os.Open("/proc/self/status")
	if err != nil {
		b.Skip("no /proc here")
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kib, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			if err != nil {
				b.Fatal(err)
			}
			return kib << 10
		}
	}
	return 0
}
