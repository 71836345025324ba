package event

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/linear"
)

// However much a text tells of a party, its features fit in a sum, and those of each country too.
func TestFeaturesOfPartiesFit(t *testing.T) {
	const many = "In Kenya, Norway, Peru, France, Chad, Mali, Japan, Egypt, Sweden, Mexico, Russia, Cuba, Oman, Iraq and Iran, Kenya's former deputy " +
		"foreign minister Jane Roe of the Kenyan Red Party of Nairobi, a tall, old, rich, famous and loud lawyer, banker and judge, attacked Norway. "
	found := 0
	Choices(read(strings.Repeat(many, 8)), func(c *Choice) {
		for side := range 2 {
			for i := range c.Candidates {
				coding, ok := c.Code(side, i, -1)
				if !ok {
					continue
				}
				found++
				for k, f := range coding.Features {
					if len(f) > linear.MaxFeatures {
						t.Fatalf("%d features of %s", len(f), coding.Countries[k])
					}
				}
			}
		}
	})
	if found == 0 {
		t.Error("no party was coded")
	}
}

// To ask for the codes of candidates changes nothing for the triggers behind.
func TestCodingLeavesNoTrace(t *testing.T) {
	const text = "Jane Roe is president of Kenya. She said they attacked Norway, and he accused a planner. They arrested him."
	candidates := func(ask bool) (n []int) {
		Choices(read(text), func(c *Choice) {
			n = append(n, len(c.Candidates), len(c.Act), c.Rules[0], c.Rules[1])
			for i := range c.Candidates {
				if n = append(n, len(c.Candidates[i].Features)); ask {
					c.Code(0, i, -1)
				}
			}
		})
		return n
	}
	asked, not := candidates(true), candidates(false)
	if len(asked) != len(not) {
		t.Fatalf("%v, without %v", asked, not)
	}
	for i := range not {
		if asked[i] != not[i] {
			t.Fatalf("%v, without %v", asked, not)
		}
	}
}
