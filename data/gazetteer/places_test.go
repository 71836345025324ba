package gazetteer

import (
	"strings"
	"testing"
)

// The parts of the table are sorted, all lines of a name stand in the part that is asked for it, and together they are the
// table that they were made of.
func TestPartsOfThePlaces(t *testing.T) {
	parts, last, lines := PlacesParts(), "", 0
	for i, part := range parts {
		for line := range strings.Lines(part.Lines()) {
			name, _, _ := strings.Cut(line, "\t")
			if name < last {
				t.Fatalf("%q stands behind %q", name, last)
			}
			if name != last && PartOf(name) != i {
				t.Fatalf("%q stands in part %d, and is looked for in %d", name, i, PartOf(name))
			}
			if lines == 0 && name != part.First {
				t.Errorf("part %d begins with %q, and is said to with %q", i, name, part.First)
			}
			last = name
			lines++
		}
		if lines == 0 || lines >= 1<<16 {
			t.Errorf("part %d has %d lines", i, lines)
		}
		lines = 0
	}
	if len(parts) < 50 || PartOf("") != 0 || PartOf("\xff") != len(parts)-1 {
		t.Errorf("%d parts", len(parts))
	}
}

// Whatever the lines, packed parts give them back, and a list of parts that does not fit is refused.
func TestPackPlaces(t *testing.T) {
	line := "\tlarge\t1\tNOR\t1\t0.000\t0.000\t1\n"
	long := strings.Repeat("Aa"+line, partBytes/len(line)) // a name of more lines than a part has bytes
	for _, table := range []string{"Oslo" + line, "A" + line + long + "B" + line, long + long, long + strings.Repeat("Ab"+line, 20000) + "C" + line} {
		stored := func(b []byte) []byte { return b }
		packed := PackPlaces(table, stored)
		parts, err := readParts(packed)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(packed[len(packed)-len(table):]); got != table {
			t.Error("lines were lost")
		}
		for i := range parts[1:] {
			if parts[i].First >= parts[i+1].First {
				t.Errorf("%q and %q begin parts one behind the other", parts[i].First, parts[i+1].First)
			}
		}
		for _, n := range []int{0, 7, 9, len(packed) - 1} {
			if _, err := readParts(packed[:n]); err == nil {
				t.Errorf("%d of %d bytes are read", n, len(packed))
			}
		}
		if _, err := readParts(append(packed, 0)); err == nil {
			t.Error("a byte behind the parts is read")
		}
	}
}
