package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/stages/event"
)

// statusMark is the status of a trigger's act and the CAMEO root of what it tells, as a reader has marked them; 00 is none.
type statusMark struct{ status, root string }

// readStatuses reads them by article and place of the trigger.
func readStatuses(path string) (map[string]map[int]statusMark, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	marks := map[string]map[int]statusMark{}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("%s: line %d: %d columns, want 4", path, i+2, len(f))
		}
		at, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, i+2, err)
		}
		if !slices.Contains(event.Statuses, f[2]) {
			return nil, fmt.Errorf("%s: line %d: no status %q: write one of %s", path, i+2, f[2], strings.Join(event.Statuses, " "))
		}
		if marks[f[0]] == nil {
			marks[f[0]] = map[int]statusMark{}
		}
		marks[f[0]][at] = statusMark{f[2], f[3]}
	}
	return marks, nil
}

// standingExample is a trigger of which the status is marked.
type standingExample struct {
	event.Standing
	mark statusMark
	fold int // of its article, -1 where it is of none
}

// lesson is what it teaches.
func (e *standingExample) lesson() *codeLesson {
	l := &codeLesson{shared: e.Features, ruled: slices.Index(event.Statuses, e.Rules)}
	for _, x := range event.Statuses {
		l.right = append(l.right, x == e.mark.status)
	}
	return l
}

// plainStandings teach that the rules know the statuses of sentences that stand alone.
func plainStandings(sentences []string) (plain []*standingExample) {
	for _, sentence := range sentences {
		event.Choices(readForSides(sentence), func(c *event.Choice) {
			standing := c.Standing()
			plain = append(plain, &standingExample{standing, statusMark{standing.Rules, standing.Root}, -1})
		})
	}
	return plain
}
