package name

// path finds the best sequence of tags (Viterbi) and remembers its memory.
type path struct {
	from []uint8 // best tag before each tag of each token
}

// Reachable lists, for each tag, the tags that may stand before it.
var reachable = func() (before [Tags + 1][]uint8) {
	for b := range before {
		for a := range Tags {
			if Follows(uint8(a), uint8(b)) {
				before[b] = append(before[b], uint8(a))
			}
		}
	}
	return before
}()

// best writes the best tags of a stretch of tokens: scores holds, for each token,
// Second sums from off on in rows of Classes.
func (p *path) best(steps *steps, scores []uint16, off int, tags []uint8) {
	if len(tags) == 0 {
		return
	}
	p.from = resize(p.from, len(tags)*Tags)
	var now, next [Tags]int32
	const never = -1 << 30
	for t := range now {
		now[t] = never
		if Follows(edge, uint8(t)) {
			now[t] = steps[edge][t] + int32(scores[off+t])
		}
	}
	for i := 1; i < len(tags); i++ {
		row, from := scores[i*Classes+off:][:Tags], p.from[i*Tags:][:Tags]
		base := now[0]
		for b := range next {
			// Value and tag in one number: the highest, of equals that of the first tag, without a branch.
			most := int64(never)<<8 | 255
			for _, a := range reachable[b] {
				most = max(most, int64(now[a]+steps[a][b])<<8|int64(255-a))
			}
			next[b], from[b] = int32(most>>8)+int32(row[b])-base, 255-uint8(most)
		}
		now = next
	}
	most, t := int32(2*never), uint8(0)
	for _, a := range reachable[edge] {
		if v := now[a] + steps[a][edge]; v > most {
			most, t = v, a
		}
	}
	for i := len(tags) - 1; ; i-- {
		tags[i] = t
		if i == 0 {
			return
		}
		t = p.from[i*Tags+int(t)]
	}
}
