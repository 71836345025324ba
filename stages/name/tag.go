package name

// Type is what a name names, as far as the words of a text tell: states and towns are Place like
// rivers and continents, and events, works, laws and languages are Other. The caller tells them
// apart by what it knows of the world.
type Type uint8

// The types.
const (
	Person Type = iota
	Org
	Place
	Facility
	People // nations, faiths, parties as adjectives and as the people of them
	Product
	Other
	types int = iota
)

// A tag says where in a name of which type a token stands: outside, or alone, first, inside or
// last (BILOU; Ratinov and Roth, "Design challenges and misconceptions in named entity
// recognition", 2009).
type tag = uint8

const (
	outside tag = 0

	alone  = 0
	first  = 1
	inside = 2
	last   = 3

	// Tags is how many tags there are.
	Tags = 1 + 4*types
	// edge is what is before and behind a sentence.
	edge = tag(Tags)
)

func tagOf(t Type, place int) tag { return tag(1 + int(t)*4 + place) }

// typeOf is the type of a tag other than outside.
func typeOf(t tag) Type { return Type((t - 1) / 4) }

func placeOf(t tag) int { return int(t-1) % 4 }

// Opens says whether a name goes on behind a token with that tag.
func opens(t tag) bool {
	return t != outside && t != edge && (placeOf(t) == first || placeOf(t) == inside)
}

// continues says whether a token with that tag goes on a name from before.
func continues(t tag) bool {
	return t != outside && t != edge && (placeOf(t) == inside || placeOf(t) == last)
}

// Follows says whether tag b may stand right behind tag a; Tags stands for the edge of a sentence.
func Follows(a, b uint8) bool {
	if opens(a) || continues(b) {
		return opens(a) && continues(b) && typeOf(a) == typeOf(b)
	}
	return true
}

// Span is a name: tokens First up to, not including, Last.
type Span struct {
	First, Last int
	Type        Type
	Score       float32 // how sure it is, 0 to 1
}

// Spans appends the names that the tags of tokens from a first one on mark.
func Spans(dst []Span, tags []uint8, from int) []Span {
	begin := 0
	for i, t := range tags {
		switch {
		case t == outside:
		case placeOf(t) == alone:
			dst = append(dst, Span{First: from + i, Last: from + i + 1, Type: typeOf(t)})
		case placeOf(t) == first:
			begin = i
		case placeOf(t) == last:
			dst = append(dst, Span{First: from + begin, Last: from + i + 1, Type: typeOf(t)})
		}
	}
	return dst
}

// Mark writes the tags of a name.
func Mark(tags []uint8, s Span) {
	n := s.Last - s.First
	for i := s.First; i < s.Last; i++ {
		place := inside
		switch {
		case n == 1:
			place = alone
		case i == s.First:
			place = first
		case i == s.Last-1:
			place = last
		}
		tags[i] = tagOf(s.Type, place)
	}
}
