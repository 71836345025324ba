package pipeline

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/source"
	"golang.org/x/text/encoding/charmap"
)

func TestPlacesAreInThePageAsItCame(t *testing.T) {
	text := strings.Repeat("Правительство объявило о новых мерах поддержки, сообщил министр в понедельник. ", 3)
	body, err := charmap.Windows1251.NewEncoder().String("<meta charset=windows-1251><h1>Новые меры</h1><p>" + text + "</p><p>Второй абзац: " + text + "</p>")
	if err != nil {
		t.Fatal(err)
	}
	page := source.Page{Kind: source.HTML, Body: []byte(body)}
	utf8, _, origin := page.UTF8()
	a := extract.HTML(utf8, extract.Options{})
	places(a.Blocks, &origin)
	if len(a.Blocks) != 3 {
		t.Fatalf("%d blocks", len(a.Blocks))
	}
	for _, b := range a.Blocks {
		raw, err := charmap.Windows1251.NewDecoder().String(body[b.RawStart:b.RawEnd])
		if err != nil || raw != b.Text {
			t.Errorf("%d:%d is %q, want %q (%v)", b.RawStart, b.RawEnd, raw, b.Text, err)
		}
	}
}
