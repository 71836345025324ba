package article

import "unicode"

// Measure counts what a stretch of folded text is made of. It knows no language: where a
// script writes no spaces between words, a letter weighs as much as three of an alphabet.
type Measure struct {
	Weight int // letters and digits, by what they say
	Words  int // stretches between spaces
	Digits int
	Upper  int
	Stops  int // marks that end a sentence
	Commas int
	Ends   bool // the last mark ends a sentence, quotes and brackets aside
}

// MeasureOf measures a text.
func MeasureOf(text string) Measure {
	var m Measure
	inWord := false
	for i := 0; i < len(text); i++ {
		begin := i
		for i < len(text) && text[i]-'a' <= 'z'-'a' {
			i++
		}
		if i > begin {
			m.Weight += i - begin
			m.Ends = false
			if !inWord {
				inWord = true
				m.Words++
			}
			if i == len(text) {
				break
			}
		}
		c := text[i]
		if c >= 0x80 {
			m.wide(text[i:], inWord)
			return m
		}
		m.ascii(c, &inWord, i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '"' || text[i+1] == ')' || text[i+1] >= 0x80)
	}
	return m
}

func (m *Measure) ascii(c byte, inWord *bool, last bool) {
	switch {
	case c >= 'a' && c <= 'z':
		m.Weight++
		m.Ends = false
	case c >= 'A' && c <= 'Z':
		m.Weight++
		m.Upper++
		m.Ends = false
	case c >= '0' && c <= '9':
		m.Weight++
		m.Digits++
		m.Ends = false
	case c == '.' || c == '!' || c == '?':
		if last {
			m.Stops++
		}
		m.Ends = true
	case c == ',':
		m.Commas++
		m.Ends = false
	case c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ':
	default:
		m.Ends = false
	}
	if c == ' ' {
		*inWord = false
	} else if !*inWord {
		*inWord = true
		m.Words++
	}
}

func (m *Measure) wide(text string, inWord bool) {
	for _, r := range text {
		switch {
		case r < 0x80:
			m.ascii(byte(r), &inWord, true)
			continue
		case r == '。' || r == '！' || r == '？' || r == '।' || r == '؟' || r == '۔' || r == '።' || r == '။' || r == '…':
			if r != '…' {
				m.Stops++
			}
			m.Ends = true
		case r == '，' || r == '、' || r == '،':
			m.Commas++
			m.Ends = false
		case r == '”' || r == '’' || r == '»' || r == '“' || r == '」' || r == '』' || r == '）' || r == '‹' || r == '›' || r == '«':
		case unscripted(r):
			m.Weight += 3
			m.Ends = false
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			m.Weight++
			m.Ends = false
		default:
			m.Ends = false
		}
		if !inWord {
			inWord = true
			m.Words++
		}
	}
}

// unscripted tells letters of scripts that part no words: Han, Kana, Thai, Lao, Khmer, Burmese.
func unscripted(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff ||
		r >= 0x0e00 && r <= 0x0eff || r >= 0x1780 && r <= 0x17ff || r >= 0x1000 && r <= 0x109f
}
