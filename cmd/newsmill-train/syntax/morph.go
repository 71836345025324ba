package syntax

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/cmd/newsmill-train/perceptron"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/morph"
	"github.com/newsmill/newsmill/stages/syntax/parse"
)

const (
	morphBits   = 15
	morphRounds = 6
	// oftenForm is how often a word has to be there with a tag to have a list of its own.
	oftenForm = 5
)

// universal are the features that all treebanks of English agree on; those that only one has, and
// what they say of typing errors, are left out.
var universal = strings.Fields("PronType NumType Poss Reflex Foreign Abbr Gender Number Case Definite Degree VerbForm Mood Tense Aspect Voice Polarity Person")

// universalOf leaves the features that are learned.
func universalOf(feats string) string {
	var kept []string
	for feat := range strings.SplitSeq(feats, "|") {
		if name, _, _ := strings.Cut(feat, "="); slices.Contains(universal, name) {
			kept = append(kept, feat)
		}
	}
	if len(kept) == 0 {
		return "_"
	}
	return strings.Join(kept, "|")
}

// learnMorph gives the model of morphological features as it is stored. Words have the tags that
// the parser sees, trees are the treebank's.
func (f forest) learnMorph(sentences [][]conllu.Word) []byte {
	seen := map[uint64]map[string]int{}
	closed := strings.Fields("PRON DET AUX ADP ADV PART CCONJ SCONJ")
	for i, sentence := range sentences {
		for j, w := range sentence {
			at := f.trees[i].words[j]
			keys := []uint64{morph.Key(at.Tag, 0)}
			if slices.Contains(closed, w.UPOS) {
				keys = append(keys, morph.Key(at.Tag, at.Lower))
			}
			for _, key := range keys {
				if seen[key] == nil {
					seen[key] = map[string]int{}
				}
				seen[key][universalOf(w.Feats)]++
			}
		}
	}
	keys := make([]uint64, 0, len(seen))
	for key := range seen {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	numberOf := map[string]uint16{}
	var lists [][]string
	var stored []uint64
	var numbers []uint16
	for _, key := range keys {
		total := 0
		for _, n := range seen[key] {
			total += n
		}
		if total < oftenForm {
			continue
		}
		list := byCount(seen[key])
		list = list[:min(len(list), morph.Choices)]
		// What is hardly ever right is a mistake of the tagger or of the treebank.
		list = slices.DeleteFunc(list, func(feats string) bool { return seen[key][feats]*300 < total })
		name := strings.Join(list, " ")
		if _, ok := numberOf[name]; !ok {
			numberOf[name] = uint16(len(lists))
			lists = append(lists, list)
		}
		stored, numbers = append(stored, key), append(numbers, numberOf[name])
	}
	head := morph.Append(nil, lists, stored, numbers)
	chosen := perceptron.New(morphBits, morph.Choices)
	blank, _, err := morph.Read(chosen.Append(slices.Clone(head)))
	if err != nil {
		panic(err) // it was just written
	}
	f.teachMorph(chosen, blank, sentences)
	return chosen.Append(head)
}

// teachMorph learns to choose from lists.
func (f forest) teachMorph(chosen *perceptron.Model, blank *morph.Model, sentences [][]conllu.Word) {
	roles := morph.Roles(f.relations)
	random := rand.New(rand.NewPCG(3, 0))
	var features []uint32
	var scores [morph.Choices]uint16
	var around []morph.Around
	for range morphRounds {
		for _, at := range random.Perm(len(sentences)) {
			one := f.trees[at]
			nodes := one.nodes()
			around = morph.Look(around[:0], one.words, nodes, roles)
			for i, w := range sentences[at] {
				list, number := blank.List(&one.words[i])
				gold := slices.Index(list, universalOf(w.Feats))
				if len(list) < 2 || gold < 0 {
					continue
				}
				features = morph.Features(features[:0], one.words, nodes, around, i, number)
				chosen.Scores(features, scores[:])
				if best := linear.Best(scores[:len(list)]); best != gold {
					chosen.Teach(features, gold, best)
				}
				chosen.Next()
			}
		}
	}
}

// nodes is the tree as the parser leaves it; of children it has none.
func (t *tree) nodes() []parse.Node {
	nodes := make([]parse.Node, len(t.heads)+1)
	for i, head := range t.heads {
		nodes[i].Head, nodes[i].Relation = head, int16(t.relations[i])
	}
	return nodes
}
