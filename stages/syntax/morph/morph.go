// Package morph gives the morphological features of English words whose tags and tree are known:
// tense, mood, number, person, voice and what else Universal Dependencies has, as
// "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin".
//
// With most tags, or for a pronoun with its word, goes one set of features, or few: "called" is past,
// or a participle that is passive or not. Where there are several, a linear model chooses by the
// word's subject, auxiliaries and place in the tree.
package morph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Choices is how many sets of features a word may have to choose from.
const Choices = 8

// A Model is safe for concurrent use.
type Model struct {
	lists  [][]string // lists of sets of features
	table  lookup.Table
	chosen *linear.Model
}

// Key is what the list of a word is looked up by; a word without a list has that of its tag, whose
// key has the word 0.
func Key(tag uint8, lower uint32) uint64 {
	h := uint64(linear.Mix2(1, uint32(tag), lower))
	return h<<32 | uint64(linear.Mix2(2, uint32(tag), lower))
}

// Read takes a model from the head of bytes that it goes on to use, and gives the bytes behind it.
func Read(stored []byte) (*Model, []byte, error) {
	if len(stored) < 4 {
		return nil, nil, errors.New("morphology: cut short")
	}
	size := binary.LittleEndian.Uint32(stored)
	if stored = stored[4:]; uint64(size) > uint64(len(stored)) {
		return nil, nil, errors.New("morphology: cut short")
	}
	m := &Model{}
	for line := range strings.Lines(string(stored[:size])) {
		list := strings.Fields(line)
		if len(list) == 0 || len(list) > Choices {
			return nil, nil, errors.New("morphology: list of " + strconv.Itoa(len(list)))
		}
		m.lists = append(m.lists, list)
	}
	var err error
	if m.table, stored, err = lookup.Read(stored[size:]); err != nil {
		return nil, nil, err
	}
	if m.chosen, stored, err = linear.Read(stored); err == nil && m.chosen.Classes != Choices {
		err = fmt.Errorf("morphology: %d classes", m.chosen.Classes)
	}
	return m, stored, err
}

// Append writes what stands before the linear model behind dst: the lists, and which of them each
// key has.
func Append(dst []byte, lists [][]string, keys []uint64, numbers []uint16) []byte {
	var all strings.Builder
	for _, list := range lists {
		all.WriteString(strings.Join(list, " ") + "\n")
	}
	dst = append(binary.LittleEndian.AppendUint32(dst, uint32(all.Len())), all.String()...)
	return lookup.AppendHashes(dst, keys, numbers)
}

// List gives the sets of features that a word may have, and their number.
func (m *Model) List(w *tag.Word) (list []string, number int) {
	n, ok := m.table.Of(Key(w.Tag, w.Lower))
	if !ok {
		n, ok = m.table.Of(Key(w.Tag, 0))
	}
	if !ok || int(n) >= len(m.lists) {
		return nil, 0
	}
	return m.lists[n], int(n)
}

// Of gives the features of the word at i, and "_" where it has none.
func (m *Model) Of(words []tag.Word, nodes []parse.Node, around []Around, i int) string {
	list, number := m.List(&words[i])
	switch len(list) {
	case 0:
		return "_"
	case 1:
		return list[0]
	}
	var store [linear.MaxFeatures]uint32
	var scores [Choices]uint16
	m.chosen.Scores(Features(store[:0], words, nodes, around, i, number), scores[:])
	return list[linear.Best(scores[:len(list)])]
}
