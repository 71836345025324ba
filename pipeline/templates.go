package pipeline

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
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
	var site, line, page uint64
	var here siteLines
	var count, offset = int32(0), int64(0)
	endLine := func() error {
		switch {
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
		s, l, p := binary.BigEndian.Uint64(record), binary.BigEndian.Uint64(record[8:]), binary.BigEndian.Uint64(record[16:])
		switch {
		case s != site || l != line:
			if err := endLine(); err != nil {
				t.close()
				return nil, fmt.Errorf("write %s: %w", path, err)
			}
			if s != site {
				endSite()
			}
			site, line, page, count = s, l, p, 1
		case p != page: // the same line of one page, read from two files, counts once
			page = p
			count++
		}
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

// of gives the template of a site, nil where only one of its pages was seen.
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
