// Package class has the kinds of words that the rules for events ask for: "is the word before the verb a preposition?" A word
// may be of many, so they are sets of bits. A [Set] holds what a word is by a list (data/events/words.txt) or as a mark, whatever
// stands around it; a [Form] the forms of verbs that it can be.
package class

// Set is a set of classes of words; the names are those of words.txt.
type Set uint64

const (
	Determiner Set = 1 << iota
	Possessive
	Number
	AuxBe
	AuxHave
	AuxDo
	Modal
	Negation
	Infinitive // to
	Preposition
	Locative
	Subordinator
	Relative
	Conjunction
	And
	Adverb
	Pronoun
	Bare // pronouns that take the bare verb
	Adjective
	Will
	Would
	Maybe
	Condition
	Planned
	Wished
	Prevented
	Done
	Light
	Reporting
	Ground // what makes it true that
	Verb
	Abroad   // who is not of the country where the text plays
	Abstract // nouns for what no force can be done to
	Came     // verbs of going somewhere: what one goes for is done
	Office   // nouns for who speaks or acts for others
	Blaming  // verbs that say for what somebody is praised or punished
	Part     // nouns for a part of a body: what it does, the body does
	Thing    // nouns that look like those and are none
	Hazard   // nouns for what kills without an enemy
	Accident // those of them that tell so wherever they stand
	Site     // nouns for a place: what is done in the Peruvian capital is done in Peru
	Comma
	Stop // a mark that ends a clause
	Mark // of quotation
	Dashes
	Capital
	Entitled // in the name of a work, a product, an event
	Temporal // of an expression of time, or its preposition
)

// Names are the classes by the names that words.txt has for them.
var Names = map[string]Set{
	"determiner": Determiner, "possessive": Possessive, "number": Number, "be": AuxBe, "have": AuxHave, "do": AuxDo, "modal": Modal,
	"not": Negation, "to": Infinitive, "preposition": Preposition, "locative": Locative, "subordinator": Subordinator, "relative": Relative,
	"conjunction": Conjunction, "and": And, "adverb": Adverb, "pronoun": Pronoun, "bare": Bare, "adjective": Adjective, "will": Will,
	"would": Would, "maybe": Maybe, "condition": Condition, "planned": Planned, "wished": Wished, "prevented": Prevented, "done": Done,
	"light": Light, "reporting": Reporting, "ground": Ground, "verb": Verb, "abroad": Abroad, "abstract": Abstract, "thing": Thing, "came": Came, "office": Office, "part": Part, "blaming": Blaming, "site": Site, "hazard": Hazard, "accident": Accident,
}

// Auxiliary are all auxiliary verbs.
const Auxiliary = AuxBe | AuxHave | AuxDo | Modal

// Form is a set of the forms of a verb.
type Form uint8

const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Gerund
)
