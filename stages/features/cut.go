package features

import (
	"math"
	"slices"
)

const (
	// leastSure is how likely a block must be to be kept on any page.
	leastSure = 250
	// likelySure is how likely it must be where the page claims an article and some of it is found:
	// then it is no longer better to keep some of what is in doubt than nothing.
	likelySure = 500
	// leastArticle is how many letters an article has, if there is more than it on its page.
	leastArticle = 140
	// longText is how many letters with the end of a sentence make a paragraph.
	longText = 70
)

// Keep tells which blocks of so many letters are the article's, if the page has one. Claimed says that
// the page calls itself an article, branch in which branch of the page's tree each block stands, path which are of
// elements that are named alike: what is asked of
// such a page, that a block is likelier the article's than not, is not asked where the text stands, for there
// blocks are in doubt together; but of what stands before all that is likely, as standfirsts do, unless it is right before it and
// of its path. Branch and path are nil where nothing is claimed.
func (v Verdict) Keep(letters []int, claimed bool, branch, path []int32) []bool {
	const part = 10 // of what is likely: a branch that holds one of so many parts holds the text
	cut := max(leastSure, Cut(v.Sure, letters))
	least := cut
	if claimed && slices.Max(append(v.Sure, 0)) >= likelySure {
		least = max(likelySure, cut)
	}
	keep := make([]bool, len(v.Sure))
	all, of := 0, map[int32]int{}
	for i := range keep {
		if keep[i] = v.Sure[i] >= least; keep[i] && claimed {
			all += letters[i]
			of[branch[i]] += letters[i]
		}
	}
	for i := slices.Index(keep, true) + 1; i < len(keep); i++ {
		keep[i] = keep[i] || v.Sure[i] >= cut && of[branch[i]]*part >= all
	}
	if claimed {
		for i := slices.Index(keep, true); i > 0 && v.Sure[i-1] >= cut && path[i-1] == path[i]; i-- {
			keep[i-1] = true
		}
	}
	return keep
}

// Cut gives the probability from which blocks are kept such that F1, in letters, is expected
// to be highest. Where the model is in doubt about the whole page it is lower than one half: to
// keep nothing is worse than to keep some of what is likely. (Lewis, "Evaluating and optimizing
// autonomous text classification systems", 1995.)
func Cut(sure []int32, weights []int) int32 {
	order := make([]int32, len(sure))
	likely := 0
	for i := range order {
		order[i] = int32(i)
		likely += int(sure[i]) * weights[i]
	}
	slices.SortFunc(order, func(a, b int32) int { return int(sure[b] - sure[a]) })
	best, least := 0.0, int32(math.MaxInt32)
	hit, kept := 0, 0
	for k, i := range order {
		hit += int(sure[i]) * weights[i]
		kept += weights[i]
		if k+1 < len(order) && sure[order[k+1]] == sure[i] {
			continue
		}
		if f := 2 * float64(hit) / float64(1000*kept+likely); f > best {
			best, least = f, sure[i]
		}
	}
	return max(least, 1)
}

// Logistic turns a score into a probability in thousandths, by straight lines between the
// curve's values at whole numbers.
func Logistic(score int32) int32 {
	const one = 1024
	curve := [...]int32{500, 731, 881, 953, 982, 993, 998, 999, 1000}
	s := max(score, -score)
	p := int32(1000)
	if k := s / one; k < int32(len(curve))-1 {
		p = curve[k] + (curve[k+1]-curve[k])*(s%one)/one
	}
	if score < 0 {
		p = 1000 - p
	}
	return p
}
