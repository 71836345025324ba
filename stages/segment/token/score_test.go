package token

import (
	"bufio"
	"os"
	"sort"
	"strings"
	"testing"
)

// paragraph is a stretch of text with the spans of its words.
type paragraph struct {
	text  string
	words map[Token]bool
}

// readTreebank gives the paragraphs of a file of Universal Dependencies. The parts of a
// contraction are words where they are what it is written with.
func readTreebank(t *testing.T, name string) (all []paragraph) {
	file, err := os.Open("../../../../shared/data/language/ud/" + name + ".conllu")
	if err != nil {
		t.Skip("no treebank at hand")
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	var p paragraph
	var whole, parts string
	space, last := false, ""
	add := func(form string, after bool) {
		if space && p.text != "" {
			p.text += " "
		}
		p.words[Token{len(p.text), len(p.text) + len(form)}] = true
		p.text += form
		space = after
	}
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") || p.words == nil {
			all = append(all, p)
			p = paragraph{words: map[Token]bool{}}
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 || strings.Contains(f[0], ".") {
			continue
		}
		after := !strings.Contains(f[9], "SpaceAfter=No")
		if _, to, ok := strings.Cut(f[0], "-"); ok {
			whole, parts, last = f[1], "", to
			whole = whole + map[bool]string{true: " ", false: ""}[after]
			continue
		}
		if last == "" {
			add(f[1], after)
			continue
		}
		parts += "\x00" + f[1]
		if f[0] != last {
			continue
		}
		last = ""
		form, after := strings.TrimSuffix(whole, " "), strings.HasSuffix(whole, " ")
		if strings.ReplaceAll(parts, "\x00", "") != form {
			parts = "\x00" + form
		}
		forms := strings.Split(parts[1:], "\x00")
		for i, part := range forms {
			add(part, i == len(forms)-1 && after)
		}
	}
	return append(all, p)
}

// TestScore measures the words of raw paragraphs against treebanks that stand beside a
// developer's checkout; it skips without them.
func TestScore(t *testing.T) {
	sets := []string{"en_ewt-dev", "en_gum-dev"}
	if more := os.Getenv("TREEBANKS"); more != "" {
		sets = strings.Fields(more)
	}
	for _, set := range sets {
		errors := map[string]int{}
		var hit, want, got int
		for _, p := range readTreebank(t, set) {
			found := Words(nil, p.text, 0, len(p.text), true)
			wrong := []Token{}
			for _, w := range found {
				if p.words[w] {
					hit++
				} else {
					wrong = append(wrong, w)
				}
			}
			want, got = want+len(p.words), got+len(found)
			for _, w := range wrong { // told with the gold words that lie in it or around it
				s := ""
				for g := range p.words {
					if g.Start < w.End && w.Start < g.End {
						s = max(s, p.text[g.Start:g.End])
					}
				}
				errors[p.text[w.Start:w.End]+" for "+s]++
			}
		}
		f1 := 2 * float64(hit) / float64(want+got)
		t.Logf("%s: F1 %.4f of %d words", set, f1, want)
		if f1 < .99 {
			t.Errorf("%s: F1 %.4f", set, f1)
		}
		var list []string
		for e := range errors {
			list = append(list, e)
		}
		sort.Slice(list, func(a, b int) bool {
			return errors[list[a]] > errors[list[b]] || errors[list[a]] == errors[list[b]] && list[a] < list[b]
		})
		if os.Getenv("TREEBANKS") != "" {
			for _, e := range list[:min(len(list), 250)] {
				t.Logf("%4d %s", errors[e], e)
			}
		}
	}
}
