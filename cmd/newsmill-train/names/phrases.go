package names

import (
	"flag"
	"os"
	"path/filepath"

	"github.com/newsmill/newsmill/stages/name"
)

// RunPhrases is the command `newsmill-train phrases`: it packs the phrases and words that names are found by, from data/gazetteer and
// data/directory. Names are to be learned again where they change.
func RunPhrases(args []string) error {
	flags := flag.NewFlagSet("phrases", flag.ContinueOnError)
	out := flags.String("out", "data/names", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*out, "phrases.bin"), name.AppendPhrases(nil), 0o644)
}
