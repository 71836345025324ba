package pattern

import (
	"strings"

	"github.com/newsmill/newsmill/stages/event/class"
)

// inflection gives the forms of verbs: the regular ones by rule, the others from a table.
type inflection map[string][2]string // the past and the participle

// verb calls yield with each form of a verb.
func (f inflection) verb(lemma string, yield func(word string, f class.Form)) {
	switch lemma {
	case "be":
		for _, word := range []string{"be", "is", "are", "was", "were", "been", "being"} {
			yield(word, 0) // the auxiliary: its class says what it is
		}
		return
	case "have":
		yield("has", class.Third)
	default:
		yield(plural(lemma), class.Third)
	}
	yield(lemma, class.Base)
	stem := lemma
	irregular, known := f[lemma]
	switch {
	case known && strings.HasSuffix(irregular[0], "ed") && len(irregular[0]) == len(lemma)+3 && lemma != "veto":
		stem = strings.TrimSuffix(irregular[0], "ed") // expel, expelled, expelling
		yield(stem+"ing", class.Gerund)
	case strings.HasSuffix(lemma, "ie"):
		yield(lemma[:len(lemma)-2]+"ying", class.Gerund)
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee"):
		yield(lemma[:len(lemma)-1]+"ing", class.Gerund)
	case doubles(lemma) && known:
		yield(lemma+lemma[len(lemma)-1:]+"ing", class.Gerund)
	default:
		yield(lemma+"ing", class.Gerund)
	}
	switch {
	case known:
		yield(irregular[0], class.Past)
		yield(irregular[1], class.Participle)
	case strings.HasSuffix(lemma, "e"):
		yield(lemma+"d", class.Past|class.Participle)
	case len(lemma) > 2 && lemma[len(lemma)-1] == 'y' && !vowel(lemma[len(lemma)-2]):
		yield(lemma[:len(lemma)-1]+"ied", class.Past|class.Participle)
	default:
		yield(stem+"ed", class.Past|class.Participle)
	}
	if !known && strings.HasSuffix(lemma, "el") { // cancelled, as the British write
		yield(lemma+"led", class.Past|class.Participle)
		yield(lemma+"ling", class.Gerund)
	}
}

// doubles says whether a verb ends in one consonant after one vowel, as "cut" and "begin" do.
func doubles(lemma string) bool {
	n := len(lemma)
	if n < 3 {
		return false
	}
	c := lemma[n-1]
	return !vowel(c) && strings.IndexByte("wxy", c) < 0 && vowel(lemma[n-2]) && !vowel(lemma[n-3]) && lemma != "hear"
}

// plural gives the plural of a noun, which is also the third person of a verb.
func plural(lemma string) string {
	n := len(lemma)
	switch {
	case n > 1 && lemma[n-1] == 'y' && !vowel(lemma[n-2]):
		return lemma[:n-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"), lemma == "go", lemma == "veto":
		return lemma + "es"
	}
	return lemma + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
