package blocks

import (
	"maps"
	"math"
	"sync"

	"github.com/newsmill/newsmill/stages/extract"
)

// history sums what words of class names stood around, a publisher counting once.
type history struct {
	words   map[string]*stood
	wording map[uint32]*stood
}

func newHistory() *history { return &history{map[string]*stood{}, map[uint32]*stood{}} }

// stood sums shares over publishers: of the elements' text that was the article's, and of the
// article that was in one of them.
type stood struct{ publishers, body, cover float64 }

// account is what one publisher adds to a history.
type account struct {
	words   map[string]stood
	wording map[uint32]stood
}

// accountOf averages the tallies of a publisher's pages. Letters says how long each page's
// article is.
func accountOf(pages []*example) account {
	const least = 20 // letters; less text says nothing
	a := account{map[string]stood{}, map[uint32]stood{}}
	for _, page := range pages {
		for word, t := range page.classes {
			if t.All < least || page.letters == 0 {
				continue
			}
			s := a.words[word]
			s.publishers++
			s.body += float64(t.Body) / float64(t.All)
			s.cover += float64(t.Most) / float64(page.letters)
			a.words[word] = s
		}
		for word, n := range page.wording {
			s := a.wording[word]
			s.publishers++
			s.body += float64(n[1]) / float64(n[0])
			a.wording[word] = s
		}
	}
	for word, s := range a.words {
		a.words[word] = stood{1, s.body / s.publishers, s.cover / s.publishers}
	}
	for word, s := range a.wording {
		a.wording[word] = stood{1, s.body / s.publishers, 0}
	}
	return a
}

func addTo[K comparable](sums map[K]*stood, own map[K]stood) {
	for word, s := range own {
		sum := sums[word]
		if sum == nil {
			sum = &stood{}
			sums[word] = sum
		}
		sum.publishers += s.publishers
		sum.body += s.body
		sum.cover += s.cover
	}
}

func (h *history) add(a account) {
	addTo(h.words, a.words)
	addTo(h.wording, a.wording)
}

// past gives what is known of each word.
func (h *history) past() extract.Past {
	past := extract.Past{Classes: make(map[string]extract.Word, len(h.words)), Wording: make(map[uint32]int8, len(h.wording))}
	for word := range h.words {
		h.class(past, word, stood{})
	}
	for word := range h.wording {
		h.word(past, word, stood{})
	}
	return past
}

func (h *history) class(past extract.Past, word string, without stood) {
	if sum, enough := less(*h.words[word], without); enough {
		past.Classes[word] = extract.Word{Body: odds(sum.body, sum.publishers), Cover: odds(sum.cover, sum.publishers)}
	} else {
		delete(past.Classes, word)
	}
}

func (h *history) word(past extract.Past, word uint32, without stood) {
	if sum, enough := less(*h.wording[word], without); enough {
		past.Wording[word] = odds(sum.body, sum.publishers)
	} else {
		delete(past.Wording, word)
	}
}

// A lender gives what is known of each word when one publisher is left out, so that the model learns
// from words as it will see them: on pages of publishers that it does not know.
type lender struct {
	*history
	whole extract.Past
	idle  sync.Pool // of copies of whole
}

// without calls use with what is known when a publisher of the history is left out.
func (l *lender) without(publisher account, use func(extract.Past)) {
	past, idle := l.idle.Get().(*extract.Past)
	if !idle {
		past = &extract.Past{Classes: maps.Clone(l.whole.Classes), Wording: maps.Clone(l.whole.Wording)}
	}
	for word, s := range publisher.words {
		l.class(*past, word, s)
	}
	for word, s := range publisher.wording {
		l.word(*past, word, s)
	}
	use(*past)
	for word := range publisher.words {
		l.class(*past, word, stood{})
	}
	for word := range publisher.wording {
		l.word(*past, word, stood{})
	}
	l.idle.Put(past)
}

// less takes a publisher out of a sum and tells whether enough are left.
func less(sum, own stood) (stood, bool) {
	const fewest = 3 // publishers; a word of fewer is a name of their own
	sum = stood{sum.publishers - own.publishers, sum.body - own.body, sum.cover - own.cover}
	return sum, sum.publishers >= fewest-0.5
}

func odds(yes, all float64) int8 {
	v := math.Round(16 * math.Log((max(yes, 0)+0.4)/(max(all-yes, 0)+0.6)))
	return int8(min(max(v, -127), 127))
}
