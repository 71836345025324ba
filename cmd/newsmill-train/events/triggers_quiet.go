package events

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/conllu"
	"github.com/newsmill/newsmill/stages/event"
)

// quietTexts are texts that tell no event: invented ones, parted by a line "%%", and of treebanks what guests write of hotels and shops, and
// travel guides.
func quietTexts(invented, treebanks string) (texts []string, err error) {
	file, err := os.ReadFile(invented)
	if err != nil {
		return nil, err
	}
	for text := range strings.SplitSeq(string(file), "%%\n") {
		texts = append(texts, strings.TrimSpace(text))
	}
	for _, of := range [...][2]string{{"en_ewt-train.conllu", "reviews-"}, {"en_gum-train.conllu", "GUM_voyage_"}} {
		documents, err := conllu.ReadDocuments(filepath.Join(treebanks, of[0]))
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			if strings.HasPrefix(d.ID, of[1]) {
				texts = append(texts, d.Text)
			}
		}
	}
	return texts, nil
}

// quietTriggers teach that their words tell nothing.
func quietTriggers(texts []string) (examples []*triggerExample) {
	for _, text := range texts {
		event.Words(readForSides(text), func(w *event.Word) {
			examples = append(examples, &triggerExample{features: slices.Clone(w.Features), rules: w.Rules, told: w.Told, right: []string{""}, fold: -1})
		})
	}
	return examples
}

// plainTriggers teach that the rules are right of sentences that stand alone.
func plainTriggers(sentences []string) (examples []*triggerExample) {
	for _, sentence := range sentences {
		event.Words(readForSides(sentence), func(w *event.Word) {
			e := &triggerExample{features: slices.Clone(w.Features), rules: w.Rules, told: w.Told, right: []string{""}, fold: -1}
			if w.Told {
				e.right[0] = w.Rules
			}
			examples = append(examples, slices.Repeat([]*triggerExample{e}, triggerPlain)...)
		})
	}
	return examples
}
