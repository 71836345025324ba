package article

import (
	"encoding/binary"
	"slices"

	"github.com/zeebo/xxh3"
)

// Lines are the distinct lines of a page, as survey compares them over the pages of a site.
type Lines struct {
	Hashes []uint64 // of [LineHash], ascending
	// Content stands for the least hashes among the page's long lines, 0 where it has none.
	// Copies of an article under several addresses share it, and so do most revisions with a
	// few words changed; other articles of the site do not, but for those that have hardly a
	// long line of their own. (After Broder, On the resemblance and containment of
	// documents, 1997.)
	Content uint64

	least [leastLines]uint64 // ascending, as many as long says
	long  int
}

const (
	// longLine is the weight from which a line is more likely a paragraph than a part of the
	// site's furniture.
	longLine = 100
	// leastLines is such that a notice or two which all pages bear do not make one of them.
	leastLines = 4
)

// Add takes one line. Weight is [Measure.Weight] of it.
func (l *Lines) Add(text string, weight int) {
	hash := LineHash(text)
	l.Hashes = append(l.Hashes, hash)
	if weight < longLine || slices.Contains(l.least[:l.long], hash) {
		return
	}
	if l.long < leastLines {
		l.long++
	} else if hash > l.least[leastLines-1] {
		return
	}
	l.least[l.long-1] = hash
	slices.Sort(l.least[:l.long])
}

// Done puts the lines in order, each once, and gives the page its content.
func (l *Lines) Done() Lines {
	slices.Sort(l.Hashes)
	l.Hashes = slices.Compact(l.Hashes)
	if l.long > 0 {
		var key []byte
		for _, hash := range l.least[:l.long] {
			key = binary.BigEndian.AppendUint64(key, hash)
		}
		l.Content = xxh3.Hash(key)
	}
	return *l
}
