package sentiment

import (
	"slices"
	"strings"
	"testing"
)

func TestLexiconLines(t *testing.T) {
	got, err := lexiconLines(strings.NewReader("(-:\t1.6\t0.6\t[]\nwoeful\t-1.9\t0.9\t[]\nab\t1.0\t1\t[]\nace's\t0.04\t1\t[]\nable-bodied\t1.25\t1\t[]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"able-bodied\t13\n", "woeful\t-19\n"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := lexiconLines(strings.NewReader("woeful\tbad\n")); err == nil {
		t.Error("no error for a rating that is no number")
	}
}
