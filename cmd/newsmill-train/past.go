package main

import (
	"math"

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

// past gives what is known of each word when a publisher is left out, so that the model learns
// from words as it will see them: on pages of publishers that it does not know.
func (h *history) past(without account) extract.Past {
	past := extract.Past{Classes: map[string]extract.Word{}, Wording: map[uint32]int8{}}
	for word, s := range h.words {
		if sum, enough := less(*s, without.words[word]); enough {
			past.Classes[word] = extract.Word{Body: odds(sum.body, sum.publishers), Cover: odds(sum.cover, sum.publishers)}
		}
	}
	for word, s := range h.wording {
		if sum, enough := less(*s, without.wording[word]); enough {
			past.Wording[word] = odds(sum.body, sum.publishers)
		}
	}
	return past
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
