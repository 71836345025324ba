package event

import (
	"math"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
)

// embeds says whether a pattern asks for, promises, refuses or threatens what stands in it:
// that is an event of its own.
func (p *pattern) embeds() bool {
	switch cameo.Root(p.code) {
	case "02", "03", "10", "12", "13":
		return true
	}
	return false
}

// speaks says whether a pattern is of words: an appeal, a demand, criticism.
func (p *pattern) speaks() bool {
	switch cameo.Root(p.code) {
	case "02", "10", "11", "12", "13":
		return true
	}
	return false
}

// kills says whether a pattern is of killing, or of an attack that may be that of one man.
func (p *pattern) kills() bool {
	return strings.HasPrefix(p.rule, "18-") && p.code == "190" || p.code == "193" || p.noun && p.code == "190" && strings.Contains(p.rule, "attack")
}

// attacks says whether a pattern is of an attack or a clash that may be one of words.
func (p *pattern) attacks() bool {
	return !p.noun && (p.code == "190" && (strings.Contains(p.rule, ":attack") || strings.Contains(p.rule, ":fight")) || p.clashes())
}

// clashes says whether a pattern is of two that clash, be it in the street or in parliament.
func (p *pattern) clashes() bool {
	return !p.noun && (strings.HasSuffix(p.rule, ":clash") || strings.HasSuffix(p.rule, ":clash with"))
}

// detectedRule is what stands before the root in the rule of a trigger that no pattern names.
const detectedRule = "model:"

// detected says whether no pattern names it.
func (p *pattern) detected() bool { return strings.HasPrefix(p.rule, detectedRule) }

// detected is what triggers of a root have for a pattern that none names.
func (l *lexicon) detected(root string, noun bool) *pattern {
	p := &l.unnamed[slices.Index(cameo.Roots, root)]
	if noun {
		return &p[1]
	}
	return &p[0]
}

// unname readies those patterns: of each root, for verbs and for nouns.
func (l *lexicon) unname() {
	l.unnamed = make([][2]pattern, len(cameo.Roots))
	for i, root := range cameo.Roots {
		for k, preps := range [...][]string{usualVerb, usualNoun} {
			p := pattern{code: root + "0", noun: k == 1, rule: detectedRule + root, target: true, order: math.MaxInt, size: 1}
			l.aim(&p, preps)
			l.unnamed[i][k] = p
		}
	}
}

// vague is 1 for the codes that end in "not specified below".
func (p *pattern) vague() int {
	if len(p.code) == 3 && p.code[2] == '0' {
		return 1
	}
	return 0
}
