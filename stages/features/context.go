package features

// A Context is what the scores of a page's blocks, in their order, say together: what a second
// model sees of them, so that decisions of neighbours count.
type Context struct {
	score  []int32
	sure   []int32 // the same as a probability, in thousandths
	weight []int   // letters
	likely []int   // letters that are likely body before each block, and in all
	topic  []int   // see [Topics]
	run    []int   // likely letters in the stretch of likely blocks around each block
	first  int     // long block that is likely body, -1
	last   int
	groups []group
}

// A group is of blocks that are alike.
type group struct {
	of   []int32 // each block; -1 is alone
	sums []sum
}

// A sum is of the blocks of one group.
type sum struct{ blocks, score, letters, likely int }

// NewContext takes scores, as Logistic reads them, and the letters and words of each block. Groups
// give each block the number of those that it is alike, in some way each; -1 is alone.
func NewContext(score []int32, weight []int, page *Words, groups [][]int32) *Context {
	const long = 70 // letters
	c := &Context{
		score: score, weight: weight, sure: make([]int32, len(score)), likely: make([]int, len(score)+1), run: make([]int, len(score)),
		first: -1, last: -1,
	}
	for i, s := range score {
		c.sure[i] = Logistic(s)
		c.likely[i+1] = c.likely[i] + weight[i]*int(c.sure[i])/1000
		if s > 0 && weight[i] >= long {
			if c.first < 0 {
				c.first = i
			}
			c.last = i
		}
	}
	c.runs()
	c.topic = Topics(c.sure, page)
	for _, of := range groups {
		g := group{of: of}
		for i, n := range of {
			for int(n) >= len(g.sums) {
				g.sums = append(g.sums, sum{})
			}
			if n >= 0 {
				s := &g.sums[n]
				s.blocks++
				s.score += int(score[i])
				s.letters += weight[i]
				s.likely += weight[i] * int(c.sure[i])
			}
		}
		c.groups = append(c.groups, g)
	}
	return c
}

// runs finds stretches of likely blocks with no more than a little unlikely text between them.
func (c *Context) runs() {
	const gap = 150 // letters
	from, to, sum, apart := -1, -1, 0, 0
	end := func() {
		for i := from; from >= 0 && i <= to; i++ {
			c.run[i] = sum
		}
		from, sum = -1, 0
	}
	for i, s := range c.score {
		if s > 0 {
			if from < 0 {
				from = i
			}
			to, sum, apart = i, sum+c.weight[i], 0
		} else if apart += c.weight[i]; apart > gap {
			end()
		}
	}
	end()
}

// Add appends what the scores say of a block.
func (c *Context) Add(r *Row, i int) {
	for k := range c.groups {
		g := &c.groups[k]
		s := sum{}
		if g.of[i] >= 0 {
			s = g.sums[g.of[i]]
		}
		if s.blocks < 2 {
			r.Add(-8000, -1, s.blocks)
			continue
		}
		letters := s.letters - c.weight[i] // of the others
		r.Add((s.score-int(c.score[i]))/(s.blocks-1), (s.likely-c.weight[i]*int(c.sure[i]))/max(letters, 1), s.blocks)
	}
	n := len(c.score)
	all := c.likely[n]
	for step := -4; step <= 4; step++ {
		if k := i + step; k < 0 || k >= n {
			r.Add(-8000)
		} else {
			r.Add(int(c.score[k]))
		}
	}
	before, after := -1, -1 // of the neighbours
	if i > 0 {
		before = c.topic[i-1]
	}
	if i+1 < n {
		after = c.topic[i+1]
	}
	r.Add(c.topic[i], before, after)
	r.Add(all, i-c.first, c.last-i, Permille(c.likely[i], all), Permille(c.run[i], all), c.run[i])
	for _, reach := range []int{2, 6, 15} {
		for _, span := range [2][2]int{{max(0, i-reach), i}, {i + 1, min(i+reach+1, n)}} {
			from, to := span[0], max(span[0], span[1])
			letters := 0
			for k := from; k < to; k++ {
				letters += c.weight[k]
			}
			likely := c.likely[min(to, n)] - c.likely[min(from, n)]
			r.Add(Permille(likely, letters), likely)
		}
	}
}
