package syntax

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
	moveBits    = 21
	labelBits   = 16
	parseRounds = 10
	moveMargin  = 10 // the right move is taught until it is so far ahead
	// So far ahead a move or a relation stands without the features of later stages.
	moveSure  = 80
	labelSure = 40
	// explore is how often training goes on from where a wrong move leads.
	explore = 0.9
)

// RunParse is the command `newsmill-train parse`: it learns dependency trees from treebanks, and writes the model.
func RunParse(args []string) error {
	flags := flag.NewFlagSet("parse", flag.ContinueOnError)
	from := newSources(flags, "trees")
	tags := flags.String("tags", "data/tags/tags.bin", "the tagger's model")
	out := flags.String("out", "data/parse", "folder of the model")
	if err := flags.Parse(args); err != nil {
		return err
	}
	sentences, news, err := from.read()
	if err != nil {
		return err
	}
	learned := newForest(sentences, news)
	set := newTagSet(sentences)
	lines := slices.Concat(set.lines(sentences), set.lines(news))
	jackknife(set, lines, len(sentences))
	for i, l := range lines {
		learned.trees[i].words = l.words
	}
	model := append(learned.bare().train(), learned.learnMorph(sentences)...)
	if err := os.WriteFile(filepath.Join(*out, "parse.bin"), model, 0o644); err != nil {
		return err
	}
	stored, err := os.ReadFile(*tags)
	if err != nil {
		return err
	}
	return measureParse(stored, model, from.treebanks, from.sets)
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
	gold      int // so many of a treebank come first, before those of news
}

// rareRelation is how often a relation has to be there for its subtype to be learned.
const rareRelation = 10

func newForest(sentences, news [][]conllu.Word) forest {
	counts := map[string]int{}
	for _, sentence := range sentences {
		for _, w := range sentence {
			counts[w.Relation]++
		}
	}
	t := forest{gold: len(sentences)}
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
	for _, sentence := range slices.Concat(sentences, news) {
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

// bare has the trees without marks of punctuation, as the parser sees them: what hangs on a mark hangs
// on the head of that.
func (f forest) bare() forest {
	b := forest{relations: f.relations, gold: f.gold}
	for _, one := range f.trees {
		words := parse.Bare(nil, one.words)
		if len(words) == len(one.words) {
			b.trees = append(b.trees, one)
			continue
		}
		place, next := make([]int32, len(one.words)+1), int32(0)
		for i := range one.words {
			if place[i] = next; !one.words[i].Mark() {
				next++
			}
		}
		place[len(one.words)] = next
		kept := &tree{words: words}
		for i, head := range one.heads {
			if one.words[i].Mark() {
				continue
			}
			for int(head) < len(one.words) && one.words[head].Mark() {
				head = one.heads[head]
			}
			kept.heads, kept.relations = append(kept.heads, place[head]), append(kept.relations, one.relations[i])
		}
		b.trees = append(b.trees, kept)
	}
	return b
}

// train gives the parser as it is stored. The second pass learns from answers of the first for
// sentences that it did not learn from.
func (f forest) train() []byte {
	back := f.mirrored()
	guides := make([][]parse.Arc, len(f.trees))
	cores.AtMost(2, parseFolds, func(fold int) {
		pass := back.without(fold).learn(nil).pass()
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

// without has the trees that are not in a fold.
func (f forest) without(fold int) forest {
	gold, _ := split(f.trees[:f.gold], fold)
	all, _ := split(f.trees, fold)
	return forest{f.relations, all, len(gold)}
}

// mirrored has the sentences from their ends.
func (f forest) mirrored() forest {
	m := forest{relations: f.relations, gold: f.gold}
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

func (l passLesson) append(dst []byte) []byte {
	return l.labels.AppendStaged(l.moves.AppendRelative(dst, moveSure), labelSure)
}

func (l passLesson) pass() parse.Pass {
	pass, _, err := parse.ReadPass(l.append(nil))
	if err != nil {
		panic(err) // it was just written
	}
	return pass
}

// learn learns which move comes next from where its own moves lead, and the relations of the right
// arcs among those that it makes. Each sentence has a guide, or none has.
func (f forest) learn(guides [][]parse.Arc) passLesson {
	l := passLesson{perceptron.New(moveBits, parse.Moves), perceptron.New(labelBits, len(f.relations))}
	random := rand.New(rand.NewPCG(5, 0))
	var s parse.State
	for round := range parseRounds {
		for _, at := range mixed(random, len(f.trees), f.gold, round) {
			one := f.trees[at]
			s.Reset(one.words)
			if guides != nil {
				s.Guide = guides[at]
			}
			for !s.Done() {
				right, wrong := l.teachMove(&s, one)
				move := right
				if wrong != parse.None && round > 0 && random.Float64() < explore {
					move = wrong
				}
				relation := parse.None
				if move != parse.Shift {
					relation = parse.RootRelation
					if head, word := s.Arc(move); head < len(one.words) {
						relation = l.teachRelation(&s, one, head, word)
					}
				}
				s.Do(move, relation)
			}
		}
	}
	return l
}

// teachMove gives the right move, and the wrong one that would be made.
func (l passLesson) teachMove(s *parse.State, one *tree) (right, wrong int) {
	var store [linear.MaxFeatures]uint32
	var scores [parse.Moves + 1]uint16
	cost := costs(s, one.heads)
	least := min(cost[0], cost[1], cost[2])
	moment, features := s.Look(one.words), store[:0]
	for stage := range parse.Stages {
		from := len(features)
		features = moment.Features(features, stage)
		l.moves.Add(features[from:], scores[:])
		right, wrong = parse.None, parse.None // the best of either kind
		for m := range parse.Moves {
			if cost[m] == least && (right == parse.None || scores[m] > scores[right]) {
				right = m
			}
			if cost[m] > least && s.Can(m) && (wrong == parse.None || scores[m] > scores[wrong]) {
				wrong = m
			}
		}
		if wrong == parse.None {
			break
		}
		if scores[right] < scores[wrong]+moveMargin {
			l.moves.Teach(features, right, wrong)
		}
		if max(scores[right], scores[wrong])-min(scores[right], scores[wrong]) >= moveSure {
			break
		}
	}
	l.moves.Next()
	if wrong != parse.None && scores[wrong] <= scores[right] {
		wrong = parse.None
	}
	return right, wrong
}

// teachRelation gives the relation that would be told.
func (l passLesson) teachRelation(s *parse.State, one *tree, head, word int) int {
	var store [linear.MaxFeatures]uint32
	var scores [parse.MaxRelations]uint16
	bond, features := s.Bond(one.words, head, word), store[:0]
	known := int32(head) == one.heads[word]
	var relation int
	for stage := range parse.Stages {
		from := len(features)
		features = bond.Features(features, stage)
		l.labels.Add(features[from:], scores[:])
		best, ahead := linear.Ahead(scores[parse.RootRelation+1 : l.labels.Classes])
		relation = best + parse.RootRelation + 1
		if gold := one.relations[word]; known && gold != parse.RootRelation && relation != gold {
			l.labels.Teach(features, gold, relation)
		}
		if ahead >= labelSure {
			break
		}
	}
	if known {
		l.labels.Next()
	}
	return relation
}
