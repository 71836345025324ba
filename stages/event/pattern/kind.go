package pattern

import (
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
)

// Embeds says whether a pattern asks for, promises, refuses or threatens what stands in it:
// that is an event of its own.
func (p *Pattern) Embeds() bool {
	switch cameo.Root(p.Code) {
	case "02", "03", "10", "12", "13":
		return true
	}
	return false
}

// Speaks says whether a pattern is of words: an appeal, a demand, criticism.
func (p *Pattern) Speaks() bool {
	switch cameo.Root(p.Code) {
	case "02", "10", "11", "12", "13":
		return true
	}
	return false
}

// Kills says whether a pattern is of killing, or of an attack that may be that of one man.
func (p *Pattern) Kills() bool {
	return strings.HasPrefix(p.Rule, "18-") && p.Code == "190" || p.Code == "193" || p.Noun && p.Code == "190" && strings.Contains(p.Rule, "attack")
}

// Attacks says whether a pattern is of an attack or a clash that may be one of words.
func (p *Pattern) Attacks() bool {
	return !p.Noun && (p.Code == "190" && (strings.Contains(p.Rule, ":attack") || strings.Contains(p.Rule, ":fight")) || p.Clashes())
}

// Clashes says whether a pattern is of two that clash, be it in the street or in parliament.
func (p *Pattern) Clashes() bool {
	return !p.Noun && (strings.HasSuffix(p.Rule, ":clash") || strings.HasSuffix(p.Rule, ":clash with"))
}

// detectedRule is what stands before the root in the rule of a trigger that no pattern names.
const detectedRule = "model:"

// Detected says whether no pattern names it.
func (p *Pattern) Detected() bool { return strings.HasPrefix(p.Rule, detectedRule) }

// Detected is what triggers of a root have for a pattern that none names.
func (l *Lexicon) Detected(root string, noun bool) *Pattern {
	p := &l.unnamed[slices.Index(cameo.Roots, root)]
	if noun {
		return &p[1]
	}
	return &p[0]
}

// unname readies those patterns: of each root, for verbs and for nouns.
func (l *Lexicon) unname() {
	l.unnamed = make([][2]Pattern, len(cameo.Roots))
	for i, root := range cameo.Roots {
		for k, preps := range [...][]string{usualVerb, usualNoun} {
			p := Pattern{Code: root + "0", Noun: k == 1, Rule: detectedRule + root, Target: true, order: math.MaxInt, Size: 1}
			l.aim(&p, preps)
			l.unnamed[i][k] = p
		}
	}
}

// Vague is 1 for the codes that end in "not specified below".
func (p *Pattern) Vague() int {
	if len(p.Code) == 3 && p.Code[2] == '0' {
		return 1
	}
	return 0
}
