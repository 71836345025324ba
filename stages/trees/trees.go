// Package trees scores rows of integer features with boosted trees.
//
// The trees are oblivious: all nodes of one level ask the same question, so a tree is a list
// of questions and a table of leaves, and its answer is read without a branch. All numbers are
// integers: a row has the same score on every machine. (Kohavi, "Bottom-up induction of
// oblivious read-once decision graphs", 1994; boosted as by Friedman, "Greedy function
// approximation", 2001.) Package boost of newsmill-train makes them.
package trees

import (
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	// Depth is the number of questions that each tree asks.
	Depth = 6
	// One is the score that stands for 1: scores are logarithms of odds in units of 1/One.
	One = 1024
)

// A Tree asks for each of its levels whether a feature is above a threshold; the answers,
// the first as the lowest bit, give the leaf.
type Tree struct {
	Feature   [Depth]uint16
	Threshold [Depth]int16
	Leaf      [1 << Depth]int16
}

// A Model is a sum of trees over rows of so many features.
type Model struct {
	Features int
	Bias     int32
	Trees    []Tree
}

// Score gives the sum of the trees for a row of m.Features values, as [One] says.
func (m *Model) Score(row []int16) int32 {
	var sum [1]int32
	m.Scores(row, sum[:])
	return sum[0]
}

// Scores gives the same for each of some rows that stand one behind the other, in sums: best for
// [Lanes] of them. Here a good part of the time of extraction goes.
func (m *Model) Scores(rows []int16, sums []int32) {
	for ; len(sums) > Lanes; sums = sums[Lanes:] {
		m.score(rows[:Lanes*m.Features], (*[Lanes]int32)(sums))
		rows = rows[Lanes*m.Features:]
	}
	if len(sums) > 0 {
		var last [Lanes]int32
		m.score(rows[:len(sums)*m.Features], &last)
		copy(sums, last[:])
	}
}

var magic = [4]byte{'n', 'm', 't', '1'}

// errForm says that bytes are no model.
var errForm = errors.New("not a model of boosted trees")

// Append writes the model behind data: magic, features, trees and bias as 32 bits, then each
// tree's features, thresholds and leaves, little-endian.
func (m *Model) Append(data []byte) []byte {
	le := binary.LittleEndian
	data = append(data, magic[:]...)
	data = le.AppendUint32(data, uint32(m.Features))
	data = le.AppendUint32(data, uint32(len(m.Trees)))
	data = le.AppendUint32(data, uint32(m.Bias))
	for i := range m.Trees {
		t := &m.Trees[i]
		for _, f := range t.Feature {
			data = le.AppendUint16(data, f)
		}
		for _, v := range t.Threshold {
			data = le.AppendUint16(data, uint16(v))
		}
		for _, v := range t.Leaf {
			data = le.AppendUint16(data, uint16(v))
		}
	}
	return data
}

// Read reads a model that [Model.Append] wrote and gives the bytes behind it.
func Read(data []byte) (*Model, []byte, error) {
	const head, size = 16, 2 * (2*Depth + 1<<Depth)
	le := binary.LittleEndian
	if len(data) < head || [4]byte(data) != magic {
		return nil, nil, errForm
	}
	m := &Model{Features: int(le.Uint32(data[4:])), Bias: int32(le.Uint32(data[12:]))}
	n := int(le.Uint32(data[8:]))
	data = data[head:]
	if n > len(data)/size {
		return nil, nil, fmt.Errorf("%w: %d trees in %d bytes", errForm, n, len(data))
	}
	m.Trees = make([]Tree, n)
	next := func() uint16 {
		v := le.Uint16(data)
		data = data[2:]
		return v
	}
	for i := range m.Trees {
		t := &m.Trees[i]
		for k := range t.Feature {
			t.Feature[k] = next()
			if int(t.Feature[k]) >= m.Features {
				return nil, nil, fmt.Errorf("%w: tree %d asks for feature %d of %d", errForm, i, t.Feature[k], m.Features)
			}
		}
		for k := range t.Threshold {
			t.Threshold[k] = int16(next())
		}
		for k := range t.Leaf {
			t.Leaf[k] = int16(next())
		}
	}
	return m, data, nil
}
