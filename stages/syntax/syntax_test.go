package syntax

import (
	"strings"
	"testing"

	parsedata "github.com/newsmill/newsmill/data/parse"
	tagdata "github.com/newsmill/newsmill/data/tags"
	"github.com/newsmill/newsmill/stages/segment"
)

func analyse(text string) []Word {
	var a Analyser
	return a.Sentence(nil, strings.Fields(text))
}

// Who did what to whom, active and passive, is read from the tree.
func TestWhoDidWhatToWhom(t *testing.T) {
	for _, test := range []struct{ text, word, relation, head, upos, lemma string }{
		{"The president met foreign ministers in Lima on Tuesday .", "president", "nsubj", "met", "NOUN", "president"},
		{"The president met foreign ministers in Lima on Tuesday .", "ministers", "obj", "met", "NOUN", "minister"},
		{"The president met foreign ministers in Lima on Tuesday .", "met", "root", "", "VERB", "meet"},
		{"Three soldiers were killed by rebels near the border .", "soldiers", "nsubj:pass", "killed", "NOUN", "soldier"},
		{"Three soldiers were killed by rebels near the border .", "rebels", "obl:agent", "killed", "NOUN", "rebel"},
		{"Three soldiers were killed by rebels near the border .", "were", "aux:pass", "killed", "AUX", "be"},
		{"Officials said that the government would send troops .", "send", "ccomp", "said", "VERB", "send"},
		{"The company that built the bridge went bankrupt .", "built", "acl:relcl", "company", "VERB", "build"},
		{"Russia wants to sign the treaty .", "sign", "xcomp", "wants", "VERB", "sign"},
		{"Germany and France signed the treaty .", "France", "conj", "Germany", "PROPN", "France"},
	} {
		forms := strings.Fields(test.text)
		for i, w := range analyse(test.text) {
			if forms[i] != test.word {
				continue
			}
			head := ""
			if w.Head != Root {
				head = forms[w.Head]
			}
			if w.Relation != test.relation || head != test.head || w.UPOS != test.upos || w.Lemma != test.lemma {
				t.Errorf("%q: %s is %s (%s), %s of %q; want %s (%s), %s of %q", test.text, test.word, w.UPOS, w.Lemma, w.Relation, head,
					test.upos, test.lemma, test.relation, test.head)
			}
		}
	}
}

// Tense, mood and voice stand on the verb.
func TestFeaturesOfVerbs(t *testing.T) {
	for _, test := range []struct{ text, word, features string }{
		{"She signs the treaty .", "signs", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
		{"The rebels were killed .", "killed", "Tense=Past|VerbForm=Part|Voice=Pass"},
		{"The rebels have killed him .", "killed", "Tense=Past|VerbForm=Part"},
		{"He wants to leave .", "leave", "VerbForm=Inf"},
		{"They met him .", "him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
	} {
		forms := strings.Fields(test.text)
		for i, w := range analyse(test.text) {
			if forms[i] == test.word && w.Features != test.features {
				t.Errorf("%q: %s is %s, want %s", test.text, test.word, w.Features, test.features)
			}
		}
	}
}

// checkTree fails unless one word hangs on the root and each other word hangs on it in the end.
func checkTree(t *testing.T, words []Word) {
	t.Helper()
	roots := 0
	above := make([]int, len(words)) // how far up a word was seen, to end at loops
	for i, w := range words {
		if w.Head == Root {
			roots++
		}
		if w.UPOS == "" || w.Relation == "" || w.Features == "" {
			t.Fatalf("word %d: %+v", i, w)
		}
		if (w.Head == Root) != (w.Relation == "root") && w.Head < Root {
			t.Fatalf("word %d: %+v", i, w)
		}
		for at := i; at != Root && above[at] >= 0; at = words[at].Head {
			if above[at] == i+1 {
				t.Fatalf("word %d is in a loop", at)
			}
			above[at] = i + 1
		}
		for at := i; at != Root && above[at] == i+1; at = words[at].Head {
			above[at] = -1
		}
	}
	if len(words) > 0 && roots != 1 {
		t.Fatalf("%d words hang on the root", roots)
	}
}

// A sentence of 100,000 words and a word of 5 MB are analysed like any other.
func TestLongSentence(t *testing.T) {
	var a Analyser
	checkTree(t, a.Sentence(nil, strings.Fields(strings.Repeat("the man who said that he saw the dog , and ", 9_100))))
	checkTree(t, a.Sentence(nil, []string{strings.Repeat("x", 5<<20), "is", "long"}))
	checkTree(t, a.Sentence(nil, nil))
}

// Whatever the words, they become a tree, and the same one again.
func FuzzSentence(f *testing.F) {
	for _, seed := range []string{"", "Stop !", "a b c d e f", "\x00 \xff ́ 👩‍👩‍👧 U.S. -- $ 5", "said said said said", "( ( ) ) \" '"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		forms := strings.Split(text, " ")
		var a, b Analyser
		words := a.Sentence(nil, forms)
		if len(words) != len(forms) {
			t.Fatalf("%d words of %d", len(words), len(forms))
		}
		checkTree(t, words)
		b.Sentence(nil, []string{"Something", "else", "."})
		for i, w := range b.Sentence(nil, forms) {
			if w != words[i] {
				t.Fatalf("word %d is %+v, before it was %+v", i, w, words[i])
			}
		}
	})
}

// Each token of a document has its word, sentence by sentence.
func TestDocument(t *testing.T) {
	doc := Document{Document: segment.Split("Rain fell. Nobody came.", "en-GB")}
	doc.Analyse()
	if len(doc.Words) != len(doc.Tokens) {
		t.Fatalf("%d words of %d tokens", len(doc.Words), len(doc.Tokens))
	}
	for _, s := range doc.Sentences {
		checkTree(t, doc.Words[s.First:s.Last])
	}
	verb, noun := doc.Sentences[1].First+1, doc.Sentences[1].First
	if doc.Head(doc.Sentences[1], noun) != verb || doc.Head(doc.Sentences[1], verb) != Root {
		t.Errorf("of %+v the first word does not hang on the second", doc.Words[noun:])
	}
}

// Of another language, and of a text past the bound, nothing is said.
func TestLeftAlone(t *testing.T) {
	for name, doc := range map[string]Document{
		"german": {Document: segment.Split("Es regnete. Niemand kam.", "de")},
		"long":   {Document: segment.Split(strings.Repeat("Rain fell. ", Most/3+1), "en")},
	} {
		if doc.Analyse(); doc.Words != nil {
			t.Errorf("%s: %d words", name, len(doc.Words))
		}
	}
}

func BenchmarkSentence(b *testing.B) {
	forms := strings.Fields("The president of the United States said on Tuesday that his government would not send troops to the region , " +
		"where at least 30 people have been killed by rebels since the talks that the United Nations had mediated broke down in March .")
	var a Analyser
	words := a.Sentence(nil, forms) // the models are read
	b.ReportAllocs()
	for b.Loop() {
		words = a.Sentence(words[:0], forms)
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// What it costs to read the models, once for a program.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := readModels(tagdata.Model, parsedata.Model); err != nil {
			b.Fatal(err)
		}
	}
}
