package entity

import "github.com/newsmill/newsmill/stages/segment"

// placeContext says whether a preposition of place stands before token i.
func (f *finder) placeContext(s segment.Sentence, i int) bool {
	if i <= s.First {
		return false
	}
	if i > s.First+1 && f.word(i-1) == "of" {
		i-- // "the town of X"
	}
	return f.contexts[f.word(i-1)] == "GPE"
}

// orgContext says whether a noun right before token i says that an organisation follows: "the
// newspaper X".
func (f *finder) orgContext(s segment.Sentence, i int) bool {
	return i > s.First && f.contexts[f.word(i-1)] == "ORG"
}

// saidNear says whether a verb of saying stands right after or before the name.
func (f *finder) saidNear(s segment.Sentence, i, j int) bool {
	said := func(k int) bool {
		return k >= s.First && k < s.Last && f.contexts[f.word(k)] == "SAID"
	}
	return said(j) || said(i-1)
}

// isCity tags a city of the table where size or context bears it out.
func (f *finder) isCity(s segment.Sentence, i, j int, text string, place bool) bool {
	if f.shapes[i] == capitals && i == s.First {
		text = titleCase(text) // "GENEVA, Jan 10"
	}
	at := f.cities.find(text)
	if at < 0 {
		return false
	}
	region, country := f.following(s, j)
	sure := place || region != "" || country != ""
	doubtful := f.common(f.word(i)) || f.given[f.word(i)]
	if !sure && (doubtful || f.cities.at(at).population < 100000) {
		return false
	}
	if f.saidNear(s, i, j) && !sure {
		return false
	}
	f.emit(i, j, GPE, .8, entry{kind: GPE, name: text, country: country, actor: region}, "", "")
	f.entries[len(f.entries)-1].capital = true
	return true
}

// titleCase makes small letters of all but the first of each ASCII word.
func titleCase(text string) string {
	out := []byte(text)
	for k := 1; k < len(out); k++ {
		if 'A' <= out[k] && out[k] <= 'Z' && out[k-1] != ' ' && out[k-1] != '-' {
			out[k] |= 0x20
		}
	}
	return string(out)
}

// following is the state of the USA or the country that stands after a comma at token j.
func (f *finder) following(s segment.Sentence, j int) (region, country string) {
	if j+1 >= s.Last || f.word(j) != "," || !f.upper(j+1) {
		return "", ""
	}
	e, k, ok := f.known(j+1, s.Last)
	if !ok || e.kind != GPE || e.capital {
		return "", ""
	}
	return f.states[f.span(j+1, k)], e.country
}
