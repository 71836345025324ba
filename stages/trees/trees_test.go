package trees

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// small asks whether feature 0 is above 3 and whether feature 1 is above -1.
func small() *Model {
	t := Tree{Feature: [Depth]uint16{0, 1}, Threshold: [Depth]int16{3, -1}}
	for k := 2; k < Depth; k++ {
		t.Threshold[k] = math.MaxInt16
	}
	t.Leaf[0], t.Leaf[1], t.Leaf[2], t.Leaf[3] = 10, 20, 30, 40
	return &Model{Features: 2, Bias: 5, Trees: []Tree{t, t}}
}

func TestScore(t *testing.T) {
	m := small()
	for _, c := range []struct {
		row  []int16
		want int32
	}{
		{[]int16{3, -1}, 25},
		{[]int16{4, -1}, 45},
		{[]int16{3, 0}, 65},
		{[]int16{math.MaxInt16, math.MaxInt16}, 85},
		{[]int16{math.MinInt16, math.MinInt16}, 25},
	} {
		if got := m.Score(c.row); got != c.want {
			t.Errorf("%v scores %d, want %d", c.row, got, c.want)
		}
	}
}

// Rows that are scored side by side have the scores that each has alone, whatever their number, and
// those of a model read as its levels say.
func TestScoresAreThoseOfEachRow(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	m := &Model{Features: 3, Bias: -7}
	value := func() int16 {
		return []int16{math.MinInt16, -1, 0, 1, math.MaxInt16, int16(random.Uint32())}[random.IntN(6)]
	}
	for range 50 {
		var tree Tree
		for k := range Depth {
			tree.Feature[k], tree.Threshold[k] = uint16(random.IntN(m.Features)), value()
		}
		for k := range tree.Leaf {
			tree.Leaf[k] = int16(random.Uint32())
		}
		m.Trees = append(m.Trees, tree)
	}
	for n := range 2*Lanes + 2 {
		rows := make([]int16, n*m.Features)
		for i := range rows {
			rows[i] = value()
		}
		sums := make([]int32, n)
		m.Scores(rows, sums)
		for i, got := range sums {
			row, want := rows[i*m.Features:], m.Bias
			for _, tree := range m.Trees {
				leaf := 0
				for k, f := range tree.Feature {
					if row[f] > tree.Threshold[k] {
						leaf |= 1 << k
					}
				}
				want += int32(tree.Leaf[leaf])
			}
			if got != want {
				t.Errorf("row %d of %d has %d, want %d", i, n, got, want)
			}
		}
	}
}

func TestReadGivesWhatAppendWrote(t *testing.T) {
	data := append(small().Append(nil), "behind"...)
	m, rest, err := Read(data)
	if err != nil || string(rest) != "behind" {
		t.Fatalf("rest %q, %v", rest, err)
	}
	if !bytes.Equal(m.Append(nil), small().Append(nil)) {
		t.Error("the model that was read is another")
	}
}

func FuzzRead(f *testing.F) {
	whole := small().Append(nil)
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	damaged := bytes.Clone(whole)
	damaged[16] = 7 // asks for a feature that there is not
	f.Add(damaged)
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := Read(data)
		if err == nil && m.Features > 0 && m.Features < 1<<16 {
			m.Score(make([]int16, m.Features))
		}
	})
}

func TestReadRefusesDamage(t *testing.T) {
	whole := small().Append(nil)
	damaged := bytes.Clone(whole)
	damaged[16] = 7
	for name, data := range map[string][]byte{"short": whole[:len(whole)-1], "no model": []byte("nothing at all, but long"), "feature": damaged, "nothing": nil} {
		if _, _, err := Read(data); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	m := small()
	for len(m.Trees) < 300 {
		m.Trees = append(m.Trees, m.Trees[0])
	}
	rows, sums := slices.Repeat([]int16{4, 0, 3, 0, 4, -1, 3, -1}, 2), make([]int32, 8)
	for b.Loop() {
		m.Scores(rows, sums)
	}
}
