package event

import "slices"

// again gives an act that its sentence tells of nobody ("the attack", "the talks") the sides of an act of its kind that the text tells elsewhere: the last one
// before it, else the first one behind it, but not "an attack", which is another one. What is told of nobody then, and nowhere, is left out.
func again(tellings []Telling) []Telling {
	last, next := map[string]int{}, map[string]int{}
	for i := len(tellings) - 1; i >= 0; i-- {
		if !tellings[i].bare() {
			next[Root(tellings[i].Code)] = i
		}
	}
	for i := range tellings {
		t, root := &tellings[i], Root(tellings[i].Code)
		if !t.bare() {
			last[root] = i
			continue
		}
		if t.fresh {
			continue
		}
		at, told := last[root]
		if !told {
			at, told = next[root]
		}
		if told {
			o := &tellings[at]
			t.Source, t.Target, t.Reciprocal = o.Source, o.Target, o.Reciprocal
		}
	}
	return slices.DeleteFunc(tellings, func(t Telling) bool { return t.bare() && t.Place < 0 })
}

// bare says whether nobody has a part in it.
func (t *Telling) bare() bool { return t.Source.Name == "" && t.Target.Name == "" }
