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
// its beginning. What it shows, the blocks that are kept, stands in the data too.
func (s *scanner) structured(keep []bool, kept int) []string {
	f := finder{title: features.WordsOf(s.evidence.Title), least: max(leastData, timesThePage*kept)}
	for i, is := range keep {
		if b := &s.blocks[i]; is && b.long() && kept < enough {
			f.shown = append(f.shown, features.ShinglesOf(b.text))
		}
	}
	f.try(f.paragraphs(s.claim.Body))
	read := 0
	for _, data := range s.data {
		if kept >= enough {
			break
		}
		if read += len(data); read > mostData {
			break
		}
		f.read(data)
	}
	return f.best
}

// read walks the values of a script: one of JSON, or the objects that it assigns to variables or hands on.
func (f *finder) read(data []byte) {
	const most = 16 // objects; the article is among the first
	begins := "{["
	if trimmed := bytes.TrimSpace(data); bytes.HasPrefix(trimmed, []byte("window")) {
		begins = "{"
	}
	for range most {
		i := bytes.IndexAny(data, begins)
		if i < 0 {
			return
		}
		var value any
		d := json.NewDecoder(bytes.NewReader(data[i:]))
		if d.Decode(&value) == nil {
			f.walk(value, 0)
			i += int(d.InputOffset())
		} else {
			i++
		}
		data = data[i:]
		begins = "{"
	}
}

// A finder looks for the longest text that speaks of what the title says.
type finder struct {
	title     features.WordSet
	shown     []features.Shingles // of the long blocks that the page shows
	least     int                 // letters to have more of
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
			if rich := flow(one, 0); len(rich) > 0 {
				together = append(together, rich...)
			} else if text, all := longest(one, 0); text != "" && len(text)*2 > all {
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

// longest gives the longest string in a value a few levels deep, and how long all are together: the text
// of one paragraph among its attributes is most of these, the summary of another story is not.
func longest(value any, depth int) (text string, all int) {
	const deep = 3
	switch v := value.(type) {
	case string:
		return v, len(v)
	case map[string]any:
		if depth < deep {
			for _, one := range v {
				t, n := longest(one, depth+1)
				if all += n; len(t) > len(text) || len(t) == len(text) && t < text {
					text = t
				}
			}
		}
	}
	return text, all
}

// try takes paragraphs for the article if they have more text than what was found before, share words
// with the title, and have most of the blocks that the page shows.
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
	const quarter, half = 250, 500
	if len(f.title) > 0 && f.title.In(paragraphs) < quarter {
		return
	}
	there := 0
	for _, block := range f.shown {
		if block.In(paragraphs) >= half {
			there++
		}
	}
	if there*2 < len(f.shown) {
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
			if b := &inner.blocks[i]; b.link*2 < len(b.text) && b.tag != idFigcaption {
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
