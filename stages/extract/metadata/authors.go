package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/article"
)

// authors gives the people and the wire services that a page credits.
//
// JSON-LD comes first, then meta tags, then what stands between headline and text, then bylines
// elsewhere; the first that names a person is taken as it is. Where the page shows a byline
// that does not name the declared author, and names that author nowhere, the declared one is
// the site's, or an account's; one that names the declared author and others is more complete.
// Where no person is named at all, the desk or team that is credited is the author.
func (e *Evidence) authors(nodes []object, node object, site string) (people, wires []string) {
	names := e.siteNames(site)
	for _, key := range []string{"publisher", "copyrightHolder"} {
		if owner := node.object(key); owner != nil && !owner.is("Person") {
			names = append(names, sameness(fold(owner.text("name"))))
		}
	}
	var desks []string
	take := func(texts []string, declared bool) (found []string) {
		for _, text := range texts {
			b := readByline(text, declared, names)
			for _, one := range b.wires {
				wires = appendNew(wires, one)
			}
			for _, one := range b.desks {
				desks = appendNew(desks, one)
			}
			for _, one := range b.people {
				found = appendNew(found, one)
			}
		}
		return found
	}
	people = take(structured(nodes, node), true)
	if tagged := take(e.metaAuthors(), true); len(people) == 0 {
		people = tagged
	}
	seen := e.signed(names)
	for _, one := range seen.wires {
		wires = appendNew(wires, one)
	}
	if wire := wireOf(e.Opening); wire != "" && !outlet(wire, names) {
		wires = appendNew(wires, wire)
	}
	if len(people) == 0 || seen.opened && len(seen.people) > 0 && !e.shows(people) || within(people, seen.people) {
		people = seen.people
	}
	if len(people) == 0 && len(desks) == 0 {
		desks = seen.desks
	}
	if all := e.beside(names); within(people, all) {
		people = all
	}
	for _, find := range []func([]string) []string{e.beside, e.elsewhere, e.under} {
		if len(people) == 0 && len(desks) == 0 || len(people) == 1 && account(people[0]) {
			if found := find(names); len(found) > 0 {
				people = found
			}
		}
	}
	if len(people) == 0 {
		people = desks[:min(len(desks), 1)]
	}
	if len(people) == 0 && len(wires) == 0 {
		people = institute(node, names)
	}
	return people, wires
}

// wireOf gives the wire service whose name stands before its text: RAJSHAHI, Dec 20 (Reuters) - The river rose.
func wireOf(opening string) string {
	const reach, behind = 60, 8 // bytes
	head := opening[:min(len(opening), reach)]
	begin, rest, found := strings.Cut(head, "(")
	name, rest, closed := strings.Cut(rest, ")")
	if !found || !closed || strings.ContainsAny(begin, "\n.!?\"") || !strings.ContainsAny(rest[:min(len(rest), behind)], "-–—") {
		return ""
	}
	return bylineWords().wires[strings.ToLower(strings.TrimSpace(name))]
}

// signed gives who is credited between headline and text: by the lines that begin as bylines
// do, else by what is an author by its markup.
func (e *Evidence) signed(names []string) (all byline) {
	merge := func(b byline) {
		for _, one := range b.people {
			if !slices.ContainsFunc(all.people, func(there string) bool { return strings.HasPrefix(one, there) }) {
				all.people = append(all.people, one)
			}
		}
		for _, one := range b.wires {
			all.wires = appendNew(all.wires, one)
		}
		all.desks = append(all.desks, b.desks...)
	}
	expected := false
	for _, line := range e.Near {
		if expected {
			line = "By " + line
		}
		b := readByline(line, false, names)
		if expected = b.expects; b.opened && len(all.people) == 0 {
			all.opened = true
			merge(b)
		}
		if !b.opened && !b.other && len(b.people)+len(b.desks) == 0 {
			merge(b) // a line of nothing but wire services: Reuters/AFP
		}
	}
	if len(all.people) > 0 {
		return all
	}
	for _, line := range e.Credits {
		b := readByline(line, false, names)
		if !b.opened && len(b.people) > 0 && strings.Contains(line, "/") { // who took the picture
			continue
		}
		if len(all.people) == 0 || !b.opened {
			all.opened = all.opened || b.opened
			merge(b)
		}
	}
	return all
}

// institute gives the organisation that JSON-LD calls the author, if it is another than the outlet.
func institute(node object, names []string) []string {
	const least, most = 3, 8 // words; what has fewer is as a rule the outlet, whose name the page has otherwise
	for _, a := range node.objects("author") {
		name := fold(a.text("name"))
		if n := len(strings.Fields(name)); a.is("Organization") && n >= least && n <= most && !outlet(name, names) {
			return []string{name}
		}
	}
	return nil
}

// within tells whether all of some people, and others besides, are among those of a byline.
func within(people, seen []string) bool {
	return len(people) > 0 && len(people) < len(seen) && !slices.ContainsFunc(people, func(one string) bool {
		return !slices.ContainsFunc(seen, func(there string) bool { // Dr. Jane Doe
			return strings.HasSuffix(strings.ToLower(there), strings.ToLower(one))
		})
	})
}

// account tells the name of somebody's account, jane.doe, from a person's.
func account(name string) bool {
	return isLatin(name) && !strings.Contains(name, " ") && (strings.Contains(name, ".") || strings.ToLower(name) == name)
}

// beside gives the people whose names stand alone on a line between headline and text: close to
// the day, or with a given name that is known.
func (e *Evidence) beside(names []string) []string {
	const reach = 2 // lines
	for i, line := range e.Near {
		begin := strings.FieldsFunc(withoutDays(line), isBreak)
		if len(begin) == 0 {
			continue
		}
		people := alone(begin[0], names)
		if len(people) == 0 || slices.ContainsFunc(people, e.toldOf) {
			continue
		}
		if known(people[0]) || cased(people[0]) && slices.ContainsFunc(e.Near[max(i-reach, 0):min(i+reach+1, len(e.Near))], hasDay) {
			return people
		}
	}
	return nil
}

// toldOf tells whether the text names somebody: then a line with nothing but the name is of somebody who is told of, or asked.
func (e *Evidence) toldOf(name string) bool { return strings.Contains(e.Opening, name) }

// cased tells whether a name is of a script with capitals. In others a section, or any two words, look as names do.
func cased(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) || unicode.IsLower(r)
}

// known tells whether a name begins with a given name that is known.
func known(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return bylineWords().given[first]
}

// under gives the people, or the desk, whose names stand alone on the line under the text. A last heading in
// English, all words with capitals, looks as a name does: such a name has to begin with a given
// name that is known, or to have letters that English has not.
func (e *Evidence) under(names []string) []string {
	if desk := desk(e.Signed, names); desk != "" {
		return []string{desk}
	}
	people := alone(e.Signed, names)
	for _, one := range people {
		if !known(one) && (!cased(one) || !strings.ContainsFunc(one, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) })) {
			return nil
		}
	}
	return people
}

// alone gives the people that a line names that holds nothing else.
func alone(line string, names []string) []string {
	line = strings.Trim(line, " ,.–—-()")
	if strings.Contains(line, ":") {
		return nil
	}
	b := readByline(line, false, names)
	if len(b.people) == 0 || b.other || len(b.wires)+len(b.desks) > 0 {
		return nil
	}
	rest := len(letters(line))
	for _, one := range b.people {
		rest -= len(letters(one))
	}
	if joints := len(b.people) - 1; rest > joints*longestJoint {
		return nil
	}
	return b.people
}

// hasDay tells whether a line holds a day.
func hasDay(line string) bool { return withoutDays(line) != line }

// IsDay tells whether a line holds a day and hardly a word besides.
func IsDay(line string) bool {
	p := cut(line)
	_, ok := findDay(line, p, 0, dayFirst)
	return ok && bareDay(p)
}

// shows tells whether the page names one of these people to its readers.
func (e *Evidence) shows(people []string) bool {
	for _, lines := range [][]string{e.Near, e.Credits, e.Bylines} {
		for _, line := range lines {
			low := strings.ToLower(line)
			for _, one := range people {
				if strings.Contains(low, strings.ToLower(one)) {
					return true
				}
			}
		}
	}
	return false
}

// elsewhere gives the people of the bylines away from the headline, as under the text. Where
// they name many, they are those of other articles.
func (e *Evidence) elsewhere(names []string) (people []string) {
	const longest, most = 80, 3
	for _, line := range e.Bylines {
		if len(line) > longest || strings.Contains(line, "@") {
			continue
		}
		for _, one := range readByline(line, false, names).people {
			if !slices.ContainsFunc(people, func(there string) bool { return strings.HasPrefix(one, there) }) {
				people = append(people, one)
			}
		}
	}
	if len(people) > most {
		return nil
	}
	return people
}

// structured gives the authors of the article's node; one that is known by its @id only is
// looked up.
func structured(nodes []object, node object) (out []string) {
	const most = 100
	for _, key := range []string{"author", "creator"} {
		texts, objects := node.texts(key), node.objects(key)
		out = append(out, texts[:min(len(texts), most)]...)
		for _, a := range objects[:min(len(objects), most)] {
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

const longestJoint = 3 // bytes: and, und

// authorTags name the author, best first; those that repeat for each of several come as all.
var authorTags = []string{
	"author", "article:author", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator",
	"article:author_name", "articleauthor", "cxenseparse:author", "authors", "twitter:data1",
}

func (e *Evidence) metaAuthors() (out []string) {
	for _, name := range authorTags {
		for _, m := range e.Meta {
			if m.Name == name && !strings.Contains(m.Content, "://") {
				if name == "citation_author" {
					m.Content = turned(m.Content)
				}
				out = append(out, m.Content)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

// turned gives a name as it is spoken where it stands as in lists of papers: Doe, Jane.
func turned(name string) string {
	family, given, found := strings.Cut(name, ", ")
	if !found || strings.Contains(given, ",") || strings.Contains(family, " ") || person(family) == "" || person(given) == "" {
		return name
	}
	return given + " " + family
}

// siteLabel gives the name in a domain: paper of www.paper.example.
func siteLabel(address string) string {
	label, _, _ := strings.Cut(article.SiteOf(address), ".")
	return strings.ReplaceAll(label, "-", "")
}
