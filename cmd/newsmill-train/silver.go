package main

import (
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Sentences of news that are shorter or longer are not learned from: a short one is often none, and
// of a long one two taggers seldom say the same.
const (
	silverShortest = 6
	silverLongest  = 50
)

// newsSentences gives the words of the sentences of English texts.
func newsSentences(path string) (sentences [][]string, err error) {
	err = eachRow(path, func(_ int, row *textRow) error {
		doc := segment.Split(row.Text, "en")
		for _, s := range doc.Sentences {
			if n := s.Last - s.First; n < silverShortest || n > silverLongest {
				continue
			}
			words := make([]string, 0, s.Last-s.First)
			for _, t := range doc.Tokens[s.First:s.Last] {
				words = append(words, doc.Text[t.Start:t.End])
			}
			sentences = append(sentences, words)
		}
		return nil
	})
	return sentences, err
}

// silverLines gives the sentences of which two taggers say the same that learned from some lines, one
// of them from their ends. They know of different words beside a word, so that what they agree on is
// mostly right: text to learn from that nobody tagged. (Blum and Mitchell, "Combining labeled and
// unlabeled data with co-training", 1998.)
func silverLines(tags tagSet, lines []*line, sentences [][]string) []*line {
	var taggers [2]*tag.Tagger
	cores.AtMost(2, 2, func(k int) {
		own := copied(lines)
		if k == 1 {
			for _, l := range own {
				l.reverse()
			}
		}
		var err error
		if taggers[k], _, err = tag.Read(trainTagger(tags, own, nil, silverDrill)); err != nil {
			panic(err) // it was just written
		}
	})
	found := make([]*line, len(sentences))
	const part = 256
	cores.AtMost(2, (len(sentences)+part-1)/part, func(k int) {
		for i := k * part; i < min((k+1)*part, len(sentences)); i++ {
			found[i] = agreed(taggers[0], taggers[1], sentences[i])
		}
	})
	return slices.DeleteFunc(found, func(l *line) bool { return l == nil })
}

// agreed gives a sentence with the tags that a tagger gives it, nil where one from the end differs.
func agreed(forward, backward *tag.Tagger, forms []string) *line {
	l := &line{words: make([]tag.Word, len(forms))}
	forward.Look(forms, l.words)
	forward.Tag(l.words)
	back := slices.Clone(l.words)
	slices.Reverse(back)
	backward.Tag(back)
	for i, w := range l.words {
		if w.Tag != back[len(back)-1-i].Tag {
			return nil
		}
		l.gold = append(l.gold, w.Tag)
		l.lower = append(l.lower, strings.ToLower(forms[i]))
	}
	return l
}

// reverse turns a line that is the caller's own to begin with its end.
func (l *line) reverse() {
	slices.Reverse(l.words)
	l.lower, l.gold = slices.Clone(l.lower), slices.Clone(l.gold)
	slices.Reverse(l.lower)
	slices.Reverse(l.gold)
}
