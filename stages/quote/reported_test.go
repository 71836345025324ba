package quote

import (
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// A stretch of reported speech begins with its first word, whatever the sentence, and what was read
// before changes nothing.
func TestTagsOfReportedSpeech(t *testing.T) {
	text := "The officials said that talks had failed, and that nobody would pay for it. Rain fell. He denied that he knew of the plan."
	doc := syntax.Read(text, "en")
	r := NewReader(doc)
	for n, s := range doc.Sentences {
		tags := append([]uint8(nil), r.Tag(s)...)
		before, some := Tags, false
		for i, tag := range tags {
			if !Follows(before, tag) || before == Tags && tag == Inside {
				t.Errorf("sentence %d: tag %d behind %d at token %d", n, tag, before, i)
			}
			before, some = tag, some || tag != Outside
		}
		if some != (n != 1) {
			t.Errorf("sentence %d: reported speech: %v", n, some)
		}
		again := NewReader(doc).Tag(s)
		for i := range tags {
			if tags[i] != again[i] {
				t.Fatalf("sentence %d: token %d has tag %d, alone %d", n, i, tags[i], again[i])
			}
		}
	}
	if _, err := readReported([]byte("no model")); err == nil {
		t.Error("what is no model was read")
	}
}
