package sentiment

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/newsmill/newsmill/cmd/newsmill-train/archive"
)

// lexiconMember is the table inside the Python package that the lexicon is made from.
const lexiconMember = "vaderSentiment/vader_lexicon.txt"

// RunLexicon is the command `newsmill-train lexicon`: it turns the word list of the Python
// package vaderSentiment into the table of data/sentiment. The argument is the package's
// wheel, as `pip download --no-deps vaderSentiment==3.3.2` leaves it.
func RunLexicon(args []string) error {
	flags := flag.NewFlagSet("lexicon", flag.ContinueOnError)
	out := flags.String("out", "data/sentiment/lexicon.tsv", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("lexicon wants one argument, the wheel of vaderSentiment, not %d", flags.NArg())
	}
	member, err := archive.Member(flags.Arg(0), lexiconMember)
	if err != nil {
		return fmt.Errorf("read %s in %s: %w", lexiconMember, flags.Arg(0), err)
	}
	lines, err := lexiconLines(bytes.NewReader(member))
	if err != nil {
		return fmt.Errorf("read %s: %w", lexiconMember, err)
	}
	return os.WriteFile(*out, []byte(strings.Join(lines, "")), 0o644)
}

// lexiconLines keeps the words of the list, with their mean rating in tenths, sorted.
// Emoticons and the slang of chats (words with signs or digits in them) do not stand in
// news, and their short forms collide with names and numbers.
func lexiconLines(list io.Reader) ([]string, error) {
	var lines []string
	in := bufio.NewScanner(list)
	for in.Scan() {
		fields := strings.Split(in.Text(), "\t")
		if len(fields) < 2 || !isLexiconWord(fields[0]) {
			continue
		}
		mean, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("rating of %q: %w", fields[0], err)
		}
		if tenths := int(math.Round(mean * 10)); tenths != 0 {
			lines = append(lines, fmt.Sprintf("%s\t%d\n", fields[0], tenths))
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines), in.Err()
}

// isLexiconWord says whether a word is three or more small letters, hyphens and apostrophes inside.
func isLexiconWord(word string) bool {
	for i := 0; i < len(word); i++ {
		letter := 'a' <= word[i] && word[i] <= 'z'
		inner := (word[i] == '-' || word[i] == '\'') && i > 0 && i < len(word)-1
		if !letter && !inner {
			return false
		}
	}
	return len(word) >= 3
}
