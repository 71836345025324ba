// Package syntax analyses English sentences: for each word its part of speech, lemma, morphological
// features, and the word that it hangs on, in the conventions of Universal Dependencies.
//
// Words are looked up once ([tag.Word]); the tagger, the parser and the morphology work on numbers
// from there. All models are linear with whole weights: the same words give the same analysis on
// every machine. A sentence takes time and memory linear in its words. docs/language-syntax.md tells
// how the models were made and what they are worth.
package syntax

import (
	"strings"
	"sync"

	parsedata "github.com/newsmill/newsmill/data/parse"
	tagdata "github.com/newsmill/newsmill/data/tags"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/lemma"
	"github.com/newsmill/newsmill/stages/syntax/morph"
	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// A Word is what is known of a word in its sentence. Features are "_" where there are none, as in
// CoNLL-U. Head is the place of its head in the sentence, from 0, or [Root].
type Word struct {
	Lemma, UPOS, XPOS, Features string
	Head                        int
	Relation                    string
}

// Root is the head of a word that hangs on no other.
const Root = -1

// models are all that are needed for English.
type models struct {
	tagger *tag.Tagger
	lemmas *lemma.Rules
	parser *parse.Parser
	morph  *morph.Model
	roles  []morph.Role
}

// english reads the embedded models once.
var english = sync.OnceValue(func() *models {
	m, err := readModels(linear.Large(tagdata.Model), linear.Large(parsedata.Model))
	if err != nil {
		panic(err) // a build with such models fails its tests
	}
	return m
})

func readModels(tags, trees []byte) (*models, error) {
	m := &models{}
	var rest []byte
	var err error
	if m.tagger, rest, err = tag.Read(tags); err != nil {
		return nil, err
	}
	if m.lemmas, _, err = lemma.Read(rest); err != nil {
		return nil, err
	}
	if m.parser, rest, err = parse.Read(trees); err != nil {
		return nil, err
	}
	if m.morph, _, err = morph.Read(rest); err != nil {
		return nil, err
	}
	m.roles = morph.Roles(m.parser.Relations)
	return m, nil
}

// An Analyser holds memory that is used again from sentence to sentence; the zero value is ready.
// It is not safe for concurrent use.
type Analyser struct {
	words  []tag.Word
	state  parse.State
	around []morph.Around
}

// Sentence appends the analysis of one English sentence, given by its words, to dst.
func (a *Analyser) Sentence(dst []Word, forms []string) []Word {
	m := english()
	if cap(a.words) < len(forms) {
		a.words = make([]tag.Word, len(forms)+len(forms)/2)
	}
	words := a.words[:len(forms)]
	m.tagger.Look(forms, words)
	m.tagger.Tag(words)
	m.parser.Parse(words, &a.state)
	a.around = morph.Look(a.around[:0], words, a.state.Nodes, m.roles)
	for i, form := range forms {
		name, node := m.tagger.Names[words[i].Tag], a.state.Nodes[i]
		head := int(node.Head)
		if head == len(words) {
			head = Root
		}
		dst = append(dst, Word{
			Lemma: m.lemmas.Of(form, name.XPOS), UPOS: name.UPOS, XPOS: name.XPOS,
			Features: m.morph.Of(words, a.state.Nodes, a.around, i),
			Head:     head, Relation: m.parser.Relations[node.Relation],
		})
	}
	return dst
}

// Known says whether texts in a language, a BCP 47 tag, can be analysed: the models are English.
func Known(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	return base == "en"
}
