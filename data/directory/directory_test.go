package directory

import (
	"strings"
	"testing"
)

// Each row is found by its name, stands where its name belongs, and says of each entry its state and its kind.
func TestEachNameIsFound(t *testing.T) {
	kinds := map[string]bool{}
	for kind := range strings.FieldsSeq("BUS COP CRM CUL EDU EVT FAC GOV IGO JUD LAB LEG LOC MED MIL NGO OPP PROD PTY REB REL SPO SPY") {
		kinds[kind] = true
	}
	for _, table := range []string{Bodies, People} {
		last, n := "", 0
		for line := range strings.Lines(table) {
			name, _, _ := strings.Cut(line, "\t")
			if name <= last {
				t.Errorf("%q stands behind %q", name, last)
			}
			last = name
			found := Find(table, name)
			if len(found) != strings.Count(line, "\t") {
				t.Fatalf("%q has the entries %v, want %q", name, found, line)
			}
			for _, e := range found {
				if len(e.Country) != 3 && e.Country != "-" || !kinds[e.Kind] {
					t.Errorf("%q has the entry %v", name, e)
				}
			}
			if n++; n%100 == 0 && (Find(table, name+"?") != nil || Find(table, name[:len(name)-1]+"\x00") != nil) {
				t.Errorf("what is not in the table is found beside %q", name)
			}
		}
		for _, name := range []string{"", "\x00", "\xff", last + "x"} {
			if found := Find(table, name); found != nil {
				t.Errorf("%q is found: %v", name, found)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for range b.N {
		Find(Bodies, "Labour Party")
	}
}
