package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io/fs"
	"sync"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/data/agencies"
	"github.com/newsmill/newsmill/data/blocks"
	"github.com/newsmill/newsmill/data/clusters"
	"github.com/newsmill/newsmill/data/events"
	"github.com/newsmill/newsmill/data/furniture"
	"github.com/newsmill/newsmill/data/gazetteer"
	"github.com/newsmill/newsmill/data/languages"
	"github.com/newsmill/newsmill/data/lines"
	"github.com/newsmill/newsmill/data/names"
	"github.com/newsmill/newsmill/data/parse"
	"github.com/newsmill/newsmill/data/persons"
	"github.com/newsmill/newsmill/data/quote"
	"github.com/newsmill/newsmill/data/segment"
	"github.com/newsmill/newsmill/data/sentences"
	"github.com/newsmill/newsmill/data/sentiment"
	"github.com/newsmill/newsmill/data/sides"
	"github.com/newsmill/newsmill/data/tags"
	"github.com/newsmill/newsmill/data/when"
)

// Version is newsmill's own.
const Version = "0.1.0"

// Models gives the digests of what is embedded from data/, by name: lexicons, gazetteers,
// patterns. Another digest may give other rows.
var Models = sync.OnceValue(func() map[string]string {
	embedded := map[string][]string{
		"actors":    {actors.People, actors.Bodies, actors.Words},
		"agencies":  {agencies.Names, agencies.NotPersons, agencies.Roles, agencies.Desks, agencies.Bylines, agencies.Sections},
		"blocks":    {string(blocks.Model)},
		"clusters":  {string(clusters.Table)},
		"furniture": furniture.Texts(),
		"gazetteer": {gazetteer.Countries, gazetteer.Territories, gazetteer.Names, gazetteer.Titles, gazetteer.Heads, gazetteer.Contexts, gazetteer.Given, gazetteer.Words, gazetteer.States, gazetteer.Regions, gazetteer.Parts, gazetteer.Points, string(gazetteer.PackedPlaces)},
		"languages": {languages.Words},
		"lines":     {string(lines.Model)},
		"names":     {string(names.Model)},
		"persons":   {string(persons.Table), persons.Given, persons.Titles, persons.Spellings},
		"parse":     {string(parse.Model)},
		"quote":     {quote.Words, quote.Outlets, string(quote.Reported)},
		"segment":   {segment.Abbreviations, segment.English},
		"sentences": {string(sentences.Model)},
		"sentiment": {sentiment.Lexicon, sentiment.Wider, sentiment.Modifiers, sentiment.News, string(sentiment.Target)},
		"sides":     {string(sides.Model), string(sides.Acts)},
		"tags":      {string(tags.Model)},
		"when":      {when.Words, when.Months, when.Datelines, when.Holidays},
	}
	models := map[string]string{}
	for name, texts := range embedded {
		sum := sha256.New()
		for _, text := range texts {
			add(sum, text)
		}
		models[name] = hex.EncodeToString(sum.Sum(nil))
	}
	sum := sha256.New()
	err := fs.WalkDir(events.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := events.Files.ReadFile(path)
		add(sum, path)
		add(sum, string(text))
		return err
	})
	if err != nil {
		panic(err) // what is embedded can be read
	}
	models["events"] = hex.EncodeToString(sum.Sum(nil))
	return models
})

// add takes a text into a digest such that no two lists of texts are taken for one.
func add(sum hash.Hash, text string) {
	fmt.Fprintln(sum, len(text))
	var piece [8 << 10]byte // fmt would hold all of a text twice
	for len(text) > 0 {
		n := copy(piece[:], text)
		sum.Write(piece[:n])
		text = text[n:]
	}
}

// Build names what makes the rows: the version, and a digest of all models. It says nothing
// of the commit or the machine, so that the same sources always give the same bytes.
var Build = sync.OnceValue(func() string {
	data, err := json.Marshal(Models()) // keys come sorted
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	return Version + "+" + hex.EncodeToString(sum[:6])
})
