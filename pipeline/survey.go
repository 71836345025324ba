package pipeline

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"path"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/clean"
	"github.com/newsmill/newsmill/stages/extract"
	"github.com/newsmill/newsmill/stages/source"
)

// Survey reads every unit once and leaves, in the unit's folder:
//
//	ids.run    sorted records of every page: see pageRecord
//	lines.run  sorted records of every line of text on every page: see lineRecord
//	sites      8 bytes an item: the hash of the page's site, 0 for what is no page
//	receipt    how many items there are, and where a process shard may begin

// surveyReceipt says that a unit has been surveyed.
type surveyReceipt struct {
	Items int   `json:"items"`
	Cuts  []cut `json:"cuts"`
}

// cut is a place in a file where a process shard may begin.
type cut struct {
	Section int   `json:"section"` // of the unit
	Offset  int64 `json:"offset"`  // in the stored file
	Ordinal int   `json:"ordinal"` // of the item that stands there
}

// surveyed is what survey learns of one page.
type surveyed struct {
	id    string
	site  uint64
	key   uint64 // tells the pages of a site apart by their address
	lines article.Lines
}

func (e *engine) surveyUnit(ctx context.Context, index int) error {
	work := e.work.survey(index)
	if work.done() {
		e.report.Advance(e.plan.Units[index].Bytes)
		return nil
	}
	u := &e.plan.Units[index]
	temp, err := work.begin()
	if err != nil {
		return err
	}
	ids, lines := extsort.New(temp, sortBytes), extsort.New(temp, sortBytes)
	defer ids.Close()
	defer lines.Close()
	var receipt surveyReceipt
	var sites []byte
	var record []byte
	lastCut := cut{}
	write := func(item *entry, s surveyed) error {
		defer e.held[index].add(item, &e.room)
		receipt.Items++
		sites = binary.BigEndian.AppendUint64(sites, s.site)
		if item.Page == nil {
			return nil
		}
		if item.Page.Apart && (lastCut.Section != item.section || item.Page.Offset-lastCut.Offset >= shardBytes) {
			if lastCut.Section == item.section {
				receipt.Cuts = append(receipt.Cuts, cut{Section: item.section, Offset: item.Page.Offset, Ordinal: item.ordinal})
			}
			lastCut = cut{Section: item.section, Offset: item.Page.Offset}
		}
		record = pageRecord{id: s.id, unit: index, ordinal: item.ordinal, section: item.section, offset: item.Page.Offset}.append(record[:0])
		if err := ids.Add(record); err != nil {
			return err
		}
		content := s.lines.Content
		if content == 0 {
			content = s.key
		}
		// Line 0 stands for the page itself: it counts the site's pages.
		record = lineRecord(record[:0], s.site, 0, s.key, content)
		if err := lines.Add(record); err != nil {
			return err
		}
		for _, line := range s.lines.Hashes {
			record = lineRecord(record[:0], s.site, line, s.key, content)
			if err := lines.Add(record); err != nil {
				return err
			}
		}
		return nil
	}
	read := func(ctx context.Context, emit func(entry) error) error {
		return e.read(ctx, u.Sections, 0, emit)
	}
	if err := stream(ctx, e.pool, read, surveyPage, write); err != nil {
		return err
	}
	if err := ids.WriteRun(work.in(temp, "ids.run")); err != nil {
		return err
	}
	if err := lines.WriteRun(work.in(temp, "lines.run")); err != nil {
		return err
	}
	if err := writeSynced(work.in(temp, "sites"), sites); err != nil {
		return err
	}
	return work.finish(temp, receipt)
}

// surveyPage learns what survey needs of one page. A page that makes a stage panic gives
// its id and nothing else; process will reject it.
func surveyPage(item *entry) (s surveyed) {
	page := item.Page
	if page == nil {
		return surveyed{}
	}
	defer func() {
		if cause := recover(); cause != nil {
			s = surveyed{id: page.ID(), site: siteHash(page, ""), key: xxh3.Hash(page.Body)}
		}
	}()
	s.id, s.key = page.ID(), xxh3.Hash(page.Body)
	if page.URL != "" {
		s.key = xxh3.HashString(page.URL) // revisions of one page are one page
	}
	text, _, _ := page.UTF8()
	own := ""
	if page.Kind == source.HTML {
		own, s.lines = extract.Survey(text)
	} else {
		s.lines = clean.Survey(string(text))
	}
	s.site = siteHash(page, own)
	return s
}

// siteHash names the group of pages over which lines recur: the site of the page's address,
// else of the address it gives for itself, else the folder that it was found in.
func siteHash(page *source.Page, own string) uint64 {
	site := article.SiteOf(page.URL)
	if site == "" {
		site = article.SiteOf(own)
	}
	if site == "" {
		site = "/" + path.Dir(page.Path)
	}
	return max(xxh3.HashString(site), 1) // 0 is no page
}

// pageRecord is a page in ids.run: it sorts by id, then by the place in the plan. Pages that
// an earlier batch holds stand before all others of their id.
type pageRecord struct {
	id      string // article_id
	known   bool
	unit    int
	ordinal int
	section int
	offset  int64
}

func (r pageRecord) append(to []byte) []byte {
	to, err := hex.AppendDecode(to, []byte(r.id))
	if err != nil {
		panic(fmt.Sprintf("article id %q is not hex", r.id))
	}
	fresh := byte(1)
	if r.known {
		fresh = 0
	}
	to = append(to, fresh)
	to = binary.BigEndian.AppendUint32(to, uint32(r.unit))
	to = binary.BigEndian.AppendUint32(to, uint32(r.ordinal))
	to = binary.BigEndian.AppendUint32(to, uint32(r.section))
	return binary.BigEndian.AppendUint64(to, uint64(r.offset))
}

func parsePageRecord(b []byte) (r pageRecord) {
	r.known = b[16] == 0
	r.unit = int(binary.BigEndian.Uint32(b[17:]))
	r.ordinal = int(binary.BigEndian.Uint32(b[21:]))
	r.section = int(binary.BigEndian.Uint32(b[25:]))
	r.offset = int64(binary.BigEndian.Uint64(b[29:]))
	return r
}

// lineRecord is a line of text on a page in lines.run: site, line, the page by its address,
// the page by its content.
func lineRecord(to []byte, site, line, page, content uint64) []byte {
	for _, v := range [...]uint64{site, line, page, content} {
		to = binary.BigEndian.AppendUint64(to, v)
	}
	return to
}
