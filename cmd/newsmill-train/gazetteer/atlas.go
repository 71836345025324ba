package gazetteer

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Kinds of the atlas: a settlement is a town of which nobody knows how many live there.
var atlasKinds = map[string]string{"GPE": kindTown, "LOC": kindLand, "FAC": kindSite}

// readAtlas reads the places of an atlas: names of one, type, country (three letters, "-" of several), latitude, longitude.
// Each is in the region of the nearest town of its country.
func readAtlas(path string, towns map[string]place, letters map[string]string) (rows []place, err error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	near := newTownGrid(towns)
	n := 0
	for line := range strings.Lines(string(file)) {
		n++
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 5 || atlasKinds[f[1]] == "" {
			return nil, fmt.Errorf("%s: line %d: want names, GPE, LOC or FAC, a country, latitude and longitude", path, n)
		}
		p := place{Country: letters[f[2]], kind: atlasKinds[f[1]]}
		if p.Country == "" && f[2] != "-" {
			return nil, fmt.Errorf("%s: line %d: no country %q", path, n, f[2])
		}
		if p.Latitude, err = strconv.ParseFloat(f[3], 64); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		if p.Longitude, err = strconv.ParseFloat(f[4], 64); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		p.Region = near.region(&p)
		names := strings.Split(f[0], "|")
		if p.kind == kindTown {
			if town, ok := near.spelled(&p, names); ok {
				p, p.kind = town, kindOther
			}
		}
		for _, name := range names {
			p.Name = name
			rows = append(rows, p)
		}
	}
	return rows, nil
}

// townGrid has the towns of each country by degrees.
type townGrid map[gridCell][]place

type gridCell struct {
	country   string
	east, top int
}

func newTownGrid(towns map[string]place) townGrid {
	g := townGrid{}
	for _, t := range towns {
		at := g.cell(&t)
		g[at] = append(g[at], t)
	}
	return g
}

func (g townGrid) cell(p *place) gridCell {
	return gridCell{p.Country, int(math.Floor(p.Longitude)), int(math.Floor(p.Latitude))}
}

// around calls yield with the towns of the place's country around it, and the square of how many degrees of latitude they are off.
func (g townGrid) around(p *place, yield func(t *place, off float64)) {
	at := g.cell(p)
	for east := at.east - 1; east <= at.east+1; east++ {
		for top := at.top - 1; top <= at.top+1; top++ {
			towns := g[gridCell{p.Country, east, top}]
			for i := range towns {
				t := &towns[i]
				north, side := t.Latitude-p.Latitude, (t.Longitude-p.Longitude)*math.Cos(p.Latitude*math.Pi/180)
				yield(t, north*north+side*side)
			}
		}
	}
}

// region is that of the nearest town; "" where there is none around.
func (g townGrid) region(p *place) (region string) {
	best, id := math.Inf(1), 0
	g.around(p, func(t *place, off float64) {
		if off < best || off == best && t.ID < id {
			region, best, id = t.Region, off, t.ID
		}
	})
	return region
}

// spelledWithin is how many degrees of latitude a town may be off that has one of the place's names in another spelling.
const spelledWithin = .15

// spelled is the town that a settlement is: the nearest one of which a name sounds as one of its names does.
func (g townGrid) spelled(p *place, names []string) (town place, ok bool) {
	best := spelledWithin * spelledWithin
	g.around(p, func(t *place, off float64) {
		if off > best || off == best && ok && t.ID > town.ID {
			return
		}
		for _, name := range names {
			if sound := consonants(name); len(sound) >= 2 && slices.ContainsFunc(append([]string{t.Name}, latinNames(*t)...), func(other string) bool { return consonants(other) == sound }) {
				town, best, ok = *t, off, true
				return
			}
		}
	})
	return town, ok
}

// consonants are those of a name but for its article, each once where it is doubled, so that "Umm el-Fahm" and "Um al Fahm" are one.
func consonants(name string) string {
	var out []byte
	for _, word := range strings.FieldsFunc(strings.ToLower(unaccented(name)), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if word == "al" || word == "el" || word == "the" {
			continue
		}
		for i := range len(word) {
			c := word[i]
			if strings.IndexByte("aeiouy", c) >= 0 && i > 0 {
				continue
			}
			if len(out) == 0 || out[len(out)-1] != c {
				out = append(out, c)
			}
		}
	}
	return string(out)
}
