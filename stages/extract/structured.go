package extract

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/features"
)

const (
	mostData      = 8 << 20 // bytes of a page's data that are read
	mostNesting   = 64
	leastData     = 400  // letters of paragraphs that make an article of data
	timesThePage  = 3    // how much more text data must have than the page
	enough        = 1000 // letters that a page shows: then its data are not read
	mostFragments = 400  // strings of one page that are read as markup
)

// structured gives the paragraphs of the article as the page's own data have it, where the page
// shows much less of it: pages that a script builds carry the text as JSON, and some show only
// its beginning. Kept is how many letters the page shows.
func (s *scanner) structured(kept int) []string {
	f := finder{title: features.WordsOf(s.evidence.Title), least: max(leastData, timesThePage*kept)}
	f.try(f.paragraphs(s.claim.Body))
	read := 0
	for _, data := range s.data {
		if kept >= enough {
			break
		}
		if read += len(data); read > mostData {
			break
		}
		var value any
		if json.NewDecoder(bytes.NewReader(data)).Decode(&value) == nil {
			f.walk(value, 0)
		}
	}
	return f.best
}

// A finder looks for the longest text that speaks of what the title says.
type finder struct {
	title     features.WordSet
	least     int // letters to have more of
	best      []string
	fragments int
}

func (f *finder) walk(value any, depth int) {
	if depth > mostNesting {
		return
	}
	switch v := value.(type) {
	case string:
		if len(v) >= leastData {
			f.try(f.paragraphs(v))
		}
	case []any:
		var together []string
		for _, one := range v {
			if text := longest(one, 0); text != "" {
				together = append(together, f.paragraphs(text)...)
			}
			f.walk(one, depth+1)
		}
		f.try(together)
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			f.walk(v[key], depth+1)
		}
	}
}

// longest gives the longest string in a value a few levels deep: the text of one paragraph
// among its attributes.
func longest(value any, depth int) (text string) {
	const deep = 3
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		if depth < deep {
			for _, one := range v {
				if t := longest(one, depth+1); len(t) > len(text) || len(t) == len(text) && t < text {
					text = t
				}
			}
		}
	}
	return text
}

// try takes paragraphs for the article if they have more text than what was found before and
// share words with the title.
func (f *finder) try(paragraphs []string) {
	letters := 0
	for _, p := range paragraphs {
		if m := article.MeasureOf(p); m.Weight >= longBlock && m.Stops > 0 {
			letters += m.Weight
		}
	}
	if letters < f.least || letters == f.least && f.best != nil {
		return
	}
	const quarter = 250
	if len(f.title) > 0 && f.title.In(paragraphs) < quarter {
		return
	}
	f.least, f.best = letters, paragraphs
}

// paragraphs parts a text at its lines, or at its markup where it has some.
func (f *finder) paragraphs(text string) (out []string) {
	if strings.Contains(text, "</") || strings.Contains(text, "<br") {
		if f.fragments++; f.fragments > mostFragments {
			return nil
		}
		inner := scan([]byte(text), Past{})
		for i := range inner.blocks {
			if b := &inner.blocks[i]; b.link*2 < len(b.text) {
				out = append(out, b.text)
			}
		}
		return out
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(string(article.Fold(nil, line))); line != "" {
			out = append(out, line)
		}
	}
	return out
}
