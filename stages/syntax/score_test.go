package syntax

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// told are the relations that events are read from.
var told = []string{"nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp", "xcomp", "conj", "acl:relcl"}

// A goldWord is a word of a treebank. Head is counted from 0, the root's is Root.
type goldWord struct {
	form string
	Word
}

// readTreebank gives the sentences of a CoNLL-U file; the test or benchmark skips without it.
func readTreebank(t testing.TB, name string) [][]goldWord {
	file, err := os.Open("../../../shared/data/language/ud/" + name + ".conllu")
	if err != nil {
		t.Skip("no treebank at hand")
	}
	defer file.Close()
	var sentences [][]goldWord
	var words []goldWord
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		field := strings.Split(in.Text(), "\t")
		if in.Text() == "" && len(words) > 0 {
			sentences, words = append(sentences, words), nil
		}
		if len(field) != 10 || strings.ContainsAny(field[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(field[6])
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, goldWord{field[1], Word{field[2], field[3], field[4], field[5], head - 1, field[7]}})
	}
	return sentences
}

// TestScore measures against treebanks that stand beside a developer's checkout, sentences and
// words given, punctuation counted, subtypes of relations aside in LAS.
func TestScore(t *testing.T) {
	for _, set := range []struct {
		name  string
		least map[string]float64
	}{
		{"en_ewt-dev", map[string]float64{"UPOS": .94, "XPOS": .93, "lemma": .965, "UAS": .82, "LAS": .79, "told": .76}},
		{"en_gum-dev", map[string]float64{"UPOS": .955, "XPOS": .95, "lemma": .965, "UAS": .82, "LAS": .79, "told": .76}},
	} {
		hit, all := map[string]float64{}, 0.0
		right, seen := map[string]float64{}, map[string]float64{}
		count := func(name string, is bool) {
			if is {
				hit[name]++
			}
		}
		var a Analyser
		for _, sentence := range readTreebank(t, set.name) {
			forms := make([]string, len(sentence))
			for i, w := range sentence {
				forms[i] = w.form
			}
			for i, got := range a.Sentence(nil, forms) {
				want := sentence[i]
				base, _, _ := strings.Cut(got.Relation, ":")
				wantBase, _, _ := strings.Cut(want.Relation, ":")
				all++
				count("UPOS", got.UPOS == want.UPOS)
				count("XPOS", got.XPOS == want.XPOS)
				count("lemma", want.Lemma == "_" || got.Lemma == want.Lemma)
				count("features", got.Features == universalOf(want.Features))
				count("UAS", got.Head == want.Head)
				count("LAS", got.Head == want.Head && base == wantBase)
				seen[got.Relation]++
				seen[want.Relation]++
				if got.Head == want.Head && got.Relation == want.Relation {
					right[got.Relation]++
				}
			}
		}
		var rights, seens float64
		for _, name := range told {
			t.Logf("%s: %-10s F1 %.3f", set.name, name, 2*right[name]/seen[name])
			rights, seens = rights+right[name], seens+seen[name]
		}
		hit["told"] = 2 * rights / seens * all
		for _, name := range []string{"UPOS", "XPOS", "lemma", "features", "UAS", "LAS", "told"} {
			t.Logf("%s: %-8s %.4f", set.name, name, hit[name]/all)
			if hit[name]/all < set.least[name] {
				t.Errorf("%s: %s %.4f, want %.4f", set.name, name, hit[name]/all, set.least[name])
			}
		}
	}
}

// universalOf leaves the features that a scorer of Universal Dependencies looks at.
func universalOf(feats string) string {
	const names = " PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite "
	var kept []string
	for feat := range strings.SplitSeq(feats, "|") {
		if name, _, _ := strings.Cut(feat, "="); strings.Contains(names, " "+name+" ") {
			kept = append(kept, feat)
		}
	}
	if len(kept) == 0 {
		return "_"
	}
	return strings.Join(kept, "|")
}

// BenchmarkTreebank is the speed over text in which hardly a word follows the same one twice: the rows
// of the models come from memory, where those of [BenchmarkSentence] stay in the processor.
func BenchmarkTreebank(b *testing.B) {
	var sentences [][]string
	tokens := 0
	for _, sentence := range readTreebank(b, "en_gum-dev") {
		var forms []string
		for _, w := range sentence {
			forms = append(forms, w.form)
		}
		sentences, tokens = append(sentences, forms), tokens+len(forms)
	}
	var a Analyser
	words := a.Sentence(nil, sentences[0]) // the models are read
	for b.Loop() {
		for _, forms := range sentences {
			words = a.Sentence(words[:0], forms)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
