package link

import (
	"cmp"
	"math"
	"time"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/event/cameo"
)

// happening gathers the tellings of one event, which come in the order of their publication.
type happening struct {
	group    [groupSize]byte
	id       string // of the earliest telling
	best     *schemas.EventMention
	fill     schemas.EventMention // what some telling knows that the best one may not
	tellings int64
	tone     float64
	toned    int64
	status   string
	meeting  bool // of a group that may have several
	when     span // what its tellings together tell of when it is

	places         []int32 // articles, once each, in the order of their tellings
	urls, lineages map[uint64]bool
	domains        map[uint64]bool
}

func newHappening(t telling) *happening {
	one := actorKey(t.row.Actor1EntityID, t.row.Actor1Code, t.row.Actor1Country, t.row.Actor1Role)
	two := actorKey(t.row.Actor2EntityID, t.row.Actor2Code, t.row.Actor2Country, t.row.Actor2Role)
	return &happening{group: t.group, id: t.row.EventMentionID, meeting: meets(t.row, one, two), urls: map[uint64]bool{}, lineages: map[uint64]bool{}, domains: map[uint64]bool{}}
}

func (h *happening) add(a *articles, t telling) {
	h.tellings++
	if h.best == nil || t.row.Score > h.best.Score {
		h.best = t.row
	}
	if t.row.Sentiment != nil {
		h.tone += *t.row.Sentiment
		h.toned++
	}
	if statusRank[t.row.Status] > statusRank[h.status] {
		h.status = t.row.Status
	}
	if h.meeting {
		h.when, _ = h.when.meet(spanOf(t.row))
	}
	f := &h.fill
	if f.PlaceName == "" && t.row.PlaceName != "" {
		f.PlaceEntityID, f.PlaceName, f.PlaceCountry, f.PlaceBasis = t.row.PlaceEntityID, t.row.PlaceName, t.row.PlaceCountry, t.row.PlaceBasis
		f.Latitude, f.Longitude = t.row.Latitude, t.row.Longitude
	}
	if n := len(h.places); n == 0 || h.places[n-1] != t.place {
		h.places = append(h.places, t.place)
	}
	h.urls[a.urls[t.place]] = true
	h.lineages[uint64(a.lineage.Root(t.place))] = true
	if d := a.domains[t.place]; d != 0 {
		h.domains[d] = true
	}
}

// statusRank puts a status that says more after one that says less: once a telling says that
// it happened, it happened.
var statusRank = map[string]int{"denied": 1, "hypothetical": 2, "conditional": 3, "scheduled": 4, "ongoing": 5, "actual": 6}

func (h *happening) row(a *articles) *schemas.Event {
	b := h.best
	row := &schemas.Event{
		EventID: h.id, DateStart: b.DateStart, DateEnd: b.DateEnd, DatePrecision: b.DatePrecision, DateBasis: b.DateBasis,
		FirstReportedAt: a.published(h.places[0]), LastReportedAt: h.lastReported(a), Status: h.status,
		CAMEOCode: b.CAMEOCode, CAMEORoot: cameo.Root(b.CAMEOCode), QuadClass: cameo.QuadClass(b.CAMEOCode),
		Actor1ID: b.Actor1EntityID, Actor1Name: b.Actor1Name, Actor1Code: b.Actor1Code, Actor1Country: b.Actor1Country, Actor1Role: b.Actor1Role, Actor1Basis: b.Actor1Basis,
		Actor2ID: b.Actor2EntityID, Actor2Name: b.Actor2Name, Actor2Code: b.Actor2Code, Actor2Country: b.Actor2Country, Actor2Role: b.Actor2Role, Actor2Basis: b.Actor2Basis,
		Reciprocal: b.Reciprocal, MentionCount: h.tellings, ArticleCount: int64(len(h.urls)), DomainCount: int64(len(h.domains)),
		SourceCount: int64(len(h.lineages)), Score: b.Score, Summary: b.Sentence,
	}
	if h.when.dated && (b.DateStart == nil || h.when.from != *b.DateStart || h.when.to != *b.DateEnd) {
		from, to := h.when.from, h.when.to
		row.DateStart, row.DateEnd, row.DatePrecision, row.DateBasis = &from, &to, "day", "text"
		if from != to {
			row.DatePrecision = "month"
		}
	}
	row.PLOVEREvent, row.PLOVERMode = cameo.PLOVER(b.CAMEOCode)
	row.Goldstein, _ = cameo.Goldstein(b.CAMEOCode)
	place := b
	if b.PlaceName == "" {
		place = &h.fill
	}
	row.PlaceID, row.PlaceName, row.PlaceCountry, row.PlaceBasis = place.PlaceEntityID, place.PlaceName, place.PlaceCountry, place.PlaceBasis
	row.Latitude, row.Longitude = place.Latitude, place.Longitude
	if h.toned > 0 {
		mean := math.Round(h.tone/float64(h.toned)*1e4) / 1e4
		row.Sentiment = &mean
	}
	return row
}

func (a *articles) published(n int32) *int64 {
	if a.dates[n] == math.MaxInt64 {
		return nil
	}
	return &a.dates[n]
}

// lastReported gives the latest date there is; articles without one come last.
func (h *happening) lastReported(a *articles) *int64 {
	for i := len(h.places) - 1; i >= 0; i-- {
		if at := a.published(h.places[i]); at != nil {
			return at
		}
	}
	return nil
}

// storyDays is how long after its first report an event may draw articles into one story:
// what is told again later points back, it does not follow.
const storyDays = 3

// storyArticles bounds the articles that one event makes a story of: an event that more tell
// of within days is the background of many stories.
const storyArticles = 200

// joinStories puts articles that tell of the event while it is news into one story.
func (h *happening) joinStories(a *articles) {
	if len(h.places) < 2 || len(h.places) > storyArticles || a.published(h.places[0]) == nil {
		return
	}
	first := h.places[0]
	until := a.dates[first] + storyDays*24*int64(time.Hour/time.Microsecond)
	for _, n := range h.places[1:] {
		if cmp.Compare(a.dates[n], until) <= 0 {
			a.story.Join(first, n)
		}
	}
}
