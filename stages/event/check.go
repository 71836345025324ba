package event

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/event/cameo"
	"github.com/newsmill/newsmill/stages/event/pattern"
	"github.com/newsmill/newsmill/stages/event/status"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// test is a line of a pattern file, "> SENTENCE => WANTED[; WANTED]", where WANTED is
//
//	[SOURCE] CODE [TARGET [STATUS]]
//
// or none. SOURCE and TARGET are codes of CAMEO actors, "-" being none and "*" any. Each event wanted must be
// among those that the sentence gives; further ones do no harm.
type test struct {
	file     string
	line     int
	sentence string
	wanted   []want
}

// want has what a test says of an event; "*" is anything.
type want struct{ source, code, target, status string }

// Failure is a test sentence that does not give what its file says.
type Failure struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Sentence string   `json:"sentence"`
	Wanted   string   `json:"wanted"`
	Got      []string `json:"got"`
}

func (f Failure) String() string {
	got := "no event"
	if len(f.Got) > 0 {
		got = strings.Join(f.Got, "; ")
	}
	return fmt.Sprintf("%s:%d: %q gives %s, wanted is %s", f.File, f.Line, f.Sentence, got, f.Wanted)
}

const howToTest = "write > SENTENCE => [SOURCE] CODE [TARGET [STATUS]], or => none"

// test reads a test sentence, behind its ">".
func (p *Patterns) test(file string, line int, text string) error {
	sentence, wanted, ok := strings.Cut(text, "=>")
	t := test{file: file, line: line, sentence: strings.TrimSpace(sentence)}
	if !ok || t.sentence == "" {
		return fmt.Errorf("no test in %q: %s", text, howToTest)
	}
	if strings.TrimSpace(wanted) == pattern.None {
		wanted = ""
	} else if strings.TrimSpace(wanted) == "" {
		return fmt.Errorf("nothing is wanted of %q: %s", t.sentence, howToTest)
	}
	for _, one := range strings.Split(wanted, ";") {
		fields := strings.Fields(one)
		if len(fields) == 0 {
			continue
		}
		if c := fields[0][0]; '0' <= c && c <= '9' {
			fields = slices.Insert(fields, 0, "*")
		}
		for len(fields) < 4 {
			fields = append(fields, "*")
		}
		w := want{fields[0], fields[1], fields[2], fields[3]}
		switch {
		case len(fields) > 4:
			return fmt.Errorf("too much in %q: %s", one, howToTest)
		case !cameo.Known(w.code):
			return fmt.Errorf("no code %q in %q: %s", w.code, one, howToTest)
		case w.status != "*" && !slices.Contains(status.Statuses, w.status):
			return fmt.Errorf("no status %q: write one of %s", w.status, strings.Join(status.Statuses, " "))
		}
		t.wanted = append(t.wanted, w)
	}
	p.tests = append(p.tests, t)
	return nil
}

// Check gives the number of test sentences and those that fail: of the user's file where there is one, else of
// newsmill's own.
func (p *Patterns) Check() (sentences int, failed []Failure) {
	tests := p.orOurs().tests
	for i := range tests {
		if f, ok := p.try(&tests[i]); !ok {
			failed = append(failed, f)
		}
	}
	return len(tests), failed
}

// try takes a sentence through the stages.
func (p *Patterns) try(t *test) (Failure, bool) {
	doc := syntax.Read(t.sentence, "en")
	found := entity.Find(doc, entity.Hints{})
	got := Code(&Input{
		Doc: doc, Found: &found, Times: when.Find(doc, when.Anchor{}), Quotes: quote.Find(doc, &found),
		Dateline: where.Dateline(&doc.Document, &found), Patterns: p,
	})
	f := Failure{File: t.file, Line: t.line, Sentence: t.sentence, Wanted: pattern.None}
	for i := range got {
		f.Got = append(f.Got, got[i].brief())
	}
	ok := len(t.wanted) > 0 || len(got) == 0
	var wanted []string
	for _, w := range t.wanted {
		wanted = append(wanted, strings.Join([]string{w.source, w.code, w.target, w.status}, " "))
		ok = ok && slices.ContainsFunc(got, w.meets)
	}
	if len(wanted) > 0 {
		f.Wanted = strings.Join(wanted, "; ")
	}
	return f, ok
}

func (w want) meets(t Telling) bool {
	return w.code == t.Code && as(w.source, t.Source) && as(w.target, t.Target) && (w.status == "*" || w.status == t.Status)
}

func as(want string, a actor.Actor) bool { return want == "*" || want == a.Brief() }

// brief writes an event as tests have it.
func (t *Telling) brief() string {
	return strings.Join([]string{t.Source.Brief(), t.Code, t.Target.Brief(), t.Status}, " ")
}
