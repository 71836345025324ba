// Package entity finds names in a document, joins the mentions of one bearer and links them
// to the gazetteer.
package entity

// Type is the type of a name; the values are those of the contract.
type Type string

// Types of names.
const (
	Person  Type = "PERSON"
	Org     Type = "ORG"
	GPE     Type = "GPE"
	Loc     Type = "LOC"
	Fac     Type = "FAC"
	NORP    Type = "NORP"
	Event   Type = "EVENT"
	Product Type = "PRODUCT"
	Work    Type = "WORK"
)

// Mention is one name in the text.
type Mention struct {
	Start, End int // bytes of the text
	Sentence   int
	Type       Type
	Score      float32 // 0 to 1
	Entity     int     // index into Found.Entities; -1 is none
	LinkScore  float32 // 0 to 1, where Entity is not -1
	// Country is the bearer's, ISO 3166-1 alpha-3: a place's own, a person's by the title
	// before the name ("Russia's Deputy Foreign Minister ..."); "" is unknown.
	Country string
	// Role is the CAMEO role (GOV, MIL, OPP, COP, BUS, MED, ...) that the words around the
	// name give its bearer; "" is unknown.
	Role string
}

// Entity is a bearer of names. The same bearer has the same ID on every page.
type Entity struct {
	ID        string // 32 hex digits, see the contract
	Name      string // full normalised name
	Type      Type
	Country   string // ISO 3166-1 alpha-3; "" is unknown
	HasPoint  bool
	Latitude  float64
	Longitude float64
	GeoNames  string
	Wikidata  string
	Actor     string // CAMEO actor code where the gazetteer has one (USA, IGOUNO, ...)
}

// Found is what Find gives: mentions in text order, the entities they point to, and the pronouns and
// descriptions that stand for these, in text order.
type Found struct {
	Mentions   []Mention
	Entities   []Entity
	References []Reference
}
