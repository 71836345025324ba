package link

import (
	"bytes"
	"encoding/binary"
	"math"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/story"
)

// articles are all articles of the dataset in the order of their ids, each known by its place
// in that order: what is held in memory of them.
type articles struct {
	lineage *story.Sets // copies and revisions of one original
	story   *story.Sets // articles of one story
	copies  []int32     // the article that this one repeats; -1 is none
	kinds   []byte      // how
	domains []uint64    // hash; 0 is unknown
	urls    []uint64    // hash; without an address, of the id
	ids     [][idSize]byte
	dates   []int64 // published_at; unknown is the last of all
}

const (
	notCopied byte = iota
	exactCopy
	revision
)

// linkArticles finds copies (equal texts) and revisions (another text at the same address).
func (l *linker) linkArticles() error {
	byText, byURL := l.sorter(2), l.sorter(2)
	defer byText.Close()
	defer byURL.Close()
	a := &articles{}
	ticks := ticker{ctx: l.ctx}
	var record []byte
	n := int32(0)
	for r, err := range extsort.Merge(l.options.Temp, l.runs("articles")) {
		if err == nil {
			err = ticks.tick()
		}
		if err != nil {
			return err
		}
		one := decodeArticle(r)
		domain := uint64(0)
		if one.domain != "" {
			domain = max(xxh3.HashString(one.domain), 1)
		}
		a.domains = append(a.domains, domain)
		a.ids = append(a.ids, one.id)
		if one.published != nil {
			a.dates = append(a.dates, *one.published)
		} else {
			a.dates = append(a.dates, math.MaxInt64)
		}
		if one.url != "" {
			a.urls = append(a.urls, xxh3.HashString(one.url))
		} else {
			a.urls = append(a.urls, xxh3.Hash(one.id[:]))
		}
		if one.hash != "" {
			record = one.key(record[:0], one.hash, "", n)
			if err := byText.Add(record); err != nil {
				return err
			}
		}
		if one.url != "" {
			record = one.key(record[:0], one.url, one.hash, n)
			if err := byURL.Add(record); err != nil {
				return err
			}
		}
		n++
	}
	a.lineage, a.story = story.NewSets(int(n)), story.NewSets(int(n))
	a.copies, a.kinds = make([]int32, n), make([]byte, n)
	for i := range a.copies {
		a.copies[i] = -1
	}
	l.articles = a
	if err := a.repeats(byText, exactCopy); err != nil {
		return err
	}
	// Last, for it says more: an article that stands where another text stood is its revision,
	// even if a third outlet has the same text.
	return a.repeats(byURL, revision)
}

// key makes a record that sorts what shares a group by publication, then by id.
func (a *article) key(to []byte, group, text string, n int32) []byte {
	sum := xxh3.HashString128(group).Bytes()
	to = append(to, sum[:]...)
	to = append(to, a.publishedAndIDPrefix[:]...)
	to = binary.BigEndian.AppendUint32(to, uint32(n))
	return append(to, text...)
}

const (
	groupSize = 16
	keySize   = groupSize + 8 + idSize
)

// repeats notes for each article after the first of its group that it repeats that one.
func (a *articles) repeats(sorter *extsort.Sorter, kind byte) error {
	var group, text []byte
	first := int32(-1)
	for r, err := range sorter.Sorted() {
		if err != nil {
			return err
		}
		n := int32(binary.BigEndian.Uint32(r[keySize:]))
		if first < 0 || !bytes.Equal(r[:groupSize], group) {
			group, text, first = append(group[:0], r[:groupSize]...), append(text[:0], r[keySize+4:]...), n
			continue
		}
		if kind == revision && bytes.Equal(r[keySize+4:], text) {
			continue // the same text at the same address: an exact copy, noted already
		}
		a.copies[n], a.kinds[n] = first, kind
		a.lineage.Join(first, n)
		a.story.Join(first, n)
	}
	return nil
}

var kindNames = [...]string{notCopied: "", exactCopy: "exact", revision: "revision"}

// id gives the article_id of an article by its place.
func (a *articles) id(n int32) string { return idOf(a.ids[n][:]) }

// before tells whether article m was published before n; those without a date come last,
// those of the same moment by id.
func (a *articles) before(m, n int32) bool {
	if a.dates[m] != a.dates[n] {
		return a.dates[m] < a.dates[n]
	}
	return m < n // places are in the order of the ids
}

// earliest gives for each article the earliest article of its set.
func (a *articles) earliest(sets *story.Sets) []int32 {
	first := make([]int32, len(a.ids)) // at the roots
	for i := range first {
		first[i] = int32(i)
	}
	for i := range first {
		if root := sets.Root(int32(i)); a.before(int32(i), first[root]) {
			first[root] = int32(i)
		}
	}
	for i := range first { // a root is the smallest of its set and so comes before the rest
		first[i] = first[sets.Root(int32(i))]
	}
	return first
}

// row gives the article's row of story_articles.
func (a *articles) row(n, story, lineage int32) *schemas.StoryArticle {
	row := &schemas.StoryArticle{ArticleID: a.id(n), StoryID: a.id(story), LineageID: a.id(lineage), DuplicateKind: kindNames[a.kinds[n]]}
	if a.copies[n] >= 0 {
		row.DuplicateOf = a.id(a.copies[n])
	}
	if a.kinds[n] == exactCopy {
		one := 1.0
		row.Similarity = &one
	}
	return row
}
