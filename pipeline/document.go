package pipeline

import (
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event"
	"github.com/newsmill/newsmill/stages/quote"
	"github.com/newsmill/newsmill/stages/sentiment"
	"github.com/newsmill/newsmill/stages/source"
	"github.com/newsmill/newsmill/stages/syntax"
	"github.com/newsmill/newsmill/stages/when"
)

// document is what a page carries on its way: one layer for each stage, filled in this order.
// Offsets of all layers are bytes of article.Text.
type document struct {
	page *source.Page
	id   string

	article       article.Article
	language      string
	languageScore float64
	text          syntax.Document
	forms         map[int][]string // of tokens that are several words: see cutAlready
	names         entity.Found
	times         []when.Time
	quotes        []quote.Quote
	tone          []sentiment.Score
	toneOfAll     sentiment.Score
	toward        []sentiment.Tone // of each mention; none at all where the text is not analysed
	events        []event.Telling
	dateline      int // index of a mention, -1 is none
}
