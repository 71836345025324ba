package pipeline

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/klauspost/compress/gzip"

	"github.com/newsmill/newsmill/pipeline/dataset"
)

// phases notes what a run tells of its progress.
type phases struct {
	mu    sync.Mutex
	name  string
	total map[string]int64
	done  map[string]int64
	steps map[string]int
}

func (p *phases) Phase(name string, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.name = name
	p.total[name] = total
}

func (p *phases) Advance(n int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done[p.name] += n
	p.steps[p.name]++
}

// Progress goes by bytes, also inside a file that is one piece of work, and comes to its end.
func TestProgressGoesOnInsideAFile(t *testing.T) {
	var feed bytes.Buffer
	out := gzip.NewWriter(&feed)
	noise := rand.NewChaCha8([32]byte{})
	word := make([]byte, 2000)
	for i := range 400 {
		noise.Read(word)
		fmt.Fprintf(out, "{\"id\":\"%d\",\"text\":\"%x\"}\n", i, word)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	input := filepath.Join(t.TempDir(), "feed.jsonl.gz")
	if err := os.WriteFile(input, feed.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	seen := &phases{total: map[string]int64{}, done: map[string]int64{}, steps: map[string]int{}}
	_, err := Run(t.Context(), Options{
		Inputs: []string{input}, Out: dataset.Dataset{Dir: filepath.Join(t.TempDir(), "data")}, Config: DefaultConfig(), Report: seen,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, phase := range []string{"hash", "survey", "process"} {
		if seen.total[phase] != int64(feed.Len()) || seen.done[phase] != seen.total[phase] || seen.steps[phase] < 3 {
			t.Errorf("%s: %d of %d bytes in %d steps", phase, seen.done[phase], seen.total[phase], seen.steps[phase])
		}
	}
}
