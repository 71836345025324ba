// Package tag tells the part of speech of each word of an English sentence: the universal one and
// that of the Penn Treebank, as one tag.
package tag

import (
	"encoding/binary"
	"errors"
	"strings"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// MaxTags is how many tags a tagger may tell apart.
const MaxTags = 128

// Name is what a tag stands for: NOUN and NN.
type Name struct{ UPOS, XPOS string }

// A Tagger is safe for concurrent use.
type Tagger struct {
	Names []Name
	Usual lookup.Table // the set of tags that a word was often seen with, less 1
	Model linear.Staged
	parts []Part // of each tag
}

// Part is what the parser has to know of a tag between two words.
type Part uint8

// Parts of speech that build sentences.
const (
	OtherPart   Part = iota
	Noun             // a noun, name or pronoun
	Verb             // a verb, not an auxiliary
	Conjunction      // of words or clauses
	Comma            // and marks that part clauses like it
	OtherMark        // of punctuation
)

func partOf(name Name) Part {
	switch {
	case name.UPOS == "NOUN" || name.UPOS == "PROPN" || name.UPOS == "PRON":
		return Noun
	case name.UPOS == "VERB":
		return Verb
	case name.UPOS == "CCONJ" || name.UPOS == "SCONJ":
		return Conjunction
	case name.UPOS == "PUNCT" && (name.XPOS == "," || name.XPOS == ":"):
		return Comma
	case name.UPOS == "PUNCT":
		return OtherMark
	}
	return OtherPart
}

// Read takes a tagger from the head of bytes that it goes on to use, and gives the bytes behind it.
func Read(stored []byte) (*Tagger, []byte, error) {
	t := &Tagger{}
	if len(stored) < 4 {
		return nil, nil, errors.New("tagger: cut short")
	}
	size := binary.LittleEndian.Uint32(stored)
	if stored = stored[4:]; uint64(size) > uint64(len(stored)) {
		return nil, nil, errors.New("tagger: cut short")
	}
	for name := range strings.FieldsSeq(string(stored[:size])) {
		upos, xpos, _ := strings.Cut(name, "/")
		t.Names = append(t.Names, Name{upos, xpos})
		t.parts = append(t.parts, partOf(Name{upos, xpos}))
	}
	var err error
	if t.Usual, stored, err = lookup.Read(stored[size:]); err != nil {
		return nil, nil, err
	}
	if t.Model, stored, err = linear.ReadStaged(stored); err != nil {
		return nil, nil, err
	}
	if len(t.Names) > MaxTags || t.Model.Classes != len(t.Names) {
		return nil, nil, errors.New("tagger: tags and model differ")
	}
	return t, stored, nil
}

// Look fills out with what can be said of each word by itself. They have the same length.
func (t *Tagger) Look(forms []string, out []Word) {
	for i, form := range forms {
		out[i].Usual = t.usual(out[i].Look(form))
	}
}

// Recall fills in the usual tags of words that were looked at before: their hashes are what
// [Word.Look] gave.
func (t *Tagger) Recall(hashes []uint64, out []Word) {
	for i, hash := range hashes {
		out[i].Usual = t.usual(hash)
	}
}

func (t *Tagger) usual(hash uint64) uint32 {
	set, ok := t.Usual.Of(hash)
	if !ok {
		return 0
	}
	return uint32(set) + 1
}

// Tag gives the words of one sentence their tags, from the left, as places in t.Names.
func (t *Tagger) Tag(words []Word) {
	for i := range words {
		words[i].Tag = t.tag(words, i)
		words[i].Part = t.parts[words[i].Tag]
	}
}

func (t *Tagger) tag(words []Word, i int) uint8 {
	var features [linear.MaxFeatures]uint32
	var scores [MaxTags]uint16
	var best int
	for stage := range Stages {
		t.Model.Add(Features(features[:0], words, i, stage), scores[:])
		var ahead uint16
		if best, ahead = linear.Ahead(scores[:t.Model.Classes]); ahead >= t.Model.Sure {
			break
		}
	}
	return uint8(best)
}
