package entity

import "strings"

// countriesListed marks a name in a list of countries; in a list of divisions it is their country's code.
const countriesListed = "-"

// leastListed is how many names of a kind make a list one of that kind.
const leastListed = 3

// lists gives for each mention the country whose divisions are listed where it stands, "Ohio, Oregon and Washington", or
// that countries are; "" is none.
func (f *finder) lists() []string {
	lists := make([]string, len(f.mentions))
	for first := 0; first < len(f.mentions); {
		last := first + 1
		for last < len(f.mentions) && f.joined(last-1, last) {
			last++
		}
		if last-first >= leastListed {
			f.list(lists, first, last)
		}
		first = last
	}
	return lists
}

// joined says whether two mentions of places stand in a list beside each other.
func (f *finder) joined(i, j int) bool {
	a, b := f.mentions[i], f.mentions[j]
	if a.Type != GPE || b.Type != GPE || a.Sentence != b.Sentence || b.Start < a.End {
		return false
	}
	switch strings.TrimSpace(f.doc.Text[a.End:b.Start]) {
	case ",", "and", ", and", "or", ", or", "&", "and the", ", and the", ", the":
		return true
	}
	return false
}

// list marks mentions first to last, which stand in a list, where more than half of them, and at least three, are countries
// or have a division of one country of their name.
func (f *finder) list(lists []string, first, last int) {
	countries, of := 0, map[string]int{}
	kind := ""
	for i := first; i < last; i++ {
		if f.entries[i].isCountry() {
			countries++
		}
		seen := ""
		for _, p := range f.places.named(f.placeName(i)) {
			if p.kind == kindRegion && !strings.Contains(seen, p.country) {
				seen += p.country + " "
				of[p.country]++
				if n := of[p.country]; kind == "" || n > of[kind] {
					kind = p.country
				}
			}
		}
	}
	switch n := last - first; {
	case countries >= leastListed && 2*countries > n && countries >= of[kind]:
		kind = countriesListed
	case of[kind] < leastListed || 2*of[kind] <= n:
		return
	}
	for i := first; i < last; i++ {
		lists[i] = kind
	}
}

// calledDivision says whether a mention is said to be a division: "Washington state", "the state of Victoria".
func (f *finder) calledDivision(m Mention) bool {
	i := f.tokenAt(m.Start)
	s := f.doc.Sentences[m.Sentence]
	if j := f.tokenAt(m.End); j < s.Last && f.doc.Tokens[j].Start >= m.End && f.divisions[f.word(j)] {
		return true
	}
	return i-2 >= s.First && f.word(i-1) == "of" && f.divisions[f.word(i-2)]
}
