package main

import (
	"encoding/binary"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/perceptron"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

const (
	moveBits    = 20
	labelBits   = 16
	parseRounds = 6
	parseMargin = 10 // the right move is taught until it is so far ahead
	// explore is how often training goes on from where a wrong move leads.
	explore = 0.9
)

// runParse learns dependency trees from treebanks, and writes the model.
func runParse(args []string) error {
	flags := flag.NewFlagSet("parse", flag.ContinueOnError)
	root := flags.String("treebanks", "../shared/data/language/ud", "folder of the treebanks")
	sets := flags.String("sets", "en_ewt,en_gum", "treebanks to learn from: each has a file NAME-train.conllu")
	tags := flags.String("tags", "data/tags/tags.bin", "the tagger's model")
	out := flags.String("out", "data/parse", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sentences, err := readTreebanks(*root, *sets, "train")
	if err != nil {
		return err
	}
	learned := newForest(sentences)
	set := newTagSet(sentences)
	lines := set.lines(sentences)
	jackknife(set, lines)
	for i, l := range lines {
		learned.trees[i].words = l.words
	}
	model := append(learned.train(), learned.learnMorph(sentences)...)
	if err := os.WriteFile(filepath.Join(*out, "parse.bin"), linear.Pack(model), 0o644); err != nil {
		return err
	}
	packed, err := os.ReadFile(*tags)
	if err != nil {
		return err
	}
	stored, err := linear.Unpack(packed)
	if err != nil {
		return err
	}
	return measureParse(stored, model, *root, *sets)
}

// A tree is a sentence to learn from.
type tree struct {
	words     []tag.Word
	heads     []int32 // the root's is len(words)
	relations []int
}

type forest struct {
	relations []string
	trees     []*tree
}

// rareRelation is how often a relation has to be there for its subtype to be learned.
const rareRelation = 10

func newForest(sentences [][]conllu.Word) forest {
	counts := map[string]int{}
	for _, sentence := range sentences {
		for _, w := range sentence {
			counts[w.Relation]++
		}
	}
	t := forest{}
	ids := map[string]int{}
	names := byCount(counts)
	root := slices.Index(names, "root") // parse.RootRelation
	names = slices.Insert(slices.Delete(names, root, root+1), 0, "root")
	for _, name := range names {
		if base, _, sub := strings.Cut(name, ":"); sub && counts[name] < rareRelation {
			if id, ok := ids[base]; ok {
				ids[name] = id
				continue
			}
		}
		ids[name] = len(t.relations)
		t.relations = append(t.relations, name)
	}
	for _, sentence := range sentences {
		one := &tree{}
		for _, w := range sentence {
			head := int32(w.Head)
			if head < 0 {
				head = int32(len(sentence))
			}
			one.heads = append(one.heads, head)
			one.relations = append(one.relations, ids[w.Relation])
		}
		t.trees = append(t.trees, one)
	}
	return t
}

// train gives the parser as it is stored. The second pass learns from answers of the first for
// sentences that it did not learn from.
func (f forest) train() []byte {
	back := f.mirrored()
	guides := make([][]parse.Arc, len(f.trees))
	cores.AtMost(2, parseFolds, func(fold int) {
		rest, _ := split(back.trees, fold)
		pass := forest{f.relations, rest}.learn(nil).pass()
		var s parse.State
		for i, one := range back.trees {
			if inFold(i, fold) {
				pass.Run(one.words, &s)
				guides[i] = s.Mirror(nil)
			}
		}
	})
	var backward, forward passLesson
	lessons := []func(){func() { backward = back.learn(nil) }, func() { forward = f.learn(guides) }}
	cores.Each(len(lessons), func(k int) { lessons[k]() })
	names := strings.Join(f.relations, " ")
	stored := append(binary.LittleEndian.AppendUint32(nil, uint32(len(names))), names...)
	return forward.append(backward.append(stored))
}

// mirrored has the sentences from their ends.
func (f forest) mirrored() forest {
	m := forest{relations: f.relations}
	for _, one := range f.trees {
		size := len(one.words)
		back := &tree{words: parse.Reversed(nil, one.words)}
		for i := range size {
			head := one.heads[size-1-i]
			if int(head) < size {
				head = int32(size-1) - head
			}
			back.heads, back.relations = append(back.heads, head), append(back.relations, one.relations[size-1-i])
		}
		m.trees = append(m.trees, back)
	}
	return m
}

// A passLesson is what one way through the sentences taught.
type passLesson struct {
	moves, labels *perceptron.Model
}

func (l passLesson) append(dst []byte) []byte { return l.labels.Append(l.moves.Append(dst)) }

func (l passLesson) pass() parse.Pass {
	return parse.Pass{Moves: l.moves.Done(), Labels: l.labels.Done()}
}

// learn learns which move comes next from where its own moves lead, and the relations of the right
// arcs among those that it makes. Each sentence has a guide, or none has.
func (f forest) learn(guides [][]parse.Arc) passLesson {
	moves := perceptron.New(moveBits, parse.Moves)
	labels := perceptron.New(labelBits, len(f.relations))
	random := rand.New(rand.NewPCG(5, 0))
	var s parse.State
	var features []uint32
	var scores [parse.MaxRelations]uint16
	for round := range parseRounds {
		for _, at := range random.Perm(len(f.trees)) {
			one := f.trees[at]
			s.Reset(one.words)
			if guides != nil {
				s.Guide = guides[at]
			}
			for !s.Done() {
				features = parse.MoveFeatures(features[:0], one.words, &s)
				moves.Scores(features, scores[:])
				cost := costs(&s, one.heads)
				wrong, right := parse.None, parse.None // the best of either kind
				least := min(cost[0], cost[1], cost[2])
				for m := range parse.Moves {
					if cost[m] == least && (right == parse.None || scores[m] > scores[right]) {
						right = m
					}
					if cost[m] > least && s.Can(m) && (wrong == parse.None || scores[m] > scores[wrong]) {
						wrong = m
					}
				}
				move := right
				if wrong != parse.None {
					if scores[right] < scores[wrong]+parseMargin {
						moves.Teach(features, right, wrong)
					}
					if scores[wrong] > scores[right] && round > 0 && random.Float64() < explore {
						move = wrong
					}
				}
				moves.Next()
				relation := parse.None
				if move != parse.Shift {
					relation = parse.RootRelation
					if head, word := s.Arc(move); head < len(one.words) {
						features = parse.RelationFeatures(features[:0], one.words, &s, head, word)
						labels.Scores(features, scores[:])
						relation = parse.BestRelation(scores[:len(f.relations)])
						if int32(head) == one.heads[word] {
							if gold := one.relations[word]; relation != gold {
								labels.Teach(features, gold, relation)
							}
							labels.Next()
						}
					}
				}
				s.Do(move, relation)
			}
		}
	}
	return passLesson{moves, labels}
}
