package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsmill/newsmill/stages/entity"
)

// before finds who speaks by the sentence before a quote that has no cue, if that sentence
// reports: "The senator warned of it. “...”"
func (f *finder) before(p place) (mention int, name string, score float32) {
	if p.sentence == 0 || p.open > f.doc.Sentences[p.sentence].First {
		return -1, "", 0
	}
	s := f.doc.Sentences[p.sentence-1]
	for k := s.First; k < s.Last; k++ {
		if !f.inside[k] && f.classes[k].reports() {
			if mention, name, _ = f.left(k, s.First); name != "" {
				return mention, name, 0.5
			}
		}
	}
	return -1, "", 0
}

// speaker finds the subject of a cue: the mention that is it, what the text calls it, and how
// sure that is.
func (f *finder) speaker(c cue, last int) (mention int, name string, score float32) {
	if last > c.token {
		return f.right(last, c.hi)
	}
	if c.behind && (c.token == c.lo || c.token == c.lo+1 && f.classes[c.lo] >= comma) { // “...,” said X
		if mention, name, score = f.right(last, c.hi); name != "" {
			return mention, name, score
		}
	}
	if strings.HasSuffix(f.form(c.token), "ing") { // X shook his head, saying ...
		return f.mainSubject(c.token)
	}
	if mention, name, score = f.left(c.token, c.lo); name != "" {
		return mention, name, score
	}
	if c.behind {
		return f.right(last, c.hi)
	}
	return -1, "", 0.5
}

// mainSubject finds the subject of the sentence that a participle at token k belongs to: that of
// the verb before it that reports, or the name that opens the sentence.
func (f *finder) mainSubject(k int) (mention int, name string, score float32) {
	first := f.doc.Sentences[f.sentenceOf(k)].First
	for i := k - 1; i > first && k-i < 2*reach; i-- {
		if !f.inside[i] && f.classes[i].reports() {
			if mention, name, score = f.left(i, first); name == "" {
				mention, name, score = f.right(i, k)
			}
			if name != "" {
				return mention, name, score
			}
		}
	}
	for i := first; i < k && i-first < reach; i++ {
		switch {
		case f.inside[i]:
			continue
		case f.classes[i] == he:
			return f.pronoun(i)
		case f.classes[i] == they:
			return -1, f.words(i, i), 0.5
		}
		if m := f.mentionStarting(i); m >= 0 && f.speaks(m) {
			return m, f.name(m), 0.6
		}
	}
	return -1, "", 0.5
}

// signed finds the name behind a dash that signs a quote: “...” — X.
func (f *finder) signed(p place) (mention int, name string, score float32) {
	k := p.close
	if k+1 >= len(f.doc.Tokens) || f.newParagraph(k, p) {
		return -1, "", 0
	}
	switch f.form(k) {
	case "—", "–", "―", "-":
		if m := f.mentionStarting(k + 1); m >= 0 && f.speaks(m) {
			return m, f.name(m), 0.8
		}
	}
	return -1, "", 0
}

// mostNames is how many words a name before a colon has.
const mostNames = 3

// turn is the token at which the speech of a transcript begins behind the name of who speaks, “SMITH: We have failed.”;
// 0 where none stands.
func (f *finder) turn(p place) int {
	for k := p.open + 1; k < min(p.close-1, p.open+2+mostNames); k++ {
		switch form := f.form(k); {
		case f.classes[k] == colon && k > p.open+1:
			return k + 1
		case len(form) < 2 || strings.ToUpper(form) != form || !f.capital(k):
			return 0
		}
	}
	return 0
}

// titled is whom tokens i to j name: the mention among them, if there is one.
func (f *finder) titled(i, j int) (mention int, name string, score float32) {
	if m := f.mentionStarting(i); m >= 0 && f.speaks(m) {
		return m, f.name(m), 0.8
	}
	return -1, f.words(i, j), 0.6
}

// form is the text of a token.
func (f *finder) form(k int) string { return f.doc.Text[f.doc.Tokens[k].Start:f.doc.Tokens[k].End] }

// left finds the subject before the verb at token k, not before token lo.
func (f *finder) left(k, lo int) (mention int, name string, score float32) {
	j := k - 1
	for j >= lo && (f.classes[j] == adverb || f.part(j) == "ADV" || f.classes[j] == not) {
		j--
	}
	if j > lo && f.classes[j] == day { // X on Tuesday denied
		if j--; f.classes[j] == preposition {
			j--
		}
	}
	if j >= lo && f.form(j) == ")" { // Rep. X (D-Wis.) said
		for i := j - 1; i > lo && j-i < 10; i-- {
			if f.form(i) == "(" {
				j = i - 1
				break
			}
		}
	}
	if j < lo {
		return -1, "", 0.5
	}
	switch f.classes[j] {
	case he:
		return f.pronoun(j)
	case they:
		return -1, f.words(j, j), 0.6
	case joint: // the man, who said
		if j--; j > lo && f.classes[j] == comma {
			j--
		}
	case comma: // X, the minister of Y, said
		if m := f.apposed(j, lo); m >= 0 {
			return m, f.name(m), 0.8
		}
		j--
	}
	if j < lo || f.classes[j] >= comma {
		return -1, "", 0.5
	}
	if f.hangs(j) { // police in Lyon said, rejected the result and said
		if mention, name, score = f.subject(f.doc.Sentences[f.sentenceOf(k)], k); name != "" {
			return mention, name, score
		}
	}
	if m := f.mentionEnding(j); m >= 0 && f.speaks(m) {
		return m, f.name(m), 0.9
	}
	switch f.part(j) {
	case "VERB", "AUX", "PART", "ADP", "SCONJ":
		return -1, "", 0.5 // no noun phrase ends here: "decided not to recommend"
	}
	// A noun phrase: from its article, or the mention that it begins with.
	for i := j; i >= max(lo, j-7) && f.classes[i] < comma && f.classes[i] != joint && !f.classes[i].reports(); i-- {
		switch f.classes[i] {
		case he, they, that:
			return -1, "", 0.5
		}
		if f.classes[i] == article || f.classes[i] == people && i == j || f.mentionStarting(i) >= 0 {
			if i > lo && f.classes[i-1] == preposition && i-1 > lo { // a spokesman for the ministry
				continue
			}
			if i > lo && f.classes[i-1] == article {
				i--
			}
			return f.described(i), f.words(i, j), 0.6
		}
	}
	if from, ok := f.people(j); ok && from >= lo && f.isCue(k) {
		return f.described(from), f.words(from, j), 0.6
	}
	// A name that is no mention: its words with capitals.
	i := j
	for i >= lo && j-i < 4 && f.classes[i] == other && f.capital(i) {
		i--
	}
	if i < j {
		return -1, f.words(i+1, j), 0.5
	}
	return -1, "", 0.5
}

// hangs says whether the tree has the word at token j, right before a cue, in a part of the sentence that speaks for nobody: as
// an object, or as the place that the subject is in.
func (f *finder) hangs(j int) bool {
	if f.doc.Words == nil {
		return false
	}
	switch f.doc.Words[j].Relation {
	case "obj", "iobj", "obl":
		return true
	case "nmod":
		m := f.mentionEnding(j)
		if m < 0 {
			return false
		}
		for i := j - 1; i >= 0 && j-i <= mostNames; i-- {
			switch strings.ToLower(f.form(i)) {
			case "in", "at", "near", "across":
				return true
			}
		}
	}
	return false
}

// part is the part of speech of a token; "" where the language has no models.
func (f *finder) part(k int) string {
	if f.doc.Words == nil || k < 0 {
		return ""
	}
	return f.doc.Words[k].UPOS
}

// capital says whether a token begins with a capital letter.
func (f *finder) capital(k int) bool {
	r, _ := utf8.DecodeRuneInString(f.doc.Text[f.doc.Tokens[k].Start:])
	return unicode.IsUpper(r)
}

// apposed finds the name before an apposition that ends at the comma at token j.
func (f *finder) apposed(j, lo int) int {
	for i := j - 1; i > lo && j-i < 20; i-- {
		if f.classes[i] == stop || f.classes[i].reports() {
			return -1
		}
		if f.classes[i] == comma {
			if m := f.mentionEnding(i - 1); m >= 0 && f.speaks(m) && f.mentions[m].Type == entity.Person {
				return m
			}
		}
	}
	return -1
}

// right finds the subject behind token k, before token hi.
func (f *finder) right(k, hi int) (mention int, name string, score float32) {
	i := k + 1
	if i >= hi {
		return -1, "", 0.5
	}
	if f.classes[i] == he {
		return f.pronoun(i)
	}
	if f.classes[i] == they {
		return -1, f.words(i, i), 0.6
	}
	best, end := -1, i
	for ; end < hi && end-i < 14; end++ {
		if m := f.mentionStarting(end); m >= 0 && f.speaks(m) && (best < 0 || f.mentions[m].Type == entity.Person) {
			best = m
		}
		if c := f.classes[end]; c >= comma && c != mark || c == joint || c == day || c == preposition && end == i {
			break
		} else if c == preposition && best >= 0 {
			break
		}
	}
	if best >= 0 && (f.mentions[best].Type == entity.Person || f.mentions[best].Start == f.doc.Tokens[i].Start && f.mentionEnding(end-1) == best) {
		return best, f.name(best), 0.9
	}
	if end < hi && f.classes[end] == comma && end > i { // said the group's president, X
		if m := f.mentionStarting(end + 1); m >= 0 && f.mentions[m].Type == entity.Person && f.classes[i] == article {
			return m, f.name(m), 0.8
		}
	}
	if end > i && end-i < 12 && (f.classes[i] == article || f.classes[i] == people || best >= 0) {
		if best >= 0 && f.classes[i] == article && f.mentionEnding(end-1) == best && end-i <= 4 {
			return best, f.name(best), 0.8 // the White House
		}
		for end > i+1 && f.classes[end-1] == preposition { // the ministry on Friday
			end--
		}
		return f.described(i), f.words(i, end-1), 0.6
	}
	if from, ok := f.people(end - 1); ok && from == i {
		return f.described(i), f.words(i, end-1), 0.6
	}
	return -1, "", 0.5
}

// people says whether a noun in the plural without an article that may speak ends at token j ("analysts", "human rights groups"), and where its
// phrase begins.
func (f *finder) people(j int) (from int, ok bool) {
	if f.doc.Words == nil || f.doc.Words[j].XPOS != "NNS" || f.doc.Words[j].Relation != "nsubj" && f.doc.Words[j].Relation != "obl" {
		return 0, false
	}
	return f.phrase(f.doc.Sentences[f.sentenceOf(j)], j), true
}

// far is how many names before a pronoun or a description its bearer is looked for.
const far = 200

// pronoun resolves "he" or "she" at token j to the person that it stands for, or where that is not known
// to the one named last outside quotes.
func (f *finder) pronoun(j int) (mention int, name string, score float32) {
	at := f.doc.Tokens[j].Start
	m := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= at }) - 1
	if i := f.described(j); i >= 0 {
		return i, f.words(j, j), 0.9
	}
	for tries := 0; m >= 0 && tries < 40; tries++ {
		if f.mentions[m].Type == entity.Person && !f.quoted(f.mentions[m].Start) {
			return m, f.words(j, j), 0.7
		}
		m--
	}
	return -1, f.words(j, j), 0.5
}

// described is the last mention before token j of whom the pronoun or description that begins there
// stands for; -1 is none.
func (f *finder) described(j int) int {
	at := f.doc.Tokens[j].Start
	r := sort.Search(len(f.references), func(i int) bool { return f.references[i].Start >= at })
	if r == len(f.references) || f.references[r].Start != at {
		return -1
	}
	m := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= at }) - 1
	for i := m; i >= max(0, m-far); i-- {
		if f.mentions[i].Entity == f.references[r].Entity {
			return i
		}
	}
	return -1
}

// quoted says whether a byte lies between marks.
func (f *finder) quoted(at int) bool {
	i := sort.Search(len(f.spans), func(i int) bool { return f.spans[i].end > at })
	return i < len(f.spans) && f.spans[i].start <= at
}

// speaks says whether a mention's type can speak: places do for their governments.
func (f *finder) speaks(m int) bool {
	switch f.mentions[m].Type {
	case entity.Person, entity.Org, entity.GPE, entity.NORP:
		return true
	}
	return false
}

// mentionStarting is the mention that begins at token k; -1 is none.
func (f *finder) mentionStarting(k int) int {
	if k >= len(f.doc.Tokens) {
		return -1
	}
	t := f.doc.Tokens[k]
	m := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= t.Start })
	if m < len(f.mentions) && f.mentions[m].Start < t.End {
		return m
	}
	return -1
}

// mentionEnding is the mention that ends with token k; -1 is none. A possessive after it is not its end.
func (f *finder) mentionEnding(k int) int {
	if k < 0 || k >= len(f.doc.Tokens) {
		return -1
	}
	t := f.doc.Tokens[k]
	m := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= t.End }) - 1
	if m >= 0 && f.mentions[m].End >= t.Bare(f.doc.Text) && f.mentions[m].End <= t.End {
		return m
	}
	return -1
}

func (f *finder) name(m int) string {
	return f.doc.Text[f.mentions[m].Start:f.mentions[m].End]
}

// words is the text of tokens i to j.
func (f *finder) words(i, j int) string {
	return f.doc.Text[f.doc.Tokens[i].Start:f.doc.Tokens[j].End]
}
