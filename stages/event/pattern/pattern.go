package pattern

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/class"
)

// Pattern is a line of a pattern file, compiled:
//
//	CODE v|n PHRASE [| TARGET [| FLAGS]]
//
// PHRASE is a verb or a noun with the words behind it. The verb is its first word and stands
// for all its forms; the noun, its last word before "of", stands for its plural too. a/b is
// either, <talks> a class of classes.txt, ".." up to five words of the same clause. TARGET is
// the prepositions before the target, "obj" being none; "-" is no target. Flags: "mutual" for
// what both sides do to each other, "of=source" for nouns whose doer follows "of", "both" for
// what is too vague without its target, "suffers" for verbs whose subject is the target, as of a passive, "place=CODE" for the code where the target is a place. The
// code "none" is for what looks like an event and is none.
type Pattern struct {
	Code    string
	Noun    bool
	Rule    string    // its name: the file and the phrase
	Words   []Element // after the first word
	Object  bool      // a target without a preposition
	Preps   []int32   // prepositions before the target
	Target  bool      // has a target at all
	Mutual  bool
	OfDoer  bool
	Both    bool
	Suffers bool
	Onto    string // the code where the target is a place; "" is none
	Own     bool   // the user's
	Command bool   // ends in "to" and what somebody is to do
	order   int
	Size    int // words
	Behind  int // of them, behind the noun: "crackdown on" has one
}

// Element is one place of a pattern: one of some words, maybe behind a gap.
type Element struct {
	IDs []int32
	Gap bool
}

// None is the code of a pattern for what is no event.
const None = "none"

// GapTokens is how many words stand in a gap at most.
const GapTokens = 5

// usual are the prepositions of a target where a pattern names none.
var (
	usualVerb = []string{"obj", "against", "with", "on", "to", "at", "of", "toward", "towards", "by", "for"}
	usualNoun = []string{"against", "with", "on", "to", "between", "toward", "towards", "of", "among"}
)

func (l *Lexicon) pattern(line string) error {
	parts := strings.Split(line, "|")
	head := strings.Fields(parts[0])
	if len(head) < 3 || head[1] != "v" && head[1] != "n" || len(parts) > 3 {
		return fmt.Errorf("no pattern in %q: write CODE v|n PHRASE [| TARGET [| FLAGS]]", line)
	}
	p := Pattern{Code: head[0], Noun: head[1] == "n", Target: true, Own: l.own}
	if p.Code == None {
		p.Code = ""
	} else if !cameo.Known(p.Code) {
		return fmt.Errorf("no code %q: write one of CAMEO, as 190, or none", p.Code)
	}
	preps := usualVerb
	if p.Noun {
		preps = usualNoun
	}
	if len(parts) > 1 {
		if named := strings.Fields(parts[1]); len(named) > 0 {
			preps = named
		}
	}
	if len(parts) > 2 {
		for _, flag := range strings.Fields(parts[2]) {
			code, onto := strings.CutPrefix(flag, "place=")
			switch {
			case onto && cameo.Known(code):
				p.Onto = code
			case flag == "mutual":
				p.Mutual = true
			case flag == "of=source":
				p.OfDoer = true
			case flag == "both":
				p.Both = true
			case flag == "suffers":
				p.Suffers = true
			default:
				return fmt.Errorf("no flag %q: write mutual, of=source, both, suffers or place=CODE", flag)
			}
		}
	}
	l.aim(&p, preps)
	phrase := head[2:]
	inflected := 0
	if p.Noun {
		inflected = len(phrase) - 1
		if i := slices.IndexFunc(phrase, l.preposes); i > 0 {
			inflected = i - 1
		}
		if p.Behind = len(phrase) - 1 - inflected; slices.Contains(phrase[inflected:], "..") {
			p.Behind = 0
		}
	}
	for _, w := range phrase {
		if w != ".." {
			p.Size++
		}
	}
	if strings.HasPrefix(phrase[0], "<") || phrase[0] == ".." {
		return fmt.Errorf("%q opens with %q: begin with a word", strings.Join(phrase, " "), phrase[0])
	}
	if phrase[len(phrase)-1] == ".." {
		return fmt.Errorf("%q ends in a gap: end with a word", strings.Join(phrase, " "))
	}
	for _, w := range phrase {
		if err := plain(strings.Split(w, "/")); err != nil && !strings.HasPrefix(w, "<") {
			return err
		}
	}
	for _, first := range strings.Split(phrase[0], "/") {
		p := p
		l.order++
		l.patterns++
		p.order = l.order
		p.Rule = l.file + ":" + strings.Join(append([]string{first}, phrase[1:]...), " ")
		gap := false
		for i := 1; i < len(phrase); i++ {
			if phrase[i] == ".." {
				gap = true
				continue
			}
			ids, err := l.ids(phrase[i], !p.Noun || i == inflected)
			if err != nil {
				return err
			}
			p.Words = append(p.Words, Element{IDs: ids, Gap: gap})
			gap = false
		}
		switch cameo.Root(p.Code) {
		case "10", "12", "13", "17":
			p.Command = !p.Noun && phrase[len(phrase)-1] == "to"
		}
		l.open(&p, first, inflected == 0)
	}
	return nil
}

// preposes says whether a word of a phrase is a preposition.
func (l *Lexicon) preposes(word string) bool {
	e := l.Words[word]
	return e != nil && e.Class&class.Preposition != 0
}

// aim gives a pattern the prepositions of its target, "obj" being none, "-" no target at all.
func (l *Lexicon) aim(p *Pattern, preps []string) {
	for _, w := range preps {
		switch w {
		case "obj":
			p.Object = true
		case "-":
			p.Target = false
		default:
			p.Preps = append(p.Preps, l.word(w).ID)
		}
	}
}

// before says which of two patterns is tried first: the longest, then the user's, then that with the exact
// code, then as they stand in the files.
func before(a, b *Pattern) int {
	return cmp.Or(b.Size-a.Size, a.ours()-b.ours(), a.Vague()-b.Vague(), a.order-b.order)
}

// ours is 0 for a pattern of the user, and 1 for one of newsmill.
func (p *Pattern) ours() int {
	if p.Own {
		return 0
	}
	return 1
}

// open files a pattern under each form of its first word.
func (l *Lexicon) open(p *Pattern, first string, inflected bool) {
	add := func(word string, f class.Form) {
		e := l.word(word)
		if p.Noun {
			e.Noun = true
		} else {
			e.Form |= f
		}
		e.Patterns = append(e.Patterns, p)
	}
	switch {
	case !p.Noun:
		var done []string
		l.irr.verb(first, func(word string, f class.Form) {
			if slices.Contains(done, word) {
				l.word(word).Form |= f // cut, cut, cut
				return
			}
			done = append(done, word)
			add(word, f)
		})
	case inflected:
		add(first, 0)
		if more := plural(first); !strings.HasSuffix(first, "s") {
			add(more, 0)
		}
	default:
		add(first, 0)
	}
}

// ids gives the words that one place of a pattern stands for.
func (l *Lexicon) ids(word string, inflected bool) ([]int32, error) {
	words := strings.Split(word, "/")
	if name, ok := strings.CutPrefix(word, "<"); ok {
		name = strings.TrimSuffix(name, ">")
		if words = l.lists[name]; words == nil {
			return nil, fmt.Errorf("no class <%s>: write it before, as <%s>: words, or name one of %s", name, name, strings.Join(slices.Sorted(maps.Keys(l.lists)), " "))
		}
	}
	var ids []int32
	for _, w := range words {
		ids = append(ids, l.word(w).ID)
		if inflected && !strings.HasSuffix(w, "s") {
			ids = append(ids, l.word(plural(w)).ID)
		}
	}
	return ids, nil
}
