package entity

import (
	"bytes"
	"compress/gzip"
	"io"
	"sort"
	"strconv"
	"strings"
)

// cityTable is the city file as it stands, sorted by name, then the largest first, with the
// place of each line: a look-up is a binary search and parses only the lines it hits.
type cityTable struct {
	text  string
	lines []int32
}

// city is one line of the table.
type city struct {
	id, country, region string
	latitude, longitude float64
	population          int
}

// openCities unpacks the table; one that cannot be read holds no cities.
func openCities(packed []byte) cityTable {
	in, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return cityTable{}
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return cityTable{}
	}
	t := cityTable{text: string(text), lines: make([]int32, 0, 40000)}
	for at := 0; at < len(t.text); {
		t.lines = append(t.lines, int32(at))
		n := strings.IndexByte(t.text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return t
}

func (t *cityTable) name(i int) string {
	line := t.text[t.lines[i]:]
	return line[:max(0, strings.IndexByte(line, '\t'))]
}

// find is the index of the first line of a name; -1 is none.
func (t *cityTable) find(name string) int {
	i := sort.Search(len(t.lines), func(i int) bool { return t.name(i) >= name })
	if i < len(t.lines) && t.name(i) == name {
		return i
	}
	return -1
}

// at parses line i.
func (t *cityTable) at(i int) city {
	line, _, _ := strings.Cut(t.text[t.lines[i]:], "\n")
	var f [7]string
	for k := range f {
		f[k], line, _ = strings.Cut(line, "\t")
	}
	c := city{id: f[1], country: f[2], region: f[3]}
	c.latitude, _ = strconv.ParseFloat(f[4], 64)
	c.longitude, _ = strconv.ParseFloat(f[5], 64)
	c.population, _ = strconv.Atoi(f[6])
	return c
}

// choose picks among the cities of one name: the region that follows the name in the text,
// then the country that does, then the article's country, then the largest.
func (t *cityTable) choose(name, region, country, article string) (city, bool) {
	first := t.find(name)
	if first < 0 {
		return city{}, false
	}
	best, bestRank := city{}, -1
	for i := first; i < len(t.lines) && t.name(i) == name; i++ {
		c := t.at(i)
		rank := 0
		switch {
		case region != "" && c.country == "USA" && c.region == region:
			rank = 3
		case region == "" && country != "" && c.country == country:
			rank = 2
		case article != "" && c.country == article && c.population >= 100000:
			rank = 1
		}
		if rank > bestRank {
			best, bestRank = c, rank
		}
	}
	return best, true
}
