package features

import (
	"sync"

	"github.com/newsmill/newsmill/data/furniture"
)

// Consenting holds the words of requests for consent and of notices on data.
var Consenting = sync.OnceValue(func() WordSet { return WordsOf(furniture.Asking()) })
