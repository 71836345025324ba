package article

import (
	"slices"

	"github.com/zeebo/xxh3"
)

// Template is what survey learned of one site: how many of its pages were seen and on how
// many of them each line of text stands. A nil Template knows nothing.
type Template struct {
	Pages int
	lines []uint64 // sorted
	count []int32  // beside lines
}

// NewTemplate takes line hashes in ascending order with their page counts.
func NewTemplate(pages int, lines []uint64, count []int32) *Template {
	return &Template{Pages: pages, lines: lines, count: count}
}

// Size is the number of the site's pages that were seen.
func (t *Template) Size() int {
	if t == nil {
		return 0
	}
	return t.Pages
}

// Count gives the number of the site's pages on which a line stands. A line that stands on
// one page only is not kept by survey and counts 0.
func (t *Template) Count(line uint64) int {
	if t == nil {
		return 0
	}
	if i, found := slices.BinarySearch(t.lines, line); found {
		return int(t.count[i])
	}
	return 0
}

// LineHash is the identity of a line over the pages of a site: text with its white space
// folded, as [Block.Text] has it.
func LineHash(text string) uint64 { return xxh3.HashString(text) }

// Boilerplate tells whether a line recurs so often on the site's pages that it is the
// site's, not the article's. Weight is [Measure.Weight] of the line. A short line needs
// three pages; a long one must stand on much of the site, for a syndicated story or a
// correction may well be printed a few times.
func (t *Template) Boilerplate(text string, weight int) bool {
	if t == nil || t.Pages < 3 {
		return false
	}
	n := t.Count(LineHash(text))
	if weight < 60 {
		return n >= 3 && n*20 >= t.Pages
	}
	return n >= 4 && n*4 >= t.Pages || n >= 3 && n*2 >= t.Pages
}
