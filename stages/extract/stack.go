package extract

import "github.com/newsmill/newsmill/data/furniture"

// An open element. Besides itself it knows where its like was opened last, so that an end
// tag finds its element in one step, however deep the page is nested.
type open struct {
	id     id
	trait  trait
	hints  furniture.Hint // those of the inline elements around it, up to its block
	before int32          // the last open element of the same id, -1 if none
	block  int32          // nearest block: itself, or one around it
	scope  int32          // nearest table cell
	node   int32          // its block node
	link   bool           // in a link
	anchor int32          // of a link itself: which one it is
	skip   bool           // in an element whose text is not shown
	taking bool           // its text is evidence
	take   int8           // of what; of nothing more than what is around it says
	mark   int32          // where its text begins
	time   int32          // which time it is
	jsonLD bool
	json   bool // other data than JSON-LD
	style  style
}

type stack struct {
	open []open
	last [ids]int32
}

func (s *stack) reset() {
	for i := range s.last {
		s.last[i] = -1
	}
	s.open = append(s.open[:0], open{trait: breaks | scope, before: -1})
}

func (s *stack) top() *open { return &s.open[len(s.open)-1] }

func (s *stack) push(o open) {
	at := int32(len(s.open))
	parent := s.top()
	o.before = s.last[o.id]
	o.block, o.scope = parent.block, parent.scope
	if o.trait&breaks != 0 {
		o.block = at
	}
	if o.trait&scope != 0 {
		o.scope = at
	}
	s.last[o.id] = at
	s.open = append(s.open, o)
}

// find gives the open element that an end tag closes, or 0: one that stands in another
// cell, or, for inline elements, in another block stays open.
func (s *stack) find(e element) int32 {
	at := s.last[e.id]
	top := s.top()
	switch {
	case at <= 0:
		return 0
	case e.trait&(breaks|skipped) == 0 && e.id < idCustom && at < top.block:
		return 0
	case e.trait&scope == 0 && e.id != idTR && at < top.scope:
		return 0
	}
	return at
}

// implied gives the open element that a start tag ends without an end tag, or 0.
func (s *stack) implied(e element) int32 {
	last, top := &s.last, s.top()
	within := func(at int32, around ...id) int32 {
		if at <= 0 {
			return 0
		}
		for _, a := range around {
			if last[a] > at {
				return 0
			}
		}
		return at
	}
	switch e.id {
	case idLI:
		return within(last[idLI], idUl, idOl, idTable)
	case idDD, idDT:
		return within(max(last[idDD], last[idDT]), idDL, idTable)
	case idTD, idTH:
		return within(max(last[idTD], last[idTH]), idTable)
	case idTR:
		return within(last[idTR], idTable)
	case idOption:
		return within(last[idOption])
	case idA:
		if at := last[idA]; at > 0 && at > top.block {
			return at
		}
		return 0
	}
	if e.trait&breaks != 0 && last[idP] > top.scope && last[idP] > last[idButton] {
		return last[idP]
	}
	return 0
}
