// Package persons makes the tables of words that persons' names are made of (data/persons): how often a word
// stands first and last in one, and given names by gender.
package persons

import (
	"bufio"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/bearer"
	"github.com/newsmill/newsmill/stages/lookup"
)

// rarest is how often a word must stand in names of persons to be kept.
const rarest = 3

// Run is the command `newsmill-train persons`: it counts how often words stand first and last in names of persons, and writes the table.
func Run(args []string) error {
	flags := flag.NewFlagSet("persons", flag.ContinueOnError)
	source := flags.String("names", "name2nats.pkl", "file of the names of persons")
	given := flags.String("given", "", "archive of the Python package names, to list given names by gender instead")
	out := flags.String("out", "data/persons", "folder of the table")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *given != "" {
		names, err := givenNames(*given)
		if err != nil {
			return fmt.Errorf("given names of %s: %w", *given, err)
		}
		return os.WriteFile(filepath.Join(*out, "given.tsv"), names, 0o644)
	}
	file, err := os.Open(*source)
	if err != nil {
		return err
	}
	defer file.Close()
	type count struct{ given, family, all int }
	counts := map[string]count{}
	add := func(word string, by count) {
		c := counts[word]
		counts[word] = count{c.given + by.given, c.family + by.family, c.all + 1}
	}
	err = pickledKeys(bufio.NewReader(file), func(name string) {
		words := nameWords(name)
		if len(words) < 2 {
			return
		}
		last := len(words) - 1
		add(words[0], count{given: 1})
		add(words[last], count{family: 1})
		for _, word := range words[1:last] {
			add(word, count{})
		}
	})
	if err != nil {
		return fmt.Errorf("read names of persons %q: %w", *source, err)
	}
	words := slices.DeleteFunc(slices.Sorted(maps.Keys(counts)), func(w string) bool {
		return counts[w].all < rarest || utf8.RuneCountInString(w) < 2
	})
	var numbers []uint16
	for _, word := range words {
		c := counts[word]
		between := c.all - c.given - c.family
		numbers = append(numbers, bearer.Number(c.given, c.family+between/4))
	}
	return os.WriteFile(filepath.Join(*out, "persons.bin"), lookup.Append(nil, words, numbers), 0o644)
}

// nameWords gives the words of a person's name in small letters, without particles and additions.
func nameWords(name string) []string {
	name, _, _ = strings.Cut(name, " (")
	name, _, _ = strings.Cut(name, ",")
	var words []string
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) || unicode.IsLower(r) {
			continue
		}
		switch strings.TrimSuffix(word, ".") {
		case "Jr", "Sr", "II", "III", "IV", "V", "Sir", "Lord", "Dr", "St":
		default:
			words = append(words, strings.ToLower(word))
		}
	}
	return words
}

// pickledKeys calls f for each key of a pickled dictionary from texts to lists of texts. It knows
// no more of Python's pickles than these are written with.
func pickledKeys(in *bufio.Reader, f func(string)) error {
	last := ""
	for {
		op, err := in.ReadByte()
		if err != nil {
			return err
		}
		switch op {
		case '.': // the end
			return nil
		case 'X': // a text
			var size [4]byte
			if _, err := io.ReadFull(in, size[:]); err != nil {
				return err
			}
			text := make([]byte, min(binary.LittleEndian.Uint32(size[:]), 1<<16))
			if _, err := io.ReadFull(in, text); err != nil {
				return err
			}
			last = string(text)
		case ']': // an empty list: what stood before is a key
			f(last)
		case 'q', 0x80: // remember; version: a byte each
			_, err = in.Discard(1)
		case 'r': // remember
			_, err = in.Discard(4)
		case '}', '(', 'a', 'e', 'u': // a dictionary, marks, what goes into lists and dictionaries
		default:
			err = errors.New("no dictionary of lists of texts")
		}
		if err != nil {
			return err
		}
	}
}
