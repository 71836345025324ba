package syntax

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/segment"
)

// Sentences of news that are shorter or longer are not learned from: a short one is often none.
const (
	silverShortest = 6
	silverLongest  = 50
)

// silverParts is how many parts the sentences of news are in, one of which is learned from in a round: there
// is more of them than a few rounds of all could take in.
const silverParts = 3

// mixed is in which order sentences are learned from in a round: so many of a treebank, and a part of the others.
func mixed(random *rand.Rand, all, gold, round int) []int {
	var now []int
	for i := range all {
		if i < gold || i%silverParts == round%silverParts {
			now = append(now, i)
		}
	}
	random.Shuffle(len(now), func(i, j int) { now[i], now[j] = now[j], now[i] })
	return now
}

// silverHead tells what stands behind it in a file of trees: of each sentence how many words it has, 0 being one without
// a tree; and for all words of these their tags, how far their heads are, 0 being the root, and their relations, a byte each.
type silverHead struct {
	Tags, Relations []string
	Texts           []silverText
}

// A silverText is a text with so many sentences.
type silverText struct {
	ID        string
	Sentences int
}

func (t *silverText) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&t.ID, &t.Sentences})
}

// silverSentences gives the sentences of news with the tags and trees of a large model (tools/teacher).
func silverSentences(path, folder string) (sentences [][]conllu.Word, err error) {
	data, err := corpus.Silver(path)
	if err != nil {
		return nil, err
	}
	var head silverHead
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&head); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	data = data[d.InputOffset()+1:]
	all := 0
	for _, t := range head.Texts {
		all += t.Sentences
	}
	sizes := data[:all]
	words := (len(data) - all) / 3
	tags, heads, relations := data[all:][:words], data[all+words:][:words], data[all+2*words:]
	texts := head.Texts
	err = corpus.EachNews(folder, func(row *corpus.Text) error {
		doc := segment.Split(row.Text, "en")
		if len(texts) == 0 || texts[0].ID != row.ID || texts[0].Sentences != len(doc.Sentences) {
			return fmt.Errorf("%s: not the text that trees were given to, or it is cut into other sentences", row.ID)
		}
		texts = texts[1:]
		for _, s := range doc.Sentences {
			size := int(sizes[0])
			sizes = sizes[1:]
			if size == 0 {
				continue
			}
			if size != s.Last-s.First {
				return fmt.Errorf("%s: a sentence of %d words at byte %d, and a tree of %d", row.ID, s.Last-s.First, s.Start, size)
			}
			if size >= silverShortest && size <= silverLongest {
				sentence := make([]conllu.Word, size)
				for i, t := range doc.Tokens[s.First:s.Last] {
					w := &sentence[i]
					w.Form, w.Relation, w.Head = doc.Text[t.Start:t.End], head.Relations[relations[i]], i+int(int8(heads[i]))
					if heads[i] == 0 {
						w.Head = -1
					}
					w.UPOS, w.XPOS, _ = strings.Cut(head.Tags[tags[i]], "/")
				}
				sentences = append(sentences, sentence)
			}
			tags, heads, relations = tags[size:], heads[size:], relations[size:]
		}
		return nil
	})
	return sentences, err
}
