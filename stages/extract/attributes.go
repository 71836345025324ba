package extract

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/stages/extract/metadata"
)

// attributes reads what the start tag at hand says of its element. It gives the element's own hints and what its text is evidence of.
func (s *scanner) attributes(e element, o *open) (own furniture.Hint, take int8) {
	var datetime, hint string
	var itemDate bool
	var at *node
	if e.trait&breaks != 0 {
		if s.bare {
			return 0, takeNothing
		}
		at = &s.nodes[o.node]
		at.kind = uint64(e.id)
	}
	for _, a := range s.z.attrs {
		switch name := a.name; {
		case is(name, "class"):
			n := s.hintsOf(a.value, at)
			own |= n.hints
			if at != nil {
				at.kind = n.kind + uint64(e.id)
			}
			if e.id == idTime {
				hint += " " + string(a.value)
			}
		case is(name, "id"), is(name, "data-testid"), is(name, "data-component"):
			own |= s.hintsOf(a.value, at).hints
		case is(name, "role"):
			own |= s.hintsOf(a.value, at).hints
		case is(name, "itemprop"):
			own |= s.hintsOf(a.value, at).hints
			hint += " " + string(a.value)
			itemDate = bytes.HasPrefix(bytes.ToLower(a.value), []byte("date"))
		case is(name, "size") && e.id == idFont:
			// 3 is the size of running text.
			if len(a.value) > 0 && (a.value[0] == '+' || a.value[0] >= '4' && a.value[0] <= '7') {
				o.style |= large
			}
		case is(name, "href") && e.id == idA:
			s.href = a.value
		case is(name, "rel") && e.id == idA:
			if bytes.Contains(a.value, []byte("author")) {
				take = takeByline
			}
		case is(name, "datetime"), is(name, "content"):
			datetime = string(decode(a.value))
		case is(name, "pubdate"):
			hint += " pubdate"
		case is(name, "lang") && e.id == idHTML && s.evidence.Lang == "":
			s.evidence.Lang = string(a.value)
		case is(name, "type") && e.id == idScript:
			if containsFold(a.value, "ld+json") {
				o.jsonLD = true
			} else {
				o.json = containsFold(a.value, "json")
			}
		case is(name, "hidden"):
			own |= furniture.Hidden
		case is(name, "style"):
			if undisplayed(a.value) {
				own |= furniture.Hidden
			}
		}
	}
	if own&furniture.Heading != 0 {
		o.style |= large
		own &^= furniture.Heading
	}
	if own&(furniture.Unseen|furniture.Hidden) != 0 && e.trait&breaks == 0 {
		o.skip = true // a word of a sentence that nobody sees
	}
	switch {
	case e.id == idTime || itemDate:
		if len(s.times) < mostTimes {
			o.time = int32(len(s.times))
			s.times = append(s.times, timeElement{
				TimeElement: metadata.TimeElement{Datetime: datetime, Hint: strings.ToLower(strings.TrimSpace(hint))},
				place:       place{node: o.node, hints: o.hints | own, block: len(s.blocks)},
			})
			take = takeTime
		}
	case e.id == idFigcaption:
		take = takeCaption
	case e.id == idH1 || e.id == idH2:
		take = takeHeading
	case own&furniture.Byline != 0 && e.id != idBody:
		take = takeByline
	}
	return own, take
}

// took hands the text of an element to the evidence.
func (s *scanner) took(o *open) {
	text := strings.TrimSpace(string(s.taken[o.mark:]))
	e := &s.evidence
	switch o.take {
	case takeTime:
		s.times[o.time].Text = text
	case takeByline:
		if text != "" && len(text) < 300 && len(s.credits) < mostCredits {
			s.credits = append(s.credits, credit{text: text, place: place{node: o.node, hints: o.hints, block: len(s.blocks)}})
		}
	case takeCaption:
		if text != "" && len(s.captions) < mostCredits {
			s.captions = append(s.captions, caption{Caption: metadata.Caption{Text: text, Image: s.image}, place: place{node: o.node, hints: o.hints, block: len(s.blocks)}})
			s.image = ""
		}
	case takeHeading:
		if text == "" {
			return
		}
		if o.id == idH1 {
			e.Headings = append(e.Headings, text)
		} else if len(s.second) < 8 {
			s.second = append(s.second, text)
		}
	}
}

// shows notes where a picture is, if it is not as small as those that stand for a mark or a space, and its address: of several the longest, for the
// others stand for it until it is there.
func (s *scanner) shows() {
	const longest = 2000 // bytes; longer ones are the picture itself
	const small = 50     // pixels
	var address []byte
	seen := true
	for _, a := range s.z.attrs {
		if is(a.name, "width") || is(a.name, "height") {
			if size, err := strconv.Atoi(string(bytes.TrimSpace(a.value))); err == nil && size < small {
				seen = false
			}
		}
		if (is(a.name, "src") || is(a.name, "data-src") || is(a.name, "srcset") || is(a.name, "data-srcset")) && len(a.value) > len(address) && len(a.value) < longest {
			address = a.value
		}
	}
	if len(address) > 0 {
		s.image = string(address)
	}
	if seen {
		s.framed = append(s.framed, s.stack.top().node)
	}
}

// head reads a meta or link element.
func (s *scanner) head(e id) {
	if s.stack.top().skip {
		return
	}
	var key, content, rel, href, lang string
	for _, a := range s.z.attrs {
		switch {
		case is(a.name, "name"), is(a.name, "property"), is(a.name, "itemprop"), is(a.name, "http-equiv"):
			if key == "" {
				key = strings.ToLower(string(a.value))
			}
		case is(a.name, "content"):
			content = string(decode(a.value))
		case is(a.name, "rel"):
			rel = strings.ToLower(string(a.value))
		case is(a.name, "href"):
			href = string(decode(a.value))
		case is(a.name, "hreflang"):
			lang = string(a.value)
		}
	}
	const most = 2000
	if e == idMeta && key != "" && len(s.evidence.Meta) < most {
		s.evidence.Meta = append(s.evidence.Meta, metadata.Pair{Name: key, Content: content})
	}
	if e == idLink && rel != "" && len(s.evidence.Links) < most {
		s.evidence.Links = append(s.evidence.Links, metadata.Link{Rel: rel, Href: href, Lang: lang})
	}
}

// A named is what the words of a class name or id say together. A page says most of its class names again
// and again.
type named struct {
	hints furniture.Hint
	past
	kind uint64 // of the name, digits aside
}

// hintsOf gives what a class name or id says, and adds to an element what is known of its words.
func (s *scanner) hintsOf(value []byte, at *node) named {
	n, found := s.names[string(value)]
	if !found || s.seen != nil {
		n = s.read(value, at != nil)
		s.names[string(value)] = n
	}
	if at != nil && n.known {
		at.past.join(n.past)
	}
	return n
}

// read reads the words of a class name: "c-article__related-links" has three. Joined
// pairs count too: "article-body" hints as articlebody does.
func (s *scanner) read(value []byte, block bool) (n named) {
	var word, pair [40]byte
	size, before := 0, 0
	hash, joined := uint32(hashBegin), uint32(hashBegin) // of the word, and of both together
	count := func(word []byte, hash uint32) {
		if s.listed.has(hash) {
			n.hints |= s.words[string(word)]
		}
		if s.learned.known == nil || s.learned.known.has(hash) {
			if w, found := s.learned.Classes[string(word)]; found {
				n.join(w.past())
			}
		}
		if s.seen != nil && block {
			s.seen(int32(len(s.nodes)-1), word)
		}
	}
	end := func() {
		if size > 0 {
			count(word[:size], hash)
			if before > 0 && before+size <= len(pair) {
				copy(pair[before:], word[:size])
				count(pair[:before+size], joined)
			}
			before = copy(pair[:], word[:size])
			joined, hash = hash, hashBegin
		}
		size = 0
	}
	for i, c := range value {
		switch {
		case c >= 'A' && c <= 'Z' && i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z':
			end()
			fallthrough
		case isLetter(c):
			if size < len(word) {
				word[size] = lower(c)
				hash, joined = (hash^uint32(word[size]))*hashStep, (joined^uint32(word[size]))*hashStep
				size++
			}
		default:
			end()
			if c == ' ' {
				before = 0
			}
		}
	}
	end()
	n.kind = kindOf(value)
	return n
}

// undisplayed tells whether an element's style takes it off the page, or leaves nothing to see where it is.
func undisplayed(style []byte) bool {
	return sets(style, "display", "none") || sets(style, "visibility", "hidden")
}

// sets tells whether a style gives a property this value.
func sets(style []byte, property, value string) bool {
	for {
		i := bytes.Index(style, []byte(property))
		if i < 0 {
			return false
		}
		whole := i == 0 || !isLetter(style[i-1]) && style[i-1] != '-'
		style = bytes.TrimLeft(style[i+len(property):], " ")
		if rest, colon := bytes.CutPrefix(style, []byte(":")); whole && colon && bytes.HasPrefix(bytes.TrimLeft(rest, " "), []byte(value)) {
			return true
		}
	}
}

func is(name []byte, want string) bool {
	return len(name) == len(want) && (string(name) == want || bytes.EqualFold(name, []byte(want)))
}

func containsFold(value []byte, want string) bool {
	return bytes.Contains(bytes.ToLower(value), []byte(want))
}
