package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/newsmill/newsmill/data/actors"
	"github.com/newsmill/newsmill/data/agencies"
	"github.com/newsmill/newsmill/data/blocks"
	"github.com/newsmill/newsmill/data/clusters"
	"github.com/newsmill/newsmill/data/directory"
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

// Models gives the digests of what is embedded from data/, by name: models, lexicons, gazetteers,
// patterns. Another digest may give other rows. They are XXH3 of 128 bits: nobody gains by a model that is
// taken for another, and each start pays for them.
var Models = sync.OnceValue(func() map[string]string {
	models := map[string]string{}
	for name, parts := range embedded() {
		sum := xxh3.New()
		for _, part := range parts {
			add(sum, part)
		}
		digest := sum.Sum128().Bytes()
		models[name] = hex.EncodeToString(digest[:])
	}
	return models
})

// embedded gives what is embedded, by folder of data/: strings and slices of bytes.
func embedded() map[string][]any {
	parts := map[string][]any{
		"actors":    {actors.People, actors.Bodies, actors.Words, actors.Terms, actors.Pairs, actors.Regions},
		"agencies":  {agencies.Names, agencies.NotPersons, agencies.Roles, agencies.Desks, agencies.Bylines, agencies.Sections},
		"blocks":    {blocks.Model},
		"clusters":  {clusters.Table},
		"directory": {directory.Bodies, directory.People},
		"gazetteer": {gazetteer.Countries, gazetteer.Territories, gazetteer.Names, gazetteer.Titles, gazetteer.Heads, gazetteer.Contexts, gazetteer.Given, gazetteer.Words, gazetteer.States, gazetteer.Regions, gazetteer.Parts, gazetteer.Points, gazetteer.PackedPlaces},
		"languages": {languages.Words},
		"lines":     {lines.Model},
		"names":     {names.Model, names.Phrases},
		"persons":   {persons.Table, persons.Given, persons.Titles, persons.Spellings},
		"parse":     {parse.Model},
		"quote":     {quote.Words, quote.Outlets, quote.Deeds, quote.Reported},
		"segment":   {segment.Abbreviations, segment.English},
		"sentences": {sentences.Model},
		"sentiment": {sentiment.Lexicon, sentiment.Wider, sentiment.Modifiers, sentiment.News, sentiment.Target},
		"sides":     {sides.Model, sides.Acts, sides.Roles, sides.Countries, sides.Statuses, sides.Triggers, sides.Implicit},
		"tags":      {tags.Model},
		"when":      {when.Words, when.Months, when.Datelines, when.Holidays},
	}
	for _, text := range furniture.Texts() {
		parts["furniture"] = append(parts["furniture"], text)
	}
	err := fs.WalkDir(events.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := events.Files.ReadFile(path)
		parts["events"] = append(parts["events"], path, text)
		return err
	})
	if err != nil {
		panic(err) // what is embedded can be read
	}
	return parts
}

// add takes a part into a digest such that no two lists of parts are taken for one.
func add(sum *xxh3.Hasher, part any) {
	switch part := part.(type) {
	case []byte:
		fmt.Fprintln(sum, len(part)) // writing to a hash never fails
		sum.Write(part)
	case string:
		fmt.Fprintln(sum, len(part))
		sum.WriteString(part)
	default:
		panic(fmt.Sprintf("a part of the models is %T", part))
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
