// Package when finds expressions of time and gives them values, absolute where the text or
// the publication date allows it.
package when

import "math"

// Day is a day since 1970-01-01, UTC; NoDay is unknown.
type Day int32

// NoDay is the Day of what is not known.
const NoDay Day = math.MinInt32

// Time is one expression of time in the text.
type Time struct {
	Start, End int // bytes of the text
	Sentence   int
	Kind       string // DATE, TIME, DURATION, SET
	Value      string // TIMEX3; "" is unknown
	From, To   Day    // inclusive; NoDay is unknown
	Precision  string // minute, day, week, month, quarter, year, decade, century; "" is unknown
}
