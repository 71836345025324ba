//go:build !purego

package linear

// addRows adds the classes of rows to scores, a multiple of eight of them: one way through the features for
// up to 80 classes.
func addRows(rows []byte, stride int, features []uint32, mask uint32, scores []uint16) {
	if len(features) == 0 {
		return
	}
	for done := 0; done < stride; {
		row, sums := &rows[done], &scores[done]
		switch rest := stride - done; {
		case rest >= 80:
			add80(row, stride, &features[0], len(features), mask, sums)
			done += 80
		case rest >= 64:
			add64(row, stride, &features[0], len(features), mask, sums)
			done += 64
		case rest >= 56:
			add56(row, stride, &features[0], len(features), mask, sums)
			done += 56
		default:
			add8(row, stride, &features[0], len(features), mask, sums)
			done += 8
		}
	}
}

//go:noescape
func add80(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

//go:noescape
func add64(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

//go:noescape
func add56(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

//go:noescape
func add8(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

// sum2 adds rows of two classes.
func sum2(rows []byte, features []uint32, mask uint32) (all, odd uint64) {
	if len(features) == 0 {
		return 0, 0
	}
	return pairs(&rows[0], &features[0], len(features), mask)
}

// sum4 adds rows of four classes.
func sum4(rows []byte, features []uint32, mask uint32) (all, odd uint64) {
	if len(features) == 0 {
		return 0, 0
	}
	return fours(&rows[0], &features[0], len(features), mask)
}

//go:noescape
func pairs(rows *byte, features *uint32, n int, mask uint32) (all, odd uint64)

//go:noescape
func fours(rows *byte, features *uint32, n int, mask uint32) (all, odd uint64)
