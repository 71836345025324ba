package events

import (
	"fmt"
	"os"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/cores"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
)

// eachLine calls yield with each line of a table behind its headings, cut into its columns, and with where it stands. A table that ends in .zst is unpacked.
func eachLine(path string, columns int, yield func(fields []string, where string) error) error {
	read := os.ReadFile
	if strings.HasSuffix(path, ".zst") {
		read = corpus.Silver
	}
	file, err := read(path)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(file)), "\n")[1:] {
		f, where := strings.Split(line, "\t"), fmt.Sprintf("%s: line %d", path, i+2)
		if len(f) != columns {
			return fmt.Errorf("%s: %d columns, want %d", where, len(f), columns)
		}
		if err := yield(f, where); err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
	}
	return nil
}

// readMarks reads what readers have marked in articles, by article and place: a table with a line of headings and four columns, of which
// the first names the article and parse reads the others.
func readMarks[Place comparable, Mark any](path string, parse func(fields []string) (Place, Mark, error)) (map[string]map[Place]Mark, error) {
	marks := map[string]map[Place]Mark{}
	return marks, eachLine(path, 4, func(f []string, _ string) error {
		at, mark, err := parse(f[1:])
		if err != nil {
			return err
		}
		if marks[f[0]] == nil {
			marks[f[0]] = map[Place]Mark{}
		}
		marks[f[0]][at] = mark
		return nil
	})
}

// readMarked reads the texts that are wanted, each id once, and gives what read makes of them, in the order of the files.
func readMarked[Example any](paths []string, wanted func(id string) bool, read func(id, text string) ([]Example, error)) (examples []Example, err error) {
	type article struct {
		id, text string
		read     []Example
		err      error
	}
	var all []*article
	seen := map[string]bool{}
	for _, path := range paths {
		err := corpus.EachRow(path, func(_ int, row *corpus.Text) error {
			if !seen[row.ID] && wanted(row.ID) {
				seen[row.ID] = true
				all = append(all, &article{id: row.ID, text: row.Text})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	cores.AtMost(2, len(all), func(k int) { all[k].read, all[k].err = read(all[k].id, all[k].text) })
	for _, a := range all {
		if a.err != nil {
			return nil, a.err
		}
		examples = append(examples, a.read...)
	}
	return examples, nil
}
