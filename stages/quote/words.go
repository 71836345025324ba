package quote

import (
	"strings"
	"sync"

	data "github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/stages/segment"
)

// class is what a word is to the search for cues and speakers.
type class uint8

const (
	other       class = iota
	plain             // verbs that take a bare clause: "said he would"
	clause            // verbs that take a clause with "that"
	said              // other verbs that introduce what was said word by word
	named             // verbs that hold fragments: "called it"
	according         // with "to" behind it
	toParticle        // "to"
	that              // "that"
	he                // pronouns of a person
	they              // other pronouns
	article           // words that begin a noun phrase
	people            // nouns for sources in the plural
	hearer            // those who are told
	not               // negations
	joint             // words that join clauses
	preposition       // in, on, with
	adverb            // words between a subject and its verb
	day               // Monday, yesterday
	comma             // marks, from here on
	colon             // ends the words that introduce
	stop              // ends a sentence
	mark              // other punctuation
)

var classes = map[string]class{
	"plain": plain, "clause": clause, "said": said, "named": named, "according": according, "to": toParticle, "that": that,
	"he": he, "they": they, "article": article, "people": people, "hearer": hearer, "not": not, "joint": joint,
	"preposition": preposition, "adverb": adverb, "day": day,
}

// reports says whether the word is a verb that may be a cue.
func (c class) reports() bool { return c >= plain && c <= named }

// maxWord is longer than any word of the list.
const maxWord = 24

// entry is what the list says of a word.
type entry struct {
	class class
	noun  bool // it may be a noun as well
}

var words = sync.OnceValue(func() map[string]entry {
	table := make(map[string]entry, 512)
	for line := range strings.Lines(data.Words) {
		fields := strings.Fields(line)
		if len(fields) < 2 || classes[fields[1]] == other {
			panic("words.tsv: " + line) // the file is embedded: a defect of the build
		}
		table[fields[0]] = entry{class: classes[fields[1]], noun: len(fields) > 2}
	}
	return table
})

// verbBehind says whether the next word may be a verb: a pronoun, a name or a noun for sources
// stands before it, adverbs left out.
func verbBehind(doc *segment.Document, before []class) bool {
	i := len(before) - 1
	for i >= 0 && before[i] == adverb {
		i--
	}
	if i < 0 {
		return false
	}
	if c := before[i]; c == he || c == they || c == people || c == toParticle {
		return true
	}
	c := doc.Text[doc.Tokens[i].Start]
	return before[i] == other && 'A' <= c && c <= 'Z'
}

// classify gives the class of each token of the document.
func classify(doc *segment.Document) []class {
	table := words()
	out := make([]class, len(doc.Tokens))
	var buf [maxWord]byte
	for i, t := range doc.Tokens {
		form := doc.Text[t.Start:t.End]
		if form == "" || len(form) > maxWord {
			continue
		}
		switch c := form[0]; {
		case c == ',':
			out[i] = comma
		case c == ':':
			out[i] = colon
		case c == '.' || c == '!' || c == '?' || c == ';':
			out[i] = stop
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z':
			key := buf[:len(form)]
			for k := range key {
				key[k] = form[k]
				if 'A' <= key[k] && key[k] <= 'Z' {
					key[k] += 'a' - 'A'
				}
			}
			e := table[string(key)]
			out[i] = e.class
			if e.noun && !verbBehind(doc, out[:i]) {
				out[i] = other
			}
			if out[i] >= plain && out[i] <= named && c <= 'Z' && i > 0 && doc.Tokens[i-1].End == t.Start-1 && out[i-1] < comma {
				out[i] = other // a name: "the Washington Post Reports"
			}
		case c < '0' || '9' < c && c < 0x80, strings.HasPrefix(form, "“"), strings.HasPrefix(form, "”"),
			strings.HasPrefix(form, "—"), strings.HasPrefix(form, "–"), strings.HasPrefix(form, "…"), c == 0xC2:
			out[i] = mark
		}
	}
	for _, s := range doc.Sentences {
		ending := true
		for k := s.Last - 1; k >= s.First; k-- {
			switch {
			case out[k] < comma:
				ending = false
			case out[k] == stop && !ending && doc.Text[doc.Tokens[k].Start] == '.':
				out[k] = other // of an abbreviation
			}
		}
	}
	return out
}
