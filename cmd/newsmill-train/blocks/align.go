package blocks

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// align tells for each block how many of its words stand in the gold text, by the monotone
// alignment of the page's words with the text's that keeps most words in runs: a teaser that
// repeats a sentence of the article loses against the article, where the run goes on.
// It gives the number of words of each block beside those aligned.
func align(blocks []string, text string) (aligned, words []int) {
	var page []uint32
	var owner []int32
	words, aligned = make([]int, len(blocks)), make([]int, len(blocks))
	for i, b := range blocks {
		w := wordHashes(b)
		words[i] = len(w)
		page = append(page, w...)
		for range w {
			owner = append(owner, int32(i))
		}
	}
	gold := wordHashes(text)
	if len(gold) == 0 || len(page) == 0 {
		return aligned, words
	}
	// A word that goes on a run counts runs, one that begins one only begins.
	const begins, goes = 1, 4
	const fromLeft, fromAbove, fromMatch, inRun = 0, 1, 2, 4
	n := len(page)
	steps := make([]uint8, len(gold)*n)
	best, before := make([]int32, n+1), make([]int32, n+1)
	run, runBefore := make([]int32, n+1), make([]int32, n+1)
	const none = -1 << 30
	for j := range runBefore {
		runBefore[j] = none
	}
	for i, g := range gold {
		best[0], run[0] = 0, none
		row := steps[i*n : (i+1)*n]
		for j, p := range page {
			step := uint8(fromAbove)
			b := before[j+1]
			if best[j] > b {
				b, step = best[j], fromLeft
			}
			r := int32(none)
			if g == p {
				r = before[j] + begins
				if on := runBefore[j] + goes; on >= r {
					r = on
					step |= inRun
				}
				if r > b {
					b = r
					step = step&^3 | fromMatch
				}
			}
			best[j+1], run[j+1], row[j] = b, r, step
		}
		best, before = before, best
		run, runBefore = runBefore, run
	}
	inside := false
	for i, j := len(gold)-1, n-1; i >= 0 && j >= 0; {
		step := steps[i*n+j]
		switch {
		case inside || step&3 == fromMatch:
			aligned[owner[j]]++
			inside = step&inRun != 0
			i, j = i-1, j-1
		case step&3 == fromLeft:
			j--
		default:
			i--
		}
	}
	return aligned, words
}

func wordHashes(text string) (out []uint32) {
	for _, w := range goldWords(text) {
		h := fnv.New32a()
		h.Write([]byte(w))
		out = append(out, h.Sum32())
	}
	return out
}

// goldWords are the words of the measure: letters, digits and underscores in a row; in scripts
// that put no spaces between words each letter.
func goldWords(text string) (out []string) {
	start := -1
	for i, r := range text {
		apart := spaceless(r)
		in := !apart && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_')
		if !in && start >= 0 {
			out, start = append(out, text[start:i]), -1
		}
		if apart && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			out = append(out, string(r))
		} else if in && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

func spaceless(r rune) bool {
	return r >= 0x0e00 && r <= 0x0eff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff || r >= 0x3040 && r <= 0x30ff ||
		r >= 0x3400 && r <= 0x4dbf || r >= 0x4e00 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0xff66 && r <= 0xff9f || r >= 0x20000 && r <= 0x3ffff
}

// overlap gives precision and recall of one page by shingles of four words.
func overlap(want, got string) (p, r float64) {
	a, b := shingleCounts(want), shingleCounts(got)
	both, na, nb := 0, 0, 0
	for k, n := range a {
		both += min(n, b[k])
		na += n
	}
	for _, n := range b {
		nb += n
	}
	return float64(both) / float64(max(nb, 1)), float64(both) / float64(max(na, 1))
}

func shingleCounts(text string) map[string]int {
	w, out := goldWords(text), map[string]int{}
	if len(w) > 0 && len(w) < 4 {
		out[strings.Join(w, " ")]++
	}
	for i := 0; i+4 <= len(w); i++ {
		out[strings.Join(w[i:i+4], " ")]++
	}
	return out
}
