package metadata

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
)

// caption gives what describes the lead image: the caption of a picture with the image's file name, else
// the first one where lead images stand. The byline beside a portrait of the author is none, nor is a call to read or to
// sign something else.
func (e *Evidence) caption(image string, authors []string) string {
	name := pictureName(image)
	for _, named := range []bool{true, false} {
		for _, c := range e.Captions {
			if named && (name == "" || !strings.Contains(c.Image, name)) || !named && !c.Near {
				continue
			}
			if text := fold(c.Text); describes(text, authors) {
				return text
			}
		}
	}
	return ""
}

func describes(text string, authors []string) bool {
	label, _ := furniture.Phrase(strings.ToLower(text))
	b := readByline(text, false, nil)
	return label != "related" && label != "promotion" && !(b.opened && len(b.people) > 0) && !slices.Contains(authors, text)
}

// pictureName gives what a picture's file is called, whatever its size and kind: bridge of
// https://a.example/2026/bridge-1200x630.jpg?w=300. "" is a name that others may have too.
func pictureName(address string) string {
	const shortest = 6 // bytes
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := strings.TrimSuffix(path.Base(u.Path), path.Ext(u.Path))
	if i := strings.LastIndexByte(name, '-'); i > 0 && isSize(name[i+1:]) {
		name = name[:i]
	}
	if len(name) < shortest {
		return ""
	}
	return name
}

// isSize tells whether a text is a size as file names have it: 1200x630.
func isSize(text string) bool {
	width, height, found := strings.Cut(text, "x")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return found && digits(width) && digits(height)
}
