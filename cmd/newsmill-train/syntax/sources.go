package syntax

import (
	"flag"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
)

// sources say where the sentences are that are learned from.
type sources struct{ treebanks, sets, texts, silver string }

// newSources has flags fill them; what is learned is what a large model gave to the texts too.
func newSources(flags *flag.FlagSet, what string) *sources {
	s := &sources{}
	flags.StringVar(&s.treebanks, "treebanks", "../shared/data/language/ud", "folder of the treebanks")
	flags.StringVar(&s.sets, "sets", "en_ewt,en_gum", "treebanks to learn from: each has a file NAME-train.conllu")
	flags.StringVar(&s.texts, "texts", "../shared/data", "folder of language/ww-train.jsonl and unlabelled/news.jsonl.gz")
	flags.StringVar(&s.silver, "silver", "data/silver/syntax.zst", what+" that a large model gave to these texts")
	return s
}

// read reads those of the treebanks' training parts, and the texts that a large model has analysed.
func (s *sources) read() (sentences, news [][]conllu.Word, err error) {
	if sentences, err = readTreebanks(s.treebanks, s.sets, "train"); err != nil {
		return nil, nil, err
	}
	news, err = silverSentences(s.silver, s.texts)
	return sentences, news, err
}
