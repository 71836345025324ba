package pipeline

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"

	"github.com/newsmill/newsmill/pipeline/dataset"
	"github.com/newsmill/newsmill/pipeline/sink"
	"github.com/newsmill/newsmill/schemas"
	"github.com/newsmill/newsmill/stages/article"
	"github.com/newsmill/newsmill/stages/source"
)

// shard is what process takes in one go: a unit, or a part of one that survey cut.
type shard struct {
	unit, part int
	first      int // ordinal of its first item in the unit
	sections   []section
	base       int // index of sections[0] in the unit
	bytes      int64
}

func (s shard) name() string { return fmt.Sprintf("%05d-%05d", s.unit, s.part) }

// shardsOf divides a unit at the places that survey found.
func (u unit) shardsOf(index int, receipt surveyReceipt) []shard {
	var out []shard
	current := shard{unit: index}
	rest := u.Sections
	base := 0
	for _, c := range receipt.Cuts {
		n := c.Section - base // sections before the one that is cut
		head := rest[n]
		head.End = c.Offset
		current.base, current.sections = base, append(append([]section(nil), rest[:n]...), head)
		out = append(out, current)
		rest = append([]section(nil), rest[n:]...)
		rest[0].Start = c.Offset
		base = c.Section
		current = shard{unit: index, part: len(out), first: c.Ordinal}
	}
	current.base, current.sections = base, rest
	out = append(out, current)
	for i := range out {
		out[i].bytes = u.Bytes / int64(len(out))
	}
	return out
}

// processReceipt says that a shard has been processed.
type processReceipt struct {
	Parts   []sink.Part            `json:"parts"` // paths relative to the shard's folder
	Files   map[int]dataset.Counts `json:"files"` // books by index of the file in the plan
	Rejects map[string]int64       `json:"rejects"`
}

// process takes a shard from pages to tables. It knows no other shard; where its finished
// output stands already it returns at once.
func (e *engine) process(ctx context.Context, s shard) error {
	work := e.work.process(s)
	if work.done() {
		e.report.Advance(s.bytes)
		return nil
	}
	temp, err := work.begin()
	if err != nil {
		return err
	}
	skipped, err := e.skips.from(s.unit, s.first)
	if err != nil {
		return err
	}
	sites, err := e.sitesOf(s)
	if err != nil {
		return err
	}
	out, err := newTables(temp, e.meta, e.config)
	if err != nil {
		return err
	}
	p := &processing{
		engine: e, shard: s, out: out, sites: sites, skipped: skipped,
		receipt: processReceipt{Files: map[int]dataset.Counts{}, Rejects: map[string]int64{}},
	}
	if err := p.nextSkip(); err != nil {
		out.abort()
		return err
	}
	read := func(ctx context.Context, emit func(entry) error) error {
		return e.readShard(ctx, s, emit)
	}
	if err := stream(ctx, e.pool, p.filtered(read), p.work, p.write); err != nil {
		out.abort()
		return err
	}
	p.receipt.Parts, err = out.close()
	if err != nil {
		return err
	}
	return work.finish(temp, p.receipt)
}

// processing is one call of process.
type processing struct {
	*engine
	shard   shard
	out     *tables
	sites   []byte
	skipped func() (skip, bool, error)
	next    skip
	more    bool
	receipt processReceipt
}

// outcome is what a worker hands to the writer.
type outcome struct {
	rows pageRows
	skip *skip
	err  error
}

func (p *processing) nextSkip() (err error) {
	p.next, p.more, err = p.skipped()
	return err
}

// filtered marks pages that need no work: it takes their bytes off them, which nobody reads.
func (p *processing) filtered(read func(context.Context, func(entry) error) error) func(context.Context, func(entry) error) error {
	return func(ctx context.Context, emit func(entry) error) error {
		return read(ctx, func(item entry) error {
			if p.more && p.next.ordinal == item.ordinal {
				k := p.next
				item.skip = &k
				if err := p.nextSkip(); err != nil {
					return err
				}
			}
			return emit(item)
		})
	}
}

func (p *processing) work(item *entry) outcome {
	switch {
	case item.Fault != nil:
		return outcome{}
	case item.skip != nil && item.skip.known:
		return outcome{skip: item.skip}
	case item.skip != nil:
		place := item.skip.first
		first := p.plan.Units[place.unit].Sections[place.section].File.Rel
		reject := rejectOf(item.Page, "survey", "repeated",
			fmt.Sprintf("the same page stands in %q at offset %d; that one is kept", first, place.offset))
		reject.Raw = nil // the first one's row has it all
		return outcome{skip: item.skip, rows: pageRows{reject: reject}}
	}
	template, err := p.template(item.ordinal - p.shard.first)
	if err != nil {
		return outcome{err: err}
	}
	return outcome{rows: p.mill.grind(item.Page, template)}
}

func (p *processing) template(i int) (*article.Template, error) {
	if (i+1)*8 > len(p.sites) {
		return nil, fmt.Errorf("shard %s holds more pages than survey saw; its input changed, run again", p.shard.name())
	}
	return p.templates.of(binary.BigEndian.Uint64(p.sites[i*8:]))
}

func (p *processing) write(item *entry, o outcome) error {
	if o.err != nil {
		return o.err
	}
	file := p.shard.sections[item.section].file
	books := p.receipt.Files[file]
	books.Records++
	reject := o.rows.reject
	switch {
	case item.Fault != nil:
		reject = faultRow(item.Fault)
		books.Rejects++
	case o.skip != nil && o.skip.known:
		books.Known++
	case o.skip != nil:
		books.Repeated++
	case reject != nil:
		books.Rejects++
	default:
		books.Articles++
	}
	p.receipt.Files[file] = books
	if reject != nil {
		p.receipt.Rejects[reject.Code]++
		return p.out.rejects.Write([]schemas.Reject{*reject})
	}
	if o.rows.article == nil { // known
		return nil
	}
	return p.out.write(&o.rows)
}

func faultRow(f *source.Fault) *schemas.Reject {
	return &schemas.Reject{
		SourcePath: f.Path, SourceRecord: f.Record, SourceOffset: f.Offset, URL: f.URL,
		Stage: "source", Code: f.Code, Message: f.Message, Raw: f.Raw,
	}
}

// until is the ordinal behind the last item of a shard.
func (e *engine) until(s shard) int {
	for _, c := range e.surveys[s.unit].Cuts {
		if c.Ordinal > s.first {
			return c.Ordinal
		}
	}
	return e.surveys[s.unit].Items
}

// sitesOf reads the sites of a shard's items.
func (e *engine) sitesOf(s shard) ([]byte, error) {
	path := e.work.survey(s.unit).in(string(e.work.survey(s.unit)), "sites")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sites := make([]byte, (e.until(s)-s.first)*8)
	if _, err := f.ReadAt(sites, int64(s.first)*8); err != nil && len(sites) > 0 {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return sites, nil
}
