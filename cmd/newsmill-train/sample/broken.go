package sample

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// wrongRow has none of the columns that a page needs.
type wrongRow struct {
	Headline string `parquet:"headline"`
	Clicks   int64  `parquet:"clicks"`
}

// buildBroken makes ten inputs of the kinds that crawls leave behind. Each has its own
// fault; what is good beside the fault must still come through.
func (c *sampleCorpus) buildBroken(files map[string][]byte) error {
	all, err := c.deliveries(c.nights()[0])
	if err != nil {
		return err
	}
	var pages []delivery
	for _, p := range all {
		if p.Form == "warc" {
			pages = append(pages, p)
		}
	}
	if len(pages) < 3 {
		return errors.New("fewer than three pages to break")
	}
	page := pages[0].page

	put := func(name string, data []byte) { files["broken/"+name] = data }
	put("empty.html", nil)
	packed := compressAs("gz", page)
	put("truncated.html.gz", packed[:len(packed)/2])
	put("not-gzip.html.gz", page)
	put("noise.html", noise(6000))

	put("broken.jsonl", []byte(strings.Join([]string{
		`{"id":"a1","url":"https://broken.example/a1","text":"The ministry of transport opened the new bridge over the river on Monday. Drivers had waited for it for three years.","title":"Bridge opens"}`,
		`{"id":"a2","url":"https://broken.example/a2","text":"The line ends in the mid`,
		`not json at all`,
		`["an","array","is","no","page"]`,
		`{"id":"a5","url":"https://broken.example/a5"}`,
		`{"id":"a6","url":"https://broken.example/a6","html":"<p>Two of them</p>","text":"Two of them"}`,
		``,
	}, "\n")))
	put("wrong-types.jsonl", []byte(strings.Join([]string{
		`{"id":"b1","url":"https://broken.example/b1","text":42}`,
		`{"id":"b2","url":["https://broken.example/b2"],"text":"The url is a list."}`,
		`{"id":"b3","url":"https://broken.example/b3","text":"The date is none.","published_at":"the day before yesterday"}`,
		`{"id":"b4","url":"https://broken.example/b4","text":null,"html":false}`,
		``,
	}, "\n")))

	// A record that promises 90,000 bytes more than it has, between two good ones.
	record := func(p delivery) []byte {
		url := p.URL()
		return httpResponse(url+"?archive", recordID("broken", url), p.crawled, "text/html; charset=utf-8", "", p.page)
	}
	lying := record(pages[1])
	at := bytes.Index(lying, []byte("Content-Length: "))
	end := at + bytes.IndexByte(lying[at:], '\r')
	lying = append(fmt.Appendf(bytes.Clone(lying[:at]), "Content-Length: %d", len(lying)+90_000), lying[end:]...)
	put("false-length.warc", bytes.Join([][]byte{record(pages[0]), lying, record(pages[2])}, nil))

	first, second := compressAs("gz", record(pages[0])), compressAs("gz", record(pages[1]))
	put("truncated.warc.gz", append(bytes.Clone(first), second[:len(second)*2/3]...))

	wrong, err := parquetFile([]wrongRow{{"Bridge opens", 12}, {"Bridge closes", 7}})
	if err != nil {
		return err
	}
	put("wrong-columns.parquet", wrong)
	whole, err := writeParquet(pages[:3])
	if err != nil {
		return err
	}
	put("cut.parquet", whole[:len(whole)/2])
	return nil
}

// noise is bytes of every value, as a picture under the name of a page has them.
func noise(n int) []byte {
	c := newChance("noise")
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(c.next() >> 5)
	}
	return b
}
