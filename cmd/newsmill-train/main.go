// Newsmill-train makes what the data folder holds: the lexicons that newsmill embeds and
// the sample corpus of `make run`, and measures newsmill. Nobody needs it to run newsmill.
//
//	newsmill-train COMMAND [flags] [arguments]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/bench"
	"github.com/newsmill/newsmill/cmd/newsmill-train/blocks"
	"github.com/newsmill/newsmill/cmd/newsmill-train/clusters"
	"github.com/newsmill/newsmill/cmd/newsmill-train/events"
	"github.com/newsmill/newsmill/cmd/newsmill-train/gazetteer"
	"github.com/newsmill/newsmill/cmd/newsmill-train/names"
	"github.com/newsmill/newsmill/cmd/newsmill-train/persons"
	"github.com/newsmill/newsmill/cmd/newsmill-train/quotes"
	"github.com/newsmill/newsmill/cmd/newsmill-train/sample"
	"github.com/newsmill/newsmill/cmd/newsmill-train/sentences"
	"github.com/newsmill/newsmill/cmd/newsmill-train/sentiment"
	"github.com/newsmill/newsmill/cmd/newsmill-train/syntax"
)

// commands are called with the arguments behind their name.
var commands = map[string]func(args []string) error{
	"bench":     bench.Run,
	"blocks":    blocks.Run,
	"clusters":  clusters.Run,
	"gazetteer": gazetteer.Run,
	"implicit":  events.RunImplicit,
	"lexicon":   sentiment.RunLexicon,
	"lessons":   events.RunLessons,
	"lines":     blocks.RunLines,
	"names":     names.Run,
	"parse":     syntax.RunParse,
	"persons":   persons.Run,
	"phrases":   names.RunPhrases,
	"quotes":    quotes.Run,
	"ratings":   sentiment.RunRatings,
	"sample":    sample.Run,
	"sentences": sentences.Run,
	"sentiment": sentiment.Run,
	"sides":     events.RunSides,
	"triggers":  events.RunTriggers,
	"tags":      syntax.RunTags,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		var names []string
		for name := range commands {
			names = append(names, name)
		}
		slices.Sort(names)
		fmt.Fprintf(os.Stderr, "usage: newsmill-train COMMAND [flags] [arguments]\ncommands: %s\n", strings.Join(names, ", "))
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); errors.Is(err, flag.ErrHelp) {
		os.Exit(2)
	} else if err != nil {
		fmt.Fprintf(os.Stderr, "newsmill-train %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
}
