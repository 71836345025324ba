package article

import (
	"slices"
	"strings"
)

// Join sets the text of an article from its kept blocks, parted by one blank line, and the
// place of each block in it. A kept block without text is kept no more.
func (a *Article) Join() {
	size := 0
	for i := range a.Blocks {
		if a.Blocks[i].Kept {
			size += len(a.Blocks[i].Text) + 2
		}
	}
	var text strings.Builder
	text.Grow(size)
	for i := range a.Blocks {
		b := &a.Blocks[i]
		b.Kept = b.Kept && b.Text != ""
		b.Start, b.End = -1, -1
		if !b.Kept {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		b.Start = text.Len()
		text.WriteString(b.Text)
		b.End = text.Len()
	}
	a.Text = text.String()
}

// Warn adds a warning; warnings are sorted and stand once.
func (a *Article) Warn(code string) {
	if at, found := slices.BinarySearch(a.Warnings, code); !found {
		a.Warnings = slices.Insert(a.Warnings, at, code)
	}
}
