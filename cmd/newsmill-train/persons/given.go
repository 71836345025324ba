package persons

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/archive"
)

// mostly is how many times as often a given name must be of one gender to be listed as that one's.
const mostly = 10

// givenNames lists the given names of the census of the USA that are nearly always of one gender, from
// the archive of the Python package names: a line of the name in small letters and f or m, sorted.
func givenNames(names string) ([]byte, error) {
	shares := map[string]*[2]float64{}
	err := archive.Each(names, func(member string, in io.Reader) error {
		of, ok := map[string]int{"dist.female.first": 0, "dist.male.first": 1}[path.Base(member)]
		if !ok {
			return nil
		}
		for lines := bufio.NewScanner(in); lines.Scan(); {
			var name string
			var share float64
			if _, err := fmt.Sscan(lines.Text(), &name, &share); err != nil {
				return err
			}
			name = strings.ToLower(name)
			if shares[name] == nil {
				shares[name] = new([2]float64)
			}
			shares[name][of] = share
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []byte
	for _, name := range slices.Sorted(maps.Keys(shares)) {
		switch s := shares[name]; {
		case s[0] >= float64(mostly*s[1]):
			out = append(out, name+"\tf\n"...)
		case s[1] >= float64(mostly*s[0]):
			out = append(out, name+"\tm\n"...)
		}
	}
	return out, nil
}
