package boost

import "slices"

// mostBins is how many values of a feature are told apart.
const mostBins = 64

// cutsOf gives the values between which a feature is asked: each value where there are few,
// else such that the bins hold about as many different rows.
func cutsOf(rows *Rows, f int) []int16 {
	n := len(rows.Label)
	values := make([]int16, n)
	for i := range values {
		values[i] = rows.Values[i*rows.Features+f]
	}
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) <= mostBins {
		return distinct[:max(len(distinct)-1, 0)]
	}
	var cuts []int16
	for b := 1; b < mostBins; b++ {
		// Half of the cuts by rows, half by values, so that rare large values are told apart too.
		cuts = append(cuts, values[b*n/mostBins], distinct[b*len(distinct)/mostBins])
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	if last := len(cuts) - 1; cuts[last] == distinct[len(distinct)-1] {
		cuts = cuts[:last]
	}
	return cuts
}

func binsOf(rows *Rows, f int, cuts []int16) []uint8 {
	bins := make([]uint8, len(rows.Label))
	for i := range bins {
		b, _ := slices.BinarySearch(cuts, rows.Values[i*rows.Features+f])
		bins[i] = uint8(b)
	}
	return bins
}

// mix scatters the bits of a number (splitmix64, Steele et al. 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
