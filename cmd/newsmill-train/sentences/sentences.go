// Package sentences learns where sentences end (stages/segment, data/sentences), from treebanks, from what is made
// of their sentences, and from news.
package sentences

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/segment"
)

// Run is the command `newsmill-train sentences`: it learns where English sentences end,
// prints what the model reaches on the treebanks of --dev, and writes it. A set is a file of the
// folder: NAME.conllu under ud/, or NAME.jsonl, whose texts teach only where none ends.
func Run(args []string) error {
	flags := flag.NewFlagSet("sentences", flag.ContinueOnError)
	root := flags.String("language", "../shared/data/language", "folder of the sets")
	sets := flags.String("sets", "en_ewt-train,en_gum-train,ww-train", "sets to learn from")
	dev := flags.String("dev", "en_ewt-dev,en_gum-dev", "sets to measure on")
	folds := flags.Int("folds", 0, "cross-validate over so many parts and write nothing")
	out := flags.String("out", "data/sentences/sentences.bin", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	train, err := readSets(*root, *sets)
	if err != nil {
		return err
	}
	if *folds > 0 {
		crossSentences(strings.Split(*sets, ","), train, *folds)
		return nil
	}
	var pool []conllu.Document
	for _, set := range train {
		pool = append(pool, set...)
	}
	model := learnSentences(pool)
	held, err := readSets(*root, *dev)
	if err != nil {
		return err
	}
	for i, name := range strings.Split(*dev, ",") {
		fmt.Println(name, measureSentences(held[i], model))
	}
	return os.WriteFile(*out, model.Append(nil), 0o644)
}

// readSets reads the sets of a list.
func readSets(root, list string) (sets [][]conllu.Document, err error) {
	for _, name := range strings.Split(list, ",") {
		documents, err := conllu.ReadDocuments(filepath.Join(root, "ud", name+".conllu"))
		if os.IsNotExist(err) {
			documents, err = readNews(filepath.Join(root, name+".jsonl"))
		}
		if err != nil {
			return nil, err
		}
		sets = append(sets, documents)
	}
	return sets, nil
}

// newsShare is the share of the news texts that is learned from, 1 of so many: enough that a
// dateline ends no sentence, not so many that the treebanks' sentences without a stop are lost.
const newsShare = 3

// readNews reads texts of news whose sentences are not told apart.
func readNews(path string) (documents []conllu.Document, err error) {
	err = corpus.EachRow(path, func(n int, row *corpus.Text) error {
		if (n+1)%newsShare == 0 {
			documents = append(documents, conllu.Document{Text: row.Text})
		}
		return nil
	})
	return documents, err
}

const (
	sentenceEpochs = 6
	sentenceRate   = 0.05
	// keepEvery is how many documents are learned between two sets of weights that are averaged;
	// those of the first epoch are left out.
	keepEvery = 50
)

// learnSentences learns a model from documents and from what is made of them.
func learnSentences(documents []conllu.Document) *segment.Model {
	texts := make([]string, len(documents))
	for i, d := range documents {
		texts[i] = d.Text
	}
	l := segment.NewLearner(texts)
	stride := 211 // mixes the sets: the documents come in the order of their number times this
	for len(documents)%stride == 0 {
		stride += 2
	}
	for epoch := range sentenceEpochs {
		rate := float64(sentenceEpochs-epoch) * (sentenceRate / sentenceEpochs)
		for n := range documents {
			d := documents[n*stride%len(documents)]
			teach(d, l, rate)
			made := abbreviated(d, n)
			teach(made, l, rate)
			if n%8 == 0 {
				teach(headlines(made), l, rate)
			}
			if n%2 == 0 {
				teach(listed(d, n/2), l, rate)
			}
			if epoch > 0 && n%keepEvery == 0 {
				l.Keep()
			}
		}
	}
	return l.Model()
}

// teach goes over a document once.
func teach(d conllu.Document, l *segment.Learner, rate float64) {
	ends := make(map[int]bool, len(d.Sentences))
	for _, s := range d.Sentences {
		ends[s[1]] = true
	}
	l.Learn(d.Text, rate, func(end int) (bool, bool) {
		return ends[end], len(ends) > 0 || !mayEnd(d.Text[:end])
	})
}

// mayEnd says whether a text ends as a sentence can: with a stop or a colon, quotes and brackets
// behind it.
func mayEnd(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’)]»*"))
	return strings.ContainsRune(".!?…:;", r)
}

// crossSentences learns from all parts but one and measures on that one, each in turn.
func crossSentences(names []string, sets [][]conllu.Document, folds int) {
	totals := make([]sentenceScore, len(sets))
	for fold := range folds {
		var pool []conllu.Document
		held := make([][]conllu.Document, len(sets))
		for s, set := range sets {
			for i, d := range set {
				if i%folds == fold {
					held[s] = append(held[s], d)
				} else {
					pool = append(pool, d)
				}
			}
		}
		model := learnSentences(pool)
		for s := range sets {
			totals[s].add(measureSentences(held[s], model))
		}
	}
	for s, total := range totals {
		if total.want > 0 {
			fmt.Println(names[s], total)
		}
	}
}

// sentenceScore counts sentences: right at both ends, of the gold standard, found.
type sentenceScore struct{ hit, want, got int }

func (s *sentenceScore) add(o sentenceScore) {
	s.hit, s.want, s.got = s.hit+o.hit, s.want+o.want, s.got+o.got
}

func (s sentenceScore) String() string {
	return fmt.Sprintf("F1 %.4f of %d sentences, %d found", 2*float64(s.hit)/float64(s.want+s.got), s.want, s.got)
}

func measureSentences(documents []conllu.Document, model *segment.Model) (s sentenceScore) {
	for _, d := range documents {
		gold := map[[2]int]bool{}
		for _, span := range d.Sentences {
			gold[span] = true
		}
		found := model.Split(d.Text).Sentences
		for _, f := range found {
			if gold[[2]int{f.Start, f.End}] {
				s.hit++
			}
		}
		s.want, s.got = s.want+len(gold), s.got+len(found)
	}
	return s
}
