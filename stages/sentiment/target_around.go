package sentiment

import "github.com/newsmill/newsmill/stages/linear"

// near is a class of distance, with the side.
func near(i, a, b int) uint32 {
	d, side := a-i, uint32(0)
	if i >= b {
		d, side = i-b+1, 1
	}
	switch {
	case d <= 2:
		return side
	case d <= 5:
		return 2 + side
	case d <= 10:
		return 4 + side
	}
	return 6 + side
}

// around adds the words of the sentence by their side and distance.
func (r *Reader) around(f []uint32, a, b int) []uint32 {
	var sums [8]int
	all := 0
	before := uint32(0)
	for i := range r.words {
		w := &r.words[i]
		if i >= a && i < b {
			before = 1
			continue
		}
		at := near(i, a, b)
		if w.content || w.rating != 0 {
			f = append(f, linear.Mix(tLemma, w.lemma), linear.Mix2(tLemmaSide, w.lemma, at&1), linear.Mix2(tLemmaNear, w.lemma, at))
			if w.groups.Middle != 0 {
				f = append(f, linear.Mix(tGroup, uint32(w.groups.Middle)), linear.Mix2(tGroupNear, uint32(w.groups.Middle), at), linear.Mix2(tFine, uint32(w.groups.Fine), at&1), linear.Mix2(tCoarse, uint32(w.groups.Coarse), at))
			}
		}
		f = append(f, linear.Mix3(tPair, before, w.lemma, at&1))
		before = w.lemma
		sums[at] += w.rating
		all += w.rating
		if d := i - a; d >= -window && i < b+window {
			place := uint32(d + 8)
			if i >= b {
				place = uint32(i - b + 16)
			}
			f = append(f, linear.Mix2(tPlace, w.lemma, place), linear.Mix2(tPlaceGroup, uint32(w.groups.Coarse), place))
		}
	}
	f = append(f, linear.Mix(tRatedSum, rated(all)), linear.Mix2(tQuoted, linear.Truth(a < len(r.words) && r.words[a].quoted), rated(all)))
	sides := [2]int{}
	for i, x := range sums {
		sides[i&1] += x
		f = append(f, linear.Mix2(tRatedPlace, uint32(i), rated(x)))
	}
	return append(f, linear.Mix2(tRatedSide, rated(sides[0]), rated(sides[1])))
}

// quotes adds what is said in quotation marks and what is said outside of them, and whether some doubt a few words.
func (r *Reader) quotes(f []uint32, a, b int) []uint32 {
	own := linear.Truth(a < len(r.words) && r.words[a].quoted)
	in, out, doubted, run := 0, 0, uint32(0), 0
	for i := range r.words {
		w := &r.words[i]
		if w.quoted {
			in += w.rating
			run++
			if (w.content || w.rating != 0) && (i < a || i >= b) {
				f = append(f, linear.Mix2(tQuotedLemma, own, w.lemma))
			}
			continue
		}
		out += w.rating
		if run > 0 && run <= scare {
			doubted++
		}
		run = 0
	}
	return append(
		f, linear.Mix3(tQuotedSum, own, 0, rated(in)), linear.Mix3(tQuotedSum, own, 1, rated(out)),
		linear.Mix4(tQuotedSum, own, 2, rated(in), rated(out)), linear.Mix2(tScare, own, min(doubted, 2)),
	)
}

// wide adds the wider ratings of the words around a target: sums, how many are strong, and each in the window.
func (r *Reader) wide(f []uint32, a, b int) []uint32 {
	var sums, strong [8]int
	all, many := 0, 0
	for i := range r.words {
		w := &r.words[i]
		if !w.content || i >= a && i < b {
			continue
		}
		at := near(i, a, b)
		sums[at] += w.wide
		all += w.wide
		switch {
		case w.wide < -strongly:
			strong[at]--
			many--
		case w.wide > strongly:
			strong[at]++
			many++
		}
		if i-a >= -window && i < b+window {
			f = append(f, linear.Mix2(tWidePlace, uint32(i-a+maxSentence), widely(w.wide)))
		}
	}
	f = append(f, linear.Mix(tWideSum, widelySum(all)), linear.Mix(tWideMany, uint32(many+maxSentence)))
	for i := range sums {
		f = append(f, linear.Mix2(tWideNear, uint32(i), widelySum(sums[i])), linear.Mix2(tWideNearMany, uint32(i), uint32(strong[i]+maxSentence)))
	}
	return f
}

// strongly is from how many tenths on a wider rating is strong.
const strongly = 14

// widely is a class of wider ratings.
func widely(tenths int) uint32 {
	switch {
	case tenths < -22:
		return 1
	case tenths < -strongly:
		return 2
	case tenths < -7:
		return 3
	case tenths <= 7:
		return 4
	case tenths <= strongly:
		return 5
	case tenths <= 22:
		return 6
	}
	return 7
}

// widelySum is a class of sums of wider ratings.
func widelySum(tenths int) uint32 { return uint32(max(-6, min(6, tenths/20)) + 6) }

// rated is a class of ratings.
func rated(thousandths int) uint32 {
	switch {
	case thousandths < -3000:
		return 1
	case thousandths < -1500:
		return 2
	case thousandths < 0:
		return 3
	case thousandths == 0:
		return 4
	case thousandths <= 1500:
		return 5
	case thousandths <= 3000:
		return 6
	}
	return 7
}
