package metadata

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// object is a node of JSON-LD.
type object map[string]any

const (
	mostNodes   = 1000
	mostJSONLD  = 2 << 20 // bytes of one block
	mostNesting = 64
)

// objects gives the nodes of the page's JSON-LD.
func (e *Evidence) objects() []object {
	if e.nodes == nil && len(e.JSONLD) > 0 {
		e.nodes = jsonLD(e.JSONLD)
	}
	return e.nodes
}

// jsonLD gives all nodes of the page's blocks, also those inside graphs and lists. What is no
// JSON even after the usual mistakes are mended is left out.
func jsonLD(blocks []string) (nodes []object) {
	for _, block := range blocks {
		if len(block) > mostJSONLD {
			continue
		}
		var value any
		if json.Unmarshal([]byte(block), &value) != nil && json.Unmarshal([]byte(mend(block)), &value) != nil {
			continue
		}
		nodes = gather(nodes, value, 0)
	}
	return nodes
}

// mend takes out what pages put around and into JSON: comments, line breaks inside strings,
// commas before a closing bracket, a semicolon at the end.
func mend(block string) string {
	block = strings.TrimSpace(block)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		block = strings.TrimSpace(strings.TrimPrefix(block, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		block = strings.TrimSpace(strings.TrimSuffix(block, mark))
	}
	if strings.Contains(block, "&quot;") && !strings.Contains(block, `"`) {
		block = strings.ReplaceAll(block, "&quot;", `"`)
	}
	out := make([]byte, 0, len(block))
	inside, escaped := false, false
	for i := range len(block) {
		c := block[i]
		switch {
		case inside && escaped:
			escaped = false
			if !strings.ContainsRune(`"\/bfnrtu`, rune(c)) {
				out = out[:len(out)-1] // \' and the like are no escapes of JSON
			}
		case inside && c == '\\':
			escaped = true
		case inside && c < ' ':
			c = ' '
		case c == '"':
			inside = !inside
		case !inside && (c == '}' || c == ']'):
			trimmed := strings.TrimRight(string(out[max(0, len(out)-64):]), " \t\r\n")
			if strings.HasSuffix(trimmed, ",") {
				for out[len(out)-1] != ',' {
					out = out[:len(out)-1]
				}
				out = out[:len(out)-1]
			}
		}
		out = append(out, c)
	}
	return string(out)
}

func gather(nodes []object, value any, depth int) []object {
	if depth > mostNesting || len(nodes) >= mostNodes {
		return nodes
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			nodes = gather(nodes, one, depth+1)
		}
	case map[string]any:
		nodes = append(nodes, v)
		for _, key := range []string{"@graph", "mainEntity", "itemListElement", "hasPart", "subjectOf"} {
			if inner, ok := v[key]; ok {
				nodes = gather(nodes, inner, depth+1)
			}
		}
	}
	return nodes
}

// articleTypes, best first: the node that is the page's article.
var articleTypes = []string{
	"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
	"AskPublicNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SatiricalArticle",
	"SocialMediaPosting", "DiscussionForumPosting", "Report", "Review", "ClaimReview", "MedicalWebPage", "PodcastEpisode", "VideoObject", "CreativeWork", "WebPage",
}

// mainNode gives the node that describes the article: the one of the best type; of several,
// the one that says most.
func mainNode(nodes []object) (best object) {
	rank, said := len(articleTypes), -1
	for _, n := range nodes {
		for _, t := range n.texts("@type") {
			r := slices.Index(articleTypes, t)
			if r < 0 {
				continue
			}
			says := 0
			for _, key := range []string{"headline", "datePublished", "author", "articleBody"} {
				if _, ok := n[key]; ok {
					says++
				}
			}
			if r < rank || r == rank && says > said {
				best, rank, said = n, r, says
			}
		}
	}
	return best
}

func (o object) is(kind string) bool { return slices.Contains(o.texts("@type"), kind) }

// text gives a value as text, the first of a list.
func (o object) text(key string) string {
	if all := o.texts(key); len(all) > 0 {
		return all[0]
	}
	return ""
}

// texts gives a value as texts: itself, or those of a list.
func (o object) texts(key string) (out []string) {
	switch v := o[key].(type) {
	case string:
		return []string{v}
	case bool:
		return []string{strconv.FormatBool(v)}
	case []any:
		for _, one := range v {
			if text, ok := one.(string); ok {
				out = append(out, text)
			}
		}
	}
	return out
}

// object gives a value that is a node, the first of a list.
func (o object) object(key string) object {
	if all := o.objects(key); len(all) > 0 {
		return all[0]
	}
	return nil
}

func (o object) objects(key string) (out []object) {
	switch v := o[key].(type) {
	case map[string]any:
		return []object{v}
	case []any:
		for _, one := range v {
			switch v := one.(type) {
			case map[string]any:
				out = append(out, v)
			case []any: // a list in a list
				for _, inner := range v {
					if node, ok := inner.(map[string]any); ok {
						out = append(out, node)
					}
				}
			}
		}
	}
	return out
}
