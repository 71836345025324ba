package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const treebank = `# newdoc id = one
# newpar
# text = We don't go.
1	We	we	PRON	PRP	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
4	go	go	VERB	VB	_	2	x	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# text = (Why?)
1	(	(	PUNCT	(	_	2	punct	_	SpaceAfter=No
2	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
3	?	?	PUNCT	.	_	2	punct	_	SpaceAfter=No
4	)	)	PUNCT	)	_	2	punct	_	SpaceAfter=No

# text = Well
1	Well	well	INTJ	UH	_	0	root	_	_

# newpar
# text = So.
1	So	so	ADV	RB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# newdoc id = two
# text = Two.
1	Two	two	NUM	CD	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_
`

// A treebank is read as the text it was made from, with the spans of its sentences.
func TestReadTreebank(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.conllu")
	if err := os.WriteFile(path, []byte(treebank), 0o644); err != nil {
		t.Fatal(err)
	}
	documents, err := readTreebank(path)
	if err != nil || len(documents) != 2 {
		t.Fatal(documents, err)
	}
	if got, want := documents[0].text, "We don't go. (Why?)Well\n\nSo."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	var sentences []string
	for _, s := range documents[0].sentences {
		sentences = append(sentences, documents[0].text[s[0]:s[1]])
	}
	if got := strings.Join(sentences, "|"); got != "We don't go.|(Why?)|Well|So." {
		t.Errorf("sentences %q", got)
	}
}

// The same documents give the same model, and it knows what they taught.
func TestSentencesAreLearnedTheSameEachTime(t *testing.T) {
	var d treeDocument
	for range 40 {
		for _, s := range []string{"The train was late again.", "Nobody at the station knew why it had stopped.", "They walked home."} {
			if d.text != "" {
				d.text += " "
			}
			start := len(d.text)
			d.text += s
			d.sentences = append(d.sentences, [2]int{start, len(d.text)})
		}
	}
	documents := []treeDocument{d, d, d}
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
	d := treeDocument{text: "They saw the old house. We left Red Square Road early. He gave them the book.", sentences: [][2]int{{0, 23}, {24, 54}, {55, 77}}}
	for n := range 8 {
		for _, made := range []treeDocument{abbreviated(d, n), listed(d, n), headlines(d)} {
			end := 0
			for _, s := range made.sentences {
				if strings.TrimSpace(made.text[end:s[0]]) != "" || s[1] <= s[0] {
					t.Fatalf("%d: sentence %v of %q", n, s, made.text)
				}
				end = s[1]
			}
			if end != len(made.text) {
				t.Fatalf("%d: %q ends behind its last sentence", n, made.text)
			}
		}
	}
	if got := listed(d, 3).text; !strings.Contains(got, "We left") {
		t.Errorf("list %q", got)
	}
}
