package events

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/status"
)

// statusMark is the status of a trigger's act and the CAMEO root of what it tells, as a reader has marked them; 00 is none.
type statusMark struct{ status, root string }

// readStatuses reads them by article and place of the trigger.
func readStatuses(path string) (map[string]map[int]statusMark, error) {
	return readMarks(path, func(f []string) (at int, mark statusMark, err error) {
		if at, err = strconv.Atoi(f[0]); err == nil && !slices.Contains(status.Statuses, f[1]) {
			err = fmt.Errorf("no status %q: write one of %s", f[1], strings.Join(status.Statuses, " "))
		}
		return at, statusMark{f[1], f[2]}, err
	})
}

// standingExample is a trigger of which the status is marked.
type standingExample struct {
	status.Standing
	mark statusMark
	fold int // of its article, -1 where it is of none
}

// lesson is what it teaches.
func (e *standingExample) lesson() *loglinear.Lesson {
	l := &loglinear.Lesson{Shared: e.Features, Ruled: slices.Index(status.Statuses, e.Rules)}
	for _, x := range status.Statuses {
		l.Right = append(l.Right, x == e.mark.status)
	}
	return l
}

// plainStandings teach that the rules know the statuses of sentences that stand alone.
func plainStandings(sentences []string) (plain []*standingExample) {
	for _, sentence := range sentences {
		event.Choices(readForSides(sentence), func(c *event.Choice) {
			standing := c.Standing()
			plain = append(plain, &standingExample{standing, statusMark{status: standing.Rules}, -1})
		})
	}
	return plain
}
