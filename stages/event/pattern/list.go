package pattern

import (
	"fmt"
	"strings"
)

// class reads the user's own class of words.
func (l *Lexicon) class(line string) error {
	name, words, ok := strings.Cut(line[1:], ">:")
	switch list := strings.Fields(words); {
	case !ok || strings.ContainsAny(name, "<> ") || name == "" || len(list) == 0:
		return fmt.Errorf("no class in %q: write <NAME>: WORDS", line)
	case l.lists[name] != nil:
		return fmt.Errorf("the class <%s> is there already: give it another name", name)
	default:
		l.lists[name] = list
		return plain(list)
	}
}

// plain says of words of a phrase whether a text, read in small letters, can have them.
func plain(words []string) error {
	for _, w := range words {
		switch {
		case w == "":
			return fmt.Errorf("a word is empty: write a/b for a or b")
		case w != string(Lower(nil, w)):
			return fmt.Errorf("%q has capitals: write it in small letters", w)
		}
	}
	return nil
}
