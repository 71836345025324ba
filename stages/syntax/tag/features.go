package tag

import "github.com/newsmill/newsmill/stages/linear"

// outside stands for what is before the first word and behind the last one.
var outside = Word{Lower: 1, Form: 1, Suffix3: 1, Shape: 1, Kind: 1 << 31, Usual: 1 << 31, Tag: 255}

func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// Stages is how many times features are asked for before a decision stands, see [linear.Staged].
const Stages = 2

// Features appends those that the tag of words[i] hangs on, of one stage; the words before it have
// their tags.
func Features(f []uint32, words []Word, i, stage int) []uint32 {
	p2, p, w, n, n2 := at(words, i-2), at(words, i-1), &words[i], at(words, i+1), at(words, i+2)
	t1, t2 := uint32(p.Tag), uint32(p2.Tag)
	start := linear.Truth(i == 0)
	if stage == 0 {
		return append(
			f,
			linear.Mix(1, 0),
			linear.Mix(2, w.Form),
			linear.Mix(3, w.Lower),
			linear.Mix(6, w.Suffix3),
			linear.Mix2(11, w.Shape, start),
			linear.Mix(14, w.Middle),
			linear.Mix(16, w.Usual),
			linear.Mix2(17, w.Suffix3, w.Kind),
			linear.Mix(19, t1),
			linear.Mix2(21, t1, w.Lower),
			linear.Mix2(22, t1, w.Usual),
			linear.Mix2(24, t1, n.Lower),
			linear.Mix3(26, t1, t2, w.Usual),
			linear.Mix3(28, t1, w.Usual, n.Usual),
			linear.Mix3(56, t2, p.Lower, w.Usual),
			linear.Mix3(57, t1, w.Kind, n.Kind),
			linear.Mix2(33, p.Lower, w.Lower),
			linear.Mix2(34, w.Lower, n.Lower),
			linear.Mix2(50, w.Usual, n.Usual),
			linear.Mix3(51, w.Usual, n.Usual, n2.Usual),
		)
	}
	return append(
		f,
		linear.Mix(4, w.Suffix1),
		linear.Mix(5, w.Suffix2),
		linear.Mix(7, w.Suffix4),
		linear.Mix(8, w.Prefix1),
		linear.Mix(9, w.Prefix2),
		linear.Mix(10, w.Prefix3),
		linear.Mix2(12, w.Kind, start),
		linear.Mix(13, w.Coarse),
		linear.Mix(15, w.Fine),
		linear.Mix2(18, w.Suffix2, w.Kind),
		linear.Mix2(54, w.Middle, w.Kind),
		linear.Mix2(55, w.Coarse, w.Suffix3),
		linear.Mix2(20, t1, t2),
		linear.Mix2(23, t1, w.Middle),
		linear.Mix3(25, t1, w.Suffix3, n.Coarse),
		linear.Mix2(27, t1, n.Usual),
		linear.Mix(29, p.Lower),
		linear.Mix(30, n.Lower),
		linear.Mix(31, p2.Lower),
		linear.Mix(32, n2.Lower),
		linear.Mix2(35, n.Lower, n2.Lower),
		linear.Mix2(36, p.Lower, n.Lower),
		linear.Mix(37, n.Suffix3),
		linear.Mix(38, p.Suffix3),
		linear.Mix(39, n.Shape),
		linear.Mix(40, p.Shape),
		linear.Mix(41, n.Middle),
		linear.Mix(42, p.Middle),
		linear.Mix(43, n2.Middle),
		linear.Mix(44, p2.Middle),
		linear.Mix2(45, w.Middle, n.Middle),
		linear.Mix3(46, p.Coarse, w.Coarse, n.Coarse),
		linear.Mix2(47, p.Lower, w.Suffix3),
		linear.Mix2(48, w.Suffix3, n.Lower),
		linear.Mix(49, n.Usual),
		linear.Mix2(52, w.Lower, n.Usual),
		linear.Mix2(53, w.Usual, n.Lower),
		linear.Mix2(58, w.Usual, n2.Usual),
		linear.Mix3(59, w.Kind, n.Kind, p.Kind),
	)
}
