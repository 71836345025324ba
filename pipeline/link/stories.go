package link

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/schemas"
)

// topEntities is how many entities a story names.
const topEntities = 10

// linkStories writes stories and story_articles.
func (l *linker) linkStories() error {
	a := l.articles
	stories, lineages := a.earliest(a.story), a.earliest(a.lineage)
	out, err := newTable[schemas.StoryArticle](l, "story_articles")
	if err != nil {
		return err
	}
	for n := range a.ids {
		if err := out.write(a.row(int32(n), stories[n], lineages[n])); err != nil {
			return err
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	members, names := l.sorter(2), l.sorter(2)
	defer members.Close()
	defer names.Close()
	if err := l.storyMembers(stories, members); err != nil {
		return err
	}
	if err := l.storyNames(stories, names); err != nil {
		return err
	}
	return l.writeStories(members, names)
}

// storyMembers adds a record for each article: its story, published_at, its id, its domain,
// its title. Stories are known by the place of their earliest article, and so by id order.
func (l *linker) storyMembers(stories []int32, members *extsort.Sorter) error {
	var record []byte
	n := 0
	for r, err := range extsort.Merge(l.options.Temp, l.runs("articles")) {
		if err != nil {
			return err
		}
		one := decodeArticle(r)
		record = binary.BigEndian.AppendUint32(record[:0], uint32(stories[n]))
		record = append(record, one.publishedAndIDPrefix[:]...)
		record = binary.BigEndian.AppendUint64(record, l.articles.domains[n])
		if err := members.Add(appendText(record, one.title)); err != nil {
			return err
		}
		n++
	}
	return nil
}

// storyNames adds a record for each entity that an article names: story, entity.
func (l *linker) storyNames(stories []int32, names *extsort.Sorter) error {
	ticks := ticker{ctx: l.ctx}
	var record []byte
	n := 0
	for r, err := range extsort.Merge(l.options.Temp, l.runs("names")) {
		if err == nil {
			err = ticks.tick()
		}
		if err != nil {
			return err
		}
		for n < len(stories) && bytes.Compare(l.articles.ids[n][:], r[:idSize]) < 0 {
			n++
		}
		if n == len(stories) {
			break
		}
		record = binary.BigEndian.AppendUint32(record[:0], uint32(stories[n]))
		if err := names.Add(append(record, r[idSize:]...)); err != nil {
			return err
		}
	}
	return nil
}

func (l *linker) writeStories(members, names *extsort.Sorter) error {
	out, err := newTable[schemas.Story](l, "stories")
	if err != nil {
		return err
	}
	next, stop := iter.Pull2(names.Sorted())
	defer stop()
	name, failed, more := next()
	domains := map[uint64]bool{}
	var current *schemas.Story
	place := uint32(0)
	finish := func() error {
		if current == nil {
			return nil
		}
		current.DomainCount = int64(len(domains))
		counts := map[string]int{}
		for more && failed == nil && binary.BigEndian.Uint32(name) == place {
			counts[string(name[4:])]++
			name, failed, more = next()
		}
		if failed != nil {
			return failed
		}
		current.TopEntities = top(counts)
		return out.write(current)
	}
	const head = 4 + 8 + idSize
	for r, err := range members.Sorted() {
		if err != nil {
			return err
		}
		if current == nil || binary.BigEndian.Uint32(r) != place {
			if err := finish(); err != nil {
				return err
			}
			place = binary.BigEndian.Uint32(r)
			current = &schemas.Story{StoryID: l.articles.id(int32(place)), FirstPublishedAt: timeOf(r[4:])}
			clear(domains)
		}
		current.ArticleCount++
		if at := timeOf(r[4:]); at != nil {
			current.LastPublishedAt = at
		}
		if domain := binary.BigEndian.Uint64(r[head:]); domain != 0 {
			domains[domain] = true
		}
		if current.Title == "" {
			d := decoder{r[head+8:]}
			current.Title = d.text()
		}
	}
	if err := finish(); err != nil {
		return err
	}
	return out.close()
}

// top gives the entities that most articles name, equally frequent ones by id.
func top(counts map[string]int) []string {
	ids := make([]string, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	ids = ids[:min(topEntities, len(ids))]
	for i, id := range ids {
		ids[i] = idOf([]byte(id))
	}
	return ids
}
