// Package cameo has the terms in which events are told: the codes of CAMEO (Schrodt, "CAMEO: Conflict and Mediation
// Event Observations. Event and Actor Codebook", 2012), which say what was done, and its roles, which say what part of
// a society somebody is.
//
// A code is two to four digits, of which the first two are its root: "1823" is an assassination attempt, "18" all assaults.
// A role is three letters, as GOV or COP; the code of an actor is a country and a role, as "KENCOP". The code book itself,
// with the event types of PLOVER and the codes of acts of speech, stands in data/events.
package cameo

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/newsmill/newsmill/data/events"
)

// code is a line of the code book.
type code struct {
	name      string
	goldstein float64
}

// book is the code book.
type book struct {
	codes  map[string]code
	plover map[string][2]string // type and mode by prefix of a code
	// speech is the code of an act of speech by the act, a root or "will", and the root of what it is about.
	speech map[[2]string]string
}

var openBook = sync.OnceValue(func() *book {
	b := &book{codes: map[string]code{}, plover: map[string][2]string{}, speech: map[[2]string]string{}}
	rows := func(name string, columns int, enter func(fields []string) error) {
		events.EachLine(name, func(line string) error {
			fields := strings.Split(line, "\t")
			if name == "plover.tsv" && len(fields) == columns-1 {
				fields = append(fields, "") // of no mode
			}
			if len(fields) != columns {
				return fmt.Errorf("%d fields in %q, wanted are %d", len(fields), line, columns)
			}
			return enter(fields)
		})
	}
	rows("cameo.tsv", 3, func(fields []string) error {
		scale, err := strconv.ParseFloat(fields[1], 64)
		b.codes[fields[0]] = code{goldstein: scale, name: fields[2]}
		return err
	})
	rows("plover.tsv", 3, func(fields []string) error {
		b.plover[fields[0]] = [2]string{fields[1], fields[2]}
		return nil
	})
	rows("embedding.tsv", 3, func(fields []string) error {
		if _, ok := b.codes[fields[2]]; !ok {
			return fmt.Errorf("no code %q", fields[2])
		}
		b.speech[[2]string{fields[0], fields[1]}] = fields[2]
		return nil
	})
	return b
})

// Known says whether the code book has a code.
func Known(code string) bool {
	_, ok := openBook().codes[code]
	return ok
}

// Goldstein is how much a CAMEO code does to the stability of a country, from -10 to 10.
func Goldstein(code string) (float64, bool) {
	c, ok := openBook().codes[code]
	return c.goldstein, ok
}

// Name is the code book's label for a CAMEO code; "" for what is no code.
func Name(code string) string { return openBook().codes[code].name }

// PLOVER is the event type and its mode that PLOVER's conversion table gives for a CAMEO code, the longest
// prefix first; "" for the codes that have none (no type: 01 and 02; no mode: most that are not specified).
func PLOVER(code string) (kind, mode string) {
	for n := min(4, len(code)); n >= 2; n-- {
		if row, ok := openBook().plover[code[:n]]; ok {
			return row[0], row[1]
		}
	}
	return "", ""
}

// Speech gives the code of an act of speech, a root or "will", about what a code tells, by the longest part of that which the
// table has: who asks (10) for aid (07) demands 103; "" is none.
func Speech(act, about string) string {
	for n := len(about); n >= 2; n-- {
		if code := openBook().speech[[2]string{act, about[:n]}]; code != "" {
			return code
		}
	}
	return ""
}
