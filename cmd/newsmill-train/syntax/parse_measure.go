package syntax

import (
	"fmt"
	"strings"
	"time"

	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// told are the relations that events are read from.
var told = []string{"nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp", "xcomp", "conj", "acl:relcl"}

// measureParse prints the share of right heads and relations on the part of each treebank that is
// kept for that, all words counted, subtypes aside; and F1 of the relations that events are read from.
func measureParse(tags, model []byte, root, sets string) error {
	tagger, _, err := tag.Read(tags)
	if err != nil {
		return err
	}
	parser, _, err := parse.Read(model)
	if err != nil {
		return err
	}
	for set := range strings.SplitSeq(sets, ",") {
		sentences, err := readTreebanks(root, set, "dev")
		if err != nil {
			return err
		}
		var all, uas, las int
		hit, sum := map[string]int{}, map[string]int{}
		var s parse.State
		begin := time.Now()
		for _, sentence := range sentences {
			words := tagged(tagger, sentence)
			parser.Parse(words, &s)
			for i, w := range sentence {
				all++
				got := s.Nodes[i]
				relation := parser.Relations[got.Relation]
				base, _, _ := strings.Cut(relation, ":")
				goldBase, _, _ := strings.Cut(w.Relation, ":")
				sum[relation]++
				sum[w.Relation]++
				if head := w.Head; head == int(got.Head) || head == -1 && int(got.Head) == len(words) {
					uas++
					if base == goldBase {
						las++
					}
					if relation == w.Relation {
						hit[relation]++
					}
				}
			}
		}
		fmt.Printf("%s: LAS %.4f UAS %.4f %.0f tokens/s", set, float64(las)/float64(all), float64(uas)/float64(all), float64(all)/time.Since(begin).Seconds())
		hits, sums := 0, 0
		for _, name := range told {
			fmt.Printf(" %s %.3f", name, 2*float64(hit[name])/float64(sum[name]))
			hits, sums = hits+hit[name], sums+sum[name]
		}
		fmt.Printf(" together %.4f\n", 2*float64(hits)/float64(sums))
	}
	return nil
}
