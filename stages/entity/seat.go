package entity

import "strings"

// seats gives, for each organisation and building that is named after a place, that place: one which the document speaks
// of, "Toronto Police" where Toronto is told of, or a state, "University of Florida".
func (f *finder) seats(told map[string]*sense, at *surroundings) []*sense {
	seats := make([]*sense, len(f.mentions))
	for i, m := range f.mentions {
		if (m.Type == Org || m.Type == Fac) && m.End-m.Start <= longestSeated {
			seats[i] = f.seatOf(f.text(i), told, at)
		}
	}
	return seats
}

// longestSeated is how many bytes a name has at most that is looked at.
const longestSeated = 128

// seatOf is the place that a name begins with, or has behind "of", "in" or "at".
func (f *finder) seatOf(name string, told map[string]*sense, at *surroundings) *sense {
	if s := f.leading(name, name, told, at); s != nil {
		return s
	}
	for _, joint := range [...]string{" of ", " in ", " at "} {
		if _, rest, ok := strings.Cut(name, joint); ok {
			if s := f.leading(strings.TrimPrefix(rest, "the "), name, told, at); s != nil {
				return s
			}
		}
	}
	return nil
}

// leading is the place of the longest run of words at the beginning of a name that is one, if it is certain. A name that is
// a state's as a whole, as a team's may be, is no evidence by itself.
func (f *finder) leading(name, whole string, told map[string]*sense, at *surroundings) *sense {
	for end := len(name); end > 0; end = strings.LastIndexByte(name[:end], ' ') {
		place := strings.TrimSuffix(strings.TrimSuffix(name[:end], "'s"), "’s")
		s := told[place]
		if s == nil && place != whole && strings.HasPrefix(f.tables.entries[place].id, "geonames:") {
			s = &sense{name: place, best: -1, places: f.candidates(place, entry{})}
			s.choose(at)
			told[place] = s
		}
		if s != nil && s.certain && s.places[s.best].kind != kindCountry {
			return s
		}
	}
	return nil
}
