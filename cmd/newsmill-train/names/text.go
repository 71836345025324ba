package names

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/stages/name"
	"github.com/newsmill/newsmill/stages/segment"
)

// taggedText is one document with its names.
type taggedText struct {
	doc    segment.Document
	tags   []uint8 // of all tokens
	gold   []goldName
	ignore [][2]int // bytes
	aside  []bool   // of each token of a silver text: it is not learned from
	weight float32
}

// goldName is a name as the set has it, in bytes.
type goldName struct {
	start, end int
	kind       string // PER, ORG, LOC or another type in capitals
}

// nameTypes maps the types of the sets.
var nameTypes = map[string]name.Type{
	"PER": name.Person, "ORG": name.Org, "LOC": name.Place, "FAC": name.Facility,
	"NORP": name.People, "PRODUCT": name.Product, "MISC": name.Other, "EVENT": name.Other,
}

// taggedRow is a text with its names, in code points.
type taggedRow struct {
	Text             string
	Entities, Ignore []struct {
		Start, End int
		Type       string
	}
}

// readTagged reads a set of tagged texts.
func readTagged(path string, weight float32) (out []*taggedText, err error) {
	err = corpus.EachRow(path, func(_ int, row *taggedRow) error {
		at := corpus.Offsets(row.Text)
		t := &taggedText{doc: segment.Split(row.Text, "en"), weight: weight}
		for _, e := range row.Entities {
			t.gold = append(t.gold, goldName{at[e.Start], at[e.End], e.Type})
		}
		for _, e := range row.Ignore {
			t.ignore = append(t.ignore, [2]int{at[e.Start], at[e.End]})
		}
		t.align()
		out = append(out, t)
		return nil
	})
	return out, err
}

// align finds the tokens of each name; one that stands across two sentences is left out.
func (t *taggedText) align() {
	t.tags = make([]uint8, len(t.doc.Tokens))
	next := 0
	for _, s := range t.doc.Sentences {
		for next < len(t.gold) && t.gold[next].start < s.Start {
			next++
		}
		for ; next < len(t.gold) && t.gold[next].start < s.End; next++ {
			g := t.gold[next]
			kind, ok := nameTypes[g.kind]
			span := name.Span{First: -1, Type: kind}
			for i := s.First; i < s.Last; i++ {
				if k := t.doc.Tokens[i]; k.Start < g.end && g.start < k.End {
					if span.First < 0 {
						span.First = i
					}
					span.Last = i + 1
				}
			}
			if !ok || span.First < 0 || g.end > s.End || t.tags[span.First] != 0 {
				continue
			}
			name.Mark(t.tags, span)
		}
	}
}

// recasedEach is of how many texts one is learned from a second time in capitals throughout, as
// headlines and some pages are, and another one in small letters.
const recasedEach = 8

// recased gives these texts; what is no letter of ASCII stays, and so do all offsets.
func recased(texts []*taggedText) []*taggedText {
	var out []*taggedText
	for k, to := range texts {
		change := unicode.ToUpper
		switch k % recasedEach {
		case 0:
		case recasedEach / 2:
			change = unicode.ToLower
		default:
			continue
		}
		t := *to
		t.doc.Text = strings.Map(func(r rune) rune {
			if r < utf8.RuneSelf {
				return change(r)
			}
			return r
		}, t.doc.Text)
		out = append(out, &t)
	}
	return out
}

// readTaggedSets reads sets by name from a folder; those of the main kind are called ww.
func readTaggedSets(folder, names string) ([]*taggedText, error) {
	var all []*taggedText
	for _, set := range strings.Split(names, ",") {
		weight := float32(otherWeight)
		if strings.HasPrefix(set, "ww-") {
			weight = mainWeight
		}
		texts, err := readTagged(filepath.Join(folder, set+".jsonl"), weight)
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	return all, nil
}
