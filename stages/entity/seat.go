package entity

import "strings"

// seats gives, for each organisation and building that is named after a place which the document speaks of, that place:
// "Toronto Police" where Toronto is told of, "University of Florida" where Florida is.
func (f *finder) seats(told map[string]*sense) []*sense {
	seats := make([]*sense, len(f.mentions))
	for i, m := range f.mentions {
		if m.Type == Org || m.Type == Fac {
			seats[i] = seatOf(f.text(i), told)
		}
	}
	return seats
}

// seatOf is the place that a name begins with, or has behind "of", "in" or "at": the longest one that is told of and certain.
func seatOf(name string, told map[string]*sense) *sense {
	if s := longestTold(name, told); s != nil {
		return s
	}
	for _, joint := range [...]string{" of ", " in ", " at "} {
		if _, rest, ok := strings.Cut(name, joint); ok {
			if s := longestTold(strings.TrimPrefix(rest, "the "), told); s != nil {
				return s
			}
		}
	}
	return nil
}

// longestTold is the longest run of words at the beginning of a name that names a place which is told of.
func longestTold(name string, told map[string]*sense) *sense {
	for end := len(name); end > 0; end = strings.LastIndexByte(name[:end], ' ') {
		place := strings.TrimSuffix(strings.TrimSuffix(name[:end], "'s"), "’s")
		if s := told[place]; s != nil && s.certain && s.places[s.best].kind != kindCountry {
			return s
		}
	}
	return nil
}
