package extract

import "github.com/newsmill/newsmill/stages/article"

// flow gives the paragraphs of a node of rich text as editors store it: a paragraph is a node with a list of
// runs, of which each has a text of its own or, as links do, runs again; lists, quotes and sections are
// nodes with a list of such nodes.
func flow(value any, depth int) (paragraphs []string) {
	list, _ := children(value)
	if list == nil || depth > mostNesting {
		return nil
	}
	if written(list) {
		if text := fold(runs(nil, list, depth)); text != "" {
			return []string{text}
		}
		return nil
	}
	for _, one := range list {
		paragraphs = append(paragraphs, flow(one, depth+1)...)
	}
	return paragraphs
}

// children gives the list of nodes that a node of rich text holds: editors call it by one of these names.
func children(value any) (list []any, found bool) {
	node, _ := value.(map[string]any)
	for _, key := range []string{"children", "content"} {
		if list, found = node[key].([]any); found {
			return list, true
		}
	}
	return nil, false
}

// written tells whether a list holds the text of a run.
func written(list []any) bool {
	for _, one := range list {
		if _, found := run(one); found {
			return true
		}
	}
	return false
}

func run(value any) (text string, found bool) {
	node, _ := value.(map[string]any)
	for _, key := range []string{"text", "value"} {
		if text, found = node[key].(string); found {
			return text, true
		}
	}
	return "", false
}

// runs adds the text of each run of a list; what has none, a picture or a break, parts words.
func runs(text []byte, list []any, depth int) []byte {
	for _, one := range list {
		inner, nested := children(one)
		switch own, found := run(one); {
		case found:
			text = article.Fold(text, own)
		case nested && depth <= mostNesting:
			text = runs(text, inner, depth+1)
		default:
			text = article.Fold(text, " ")
		}
	}
	return text
}
