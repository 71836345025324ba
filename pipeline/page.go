package pipeline

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/extract/metadata"
	"github.com/newsmill/newsmill/stages/language"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/segment"
	"github.com/newsmill/newsmill/stages/sentiment"
	"github.com/newsmill/newsmill/stages/source"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
	"github.com/newsmill/newsmill/stages/where"
)

// stage is a step that a page takes; its name stands in rejects and in the summary.
type stage int

const (
	stageDecode stage = iota
	stageExtract
	stageLanguage
	stageSegment
	stageSyntax
	stageEntity
	stageWhen
	stageQuote
	stageSentiment
	stageEvent
	stageRows
	stages
)

var stageNames = [stages]string{"decode", "extract", "language", "segment", "syntax", "entity", "when", "quote", "sentiment", "event", "rows"}

// uncoded is ISO 639's code of languages without one; the table articles has und for it.
const uncoded = "mis"

// mill takes single pages through all stages. It is shared by all workers.
type mill struct {
	config Config
	spent  [stages]atomic.Int64 // nanoseconds
	enter  func(stage)          // called before each stage; nil but in tests, which fail there
}

// errMentions says that the spans an input row gives do not fit its text.
var errMentions = errors.New("mentions do not fit")

// grind takes a page through all stages. Whatever goes wrong on the way is one row of rejects.
func (m *mill) grind(page *source.Page, site *article.Template) (out pageRows) {
	at := stageDecode
	defer func() {
		if cause := recover(); cause != nil {
			out = pageRows{reject: rejectOf(page, stageNames[at], "panic",
				fmt.Sprintf("%v; this is a defect of newsmill, please report it with this page\n%s", cause, stack()))}
		}
	}()
	begin := time.Now()
	step := func(next stage) {
		now := time.Now()
		m.spent[at].Add(int64(now.Sub(begin)))
		at, begin = next, now
		if m.enter != nil {
			m.enter(next)
		}
	}
	d := document{page: page, id: page.ID()}
	var text []byte
	origin := source.Nowhere
	var bank *source.Treebank
	if page.Kind == source.CoNLLU {
		var broken *source.Fault
		if bank, broken = page.Treebank(); broken != nil {
			return pageRows{reject: faultRow(broken)}
		}
	} else {
		text, _, origin = page.UTF8()
	}

	step(stageExtract)
	given := metadata.Given{
		Title: page.Given.Title, Language: page.Given.Language, Site: page.Given.Site, Crawled: page.Given.CrawledAt,
		Published: article.Date{Time: page.Given.PublishedAt, Precision: page.Given.PublishedPrecision, Basis: "input"},
	}
	if page.Given.PublishedAt.IsZero() {
		given.Published = article.Date{}
	}
	none := m.config.Clean == "none"
	switch page.Kind {
	case source.HTML:
		d.article = extract.HTML(text, extract.Options{URL: page.URL, Template: site, Given: given})
	case source.CoNLLU: // its words have their places in the text, so the text stays as it is
		d.article = clean.Text(bank.Text, clean.Options{URL: page.URL, Given: given, Keep: true})
	default:
		d.article = clean.Text(string(text), clean.Options{URL: page.URL, Template: site, Given: given, Keep: none})
	}
	places(d.article.Blocks, &origin)
	hints, err := m.hints(&d)
	if err != nil {
		return pageRows{reject: rejectOf(page, "source", "bad_mentions", err.Error())}
	}

	step(stageLanguage)
	d.language, d.languageScore = language.Choose(d.article.Text, d.article.Meta.Language)

	step(stageSegment)
	read := d.language // text of unknown language is read as English, unless it is none that is known
	if d.language == language.Unknown && language.Foreign(d.article.Text) {
		read = uncoded
	}
	if bank != nil {
		d.text.Document, d.forms = cutAlready(bank, read)
	} else {
		d.text.Document = segment.Split(d.article.Text, read)
	}

	step(stageSyntax)
	if bank == nil || syntax.Known(d.language) { // a treebank without a language is as likely in any other
		d.text.Analyse()
	}
	if read != language.Unknown && !syntax.Known(read) {
		d.article.Warn("untagged_language")
	}

	step(stageEntity)
	d.names = entity.Find(&d.text, hints)
	d.dateline = where.Dateline(&d.text.Document, &d.names)

	step(stageWhen)
	anchor := anchorOf(d.article.Meta.Published)
	d.times = when.Find(&d.text, anchor)

	step(stageQuote)
	d.quotes = quote.Find(&d.text, &d.names)

	step(stageSentiment)
	d.tone, d.toneOfAll = sentiment.Of(&d.text.Document)
	d.toward = toward(&d)

	step(stageEvent)
	d.events = event.Code(&event.Input{
		Doc: &d.text, Found: &d.names, Times: d.times, Quotes: d.quotes, Anchor: anchor, Dateline: d.dateline, Patterns: m.config.events(),
	})

	step(stageRows)
	out = d.rows(m.config.wants("tokens"))
	step(stageRows)
	return out
}

// toward gives the tone toward each name of a text that is analysed.
func toward(d *document) (tones []sentiment.Tone) {
	if d.text.Words == nil {
		return nil
	}
	var r sentiment.Reader
	tones = make([]sentiment.Tone, len(d.names.Mentions))
	for i := range d.names.Mentions {
		tones[i] = r.Toward(&d.text, d.names.Mentions[i].Start, d.names.Mentions[i].End)
	}
	return tones
}

// places gives blocks their bytes in the page as it came.
func places(blocks []article.Block, origin *source.Origin) {
	switch {
	case origin.Same():
		return
	case !origin.Known():
		for i := range blocks {
			blocks[i].RawStart, blocks[i].RawEnd = -1, -1
		}
		return
	}
	offsets := make([]int, 0, 2*len(blocks))
	for i := range blocks {
		offsets = append(offsets, max(blocks[i].RawStart, 0), max(blocks[i].RawEnd, 0))
	}
	origin.Places(offsets)
	for i := range blocks {
		if b := &blocks[i]; b.RawStart >= 0 {
			b.RawStart, b.RawEnd = offsets[2*i], offsets[2*i+1]
		}
	}
}

// warmUp takes a page through all stages, so that each has read its tables: what they cost is
// no page's.
func warmUp() {
	doc := syntax.Document{Document: segment.Split("Oslo, Norway.", "und")}
	var lists sync.WaitGroup // the long ones, while the page waits for the models of syntax
	lists.Go(func() { entity.Find(&doc, entity.Hints{}) })
	lists.Go(func() {
		sentiment.Of(&doc.Document)
		event.Code(&event.Input{Doc: &doc, Found: &entity.Found{}, Dateline: -1})
	})
	new(mill).grind(&source.Page{Kind: source.Text, Body: []byte("The minister said on Monday that talks with Norway would go on.")}, nil)
	lists.Wait()
}

// hints gives what the input says of the names in a text.
func (m *mill) hints(d *document) (entity.Hints, error) {
	hints := entity.Hints{HasKnown: d.page.Given.HasMentions}
	if !hints.HasKnown {
		return hints, nil
	}
	if m.config.Clean != "none" || d.page.Kind != source.Text {
		return hints, fmt.Errorf("%w: they are offsets into a text, and only --clean none leaves the text as it is; give it, or take mentions out of the row", errMentions)
	}
	points := countCodePoints(d.article.Text)
	types := schemas.Named("mentions").Column("type").Values
	for _, span := range d.page.Given.Mentions {
		if !slices.Contains(types, span.Type) {
			return hints, fmt.Errorf("%w: %q is no type of a name; give one of %s", errMentions, span.Type, strings.Join(types, ", "))
		}
		start, end := points.bytes(span.Start), points.bytes(span.End)
		if start < 0 || end <= start {
			return hints, fmt.Errorf("%w: %d to %d is no span of a text of %d characters", errMentions, span.Start, span.End, points.total)
		}
		hints.Known = append(hints.Known, entity.Mention{Start: start, End: end, Type: entity.Type(span.Type), Score: 1, Entity: -1})
	}
	slices.SortStableFunc(hints.Known, func(a, b entity.Mention) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	hints.Known = slices.CompactFunc(hints.Known, func(a, b entity.Mention) bool { return a.Start == b.Start && a.End == b.End && a.Type == b.Type })
	for i, m := range hints.Known {
		if i > 0 && m.Start == hints.Known[i-1].Start && m.End == hints.Known[i-1].End {
			return hints, fmt.Errorf("%w: %q at %d is given two types; give it one", errMentions, d.article.Text[m.Start:m.End], points.at(m.Start))
		}
	}
	return hints, nil
}

func anchorOf(published article.Date) when.Anchor {
	if published.Time.IsZero() || published.Precision != "minute" && published.Precision != "day" {
		return when.Anchor{}
	}
	year, month, day := published.Time.Date()
	return when.Anchor{Day: when.DayOf(year, int(month), day), Known: true}
}

// stack names the functions that led to a panic. Unlike the runtime's own it holds nothing
// that hangs on the machine: no addresses, no folders, no goroutine.
func stack() string {
	callers := make([]uintptr, 32)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	var out strings.Builder
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			fmt.Fprintf(&out, "%s (%s:%d)\n", frame.Function, filepath.Base(frame.File), frame.Line)
		}
		if strings.HasSuffix(frame.Function, ".grind") || !more {
			return strings.TrimSuffix(out.String(), "\n")
		}
	}
}

// times gives the working time of each stage so far.
func (m *mill) times() []StageTime {
	out := make([]StageTime, stages)
	for i := range out {
		out[i] = StageTime{Stage: stageNames[i], Time: time.Duration(m.spent[i].Load())}
	}
	return out
}

func rejectOf(page *source.Page, stage, code, message string) *schemas.Reject {
	const most = 64 << 10
	return &schemas.Reject{
		SourcePath: page.Path, SourceRecord: page.Record, SourceOffset: page.Offset, ArticleID: page.ID(), URL: page.URL,
		Stage: stage, Code: code, Message: message, Raw: bytes.Clone(page.Body[:min(len(page.Body), most)]), // the page is released before rows are written
	}
}
