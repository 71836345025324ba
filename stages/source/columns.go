package source

import (
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"
)

// column reads the values of one column of a row group, page by page, so that memory is that of
// one page per column and not of the group.
type column struct {
	name   string
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buffer [64]parquet.Value
	have   int
	next   int
	row    []parquet.Value
}

var errColumnEnd = errors.New("a column ends before the others")

func (c *column) peek() (*parquet.Value, error) {
	for c.next == c.have {
		c.next, c.have = 0, 0
		if c.values != nil {
			n, err := c.values.ReadValues(c.buffer[:])
			if err != nil && err != io.EOF {
				return nil, err
			}
			if n > 0 {
				c.have = n
				break
			}
			parquet.Release(c.page)
			c.page, c.values = nil, nil
		}
		page, err := c.pages.ReadPage()
		if err != nil {
			return nil, err
		}
		c.page, c.values = page, page.Values()
	}
	return &c.buffer[c.next], nil
}

// read gives the values of the next row: one, or as many as the list has. The bytes in them are
// copies: the buffer of a page is used again.
func (c *column) read() ([]parquet.Value, error) {
	c.row = c.row[:0]
	for {
		v, err := c.peek()
		if err == io.EOF {
			if len(c.row) == 0 {
				return nil, errColumnEnd
			}
			return c.row, nil
		} else if err != nil {
			return nil, err
		}
		if len(c.row) > 0 && v.RepetitionLevel() == 0 {
			return c.row, nil
		}
		c.row = append(c.row, v.Clone())
		c.next++
	}
}

func (c *column) close() {
	if c.page != nil {
		parquet.Release(c.page)
	}
	c.pages.Close()
}
