package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// phrase tells whether a block is short and begins as furniture does.
func (b *block) phrase() bool {
	if b.Weight > 140 {
		return false
	}
	label, _ := furniture.Phrase(strings.ToLower(b.text))
	return label != "" && label != "byline"
}

// label gives every block its label.
func (s *scanner) label(meta *article.Metadata, c choice) []article.Block {
	out := make([]article.Block, len(s.blocks))
	seen := map[uint64]bool{}
	first := slices.Index(c.keep, true)
	if first < 0 {
		first = len(s.blocks)
	}
	begins := s.textBegins(c.keep)
	headline := -1
	doubled := false
	for i := range s.blocks {
		b, o := &s.blocks[i], &out[i]
		*o = article.Block{
			Text: b.text, Kept: c.keep[i], Score: float32(c.sure[i]) / 1000, Reason: "model",
			Start: -1, End: -1, RawStart: b.start, RawEnd: b.end,
		}
		if i < begins && same(b.text, meta.Title) {
			headline = i
		}
		as := c.beside[i]
		if o.Kept && i < begins {
			as = s.ofHead(i, headline, meta.Authors)
		}
		switch {
		case c.site[i]:
			o.Reason = "template"
		case o.Kept && (same(b.text, meta.Title) || as != ""):
			o.Kept, o.Reason = false, "metadata"
		case as != "":
			o.Reason = "layout"
		case o.Kept:
			long := b.Weight >= 40
			if seen[b.hash] && (long || doubled) {
				o.Kept, o.Reason = false, "duplicate"
			}
			if long {
				doubled = seen[b.hash]
			}
			seen[b.hash] = true
		}
		if o.Kept {
			o.Text = furniture.Apart(o.Text)
		}
		if o.Kept || o.Reason == "duplicate" {
			o.Label = article.Body
			if i == first && b.hints&furniture.Standfirst != 0 {
				o.Label = article.Standfirst
			}
		} else if o.Label = as; as == "" || as == article.Other {
			o.Label = b.labelOf(meta, i < first)
		}
	}
	return out
}

// ofHead tells what a block is that is kept, but stands before the text as a line of its head: an author's name, the day, or what
// else stands in the headline's own element, as all lines do on pages without names for them. Headline is its last block before this one, -1 where
// there was none; "" is none.
func (s *scanner) ofHead(i, headline int, authors []string) article.Label {
	const longest = 60 // letters
	b := &s.blocks[i]
	switch {
	case b.Ends || b.Weight > longest:
		return ""
	case metadata.IsDay(b.text):
		return article.Dateline
	case b.names(authors):
		return article.Byline
	case headline >= 0 && b.style == 0 && b.node == s.blocks[headline].node:
		return article.Other
	}
	return ""
}

// same tells whether a block says the title and hardly more.
func same(text, title string) bool {
	if title == "" {
		return false
	}
	if strings.EqualFold(text, title) {
		return true
	}
	short, long := text, title
	if len(short) > len(long) {
		short, long = long, short
	}
	return utf8.RuneCountInString(short) >= 20 && len(short)*10 >= len(long)*7 && strings.HasPrefix(strings.ToLower(long), strings.ToLower(short))
}

// labelOf names a block that is not kept.
func (b *block) labelOf(meta *article.Metadata, before bool) article.Label {
	phrase := ""
	if b.Weight <= 140 {
		phrase, _ = furniture.Phrase(strings.ToLower(b.text))
	}
	h := b.hints
	switch {
	case same(b.text, meta.Title) || b.tag == idH1 && before:
		return article.Headline
	case h&(furniture.Footer|furniture.Legal|furniture.Consent) != 0 && phrase == "legal":
		return article.Legal
	case h&furniture.Comment != 0:
		return article.Comment
	case h&furniture.Caption != 0:
		return article.Caption
	case h&furniture.Navigation != 0:
		return article.Navigation
	case h&furniture.Related != 0:
		return article.Related
	case h&furniture.Share != 0:
		return article.Share
	case h&(furniture.Promotion|furniture.Consent) != 0:
		return article.Promotion
	case h&furniture.Date != 0 && b.Digits > 0 && b.Weight < 60:
		return article.Dateline
	case h&furniture.Byline != 0 && b.Weight < 120:
		return article.Byline
	case b.Weight <= 60 && b.names(meta.Authors):
		return article.Byline
	case h&furniture.Standfirst != 0 && before && b.Weight > 30:
		return article.Standfirst
	case phrase == "byline" && (b.Weight > 60 || !before):
	case phrase != "":
		return article.Label(phrase)
	case h&furniture.Legal != 0:
		return article.Legal
	case h&furniture.Footer != 0 || b.link*2 > len(b.text) && b.Weight < 40:
		return article.Navigation
	case b.link*2 > len(b.text):
		return article.Related
	}
	return article.Other
}

// names tells whether a block names one of the article's authors.
func (b *block) names(authors []string) bool {
	return slices.ContainsFunc(authors, func(one string) bool { return strings.Contains(b.text, one) })
}
