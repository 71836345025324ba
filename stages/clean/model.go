package clean

import (
	"fmt"
	"sync"

	model "github.com/newsmill/newsmill/data/lines"
	"github.com/newsmill/newsmill/stages/features"
	"github.com/newsmill/newsmill/stages/trees"
)

// A Model tells the lines of an article from the rest of its page: First by the line and what
// stands around it, Second by the scores of First too.
type Model struct {
	Wording       features.Wording
	First, Second *trees.Model
}

// learned is the model that newsmill ships.
var learned = sync.OnceValue(func() *Model {
	m, err := ReadModel(model.Model)
	if err != nil {
		panic(fmt.Sprintf("read the embedded model of lines: %v", err))
	}
	return m
})

// Append writes a model behind data.
func (m *Model) Append(data []byte) []byte {
	return m.Second.Append(m.First.Append(m.Wording.Append(data)))
}

// ReadModel reads what [Model.Append] wrote.
func ReadModel(data []byte) (m *Model, err error) {
	m = new(Model)
	if m.Wording, data, err = features.ReadWording(data); err != nil {
		return nil, err
	}
	if m.First, data, err = trees.Read(data); err != nil {
		return nil, err
	}
	m.Second, _, err = trees.Read(data)
	return m, err
}
