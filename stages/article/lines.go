package article

import "slices"

// Lines are the distinct lines of a page, as survey compares them over the pages of a site.
type Lines struct {
	Hashes []uint64 // of [LineHash], ascending
	// Content is the least hash among the page's long lines, 0 where it has none. Copies of an
	// article under several addresses, and its revisions, mostly share it; other articles
	// of the site seldom do (Broder, On the resemblance and containment of documents, 1997:
	// the chance is the share of lines that both have).
	Content uint64
}

// longLine is the weight from which a line is more likely a paragraph than a part of the
// site's furniture.
const longLine = 100

// Add takes one line. Weight is [Measure.Weight] of it.
func (l *Lines) Add(text string, weight int) {
	hash := LineHash(text)
	l.Hashes = append(l.Hashes, hash)
	if weight >= longLine && (l.Content == 0 || hash < l.Content) {
		l.Content = hash
	}
}

// Done puts the lines in order, each once.
func (l *Lines) Done() Lines {
	slices.Sort(l.Hashes)
	l.Hashes = slices.Compact(l.Hashes)
	return *l
}
