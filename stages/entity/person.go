package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/bearer"
)

// named is a person whom the document names by more than one word, or by a title and one.
type named struct {
	entity int
	first  int      // mention
	words  []string // of the longest form, in small letters, without titles
	junior bool
	gender bearer.Gender
}

// people are the persons of a document, by the words that they may be called by alone.
type people struct {
	all             []named
	byLast, byGiven map[string][]int
	of              []int // of each mention; -1 is none
}

// Bounds, so that a text of nothing but names costs as much for each as a short one.
const (
	mostNamesakes = 32 // persons of a word that a name is compared with
	mostMisspelt  = 64 // persons that a lone name is compared with as a misspelling
	leastTypo     = 5  // letters that a word must have to be taken for a misspelling of another
)

// gatherPeople finds the persons that are named in full, joins the forms of one name ("Eugene Nida",
// "Eugene A. Nida", "Nida Eugene") and gives each the entity of the form that stands most often.
func (l *linker) gatherPeople() {
	p := &l.people
	*p = people{byLast: map[string][]int{}, byGiven: map[string][]int{}, of: make([]int, len(l.mentions))}
	type form struct {
		text  string
		count int
	}
	var forms [][]form // of each person
	for _, full := range [...]bool{true, false} {
		for i, m := range l.mentions {
			if full {
				p.of[i] = -1
			}
			if m.Type != Person || l.finder.entries[i].kind != "" || p.of[i] >= 0 {
				continue
			}
			name := l.personName(i)
			if len(name.words) == 0 || full != (len(name.words) > 1) || !full && !name.titled {
				continue
			}
			n := -1
			if full {
				n = p.sameName(name)
			} else if n = p.alone(name.words[0], name.gender); n >= 0 {
				continue // it is joined like any name of one word
			}
			if n < 0 {
				n = len(p.all)
				p.all = append(p.all, named{first: i, words: name.words, junior: name.junior})
				forms = append(forms, nil)
				p.note(n, name.words)
			} else if len(name.words) > len(p.all[n].words) {
				p.note(n, name.words)
				p.all[n].words = name.words
			}
			p.of[i] = n
			if p.all[n].gender == bearer.Unknown {
				p.all[n].gender = name.gender
			}
			at := slices.IndexFunc(forms[n], func(f form) bool { return f.text == name.text })
			if at < 0 {
				at = len(forms[n])
				forms[n] = append(forms[n], form{text: name.text})
			}
			forms[n][at].count++
		}
	}
	for n := range p.all {
		best := forms[n][0]
		for _, f := range forms[n][1:] {
			if s := shouted(f.text); !s && shouted(best.text) || s == shouted(best.text) && f.count > best.count {
				best = f
			}
		}
		p.all[n].entity = l.entity(string(Person)+"\x00"+fold(best.text), Entity{Name: best.text, Type: Person})
	}
}

// note enters a person under the words that may stand alone.
func (p *people) note(n int, words []string) {
	enter := func(by map[string][]int, word string) {
		if len(by[word]) < mostNamesakes && !slices.Contains(by[word], n) {
			by[word] = append(by[word], n)
		}
	}
	enter(p.byLast, words[len(words)-1])
	enter(p.byGiven, words[0])
}

// personName is a name of a person taken apart.
type personName struct {
	text   string // as it stands, without titles where two words are left
	words  []string
	junior bool
	titled bool // a title is part of the name, as in "Pope Leo"
	gender bearer.Gender
}

// personName takes the name of mention i apart. What stands before it tells its gender too: "Mrs. Ortiz".
func (l *linker) personName(i int) (name personName) {
	text := l.text(i)
	fields := strings.Fields(text)
	name.gender = bearer.GenderOfTitle(strings.ToLower(lastWord(l.doc.Text[max(0, l.mentions[i].Start-16):l.mentions[i].Start])))
	for len(fields) > 1 {
		n := l.titleAt(fields)
		if n == 0 {
			break
		}
		if g := bearer.GenderOfTitle(strings.ToLower(strings.Trim(fields[n-1], "."))); g != bearer.Unknown {
			name.gender = g
		}
		fields, name.titled = fields[n:], true
	}
	for _, w := range fields {
		w = strings.Trim(fold(w), ".,")
		switch w {
		case "":
		case "jr", "sr":
			name.junior = w == "jr"
		default:
			name.words = append(name.words, w)
		}
	}
	name.text = spaced(text)
	if name.titled && len(name.words) > 1 {
		name.text = strings.Join(fields, " ")
	}
	if name.gender == bearer.Unknown && len(name.words) > 1 {
		name.gender = bearer.GenderOf(name.words[0])
	}
	return name
}

// lastWord is the last word of a text, without the stop and the space behind it.
func lastWord(text string) string {
	text = strings.TrimRight(text, ". ")
	return text[strings.LastIndexAny(text, " \n\t(“\"‘'")+1:]
}

// titleAt is how many of the first words are a title. A given name is none, as in "Dean Martin".
func (l *linker) titleAt(fields []string) int {
	for n := min(3, len(fields)-1); n > 0; n-- {
		title := strings.ToLower(strings.TrimSuffix(strings.Join(fields[:n], " "), "."))
		if _, ok := l.titles[title]; ok && (n > 1 || bearer.GenderOf(title) == bearer.Unknown) {
			return n
		}
	}
	return 0
}

// sameName is the person of whose name this is a form; -1 is none.
func (p *people) sameName(name personName) int {
	w := name.words
	last, given := w[len(w)-1], w[0]
	for _, same := range [...][]int{p.byLast[last], p.byGiven[given], p.byGiven[last]} {
		for _, n := range same {
			if o := &p.all[n]; o.junior == name.junior && len(o.words) > 1 && sameName(w, o.words) {
				return n
			}
		}
	}
	return -1
}

// sameName says whether two names of two words or more may be one person's in one document.
func sameName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n, m := len(a)-1, len(b)-1
	switch {
	case n < m && (slices.Equal(a, b[m-n:]) || slices.Equal(a, b[:n+1])): // Martínez Cantón of Clara Martínez Cantón
		return true
	case n == 1 && m == 1 && a[0] == b[1] && a[1] == b[0]: // the family first
		return true
	case a[n] == b[m] && !(sameWord(a[0], b[0]) || misspelt(a[0], b[0])),
		a[n] != b[m] && !(a[0] == b[0] && misspelt(a[n], b[m])):
		return false
	}
	for k := 1; k < n; k++ { // the middles, as far as both have them
		if !sameWord(a[k], b[k]) {
			return false
		}
	}
	return true
}

// sameWord says whether two words are one, or one the initial of the other.
func sameWord(a, b string) bool {
	return a == b || initialOf(a, b) || initialOf(b, a)
}

func initialOf(a, b string) bool {
	return utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a)
}

// misspelt says whether two words differ by one letter that is neither the first nor the last one,
// which tells Mario from Maria.
func misspelt(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < leastTypo || len(b)-len(a) > 1 || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	k := 0
	for k < len(a) && a[k] == b[k] {
		k++
	}
	return k < len(a) && (a[k+1:] == b[k+1:] || a[k:] == b[k+1:])
}

// alone is the person whom one word names: of those who have it for their last name, the one whom the
// document names first, for relatives are called by their full names; else the first of that given name,
// or family name that stands first. -1 is none.
func (p *people) alone(word string, gender bearer.Gender) int {
	for _, named := range [...][]int{p.byLast[word], p.byGiven[word]} {
		for _, n := range named {
			if gender.Agrees(p.all[n].gender) {
				return n
			}
		}
	}
	only := -1
	for n := range p.all[:min(len(p.all), mostMisspelt)] {
		if w := p.all[n].words; len(word) > leastTypo && misspelt(word, w[len(w)-1]) {
			if only >= 0 {
				return -1
			}
			only = n
		}
	}
	return only
}

// bears says whether the document names a person in full, or with a title, whom mention i may mean.
func (l *linker) bears(i int) bool {
	if l.people.of[i] >= 0 {
		return true
	}
	name := l.personName(i)
	return len(name.words) == 1 && l.people.alone(name.words[0], name.gender) >= 0
}
