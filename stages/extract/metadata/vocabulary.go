package metadata

import (
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/agencies"
	"github.com/newsmill/newsmill/data/gazetteer"
)

// vocabulary has the words that tell a name in a byline from what is none, in small letters.
type vocabulary struct {
	wires                         map[string]string // ways in which a wire service is credited: its name
	notPersons, roles, desks      map[string]bool
	joints, places, particles     map[string]bool
	openers, others               map[string]bool
	given                         map[string]bool // given names, as they are written
	longestOpener, longestOfOther int             // words
}

var bylineWords = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{
		wires: map[string]string{}, notPersons: wordSet(agencies.NotPersons), roles: wordSet(agencies.Roles), desks: wordSet(agencies.Desks),
		joints: map[string]bool{}, places: map[string]bool{}, particles: map[string]bool{}, openers: map[string]bool{}, others: map[string]bool{},
		given: map[string]bool{},
	}
	for name := range strings.FieldsSeq(gazetteer.Given) {
		v.given[name] = true
	}
	for line := range strings.Lines(agencies.Names) {
		name, others, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		v.wires[strings.ToLower(name)] = name
		for other := range strings.SplitSeq(others, ";") {
			if other = strings.TrimSpace(other); other != "" {
				v.wires[strings.ToLower(other)] = name
			}
		}
	}
	for line := range strings.Lines(agencies.Bylines) {
		kind, words, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch n := len(strings.Fields(words)); kind {
		case "opener":
			v.openers[words], v.longestOpener = true, max(v.longestOpener, n)
		case "other":
			v.others[words], v.longestOfOther = true, max(v.longestOfOther, n)
		case "joint":
			v.joints[words] = true
		case "place":
			v.places[words] = true
		case "particle":
			v.particles[words] = true
		}
	}
	return v
})

func wordSet(lines string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}
