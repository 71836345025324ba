package corpus

import (
	"path/filepath"
	"strings"
)

// News are the files of news without marks, the tagged set first.
func News(folder string) []string {
	return []string{filepath.Join(folder, "language", "ww-train.jsonl"), filepath.Join(folder, "unlabelled", "news.jsonl.gz")}
}

// EachNews reads the news of a folder, each text once.
func EachNews(folder string, f func(text *Text) error) error {
	for _, path := range News(folder) {
		err := EachRow(path, func(_ int, text *Text) error {
			if isSecond(text.ID) {
				return nil
			}
			return f(text)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isSecond says whether a text without tags is one of a tagged set, or of a set that is kept to measure on.
func isSecond(id string) bool { return strings.HasPrefix(id, "ww-") }
