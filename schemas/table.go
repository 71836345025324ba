// Package schemas holds what comes out: one row struct for each table, one file for each
// struct. The struct is the only description of its table: field order is column order, the
// parquet tag gives name, type and encoding, the values tag a closed set of values that
// verify holds the column to, the doc tag the words that
// `newsmill schema` prints, that docs/tables.md is made of and that notebooks show beside a
// column.
//
// Strings are optional in Parquet where the empty string means unknown; numbers that may be
// unknown are pointers. Dates are int32 days and timestamps int64 microseconds since 1970,
// UTC. A list is never NULL. Dictionaries are for enumerations, domains, names and foreign
// keys; a table's own key, and text, have none.
package schemas

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Version is the version of the schema as a whole. It changes when a column does: the
// golden file of the test then fails until both are raised together.
const Version = "1"

// Table describes one table.
type Table struct {
	Name string   `json:"name"`
	Doc  string   `json:"description"`
	Key  []string `json:"primary_key"`
	// Refs are foreign keys: columns that hold the key of another table.
	Refs []Ref `json:"foreign_keys"`
	// Linked tables are rebuilt by link over the whole dataset; the others belong to a batch.
	Linked bool `json:"linked"`
	// Optional tables belong to those batches only that a run was asked to write them for.
	Optional bool            `json:"optional"`
	Columns  []Column        `json:"columns"`
	Schema   *parquet.Schema `json:"-"`
	Row      reflect.Type    `json:"-"`
}

// Ref says that a column, where it is not NULL, holds the key of another table.
type Ref struct {
	Column string `json:"column"`
	Table  string `json:"table"`
}

// Column describes one column.
type Column struct {
	Name     string `json:"name"`
	Type     string `json:"type"` // string, int32, int64, double, bool, date, timestamp, list<string>, binary
	Nullable bool   `json:"nullable"`
	Doc      string `json:"description"`
	// Values are all that the column may hold, where they are a closed set.
	Values []string `json:"values,omitempty"`
}

// All are the tables in the order in which a page on its way becomes them.
var All = []*Table{
	table[Input]("inputs", "The books: one row per input file.", false, "source_path"),
	table[Article]("articles", "One row per page.", false, "article_id"),
	table[Block]("blocks", "What was kept of a page, what was thrown away, and why.", false, "article_id", "block_index").
		refs("article_id", "articles"),
	table[Sentence]("sentences", "One row per sentence of the clean text.", false, "article_id", "sentence_index").
		refs("article_id", "articles"),
	table[Mention]("mentions", "One row per name, in text order.", false, "mention_id").
		refs("article_id", "articles", "entity_id", "entities"),
	table[Quote]("quotes", "One row per stretch of reported speech.", false, "quote_id").
		refs("article_id", "articles", "speaker_mention_id", "mentions", "speaker_entity_id", "entities",
			"reported_by_mention_id", "mentions", "reported_by_entity_id", "entities"),
	table[Time]("times", "One row per expression of time.", false, "time_id").
		refs("article_id", "articles"),
	table[Reject]("rejects", "What came in and is no article. Nothing is lost without a row here.", false, "source_path", "source_offset", "stage"),
	table[Entity]("entities", "One row per person, organisation or place, over the whole dataset.", true, "entity_id").
		refs("canonical_id", "entities"),
	table[Event]("events", "One row per event in the world, however many articles tell of it.", true, "event_id").
		refs("actor1_id", "entities", "actor2_id", "entities", "place_id", "entities"),
	table[EventMention]("event_mentions", "One row per telling of an event.", true, "event_mention_id").
		refs("event_id", "events", "article_id", "articles", "actor1_mention_id", "mentions", "actor2_mention_id", "mentions",
			"place_mention_id", "mentions", "time_id", "times", "quote_id", "quotes", "attributed_to", "mentions",
			"actor1_entity_id", "entities", "actor2_entity_id", "entities", "place_entity_id", "entities"),
	table[Story]("stories", "One row per story that one or several articles follow.", true, "story_id").
		refs("story_id", "articles"),
	table[StoryArticle]("story_articles", "Which story an article belongs to, and of which article it is a copy.", true, "article_id").
		refs("article_id", "articles", "story_id", "stories", "duplicate_of", "articles", "lineage_id", "articles"),
	table[Token]("tokens", "One row per word, with its part of speech and its place in the tree of the sentence.", false, "article_id", "sentence_index", "token_index").
		refs("article_id", "articles").asked(),
}

// Named gives a table by its name, nil if there is none.
func Named(name string) *Table {
	for _, t := range All {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Column gives a column by its name, nil if there is none.
func (t *Table) Column(name string) *Column {
	for i := range t.Columns {
		if t.Columns[i].Name == name {
			return &t.Columns[i]
		}
	}
	return nil
}

func table[T any](name, doc string, linked bool, key ...string) *Table {
	row := reflect.TypeFor[T]()
	t := &Table{Name: name, Doc: doc, Key: key, Linked: linked, Row: row, Schema: parquet.NewSchema(name, parquet.SchemaOf(new(T)))}
	for i := range row.NumField() {
		t.Columns = append(t.Columns, column(row.Field(i)))
	}
	return t
}

// asked makes the table an optional one.
func (t *Table) asked() *Table {
	t.Optional = true
	return t
}

func (t *Table) refs(pairs ...string) *Table {
	for i := 0; i < len(pairs); i += 2 {
		t.Refs = append(t.Refs, Ref{Column: pairs[i], Table: pairs[i+1]})
	}
	return t
}

func column(f reflect.StructField) Column {
	options := strings.Split(f.Tag.Get("parquet"), ",")
	c := Column{Name: options[0], Doc: f.Tag.Get("doc")}
	if values := f.Tag.Get("values"); values != "" {
		c.Values = strings.Fields(values)
	}
	kind := f.Type
	if kind.Kind() == reflect.Pointer {
		c.Nullable, kind = true, kind.Elem()
	}
	for _, option := range options[1:] {
		switch {
		case option == "optional":
			c.Nullable = true
		case option == "date":
			c.Type = "date"
		case strings.HasPrefix(option, "timestamp"):
			c.Type = "timestamp"
		}
	}
	if c.Type == "" {
		c.Type = typeName(kind)
	}
	return c
}

func typeName(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.String:
		return "string"
	case t.Kind() == reflect.Int32:
		return "int32"
	case t.Kind() == reflect.Int64:
		return "int64"
	case t.Kind() == reflect.Float64:
		return "double"
	case t.Kind() == reflect.Bool:
		return "bool"
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		return "list<string>"
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		return "binary"
	}
	panic(fmt.Sprintf("schemas: no column type for %s", t))
}
