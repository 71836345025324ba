package conllu

import (
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
func TestReadDocuments(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.conllu")
	if err := os.WriteFile(path, []byte(treebank), 0o644); err != nil {
		t.Fatal(err)
	}
	documents, err := ReadDocuments(path)
	if err != nil || len(documents) != 2 {
		t.Fatal(documents, err)
	}
	if got, want := documents[0].Text, "We don't go. (Why?)Well\n\nSo."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	var sentences []string
	for _, s := range documents[0].Sentences {
		sentences = append(sentences, documents[0].Text[s[0]:s[1]])
	}
	if got := strings.Join(sentences, "|"); got != "We don't go.|(Why?)|Well|So." {
		t.Errorf("sentences %q", got)
	}
}
