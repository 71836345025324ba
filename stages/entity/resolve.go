package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/segment"
)

// resolve cuts the run of tokens i to j into titles, peoples, places and names.
func (f *finder) resolve(s segment.Sentence, i, j int, country, role string, person bool) {
	dropped := -1
	for i < j {
		switch {
		case f.shapes[i] == mark || f.shapes[i] == small:
			i++
			continue
		case f.barrier(i) || f.dropFirst(s, i, j):
			if word := f.word(i); word != "A" && word != "The" {
				dropped = i
			}
			i++
			continue
		}
		if k, r, ok := f.leadingTitle(i, j); ok && k > i+1 && k < j && f.upper(k-1) {
			i, person = k, true
			if r != "" {
				role = r
			}
			continue
		}
		if e, k, ok := f.known(i, j); ok && e.kind != none {
			whole := k == j
			if end, ok := f.headed(i, j); ok && !whole && end > k && !f.titleAt(k, j) {
				f.emit(i, end, f.headKind(i, end), .8, entry{}, e.country, "")
				i = end
				continue
			}
			given := k == i+1 && !whole && f.given[f.word(i)]
			if !given && (whole || e.kind == NORP || f.titleAt(k, j) || f.knownAt(k, j) || k-i > 1 || !f.upper(k) || f.doc.Text[f.doc.Tokens[k].Start] == '-') {
				if region, country := f.following(s, k); e.capital && country != "" {
					e.actor, e.country = region, country // "Paris, Texas"
				}
				f.emit(i, k, e.kind, .9, e, "", "")
				if e.kind == NORP || e.kind == GPE {
					country = e.country
				}
				i = k
				continue
			}
		}
		if end, ok := f.headed(i, j); ok && !person {
			f.emit(i, end, f.headKind(i, end), .8, entry{}, country, "")
			i = end
			continue
		}
		if k, r, ok := f.leadingTitle(i, j); ok {
			i, person = k, true
			if r != "" {
				role = r
			}
			continue
		}
		end := f.nameEnd(i, j)
		if dropped == i-1 && end == i+1 && dropped >= 0 && !person && !f.given[f.word(i)] && !f.inside[f.word(i)] {
			i = end // "Foreign Affairs" without "Foreign" is no name
			continue
		}
		f.name(s, i, end, country, role, person)
		i, person, role, country = end, false, "", ""
	}
}

// dropFirst says whether the first word has its capital for another reason than being a
// name: it opens the sentence, or all words of a headline have one.
func (f *finder) dropFirst(s segment.Sentence, i, j int) bool {
	word := f.word(i)
	opens := f.opens(s, i)
	if !opens && !f.loud {
		return word == "The"
	}
	if _, ok := f.tables.entries[word]; ok || f.given[word] && !f.loud {
		return false
	}
	if _, k, ok := f.known(i, j); ok && k > i+1 {
		return false
	}
	if f.shapes[i] == capitals && !f.loud {
		return false
	}
	if end, ok := f.headed(i, j); ok && end > i+1 && !f.loud && !f.lower[strings.ToLower(word)] {
		return false
	}
	if f.titleAt(i, j) && i+1 < j {
		return false
	}
	return f.common(word) || word == "A" || len(word) == 1 && i+1 == j
}

// opens says whether a sentence begins at token i, as far as capitals go.
func (f *finder) opens(s segment.Sentence, i int) bool {
	return i == s.First || f.opening(i-1)
}

// inCapital says whether a word has a capital after a small letter, as brands have: "TikTok".
func inCapital(word string) bool {
	if strings.HasPrefix(word, "Mc") || strings.HasPrefix(word, "Mac") {
		return false
	}
	for k := 2; k < len(word); k++ {
		if 'A' <= word[k] && word[k] <= 'Z' && 'a' <= word[k-1] && word[k-1] <= 'z' {
			return true
		}
	}
	return false
}

// opening says whether a token is a mark after which a sentence may begin.
func (f *finder) opening(i int) bool {
	switch f.word(i) {
	case "\"", "“", "‘", "'", ":", "•", "-", "–", "—", "*":
		return true
	}
	return false
}

// knownAt says whether an entry of the gazetteer begins at k, before j.
func (f *finder) knownAt(k, j int) bool {
	_, _, ok := f.known(k, j)
	return ok
}

// titleAt says whether a title begins at k, before j.
func (f *finder) titleAt(k, j int) bool {
	_, _, ok := f.leadingTitle(k, j)
	return ok
}

// leadingTitle is the end and the role of the title that begins at k.
func (f *finder) leadingTitle(k, j int) (int, string, bool) {
	for n := min(4, j-k); n > 0; n-- {
		role, ok := f.title(k, k+n)
		if !ok {
			continue
		}
		k += n
		if k < j && f.word(k) == "." {
			k++
		}
		return k, role, true
	}
	if k+2 < j && f.common(f.word(k)) {
		if role, ok := f.title(k+1, k+2); ok && role == "GOV" {
			return k + 2, role, true // "Transport Minister"
		}
	}
	return k, "", false
}

// headed finds a name that a word of its own types: "Bank" last, or "Ministry" before "of".
func (f *finder) headed(i, j int) (int, bool) {
	for k := j - 1; k >= i; k-- {
		kind := f.heads[f.word(k)]
		if kind == "" {
			continue
		}
		if k == j-1 {
			return j, k > i
		}
		if w := f.word(k + 1); w == "of" || w == "for" || k == i && f.particle(k+1, j) > k+1 {
			return j, true
		}
		if k > i && !f.given[f.word(k)] {
			return k + 1, true
		}
	}
	return i, false
}

// headKind is the type that the head word of tokens i to j gives; a head before "of" comes first.
func (f *finder) headKind(i, j int) Type {
	last := Org
	for k := i; k < j; k++ {
		if kind := f.heads[f.word(k)]; kind != "" {
			last = kind
			if k+1 < j && (f.word(k+1) == "of" || f.word(k+1) == "for") {
				return kind
			}
		}
	}
	if first := f.heads[f.word(i)]; first == Loc {
		return first
	}
	return last
}

// nameEnd is the end of the name that begins at i: before a title, or the run's.
func (f *finder) nameEnd(i, j int) int {
	for k := i + 1; k < j; k++ {
		if f.upper(k) && (f.barrier(k) || f.loud && f.common(f.word(k))) {
			for k > i+1 && !f.upper(k-1) {
				k--
			}
			return k
		}
	}
	return j
}

// name types a name that the gazetteer does not have.
func (f *finder) name(s segment.Sentence, i, j int, country, role string, person bool) {
	text := f.span(i, j)
	first := f.word(i)
	words := 0
	for k := i; k < j; k++ {
		if f.upper(k) {
			words++
		}
	}
	if r, _ := utf8.DecodeRuneInString(first); !unicode.Is(unicode.Latin, r) {
		return // a foreign script inside English
	}
	if words > 1 && i+1 < j && f.common(first) && !f.given[first] && f.given[f.word(i+1)] {
		f.name(s, i+1, j, country, role, person) // "Photograph Maria Kowalska"
		return
	}
	place := f.placeContext(s, i)
	switch {
	case words == 1 && (len(first) == 1 || f.heads[first] != "") && !person:
	case person:
		f.emit(i, j, Person, .9, entry{}, country, role)
	case f.orgContext(s, i) && !f.given[first] && f.cities.find(text) < 0:
		f.emit(i, j, Org, .7, entry{}, country, "")
	case words > 1 && f.given[first]:
		f.emit(i, j, Person, .9, entry{}, country, role)
	case f.isCity(s, i, j, text, place):
	case words == 1 && f.shapes[i] == capitals:
		if !f.loud && len(first) > 1 {
			f.emit(i, j, Org, .6, entry{}, country, "")
		}
	case words > 1 && f.shapes[i] == capitals && len(first) > 2 && !f.loud:
		f.emit(i, j, Org, .6, entry{}, country, "")
	case words > 1 && words <= 4 && !f.anyCommon(i, j) && !strings.Contains(text, "&"):
		if place && words == 2 && !f.saidNear(s, i, j) {
			f.emit(i, j, GPE, .5, entry{}, "", "")
			return
		}
		f.emit(i, j, Person, .7, entry{}, country, role)
	case words == 1 && f.saidNear(s, i, j):
		f.emit(i, j, Person, .6, entry{}, country, role)
	case words == 1 && place && !f.common(first):
		f.emit(i, j, GPE, .5, entry{}, "", "")
	case words == 1 && (f.common(first) || f.opens(s, i) && !f.inside[first] && !f.given[first]):
	case words == 1 && inCapital(first):
		f.emit(i, j, Org, .6, entry{}, country, "")
	case words == 1 && f.given[first]:
		f.emit(i, j, Person, .5, entry{}, country, role)
	case words == 1:
		f.emit(i, j, Person, .4, entry{}, country, role)
	case !f.loud:
		f.emit(i, j, Org, .4, entry{}, country, "")
	}
}

// anyCommon says whether an ordinary word stands in the name: persons seldom have one.
func (f *finder) anyCommon(i, j int) bool {
	for k := i; k < j; k++ {
		if f.upper(k) && len(f.word(k)) > 2 && f.common(f.word(k)) {
			return true
		}
	}
	return false
}
