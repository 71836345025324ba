// Package quote finds what is quoted, the word that introduces it and who speaks.
package quote

// Quote is one stretch of reported speech.
type Quote struct {
	Kind       string // direct, partial, indirect
	Start, End int    // bytes of the text: inside the marks
	// Cue is the word that reports ("said"), at CueStart; "" is none.
	Cue      string
	CueStart int
	CueEnd   int
	// Speaker is the index of a mention; -1 is none.
	Speaker int
	// SpeakerName names the speaker as the text does, also where it has no mention ("he").
	SpeakerName string
	Score       float32 // 0 to 1
}
