package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A byline is what a line credits.
type byline struct {
	people, wires []string
	desks         []string // names of several people: the team, an institute
	opened        bool     // it begins as bylines do: By
	other         bool     // it has words that credit nobody
	expects       bool     // it is the beginning of one and no more
}

const (
	longestByline = 300
	shortestWire  = 3 // bytes of a wire service that stands by itself: AA may be a size of letters
)

// readByline takes a byline apart. In a declared one, from a tag that holds nothing else, any
// word may be a name.
func readByline(text string, declared bool, siteNames []string) (b byline) {
	text = fold(text)
	if text == "" || len(text) > longestByline || strings.Contains(text, "://") {
		return b
	}
	v := bylineWords()
	if (declared || len(text) >= shortestWire) && b.wire(text) {
		return b
	}
	for segment := range strings.FieldsFuncSeq(withoutDays(text), isBreak) {
		segment = strings.TrimSpace(segment)
		rest, size := after(segment, v.openers, v.longestOpener)
		other, otherSize := after(segment, v.others, v.longestOfOther)
		if otherSize > size && (!declared || other != "") {
			b.other = true
			continue
		}
		opened := size > 0 && (!declared || len(segment)-len(rest) > 3 || strings.EqualFold(segment[:size], "by"))
		if opened && !b.opened { // what stood before it is no byline
			b.people, b.desks, b.opened = nil, nil, true
		}
		if opened {
			segment = rest
		}
		b.expects = opened && segment == ""
		if b.opened && !opened && !declared {
			continue
		}
		b.add(segment, declared, siteNames)
	}
	return b
}

// isBreak tells the marks that part a byline from what else stands on its line.
func isBreak(r rune) bool { return r < ' ' || strings.ContainsRune("|•·●⋅∙◆»–—;/", r) }

// withoutDays cuts a line where days stand.
func withoutDays(line string) string {
	p := cut(line)
	for at := 0; at < len(p); {
		d, ok := findDay(line, p, at, dayFirst)
		if !ok {
			break
		}
		first := d.first
		for first > at && datelines().published[p[first-1].word] {
			first--
		}
		line = line[:p[first].start] + strings.Repeat("\n", p[d.last].end-p[first].start) + line[p[d.last].end:]
		at = d.last + 1
	}
	return line
}

// after gives what stands behind the longest of the phrases that a text begins with, and the
// phrase's size. By may be glued to the name, where they stand in elements of their own.
func after(text string, phrases map[string]bool, longest int) (rest string, size int) {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return text, 0
	}
	words := 0
	for i := 0; i <= len(low) && words < longest; i++ {
		if i < len(low) && low[i] != ' ' && low[i] != ':' && (i != 2 || low[:2] != "by" || !unicode.IsUpper(rune(text[i]))) {
			continue
		}
		words++
		if phrases[low[:i]] || (i == len(low) || low[i] == ':') && phrases[low[:i]+":"] {
			rest, size = strings.TrimLeft(text[i:], " :-"), i
		}
		if i < len(low) && low[i] == ':' {
			break
		}
	}
	return rest, size
}

// add reads the names of one stretch of a byline. Names come first: what stands behind
// something else is a role, or tells of the names.
func (b *byline) add(text string, declared bool, siteNames []string) {
	if len(text) < shortestWire && !declared && !b.opened {
		b.other = b.other || strings.ToLower(text) != text // small letters are the initials of an editor
		return
	}
	if b.wire(text) {
		return
	}
	if desk := desk(text, siteNames); desk != "" {
		b.desks = appendNew(b.desks, desk)
		return
	}
	split := parts(text)
	if declared && pair(split) {
		b.people = appendNew(b.people, text)
		return
	}
	for _, part := range split {
		whole := part == text
		if open := strings.IndexByte(part, '('); open >= 0 && strings.HasSuffix(part, ")") {
			b.wire(part[open+1 : len(part)-1])
			part = part[:open]
		}
		part = strings.Trim(part, " .:,-*“”\"")
		if b.wire(part) {
			continue
		}
		name := withoutOutlet(person(b.withoutWire(part)), siteNames)
		single := name != "" && !strings.Contains(name, " ") && !unspaced(name)
		switch {
		case name == "" && declared && whole && (handle(part) || small(part)):
			name = part
		case name == "", single && (!declared || !whole):
			b.other = true
			return
		}
		if !outlet(name, siteNames) {
			b.people = appendNew(b.people, name)
		}
	}
}

// wire notes a wire service where the text is one's name.
func (b *byline) wire(text string) bool {
	name := bylineWords().wires[strings.ToLower(text)]
	if name != "" {
		b.wires = appendNew(b.wires, name)
	}
	return name != ""
}

// withoutWire takes off the wire service that stands behind a name: Jane Doe The Associated
// Press.
func (b *byline) withoutWire(part string) string {
	words := strings.Fields(part)
	for i := 2; i < len(words); i++ {
		if rest := strings.Join(words[i:], " "); len(rest) >= shortestWire && b.wire(rest) {
			return strings.Join(words[:i], " ")
		}
	}
	return part
}

// parts cuts a stretch at joints and commas, and cuts off what a part has behind the word for a
// place: Jane Doe in Paris.
func parts(text string) (out []string) {
	v := bylineWords()
	start := -1
	end := func(i int) {
		if start >= 0 && start < i {
			out = append(out, text[start:i])
		}
		start = -1
	}
	skip := false
	for i := 0; i < len(text); {
		for i < len(text) && text[i] == ' ' {
			i++
		}
		j := i
		for j < len(text) && text[j] != ' ' {
			j++
		}
		word := text[i:j]
		comma := strings.IndexAny(word, ",，、")
		switch low := strings.ToLower(strings.TrimSuffix(word, ",")); {
		case word == "":
		case v.joints[low] && i > 0:
			end(i - 1)
			skip = false
		case v.places[low] && start >= 0:
			end(i - 1)
			skip = comma < 0
		case comma >= 0:
			if start < 0 && !skip {
				start = i
			}
			end(i + comma)
			_, size := utf8.DecodeRuneInString(word[comma:])
			if skip = false; i+comma+size < j {
				start = i + comma + size
			}
		case start < 0 && !skip:
			start = i
		}
		i = j
	}
	end(len(text))
	return out
}

// withoutOutlet takes off a word of the outlet's name that stands behind a person's.
func withoutOutlet(name string, siteNames []string) string {
	const least = 4 // letters
	for {
		i := strings.LastIndexByte(name, ' ')
		if i < 0 || !strings.Contains(name[:i], " ") {
			return name
		}
		word := strings.ToLower(letters(name[i:]))
		if len(word) < least || !slices.ContainsFunc(siteNames, func(site string) bool { return strings.Contains(site, word) }) {
			return name
		}
		name = name[:i]
	}
}

// desk gives a name of several people, whole: the Harbour Desk. A word for a desk alone names
// nobody.
func desk(text string, siteNames []string) string {
	v := bylineWords()
	const most = 6
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) < 2 || len(words) > most || strings.ContainsAny(text, "@0123456789{}<>=,()") {
		return ""
	}
	desks, names := 0, 0
	for _, w := range words {
		low := strings.ToLower(strings.Trim(w, ".:"))
		switch {
		case v.wires[low] != "":
			return ""
		case v.desks[low] || strings.HasSuffix(low, "redaktion"):
			desks++
		case v.joints[low] && desks == 0:
			return ""
		case !v.notPersons[low] && !v.roles[low]:
			names++
		}
	}
	const withRole = 4 // words: Jane Doe Staff Writer
	last := strings.ToLower(words[len(words)-1])
	if desks == 0 || names == 0 || outletWhole(text, siteNames) || len(words) >= withRole && v.roles[last] && !v.desks[last] {
		return ""
	}
	return strings.Trim(text, " .:-*")
}

// person gives the name in a part of a byline, without the role behind it; "" where there is
// none.
func person(text string) string {
	if strings.ContainsAny(text, "@0123456789{}<>=_!?®():。") {
		return ""
	}
	v := bylineWords()
	words := strings.Fields(text)
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		if v.notPersons[low] || v.roles[low] && (i == 0 || i == 1 && isLatin(text)) {
			return ""
		}
		if v.roles[low] {
			words = words[:i]
			break
		}
	}
	const most, longest = 6, 10 // words, letters of a name without spaces
	if len(words) == 0 || len(words) > most || unspaced(text) && slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) > longest && !strings.Contains(w, "・") }) {
		return ""
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), !unicode.IsLower(r) && unicode.IsLetter(r): // or of a script without capitals
			capitals++
		case !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '“' && r != '"', !strings.ContainsAny(w, "'’-") && !v.particles[strings.ToLower(w)]:
			return ""
		}
	}
	if capitals == 0 || len(words) > 1 && capitals < 2 {
		return ""
	}
	name := strings.Join(words, " ")
	if utf8.RuneCountInString(name) < 3 && isLatin(name) {
		return ""
	}
	return name
}

// pair tells whether parts of a declared byline are two people by their given names alone: Jane and Ana.
// Together they are a name.
func pair(parts []string) bool {
	return len(parts) == 2 && !slices.ContainsFunc(parts, func(one string) bool {
		return strings.Contains(strings.TrimSpace(one), " ") || !isLatin(one) || person(one) == ""
	})
}

// small tells whether a text is a name in small letters: jane doe.
func small(text string) bool {
	words := strings.Fields(text)
	return (len(words) == 2 || len(words) == 3) && !slices.ContainsFunc(words, func(w string) bool { return !handle(w) || strings.ToLower(w) != w })
}

// handle tells whether a word is the name of somebody's account.
func handle(text string) bool {
	const least, most = 3, 30
	if len(text) < least || len(text) > most || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		return false
	}
	low := strings.ToLower(text)
	v := bylineWords()
	return !v.notPersons[low] && !v.desks[low] && !v.roles[low] && !strings.Contains(low, "admin")
}

// unspaced tells whether a text is of a script that puts no space between the names of a person.
func unspaced(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return paired(r)
}

func isLatin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Latin, r)
}

func outletWhole(name string, siteNames []string) bool {
	return slices.Contains(siteNames, strings.ToLower(letters(name)))
}

// outlet tells whether a name is the outlet's, that of a part of it (BBC Sport), or an account's that is named after it
// with a letter behind: an outlet is no author.
func outlet(name string, siteNames []string) bool {
	if begin, _, found := strings.Cut(name, " "); found && len(begin) > 1 && strings.ToUpper(begin) == begin && !known(begin) && outletWhole(begin, siteNames) {
		return true
	}
	if i := strings.LastIndexByte(name, ' '); i > 0 && utf8.RuneCountInString(letters(name[i:])) == 1 {
		name = name[:i]
	}
	flat := strings.ToLower(letters(name))
	for _, site := range siteNames {
		if flat == site || len(flat) > 3 && strings.Contains(site, flat) || len(site) > 4 && strings.Contains(flat, site) {
			return true
		}
	}
	return false
}

func appendNew(list []string, one string) []string {
	if slices.ContainsFunc(list, func(there string) bool { return strings.EqualFold(there, one) }) {
		return list
	}
	return append(list, one)
}
