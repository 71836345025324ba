package pipeline

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The digest of the models names the build: rows of two builds may differ only if their digests do. So each file that
// data/ embeds is in it.
func TestModelsAreAllThatIsEmbedded(t *testing.T) {
	got := embedded()
	folders, err := os.ReadDir("../data")
	if err != nil {
		t.Fatal(err)
	}
	directive := regexp.MustCompile(`(?m)^\s*//go:embed (.*)$`)
	for _, folder := range folders {
		sources, err := filepath.Glob(filepath.Join("../data", folder.Name(), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		var want int64
		for _, path := range sources {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, patterns := range directive.FindAllStringSubmatch(string(source), -1) {
				for pattern := range strings.FieldsSeq(patterns[1]) {
					files, err := filepath.Glob(filepath.Join("../data", folder.Name(), pattern))
					if err != nil {
						t.Fatal(err)
					}
					for _, file := range files {
						info, err := os.Stat(file)
						if err != nil {
							t.Fatal(err)
						}
						want += info.Size()
						if folder.Name() == "events" { // there, names count
							want += int64(len(info.Name()))
						}
					}
				}
			}
		}
		var size int64
		for _, part := range got[folder.Name()] {
			switch part := part.(type) {
			case []byte:
				size += int64(len(part))
			case string:
				size += int64(len(part))
			}
		}
		if size != want {
			t.Errorf("data/%s embeds %d bytes, and %d of them name the build", folder.Name(), want, size)
		}
		delete(got, folder.Name())
	}
	if len(got) > 0 {
		t.Errorf("no folder of data/ embeds %v", got)
	}
}
