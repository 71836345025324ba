package features

import "github.com/newsmill/newsmill/stages/article"

// Site appends on how many of the site's pages a line stands; -1 where too few were seen.
func (r *Row) Site(line uint64, t *article.Template) {
	const fewest = 2
	if t.Size() < fewest {
		r.Add(-1, -1)
		return
	}
	n := t.Count(line)
	r.Add(n, Permille(n, t.Size()))
}
