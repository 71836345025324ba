package entity

import (
	"strings"

	"github.com/newsmill/newsmill/stages/segment"
)

// scan tags one sentence of English: runs of words with capitals, each cut into names.
func (f *finder) scan(s segment.Sentence) {
	for i := s.First; i < s.Last; {
		if !f.upper(i) {
			if j := f.smallTitle(i, s.Last); j > i {
				i = f.afterTitle(s, i, j)
				continue
			}
			if j := f.particle(i, s.Last); j > i {
				if e, k, ok := f.known(i, s.Last); ok {
					f.emit(i, k, e.kind, .9, e, "", "")
					i = k
					continue
				}
			}
			i++
			continue
		}
		j := f.run(s, i)
		f.resolve(s, i, j, f.countryBefore(s, i), "", false)
		i = j
	}
}

// smallTitle is the end of a title in small letters that begins at i; i is none.
func (f *finder) smallTitle(i, last int) int {
	for n := 3; n > 0; n-- {
		if i+n > last {
			continue
		}
		if _, ok := f.title(i, i+n); ok {
			return i + n
		}
	}
	return i
}

// title looks up tokens i to j among the titles.
func (f *finder) title(i, j int) (string, bool) {
	text := f.span(i, j)
	if len(text) > 32 {
		return "", false
	}
	role, ok := f.titles[strings.ToLower(text)]
	return role, ok
}

// afterTitle tags the name that follows a title in small letters: "foreign minister Abdullah Gul".
func (f *finder) afterTitle(s segment.Sentence, i, j int) int {
	if j >= s.Last || !f.upper(j) {
		return j
	}
	role, _ := f.title(i, j)
	end := f.run(s, j)
	f.resolve(s, j, end, f.countryBefore(s, i), role, true)
	return end
}

// countryBefore is the country of the adjective or possessive right before token i, past
// small words of a title: "the Russian deputy minister", "Russia's president".
func (f *finder) countryBefore(s segment.Sentence, i int) string {
	if len(f.mentions) == 0 {
		return ""
	}
	m := f.mentions[len(f.mentions)-1]
	if m.Sentence != f.sentence || m.Country == "" || m.Type != NORP && m.Type != GPE {
		return ""
	}
	between := strings.TrimSpace(f.doc.Text[m.End:f.doc.Tokens[i].Start])
	switch {
	case m.Type == NORP && between == "", between == "'s", between == "’s":
		return m.Country
	case strings.ContainsAny(between, ",;:()\"“”") || len(between) > 30:
		return ""
	}
	// Only title words may stand between.
	between = strings.TrimPrefix(strings.TrimPrefix(between, "'s"), "’s")
	if _, ok := f.titles[strings.TrimSpace(between)]; ok {
		return m.Country
	}
	return ""
}

// longestRun bounds the tokens that resolve looks over again for each name of a run, so that a
// text of nothing but titles costs no more than its length.
const longestRun = 64

// run is the end of the capitalised run that begins at i, with what may stand inside a name.
func (f *finder) run(s segment.Sentence, i int) int {
	j := i + 1
	for j < s.Last && j-i < longestRun {
		if f.barrier(j - 1) {
			return j
		}
		if _, k, ok := f.known(j-1, s.Last); ok && k > j {
			j = k // "Organization for Security and Cooperation in Europe"
			continue
		}
		if f.upper(j) {
			if f.closed(j - 1) {
				return j
			}
			j++
			continue
		}
		k := f.inner(s, i, j)
		if k == j {
			return j
		}
		j = k
	}
	return j
}

// closed says whether token i is an abbreviation that no name goes on after: none of a title, no
// initial.
func (f *finder) closed(i int) bool {
	if t := f.doc.Tokens[i]; t.Bare(f.doc.Text) == t.End {
		return false
	}
	word := f.word(i)
	_, title := f.titles[strings.ToLower(word)]
	return !title && word != "St" && len(word) > 1 && !initials(word)
}

// barrier says whether no name goes on after token i: months, days, "I".
func (f *finder) barrier(i int) bool {
	return f.tables.entries[f.word(i)].kind == none
}

// inner is the start of the capitalised word that goes on a name over tokens that have no
// capital; j, where none does.
func (f *finder) inner(s segment.Sentence, i, j int) int {
	next := func(k int) bool { return k < s.Last && f.upper(k) && !f.barrier(k) }
	before, text := f.word(j-1), f.doc.Text
	tight := f.doc.Tokens[j].Start == f.doc.Tokens[j-1].End
	switch word := f.word(j); word {
	case "-", "‑":
		if _, ok := f.tables.entries[before]; ok || !tight || !next(j+1) || f.doc.Tokens[j].End != f.doc.Tokens[j+1].Start {
			return j
		}
		return j + 1
	case "&", "'", "’":
		if next(j+1) && (word == "&" || f.doc.Tokens[j].End == f.doc.Tokens[j+1].Start) {
			return j + 1
		}
	case "of", "for":
		if f.heads[before] == "" && !(f.common(before) && j-1 > i) && before != "Bank" && before != "Republic" {
			return j
		}
		if next(j + 1) {
			return j + 1
		}
		if j+2 < s.Last && f.word(j+1) == "the" && next(j+2) && f.heads[before] != "" {
			return j + 2
		}
	case "and":
		// "Ministry of Foreign Affairs and Trade": the name is already open after "of".
		if next(j+1) && strings.Contains(text[f.doc.Tokens[i].Start:f.doc.Tokens[j].Start], " of ") && f.common(before) && f.common(f.word(j+1)) {
			return j + 1
		}
	default:
		if k := f.particle(j, s.Last); k > j && next(k) {
			return k
		}
	}
	return j
}

// particle is where the name goes on after a particle at j: "van der", "al-", "bin".
func (f *finder) particle(j, last int) int {
	k := j
	for k < last && k < j+3 {
		switch {
		case f.contexts[f.word(k)] == "PARTICLE", f.word(k) == "-" && k > j:
			k++
			continue
		case f.word(k) == "-":
			return j
		}
		break
	}
	return k
}
