// Package cluster tells which words are used alike.
//
// The words of a large corpus, in small letters, were put in groups by the vectors that stand for
// their use: 1,024 groups, each of these in four parts, and together in 64 larger ones. A word that
// no treebank holds has the features of the words of its group. (Koo, Carreras and Collins, "Simple
// semi-supervised dependency parsing", 2008; with k-means in place of Brown's clusters.)
package cluster

import (
	"fmt"

	data "github.com/newsmill/newsmill/data/clusters"
	"github.com/newsmill/newsmill/stages/lookup"
)

// How many groups there are of each kind.
const (
	Coarse = 64
	Middle = 1024
	Parts  = 4 // of each middle group
)

// Groups are those of one word, each from 1; all are 0 for a word without any.
type Groups struct {
	Coarse, Middle, Fine uint16
}

// A Table holds the groups of words. It is safe for concurrent use.
type Table struct {
	coarse []byte // of each middle group
	fine   lookup.Table
}

// Default is the table that is embedded.
var Default = func() *Table {
	t, err := Read(data.Table)
	if err != nil {
		panic(err) // a build with it fails its tests
	}
	return t
}()

// Read takes a table from bytes that it goes on to use.
func Read(stored []byte) (*Table, error) {
	if len(stored) < Middle {
		return nil, fmt.Errorf("table of word groups: %d bytes", len(stored))
	}
	fine, _, err := lookup.Read(stored[Middle:])
	return &Table{coarse: stored[:Middle], fine: fine}, err
}

// Of gives the groups of the word in small letters that has this [lookup.Hash].
func (t *Table) Of(hash uint64) Groups {
	fine, ok := t.fine.Of(hash)
	if !ok {
		return Groups{}
	}
	middle := fine / Parts
	return Groups{Coarse: uint16(t.coarse[middle]) + 1, Middle: middle + 1, Fine: fine + 1}
}

// Append writes a table behind dst: coarse is the group of each middle group, fine the group of
// each word, both from 0.
func Append(dst []byte, coarse []uint8, words []string, fine []uint16) []byte {
	return lookup.Append(append(dst, coarse...), words, fine)
}
