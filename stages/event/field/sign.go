package field

// sign is when a passage is of a field, by the weight of the field's words in it.
type sign struct {
	share  int // the least, in thousandths of the number of all words
	least  int // the least
	ratio  int // the least, in tenths of the weight of the words of politics
	nearby int // the least in a sentence and its neighbours, where the text is of politics; 0 is never
}

// signs were set on real news, most of it of politics: little of that comes near half of them.
var signs = [fields]sign{
	sport:   {40, 3, 15, 6},
	Fiction: {40, 5, 8, 0},
	kitchen: {40, 3, 15, 8},
	stars:   {40, 4, 15, 6},
	Market:  {50, 4, 15, 0},
	style:   {50, 4, 15, 0},
	weather: {60, 5, 15, 0},
	travel:  {40, 5, 15, 0},
	home:    {60, 3, 6, 0},
}

// plot is the sign of fiction in a text whose verbs are nearly all in the present tense, as those of news are
// not: fewer words are enough.
var plot = sign{share: 30, least: 3, ratio: 4}

// plotTense is how many verbs in the present a plot has for each in the past.
const plotTense = 3

// Of gives the field of a passage, which may be a text or nearby; politics is also none.
func (p *Passage) Of(nearby bool) Field {
	best, most := Politics, 0
	for f := range fields {
		s, w := signs[f], p.Weight[f]
		if f == Fiction && p.Now >= plotTense*p.Then {
			s = plot
		}
		if nearby {
			s.least = s.nearby
		}
		if s.least > 0 && w >= s.least && w > most && p.sure[f]*4 >= w && w*1000 >= s.share*p.Words && w*10 >= s.ratio*p.Weight[Politics] {
			best, most = f, w
		}
	}
	return best
}

const (
	oldenWeight = 5  // of a date of the far past, among the words of history
	oldenShare  = 45 // the least weight of both, in thousandths of the number of all words
	oldestShare = 30 // the same where no date is recent
)

// Old says whether a passage tells of the far past.
func (p *Passage) Old() bool {
	w, share := p.Weight[history]+oldenWeight*p.olden, oldenShare
	if p.recent == 0 {
		share = oldestShare
	}
	return w*1000 >= share*p.Words && w > p.Weight[Politics] && w > oldenWeight*p.recent
}

const (
	idleShare = 10  // words of politics, in thousandths of all words, below which a text is of none
	idleLeast = 100 // words that such a text has at least
)

// Idle says whether a text has hardly a word of politics.
func (p *Passage) Idle() bool {
	return p.Words >= idleLeast && p.Weight[Politics]*1000 < idleShare*p.Words
}

// tornRatio is how much of the weight of politics another field has in a text that is of both.
const tornRatio = .5

// plotShare is how many times the words of fiction in a plot its words of politics may be.
const plotShare = 10

// Torn says whether a text is of another field nearly as much as of politics, or told in the present with a word of fiction, as plots are.
func (p *Passage) Torn() bool {
	if f := p.Weight[Fiction]; f > 0 && f*plotShare >= p.Weight[Politics] && p.Now >= plotTense*p.Then {
		return true
	}
	for f := range fields {
		if f != Politics && float64(p.sure[f]) > tornRatio*float64(p.Weight[Politics]) {
			return true
		}
	}
	return false
}
