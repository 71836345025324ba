package sentiment

import (
	"strings"

	"github.com/newsmill/newsmill/stages/cluster"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax"
)

// Reach of what is looked at, in words.
const (
	maxSentence = 200 // words around the target that are looked at
	window      = 3   // words whose place counts
	chain       = 4   // heads above the target
	pronouns    = 3   // of a person behind the target that may be the target's
	scare       = 4   // words in quotation marks that doubt more than they quote
)

// A Reader makes the features of targets. It holds memory that is used again; it is not safe for
// concurrent use.
type Reader struct {
	doc      *syntax.Document
	sentence segment.Sentence
	from     int // of the words
	words    []seen
	children [][]int // of each of words
	features []uint32
}

// seen is what a target's features are made of, word by word.
type seen struct {
	lemma    uint32
	relation uint32
	groups   cluster.Groups
	rating   int // thousandths, with what stands before it taken in
	wide     int // tenths, of the lexicon or of words like it
	not      bool
	content  bool
	pronoun  bool // he, she
	quoted   bool
	head     int // of words; -1 is none
}

// read looks at the words of a sentence around a target, unless it did so last.
func (r *Reader) read(doc *syntax.Document, s segment.Sentence, first, last int) {
	from, to := max(s.First, first-maxSentence/2), min(s.Last, last+maxSentence/2)
	if r.doc == doc && r.sentence == s && r.from == from && len(r.words) == to-from {
		return
	}
	r.doc, r.sentence, r.from = doc, s, from
	r.words = r.words[:0]
	lists := words()
	line := make([]word, 0, to-from)
	var buf [maxWord]byte
	quoted := false
	for i := from; i < to; i++ {
		w := &doc.Words[i]
		form := doc.Text[doc.Tokens[i].Start:doc.Tokens[i].End]
		switch form {
		case "“":
			quoted = true
		case "”":
			quoted = false
		case "\"":
			quoted = !quoted
		}
		hash := lookup.Hash(strings.ToLower(form))
		relation, _, _ := strings.Cut(w.Relation, ":")
		if w.Relation == "nsubj:pass" || w.Relation == "obl:agent" {
			relation = w.Relation
		}
		head := -1
		if h := doc.Head(s, i); h >= from && h < to {
			head = h - from
		}
		listed := lists.words[string(lower(buf[:0], form))]
		entry := listed.word
		if parts(form) {
			entry = word{effect: effectStop}
		}
		line = append(line, entry)
		r.words = append(r.words, seen{
			lemma: uint32(lookup.Hash(strings.ToLower(w.Lemma))), relation: uint32(lookup.Hash(relation)), groups: cluster.Default.Of(hash),
			not: entry.effect == effectNot, quoted: quoted, head: head, wide: listed.wide,
			pronoun: w.UPOS == "PRON" && ofPerson(w.Lemma),
			content: w.UPOS == "VERB" || w.UPOS == "NOUN" || w.UPOS == "ADJ" || w.UPOS == "ADV" || w.UPOS == "AUX" || w.UPOS == "PART",
		})
	}
	for len(r.children) < len(r.words) {
		r.children = append(r.children, nil)
	}
	for i := range r.words {
		r.children[i] = r.children[i][:0]
		r.words[i].rating = weigh(line, i)
	}
	for i := range r.words {
		if h := r.words[i].head; h >= 0 {
			r.children[h] = append(r.children[h], i)
			r.words[h].not = r.words[h].not || line[i].effect == effectNot
		}
	}
}

// ofPerson says whether the lemma of a pronoun is one of a person who is told of.
func ofPerson(lemma string) bool {
	switch lemma {
	case "he", "she", "his", "her", "him", "himself", "herself":
		return true
	}
	return false
}

// Templates of features.
const (
	tBias uint32 = iota
	tLemma
	tLemmaSide
	tLemmaNear
	tPair
	tGroup
	tGroupNear
	tPlace
	tPlaceGroup
	tHead
	tHeadGroup
	tPath
	tPathGroup
	tSibling
	tSiblingPair
	tSiblingGroup
	tChild
	tChildGroup
	tRatedHead
	tRatedSibling
	tRatedChild
	tRatedSum
	tRatedSide
	tRatedPlace
	tQuoted
	tTargetRelation
	tGrandchild
	tFine
	tCoarse
	tQuotedSum
	tQuotedLemma
	tScare
	tWidePlace
	tWideSum
	tWideMany
	tWideNear
	tWideNearMany
	tWideChild
	tWideHead
	tWideSibling
	tWidePair
)

// Features gives the features of the target that a span of bytes is, nil where the text is not
// analysed or the span has no word. They are valid until the next call.
func (r *Reader) Features(doc *syntax.Document, start, end int) []uint32 {
	at, first, last := place(doc, start, end)
	if at < 0 || len(doc.Words) == 0 {
		return nil
	}
	r.read(doc, doc.Sentences[at], first, last)
	a, b := max(0, first-r.from), min(len(r.words), last-r.from)
	f := append(r.features[:0], linear.Mix(tBias, 0))
	f = r.around(f, a, b)
	f = r.quotes(f, a, b)
	f = r.wide(f, a, b)
	f = r.tree(f, r.top(a, b), a, b)
	for i, n := b, 0; i < len(r.words) && n < pronouns; i++ {
		if r.words[i].pronoun { // what is said of "him" is said of a name before
			f = r.tree(f, i, i, i+1)
			n++
		}
	}
	r.features = f
	return f
}

// top is the word of a target that the others hang on.
func (r *Reader) top(a, b int) int {
	for i := a; i < b; i++ {
		if h := r.words[i].head; h < a || h >= b {
			return i
		}
	}
	return a
}

// tree adds what the target hangs on, what else hangs there, and what hangs on the target.
func (r *Reader) tree(f []uint32, top, a, b int) []uint32 {
	if top >= len(r.words) {
		return f
	}
	w := &r.words[top]
	f = append(f, linear.Mix(tTargetRelation, w.relation))
	for _, c := range r.children[top] {
		if x := &r.words[c]; c < a || c >= b {
			f = append(f, linear.Mix2(tChild, x.relation, x.lemma), linear.Mix2(tChildGroup, x.relation, uint32(x.groups.Middle)), linear.Mix2(tRatedChild, x.relation, rated(x.rating)))
			if x.content {
				f = append(f, linear.Mix2(tWideChild, x.relation, widely(x.wide)))
			}
		}
	}
	path := w.relation
	below := top
	for n, at := uint32(0), w.head; n < chain && at >= 0; n++ {
		x := &r.words[at]
		not := linear.Truth(x.not)
		f = append(
			f, linear.Mix3(tPath, n, path, x.lemma), linear.Mix3(tPathGroup, path, uint32(x.groups.Middle), not), linear.Mix3(tRatedHead, path, rated(x.rating), not),
			linear.Mix2(tHead, n, x.lemma), linear.Mix2(tHeadGroup, n, uint32(x.groups.Middle)), linear.Mix3(tWideHead, path, widely(x.wide), not),
		)
		for _, c := range r.children[at] {
			if c == below || c >= a && c < b {
				continue
			}
			y := &r.words[c]
			f = append(f, linear.Mix3(tSibling, path, y.relation, y.lemma), linear.Mix3(tRatedSibling, path, y.relation, rated(y.rating)), linear.Mix3(tSiblingGroup, path, y.relation, uint32(y.groups.Middle)))
			if y.content {
				f = append(f, linear.Mix3(tWideSibling, path, y.relation, widely(y.wide)))
				if n == 0 {
					f = append(f, linear.Mix4(tWidePair, path, y.relation, widely(y.wide), widely(x.wide)))
				}
			}
			if n == 0 {
				f = append(f, linear.Mix4(tSiblingPair, path, x.lemma, y.relation, y.lemma))
				for _, g := range r.children[c] {
					if z := &r.words[g]; z.content {
						f = append(f, linear.Mix3(tGrandchild, path, y.relation, z.lemma))
					}
				}
			}
		}
		path = linear.Mix2(tPath, path, x.relation)
		below, at = at, x.head
	}
	return f
}
