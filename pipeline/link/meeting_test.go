package link

import (
	"slices"
	"testing"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/story"
	"github.com/newsmill/newsmill/stages/when"
)

// TestMeetingsJoin gives tellings of talks of the same two sides in the order in which link reads them, and
// the event that each is of.
func TestMeetingsJoin(t *testing.T) {
	days := func(y, m, d int) *int32 { day := int32(when.DayOf(y, m, d)); return &day }
	on := func(article int32, place, value, status string, from, to *int32) telling {
		return telling{place: article, row: &schemas.EventMention{
			CAMEOCode: "046", Status: status, Reciprocal: true, Actor1Country: "NOR", Actor1Code: "NOR", Actor2Country: "SWE", Actor2Code: "SWE",
			PlaceEntityID: place, PlaceName: place, TimeValue: value, DateStart: from, DateEnd: to,
		}}
	}
	for _, test := range []struct {
		name string
		told []telling
		want []int // the event of each
		from *int32
	}{
		{"a year, and the day of a year that nothing tells, at one place", []telling{
			on(1, "oslo", "2022", "scheduled", days(2022, 1, 1), days(2022, 12, 31)), on(2, "oslo", "XXXX-01-10", "scheduled", nil, nil), on(3, "oslo", "XXXX-01-10", "scheduled", nil, nil),
		}, []int{0, 0, 0}, days(2022, 1, 10)},
		{"the same without a place", []telling{
			on(1, "", "2022", "scheduled", days(2022, 1, 1), days(2022, 12, 31)), on(2, "", "XXXX-01-10", "scheduled", nil, nil),
		}, []int{0, 1}, days(2022, 1, 1)},
		{"a month that another article names with a place", []telling{
			on(1, "oslo", "XXXX-01-10", "scheduled", nil, nil), on(2, "", "XXXX-01", "scheduled", nil, nil),
		}, []int{0, 1}, nil},
		{"a month that the same article names with a place", []telling{
			on(1, "oslo", "XXXX-01-10", "scheduled", nil, nil), on(1, "", "XXXX-01", "scheduled", nil, nil),
		}, []int{0, 0}, nil},
		{"the same day at two places", []telling{
			on(1, "oslo", "XXXX-01-10", "scheduled", nil, nil), on(2, "bergen", "XXXX-01-10", "scheduled", nil, nil),
		}, []int{0, 1}, nil},
		{"two days", []telling{
			on(1, "oslo", "XXXX-01-10", "scheduled", nil, nil), on(2, "oslo", "XXXX-01-12", "scheduled", nil, nil),
		}, []int{0, 1}, nil},
		{"what was held in a year, and what was held on a day", []telling{
			on(1, "oslo", "2022", "actual", days(2022, 1, 1), days(2022, 12, 31)), on(2, "oslo", "2022-01-10", "actual", days(2022, 1, 10), days(2022, 1, 10)),
		}, []int{0, 1}, days(2022, 1, 1)},
		{"without a day, in two articles", []telling{
			on(1, "oslo", "", "scheduled", nil, nil), on(2, "oslo", "", "scheduled", nil, nil),
		}, []int{0, 1}, nil},
		{"without a day, in one article", []telling{
			on(1, "oslo", "", "scheduled", nil, nil), on(1, "", "", "scheduled", nil, nil),
		}, []int{0, 0}, nil},
	} {
		var made, open []*happening
		var got []int
		a := &articles{urls: make([]uint64, 4), domains: make([]uint64, 4), lineage: story.NewSets(4)}
		for _, x := range test.told {
			var h *happening
			if open, h = admit(open, x); h == nil {
				h = newHappening(x)
				open, made = append(open, h), append(made, h)
			}
			h.add(a, x)
			got = append(got, slices.Index(made, h))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: events %v, want %v", test.name, got, test.want)
		}
		if first := made[0].when; test.from != nil && (!first.dated || first.from != *test.from) || test.from == nil && first.dated {
			t.Errorf("%s: is on %+v", test.name, first)
		}
	}
}
