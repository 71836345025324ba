package sentences

import (
	"bytes"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
)

// The same documents give the same model, and it knows what they taught.
func TestSentencesAreLearnedTheSameEachTime(t *testing.T) {
	var d conllu.Document
	for range 40 {
		for _, s := range []string{"The train was late again.", "Nobody at the station knew why it had stopped.", "They walked home."} {
			if d.Text != "" {
				d.Text += " "
			}
			start := len(d.Text)
			d.Text += s
			d.Sentences = append(d.Sentences, [2]int{start, len(d.Text)})
		}
	}
	documents := []conllu.Document{d, d, d}
	one, two := learnSentences(documents), learnSentences(documents)
	if !bytes.Equal(one.Append(nil), two.Append(nil)) {
		t.Error("two models of the same documents differ")
	}
	if got := measureSentences(documents, one); got.hit != got.want || got.got != got.want {
		t.Errorf("on its own documents: %v", got)
	}
}

// What is made of sentences says where they end.
func TestMadeSentences(t *testing.T) {
	d := conllu.Document{Text: "They saw the old house. We left Red Square Road early. He gave them the book.", Sentences: [][2]int{{0, 23}, {24, 54}, {55, 77}}}
	for n := range 8 {
		for _, made := range []conllu.Document{abbreviated(d, n), listed(d, n), headlines(d)} {
			end := 0
			for _, s := range made.Sentences {
				if strings.TrimSpace(made.Text[end:s[0]]) != "" || s[1] <= s[0] {
					t.Fatalf("%d: sentence %v of %q", n, s, made.Text)
				}
				end = s[1]
			}
			if end != len(made.Text) {
				t.Fatalf("%d: %q ends behind its last sentence", n, made.Text)
			}
		}
	}
	if got := listed(d, 3).Text; !strings.Contains(got, "We left") {
		t.Errorf("list %q", got)
	}
}
