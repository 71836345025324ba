package event

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/class"
)

// follow notes of whom the sentence before the open one speaks, for the "he" or "she" of this one: its
// subject if that is a person, else the only person in it. A sentence without persons changes nothing
// within its paragraph.
func (s *scan) follow() {
	doc, all := s.in.Doc, s.in.Found.Mentions
	if s.sentence == 0 || doc.Words == nil {
		s.person = -1
		return
	}
	before := doc.Sentences[s.sentence-1]
	if before.Paragraph != doc.Sentences[s.sentence].Paragraph {
		s.person = -1 // unless the sentence before has one, below
	}
	for s.spoken < len(all) && all[s.spoken].Start < before.Start {
		s.spoken++
	}
	one, subject, persons := -1, -1, 0
	token := before.First
	for ; s.spoken < len(all) && all[s.spoken].Start < before.End; s.spoken++ {
		m := &all[s.spoken]
		if m.Type != entity.Person || m.Entity < 0 {
			continue
		}
		if one < 0 || all[one].Entity != m.Entity {
			one = s.spoken
			persons++
		}
		for token < before.Last && doc.Tokens[token].End <= m.Start {
			token++
		}
		for i := token; i < before.Last && doc.Tokens[i].Start < m.End && subject < 0; i++ {
			if doc.Words[i].Relation == "nsubj" || doc.Words[i].Relation == "nsubj:pass" {
				subject = s.spoken
			}
		}
	}
	switch {
	case subject >= 0:
		s.person = subject
	case persons == 1:
		s.person = one
	case persons > 1:
		s.person = -1
	}
}

// speaker is a unit for the "I" or "we" at word j: who speaks the quote that it stands in; -1 is none.
func (s *scan) speaker(j int) int {
	switch s.text(j) {
	case "I", "we", "We":
	default:
		return -1
	}
	q := s.quoted(j)
	if q < 0 || s.in.Quotes[q].Speaker < 0 {
		return -1
	}
	for i := range s.units {
		if s.units[i].first == j && s.units[i].last == j {
			return i
		}
	}
	return s.standIn(s.in.Quotes[q].Speaker, j)
}

// antecedent is a unit for the "he" or "she" at word j, of whom the sentence before speaks and no person of
// this one before it; -1 is none.
func (s *scan) antecedent(j int) int {
	switch s.text(j) {
	case "he", "He", "she", "She":
	default:
		return -1
	}
	if s.person < 0 || s.quoted(j) >= 0 {
		return -1
	}
	for i := range s.units {
		x := &s.units[i]
		if x.first == j && x.last == j {
			return i
		}
		if x.last < j && x.mention >= 0 && s.in.Found.Mentions[x.mention].Type == entity.Person {
			return -1
		}
	}
	return s.standIn(s.person, j)
}

// aged says whether the word at j ends what stands for a person of whom the sentence before speaks: "the 69-year-old".
func (s *scan) aged(j int) bool {
	return s.text(j) == "old" && class.Hyphen(s.text(j-1)) && s.text(j-2) == "year" && strings.EqualFold(s.text(j-5), "the") && !s.modifies(j+1)
}

// standIn makes a unit of the word at j, which stands for the bearer of a mention elsewhere.
func (s *scan) standIn(mention, j int) int {
	u := s.named(mention, &s.in.Found.Mentions[mention])
	u.first, u.last, u.pronoun = j, j, true
	s.code(&u)
	s.units = append(s.units, u)
	return len(s.units) - 1
}

// remember notes the subject of the sentence, for the pronoun that takes it up in the next one.
func (s *scan) remember() {
	k := -1
	for v := range s.words {
		if n := s.node(v); n != nil && n.Head < 0 {
			if k = s.subjectOf(v, "nsubj"); k < 0 {
				k = s.subjectOf(v, "nsubj:pass")
			}
			break
		}
	}
	u := s.phrase(k)
	if u < 0 || s.units[u].same >= 0 || len(s.joined(u)) > 1 {
		s.topical = -1
		return
	}
	s.topic, s.topical = s.units[u], s.sentence
	s.topic.held = s.topic.held || s.topic.kind == agent && !s.topic.plural && (s.is(k, class.Office) || s.node(k).UPOS == "NOUN" && endsAsPerson(s.text(k)))
}

// endsAsPerson says whether a noun for an actor is, by its ending, of one person and no body: "minister", "activist".
func endsAsPerson(noun string) bool {
	for _, ending := range [...]string{"er", "or", "ist", "ian", "dent", "man", "chief", "king", "queen"} {
		if strings.HasSuffix(noun, ending) {
			return true
		}
	}
	return false
}

// resumed is a unit for the pronoun at word j that is the subject of its clause and takes up the subject of the sentence
// before: "The president spoke. He criticised"; -1 is none.
func (s *scan) resumed(j int) int {
	if s.topical < 0 || s.topical != s.sentence-1 || s.quoted(j) >= 0 || s.node(j).Relation != "nsubj" {
		return -1
	}
	x := s.topic
	person := x.mention >= 0 && x.kind == named && s.in.Found.Mentions[x.mention].Type == entity.Person
	switch s.text(j) {
	case "He", "he", "She", "she":
		if x.plural || !x.held {
			return -1
		}
	case "It", "it":
		if x.plural || x.held || person {
			return -1
		}
	case "They", "they":
		if !x.plural || person {
			return -1
		}
	default:
		return -1
	}
	for i := range s.units {
		u := &s.units[i]
		if u.first == j && u.last == j {
			return i
		}
		if u.last < j && u.kind != adjectival && u.kind != place {
			return -1
		}
	}
	x.first, x.last, x.pronoun, x.owner, x.object, x.prep, x.at, x.with = j, j, true, false, false, 0, 0, -1
	s.units = append(s.units, x)
	return len(s.units) - 1
}

// those is the unit of many that "they" or "them" at word j stands for: the nearest before it in the sentence that hangs on a
// verb, else the nearest; -1 is none.
func (s *scan) those(j int) int {
	switch strings.ToLower(s.text(j)) {
	case "they", "them", "their":
	default:
		return -1
	}
	nearest := -1
	for i := range s.units {
		u := &s.units[i]
		if u.last >= j || !u.plural || u.pronoun || u.kind == adjectival || u.kind == place || s.quoted(u.last) != s.quoted(j) || u.last < s.dateline() {
			continue
		}
		if s.node(u.last).Head == s.node(j).Head {
			continue // smugglers put them at risk
		}
		if nearest >= 0 && s.argument(s.units[nearest].last) && !s.argument(u.last) {
			continue
		}
		if nearest < 0 || u.last > s.units[nearest].last || s.argument(u.last) && !s.argument(s.units[nearest].last) {
			nearest = i
		}
	}
	return nearest
}

// argument says whether the tree has the word at i as the subject or the object of a verb.
func (s *scan) argument(i int) bool {
	switch s.node(i).Relation {
	case "nsubj", "nsubj:pass", "obj", "iobj":
		return true
	}
	return false
}

// pronouns makes units of the pronouns that stand for a bearer of a name.
func (s *scan) pronouns() {
	at := 0
	s.references(func(r *entity.Reference) {
		for at < len(s.words) && s.words[at].start < r.Start {
			at++
		}
		if at == len(s.words) || s.words[at].end != r.End || s.node(at).UPOS != "PRON" || s.quoted(at) >= 0 {
			return
		}
		mention := s.stands(r)
		if mention < 0 {
			return
		}
		u := s.named(mention, &s.in.Found.Mentions[mention])
		u.first, u.last = at, at
		u.pronoun, u.owner = true, s.node(at).XPOS == "PRP$"
		after := sort.Search(len(s.units), func(i int) bool { return s.units[i].first > at })
		s.units = slices.Insert(s.units, after, u)
	})
}

// described gives a noun for an actor that stands for a bearer of a name ("the president") his country.
func (s *scan) described(u *unit) {
	s.references(func(r *entity.Reference) {
		if r.End != s.words[u.last].end {
			return
		}
		if m := s.stands(r); m >= 0 {
			x := s.named(m, &s.in.Found.Mentions[m])
			if x.country != "" || x.code != "" {
				u.mention, u.country, u.role, u.code = m, x.country, x.role, x.code
				if x.country == "" {
					u.body = x.code
				}
			}
		}
	})
}

// stands is the last mention before a reference of whom it stands for, among those near; -1 is none.
func (s *scan) stands(r *entity.Reference) int {
	all := s.in.Found.Mentions
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= r.Start })
	for n := 0; i > 0 && n < mostNear; n++ {
		if i--; all[i].Entity == r.Entity {
			return i
		}
	}
	return -1
}

// references calls yield for each reference of the sentence.
func (s *scan) references(yield func(r *entity.Reference)) {
	all, sentence := s.in.Found.References, s.in.Doc.Sentences[s.sentence]
	for s.reference < len(all) && all[s.reference].Start < sentence.Start {
		s.reference++
	}
	for i := s.reference; i < len(all) && all[i].Start < sentence.End; i++ {
		yield(&all[i])
	}
}

// mostNear is how many names before a reference are looked through for its bearer.
const mostNear = 64
