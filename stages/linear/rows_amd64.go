//go:build !purego

package linear

// addWide adds what it can of the classes of rows and says how many from the first on these are: one way
// through the features for up to 80 classes, where [sum16] goes once for each 16 of them.
func addWide(rows []byte, stride int, features []uint32, mask uint32, scores []uint16) (done int) {
	if len(features) == 0 {
		return stride
	}
	for stride-done >= 56 {
		row, sums := &rows[done], &scores[done]
		switch rest := stride - done; {
		case rest >= 80:
			add80(row, stride, &features[0], len(features), mask, sums)
			done += 80
		case rest >= 64:
			add64(row, stride, &features[0], len(features), mask, sums)
			done += 64
		default:
			add56(row, stride, &features[0], len(features), mask, sums)
			done += 56
		}
	}
	return done
}

//go:noescape
func add80(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

//go:noescape
func add64(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

//go:noescape
func add56(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)

// sum2 adds rows of two classes.
func sum2(rows []byte, features []uint32, mask uint32) (all, odd uint64) {
	if len(features) == 0 {
		return 0, 0
	}
	return pairs(&rows[0], &features[0], len(features), mask)
}

//go:noescape
func pairs(rows *byte, features *uint32, n int, mask uint32) (all, odd uint64)
