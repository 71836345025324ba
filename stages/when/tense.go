package when

import (
	"sort"
	"strings"
)

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

// tense is that of the verb that the items from i to next hang on; where the tree has none, that of
// the verb nearest to them, of two as near the first.
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
	if t := s.governed(i); t == past || t == future { // the present has the day of tomorrow's talks as often
		return t
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

// climb is how many heads above an expression its verb is looked for.
const climb = 5

// governed is the tense of the verb that item i hangs on; noTense where the tree does not tell.
func (s *scan) governed(i int) tense {
	words := s.doc.Words
	if words == nil || i >= len(s.items) {
		return noTense
	}
	start := s.items[i].start
	first := s.sentence.First
	k := sort.Search(s.sentence.Last-first, func(k int) bool { return s.doc.Tokens[first+k].End > start })
	for n := 0; n < climb && k >= 0 && first+k < s.sentence.Last; n++ {
		if w := &words[first+k]; w.UPOS == "VERB" || w.UPOS == "AUX" {
			return s.tenseOf(k)
		}
		k = words[first+k].Head
	}
	return noTense
}

// tenseOf is the tense of the verb at word k of the sentence: by its form and its auxiliaries. Of an
// infinitive and a participle without any it is not known.
func (s *scan) tenseOf(k int) tense {
	first := s.sentence.First
	out := noTense
	for j := first; j < s.sentence.Last; j++ {
		w := &s.doc.Words[j]
		if w.Head != k || w.Relation != "aux" && w.Relation != "aux:pass" && w.Relation != "cop" {
			continue
		}
		switch strings.ToLower(w.Lemma) {
		case "will", "shall", "may", "can", "wo":
			return future
		case "would", "could", "might", "should", "must":
			return noTense
		}
		switch w.XPOS {
		case "VBD":
			out = past
		case "VBZ", "VBP":
			if out == noTense {
				out = present
			}
			if w.Lemma == "have" {
				out = past
			}
		}
	}
	if out != noTense {
		return out
	}
	switch s.doc.Words[first+k].XPOS {
	case "VBD":
		return past
	case "VBZ", "VBP":
		return present
	}
	return noTense
}
