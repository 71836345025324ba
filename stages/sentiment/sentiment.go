// Package sentiment scores the tone of sentences.
package sentiment

// Score is a tone between -1 and 1; Known is false where nothing can be said, which is
// not the same as neutral.
type Score struct {
	Value float32
	Known bool
}
