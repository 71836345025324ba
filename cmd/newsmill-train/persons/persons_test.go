package persons

import (
	"bufio"
	"slices"
	"strings"
	"testing"
)

// What is added to a name, and particles, are no words that persons are called by.
func TestWordsOfNames(t *testing.T) {
	for name, want := range map[string][]string{
		"Jean-Louis Fabiani":             {"jean", "louis", "fabiani"},
		"Charles van Straubenzee":        {"charles", "straubenzee"},
		"John Wheatley, Baron Wheatley":  {"john", "wheatley"},
		"Michael F. Rivers Sr.":          {"michael", "f.", "rivers"},
		"Chris Brown (footballer, 1984)": {"chris", "brown"},
		"Ayşe Öztürk":                    {"ayşe", "öztürk"},
	} {
		if got := nameWords(name); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The keys of a dictionary are read, not its values; what is another pickle, or cut short, is refused.
func TestKeysOfAPickle(t *testing.T) {
	const pickled = "\x80\x03}q\x00(X\x02\x00\x00\x00Abq\x01]q\x02X\x01\x00\x00\x00Cr\x03\x00\x00\x00aX\x02\x00\x00\x00De]q\x04(X\x01\x00\x00\x00Eeu."
	read := func(bytes string) (keys []string, err error) {
		err = pickledKeys(bufio.NewReader(strings.NewReader(bytes)), func(key string) { keys = append(keys, key) })
		return keys, err
	}
	if keys, err := read(pickled); err != nil || !slices.Equal(keys, []string{"Ab", "De"}) {
		t.Errorf("%q, %v", keys, err)
	}
	for _, broken := range []string{"", pickled[:12], pickled[:len(pickled)-1], "\x80\x03K\x01."} {
		if keys, err := read(broken); err == nil {
			t.Errorf("%q was read as %q", broken, keys)
		}
	}
}
