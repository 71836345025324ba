package entity

import (
	"bufio"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// chain is a gold mention by its head: how many words it has and which entity it means.
type chain struct {
	words int
	group string
}

// gumWord is one word of GUM; from and to are its bytes of the text.
type gumWord struct{ id, head, from, to int }

// gumText is a document of GUM: its text and the mentions that its words are the heads of.
type gumText struct {
	text  strings.Builder
	heads map[[2]int][]chain
}

var gumBracket = regexp.MustCompile(`\([^()]+\)?|[^()]+\)`)

// readGUM gives the documents of a treebank whose column MISC has GUM's Entity.
func readGUM(t *testing.T, name string) (docs []*gumText) {
	file, err := os.Open("../../../shared/data/language/ud/" + name)
	if err != nil {
		t.Skip("no treebank at hand")
	}
	defer file.Close()
	var doc *gumText
	var words []gumWord
	var ends [][3]any // group, first word, last word
	open := map[string][]int{}
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<22)
	for in.Scan() {
		line := in.Text()
		f := strings.Split(line, "\t")
		id := 0
		if len(f) == 10 {
			id, _ = strconv.Atoi(f[0])
		}
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			doc = &gumText{heads: map[[2]int][]chain{}}
			docs = append(docs, doc)
		case strings.HasPrefix(line, "# newpar ") || line == "# newpar":
			doc.text.WriteString("\n\n")
		case line == "":
			for _, e := range ends {
				first, last := e[1].(int), e[2].(int)
				for n := first; n <= last; n++ {
					if h := words[n].head - 1; h < first || h > last {
						at := [2]int{words[n].from, words[n].to}
						doc.heads[at] = append(doc.heads[at], chain{last - first + 1, e[0].(string)})
						break
					}
				}
			}
			words, ends = words[:0], ends[:0]
		case id > 0:
			w := gumWord{id: id, from: doc.text.Len()}
			w.head, _ = strconv.Atoi(f[6])
			doc.text.WriteString(f[1])
			w.to = doc.text.Len()
			if !strings.Contains(f[9], "SpaceAfter=No") {
				doc.text.WriteByte(' ')
			}
			words = append(words, w)
			_, entity, _ := strings.Cut(f[9], "Entity=")
			entity, _, _ = strings.Cut(entity, "|")
			for _, piece := range gumBracket.FindAllString(entity, -1) {
				group, _, _ := strings.Cut(strings.Trim(piece, "()"), "-")
				group, _, _ = strings.Cut(group, "[")
				if piece[0] == '(' {
					open[group] = append(open[group], len(words)-1)
				}
				if n := len(open[group]); strings.HasSuffix(piece, ")") && n > 0 {
					ends = append(ends, [3]any{group, open[group][n-1], len(words) - 1})
					open[group] = open[group][:n-1]
				}
			}
		}
	}
	return docs
}

// TestReferencesOfGUM measures references against GUM's coreference: one is right where its head means
// what the longest mention around one of its entity's names means. It skips without the treebank.
func TestReferencesOfGUM(t *testing.T) {
	for _, name := range []string{"en_gum-train.conllu", "en_gum-dev.conllu"} {
		all, right := 0, 0
		for _, doc := range readGUM(t, name) {
			found := Find(syntax.Read(doc.text.String(), "en"), Hints{})
			groups := map[int]map[string]int{}
			for _, m := range found.Mentions {
				best := chain{}
				for at, chains := range doc.heads {
					for _, c := range chains {
						if m.Start <= at[0] && at[1] <= m.End && c.words > best.words {
							best = c
						}
					}
				}
				if groups[m.Entity] == nil {
					groups[m.Entity] = map[string]int{}
				}
				groups[m.Entity][best.group]++
			}
			for _, r := range found.References {
				most := 0
				for group, n := range groups[r.Entity] {
					if group != "" {
						most = max(most, n)
					}
				}
				all++
				ok := false
				for at, chains := range doc.heads {
					for _, c := range chains {
						ok = ok || at[1] == r.End && most > 0 && groups[r.Entity][c.group] == most
					}
				}
				if ok {
					right++
				}
			}
		}
		t.Logf("%s: %d of %d references right, %.3f", name, right, all, float64(right)/float64(all))
		if float64(right) < .9*float64(all) {
			t.Errorf("%s: %.3f of the references right, want .90", name, float64(right)/float64(all))
		}
	}
}
