package chain

type decoder struct {
	Options
	sums [][Lanes]float32
	from [][Lanes]uint8
	tags []uint8
	pre  [Lanes][]uint8
	seen float32 // as of field
}

func newDecoder(o Options) *decoder {
	d := &decoder{Options: o}
	for b := range o.Tags + 1 {
		for a := range o.Tags {
			if o.Follows(uint8(a), uint8(b)) {
				d.pre[b] = append(d.pre[b], uint8(a))
			}
		}
	}
	return d
}

// best gives the best tags (Viterbi) by d.sums.
func (d *decoder) best(steps *[Lanes][Lanes]float32) []uint8 {
	n := len(d.sums)
	d.from, d.tags = resize(d.from, n), resize(d.tags, n)
	var now [Lanes]float32
	for i := range n {
		var next [Lanes]float32
		for b := range d.Tags {
			best, most := uint8(0), float32(-1<<29)
			if i == 0 {
				if d.Follows(uint8(d.Tags), uint8(b)) {
					most = steps[d.Tags][b]
				}
			} else {
				for _, a := range d.pre[b] {
					if v := now[a%Lanes] + steps[a%Lanes][b%Lanes]; v > most {
						most, best = v, a
					}
				}
			}
			next[b%Lanes], d.from[i][b%Lanes] = most+d.sums[i][b%Lanes], best
		}
		now = next
	}
	best, most := uint8(0), float32(-1<<30)
	for _, a := range d.pre[d.Tags] {
		if v := now[a] + steps[a][d.Tags]; v > most {
			most, best = v, a
		}
	}
	for i := n - 1; i >= 0; i-- {
		d.tags[i] = best
		best = d.from[i][best]
	}
	return d.tags
}

// Tagger tags by a trained model.
type Tagger struct {
	*Trained
	d *decoder
}

// NewTagger makes one.
func NewTagger(t *Trained) *Tagger { return &Tagger{t, newDecoder(t.Options)} }

// Tags gives the best tags of a sequence.
func (t *Tagger) Tags(s *Sequence) []uint8 {
	mask := uint32(len(t.Weights) - 1)
	t.d.sums = resize(t.d.sums, len(s.Ends))
	if len(s.Ends) == 0 {
		return nil
	}
	for i := range s.Ends {
		t.d.seen += near(t.Weights, s.token(i), mask)
		var sum [Lanes]float32
		for _, f := range s.token(i) {
			w := &t.Weights[f&mask]
			for k := range sum {
				sum[k] += w[k]
			}
		}
		t.d.sums[i] = sum
	}
	return t.d.best(&t.Steps)
}
