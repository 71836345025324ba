// Package events holds the patterns, words and codes by which the stage event codes a text.
// CARD.md says where they come from.
package events

import (
	"embed"
	"fmt"
	"strings"
)

// Files has the patterns (one file for each CAMEO root), the tables of codes and the words.
//
//go:embed *.txt *.tsv
var Files embed.FS

// EachLine calls enter with each line of a file that is neither empty nor a comment. It panics where a line is
// refused: the files are part of the program, and tests read them.
func EachLine(name string, enter func(line string) error) {
	text, err := Files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	at := 0
	for line := range strings.Lines(string(text)) {
		at++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := enter(line); err != nil {
			panic(fmt.Errorf("%s:%d: %w", name, at, err))
		}
	}
}
