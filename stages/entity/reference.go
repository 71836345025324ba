package entity

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/bearer"
)

// Reference is a pronoun or a description ("she", "the Russian president", "the ministry") that stands
// for a bearer of a name.
type Reference struct {
	Start, End int // bytes of the text
	Sentence   int
	Entity     int     // index into Found.Entities
	Score      float32 // 0 to 1: how often such a link is right
}

// pronouns of one person, with the gender that they tell.
var pronouns = map[string]bearer.Gender{
	"he": bearer.Male, "him": bearer.Male, "his": bearer.Male, "himself": bearer.Male,
	"she": bearer.Female, "her": bearer.Female, "hers": bearer.Female, "herself": bearer.Female,
}

// How sure a reference is, by how it was found: how often such ones were right in GUM's training part.
const (
	sureKnown   = .95 // the only person near, of that gender by name, title or other pronouns
	sureAgain   = .95 // the one that the pronoun before it stood for
	sureSubject = .9  // the only person near, of unknown gender, the subject of the same sentence
	sureTold    = .9  // the subject of the sentence before, another person being further off
	sureNoun    = .9  // "the president", "the ministry"
)

// long is a sentence long before the first.
const long = -9

// leastTold is how many pronouns that may stand for one person alone tell the gender, if none tells the other.
const leastTold = 2

// window is how many sentences before a pronoun its person may be named in, and mostNear how many names
// are looked at.
const (
	window   = 2
	mostNear = 16
)

// resolver goes through a document from word to word.
type resolver struct {
	*linker
	person  map[int]int      // of an entity, its place in people
	persons map[string][]int // entities, by the last word of the title before them
	kinds   map[string][]int // organisations, by the words of their names that say of what kind they are
	other   [3]int           // the last sentence in which somebody without a name stood, by gender
	last    [3]Reference     // the last pronoun, by gender
	next    int              // the first mention behind the word
	told    map[int]*[3]int  // of an entity, how many pronouns of each gender may stand for it alone
	gender  map[int]bearer.Gender
	found   []Reference
	in      int // the sentence
}

// references resolves pronouns and descriptions where one bearer only may be meant: a wrong link costs
// more than none.
func (l *linker) references() (found []Reference) {
	doc := l.doc
	if doc.Words == nil {
		return nil
	}
	person := map[int]int{}
	for n := range l.people.all {
		person[l.people.all[n].entity] = n
	}
	told := map[int]*[3]int{}
	for range 2 { // the second time with the genders that the first one's pronouns tell
		r := resolver{linker: l, person: person, persons: map[string][]int{}, kinds: map[string][]int{}, other: [3]int{long, long, long}, told: told, gender: map[int]bearer.Gender{}}
		for entity, n := range told {
			switch {
			case n[bearer.Female] >= leastTold && n[bearer.Male] == 0:
				r.gender[entity] = bearer.Female
			case n[bearer.Male] >= leastTold && n[bearer.Female] == 0:
				r.gender[entity] = bearer.Male
			}
		}
		if found = r.read(); len(told) == 0 {
			break
		}
	}
	return found
}

// read goes through the document.
func (r *resolver) read() []Reference {
	for g := range r.last {
		r.last[g] = Reference{Sentence: long, Entity: -1}
	}
	l, doc := r.linker, r.doc
	for i, s := range doc.Sentences {
		r.in = i
		for k := s.First; k < s.Last; k++ {
			for r.next < len(l.mentions) && l.mentions[r.next].End <= doc.Tokens[k].Start {
				r.remember(r.next, k)
				r.next++
			}
			if r.next < len(l.mentions) && l.mentions[r.next].Start <= doc.Tokens[k].Start {
				continue // inside a name
			}
			r.look(k, s.First)
		}
	}
	return r.found
}

// look takes one word outside of names.
func (r *resolver) look(k, first int) {
	w := &r.doc.Words[k]
	text := strings.ToLower(r.doc.Text[r.doc.Tokens[k].Start:r.doc.Tokens[k].End])
	if gender := pronouns[text]; gender != bearer.Unknown && w.UPOS == "PRON" {
		if at, score := r.whom(gender); at >= 0 {
			ref := Reference{r.doc.Tokens[k].Start, r.doc.Tokens[k].End, r.in, at, score}
			r.found = append(r.found, ref)
			r.last[gender] = ref
		} else {
			r.last[gender] = Reference{Start: r.doc.Tokens[k].Start, Sentence: r.in, Entity: -1}
		}
		return
	}
	if w.UPOS != "NOUN" {
		return
	}
	lemma := strings.ToLower(w.Lemma)
	if k > first && text == lemma {
		if start, country, ok := r.definite(k, first); ok {
			at := r.titled(lemma, country)
			if at < 0 && country == "" {
				at = only(r.kinds[lemma])
			}
			if at >= 0 {
				r.found = append(r.found, Reference{r.doc.Tokens[start].Start, r.doc.Tokens[k].End, r.in, at, sureNoun})
				return
			}
		}
	}
	if g := bearer.GenderOfTitle(lemma); g != bearer.Unknown && !(r.next < len(r.mentions) && r.mentions[r.next].Type == Person && r.mentions[r.next].Start-r.doc.Tokens[k].End <= 2) {
		r.other[g] = r.in
	}
}

// definite says whether the noun at token k has "the" before it, with a people's or a country's name
// between them or nothing, and gives where it begins and the country.
func (r *resolver) definite(k, first int) (start int, country string, ok bool) {
	start = k - 1
	if n := r.next - 1; n >= 0 && r.mentions[n].Country != "" && r.mentions[n].Sentence == r.in && r.mentions[n].Type == NORP && r.doc.Tokens[k-1].End == r.mentions[n].End {
		country = r.mentions[n].Country
		for start >= first && r.doc.Tokens[start].Start >= r.mentions[n].Start {
			start--
		}
	}
	if start < first || !strings.EqualFold(r.word(start), "the") {
		return 0, "", false
	}
	for _, c := range [...]int{k + 1, k + 2} { // "the president of France" is told by what follows
		if c < len(r.doc.Words) && r.doc.Words[c].Relation == "case" && r.word(k+1) == "of" {
			return 0, "", false
		}
	}
	return start, country, true
}

// remember takes in the mention i that ends before token k.
func (r *resolver) remember(i, k int) {
	m := &r.mentions[i]
	if m.Entity < 0 {
		return
	}
	enter := func(by map[string][]int, word string) {
		if at := by[word]; len(at) < 2 && !slices.Contains(at, m.Entity) { // two are as many as it takes to be in doubt
			by[word] = append(at, m.Entity)
		}
	}
	switch m.Type {
	case Person:
		at := r.linker.finder.tokenAt(m.Start) - 1
		if word := strings.ToLower(r.before(at)); r.linker.finder.titles[word] != "" {
			enter(r.persons, word)
		}
	case Org:
		words := strings.Fields(fold(r.text(i)))
		for _, word := range [...]string{words[0], words[len(words)-1]} {
			if r.heads[titleCase(strings.ToUpper(word))] == Org {
				enter(r.kinds, word)
			}
		}
	}
}

// before is the word at a token, "" before the first.
func (r *resolver) before(at int) string {
	if at < 0 {
		return ""
	}
	return r.word(at)
}

// only is the one entity of a list; -1 where it has none or two.
func only(list []int) int {
	if len(list) != 1 {
		return -1
	}
	return list[0]
}

// titled is the only person of a title, of a country where that is said; -1 is none.
func (r *resolver) titled(title, country string) int {
	at := only(r.persons[title])
	if at >= 0 && country != "" && r.entities[at].Country != country {
		return -1
	}
	return at
}

// whom is the person whom a pronoun of that gender stands for, and how sure that is; -1 is none.
func (r *resolver) whom(gender bearer.Gender) (int, float32) {
	if r.other[gender] >= r.in-window {
		return -1, 0
	}
	best, at, several, rivals := -1, -1, false, false
	for n, tries := r.next-1, 0; n >= 0 && tries < mostNear && r.mentions[n].Sentence >= r.in-window; n, tries = n-1, tries+1 {
		m := &r.mentions[n]
		switch {
		case m.Type != Person || m.Entity < 0 || !r.genderOf(m.Entity, n).Agrees(gender):
		case best < 0:
			best, at = m.Entity, n
		case m.Entity != best:
			several = true
			rivals = rivals || m.Sentence == r.mentions[at].Sentence
		}
	}
	last := r.last[gender]
	near := last.Sentence >= r.in-window
	if best < 0 {
		if near && last.Entity >= 0 {
			return last.Entity, sureAgain
		}
		return -1, 0
	}
	known, subject, back := r.genderOf(best, at) == gender, r.subject(at), r.in-r.mentions[at].Sentence
	if !several && subject && back <= 1 {
		if r.told[best] == nil {
			r.told[best] = new([3]int)
		}
		r.told[best][gender]++
	}
	switch {
	case near && last.Entity == best && !several:
		return best, sureAgain
	case near && last.Start > r.mentions[at].Start: // nobody knows for whom that one stood
	case several && known && subject && back == 1 && !rivals:
		return best, sureTold
	case several:
	case known && (subject && back <= 1 || back == 0):
		return best, sureKnown
	case subject && back == 0:
		return best, sureSubject
	}
	return -1, 0
}

// subject says whether a mention is what its sentence is about, or is said beside that.
func (r *resolver) subject(i int) bool {
	m := &r.mentions[i]
	s := r.doc.Sentences[m.Sentence]
	for k := r.tokenAt(m.Start); k < s.Last && r.doc.Tokens[k].Start < m.End; k++ {
		if h := r.doc.Head(s, k); h < 0 || r.doc.Tokens[h].Start < m.Start || r.doc.Tokens[h].Start >= m.End {
			rel := r.doc.Words[k].Relation
			for rel == "appos" {
				rel, h = r.doc.Words[h].Relation, r.doc.Head(s, h)
			}
			return rel == "nsubj" || rel == "nsubj:pass" || rel == "root"
		}
	}
	return false
}

// genderOf is what is known of a person's gender.
func (r *resolver) genderOf(entity, mention int) bearer.Gender {
	if n, ok := r.person[entity]; ok && r.people.all[n].gender != bearer.Unknown {
		return r.people.all[n].gender
	} else if g := r.gender[entity]; g != bearer.Unknown || ok {
		return g
	}
	return r.personName(mention).gender
}
