package event_test

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/status"
)

// Words that no pattern has tell acts too, with a rule that says so; in a text of no politics they do not.
func TestWordsOfNoPattern(t *testing.T) {
	modelled := func(text string) (rules []string) {
		_, got := chain(text)
		for _, x := range got {
			if strings.HasPrefix(x.Rule, "model:") {
				rules = append(rules, x.Rule)
			}
		}
		return rules
	}
	const news = "The government of Kenya shut two newspapers on Monday, and police arrested their editors in Nairobi. " +
		"The opposition spoke of torture of prisoners by police and soldiers. " +
		"The president of Kenya made a request to the African Union on Tuesday and signed an agreement with it. There was violence in Mombasa, where police arrested protesters."
	if modelled(news) == nil {
		t.Error("no word that no pattern names tells an act")
	}
	const game = "The striker scored twice in the second half, and the goalkeeper saved a penalty before the final whistle. "
	if got := modelled(strings.Repeat(game, 5) + news); len(got) > 0 {
		t.Errorf("in a report of sport %v tell acts", got)
	}
}

// What is feared was not done, whatever readers' marks say of other sentences.
func TestWhatIsFearedWasNotDone(t *testing.T) {
	for _, text := range []string{
		"Moscow has unnerved the West by massing troops near the border, sparking fears of a new attack on Ukraine.",
		"Fears mounted in the West over an invasion of Ukraine by Russia.",
	} {
		_, got := chain(text)
		for _, x := range got {
			if cameo.Root(x.Code) >= "18" && x.Status != status.Hypothetical {
				t.Errorf("%s: %s is %s", text, x.Code, x.Status)
			}
		}
		if len(got) == 0 {
			t.Errorf("%s: tells nothing", text)
		}
	}
}
