package events

import (
	"slices"

	"github.com/newsmill/newsmill/cmd/newsmill-train/loglinear"
	"github.com/newsmill/newsmill/stages/event/model"
	"github.com/newsmill/newsmill/stages/linear"
)

// What was found best in five folds.
const (
	codeRate    = .1
	codeRepeats = 20 // how often the plain sentences stand among the others
	roleBits    = 15
	countryBits = 17
)

// lessons are what an example teaches of its role and of its country.
func (e *codeExample) lessons() [2]*loglinear.Lesson {
	return [2]*loglinear.Lesson{
		{Shared: e.RoleFeatures, Right: e.right[0], Ruled: slices.Index(e.Roles, e.Role)},
		{Features: e.Features, Right: e.right[1], Ruled: slices.Index(e.Countries, e.Country)},
	}
}

// packCoder stores a model with weights of eight bits, and by how much another choice must be likelier than that of the rules.
func packCoder(m *loglinear.Model, margin float32) []byte {
	weights, units := m.Bytes()
	return linear.Pack(model.AppendCoder(nil, m.Columns, weights, units(margin)))
}
