package when

// tense is the time of a verb.
type tense int

const (
	noTense tense = iota
	past
	present
	future
)

// window is how many words on each side are searched for a verb.
const window = 40

// tense is that of the verb nearest to the items from i to next; of two as near, the first.
func (s *scan) tense(i, next int) tense {
	switch before := s.at(i - 1); before.class {
	case "to":
		return future // extended to Friday
	case "preposition":
		switch s.text[before.start:before.end] {
		case "since", "Since":
			return past
		case "by", "By", "until", "Until", "till":
			return future
		}
	}
	for d := 1; d <= window; d++ {
		if t := s.verb(i - d); t != noTense {
			return t
		}
		if t := s.verb(next - 1 + d); t != noTense {
			return t
		}
	}
	return noTense
}

// verb is the tense of the word at i; noTense is no verb.
func (s *scan) verb(i int) tense {
	switch it := s.at(i); it.class {
	case "was":
		if by := s.at(i + 1); by.class == "preposition" && s.text[by.start:by.end] == "by" {
			return noTense // "a meeting attended by": a passive's tense is in its "was"
		}
		for k := i - 1; k >= i-3; k-- { // "will have been", "to be held"
			switch s.at(k).class {
			case "will":
				return future
			case "to":
				if after := s.at(k + 1).class; after == "is" || after == "was" {
					return future
				}
			case "comma":
				return past
			case "month":
				if !s.at(k).capital { // may be held
					return future
				}
			}
		}
		return past
	case "will":
		return future
	case "is":
		for k := i - 1; k >= i-2; k-- {
			if c := s.at(k).class; c == "will" || c == "to" {
				return future
			}
		}
		return present
	case "month":
		if !it.capital && it.number == 5 { // may
			return future
		}
	case "to":
		if after := s.at(i + 1); after.class == "" && after.end > after.start {
			return future // an infinitive, mostly
		}
	}
	return noTense
}
