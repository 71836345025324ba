package events

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/event/status"
)

// Marks of statuses are read by article and place; a line that is wrong is named.
func TestMarksOfStatuses(t *testing.T) {
	read := func(lines ...string) (map[string]map[int]statusMark, error) {
		path := filepath.Join(t.TempDir(), "statuses.tsv")
		if err := os.WriteFile(path, []byte("article\ttrigger\tstatus\troot\n"+strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return readStatuses(path)
	}
	all, err := read("a\t10\tdenied\t19", "a\t40\tactual\t04")
	if err != nil || len(all["a"]) != 2 || all["a"][10] != (statusMark{status.Denied, "19"}) {
		t.Error(all, err)
	}
	for _, line := range []string{"a\t10\tdenied", "a\tx\tdenied\t19", "a\t10\tmaybe\t19"} {
		if _, err := read(line); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q gives %v", line, err)
		}
	}
}

// Marks outdo the rules where these are often wrong, and plain sentences keep them where they are right.
func TestStatusesAreLearnedFromMarks(t *testing.T) {
	choose := func(text string) (one *standingExample) {
		event.Choices(readForSides(text), func(c *event.Choice) {
			one = &standingExample{c.Standing(), statusMark{status.Ongoing, "19"}, -1}
		})
		return one
	}
	e := choose("Norway attacked Kenya.")
	if e == nil || e.Rules != status.Actual || len(e.Features) == 0 {
		t.Fatalf("read %+v", e)
	}
	var lessons []*loglinear.Lesson
	for range 20 {
		lessons = append(lessons, e.lesson())
	}
	m := loglinear.Learn(lessons, len(status.Statuses)+1, 8, statusRate)
	x := standingTested{e, m.Scores(e.lesson())}
	if got := x.told(0); got != status.Ongoing {
		t.Errorf("learned %s of 20 marks", got)
	}
	if got := x.told(1e6); got != status.Actual {
		t.Errorf("the rules tell %s where they must be believed", got)
	}
}
