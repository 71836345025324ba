package syntax

import (
	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// parseFolds is how many parts the treebanks are cut into, so that each can be answered by models
// that learned from the others.
const parseFolds = 4

// jackknife tags each word by a tagger that did not learn from its line: the parser has to get used
// to tags as wrong as it will meet. So many lines of a treebank come first, before those of news.
func jackknife(tags tagSet, lines []*line, gold int) {
	answers := make([][]*line, parseFolds)
	cores.AtMost(2, parseFolds, func(fold int) {
		rest, held := split(lines, fold)
		known, _ := split(lines[:gold], fold)
		rest = copied(rest)
		tagger, _, err := tag.Read(trainTagger(tags, rest[:len(known)], rest[len(known):], roughDrill))
		if err != nil {
			panic(err) // it was just written
		}
		answers[fold] = copied(held)
		for _, l := range answers[fold] {
			tagger.Recall(l.hashes, l.words)
			tagger.Tag(l.words)
		}
	})
	for fold, answered := range answers {
		_, held := split(lines, fold)
		for i, l := range held {
			l.words = answered[i].words
		}
	}
}

// copied gives lines whose words can be changed while other folds learn from the same.
func copied(lines []*line) []*line {
	own := make([]*line, len(lines))
	for i, l := range lines {
		own[i] = &line{words: append([]tag.Word(nil), l.words...), hashes: l.hashes, lower: l.lower, gold: l.gold}
	}
	return own
}

// split parts what is in a fold from the rest.
func split[T any](all []T, fold int) (rest, held []T) {
	for i, one := range all {
		if inFold(i, fold) {
			held = append(held, one)
		} else {
			rest = append(rest, one)
		}
	}
	return rest, held
}

// inFold says whether a sentence belongs to a fold. Some that follow one another stay together: they
// are of one text.
func inFold(i, fold int) bool { return i/50%parseFolds == fold }
