package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/stages/event"
)

// ErrPatterns says that a user's patterns of events cannot be used.
var ErrPatterns = errors.New("the patterns cannot be used")

// patterns are a user's. The name of their file stands in rows, and all that it holds decides over them: both
// are part of what names a batch.
type patterns struct {
	event *event.Patterns
	row   string // NAME sha256:DIGEST
}

// ReadPatterns reads a user's file of patterns.
func ReadPatterns(path string) (*event.Patterns, error) {
	read, err := readPatterns(path)
	if err != nil {
		return nil, err
	}
	return read.event, nil
}

func readPatterns(path string) (*patterns, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPatterns, err)
	}
	read, err := event.ReadPatterns(path, text)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPatterns, err)
	}
	sum := sha256.Sum256(text)
	return &patterns{read, filepath.Base(path) + " sha256:" + hex.EncodeToString(sum[:])}, nil
}

// events gives the patterns that a page is coded by; nil are newsmill's own.
func (c *Config) events() *event.Patterns {
	if c.patterns == nil {
		return nil
	}
	return c.patterns.event
}
