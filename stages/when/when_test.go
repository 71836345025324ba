package when

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/syntax"
)

// sunday is the day that these tests are published on: Sunday, 26 December 2021.
var sunday = Anchor{Day: DayOf(2021, 12, 26), Known: true}

// read gives what stands in a text as "surface=value", with the kind where it is no date.
func read(text, language string, anchor Anchor) string {
	var out []string
	for _, t := range Find(split(text, language), anchor) {
		s := text[t.Start:t.End] + "=" + t.Value
		if t.Kind != "DATE" {
			s += " " + t.Kind
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// Dates in full.
		{"They met on January 10, 2022, in Geneva.", "January 10, 2022=2022-01-10"},
		{"They met on 10 January 2022 in Geneva.", "10 January 2022=2022-01-10"},
		{"It began on Dec. 23, 2021 and went on.", "Dec. 23, 2021=2021-12-23"},
		{"The log says 2021-12-23 and no more.", "2021-12-23=2021-12-23"},
		{"Due on 23/12/2021 at the latest.", "23/12/2021=2021-12-23"},
		{"Due on 10/01/2022 at the latest.", ""}, // January or October
		{"The war of June 2014 went on.", "June 2014=2014-06"},
		{"The unions called a strike for Tuesday.", "Tuesday=2021-12-28"},
		{"The government had announced elections for May 12.", "May 12=2022-05-12"},
		{"It has grown since 2014.", "2014=2014"},
		{"He rose in the 1990s.", "the 1990s=199"},
		{"It was built in the 20th century.", "the 20th century=19"},
		{"The atlas of nineteen ninety-six was used.", "nineteen ninety-six=1996"},
		{"In the first half of 2021 sales fell.", "the first half of 2021=2021-H1"},
		{"Sales fell in the third quarter of 2020.", "the third quarter of 2020=2020-Q3"},
		{"They met in the summer of 2019.", "the summer of 2019=2019-SU"},
		// From one day to another.
		{"It was held on June 11-12, 2026 in London.", "June 11-12, 2026=2026-06-11/2026-06-12"},
		{"The fair (May 31–June 4, 2026) was big.", "May 31–June 4, 2026=2026-05-31/2026-06-04"},
		{"It ran 30 December-2 January 2020.", "30 December-2 January 2020=2019-12-30/2020-01-02"},
		{"It ran from 3 to 5 May 2026.", "3=2026-05-03; 5 May 2026=2026-05-05"},
		{"Sales rose in January-March 2020.", "January=2020-01; March 2020=2020-03"},
		{"It rose from May 3 to 5 percent.", "May 3=2021-05-03"},
		// A story of long ago goes on in its month; another month is none of it.
		{"The wall rose on 13 August 1961. Guards shot a tailor on 24 August.", "13 August 1961=1961-08-13; 24 August=1961-08-24"},
		{"The wall rose on 13 August 1961. Guards shot a tailor on 24 October.", "13 August 1961=1961-08-13; 24 October=2021-10-24"},
		// The tense decides.
		{"Talks were held on January 10.", "January 10=2021-01-10"},
		{"Talks will be held on January 10.", "January 10=2022-01-10"},
		{"Talks are to be held on January 10.", "January 10=2022-01-10"},
		{"The two sides met on Thursday.", "Thursday=2021-12-23"},
		{"The two sides will meet on Thursday.", "Thursday=2021-12-30"},
		{"He could not be reached on Friday.", "Friday=2021-12-24"},
		{"The agency has given them until 9 a.m. Tuesday to sign a paper.", "9 a.m. Tuesday=2021-12-28T09:00 TIME"},
		{"The vote was scheduled for Monday.", "Monday=2021-12-27"},
		{"He left as early as Tuesday.", "Tuesday=2021-12-28"},
		{"The case is heard in May.", "May=2022-05"},
		{"Officials said on Friday that it was over.", "Friday=2021-12-24"},
		{"It was the worst flood since March.", "March=2021-03"},
		{"Talks are expected in January.", "January=2022-01"},
		{"Prices fell in January.", "January=2021-01"},
		{"Thursday, January 13, 2022, will be cold.", "Thursday, January 13, 2022=2022-01-13"},
		{"MOSCOW, December 25 (Wire)", "December 25=2021-12-25"}, // a dateline
		{"The two-day talks which ended Thursday are aimed at a truce.", "The two-day=P2D DURATION; Thursday=2021-12-23"},
		{"Neither he nor his sons could be located Wednesday in the town.", "Wednesday=2021-12-22"},
		{"No one could be reached Wednesday at the office.", "Wednesday=2021-12-22"},
		{"The dividend would be paid in January.", "January=2022-01"},
		{"Markets fell ahead of Friday's report.", "Friday=2021-12-31"},
		{"It created an office, effective Feb. 1.", "Feb. 1=2022-02-01"},
		// Counted from the publication.
		{"He left last June.", "last June=2021-06"},
		{"He comes back next year.", "next year=2022"},
		{"It happened last week.", "last week=2021-W50"},
		{"It happened two weeks ago.", "two weeks ago=2021-W49"},
		{"It happened three days ago.", "three days ago=2021-12-23"},
		{"He called yesterday.", "yesterday=2021-12-25"},
		{"Prices rose this month.", "this month=2021-12"},
		{"A meeting attended by all will follow on January 13.", "January 13=2022-01-13"},
		{"He died late on Monday.", "late on Monday=2021-12-20"},
		{"They meet in early January and will talk.", "early January=2022-01"},
		{"It fell in mid-November.", "mid-November=2021-11"},
		{"He called on Monday morning.", "Monday morning=2021-12-20TMO TIME"},
		{"He slept last night.", "last night=2021-12-25TNI TIME"},
		{"They vote at the end of the year.", "the end of the year=2021"},
		// Times, durations, sets, references.
		{"He arrived at 10 a.m. and left at 3:30pm.", "10 a.m.=T10:00 TIME; 3:30pm=T15:30 TIME"},
		{"Polls opened at 10 a.m. on Thursday.", "10 a.m. on Thursday=2021-12-23T10:00 TIME"},
		{"It took two months.", "two months=P2M DURATION"},
		{"It fell over the past several months.", "the past several months=PXM DURATION"},
		{"A four-day visit is planned.", "four-day=P4D DURATION"},
		{"They meet every Monday.", "every Monday=XXXX-WXX-1 SET"},
		{"The daily paper has it.", "daily=P1D SET"},
		{"The Monday and Tuesday nights are sold out.", "Monday=XXXX-WXX-1TNI SET; Tuesday nights=XXXX-WXX-2TNI SET"},
		{"It earned $5 million a year and met twice a week.", "a year=P1Y SET; a week=P1W SET"},
		{"It ran for 5 1/2 hours, two and a half years, half an hour.", "5 1/2 hours=PT5H30M DURATION; two and a half years=P2Y6M DURATION; half an hour=PT30M DURATION"},
		{"Two more weeks are left. Another year passed.", "Two more weeks=P2W DURATION; Another year=P1Y DURATION"},
		{"It took two thousand years, and two decades.", "two thousand years=P2000Y DURATION; two decades=P20Y DURATION"},
		{"It began in the year two thousand and ten.", "the year two thousand and ten=2010"},
		{"Future talks follow the recent visit.", "Future=FUTURE_REF; recent=PAST_REF"},
		{"He left soon after the vote.", ""},
		{"He is now in Rome and will soon be back.", "now=PRESENT_REF; soon=FUTURE_REF"},
		{"He was there recently.", "recently=PAST_REF"},
		{"He had to wait 44 years before he could buy it.", "44 years=P44Y DURATION"},
		{"It took five consecutive days, eight trading days, a month or two.", "five consecutive days=P5D DURATION; eight trading days=P8D DURATION; a month or two=P1M DURATION"},
		{"The race was won in 2:02.75 seconds.", ""},
		{"He wrote in the Daily Mail.", ""},
		// Beside a date nearby.
		{"The vote was held on June 3, 2021. Results came the day after.", "June 3, 2021=2021-06-03; the day after=2021-06-04"},
		{"The vote was held on June 3, 2021. Later that day he left. He came back later that year.", "June 3, 2021=2021-06-03; Later that day=2021-06-03; later that year=2021"},
		{"They met on June 3 and 4, when 5 people died.", "June 3=2021-06-03; 4=2021-06-04"},
		{"That day he left.", ""}, // none is told
		// Seasons and years around the publication.
		{"Prices fell in the summer and will rise in the spring.", "the summer=2021-SU; the spring=2022-SP"},
		{"It fell to the levels of the early summer, well into the fall.", "the early summer=2021-SU; the fall=2021-FA"},
		{"They hope to finish by year-end, and it is up since year-end.", "year-end=2021-12-31; year-end=2020-12-31"},
		{"They led the 2016 protests ahead of 2024 polls.", "2016=2016; 2024=2024"},
		{"The fall of Kabul was quick.", ""},
		{"Sales fell for the year.", "the year=2021"},
		{"It closed the year ended March 31 with a loss.", "the year=P1Y DURATION; March 31=2021-03-31"},
		// Days that have a name.
		{"They met on Christmas Day and will meet on Good Friday.", "Christmas Day=2021-12-25; Good Friday=2022-04-15"},
		{"The vote was on Election Day 2016, and he left last Thanksgiving.", "Election Day 2016=2016-11-08; last Thanksgiving=2021-11-25"},
		{"The Christmas tree was lit.", ""},
		// Words that are no dates.
		{"May I ask? You may not march on the capital.", ""},
		{"She wrote it in the Sunday Times.", ""},
		{"He came second on Black Friday.", ""},
		{"It cost $2000 and 1999 people came as soon as possible.", ""},
		{"The 30-year-old Jan Smith and April Jones won 3:30.", ""},
	} {
		if got := read(test.text, "en", sunday); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestFindWithoutAnchor(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Talks will be held on January 10.", "January 10=XXXX-01-10"},
		{"They met on Thursday.", "Thursday=XXXX-WXX-4"},
		{"He called yesterday.", "yesterday="},
		{"It began in June 2014.", "June 2014=2014-06"},
		{"It happened last week.", "last week="},
		{"Prices fell in January.", "January=XXXX-01"},
		{"They met on June 3, 2014. A second round followed on July 10.", "June 3, 2014=2014-06-03; July 10=2014-07-10"},
		{"Meetings on October 10-12 are open.", "October 10-12=XXXX-10-10/XXXX-10-12"},
	} {
		if got := read(test.text, "en", Anchor{}); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
		for _, found := range Find(split(test.text, "en"), Anchor{}) {
			if !strings.HasPrefix(found.Value, "2014-0") && (found.From != NoDay || found.To != NoDay) {
				t.Errorf("%q: days %v to %v without an anchor", test.text, found.From, found.To)
			}
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	for _, test := range []struct{ language, text, want string }{
		{"de", "Das Treffen war am 10. Januar 2022 in Genf.", "10. Januar 2022=2022-01-10"},
		{"de", "Das Treffen war am 10.01.2022 in Genf.", "10.01.2022=2022-01-10"},
		{"fr", "La réunion du 10 janvier 2022 à Genève.", "10 janvier 2022=2022-01-10"},
		{"es", "La reunión del 10 de enero de 2022 en Ginebra.", "10 de enero de 2022=2022-01-10"},
		{"nb", "Møtet 10. januar 2022 i Genève.", "10. januar 2022=2022-01-10"},
		{"ru", "Встреча 10 января 2022 в Женеве.", "10 января 2022=2022-01-10"},
		{"fr", "Il sera second en mars, mai ou avril.", ""},
	} {
		if got := read(test.text, test.language, sunday); got != test.want {
			t.Errorf("%s %q: got %s, want %s", test.language, test.text, got, test.want)
		}
	}
}

// What a value says and the days that come with it are the same.
func TestDays(t *testing.T) {
	for _, test := range []struct{ text, from, to, precision string }{
		{"It happened last week.", "2021-12-13", "2021-12-19", "week"},
		{"It happened in February 2020.", "2020-02-01", "2020-02-29", "month"},
		{"It happened in 2014.", "2014-01-01", "2014-12-31", "year"},
		{"It happened in the 1990s.", "1990-01-01", "1999-12-31", "decade"},
		{"It happened in the fourth quarter of 2020.", "2020-10-01", "2020-12-31", "quarter"},
		{"It took two months.", "", "", "month"},
	} {
		found := Find(split(test.text, "en"), sunday)
		if len(found) != 1 || found[0].From.String() != test.from || found[0].To.String() != test.to || found[0].Precision != test.precision {
			t.Errorf("%q: %+v, want %s to %s, %s", test.text, found, test.from, test.to, test.precision)
		}
	}
}

func TestDayOfAgainstTime(t *testing.T) {
	for d := Day(-800000); d < 400000; d += 97 {
		at := time.Unix(int64(d)*86400, 0).UTC()
		if y, m, day := d.Date(); y != at.Year() || m != int(at.Month()) || day != at.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, at)
		}
		if got := DayOf(at.Year(), int(at.Month()), at.Day()); got != d {
			t.Fatalf("DayOf %v is %d, want %d", at, got, d)
		}
		y, w := d.week()
		if wantY, wantW := at.ISOWeek(); y != wantY || w != wantW {
			t.Fatalf("week of %v is %d-%d", at, y, w)
		}
		if got := d.weekday() % 7; got != int(at.Weekday()) {
			t.Fatalf("weekday of %v is %d", at, got)
		}
	}
}

// The tables name only classes that the grammar reads.
func TestTables(t *testing.T) {
	known := map[class]bool{}
	for _, c := range strings.Fields("month abbreviation weekday weekdays number ordinal quantity unit units season daypart day tonight overnight " +
		"reference clock half step part edge every set the article of or and to at ago before after future fiscal old halfyear preposition about on decade " +
		"masthead nameday will was is plural near rate full more another same that these dayparts") {
		known[class(c)] = true
	}
	for language, words := range tables() {
		for form, w := range words {
			if !known[w.class] && w.feasts == nil || form == "" || form != strings.ToLower(form) || len(form) > maxWord {
				t.Errorf("%s %q: %+v", language, form, w)
			}
			if (w.class == "month" || w.class == "abbreviation") && (w.number < 1 || w.number > 12) {
				t.Errorf("%s %q: month %d", language, form, w.number)
			}
		}
	}
}

// check holds for every text: spans inside it, on the boundaries of runes, in order, apart.
func check(t *testing.T, doc *syntax.Document, found []Time) {
	t.Helper()
	last := 0
	for _, x := range found {
		if x.Start < last || x.End <= x.Start || x.End > len(doc.Text) || x.Sentence < 0 || x.Sentence >= len(doc.Sentences) {
			t.Fatalf("span %+v after %d in %q", x, last, doc.Text)
		}
		valid := utf8.ValidString(doc.Text) // text that is not has no runes to cut
		if valid && (!utf8.RuneStart(doc.Text[x.Start]) || x.End < len(doc.Text) && !utf8.RuneStart(doc.Text[x.End])) {
			t.Fatalf("span %+v cuts a rune of %q", x, doc.Text)
		}
		if s := doc.Sentences[x.Sentence]; x.Start < s.Start || x.End > s.End {
			t.Fatalf("span %+v is not in its sentence %+v of %q", x, s, doc.Text)
		}
		if (x.From == NoDay) != (x.To == NoDay) || x.From > x.To {
			t.Fatalf("days of %+v in %q", x, doc.Text)
		}
		switch x.Kind {
		case "DATE", "TIME", "DURATION", "SET":
		default:
			t.Fatalf("kind of %+v in %q", x, doc.Text)
		}
		last = x.End
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"On Jan. 10, 2022 at 3:30pm the first half of the past two weeks ago.", "the 1990s' every 99999999 years ago, 2021-12-23T10:00",
		"Thursday, 31 February 2021, mid-", "last next this early the the year 2000 year-ago quarter", "am 31. Dezember 9999", "nineteen hundred twenty-one-day \xff'90s", "9/9/9999 0/0/0000 30.2.2020",
	} {
		f.Add(s, int32(18987), true)
	}
	f.Fuzz(func(t *testing.T, text string, day int32, known bool) {
		for _, language := range []string{"en", "de", "xx"} {
			doc := split(text, language)
			check(t, doc, Find(doc, Anchor{Day: Day(day), Known: known}))
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The ministers of both countries will meet in Geneva on January 10, officials said on Thursday. "+
		"A second round was held last June, two weeks after the first one, and the daily talks took several months in the summer of 2019. "+
		"Nobody else at the table had anything to add to what their leaders had told reporters about the matter in the capital. ", 16)
	doc := split(text, "en")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, sunday)
	}
}

// Expressions that could go on for ever cost no more than the text is long.
func TestEndlessExpressions(t *testing.T) {
	for _, part := range []string{"the end of ", "10 a.m. ", "fiscal ", "the summer of the ", "early ", "the ", "every two ", "January 10, ", "last ", "1-", "two hundred ", "noon on Monday "} {
		doc := split(strings.Repeat(part, 3_000), "en")
		check(t, doc, Find(doc, sunday))
	}
}
