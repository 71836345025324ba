package link

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"strconv"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/schemas"
)

// mostAliases bounds the aliases of one entity, the most used ones first.
const mostAliases = 50

// linkEntities makes one row of all mentions that link to an entity.
//
// The id of an entity is made of its gazetteer entry, or of its type and name, so the same
// bearer has the same id on every page already, whatever the order of pages. What is taken for
// one beyond that, canonical_id says (spellings.go).
func (l *linker) linkEntities() error {
	if err := l.joinSpellings(); err != nil {
		return err
	}
	out, err := newTable[schemas.Entity](l, "entities")
	if err != nil {
		return err
	}
	for e, err := range l.bearers() {
		if err != nil {
			return err
		}
		row := e.row()
		row.CanonicalID = l.canonical(row.EntityID)
		if err := out.write(row); err != nil {
			return err
		}
	}
	return out.close()
}

// bearers gives the entities of all batches in the order of their ids.
func (l *linker) bearers() iter.Seq2[*gathered, error] {
	return func(yield func(*gathered, error) bool) {
		e := &gathered{}
		ticks := ticker{ctx: l.ctx}
		for record, err := range summed(extsort.Merge(l.options.Temp, l.runs("entities"))) {
			if err == nil {
				err = ticks.tick()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if e.mentions > 0 && !bytes.Equal(record[:idSize], e.id[:]) {
				if !yield(e, nil) {
					return
				}
				e = &gathered{}
			}
			e.add(record)
		}
		if e.mentions > 0 {
			yield(e, nil)
		}
	}
}

// gathered is what the records of one entity say.
type gathered struct {
	id                 [idSize]byte
	surfaces, names    tally
	types, countries   tally
	geonames, wikidata tally
	points             tally
	mentions, articles uint64
}

func (e *gathered) add(record []byte) {
	copy(e.id[:], record)
	counts := record[len(record)-countSize:]
	n := binary.BigEndian.Uint64(counts)
	e.mentions += n
	e.articles += binary.BigEndian.Uint64(counts[8:])
	d := decoder{record[idSize : len(record)-countSize]}
	for _, t := range []*tally{&e.surfaces, &e.names, &e.types, &e.countries, &e.geonames, &e.wikidata} {
		t.add(d.text(), n)
	}
	if latitude, longitude := d.text(), d.text(); latitude != "" {
		e.points.add(latitude+" "+longitude, n)
	}
}

func (e *gathered) row() *schemas.Entity {
	id := idOf(e.id[:])
	row := &schemas.Entity{
		EntityID: id, CanonicalID: id, Name: e.names.most(), Type: e.types.most(), Aliases: e.surfaces.all(mostAliases),
		Country: e.countries.most(), GeoNames: e.geonames.most(), Wikidata: e.wikidata.most(), MentionCount: int64(e.mentions), ArticleCount: int64(e.articles),
	}
	if point := e.points.most(); point != "" {
		latitude, longitude, _ := bytes.Cut([]byte(point), []byte{' '})
		row.Latitude, row.Longitude = number(latitude), number(longitude)
	}
	return row
}

func number(text []byte) *float64 {
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return nil // degrees wrote it
	}
	return &v
}

// tally counts texts; "" does not count.
type tally map[string]uint64

func (t *tally) add(text string, n uint64) {
	if text == "" {
		return
	}
	if *t == nil {
		*t = tally{}
	}
	(*t)[text] += n
}

// all gives the texts, most frequent first, equally frequent ones in the order of their bytes.
func (t tally) all(most int) []string {
	texts := make([]string, 0, len(t))
	for text := range t {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b)) })
	return texts[:min(most, len(texts))]
}

func (t tally) most() string {
	if first := t.all(1); len(first) > 0 {
		return first[0]
	}
	return ""
}
