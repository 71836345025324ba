package model

import (
	"testing"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/linear"
)

// A detector is read as it was written, and a lead is as sure as its step says.
func TestDetector(t *testing.T) {
	b := Bars{Margin: 7, Bar: -4, Due: 3, Step: 5, Shares: [Leads]int{500, 600, 700}}
	stored := AppendDetector(nil, len(cameo.Roots)+1, make([]int8, (len(cameo.Roots)+1)<<4), b)
	head, m := opened(linear.Pack(stored), detectorHeader)
	d := newDetector(head, m)
	if d.Margin != b.Margin || d.Bar != b.Bar || d.Due != b.Due || d.step != b.Step {
		t.Errorf("%+v", d)
	}
	for lead, want := range map[int]float32{-9: .5, -4: .5, 0: .5, 1: .6, 6: .7} {
		if got := d.Share(lead); got != want {
			t.Errorf("a lead of %d is right in %v, want %v", lead, got, want)
		}
	}
}

// A model of gaps is read as it was written.
func TestImplicit(t *testing.T) {
	stored := AppendImplicit(nil, make([]int8, 16), [2]int{7, 3}, 5, [Leads]int{500, 600, 700}, [2][Leads]int{{100, 200}, {300, 400}})
	m := newImplicit(opened(linear.Pack(stored), implicitHeader))
	if m.Bars != [2]int{7, 3} || m.step != 5 || m.shares[0] != .5 || m.shares[2] != .7 {
		t.Errorf("%+v", m)
	}
	if got := [...]float32{m.Open(0, -9), m.Open(0, 5), m.Open(1, 0), m.Open(1, 9)}; got != [...]float32{.1, .2, .3, .4} {
		t.Errorf("left open rightly: %v", got)
	}
}

// A model of statuses is read as it was written.
func TestStanding(t *testing.T) {
	m := newStanding(opened(linear.Pack(AppendStanding(nil, 2, make([]int8, 32), 7, 5, [Leads]int{500, 600, 700})), standingHeader))
	if got := [...]float32{m.Share(-3), m.Share(4), m.Share(5), m.Share(12)}; m.Margin != 7 || got != [...]float32{.5, .5, .6, .7} {
		t.Errorf("%+v: %v", m, got)
	}
}
