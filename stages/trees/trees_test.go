package trees

import (
	"bytes"
	"math"
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
	row := []int16{4, 0}
	for b.Loop() {
		m.Score(row)
	}
}
