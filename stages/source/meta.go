package source

import "bytes"

// prescanBytes is how far the declaration of a charset is looked for. The HTML standard stops at
// 1,024; scripts and comments push it further on many pages.
const prescanBytes = 16 << 10

// metaCharset gives the label that an XML declaration or a meta element declares, or "".
func metaCharset(body []byte) string {
	b := body[:min(len(body), prescanBytes)]
	if rest, ok := cutFold(bytes.TrimLeft(b, " \t\r\n"), "<?xml"); ok {
		if end := bytes.IndexByte(rest, '>'); end >= 0 {
			if label := labelAfter(bytes.ToLower(rest[:end]), "encoding"); label != "" {
				return label
			}
		}
	}
	for {
		open := bytes.IndexByte(b, '<')
		if open < 0 {
			return ""
		}
		b = b[open+1:]
		if rest, ok := bytes.CutPrefix(b, []byte("!--")); ok {
			end := bytes.Index(rest, []byte("-->"))
			if end < 0 {
				return ""
			}
			b = rest[end+3:]
			continue
		}
		rest, ok := cutFold(b, "meta")
		if !ok || len(rest) == 0 || rest[0] > ' ' && rest[0] != '/' {
			continue
		}
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			return ""
		}
		// Both forms, charset= as an attribute and within content, read alike.
		if label := labelAfter(bytes.ToLower(rest[:end]), "charset"); label != "" {
			return label
		}
		b = rest[end:]
	}
}

// cutFold gives what stands behind a beginning, whatever its case.
func cutFold(b []byte, begins string) (rest []byte, ok bool) {
	if len(b) < len(begins) || !bytes.EqualFold(b[:len(begins)], []byte(begins)) {
		return b, false
	}
	return b[len(begins):], true
}

// labelAfter finds the value behind name and an equals sign.
func labelAfter(b []byte, name string) string {
	for {
		at := bytes.Index(b, []byte(name))
		if at < 0 {
			return ""
		}
		b = bytes.TrimLeft(b[at+len(name):], " \t\r\n\f")
		value, ok := bytes.CutPrefix(b, []byte("="))
		if !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n\f\"'")
		if end := bytes.IndexAny(value, " \t\r\n\f\"';/?"); end >= 0 {
			value = value[:end]
		}
		return string(value)
	}
}
