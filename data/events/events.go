// Package events holds the patterns, words and codes by which the stage event codes a text.
// CARD.md says where they come from.
package events

import "embed"

// Files has the patterns (one file for each CAMEO root), the tables of codes and the words.
//
//go:embed *.txt *.tsv
var Files embed.FS
