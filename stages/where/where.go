// Package where says where an article was filed and where an event took place.
//
// A place is given only on evidence, and the evidence is named. "argument": a phrase of place
// behind the trigger in its own clause ("met in Geneva"). "sentence": the only phrase of place
// of the sentence, at its head or before the trigger ("In Geneva, the two met"). "dateline":
// the place before the dash that opens the text, for what the first paragraph tells. A
// nationality is never a place, and a place that is only named (“Russia attacked”) is none either.
package where

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/segment"
)

// Bases of a place.
const (
	Argument = "argument"
	Sentence = "sentence"
	InLine   = "dateline"
)

const (
	datelineBytes = 120 // how far from the start of a text its dateline may reach
	datelineLead  = 3   // sentences that may hold one: abbreviations in it may look like ends
	argumentReach = 12  // tokens between a trigger and a place that belongs to it
)

// Dateline gives the mention of the place in a dateline ("GENEVA, Jan 10 (Reuters) –"); -1 is none.
func Dateline(doc *segment.Document, found *entity.Found) int {
	if len(doc.Sentences) == 0 {
		return -1
	}
	start := doc.Sentences[0].Start
	last := min(datelineLead, len(doc.Sentences)) - 1
	limit := min(start+datelineBytes, doc.Sentences[last].End)
	end := dash(doc.Text, start, limit)
	if end < 0 {
		return -1
	}
	for i := range found.Mentions {
		m := &found.Mentions[i]
		if m.End > end { // "AMMAN — Jordan" may be taken for one name
			break
		}
		if m.Start < start || !isPlace(m.Type) {
			continue
		}
		if m.Start > start && strings.TrimFunc(doc.Text[start:m.Start], unicode.IsSpace) != "" {
			return -1 // words before it: the start of a sentence
		}
		if plainHead(doc.Text[m.End:end]) {
			return i
		}
		return -1
	}
	return -1
}

// dash finds the dash that ends a dateline: a long one, or a short one between spaces.
func dash(text string, start, limit int) int {
	for i := start; i < limit; i++ {
		rest := text[i:]
		switch {
		case text[i] == '\n':
			return -1
		case strings.HasPrefix(rest, "–"), strings.HasPrefix(rest, "—"), strings.HasPrefix(rest, " - "), strings.HasPrefix(rest, " -- "):
			return i
		}
	}
	return -1
}

// plainHead says whether what stands between the place and the dash reads as the rest of a
// dateline: a region, a date, an agency in parentheses, not a clause.
func plainHead(s string) bool {
	depth, words := 0, 0
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case depth == 0 && unicode.IsLower(r):
			return false
		case unicode.IsLetter(r):
			if words++; depth == 0 && words > 4 {
				return false
			}
			for n < len(s) { // the rest of a word may be in small letters
				r, m := utf8.DecodeRuneInString(s[n:])
				if !unicode.IsLetter(r) {
					break
				}
				n += m
			}
		}
		s = s[n:]
	}
	return true
}

// OfEvent gives the place of an event that the trigger span in a sentence tells, with its
// basis; -1 and "" where nothing says so. dateline is what [Dateline] gave.
func OfEvent(doc *segment.Document, found *entity.Found, sentence, triggerStart, triggerEnd, dateline int) (int, string) {
	s := doc.Sentences[sentence]
	first := firstMention(found.Mentions, s.Start)
	before, behind, places := -1, -1, 0
	for i := first; i < len(found.Mentions) && found.Mentions[i].Start < s.End; i++ {
		m := &found.Mentions[i]
		if i == dateline || !isPlace(m.Type) && m.Type != entity.Fac {
			continue
		}
		if !locative(doc, s, m) {
			continue
		}
		places++
		switch {
		case m.Start >= triggerEnd:
			if behind < 0 && reaches(doc, s, triggerEnd, m.Start, argumentReach) {
				behind = i
			}
		case m.End <= triggerStart && (m.Type != entity.Loc && reaches(doc, s, m.End, triggerStart, argumentReach) && !strings.Contains(doc.Text[m.End:triggerStart], ",") || fronted(doc, s, m)):
			before = i
		}
	}
	switch {
	case behind >= 0:
		return behind, Argument
	case before >= 0 && places == 1:
		return before, Sentence
	case dateline >= 0 && s.Paragraph == doc.Sentences[0].Paragraph && places == 0:
		return dateline, InLine
	}
	return -1, ""
}

func isPlace(t entity.Type) bool { return t == entity.GPE || t == entity.Loc }

// firstMention is the index of the first mention at or behind an offset.
func firstMention(mentions []entity.Mention, offset int) int {
	low, high := 0, len(mentions)
	for low < high {
		if mid := (low + high) / 2; mentions[mid].Start < offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// firstToken is the index of the first token of the sentence that ends behind an offset.
func firstToken(doc *segment.Document, s segment.Sentence, offset int) int {
	low, high := s.First, s.Last
	for low < high {
		if mid := (low + high) / 2; doc.Tokens[mid].End <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// locative says whether a mention heads a phrase of place: a preposition of place before it,
// with at most an article and two adjectives between, and no noun that it modifies behind it
// ("in Geneva", "in the Swiss city of Geneva", not "in Russia's view" or "in US hands").
func locative(doc *segment.Document, s segment.Sentence, m *entity.Mention) bool {
	at := firstToken(doc, s, m.Start)
	next := firstToken(doc, s, m.End)
	if at < next && strings.HasSuffix(doc.Text[m.Start:doc.Tokens[next-1].End], "s") && possessive(doc.Text[m.End:doc.Tokens[next-1].End]) {
		return false
	}
	if next < s.Last && (doc.Tokens[next].Start < m.End || possessive(doc.Text[doc.Tokens[next].Start:doc.Tokens[next].End])) {
		return false
	}
	for i := at - 1; i >= s.First && i >= at-5; i-- {
		word := doc.Text[doc.Tokens[i].Start:doc.Tokens[i].End]
		switch word {
		case "in", "In", "at", "At", "near", "Near", "outside", "Outside", "inside", "Inside", "across", "Across", "around", "Around", "throughout", "Throughout", "within", "Within":
			return true
		case "of": // the city of Geneva
			if i == at-1 && i-1 >= s.First && settlement(doc.Text[doc.Tokens[i-1].Start:doc.Tokens[i-1].End]) {
				continue
			}
			return false
		}
		r, _ := utf8.DecodeRuneInString(word)
		if i < at-1 && !settlement(word) && !unicode.IsUpper(r) && !between(word) || i == at-1 && !between(word) && !settlement(word) {
			return false
		}
	}
	return false
}

func possessive(s string) bool {
	return s == "'s" || s == "’s" || s == "'" || s == "’"
}

// between are words that may part the preposition from the name.
func between(word string) bool {
	switch word {
	case "the", "a", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "downtown", "nearby", "and", "of",
		"southwestern", "southeastern", "northwestern", "northeastern", "mainly", "occupied", "neighboring", "neighbouring":
		return true
	}
	return false
}

// settlement are nouns that a place's name explains.
func settlement(word string) bool {
	switch word {
	case "city", "town", "village", "capital", "region", "province", "district", "port", "state", "resort", "suburb", "island", "county", "cities", "towns", "provinces", "regions":
		return true
	}
	return false
}

// fronted says whether a phrase of place opens the sentence and is closed by a comma.
func fronted(doc *segment.Document, s segment.Sentence, m *entity.Mention) bool {
	at, next := firstToken(doc, s, m.Start), firstToken(doc, s, m.End)
	return at-s.First <= 5 && next < s.Last && doc.Text[doc.Tokens[next].Start:doc.Tokens[next].End] == ","
}

// reaches says whether no edge of a clause parts two offsets, and at most so many tokens.
func reaches(doc *segment.Document, s segment.Sentence, from, to, most int) bool {
	first, last := firstToken(doc, s, from), firstToken(doc, s, to)
	if last-first > most {
		return false
	}
	for _, t := range doc.Tokens[first:last] {
		switch doc.Text[t.Start:t.End] {
		case ";", ":", "that", "which", "who", "whom", "but", "while", "after", "before", "when", "because", "if", "although", "as", "said", "says", "told", "where",
			"“", "”", "\"", "—", "–", "whether", "since", "and", "amid", "following", "despite", "over", "about", "accused", "warned":
			return false
		}
	}
	return true
}
