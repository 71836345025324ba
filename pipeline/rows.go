package pipeline

import (
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/dedupe"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/segment/token"
	"github.com/newsmill/newsmill/stages/sentiment"
	"github.com/newsmill/newsmill/stages/when"
)

// pageRows are the rows that one page gives: those of an article, or one of rejects.
type pageRows struct {
	article   *schemas.Article
	blocks    []schemas.Block
	sentences []schemas.Sentence
	mentions  []schemas.Mention
	quotes    []schemas.Quote
	times     []schemas.Time
	tellings  []schemas.EventMention
	tokens    []schemas.Token // where they are asked for
	reject    *schemas.Reject
}

// rows turns a finished document into rows, byte offsets into code points.
func (d *document) rows(tokens bool) pageRows {
	r := rower{document: d, points: countCodePoints(d.article.Text)}
	rows := pageRows{
		article: r.article(), blocks: r.blocks(), sentences: r.sentences(), mentions: r.mentions(),
		quotes: r.quotes(), times: r.times(), tellings: r.tellings(),
	}
	if tokens {
		rows.tokens = r.tokens()
	}
	return rows
}

type rower struct {
	*document
	points codePoints
}

func (r *rower) article() *schemas.Article {
	d, meta := r.document, r.document.article.Meta
	warnings := slices.Clone(d.article.Warnings)
	slices.Sort(warnings)
	text := d.article.Text
	return &schemas.Article{
		ArticleID: d.id, SourcePath: d.page.Path, SourceRecord: d.page.Record, SourceOffset: d.page.Offset,
		URL: d.page.URL, CanonicalURL: meta.CanonicalURL, Domain: r.domain(), Site: meta.Site, Section: meta.Section,
		Title: meta.Title, Authors: meta.Authors, Agencies: meta.Agencies,
		Language: d.language, LanguageScore: knownScore(d.language != "und", rounded(float32(d.languageScore))),
		PublishedAt: micros(meta.Published.Time), PublishedPrecision: meta.Published.Precision, PublishedBasis: meta.Published.Basis,
		UpdatedAt: micros(meta.Updated.Time), CrawledAt: micros(d.page.Given.CrawledAt),
		ImageURL: meta.ImageURL, ImageCaption: meta.ImageCaption,
		Text: text, TextHash: dedupe.TextHash(text), CharCount: int32(r.points.total), WordCount: words(text, d.text.Tokens),
		SentenceCount: int32(len(d.text.Sentences)), RemovedCharCount: r.removed(),
		Sentiment: tone(d.toneOfAll), Warnings: slices.Compact(warnings),
	}
}

func (r *rower) domain() string {
	if site := article.SiteOf(r.page.URL); site != "" {
		return site
	}
	return article.SiteOf(r.document.article.Meta.CanonicalURL)
}

func (r *rower) removed() (n int64) {
	for i := range r.document.article.Blocks {
		if b := &r.document.article.Blocks[i]; !b.Kept {
			n += int64(utf8.RuneCountInString(b.Text))
		}
	}
	return n
}

func words(text string, tokens []token.Token) (n int32) {
	for _, t := range tokens {
		for _, c := range text[t.Start:t.End] {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				n++
				break
			}
		}
	}
	return n
}

func (r *rower) blocks() []schemas.Block {
	rows := make([]schemas.Block, len(r.document.article.Blocks))
	for i := range rows {
		b := &r.document.article.Blocks[i]
		row := schemas.Block{
			ArticleID: r.id, BlockIndex: int32(i), Label: string(b.Label), Kept: b.Kept, Reason: b.Reason,
			Score: knownScore(b.Score >= 0, rounded(b.Score)),
		}
		if b.Kept {
			start, end := r.points.at(b.Start), r.points.at(b.End)
			row.CharStart, row.CharEnd = &start, &end
		} else {
			row.Text = b.Text
		}
		if b.RawStart >= 0 {
			start, end := int64(b.RawStart), int64(b.RawEnd)
			row.RawStart, row.RawEnd = &start, &end
		}
		rows[i] = row
	}
	return rows
}

func (r *rower) sentences() []schemas.Sentence {
	rows := make([]schemas.Sentence, len(r.text.Sentences))
	q := 0
	for i, s := range r.text.Sentences {
		for q < len(r.document.quotes) && r.document.quotes[q].End <= s.Start {
			q++
		}
		rows[i] = schemas.Sentence{
			ArticleID: r.id, SentenceIndex: int32(i), CharStart: r.points.at(s.Start), CharEnd: r.points.at(s.End),
			Text: r.text.Text[s.Start:s.End], ParagraphIndex: int32(s.Paragraph), InQuote: r.quoted(q, s.Start, s.End),
		}
		if i < len(r.tone) {
			rows[i].Sentiment = tone(r.tone[i])
		}
	}
	return rows
}

// quoted tells whether a quote between marks, from the q-th on, holds the sentence as a
// whole; the marks themselves stand outside the quote.
func (r *rower) quoted(q, start, end int) bool {
	const marks = 4 // bytes that marks may take at either end
	for ; q < len(r.document.quotes) && r.document.quotes[q].Start < end; q++ {
		quote := &r.document.quotes[q]
		if quote.Kind != "indirect" && quote.Start <= start+marks && end <= quote.End+marks {
			return true
		}
	}
	return false
}

func (r *rower) mentions() []schemas.Mention {
	rows := make([]schemas.Mention, len(r.names.Mentions))
	for i := range rows {
		m := &r.names.Mentions[i]
		row := schemas.Mention{
			MentionID: r.mentionID(i), ArticleID: r.id, SentenceIndex: int32(m.Sentence),
			CharStart: r.points.at(m.Start), CharEnd: r.points.at(m.End), Surface: r.text.Text[m.Start:m.End],
			Type: string(m.Type), Score: rounded(m.Score), Country: m.Country,
		}
		if e := r.entityOf(i); e != nil {
			row.EntityID, row.EntityName, row.GeoNames, row.Wikidata = e.ID, e.Name, e.GeoNames, e.Wikidata
			row.LinkScore = known(rounded(m.LinkScore))
			row.Latitude, row.Longitude = point(e)
		}
		if r.toward != nil {
			row.Sentiment, row.SentimentLabel = known(rounded(r.toward[i].Value)), r.toward[i].Label.String()
		}
		rows[i] = row
	}
	return rows
}

func (r *rower) quotes() []schemas.Quote {
	rows := make([]schemas.Quote, len(r.document.quotes))
	for i := range rows {
		q := &r.document.quotes[i]
		rows[i] = schemas.Quote{
			QuoteID: r.spanID(q.Start, q.End), ArticleID: r.id, Kind: q.Kind,
			CharStart: r.points.at(q.Start), CharEnd: r.points.at(q.End), Text: r.text.Text[q.Start:q.End],
			Cue: q.Cue, SpeakerMentionID: r.mentionID(q.Speaker), SpeakerName: q.SpeakerName,
			ReportedByMentionID: r.mentionID(q.Reporter), ReportedByName: q.ReporterName, Score: rounded(q.Score),
		}
		if e := r.entityOf(q.Speaker); e != nil {
			rows[i].SpeakerEntityID, rows[i].SpeakerName = e.ID, e.Name
		}
		if e := r.entityOf(q.Reporter); e != nil {
			rows[i].ReportedByEntityID, rows[i].ReportedByName = e.ID, e.Name
		}
	}
	return rows
}

func (r *rower) times() []schemas.Time {
	rows := make([]schemas.Time, len(r.document.times))
	for i := range rows {
		t := &r.document.times[i]
		rows[i] = schemas.Time{
			TimeID: r.spanID(t.Start, t.End), ArticleID: r.id, SentenceIndex: int32(t.Sentence),
			CharStart: r.points.at(t.Start), CharEnd: r.points.at(t.End), Surface: r.text.Text[t.Start:t.End],
			Kind: t.Kind, Value: t.Value, DateStart: day(t.From), DateEnd: day(t.To), Precision: t.Precision,
		}
	}
	return rows
}

func (r *rower) tellings() []schemas.EventMention {
	rows := make([]schemas.EventMention, len(r.events))
	for i := range rows {
		t := &r.events[i]
		id := fmt.Sprintf("%s%02x", r.spanID(t.TriggerStart, t.TriggerEnd), t.Ordinal)
		s := r.text.Sentences[t.Sentence]
		row := schemas.EventMention{
			EventMentionID: id, EventID: id, ArticleID: r.id, SentenceIndex: int32(t.Sentence),
			TriggerStart: r.points.at(t.TriggerStart), TriggerEnd: r.points.at(t.TriggerEnd),
			Trigger:         r.text.Text[t.TriggerStart:t.TriggerEnd],
			Actor1MentionID: r.mentionID(t.Source.Mention), Actor2MentionID: r.mentionID(t.Target.Mention),
			PlaceMentionID: r.mentionID(t.Place), AttributedTo: r.mentionID(t.AttributedTo),
			CAMEOCode: t.Code, Status: t.Status, Rule: t.Rule, Score: rounded(t.Score), Reciprocal: t.Reciprocal,
			Actor1EntityID: r.entityID(t.Source), Actor1Name: t.Source.Name, Actor1Code: t.Source.Code, Actor1Country: t.Source.Country, Actor1Role: t.Source.Role, Actor1Basis: t.Source.Basis(),
			Actor2EntityID: r.entityID(t.Target), Actor2Name: t.Target.Name, Actor2Code: t.Target.Code, Actor2Country: t.Target.Country, Actor2Role: t.Target.Role, Actor2Basis: t.Target.Basis(),
			DateStart: day(t.From), DateEnd: day(t.To), DatePrecision: t.Precision, DateBasis: t.DateBasis,
			Sentence: r.text.Text[s.Start:s.End],
		}
		if t.Time >= 0 {
			time := &r.document.times[t.Time]
			row.TimeID, row.TimeValue = r.spanID(time.Start, time.End), time.Value
		}
		if t.Quote >= 0 {
			quote := &r.document.quotes[t.Quote]
			row.QuoteID = r.spanID(quote.Start, quote.End)
		}
		if t.Place >= 0 {
			row.PlaceName = r.text.Text[r.names.Mentions[t.Place].Start:r.names.Mentions[t.Place].End]
			row.PlaceCountry, row.PlaceBasis = r.names.Mentions[t.Place].Country, t.PlaceBasis
		}
		if e := r.entityOf(t.Place); e != nil {
			row.PlaceEntityID, row.PlaceName = e.ID, e.Name
			row.Latitude, row.Longitude = point(e)
		}
		if t.Sentence < len(r.tone) {
			row.Sentiment = tone(r.tone[t.Sentence])
		}
		rows[i] = row
	}
	return rows
}

// spanID is the key of what stands at a span: the article's id, start and end in hex.
func (r *rower) spanID(start, end int) string {
	var id [48]byte
	n := copy(id[:], r.id)
	var span [8]byte
	a, b := uint32(r.points.at(start)), uint32(r.points.at(end))
	for i := range 4 {
		span[i], span[4+i] = byte(a>>(24-8*i)), byte(b>>(24-8*i))
	}
	n += hex.Encode(id[n:], span[:])
	return string(id[:n])
}

func (r *rower) mentionID(i int) string {
	if i < 0 {
		return ""
	}
	return r.spanID(r.names.Mentions[i].Start, r.names.Mentions[i].End)
}

// entityOf gives the entity that a mention links to, nil where it links to none.
func (r *rower) entityOf(mention int) *entity.Entity {
	if mention < 0 || r.names.Mentions[mention].Entity < 0 {
		return nil
	}
	return &r.names.Entities[r.names.Mentions[mention].Entity]
}

func (r *rower) entityID(a actor.Actor) string {
	if e := r.entityOf(a.Mention); e != nil {
		return e.ID
	}
	return ""
}

// rounded gives a score to four decimals: what a float32 has beyond them is noise that makes
// tables hard to read.
func rounded(score float32) float64 { return math.Round(float64(score)*1e4) / 1e4 }

func known[T any](v T) *T { return &v }

func knownScore(is bool, v float64) *float64 {
	if !is {
		return nil
	}
	return &v
}

func tone(s sentiment.Score) *float64 { return knownScore(s.Known, rounded(s.Value)) }

func point(e *entity.Entity) (latitude, longitude *float64) {
	if !e.HasPoint {
		return nil, nil
	}
	return &e.Latitude, &e.Longitude
}

func day(d when.Day) *int32 {
	if d == when.NoDay {
		return nil
	}
	return known(int32(d))
}

func micros(t time.Time) *int64 {
	if t.IsZero() {
		return nil
	}
	return known(t.UnixMicro())
}
