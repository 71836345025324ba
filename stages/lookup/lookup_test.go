package lookup

import (
	"fmt"
	"testing"
)

// Each word has the number that it was stored with, hardly any other word has one, and a table
// that is cut short is refused.
func TestNumbersComeBack(t *testing.T) {
	var words []string
	var numbers []uint16
	for i := range 5000 {
		words, numbers = append(words, fmt.Sprint("word", i)), append(numbers, uint16(i%Limit))
	}
	stored := Append(nil, words, numbers)
	table, rest, err := Read(append(stored, 7))
	if err != nil || len(rest) != 1 {
		t.Fatal(err, len(rest))
	}
	for i, word := range words {
		if got, ok := table.Of(Hash(word)); !ok || got != numbers[i] {
			t.Fatalf("%s: %d %t, stored %d", word, got, ok, numbers[i])
		}
	}
	strangers := 0
	for i := range 100_000 {
		if _, ok := table.Of(Hash(fmt.Sprint("stranger", i))); ok {
			strangers++
		}
	}
	if strangers > 10 {
		t.Errorf("%d of 100000 words that were never stored have a number", strangers)
	}
	for _, cut := range []int{0, 3, 4, len(stored) - 1} {
		if _, _, err := Read(stored[:cut]); err == nil {
			t.Errorf("a table cut to %d bytes was read", cut)
		}
	}
}

// A table without an empty slot ends the search for a word that it lacks.
func TestFullTableEnds(t *testing.T) {
	full := []byte{2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F}
	table, _, err := Read(full)
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := table.Of(Hash("absent")); ok {
		t.Errorf("an absent word has the number %d", n)
	}
}
