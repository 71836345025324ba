package extract

import (
	"maps"
	"slices"
)

// A trait says how an element stands in the text.
type trait uint8

const (
	breaks  trait = 1 << iota // a block: text before and after it is apart
	void                      // has no content
	skipped                   // its content is not shown, or is no text of the article
	scope                     // end tags and implied ends do not reach across it
	picture                   // shows one
)

// id of an element name.
type id uint16

const (
	idRoot id = iota
	idA
	idArticle
	idAside
	idBlockquote
	idBody
	idBr
	idButton
	idCaption
	idDD
	idDT
	idFigcaption
	idFooter
	idH1
	idH2
	idH3
	idH4
	idH5
	idH6
	idHeader
	idHead
	idHTML
	idLI
	idLink
	idMain
	idMeta
	idNav
	idOl
	idOption
	idP
	idScript
	idTable
	idTD
	idTH
	idTime
	idTitle
	idTR
	idUl
	idDL
	idOther           // first of the names that need no id of their own
	idCustom id = 512 // and on: names that HTML does not have, by their hash
	ids         = 1024
)

type element struct {
	id    id
	trait trait
}

// elements knows the names of HTML; those it does not know are inline.
var elements = func() map[string]element {
	named := map[string]element{
		"a": {idA, 0}, "article": {idArticle, breaks}, "aside": {idAside, breaks}, "blockquote": {idBlockquote, breaks},
		"body": {idBody, breaks}, "br": {idBr, void}, "button": {idButton, breaks}, "caption": {idCaption, breaks},
		"dd": {idDD, breaks}, "dt": {idDT, breaks}, "figcaption": {idFigcaption, breaks}, "footer": {idFooter, breaks},
		"h1": {idH1, breaks}, "h2": {idH2, breaks}, "h3": {idH3, breaks}, "h4": {idH4, breaks}, "h5": {idH5, breaks},
		"h6": {idH6, breaks}, "header": {idHeader, breaks}, "head": {idHead, breaks}, "html": {idHTML, breaks},
		"li": {idLI, breaks}, "link": {idLink, void}, "main": {idMain, breaks}, "meta": {idMeta, void}, "nav": {idNav, breaks},
		"ol": {idOl, breaks}, "option": {idOption, breaks}, "p": {idP, breaks}, "script": {idScript, skipped},
		"table": {idTable, breaks | scope}, "td": {idTD, breaks | scope}, "th": {idTH, breaks | scope}, "time": {idTime, 0},
		"title": {idTitle, skipped}, "tr": {idTR, breaks}, "ul": {idUl, breaks}, "dl": {idDL, breaks},
	}
	next := idOther
	add := func(t trait, names ...string) {
		for _, name := range names {
			named[name] = element{next, t}
			next++
		}
	}
	add(breaks, "address", "center", "details", "dialog", "dir", "div", "fieldset", "figure", "form", "frameset", "hgroup", "hr",
		"label", "legend", "listing", "menu", "optgroup", "plaintext", "pre", "search", "section", "summary", "tbody", "tfoot", "thead", "colgroup")
	add(void|picture, "img")
	add(void, "area", "base", "basefont", "bgsound", "col", "embed", "frame", "input", "keygen", "param", "source", "track", "wbr")
	add(skipped|picture, "iframe", "picture", "video")
	add(skipped, "audio", "canvas", "map", "math", "noembed", "noframes", "noscript", "object", "rp", "rt", "select",
		"style", "svg", "template", "textarea", "xmp")
	add(0, "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
		"nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var")
	// Of AMP: advertisements, and what stands behind a button or above the page.
	add(skipped, "amp-ad", "amp-consent", "amp-embed", "amp-lightbox", "amp-sidebar", "amp-sticky-ad", "amp-user-notification")
	named["hr"] = element{named["hr"].id, breaks | void}
	return named
}()

// elements that few questions are asked of
var (
	idDiv    = elements["div"].id
	idB      = elements["b"].id
	idStrong = elements["strong"].id
	idBig    = elements["big"].id
	idPre    = elements["pre"].id
	idFont   = elements["font"].id
	idCode   = elements["code"].id
)

// hashed holds the same where the hash of its name says, or in the next place that was free: of all that
// is asked for each tag this comes first.
var hashed = func() (table [1024]struct {
	name string
	element
},
) {
	for _, name := range slices.Sorted(maps.Keys(elements)) {
		at := hashOf([]byte(name)) % uint32(len(table))
		for table[at].name != "" {
			at = (at + 1) % uint32(len(table))
		}
		table[at].name, table[at].element = name, elements[name]
	}
	return table
}()

// FNV-1a
const (
	hashBegin = 2166136261
	hashStep  = 16777619
)

func hashOf(name []byte) uint32 {
	h := uint32(hashBegin)
	for _, c := range name {
		h = (h ^ uint32(c)) * hashStep
	}
	return h
}

// elementOf gives the element of a name in lower case.
func elementOf(name []byte) element {
	h := hashOf(name)
	for at := h % uint32(len(hashed)); hashed[at].name != ""; at = (at + 1) % uint32(len(hashed)) {
		if hashed[at].name == string(name) {
			return hashed[at].element
		}
	}
	return element{id: idCustom + id(h%(ids-uint32(idCustom)))}
}
