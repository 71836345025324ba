package link

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/schemas"
)

// linkEvents joins the tellings of one event.
//
// Two tellings are of one event where they have the same code, the same days, a status that can
// be one event's (what was scheduled may have become actual), and one of
//   - the same two actors, one of which is more than a role ("rebels", "government");
//   - the same actor, where only one is known, at the same place on one day;
//   - the same words: the sentence of a wire service that many print.
//
// A telling without a day is joined with those of its own article, its copies and revisions only. Meetings of the same two sides are
// joined by what their tellings have of days, months and places (meeting.go).
func (l *linker) linkEvents() error {
	groups := l.sorter(3)
	defer groups.Close()
	if err := l.groupTellings(groups); err != nil {
		return err
	}
	tellings, events := l.sorter(3), l.sorter(3)
	defer tellings.Close()
	defer events.Close()
	if err := l.joinGroups(groups, tellings, events); err != nil {
		return err
	}
	if err := writeSorted[schemas.EventMention](l, "event_mentions", tellings); err != nil {
		return err
	}
	return writeSorted[schemas.Event](l, "events", events)
}

// A record of groups: the group's hash, published_at, 1 for what may be of a meeting but names no day of
// it, the event_mention_id with its length,
// the article's place, the row.

func (l *linker) groupTellings(groups *extsort.Sorter) error {
	ticks := ticker{ctx: l.ctx}
	var row schemas.EventMention
	var record, key []byte
	place := int32(0)
	for t, err := range extsort.Merge(l.options.Temp, l.runs("tellings")) {
		if err == nil {
			err = ticks.tick()
		}
		if err != nil {
			return err
		}
		for int(place) < len(l.articles.ids) && bytes.Compare(l.articles.ids[place][:], t[:idSize]) < 0 {
			place++
		}
		if int(place) == len(l.articles.ids) || !bytes.Equal(l.articles.ids[place][:], t[:idSize]) {
			continue // of an article that is no longer in the dataset
		}
		decodeTelling(t, &row)
		// The rows keep the ids that their pages gave. Three outlets that carry one text tell of one event.
		as := row
		as.ArticleID = l.articles.id(l.articles.lineage.Root(place))
		as.Actor1EntityID, as.Actor2EntityID = l.canonical(row.Actor1EntityID), l.canonical(row.Actor2EntityID)
		key = groupKey(key[:0], &as)
		sum := xxh3.Hash128(key).Bytes()
		record = append(record[:0], sum[:]...)
		record = binary.BigEndian.AppendUint64(record, uint64(l.articles.dates[place])^(1<<63))
		vague := byte(0)
		if key[0] == keyOfMeeting && !spanOf(&row).exact() {
			vague = 1
		}
		record = append(record, vague)
		record = appendText(record, row.EventMentionID)
		record = binary.BigEndian.AppendUint32(record, uint32(place))
		if err := groups.Add(appendRow(record, &row)); err != nil {
			return err
		}
	}
	return nil
}

// groupKey is the same for tellings of one event.
func groupKey(to []byte, row *schemas.EventMention) []byte {
	one := actorKey(row.Actor1EntityID, row.Actor1Code, row.Actor1Country, row.Actor1Role)
	two := actorKey(row.Actor2EntityID, row.Actor2Code, row.Actor2Country, row.Actor2Role)
	if row.Reciprocal && two < one {
		one, two = two, one
	}
	dated := row.DateStart != nil && row.DateEnd != nil
	if meets(row, one, two) {
		return appendText(appendText(appendText(append(to, keyOfMeeting), one), two), statusKey(row.Status, true))
	}
	to = appendText(appendText(to, row.CAMEOCode), statusKey(row.Status, dated))
	switch place := cmp.Or(row.PlaceEntityID, row.PlaceName); {
	case !dated:
		to = appendText(append(to, 'a'), row.ArticleID)
		to = appendText(appendText(to, cmp.Or(one, row.Actor1Name)), cmp.Or(two, row.Actor2Name))
	case one != "" && two != "" && (row.Actor1Country+row.Actor1EntityID != "" || row.Actor2Country+row.Actor2EntityID != ""):
		to = appendText(appendText(append(to, 'b'), one), two)
	case cmp.Or(one, two) != "" && place != "" && *row.DateStart == *row.DateEnd:
		to = appendText(appendText(appendText(append(to, 'p'), one), two), place)
	default:
		to = appendText(appendText(append(to, 'w'), row.Actor1Name), row.Actor2Name)
		to = appendWords(to, row.Sentence)
	}
	for _, day := range []*int32{row.DateStart, row.DateEnd} {
		if day != nil {
			to = binary.BigEndian.AppendUint32(append(to, 1), uint32(*day))
		} else {
			to = append(to, 0)
		}
	}
	return to
}

// datelineRunes is how far into a sentence a dash may stand that ends its dateline.
const datelineRunes = 60

// appendWords appends the letters and digits of a sentence, without its dateline and in small
// letters: the same for a text that two outlets print in styles of their own.
func appendWords(to []byte, sentence string) []byte {
	for i, r := range sentence {
		if i > datelineRunes {
			break
		}
		if r == '—' || r == '–' {
			sentence = sentence[i:]
			break
		}
	}
	for _, r := range sentence {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}

// actorKey is the same for actors that stand for one another in news: a country, its capital,
// its government and those who speak or fight for it.
func actorKey(entity, code, country, role string) string {
	switch {
	case country != "" && (role == "" || role == "GOV" || role == "MIL" || role == "LEG"):
		return country
	case code != "":
		return code
	}
	return entity
}

// statusKey is the same for statuses that one event may have in turn. Without a day the talks to
// come are not those that were held.
func statusKey(status string, dated bool) string {
	if status == "actual" || status == "ongoing" || status == "scheduled" && dated {
		return "real"
	}
	return status
}

// telling is a record of groups, decoded.
type telling struct {
	group [groupSize]byte
	place int32 // of its article
	row   *schemas.EventMention
}

func decodeGrouped(record []byte) telling {
	t := telling{group: [groupSize]byte(record), row: &schemas.EventMention{}}
	d := decoder{record[groupSize+8+1:]}
	d.text()
	t.place = int32(binary.BigEndian.Uint32(d.take(4)))
	decodeRow(d.b, t.row)
	return t
}

// joinGroups makes an event of each group, or several where it has meetings, and gives the tellings their
// event's id.
func (l *linker) joinGroups(groups, tellings, events *extsort.Sorter) error {
	ticks := ticker{ctx: l.ctx}
	var open []*happening // of the group, the one that was last told of at the end
	finish := func(done []*happening) error {
		for _, h := range done {
			h.joinStories(l.articles)
			row := h.row(l.articles)
			row.Actor1ID, row.Actor2ID = l.canonical(row.Actor1ID), l.canonical(row.Actor2ID)
			if err := events.Add(appendRow(append(appendText(nil, row.EventID), 0), row)); err != nil {
				return err
			}
		}
		return nil
	}
	var record []byte
	for r, err := range groups.Sorted() {
		if err == nil {
			err = ticks.tick()
		}
		if err != nil {
			return err
		}
		t := decodeGrouped(r)
		if len(open) > 0 && open[0].group != t.group {
			if err := finish(open); err != nil {
				return err
			}
			open = open[:0]
		}
		if len(open) == mostMeetings {
			if err := finish(open[:1]); err != nil {
				return err
			}
			open = slices.Delete(open, 0, 1)
		}
		var current *happening
		if open, current = admit(open, t); current == nil {
			current = newHappening(t)
			open = append(open, current)
		}
		current.add(l.articles, t)
		t.row.EventID = current.id
		record = append(appendText(record[:0], t.row.EventMentionID), 0)
		if err := tellings.Add(appendRow(record, t.row)); err != nil {
			return err
		}
	}
	return finish(open)
}

// writeSorted writes rows that a sorter holds under their keys.
func writeSorted[T any](l *linker, name string, sorter *extsort.Sorter) error {
	out, err := newTable[T](l, name)
	if err != nil {
		return err
	}
	ticks := ticker{ctx: l.ctx}
	for row, err := range rowsOf[T](sorter.Sorted()) {
		if err == nil {
			err = ticks.tick()
		}
		if err == nil {
			err = out.write(row)
		}
		if err != nil {
			return err
		}
	}
	return out.close()
}

func rowsOf[T any](sorted iter.Seq2[[]byte, error]) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for record, err := range sorted {
			if err != nil {
				yield(nil, err)
				return
			}
			d := decoder{record}
			d.text()
			d.take(1)
			row := new(T)
			decodeRow(d.b, row)
			if !yield(row, nil) {
				return
			}
		}
	}
}
