package extract

// A region is the smallest element that holds most of what counts on a page, and for each
// element the branch that it stands in: the highest element around it, or itself, that does not
// hold the region and is not above it.
type region struct {
	node   int32
	depth  int32
	branch []int32 // of each node; the node itself for those above the region
	above  []bool  // holds the region
}

// regionOf finds the region by the weight of each node, which holds that of the nodes in it.
func regionOf(nodes []node, weight func(int32) int, percent int) region {
	r := region{branch: make([]int32, len(nodes)), above: make([]bool, len(nodes))}
	total := weight(0)
	for i := 1; i < len(nodes) && total > 0; i++ {
		// Elements stand in page order: of nested ones that hold enough the later is the smaller.
		if n := int32(i); nodes[i].parent == r.node && weight(n)*100 >= total*percent {
			r.node = n
		}
	}
	r.depth = nodes[r.node].depth
	for n := r.node; n >= 0; n = nodes[n].parent {
		r.above[n] = true
	}
	for i := range nodes {
		n := int32(i)
		if up := nodes[i].parent; r.above[i] || r.above[up] {
			r.branch[i] = n
		} else {
			r.branch[i] = r.branch[up]
		}
	}
	return r
}

// off tells how many elements above the region a node's branch begins; 0 is in the region.
func (r *region) off(nodes []node, n int32) int {
	b := r.branch[n]
	if !r.above[b] {
		b = nodes[b].parent
	}
	return int(r.depth - nodes[b].depth)
}
