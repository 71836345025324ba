package event

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/entity"
	"github.com/newsmill/newsmill/stages/event/actor"
	"github.com/newsmill/newsmill/stages/syntax"
)

// names are the bearers that the tests speak of: the stage is tested on its own, without
// the one that finds names.
var names = map[string]struct {
	kind    entity.Type
	country string
	code    string
}{
	"Russia": {entity.GPE, "RUS", "RUS"}, "Moscow": {entity.GPE, "RUS", "RUS"}, "Russian": {entity.NORP, "RUS", "RUS"},
	"Ukraine": {entity.GPE, "UKR", "UKR"}, "Ukrainian": {entity.NORP, "UKR", "UKR"}, "Kyiv": {entity.GPE, "UKR", "UKR"},
	"France": {entity.GPE, "FRA", "FRA"}, "French": {entity.NORP, "FRA", "FRA"}, "Paris": {entity.GPE, "FRA", "FRA"},
	"Israel": {entity.GPE, "ISR", "ISR"}, "Israeli": {entity.NORP, "ISR", "ISR"}, "Palestinians": {entity.NORP, "PSE", "PSE"},
	"Iran": {entity.GPE, "IRN", "IRN"}, "Iranian": {entity.NORP, "IRN", "IRN"}, "Kenya": {entity.GPE, "KEN", "KEN"},
	"KATHMANDU, Nepal": {entity.GPE, "NPL", "NPL"}, "Nepal": {entity.GPE, "NPL", "NPL"},
	"Geneva": {entity.GPE, "CHE", "CHE"}, "Nairobi": {entity.GPE, "KEN", "KEN"}, "Vienna": {entity.GPE, "AUT", "AUT"},
	"NATO": {entity.Org, "", "IGOWSTNAT"}, "United Nations": {entity.Org, "", "IGOUNO"}, "United States": {entity.GPE, "USA", "USA"},
	"US": {entity.GPE, "USA", "USA"}, "Biden": {entity.Person, "", ""}, "Putin": {entity.Person, "", ""}, "Macron": {entity.Person, "", ""},
	"Sergei Lavrov": {entity.Person, "", ""}, "Sudan": {entity.GPE, "SDN", "SDN"}, "Hamas": {entity.Org, "PSE", "PSEREBHMS"},
}

// read splits a text and marks the names of the list in it.
func read(text string) *Input {
	doc := syntax.Read(text, "en")
	in := &Input{Doc: doc, Found: &entity.Found{}, Dateline: -1}
	for n, s := range doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			start := doc.Tokens[i].Start
			for last := min(i+2, s.Last-1); last >= i; last-- {
				end := doc.Tokens[last].End
				name, ok := names[text[start:end]]
				if !ok {
					continue
				}
				in.Found.Entities = append(in.Found.Entities, entity.Entity{Name: text[start:end], Type: name.kind, Country: name.country, Actor: name.code})
				in.Found.Mentions = append(in.Found.Mentions, entity.Mention{Start: start, End: end, Sentence: n, Type: name.kind, Score: 1, Country: name.country, Entity: len(in.Found.Entities) - 1})
				i = last
				break
			}
		}
	}
	return in
}

// line writes a telling as source|code|target|status|place.
func line(in *Input, t Telling) string {
	place := ""
	if t.Place >= 0 {
		m := in.Found.Mentions[t.Place]
		place = in.Doc.Text[m.Start:m.End]
	}
	return strings.Join([]string{side(t.Source), t.Code, side(t.Target), t.Status, place}, "|")
}

func side(a actor.Actor) string {
	if a.Code != "" {
		return a.Code
	}
	return a.Name
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Russia attacked Ukraine.", []string{"RUS|190|UKR|actual|"}},
		// Who is going to do something says so: that is an event, and what he is going to do another.
		{"France will send food to Sudan.", []string{"FRA|073|SDN|scheduled|", "FRA|033|SDN|actual|"}},
		{"Iran said it would bomb Israel.", []string{"IRN|195|ISR|scheduled|", "IRN|138|ISR|actual|"}},
		{"France said that Iran must cooperate with Israel.", []string{"FRA|101|IRN|actual|", "IRN|060|ISR|hypothetical|"}},
		{"Paris – Russia attacked Ukraine.", []string{"RUS|190|UKR|actual|"}},
		// A place before the dash does nothing, in a teaser far down the page neither.
		{"Rain fell. It was cold. Nobody came. It was late.\n\nKATHMANDU, Nepal — A magnitude 6.1 earthquake struck western Nepal before dawn on Monday, killing at least 58 people and cutting the only road to several villages in Jajarkot district, officials said.", nil},
		// The tree tells who acts where the order of words does not.
		{"Iran announced that it had released the prisoners.", []string{"IRN|0841|IRNCVL|actual|"}},
		{"Rebels who had fled to Kenya attacked Sudan.", []string{"REB|190|SDN|actual|"}},
		{"The leaders of Russia, Ukraine and France met in Geneva.", []string{"RUSGOV|040|UKRGOV|actual|Geneva", "RUSGOV|040|FRAGOV|actual|Geneva", "UKRGOV|040|FRAGOV|actual|Geneva"}},
		{"Russia and Ukraine agreed on a ceasefire.", []string{"RUS|0356|UKR|actual|", "RUS|0871|UKR|scheduled|"}},
		{"Russia denied that its troops had attacked Ukraine.", []string{"RUS|120||actual|", "RUSMIL|190|UKR|denied|"}},
		{"The ministry said Russia-US talks would take place in Geneva on Monday.", []string{"RUS|046|USA|scheduled|Geneva"}},
		{"Russia seized Sudan.", []string{"RUS|192|SDN|actual|"}},
		{"Russia released 2 million euros in aid.", []string{"RUS|070||actual|"}},
		{"Russia and Ukraine resumed talks on search and rescue.", []string{"RUS|046|UKR|actual|"}},
		{"French police have released 30 of the 37 people arrested on Monday.", []string{"FRACOP|0841|FRACVL|actual|", "|173|FRACVL|actual|"}},
		{"Ukraine was attacked by Russian forces.", []string{"RUSMIL|190|UKR|actual|"}},
		{"France did not attack Iran.", []string{"FRA|190|IRN|denied|"}},
		{"Biden met Putin in Geneva.", []string{"USAGOV|040|RUSGOV|actual|Geneva"}},
		{"Russia and Ukraine will hold talks in Vienna next week.", []string{"RUS|046|UKR|scheduled|Vienna"}},
		{"Talks between Russia and the United States are scheduled for Monday.", []string{"RUS|046|USA|scheduled|"}},
		{"Russia denied plans of an invasion of Ukraine.", []string{"RUS|120|UKR|actual|", "RUS|190|UKR|denied|"}},
		{"France may impose sanctions on Iran.", []string{"FRA|163|IRN|hypothetical|"}},
		{"If Russia attacked Ukraine, NATO would respond.", []string{"RUS|190|UKR|conditional|"}},
		{"Israel bombed Iran and accused France of betrayal.", []string{"ISR|195|IRN|actual|", "ISR|112|FRA|actual|"}},
		{"Police arrested protesters in Nairobi.", []string{"KENCOP|173|KENOPP|actual|Nairobi"}},
		{"The French government condemned Hamas.", []string{"FRAGOV|111|PSEREBHMS|actual|"}},
		{"President Macron visited Kenya.", []string{"FRAGOV|042|KEN|actual|"}},
		{"Russia threatened to attack Ukraine.", []string{"RUS|1384|UKR|actual|", "RUS|190|UKR|hypothetical|"}},
		{"The minister said the weather was fine.", nil},
		{"The team attacked from the left in the second half.", nil},
		{"The United Nations sent food aid to Sudan.", []string{"IGOUNO|073|SDN|actual|"}},
		// For whom somebody acts is told once, in a title, an apposition or before, and holds for the whole text.
		{"Sergei Lavrov, the Russian foreign minister, arrived. Sergei Lavrov condemned France. He met Macron.", []string{"RUSGOV|111|FRA|actual|", "RUSGOV|040|FRAGOV|actual|"}},
		{"The opposition leader accused the Iranian government of fraud.", []string{"IRNOPP|1121|IRNGOV|actual|"}},
		{"Palestinians attacked Israel.", []string{"PSECVL|190|ISR|actual|"}},
		// What an action is done to may be named by its owner or its adjective alone.
		{"Iran rejected a French proposal.", []string{"IRN|127|FRA|actual|"}},
		{"Kenya summoned the French ambassador.", []string{"KEN|114|FRAGOV|actual|"}},
		{"Rebels arrested by Kenya attacked Sudan.", []string{"KEN|173|REB|actual|", "REB|190|SDN|actual|"}},
		// Who acts, and whom on.
		{"Police said a gang stabbed Macron.", []string{"FRACRM|182|FRAGOV|actual|"}},
		{"France will not provide food to Sudan.", []string{"FRA|073|SDN|denied|", "FRA|122|SDN|actual|"}},
		{"France flew to Kenya to meet Iran.", []string{"FRA|042|KEN|actual|", "FRA|040|IRN|actual|"}},
		{"Iran is being investigated by France.", []string{"FRA|090|IRN|ongoing|"}},
		{"Russia will withdraw its troops from Ukraine only if France disarms.", []string{"RUS|0874|UKR|conditional|"}},
		// Of which country somebody is: by his clause, by who arrests him, by what stands before, by the title.
		{"Protesters marched through the French capital.", []string{"FRAOPP|141||actual|"}},
		{"Kenya arrested eight people.", []string{"KEN|173|KENCVL|actual|"}},
		{"Kenya said its soldiers had arrested two men.", []string{"KENMIL|173|KENCVL|actual|"}},
		{"Students demonstrated against the government in Nairobi.", []string{"KENEDU|141|KENGOV|actual|Nairobi"}},
		// What a protest demands is its own, and no demand besides.
		{"Workers began a hunger strike to demand the resignation of Macron.", []string{"FRALAB|142|FRAGOV|actual|"}},
		{"A drought killed 20 people in Kenya.", nil},
		// Words in another sense.
		{"France captured the imagination of Kenya.", nil},
		{"France beat Kenya.", nil},
		{"France met the demand.", nil},
		{"Iran was struck by a storm.", nil},
		{"France and Kenya signed a trade agreement.", []string{"FRA|057|KEN|actual|"}},
		{"Iran has been negotiating with France in Vienna.", []string{"IRN|046|FRA|ongoing|Vienna"}},
	} {
		in := read(test.text)
		var got []string
		for _, telling := range Code(in) {
			got = append(got, line(in, telling))
		}
		if a, b := strings.Join(got, "\n"), strings.Join(test.want, "\n"); a != b {
			t.Errorf("%s\n got  %q\n want %q", test.text, got, test.want)
		}
	}
}

// A candidate on which all others hang has the most features, and a sum holds them.
func TestLongListsOfSides(t *testing.T) {
	const list = "Norway, Kenya, Peru, Ghana, Sweden, Poland, France, Spain, Italy, Chile, Egypt, Sudan, Japan, China, India, Nepal, Qatar, Oman, Cuba, Haiti, " +
		"Mali, Niger, Chad, Togo, Benin, Gabon, Angola, Malawi, Zambia, Uganda, Rwanda, Brazil, Panama, Belize, Greece, Malta, Latvia, Estonia, Serbia, Croatia, Iraq and Iran"
	for _, text := range []string{"Russia attacked " + list + " on Monday.", list + " signed an agreement with Russia.", list + " condemned Russia."} {
		if len(Code(read(text))) == 0 {
			t.Errorf("no event in %q", text)
		}
	}
}
