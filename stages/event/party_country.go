package event

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/clause"
	"github.com/newsmill/newsmill/stages/linear"
)

// Where a country is found that a party may be of.
const (
	byRules = iota
	byUnit
	byMention
	byEntity
	byBearer
	byAssumption
	byNoun
	byHome
	byScene
	byElsewhere
	byFocus
	byDateline
	byOther
	inUnit
	abovePhrase
	belowPhrase
	besideIt // on the same word
	nearestBefore
	nearestBehind
	inSentence
	alone // in the sentence
	inLast
	inEarlier
	inHead
	inLead
	mostNamed
	oftenNamed
	besideName
	backing // "Norway-backed"
	landSources
)

// mostLands bounds the countries that a party may be of, none among them.
const mostLands = 14

// land is a country that a party may be of.
type land struct {
	country string // "" is none
	from    uint32 // where it was found
	gap     uint32 // how far its nearest name in the sentence is, in steps from 1; 0 is nowhere
	kind    uint32 // of that
	way     uint32 // and through the tree
}

// addLand notes where a country was found; nil where there are too many.
func (s *scan) addLand(country string, from int) *land {
	all := s.census.around
	for i := range all {
		if all[i].country == country {
			all[i].from |= 1 << from
			return &all[i]
		}
	}
	if country == "" || len(all) == mostLands {
		return nil
	}
	s.census.around = append(all, land{country: country, from: 1 << from})
	return &s.census.around[len(all)]
}

// landsOf gives the countries that a party may be of, that of the rules among them, and none first, but where its own words name one.
func (s *scan) landsOf(p *party) []land {
	s.Count()
	s.Study()
	u, mentions := &s.Units[p.unit], s.in.Found.Mentions
	s.census.around = append(s.census.around[:0], land{})
	s.addLand(p.actor.Country, byRules)
	s.addLand(u.Country, byUnit)
	if u.Mention >= 0 {
		m := &mentions[u.Mention]
		s.addLand(m.Country, byMention)
		if m.Entity >= 0 {
			s.addLand(s.in.Found.Entities[m.Entity].Country, byEntity)
			if b := &s.Bearers[m.Entity]; b.Assumed {
				s.addLand(b.Country, byAssumption)
			} else {
				s.addLand(b.Country, byBearer)
			}
		}
	}
	if u.Kind == clause.Agent {
		s.addLand(s.census.nouns[s.Traits[p.head].Lemma], byNoun)
	}
	s.addLand(s.home(p.unit), byHome)
	s.addLand(s.scene(p.t), byScene)
	s.addLand(p.other.Country, byOther)
	s.landsNear(p)
	s.addLand(s.elsewhere(p.other.Country), byElsewhere)
	s.addLand(s.Focus, byFocus)
	if d := s.in.Dateline; d >= 0 {
		s.addLand(mentions[d].Country, byDateline)
	}
	for i := 0; i < len(mentions) && mentions[i].Sentence < actor.HeadSentences; i++ {
		s.addLand(s.Lands[i], inHead+min(mentions[i].Sentence, 1))
	}
	if p.entity >= 0 {
		s.landsBeside(p.entity)
	}
	for i := range min(3, len(s.Nations)) {
		s.addLand(s.Nations[i].Country, mostNamed+min(i, 1))
	}
	if u.Country != "" && u.Country == p.actor.Country && p.known&1 == 0 { // not one that is only assumed
		return s.census.around[1:]
	}
	return s.census.around
}

// landsNear adds the countries that the sentence of a party and those before it name.
func (s *scan) landsNear(p *party) {
	u, mentions, lands := &s.Units[p.unit], s.in.Found.Mentions, s.Lands
	start, end := s.Words[u.First].Start, s.Words[u.Last].End
	before, behind, at := -1, -1, 0
	for i := s.FirstMention; i < len(mentions) && mentions[i].Sentence == s.Index; i++ {
		m := &mentions[i]
		if lands[i] == "" {
			continue
		}
		if s.compounded(m.End) {
			s.addLand(lands[i], backing)
			continue
		}
		for at < len(s.Words) && s.Words[at].End < m.End {
			at++
		}
		l := s.addLand(lands[i], inSentence)
		inside := m.Start >= start && m.End <= end
		switch {
		case inside:
		case m.End <= start:
			before = i
		case behind < 0:
			behind = i
		}
		if l == nil || at >= len(s.Words) {
			continue
		}
		if inside {
			l.from |= 1 << inUnit
		}
		w := s.Way(at, p.head)
		switch {
		case w.Hash == 0:
		case w.Up > 0 && w.Down == 0:
			l.from |= 1 << abovePhrase
		case w.Up == 0:
			l.from |= 1 << belowPhrase
		case w.Up == 1 && w.Down == 1:
			l.from |= 1 << besideIt
		}
		if gap := 1 + clause.Far(max(p.head-at, at-p.head)); l.gap == 0 || gap < l.gap {
			l.gap, l.kind, l.way = gap, hashed(string(m.Type))*2+linear.Truth(at < p.head), w.Hash
		}
	}
	here := -1 // the only one
	for i, l := range s.census.around {
		if l.from>>inSentence&1 == 0 {
			continue
		}
		if here >= 0 {
			here = -1
			break
		}
		here = i
	}
	if here >= 0 {
		s.census.around[here].from |= 1 << alone
	}
	if before >= 0 {
		s.addLand(lands[before], nearestBefore)
	}
	if behind >= 0 {
		s.addLand(lands[behind], nearestBehind)
	}
	for i := s.FirstMention - 1; i >= 0 && mentions[i].Sentence >= s.Index-nearSentences; i-- {
		if mentions[i].Sentence == s.Index-1 {
			s.addLand(lands[i], inLast)
		} else {
			s.addLand(lands[i], inEarlier)
		}
	}
}

// compounded says whether a name that ends at an offset is a part of a word with a small letter behind its hyphen: "Norway-backed".
func (s *scan) compounded(end int) bool {
	rest, ok := strings.CutPrefix(s.in.Doc.Text[end:], "-")
	return ok && rest != "" && 'a' <= rest[0] && rest[0] <= 'z'
}

// landsBeside adds the countries that stand beside the names of an entity.
func (s *scan) landsBeside(e int) {
	mentions := s.in.Found.Mentions
	seen := 0
	for i := range mentions {
		m := &mentions[i]
		if m.Entity != e {
			continue
		}
		if seen++; seen > actor.ReputeMentions {
			break
		}
		for k := max(0, i-1); k < min(len(mentions), i+3); k++ {
			if k != i && s.Besides(m, &mentions[k]) {
				s.addLand(s.Lands[k], besideName)
			}
		}
	}
}

// Templates of the features that tell a country.
const (
	cFrom uint32 = iota + 300
	cAll
	cShare
	cGap
	cNone
	cLand
	cName
	cSame
)

// alike are the places of which each combination is a feature.
const alike = 1<<byRules | 1<<byUnit | 1<<byFocus | 1<<byOther | 1<<byDateline | 1<<inUnit | 1<<abovePhrase | 1<<inSentence | 1<<nearestBefore | 1<<inLast | 1<<byBearer | 1<<byEntity

// countryFeatures gives what tells whether a party is of a country: where that is found, how near, how often the document names it, by role
// and kind of the party.
func (s *scan) countryFeatures(p *party, l *land) []uint32 {
	f := s.census.features[:0]
	add := func(feature uint32) { f = append(f, feature) }
	u := &s.Units[p.unit]
	role, root, side := hashed(p.role()), hashed(cameo.Root(p.t.Pattern.Code)), linear.Truth(p.target)
	sentences := len(s.in.Doc.Sentences)
	settled := linear.Truth(sentences > 1)*16 + linear.Truth(sentences > 4)*8 + linear.Truth(p.actor.Country != "")*4 + linear.Truth(u.Country != "")*2 + linear.Truth(u.Foreign)
	contexts := [...]uint32{
		0, linear.Mix2(1, role, 0), linear.Mix2(2, p.kind, p.known), linear.Mix2(3, s.Traits[p.head].Lemma, 0),
		linear.Mix3(4, settled, role, linear.Truth(s.Focus != "")),
	}
	country := hashed(l.country)
	for _, h := range p.words[:p.named] {
		add(linear.Mix2(cName, uint32(h), country))
	}
	if l.country == "" {
		for _, c := range contexts {
			add(linear.Mix3(cNone, c, 0, 0))
			add(linear.Mix3(cNone, c, 1, settled))
		}
		s.census.features = f
		return f
	}
	for from := range uint32(landSources) {
		if l.from>>from&1 != 0 {
			for _, c := range contexts {
				add(linear.Mix2(cFrom, from, c))
			}
		}
	}
	rank, share := uint32(9), uint32(0)
	for i, c := range s.Nations {
		if c.Country == l.country {
			rank, share = uint32(min(i, 4)), uint32(8*c.N/s.Namings)
		}
	}
	for _, c := range contexts[:3] {
		add(linear.Mix2(cAll, l.from&alike, c))
		add(linear.Mix2(cShare, rank*16+share, c))
	}
	ruled := l.from & (1<<byRules | 1<<byFocus)
	add(linear.Mix3(cShare, rank, ruled, role))
	add(linear.Mix3(cShare, share, ruled, linear.Mix2(50, role, uint32(min(len(s.Nations), 4)))))
	add(linear.Mix3(cGap, l.gap, l.kind, 0))
	add(linear.Mix3(cGap, l.gap, l.kind, role))
	add(linear.Mix3(cGap, l.gap, l.kind, p.kind))
	add(linear.Mix3(cGap, l.way, 0, role))
	add(linear.Mix3(cGap, l.way, 1, p.kind))
	same, other := linear.Truth(l.country == p.other.Country), hashed(p.other.Role)
	add(linear.Mix3(cSame, same, linear.Mix3(1, role, other, side), root))
	add(linear.Mix3(cSame, same, linear.Mix3(2, role, other, 0), 0))
	add(linear.Mix3(cSame, same, linear.Mix2(3, hashed(p.t.Pattern.Rule), side), ruled))
	add(linear.Mix2(cLand, country, 0))
	add(linear.Mix2(cLand, country, role))
	s.census.features = f
	return f
}
