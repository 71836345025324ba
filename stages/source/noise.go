package source

import "bytes"

// magics are the first bytes of what people store under the name of a page by mistake.
var magics = []struct{ magic, what string }{
	{"%PDF-", "a PDF document"},
	{"\x89PNG\r\n", "a PNG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"PK\x03\x04", "a ZIP archive"},
	{"\x1f\x8b\x08", "gzip-compressed data"},
	{"\x28\xb5\x2f\xfd", "zstd-compressed data"},
	{"PAR1", "a Parquet file"},
}

// noise says what a body is if it is no page at all, else "". It looks for control characters
// that no charset of the web uses: noise has one in ten bytes, pages have a stray one at most.
func noise(body []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(body, []byte(m.magic)) {
			return m.what
		}
	}
	if wide(body) != "" {
		return ""
	}
	sample := body
	if len(sample) > rawBytes {
		sample = sample[:rawBytes]
	}
	controls := 0
	for _, c := range sample {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != 0x0e && c != 0x0f {
			controls++
		}
	}
	if controls*20 > len(sample) {
		return "binary data"
	}
	return ""
}

// wide tells UTF-16 by its byte order mark, or without one by where the zero bytes stand:
// markup is ASCII, so in one half of the byte positions most are zero, in the other hardly any.
func wide(body []byte) string {
	if len(body) >= 2 {
		switch {
		case body[0] == 0xff && body[1] == 0xfe:
			return "utf-16le"
		case body[0] == 0xfe && body[1] == 0xff:
			return "utf-16be"
		}
	}
	sample := body
	if len(sample) > 4096 {
		sample = sample[:4096]
	}
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 4:
		return ""
	case zeros[1]*10 > half*3 && zeros[0]*50 <= half:
		return "utf-16le"
	case zeros[0]*10 > half*3 && zeros[1]*50 <= half:
		return "utf-16be"
	}
	return ""
}
