package boost

import "slices"

// mostBins is how many values of a feature are told apart.
const mostBins = 64

// values is how many an int16 has.
const values = 1 << 16

// cutsOf gives the values between which a feature is asked: each value where there are few,
// else such that the bins hold about as many different rows.
func cutsOf(rows *Rows, f int) []int16 {
	n := len(rows.Label)
	count := make([]int32, values)
	for i := range n {
		count[place(rows.Values[i*rows.Features+f])]++
	}
	var distinct []int16
	for v, c := range count {
		if c > 0 {
			distinct = append(distinct, int16(v-values/2))
		}
	}
	if len(distinct) <= mostBins {
		return distinct[:max(len(distinct)-1, 0)]
	}
	// Half of the cuts by rows, half by values, so that rare large values are told apart too.
	var cuts []int16
	b, below := 1, 0
	for _, v := range distinct {
		for below += int(count[place(v)]); b < mostBins && below > b*n/mostBins; b++ {
			cuts = append(cuts, v)
		}
	}
	for b := 1; b < mostBins; b++ {
		cuts = append(cuts, distinct[b*len(distinct)/mostBins])
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	if last := len(cuts) - 1; cuts[last] == distinct[len(distinct)-1] {
		cuts = cuts[:last]
	}
	return cuts
}

func place(v int16) int { return int(v) + values/2 }

func binsOf(rows *Rows, f int, cuts []int16) []uint8 {
	of := make([]uint8, values)
	b := 0
	for v := range of {
		if b < len(cuts) && v > place(cuts[b]) {
			b++
		}
		of[v] = uint8(b)
	}
	bins := make([]uint8, len(rows.Label))
	for i := range bins {
		bins[i] = of[place(rows.Values[i*rows.Features+f])]
	}
	return bins
}

// mix scatters the bits of a number (splitmix64, Steele et al. 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
