package bearer

import (
	"testing"

	"github.com/newsmill/newsmill/stages/lookup"
)

// Given names and family names are told apart, all over the world, and other words have no number.
func TestGivenNamesAreNoFamilyNames(t *testing.T) {
	of := func(word string) (given, family int) {
		n := int(Of(lookup.Hash(word)))
		if n == 0 {
			return 0, 0
		}
		return (n - 1) / levels, (n - 1) % levels
	}
	for _, pair := range [][2]string{{"john", "smith"}, {"kwame", "mensah"}, {"rajesh", "singh"}, {"fatima", "hosseini"}} {
		if given, family := of(pair[0]); given <= family {
			t.Errorf("%s: given %d, family %d", pair[0], given, family)
		}
		if given, family := of(pair[1]); family <= given {
			t.Errorf("%s: given %d, family %d", pair[1], given, family)
		}
	}
	for _, word := range []string{"ministry", "xqzvkj", ""} {
		if n := Of(lookup.Hash(word)); n != 0 {
			t.Errorf("%q has %d", word, n)
		}
	}
}
