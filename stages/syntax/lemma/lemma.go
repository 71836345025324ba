// Package lemma gives the form under which a dictionary has an English word.
//
// A lemma is made from the form by a script: cut so many bytes from its end and put others there
// ("cut 3, add y": carries, carry). Which script goes with a word and its tag was learned, of frequent
// and irregular words for each, of others by the longest known ending.
package lemma

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/lookup"
)

// A Script makes a lemma from a form.
type Script struct {
	Lower bool // the form is put in small letters first
	Cut   int  // bytes at its end
	Add   string
}

// Apply gives the lemma of a form; ok is false where the form is too short, or would be cut within a character.
func (s Script) Apply(form string) (lemma string, ok bool) {
	if s.Lower {
		form = strings.ToLower(form)
	}
	end := len(form) - s.Cut
	if end < 0 || end < len(form) && !utf8.RuneStart(form[end]) {
		return form, false
	}
	return form[:end] + s.Add, true
}

// Find gives the script from a form to its lemma that cuts least.
func Find(form, lemma string) Script {
	find := func(from string, lower bool) Script {
		n := 0
		for n < min(len(from), len(lemma)) && from[n] == lemma[n] {
			n++
		}
		for n > 0 && n < len(from) && !utf8.RuneStart(from[n]) || n > 0 && n < len(lemma) && !utf8.RuneStart(lemma[n]) {
			n--
		}
		return Script{lower, len(from) - n, lemma[n:]}
	}
	small, kept := find(strings.ToLower(form), true), find(form, false)
	if kept.Cut+len(kept.Add) < small.Cut+len(small.Add) {
		return kept
	}
	return small
}

// Longest is the longest ending that is looked up, in bytes.
const Longest = 6

// Keys gives the keys under which the script of a word is looked up, the strongest first: the whole
// word, then endings of [Longest] bytes and fewer, down to none. Words with and without a capital
// are apart: of names the lemma has one. They are appended to dst.
func Keys(dst []uint64, form, tag string) []uint64 {
	if len(form) > widest {
		return append(dst, key(seed(form, tag), 0))
	}
	var store [2 * widest]byte
	lower := store[:0]
	for _, r := range form {
		lower = utf8.AppendRune(lower, unicode.ToLower(r))
	}
	h := seed(form, tag)
	first := len(dst)
	dst = append(dst, 0)
	// The ending of a number says nothing.
	number := len(lower) > 0 && '0' <= lower[len(lower)-1] && lower[len(lower)-1] <= '9'
	for n := 0; n <= Longest && n < len(lower); n++ {
		if !number {
			dst = append(dst, key(h, 1))
		}
		h = step(h, lower[len(lower)-1-n])
	}
	for n := min(Longest+1, len(lower)); n < len(lower); n++ {
		h = step(h, lower[len(lower)-1-n])
	}
	dst[first] = key(h, 2)
	for i, j := first+1, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	return dst
}

// widest is how long a word may be whose letters are looked at.
const widest = 64

func seed(form, tag string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(tag) {
		h = step(h, tag[i])
	}
	if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) {
		h = step(h, 1)
	}
	return step(h, 0)
}

func step(h uint64, c byte) uint64 { return (h ^ uint64(c)) * 1099511628211 }

func key(h uint64, kind byte) uint64 {
	h = step(h, kind)
	h = (h ^ h>>32) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// Rules hold the scripts of words and endings. They are safe for concurrent use.
type Rules struct {
	scripts []Script
	table   lookup.Table
}

// Read takes rules from the head of bytes that it goes on to use, and gives the bytes behind them.
func Read(stored []byte) (*Rules, []byte, error) {
	if len(stored) < 4 {
		return nil, nil, errors.New("rules of lemmas: cut short")
	}
	size := binary.LittleEndian.Uint32(stored)
	if stored = stored[4:]; uint64(size) > uint64(len(stored)) {
		return nil, nil, errors.New("rules of lemmas: cut short")
	}
	r := &Rules{}
	for line := range strings.Lines(string(stored[:size])) {
		var s Script
		var added int
		line = strings.TrimSuffix(line, "\n")
		if _, err := fmt.Sscanf(line, "%t %d %d", &s.Lower, &s.Cut, &added); err != nil || added > len(line) || s.Cut < 0 {
			return nil, nil, fmt.Errorf("rules of lemmas: script %q", line)
		}
		s.Add = line[len(line)-added:]
		r.scripts = append(r.scripts, s)
	}
	var err error
	r.table, stored, err = lookup.Read(stored[size:])
	return r, stored, err
}

// Append writes rules behind dst: for each key the number of its script.
func Append(dst []byte, scripts []Script, keys []uint64, numbers []uint16) []byte {
	var all strings.Builder
	for _, s := range scripts {
		fmt.Fprintf(&all, "%t %d %d %s\n", s.Lower, s.Cut, len(s.Add), s.Add)
	}
	dst = append(binary.LittleEndian.AppendUint32(dst, uint32(all.Len())), all.String()...)
	return lookup.AppendHashes(dst, keys, numbers)
}

// Of gives the lemma of a form with a tag of the Penn Treebank.
func (r *Rules) Of(form, tag string) string {
	var store [Longest + 3]uint64
	for _, key := range Keys(store[:0], form, tag) {
		if n, ok := r.table.Of(key); ok && int(n) < len(r.scripts) {
			if lemma, ok := r.scripts[n].Apply(form); ok {
				return lemma
			}
		}
	}
	return form
}
