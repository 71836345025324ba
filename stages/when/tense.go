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
	before := i - 1
	for c := s.at(before).class; c == "part" || c == "hyphen" || c == "the"; c = s.at(before).class {
		before--
	}
	if s.at(before).class == "half" {
		before -= 2 // until 9 a.m. Tuesday
	}
	switch c := s.at(before); {
	case c.class == "to" && !s.at(next-1).possessive:
		return future // extended to Friday
	case s.is(c, "since"):
		return past
	case s.is(c, "for") && !s.at(next-1).possessive && s.appointed(i):
		return future // called a strike for Tuesday
	case s.is(c, "by"), s.is(c, "until"), s.is(c, "till"), s.is(c, "effective"), s.is(c, "of") && s.is(s.at(before-1), "ahead"):
		return future
	case s.is(c, "as") && (s.is(s.at(before-1), "soon") || s.at(before-1).class == "part"):
		return future // as early as Tuesday
	}
	if s.ended(before) {
		return past // the talks that ended Thursday are
	}
	if t := s.governed(i); t != noTense { // the present has the day of tomorrow's talks as often
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

// is says whether an item is a word.
func (s *scan) is(it item, word string) bool {
	return it.end-it.start == len(word) && strings.EqualFold(s.text[it.start:it.end], word)
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
	words, first := s.doc.Words, s.sentence.First
	if words == nil || i >= len(s.items) {
		return noTense
	}
	k := s.token(i)
	for n := 0; n < climb && k >= 0 && first+k < s.sentence.Last; n++ {
		if w := &words[first+k]; w.UPOS == "VERB" || w.UPOS == "AUX" {
			return s.tenseOf(k, s.at(i-1))
		}
		k = words[first+k].Head
	}
	return noTense
}

// appointed says whether item i hangs on a verb that sets a day for something.
func (s *scan) appointed(i int) bool {
	words, first := s.doc.Words, s.sentence.First
	if words == nil || i >= len(s.items) {
		return false
	}
	k := s.token(i)
	for n := 0; n < climb && k >= 0 && first+k < s.sentence.Last; n++ {
		w := &words[first+k]
		if w.UPOS == "VERB" {
			switch w.Lemma {
			case "announce", "book", "call", "convene", "fix", "order", "organise", "organize", "plan", "propose", "schedule", "set", "slate", "summon":
				return true
			}
			return false
		}
		k = w.Head
	}
	return false
}

// ended says whether item i, or the one before it where that is "on", is a verb in the past: no verb is nearer to an
// expression behind it, whatever the tree makes of a clause within another.
func (s *scan) ended(i int) bool {
	if s.at(i).class == "on" {
		i--
	}
	return s.doc.Words != nil && i >= 0 && i < len(s.items) && s.doc.Words[s.sentence.First+s.token(i)].XPOS == "VBD"
}

// token is the place in the sentence of the token that item i is of.
func (s *scan) token(i int) int {
	first, start := s.sentence.First, s.items[i].start
	return sort.Search(s.sentence.Last-first, func(k int) bool { return s.doc.Tokens[first+k].End > start })
}

// attributive says whether item i stands before a noun as part of its name: a Christmas tree.
func (s *scan) attributive(i int) bool {
	if s.doc.Words == nil {
		return false
	}
	return s.doc.Words[s.sentence.First+s.token(i)].Relation == "compound"
}

// noun says whether item i is a noun.
func (s *scan) noun(i int) bool {
	return s.doc.Words != nil && s.doc.Words[s.sentence.First+s.token(i)].UPOS == "NOUN"
}

// tenseOf is the tense of the verb at word k of the sentence: by its form and its auxiliaries; before is the item in
// front of the expression. Of an infinitive and most participles without any it is not known.
func (s *scan) tenseOf(k int, before item) tense {
	first := s.sentence.First
	verb, token := &s.doc.Words[first+k], s.doc.Tokens[first+k]
	participle := verb.XPOS == "VBN"
	if form := s.text[token.Start:token.End]; participle && tables()["en"][form].class == "will" && (form != "set" || s.is(before, "for")) {
		return future // was scheduled for Monday
	}
	out := noTense
	could, unsaid, not, have := false, false, false, false
	for j := first; j < s.sentence.Last; j++ {
		w := &s.doc.Words[j]
		if w.Head != k {
			if w.Lemma == "neither" || w.Lemma == "no" { // no one could be reached
				over := &s.doc.Words[first+max(0, w.Head)]
				not = not || over.Head == k && strings.HasPrefix(over.Relation, "nsubj")
			}
			continue
		}
		switch w.Relation {
		case "advmod", "cc", "cc:preconj":
			not = not || w.Lemma == "not" || w.Lemma == "n't" || w.Lemma == "neither" || w.Lemma == "nor"
			continue
		case "aux", "aux:pass", "cop":
		default:
			continue
		}
		switch strings.ToLower(w.Lemma) {
		case "will", "shall", "may", "can", "wo":
			return future
		case "could":
			could = true
		case "would", "might", "should", "must":
			unsaid = true
		}
		have = have || w.Lemma == "have"
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
	switch {
	case could && not:
		return past // could not be reached
	case unsaid && !have:
		return future // would be paid in January
	case could || unsaid:
		return noTense
	case out == present && participle:
		return future // is heard in May
	case out != noTense:
		return out
	case participle && verb.Relation == "acl", verb.XPOS == "VBD":
		return past // a record set on Monday
	case verb.XPOS == "VBZ", verb.XPOS == "VBP":
		return present
	}
	return noTense
}
