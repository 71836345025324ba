package quote

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestQuotesOfNews measures against annotated news that does not stand in the repository, and
// skips without it. Quotes are cut at line ends, and a pair shares half of the shorter one.
func TestQuotesOfNews(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "events", "quotes-polnear-dev.jsonl"))
	if err != nil {
		t.Skip("needs ../shared: ", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	var direct, indirect, speakers tally
	for lines.Scan() {
		var gold struct {
			Text   string
			Quotes []struct {
				Kind   string
				Spans  [][2]int
				Source [][2]int
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
			t.Fatal(err)
		}
		offsets := []int{} // byte of each code point
		for i := range gold.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(gold.Text))
		var want []piece
		for _, q := range gold.Quotes {
			source := ""
			for _, s := range q.Source {
				source += gold.Text[offsets[s[0]]:offsets[s[1]]] + " "
			}
			for _, s := range q.Spans {
				want = append(want, pieces(gold.Text, offsets[s[0]], offsets[s[1]], q.Kind == "direct", source)...)
			}
		}
		var got []piece
		doc := split(gold.Text, "en")
		for _, q := range Find(doc, names(doc)) {
			got = append(got, pieces(gold.Text, q.Start, q.End, q.Kind == "direct", q.SpeakerName)...)
		}
		pair(t, gold.Text, want, got, &direct, &indirect, &speakers)
	}
	t.Logf("direct %v indirect %v", &direct, &indirect)
	t.Logf("speakers of direct quotes: %.3f of %v", speakers.hit/speakers.want, speakers.want)
	if f1 := direct.f1(); f1 < 0.965 {
		t.Errorf("direct quotes: F1 %.3f", f1)
	}
	if f1 := indirect.f1(); f1 < 0.705 {
		t.Errorf("indirect quotes: F1 %.3f", f1)
	}
}

type piece struct {
	start, end int
	direct     bool
	source     string
}

type tally struct{ want, got, hit float64 }

func (t *tally) f1() float64 { return 2 * t.hit / (t.want + t.got) }
func (t *tally) String() string {
	b, _ := json.Marshal(map[string]float64{"f1": t.f1(), "p": t.hit / t.got, "r": t.hit / t.want})
	return string(b)
}

func pieces(text string, start, end int, direct bool, source string) []piece {
	var out []piece
	for start < end {
		stop := end
		if n := strings.IndexByte(text[start:end], '\n'); n >= 0 {
			stop = start + n
		}
		const edge = " \t\r\n\"'“”‘’«»,.;:–—-"
		s := strings.TrimLeft(text[start:stop], edge)
		from := stop - len(s)
		s = strings.TrimRight(s, edge)
		if s != "" {
			out = append(out, piece{from, from + len(s), direct, source})
		}
		start = stop + 1
	}
	return out
}

func pair(t *testing.T, text string, want, got []piece, direct, indirect, speakers *tally) {
	of := func(d bool) *tally {
		if d {
			return direct
		}
		return indirect
	}
	used := make([]int, len(got))
	for _, w := range want {
		of(w.direct).want++
		best, most := -1, 0
		for i, g := range got {
			if n := min(w.end, g.end) - max(w.start, g.start); used[i] == 0 && n > most && 2*n >= min(w.end-w.start, g.end-g.start) {
				best, most = i, n
			}
		}
		if best < 0 {
			if os.Getenv("SHOW") != "" {
				t.Logf("MISSED %q | %s", text[w.start:min(w.end, w.start+60)], text[max(0, w.start-60):w.start])
			}
			continue
		}
		used[best] = 1
		of(w.direct).hit++
		of(w.direct).got++
		if w.direct != got[best].direct && os.Getenv("SHOW") != "" {
			t.Logf("KIND want direct=%v | %s [[%s]] %s", w.direct, text[max(0, w.start-40):w.start], text[w.start:w.end], text[w.end:min(len(text), w.end+30)])
		}
		if w.direct && strings.TrimSpace(w.source) != "" {
			f := strings.Fields(got[best].source)
			right := len(f) > 0 && strings.Contains(w.source, f[len(f)-1])
			speakers.want++
			if right {
				speakers.hit++
			} else if os.Getenv("SHOW") != "" {
				t.Logf("SPEAKER want %q got %q | %s [[%s]] %s", w.source, got[best].source, text[max(0, w.start-80):w.start], text[w.start:min(w.end, w.start+20)], text[w.end:min(len(text), w.end+80)])
			}
		}
	}
	for i, g := range got {
		if used[i] == 0 {
			of(g.direct).got++
			if os.Getenv("SHOW") != "" {
				t.Logf("FALSE direct=%v %s [[%s]] %s", g.direct, text[max(0, g.start-60):g.start], text[g.start:g.end], text[g.end:min(len(text), g.end+30)])
			}
		}
	}
}
