package metadata

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/data/agencies"
)

// authors gives the people and the wire services that a page credits.
//
// JSON-LD comes first, then meta tags, then the byline; what the first of them names that
// holds a person is taken as it is. Wire services are gathered from all of them.
func (e *Evidence) authors(nodes []object, node object, site string) (people, wires []string) {
	names := e.siteNames(site)
	for _, source := range [][]string{structured(nodes, node), e.metaAuthors(), e.Credits, e.Bylines} {
		var found []string
		for _, text := range source {
			p, w := credited(text, names)
			for _, one := range w {
				wires = appendNew(wires, one)
			}
			for _, one := range p {
				found = appendNew(found, one)
			}
		}
		if len(people) == 0 {
			people = found
		}
	}
	return people, wires
}

func appendNew(list []string, one string) []string {
	if slices.ContainsFunc(list, func(there string) bool { return strings.EqualFold(there, one) }) {
		return list
	}
	return append(list, one)
}

// structured gives the authors of the article's node; one that is known by its @id only is
// looked up.
func structured(nodes []object, node object) (out []string) {
	for _, key := range []string{"author", "creator"} {
		out = append(out, node.texts(key)...)
		for _, a := range node.objects(key) {
			if a.text("name") == "" && a.text("@id") != "" {
				for _, n := range nodes {
					if n.text("@id") == a.text("@id") && n.text("name") != "" {
						a = n
						break
					}
				}
			}
			out = append(out, a.texts("name")...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

func (e *Evidence) metaAuthors() (out []string) {
	for _, name := range []string{"author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author_name", "cxenseparse:author", "authors", "twitter:data1"} {
		for _, m := range e.Meta {
			if m.Name == name {
				out = append(out, m.Content)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

var (
	wireNames  = sync.OnceValue(readWires)
	notPersons = sync.OnceValue(func() map[string]bool { return wordSet(agencies.NotPersons) })
	roles      = sync.OnceValue(func() map[string]bool { return wordSet(agencies.Roles) })
)

func readWires() map[string]string {
	wires := map[string]string{}
	for line := range strings.Lines(agencies.Names) {
		name, others, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		wires[strings.ToLower(name)] = name
		for other := range strings.SplitSeq(others, ";") {
			if other = strings.TrimSpace(other); other != "" {
				wires[strings.ToLower(other)] = name
			}
		}
	}
	return wires
}

func wordSet(lines string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}

// openers begin a byline, in the languages that have one.
var openers = []string{"by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "przez ", "de ", "text by ", "text: ", "written by ", "words by ", "byline: ", "author: ", "autor: ", "reporting by ", "posted by ", "published by "}

// joints part the names of a byline.
var joints = strings.NewReplacer(" and ", "\n", " und ", "\n", " et ", "\n", " y ", "\n", " e ", "\n", " en ", "\n", " og ", "\n", " och ", "\n", " ja ", "\n",
	" with ", "\n", " mit ", "\n", " for ", "\n", " in ", "\n", " & ", "\n", " | ", "\n", ";", "\n", "/", "\n", "•", "\n", "·", "\n", "、", "\n", "，", "\n", " - ", "\n", " – ", "\n", "\t", "\n", "(", "\n", ")", "\n")

const longestByline = 300

// credited takes a byline apart into people and wire services.
func credited(text string, siteNames []string) (people, wires []string) {
	text = fold(text)
	if text == "" || len(text) > longestByline || strings.Contains(text, "://") {
		return nil, nil
	}
	for range 2 {
		low := strings.ToLower(text)
		for _, o := range openers {
			if strings.HasPrefix(low, o) && len(low) == len(text) {
				text = strings.TrimSpace(text[len(o):])
				break
			}
		}
	}
	for part := range strings.SplitSeq(joints.Replace(text), "\n") {
		names := strings.Split(part, ",")
		for _, name := range names {
			name = strings.Trim(name, " .:-–|*")
			if wire := wireNames()[strings.ToLower(name)]; wire != "" {
				wires = appendNew(wires, wire)
				continue
			}
			if name = person(name); name != "" && !outlet(name, siteNames) {
				people = appendNew(people, name)
			}
		}
	}
	return people, wires
}

// person gives the name in a part of a byline, without the role behind it; "" where there is
// none.
func person(text string) string {
	if strings.ContainsAny(text, "@0123456789{}<>=_") {
		return ""
	}
	words := strings.Fields(text)
	for i, w := range words {
		if i > 0 && roles()[strings.ToLower(strings.Trim(w, ".,:"))] {
			words = words[:i]
			break
		}
	}
	const most = 6
	if len(words) == 0 || len(words) > most {
		return ""
	}
	capitals := 0
	for _, w := range words {
		if notPersons()[strings.ToLower(strings.Trim(w, ".,:"))] {
			return ""
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), !unicode.IsLower(r) && unicode.IsLetter(r): // or of a script without capitals
			capitals++
		case !unicode.IsLetter(r):
			return ""
		}
	}
	if capitals == 0 || len(words) > 1 && capitals < 2 || capitals*2 < len(words) {
		return ""
	}
	name := strings.Join(words, " ")
	if utf8.RuneCountInString(name) < 3 && isLatin(name) {
		return ""
	}
	return name
}

func isLatin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Latin, r)
}

// outlet tells whether a name is the outlet's: an outlet is no author.
func outlet(name string, siteNames []string) bool {
	flat := strings.ToLower(letters(name))
	for _, site := range siteNames {
		if flat == site || len(flat) > 3 && strings.Contains(site, flat) || len(site) > 4 && strings.Contains(flat, site) {
			return true
		}
	}
	return false
}

// siteLabel gives the name in a domain: paper of www.paper.example.
func siteLabel(address string) string {
	site := siteOf(address)
	label, _, _ := strings.Cut(site, ".")
	return strings.ReplaceAll(label, "-", "")
}
