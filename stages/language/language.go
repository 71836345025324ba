// Package language names the language of a text.
//
// The script decides first: Hangul is Korean, kana is Japanese. Scripts that many languages
// share (Latin, Cyrillic, Arabic, Devanagari) are told apart by function words, the short words
// that no text can do without, each weighing the more the fewer languages have it, and by
// letters that only some of them use. At most 4 KB of the text are looked at, a part each of
// its beginning, its middle and its end. All arithmetic is in integers.
package language

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Unknown is the tag of a text whose language is not known.
const Unknown = "und"

const (
	sample     = 4 << 10 // bytes that are looked at
	parts      = 3
	fewLetters = 20 // below this, only a script of its own decides
	// enoughWords is how many words that the declared language does not have tell a text to be in another one: "ten" is Galician, and English.
	enoughWords = 3
)

// Detect names the language of a text by its tag (BCP 47), or Unknown. The score, 0 to 1, is
// the margin of the language over the next best, lowered where few words were known.
func Detect(text string) (tag string, score float64) {
	c := gather(text)
	return c.verdict()
}

// Foreign tells whether a text is in a language that the table does not have: running text, hardly a word of which is known.
func Foreign(text string) bool {
	c := gather(text)
	return c.foreign()
}

func gather(text string) (c counter) {
	if len(text) <= sample {
		c.count(text)
	} else {
		const part = sample / parts
		for i := range parts {
			c.count(cut(text, (len(text)-part)/(parts-1)*i, part))
		}
	}
	return c
}

// cut gives size bytes of the text from a place on, on the boundaries of words where it can.
func cut(text string, from, size int) string {
	for from > 0 && from < len(text) && text[from-1] != ' ' && size > sample/parts/2 {
		from, size = from+1, size-1
	}
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	end := min(from+size, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[from:max(from, end)]
}

// Choose names the language of a text whose page declares one (BCP 47, "" is none). What the
// text says comes first; the declared language is taken where the text is too short to tell,
// and where the text's own words leave it in doubt, or hardly more of them speak against it than one that both may have. A language whose words are known is not taken for a text that
// has none of them: a template may declare English for pages in Zulu.
func Choose(text, declared string) (tag string, score float64) {
	c := gather(text)
	tag, score = c.verdict()
	base := baseOf(declared)
	if base == "" || tag == base {
		return tag, score
	}
	const doubt, trust = 0.35, 0.5
	if tag == Unknown || score < doubt || ownScript[c.script()] == "" && c.lead(tag, base) < enoughWords*wordWeight {
		if lettersFit(text, base) && !(slices.Contains(load().tags, base) && c.foreign()) {
			return base, trust
		}
	}
	return tag, score
}

// lead is by how much the words of a language outweigh those of another one.
func (c *counter) lead(tag, other string) (lead int32) {
	for i, t := range load().tags {
		switch t {
		case tag:
			lead += c.scores[i]
		case other:
			lead -= c.scores[i]
		}
	}
	return lead
}

// baseOf gives the language of a tag without script and region, in its usual form.
func baseOf(declared string) string {
	n := 0
	for n < len(declared) && (declared[n]|0x20 >= 'a' && declared[n]|0x20 <= 'z') {
		n++
	}
	if n < 2 || n > 3 {
		return ""
	}
	base := make([]byte, n)
	for i := range n {
		base[i] = declared[i] | 0x20
	}
	switch tag := string(base); tag {
	case "no", "nn":
		return "nb"
	case "iw":
		return "he"
	case "in":
		return "id"
	case "und":
		return ""
	default:
		return tag
	}
}

// lettersFit tells whether a text is in a script that the language is written in, as far as
// is known, and holds a letter at all.
func lettersFit(text, tag string) bool {
	var c counter
	c.count(text[:len(cut(text, 0, sample))])
	if c.letters == 0 {
		return false
	}
	want, known := scriptOf(tag)
	return !known || c.script() == want
}

// counter gathers what a text shows of its language.
type counter struct {
	letters int
	scripts [scripts]int
	words   int
	small   int // words that begin with a small letter
	known   int // words that some language has
	scores  [mostLanguages]int32
}

// count looks at a stretch of text.
func (c *counter) count(text string) {
	t := load()
	var word [24]byte
	n, long := 0, false
	end := func() {
		if n > 0 && !long {
			c.word(t, word[:n])
		}
		if n > 0 || long {
			c.words++
		}
		n, long = 0, false
	}
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case b|0x20 >= 'a' && b|0x20 <= 'z':
				if n == 0 && !long && b >= 'a' {
					c.small++
				}
				c.letters++
				c.scripts[latin]++
				if n < len(word) {
					word[n] = b | 0x20
					n++
				} else {
					long = true
				}
			case b == '\'' || b == '-':
				if n > 0 && n < len(word) {
					word[n] = b
					n++
				}
			default:
				end()
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r == '’' && n > 0 && n < len(word) {
			word[n] = '\''
			n++
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			end()
			continue
		}
		c.letters++
		s := scriptOfLetter(r)
		c.scripts[s]++
		if n == 0 && !long && unicode.IsLower(r) {
			c.small++
		}
		r = unicode.ToLower(r)
		for _, index := range t.letters[r] {
			c.scores[index] += letterWeight
		}
		if utf8.RuneLen(r) <= len(word)-n {
			n += utf8.EncodeRune(word[n:], r)
		} else {
			long = true
		}
	}
	end()
}

func (c *counter) word(t *table, word []byte) {
	found, ok := t.words[string(word)] // no allocation
	if !ok {
		return
	}
	c.known++
	for _, index := range found {
		c.scores[index] += wordWeight / int32(len(found))
	}
}

// foreign tells whether these are words of a language that is not in the table. Every third word of running text is a function
// word, in Turkish every tenth; of Zulu and Xhosa one in fifty is taken for one. Names tell nothing.
func (c *counter) foreign() bool {
	const fewest, share = 40, 20
	return ownScript[c.script()] == "" && c.small >= fewest && c.known*share < c.words
}

// script gives the script that most letters are of.
func (c *counter) script() script {
	best := script(0)
	for s := range c.scripts {
		if c.scripts[s] > c.scripts[best] {
			best = script(s)
		}
	}
	return best
}

// verdict weighs what was counted.
func (c *counter) verdict() (string, float64) {
	if c.letters == 0 {
		return Unknown, 0
	}
	main := c.script()
	if main == han && c.scripts[kana]*20 > c.scripts[han] {
		main = kana // Japanese is written with both
	}
	if tag := ownScript[main]; tag != "" {
		share := c.scripts[main]
		if main == kana {
			share += c.scripts[han]
		}
		return tag, float64(share) / float64(c.letters)
	}
	if c.letters < fewLetters {
		return Unknown, 0
	}
	t := load()
	best, next := -1, -1
	for i := range t.tags {
		switch {
		case t.scripts[i] != main || c.scores[i] == 0:
		case best < 0 || c.scores[i] > c.scores[best]:
			best, next = i, best
		case next < 0 || c.scores[i] > c.scores[next]:
			next = i
		}
	}
	if best < 0 {
		return Unknown, 0
	}
	top, second := int64(c.scores[best]), int64(0)
	if next >= 0 {
		second = int64(c.scores[next])
	}
	// In running text about every third word is a function word: from there on all is known.
	margin := 1000 * (top - second) / top
	coverage := min(1000, 3000*int64(c.known)/int64(max(c.words, 1)))
	const least = 60 // of a thousand: words of some other language, or names alone
	if coverage < least || margin == 0 || c.foreign() {
		return Unknown, 0
	}
	return t.tags[best], float64(min(1000, (margin*2+200)*coverage/1000)) / 1000
}
