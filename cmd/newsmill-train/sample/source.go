package sample

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// A story file is plain text. Each telling begins with a line
//
//	== OUTLET YYYY-MM-DD HH:MM
//
// in the outlet's own time, or `== wire NAME` for an agency text that others carry by
// `Wire: NAME`. Then lines `Key: value`, a blank line, and paragraphs parted by blank lines.
// A paragraph `@ HH:MM Title` begins a post of a live blog.

// sampleArticle is one telling of a story by one outlet; its fields are what templates see.
type sampleArticle struct {
	Outlet     *sampleOutlet
	Story      string
	Night      string // the night that brings it first
	Published  time.Time
	Updated    time.Time // zero, or that of a revision
	Slug       string
	Section    string
	Headline   string
	Standfirst string
	Byline     string
	Dateline   string
	Caption    string
	Credit     string
	Form       string
	Wire       string
	Correction string
	Topics     []string
	Comments   []sampleComment
	Again      []string // later nights that bring the same bytes
	Twice      bool     // the night brings the same bytes twice
	Paragraphs []string
	Posts      []samplePost // of a live blog, newest first
	Front      bool

	// For templates, filled by render.
	Related []*sampleArticle
	Latest  []*sampleArticle
}

// samplePost is one entry of a live blog.
type samplePost struct {
	Time       time.Time
	Title      string
	Paragraphs []string
}

// sampleComment is what a reader wrote below an article.
type sampleComment struct{ Name, Text string }

// sampleOutlet is one invented news site.
type sampleOutlet struct {
	Key      string // its folder under outlets/
	Name     string
	Domain   string
	Language string
	Charset  string
	Path     string // pattern of its URLs
	Form     string // how its pages come, unless an article says otherwise
	Zone     *time.Location
	Nav      []string
	page     *template.Template
	front    *template.Template
}

// sampleCorpus is everything under source/.
type sampleCorpus struct {
	outlets  []*sampleOutlet
	articles []*sampleArticle // by publication, then outlet and slug
}

// URL is the address that the crawl asked for.
func (a *sampleArticle) URL() string {
	if a.Front {
		return "https://" + a.Outlet.Domain + "/"
	}
	p := a.Published
	return "https://" + a.Outlet.Domain + strings.NewReplacer(
		"{section}", strings.ToLower(strings.ReplaceAll(a.Section, " ", "-")), "{slug}", a.Slug, "{id}", a.ID(),
		"{yyyy}", p.Format("2006"), "{mm}", p.Format("01"), "{dd}", p.Format("02"),
	).Replace(a.Outlet.Path)
}

// ID is a number as content management systems give it.
func (a *sampleArticle) ID() string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%s", a.Outlet.Key, a.Slug)
	return fmt.Sprint(1_000_000 + h.Sum32()%9_000_000)
}

// FirstSentence is what teasers quote.
func (a *sampleArticle) FirstSentence() string {
	text := a.Standfirst
	if len(a.Paragraphs) > 0 {
		text = a.Paragraphs[0]
	}
	for i := 40; i+1 < len(text); i++ { // 40: an abbreviation at the beginning ends nothing
		if text[i] == '.' && text[i+1] == ' ' {
			return text[:i+1]
		}
	}
	return text
}

// lastChange is when the page last changed.
func (a *sampleArticle) lastChange() time.Time {
	if !a.Updated.IsZero() {
		return a.Updated
	}
	return a.Published
}

// nights lists the nights that bring anything new.
func (c *sampleCorpus) nights() []string {
	var nights []string
	for _, a := range c.articles {
		nights = append(nights, a.Night)
	}
	slices.Sort(nights)
	return slices.Compact(nights)
}

// readCorpus reads outlets/*/ and stories/*.txt.
func readCorpus(source fs.FS) (*sampleCorpus, error) {
	c := &sampleCorpus{}
	outlets, err := fs.Glob(source, "outlets/*/outlet.txt")
	if err != nil {
		return nil, err
	}
	byKey := make(map[string]*sampleOutlet)
	for _, file := range outlets {
		o, err := readOutlet(source, file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		c.outlets = append(c.outlets, o)
		byKey[o.Key] = o
	}
	stories, err := fs.Glob(source, "stories/*.txt")
	if err != nil {
		return nil, err
	}
	for _, file := range stories {
		data, err := fs.ReadFile(source, file)
		if err != nil {
			return nil, err
		}
		story := strings.TrimSuffix(path.Base(file), ".txt")
		articles, err := parseStory(story, string(data), byKey)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		c.articles = append(c.articles, articles...)
	}
	slices.SortStableFunc(c.articles, func(a, b *sampleArticle) int {
		return cmp.Or(a.lastChange().Compare(b.lastChange()), strings.Compare(a.Outlet.Key, b.Outlet.Key), strings.Compare(a.Slug, b.Slug))
	})
	return c, nil
}

func readOutlet(source fs.FS, file string) (*sampleOutlet, error) {
	data, err := fs.ReadFile(source, file)
	if err != nil {
		return nil, err
	}
	dir := path.Dir(file)
	o := &sampleOutlet{Key: path.Base(dir), Zone: time.UTC}
	for line := range strings.Lines(string(data)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "Name":
			o.Name = value
		case "Domain":
			o.Domain = value
		case "Language":
			o.Language = value
		case "Charset":
			o.Charset = value
		case "Path":
			o.Path = value
		case "Form":
			o.Form = value
		case "Nav":
			o.Nav = strings.Split(value, ", ")
		case "Offset": // from UTC; the three nights cross no change of clocks
			d, err := time.ParseDuration(value)
			if err != nil {
				return nil, err
			}
			o.Zone = time.FixedZone("", int(d.Seconds()))
		case "":
		default:
			return nil, fmt.Errorf("unknown key %q", key)
		}
	}
	if o.page, err = parsePage(source, dir+"/page.html"); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(source, dir+"/front.html"); err == nil {
		if o.front, err = parsePage(source, dir+"/front.html"); err != nil {
			return nil, err
		}
	}
	return o, nil
}
