package article

import (
	"fmt"
	"strings"
	"testing"
)

func TestContentTellsArticlesApart(t *testing.T) {
	paragraph := func(n int) string { return strings.Repeat(fmt.Sprintf("paragraph %d says much, ", n), 8) }
	of := func(numbers ...int) uint64 {
		var l Lines
		for _, n := range numbers {
			l.Add(paragraph(n), MeasureOf(paragraph(n)).Weight)
		}
		l.Add("Home", 4)
		return l.Done().Content
	}
	const notice, cookies = 1, 2
	one := of(notice, cookies, 10, 11, 12, 13, 14)
	if other := of(notice, cookies, 20, 21, 22, 23, 24); one == other {
		t.Error("two articles under the same notices have one content")
	}
	if again := of(14, 13, 12, 12, 11, 10, cookies, notice); one != again {
		t.Error("the order of lines changes the content")
	}
	if none := of(); none != 0 {
		t.Errorf("a page without a long line has the content %d", none)
	}
	same := 0
	for n := range 20 {
		if of(notice, cookies, 10, 11, 12, 13, 14, 15, 16, 17, 100+n) == of(notice, cookies, 10, 11, 12, 13, 14, 15, 16, 17, 200+n) {
			same++
		}
	}
	if same < 5 {
		t.Errorf("%d of 20 articles keep their content when one paragraph of eleven changes", same)
	}
}
