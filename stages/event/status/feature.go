package status

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/lookup"
)

// Templates of the features that tell a status.
const (
	hRules uint32 = iota + 300
	hOwn
	hFrame
	hUp
	hBelow
	hAround
	hTime
	hSigns
	hFront
)

// How much of a sentence is read for a status.
const (
	statusLevels  = 5 // the trigger and the words above it
	statusBelow   = 6 // words that hang on one of them
	statusAround  = 3
	mostTemporal  = 6
	statusReserve = 40 // features that the last steps may add
)

// statusFeatures gives what tells whether a trigger's act was done: what the rules say, the pattern, and for the trigger and the words above it
// their auxiliaries, marks and adverbs; the words around, those of time, and what the sentence has elsewhere of "if" and its like.
func (r *Reader) statusFeatures(t *clause.Trigger, at int, ruled string) []uint32 {
	r.Study()
	f := r.buffer[:0]
	add := func(feature uint32) { f = append(f, feature) }
	manner, by := r.Manner(t), uint32(lookup.Hash(ruled))
	root, rule := uint32(lookup.Hash(cameo.Root(t.Pattern.Code))), uint32(lookup.Hash(t.Pattern.Rule))
	own, quoted := &r.Traits[t.First], linear.Truth(r.Quoted(t.First) >= 0)
	add(linear.Mix2(hRules, 0, by))
	add(linear.Mix3(hRules, 1, by, manner))
	add(linear.Mix3(hRules, 2, by, root))
	add(linear.Mix3(hRules, 3, by, rule))
	add(linear.Mix3(hRules, 4, by, linear.Mix2(own.Tag, own.Relation, 0)))
	add(linear.Mix3(hRules, 5, by, quoted))
	add(linear.Mix3(hRules, 6, by, own.Lemma))
	add(linear.Mix3(hRules, 7, by, linear.Mix2(r.frame(t.First), own.Relation, 0)))
	add(linear.Mix3(hOwn, 0, rule, 0))
	add(linear.Mix3(hOwn, 1, rule, manner))
	add(linear.Mix3(hOwn, 2, root, manner))
	add(linear.Mix3(hOwn, 3, own.Lemma, own.Tag))
	add(linear.Mix3(hOwn, 4, own.Relation, manner))
	add(linear.Mix3(hOwn, 5, own.Relation, linear.Mix2(own.Tag, root, 0)))
	add(linear.Mix3(hOwn, 6, quoted, manner))
	add(linear.Mix3(hOwn, 7, uint32(lookup.Hash(r.Node(t.First).Features)), own.Relation))
	if at != t.First && at >= 0 && at < len(r.Traits) {
		add(linear.Mix3(hOwn, 8, r.Traits[at].Lemma, r.frame(at)))
		add(linear.Mix3(hOwn, 9, r.Traits[at].Lemma, root))
		add(linear.Mix3(hOwn, 10, r.frame(at), linear.Truth(at < t.First)))
	}

	way := uint32(0)
	for level, steps, i := uint32(0), 0, t.First; level < statusLevels && steps < 2*statusLevels && i >= 0 && i < len(r.Traits); steps++ {
		x, frame := &r.Traits[i], r.frame(i)
		kind := uint32(r.Words[i].Class & (class.Planned | class.Wished | class.Prevented | class.Done | class.Reporting | class.Ground | class.Light | class.Verb) >> 16)
		add(linear.Mix3(hFrame, 0, frame, level))
		add(linear.Mix3(hFrame, 1, frame, way))
		add(linear.Mix3(hFrame, 2, frame, linear.Mix2(level, x.Lemma, 0)))
		add(linear.Mix3(hFrame, 3, frame, linear.Mix2(level, by, manner)))
		if level > 0 {
			place := uint32(min(level, 2))
			add(linear.Mix3(hUp, 0, x.Lemma, way))
			add(linear.Mix3(hUp, 1, x.Lemma, place))
			add(linear.Mix3(hUp, 2, uint32(x.Groups.Middle), way))
			add(linear.Mix3(hUp, 3, uint32(x.Groups.Coarse), way))
			add(linear.Mix3(hUp, 4, kind, way))
			add(linear.Mix3(hUp, 5, kind, frame))
			add(linear.Mix3(hUp, 6, x.Tag, way))
			add(linear.Mix3(hUp, 7, x.Lemma, linear.Mix2(frame, way, 0)))
			add(linear.Mix3(hUp, 8, x.Lemma, linear.Mix2(place, manner, root)))
			add(linear.Mix3(hUp, 11, x.Lemma, linear.Mix2(place, by, 0)))
			add(linear.Mix3(hUp, 12, kind, linear.Mix2(way, by, 0)))
			add(linear.Mix3(hUp, 9, linear.Truth(i < t.First), way))
		}
		n := 0
		for j := range r.Traits {
			y := &r.Traits[j]
			if int(y.Head) != i || t.Has(j) && level == 0 {
				continue
			}
			if n++; n > statusBelow {
				break
			}
			side := linear.Truth(j < i)
			add(linear.Mix3(hBelow, level*2+side, y.Relation, y.Lemma))
			add(linear.Mix3(hBelow, 20+level*2+side, y.Relation, x.Tag))
			switch r.Node(j).Relation {
			case "mark", "advmod", "aux", "det", "case", "cc", "amod":
				add(linear.Mix3(hBelow, 40+min(level, 2), y.Word, y.Relation))
				add(linear.Mix3(hBelow, 50, y.Word, way))
				if level == 0 {
					add(linear.Mix3(hBelow, 60, y.Word, linear.Mix2(y.Relation, root, manner)))
				}
			case "advcl":
				add(linear.Mix3(hBelow, 70+level, r.LemmaAt(r.markOf(j)), side))
			case "obj", "nsubj", "obl", "nmod", "nsubj:pass":
				add(linear.Mix3(hBelow, 80+level, y.Relation, uint32(y.Groups.Middle)))
			}
		}
		if r.Node(i).Relation != "conj" { // what is joined stands as the first does
			way = linear.Mix2(way, x.Relation, linear.Truth(int(x.Head) < i))
			level++
		}
		add(linear.Mix3(hUp, 10, way, manner))
		i = int(x.Head)
	}

	for d := 1; d <= statusAround; d++ {
		for side, i := range [...]int{t.First - d, t.Last + d} {
			place := uint32(d*2 + side)
			add(linear.Mix2(hAround, place, r.LemmaAt(i)))
			add(linear.Mix3(hAround, 10+place, r.LemmaAt(i), manner))
			if i < 0 || i >= len(r.Traits) {
				continue
			}
			add(linear.Mix2(hAround, 20+place, r.Traits[i].Tag))
			add(linear.Mix2(hAround, 30+place, uint32(r.Traits[i].Groups.Middle)))
			add(linear.Mix2(hAround, 40+uint32(side), r.Traits[i].Lemma))
			add(linear.Mix3(hAround, 70+place, r.Traits[i].Lemma, by))
			if d == 1 {
				add(linear.Mix3(hAround, 50+place, r.Traits[i].Word, own.Lemma))
			}
		}
	}
	add(linear.Mix3(hAround, 60, r.LemmaAt(t.First-2), linear.Mix2(r.LemmaAt(t.First-1), manner, 0)))
	add(linear.Mix3(hAround, 61, r.LemmaAt(t.Last+1), r.LemmaAt(t.Last+2)))

	n, signs := 0, uint32(0)
	for i := range r.Words {
		if len(f) > linear.MaxFeatures-statusReserve {
			break
		}
		side := linear.Truth(i < t.First)
		switch c := r.Words[i].Class; {
		case c&class.Temporal != 0 && n < mostTemporal:
			n++
			add(linear.Mix3(hTime, side, r.Traits[i].Lemma, 0))
			add(linear.Mix3(hTime, side, r.Traits[i].Lemma, r.frame(t.First)))
		case c&class.Condition != 0, c&(class.Will|class.Would|class.Maybe) != 0, c&class.Negation != 0 && c&class.Auxiliary == 0:
			add(linear.Mix3(hSigns, side, r.Traits[i].Lemma, clause.Far(max(t.First-i, i-t.Last))))
			add(linear.Mix3(hSigns, 2+side, r.Traits[i].Lemma, manner))
		}
		signs |= linear.Truth(r.Text(i) == "?")
	}
	add(linear.Mix3(hSigns, 4, signs, manner))
	add(linear.Mix3(hFront, 0, r.LemmaAt(0), linear.Truth(t.First < clause.FrontWords)))
	add(linear.Mix3(hFront, 1, r.LemmaAt(0), r.LemmaAt(1)))
	add(linear.Mix3(hFront, 2, uint32(min(r.Index, 2)), manner))
	add(linear.Mix3(hFront, 3, linear.Truth(r.Is(len(r.Words)-1, class.Stop|class.Mark)), manner))
	r.buffer = f
	return f[:min(len(f), linear.MaxFeatures)]
}

// frame is the form of the word at i with the auxiliaries, the negations and the mark that hang on it, in their order.
func (r *Reader) frame(i int) uint32 {
	h := linear.Mix2(hFrame, r.Traits[i].Tag, 0)
	for j := max(0, i-Reach); j < min(len(r.Traits), i+3); j++ {
		if int(r.Traits[j].Head) != i {
			continue
		}
		switch relation := r.Node(j).Relation; {
		case strings.HasPrefix(relation, "aux"), relation == "cop", relation == "mark", r.Is(j, class.Negation):
			h = linear.Mix2(h, r.Traits[j].Word, 1)
		}
	}
	return h
}

// markOf is the first word that hangs on the word at i as its mark; -1 is none.
func (r *Reader) markOf(i int) int {
	for j := 0; j < i; j++ {
		if int(r.Traits[j].Head) == i && r.Node(j).Relation == "mark" {
			return j
		}
	}
	return -1
}
