package sample

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// compressAs packs data as the end of a file name says; without one that says anything, not.
// The headers hold no name and no time.
func compressAs(name string, data []byte) []byte {
	var b bytes.Buffer
	switch {
	case strings.HasSuffix(name, "gz"):
		w := gzip.NewWriter(&b)
		w.Write(data) // a bytes.Buffer takes all
		w.Close()
	case strings.HasSuffix(name, "zst"):
		w, err := zstd.NewWriter(&b, zstd.WithEncoderConcurrency(1))
		if err != nil {
			panic(err) // the options above are right or wrong for good
		}
		w.Write(data)
		w.Close()
	default:
		return data
	}
	return b.Bytes()
}

// warcHeader is one named field of a record.
type warcHeader struct{ name, value string }

// warcRecord writes one record of WARC 1.1 (ISO 28500:2017).
func warcRecord(kind, id string, when time.Time, headers []warcHeader, block []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <%s>\r\nWARC-Date: %s\r\n", kind, id, when.UTC().Format(time.RFC3339))
	for _, h := range headers {
		fmt.Fprintf(&b, "%s: %s\r\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "WARC-Block-Digest: %s\r\nContent-Length: %d\r\n\r\n", warcDigest(block), len(block))
	b.Write(block)
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}

// recordID is a name-based UUID in the form of version 8: SHA-256 over what the record is of.
func recordID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	u := sum[:16]
	u[6] = u[6]&0x0f | 0x80
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

func warcDigest(data []byte) string {
	sum := sha1.Sum(data)
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

// writeWARC packs a night's pages as a crawler does: warcinfo, robots.txt and a picture
// among them, request before response, one gzip member for each record. Bodies come in
// turn as they are, gzipped, and chunked.
func writeWARC(night string, pages []delivery) []byte {
	var file bytes.Buffer
	add := func(record []byte) { file.Write(compressAs("gz", record)) }
	info := "software: sample-crawler/1.0\r\nformat: WARC File Format 1.1\r\nrobots: classic\r\nisPartOf: sample-" + night + "\r\n"
	add(warcRecord("warcinfo", recordID("warcinfo", night), pages[0].crawled,
		[]warcHeader{{"WARC-Filename", "crawl.warc.gz"}, {"Content-Type", "application/warc-fields"}}, []byte(info)))
	robots := map[string]bool{}
	for i, p := range pages {
		domain := p.Outlet.Domain
		if !robots[domain] {
			robots[domain] = true
			url := "https://" + domain + "/robots.txt"
			add(httpResponse(url, recordID("response", night, url), p.crawled.Add(-2*time.Second), "text/plain; charset=utf-8", "", []byte("User-agent: *\nDisallow: /search\n")))
		}
		url, when := p.URL(), p.crawled
		path := strings.TrimPrefix(url, "https://"+domain)
		request := "GET " + path + " HTTP/1.1\r\nHost: " + domain + "\r\nUser-Agent: sample-crawler/1.0 (+https://crawler.example/about)\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
		add(warcRecord("request", recordID("request", night, p.name, url), when, []warcHeader{
			{"WARC-Target-URI", url},
			{"WARC-Concurrent-To", "<" + recordID("response", night, p.name, url) + ">"},
			{"Content-Type", "application/http; msgtype=request"},
		}, []byte(request)))
		add(httpResponse(url, recordID("response", night, p.name, url), when, "text/html; charset="+strings.ToUpper(p.Outlet.Charset), []string{"", "gzip", "chunked"}[i%3], p.page))
	}
	last := pages[len(pages)-1]
	picture := []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;")
	pixel := "https://" + last.Outlet.Domain + "/assets/pixel.gif"
	add(httpResponse(pixel, recordID("response", night, pixel), last.crawled.Add(time.Second), "image/gif", "", picture))
	return file.Bytes()
}

// httpResponse writes a response record; coding is "", "gzip" or "chunked".
func httpResponse(url, id string, when time.Time, contentType, coding string, body []byte) []byte {
	var block bytes.Buffer
	fmt.Fprintf(&block, "HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: %s\r\nContent-Type: %s\r\n", when.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"), contentType)
	payload := body
	switch coding {
	case "gzip":
		payload = compressAs("gz", body)
		fmt.Fprintf(&block, "Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n", len(payload))
	case "chunked":
		payload = chunked(body, 4000)
		block.WriteString("Transfer-Encoding: chunked\r\n\r\n")
	default:
		fmt.Fprintf(&block, "Content-Length: %d\r\n\r\n", len(payload))
	}
	block.Write(payload)
	return warcRecord("response", id, when, []warcHeader{
		{"WARC-Target-URI", url},
		{"WARC-IP-Address", "192.0.2.17"},
		{"WARC-Payload-Digest", warcDigest(payload)},
		{"Content-Type", "application/http; msgtype=response"},
	}, block.Bytes())
}

func chunked(body []byte, size int) []byte {
	var b bytes.Buffer
	for len(body) > 0 {
		n := min(size, len(body))
		fmt.Fprintf(&b, "%x\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	b.WriteString("0\r\n\r\n")
	return b.Bytes()
}

// writeWET packs the flattened text of pages as Common Crawl does.
func writeWET(night string, pages []delivery) ([]byte, error) {
	var file bytes.Buffer
	file.Write(compressAs("gz", warcRecord("warcinfo", recordID("wet", night), pages[0].crawled,
		[]warcHeader{{"WARC-Filename", "crawl.wet.gz"}, {"Content-Type", "application/warc-fields"}},
		[]byte("software: sample-crawler/1.0\r\nextracted: visible text\r\n"))))
	for _, p := range pages {
		text, err := p.flatText()
		if err != nil {
			return nil, err
		}
		url := p.URL()
		file.Write(compressAs("gz", warcRecord("conversion", recordID("conversion", night, p.name, url), p.crawled, []warcHeader{
			{"WARC-Target-URI", url},
			{"WARC-Refers-To", "<" + recordID("response", night, p.name, url) + ">"},
			{"Content-Type", "text/plain"},
		}, []byte(text))))
	}
	return file.Bytes(), nil
}
