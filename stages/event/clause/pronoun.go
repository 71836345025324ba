package clause

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
func (s *Sentence) follow() {
	doc, all := s.doc, s.found.Mentions
	if s.Index == 0 || doc.Words == nil {
		s.person = -1
		return
	}
	before := doc.Sentences[s.Index-1]
	if before.Paragraph != doc.Sentences[s.Index].Paragraph {
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
func (s *Sentence) speaker(j int) int {
	switch s.Text(j) {
	case "I", "we", "We":
	default:
		return -1
	}
	q := s.Quoted(j)
	if q < 0 || s.quotes[q].Speaker < 0 {
		return -1
	}
	for i := range s.Units {
		if s.Units[i].First == j && s.Units[i].Last == j {
			return i
		}
	}
	return s.standIn(s.quotes[q].Speaker, j)
}

// antecedent is a unit for the "he" or "she" at word j, of whom the sentence before speaks and no person of
// this one before it; -1 is none.
func (s *Sentence) antecedent(j int) int {
	switch s.Text(j) {
	case "he", "He", "she", "She":
	default:
		return -1
	}
	if s.person < 0 || s.Quoted(j) >= 0 {
		return -1
	}
	for i := range s.Units {
		x := &s.Units[i]
		if x.First == j && x.Last == j {
			return i
		}
		if x.Last < j && x.Mention >= 0 && s.found.Mentions[x.Mention].Type == entity.Person {
			return -1
		}
	}
	return s.standIn(s.person, j)
}

// Aged says whether the word at j ends what stands for a person of whom the sentence before speaks: "the 69-year-old".
func (s *Sentence) Aged(j int) bool {
	return s.Text(j) == "old" && class.Hyphen(s.Text(j-1)) && s.Text(j-2) == "year" && strings.EqualFold(s.Text(j-5), "the") && !s.Modifies(j+1)
}

// standIn makes a unit of the word at j, which stands for the bearer of a mention elsewhere.
func (s *Sentence) standIn(mention, j int) int {
	u := s.Named(mention, &s.found.Mentions[mention])
	u.First, u.Last, u.Pronoun = j, j, true
	s.Code(&u)
	s.Units = append(s.Units, u)
	return len(s.Units) - 1
}

// Remember notes the subject of the sentence, for the pronoun that takes it up in the next one.
func (s *Sentence) Remember() {
	k := -1
	for v := range s.Words {
		if n := s.Node(v); n != nil && n.Head < 0 {
			if k = s.SubjectOf(v, "nsubj"); k < 0 {
				k = s.SubjectOf(v, "nsubj:pass")
			}
			break
		}
	}
	u := s.Phrase(k)
	if u < 0 || s.Units[u].Same >= 0 || len(s.Joined(u)) > 1 {
		s.topical = -1
		return
	}
	s.topic, s.topical = s.Units[u], s.Index
	s.topic.held = s.topic.held || s.topic.Kind == Agent && !s.topic.Plural && (s.Is(k, class.Office) || s.Node(k).UPOS == "NOUN" && endsAsPerson(s.Text(k)))
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
func (s *Sentence) resumed(j int) int {
	if s.topical < 0 || s.topical != s.Index-1 || s.Quoted(j) >= 0 || s.Node(j).Relation != "nsubj" {
		return -1
	}
	x := s.topic
	person := x.Mention >= 0 && x.Kind == Named && s.found.Mentions[x.Mention].Type == entity.Person
	switch s.Text(j) {
	case "He", "he", "She", "she":
		if x.Plural || !x.held {
			return -1
		}
	case "It", "it":
		if x.Plural || x.held || person {
			return -1
		}
	case "They", "they":
		if !x.Plural || person {
			return -1
		}
	default:
		return -1
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.First == j && u.Last == j {
			return i
		}
		if u.Last < j && u.Kind != Adjectival && u.Kind != Place {
			return -1
		}
	}
	x.First, x.Last, x.Pronoun, x.Owner, x.Object, x.Prep, x.At, x.With = j, j, true, false, false, 0, 0, -1
	s.Units = append(s.Units, x)
	return len(s.Units) - 1
}

// those is the unit of many that "they" or "them" at word j stands for: the nearest before it in the sentence that hangs on a
// verb, else the nearest; -1 is none.
func (s *Sentence) those(j int) int {
	switch strings.ToLower(s.Text(j)) {
	case "they", "them", "their":
	default:
		return -1
	}
	nearest := -1
	for i := range s.Units {
		u := &s.Units[i]
		if u.Last >= j || !u.Plural || u.Pronoun || u.Kind == Adjectival || u.Kind == Place || s.Quoted(u.Last) != s.Quoted(j) || u.Last < s.Dateline() {
			continue
		}
		if s.Node(u.Last).Head == s.Node(j).Head {
			continue // smugglers put them at risk
		}
		if nearest >= 0 && s.argument(s.Units[nearest].Last) && !s.argument(u.Last) {
			continue
		}
		if nearest < 0 || u.Last > s.Units[nearest].Last || s.argument(u.Last) && !s.argument(s.Units[nearest].Last) {
			nearest = i
		}
	}
	return nearest
}

// argument says whether the tree has the word at i as the subject or the object of a verb.
func (s *Sentence) argument(i int) bool {
	switch s.Node(i).Relation {
	case "nsubj", "nsubj:pass", "obj", "iobj":
		return true
	}
	return false
}

// pronouns makes units of the pronouns that stand for a bearer of a name.
func (s *Sentence) pronouns() {
	at := 0
	s.references(func(r *entity.Reference) {
		for at < len(s.Words) && s.Words[at].Start < r.Start {
			at++
		}
		if at == len(s.Words) || s.Words[at].End != r.End || s.Node(at).UPOS != "PRON" || s.Quoted(at) >= 0 {
			return
		}
		mention := s.stands(r)
		if mention < 0 {
			return
		}
		u := s.Named(mention, &s.found.Mentions[mention])
		u.First, u.Last = at, at
		u.Pronoun, u.Owner = true, s.Node(at).XPOS == "PRP$"
		after := sort.Search(len(s.Units), func(i int) bool { return s.Units[i].First > at })
		s.Units = slices.Insert(s.Units, after, u)
	})
}

// described gives a noun for an actor that stands for a bearer of a name ("the president") his country.
func (s *Sentence) described(u *Unit) {
	s.references(func(r *entity.Reference) {
		if r.End != s.Words[u.Last].End {
			return
		}
		if m := s.stands(r); m >= 0 {
			x := s.Named(m, &s.found.Mentions[m])
			if x.Country != "" || x.Code != "" {
				u.Mention, u.Country, u.Role, u.Code = m, x.Country, x.Role, x.Code
				if x.Country == "" {
					u.body = x.Code
				}
			}
		}
	})
}

// stands is the last mention before a reference of whom it stands for, among those near; -1 is none.
func (s *Sentence) stands(r *entity.Reference) int {
	all := s.found.Mentions
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= r.Start })
	for n := 0; i > 0 && n < mostNear; n++ {
		if i--; all[i].Entity == r.Entity {
			return i
		}
	}
	return -1
}

// references calls yield for each reference of the sentence.
func (s *Sentence) references(yield func(r *entity.Reference)) {
	all, sentence := s.found.References, s.doc.Sentences[s.Index]
	for s.reference < len(all) && all[s.reference].Start < sentence.Start {
		s.reference++
	}
	for i := s.reference; i < len(all) && all[i].Start < sentence.End; i++ {
		yield(&all[i])
	}
}

// mostNear is how many names before a reference are looked through for its bearer.
const mostNear = 64
