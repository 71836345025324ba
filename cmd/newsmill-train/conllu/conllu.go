// Package conllu reads CoNLL-U files, the form of Universal Dependencies.
package conllu

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Word is a syntactic word of a sentence. Head is the number of its head from 0; the root's is -1.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int
	Relation                       string
}

// Read gives the sentences of a file. Empty nodes are left out, and multiword tokens too: their
// words stand behind them.
func Read(path string) ([][]Word, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var sentences [][]Word
	var words []Word
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for line := 1; in.Scan(); line++ {
		text := in.Text()
		if text == "" && len(words) > 0 {
			sentences, words = append(sentences, words), nil
		}
		if text == "" || text[0] == '#' {
			continue
		}
		field := strings.Split(text, "\t")
		if len(field) != 10 {
			return nil, fmt.Errorf("read treebank %q, line %d: %d fields", path, line, len(field))
		}
		if strings.ContainsAny(field[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(field[6])
		if err != nil {
			return nil, fmt.Errorf("read treebank %q, line %d: head %q", path, line, field[6])
		}
		words = append(words, Word{field[1], field[2], field[3], field[4], field[5], head - 1, field[7]})
	}
	if len(words) > 0 {
		sentences = append(sentences, words)
	}
	return sentences, in.Err()
}
