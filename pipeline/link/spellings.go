package link

import (
	"bytes"
	"encoding/hex"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/stages/bearer"
)

// joined is an entity that is taken for another, the one of the smallest id among them.
type joined struct{ id, canonical [idSize]byte }

// Bounds, so that the memory is. A name with more spellings than that is no name.
const (
	mostJoined    = 1 << 20
	mostSpellings = 64
)

// joinSpellings finds persons whose full names are spellings of one name. Where pages or the gazetteer
// tell of different countries, they are namesakes and stay apart; one whose country nobody tells
// belongs to the others where these are of one country.
//
// A record is the hash of the name's key, the country in three bytes, the id.
func (l *linker) joinSpellings() error {
	const countrySize = 3
	sorter := l.sorter(1)
	defer sorter.Close()
	var record []byte
	for e, err := range l.bearers() {
		if err != nil {
			return err
		}
		if e.types.most() != "PERSON" {
			continue
		}
		key := bearer.SpellingKey(e.names.most())
		if key == "" {
			continue
		}
		sum := xxh3.HashString128(key).Bytes()
		var country [countrySize]byte
		copy(country[:], e.countries.most())
		record = append(append(append(record[:0], sum[:]...), country[:]...), e.id[:]...)
		if err := sorter.Add(record); err != nil {
			return err
		}
	}
	var group [][]byte
	end := func() {
		if len(group) > 1 && len(group) <= mostSpellings && len(l.joined)+len(group) <= mostJoined {
			l.joinGroup(group, groupSize, groupSize+countrySize)
		}
		group = group[:0]
	}
	for r, err := range sorter.Sorted() {
		if err != nil {
			return err
		}
		if len(group) > 0 && !bytes.Equal(group[0][:groupSize], r[:groupSize]) {
			end()
		}
		if len(group) <= mostSpellings {
			group = append(group, bytes.Clone(r))
		}
	}
	end()
	slices.SortFunc(l.joined, func(a, b joined) int { return bytes.Compare(a.id[:], b.id[:]) })
	return nil
}

// joinGroup joins the persons of one key, which are sorted by country, those without one first.
func (l *linker) joinGroup(group [][]byte, country, id int) {
	same := func(a, b []byte) bool { return bytes.Equal(a[country:id], b[country:id]) }
	unknown := 0
	for unknown < len(group) && group[unknown][country] == 0 {
		unknown++
	}
	if unknown < len(group) && same(group[unknown], group[len(group)-1]) {
		l.join(group, id) // one country only is told
		return
	}
	l.join(group[:unknown], id)
	for from := unknown; from < len(group); {
		to := from
		for to < len(group) && same(group[from], group[to]) {
			to++
		}
		l.join(group[from:to], id)
		from = to
	}
}

// join takes all of a group for the one of the smallest id.
func (l *linker) join(group [][]byte, id int) {
	if len(group) < 2 {
		return
	}
	first := group[0][id:]
	for _, r := range group {
		if bytes.Compare(r[id:], first) < 0 {
			first = r[id:]
		}
	}
	for _, r := range group {
		if !bytes.Equal(r[id:], first) {
			l.joined = append(l.joined, joined{[idSize]byte(r[id:]), [idSize]byte(first)})
		}
	}
}

// canonical is the id of the entity that one is taken for; its own where it is alone.
func (l *linker) canonical(id string) string {
	if id == "" || len(l.joined) == 0 {
		return id
	}
	b, err := hex.DecodeString(id)
	if err != nil {
		return id // of a table by another hand
	}
	if at, ok := slices.BinarySearchFunc(l.joined, b, func(j joined, b []byte) int { return bytes.Compare(j.id[:], b) }); ok {
		return idOf(l.joined[at].canonical[:])
	}
	return id
}
