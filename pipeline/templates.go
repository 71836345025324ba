package pipeline

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"sync"

	"github.com/newsmill/newsmill/pipeline/extsort"
	"github.com/newsmill/newsmill/stages/article"
)

// templates are the recurring lines of every site, on disk; those of the sites that were
// asked for last are kept in memory.
type templates struct {
	file  *os.File
	sites map[uint64]siteLines

	mu     sync.Mutex
	loaded map[uint64]*article.Template
	held   int // lines in loaded
}

// siteLines is where the lines of a site stand in the file.
type siteLines struct {
	offset int64
	lines  int32
	pages  int32
}

const (
	templateLine = 12      // bytes: hash and count
	linesHeld    = 1 << 20 // 12 MiB
)

// mergeTemplates counts, over all units, on how many pages of its site each line stands, and
// keeps those that stand on two or more.
func mergeTemplates(runs []string, temp, path string) (*templates, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	t := &templates{file: f, sites: map[uint64]siteLines{}, loaded: map[uint64]*article.Template{}}
	out := bufio.NewWriter(f)
	var buffer []byte
	var site, line uint64
	var here siteLines
	var on pagesOf
	offset := int64(0)
	endLine := func() error {
		switch count := on.count(); {
		case line == 0:
			here.pages = count
		case count > 1:
			buffer = binary.BigEndian.AppendUint64(buffer[:0], line)
			buffer = binary.BigEndian.AppendUint32(buffer, uint32(count))
			if _, err := out.Write(buffer); err != nil {
				return err
			}
			here.lines++
			offset += templateLine
		}
		on.reset()
		return nil
	}
	endSite := func() {
		if here.pages > 1 {
			t.sites[site] = here
		}
		here = siteLines{offset: offset}
	}
	for record, err := range extsort.Merge(temp, runs) {
		if err != nil {
			t.close()
			return nil, fmt.Errorf("merge templates: %w", err)
		}
		s, l := binary.BigEndian.Uint64(record), binary.BigEndian.Uint64(record[8:])
		if s != site || l != line {
			if err := endLine(); err != nil {
				t.close()
				return nil, fmt.Errorf("write %s: %w", path, err)
			}
			if s != site {
				endSite()
			}
			site, line = s, l
		}
		on.add(binary.BigEndian.Uint64(record[16:]), binary.BigEndian.Uint64(record[24:]))
	}
	if err = endLine(); err == nil {
		endSite()
		err = out.Flush()
	}
	if err != nil {
		t.close()
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return t, nil
}

// pagesOf counts the pages that a line stands on, by address and by content: the revisions of
// an article at one address, and its copies at many, are one page, or else all of its text
// would pass for the site's.
type pagesOf struct {
	page     uint64 // the last one; they come in order
	pages    int32
	contents []uint64
}

// mostContents bounds what is held for a line. One that stands on more pages recurs whatever
// some of them are copies of.
const mostContents = 1 << 16

func (p *pagesOf) add(page, content uint64) {
	if p.pages == 0 || page != p.page { // else the same page, read from two files
		p.pages++
		p.page = page
	}
	if len(p.contents) < mostContents {
		p.contents = append(p.contents, content)
	}
}

func (p *pagesOf) count() int32 {
	if p.pages < 2 || len(p.contents) == mostContents {
		return p.pages
	}
	slices.Sort(p.contents)
	return min(p.pages, int32(len(slices.Compact(p.contents))))
}

func (p *pagesOf) reset() { p.pages, p.contents = 0, p.contents[:0] }

func (t *templates) of(site uint64) (*article.Template, error) {
	where, ok := t.sites[site]
	if !ok {
		return nil, nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if found := t.loaded[site]; found != nil {
		return found, nil
	}
	data := make([]byte, int(where.lines)*templateLine)
	if _, err := t.file.ReadAt(data, where.offset); err != nil {
		return nil, fmt.Errorf("read %s: %w", t.file.Name(), err)
	}
	lines, counts := make([]uint64, where.lines), make([]int32, where.lines)
	for i := range lines {
		lines[i] = binary.BigEndian.Uint64(data[i*templateLine:])
		counts[i] = int32(binary.BigEndian.Uint32(data[i*templateLine+8:]))
	}
	if t.held+len(lines) > linesHeld {
		clear(t.loaded)
		t.held = 0
	}
	t.held += len(lines)
	t.loaded[site] = article.NewTemplate(int(where.pages), lines, counts)
	return t.loaded[site], nil
}

func (t *templates) close() { t.file.Close() }
