package entity

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/syntax"
)

// given reads a text in which names stand in brackets with a letter for the type: "[P:Ann Lee] left".
// It gives the found, with a mention for each.
func given(marked string) Found {
	types := map[byte]Type{'P': Person, 'O': Org, 'G': GPE, 'L': Loc, 'F': Fac, 'W': Work, 'N': NORP}
	var text strings.Builder
	var known []Mention
	for rest := marked; ; {
		before, name, ok := strings.Cut(rest, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		name, rest, _ = strings.Cut(name, "]")
		start := text.Len()
		text.WriteString(name[2:])
		known = append(known, Mention{Start: start, End: text.Len(), Type: types[name[0]], Entity: -1})
	}
	return Find(syntax.Read(text.String(), "en"), Hints{HasKnown: true, Known: known})
}

// Names that are one bearer's in a document, and names that are two.
func TestNamesOfOneBearer(t *testing.T) {
	for _, c := range []struct {
		text string
		one  bool // whether the last name is the first one's
	}{
		{"[P:Brock Wyatt Holt] played. [P:Brock Holt] ran.", true},
		{"[P:Eugene A. Nida] taught. [P:Eugene Nida] wrote.", true},
		{"[P:Clara Martínez Cantón] wrote it, said [P:Martínez Cantón].", true},
		{"[P:Kristin Wilkins] came. [P:Kristen Wilkins] left.", true},
		{"[P:Higuchi Ichiyo] wrote. [P:Ichiyo Higuchi] died.", true},
		{"[P:President Donald Trump] spoke. [P:Mr. Trump] left.", true},
		{"[P:Pope Leo] spoke. Then [P:Leo] left.", true},
		{"[P:Maria Rossi] met people. [P:Mario Rossi] left.", false},
		{"[P:George H. Bush] won. [P:George W. Bush] lost.", false},
		{"[P:Donald Trump] won. [P:Donald Trump Jr.] spoke.", false},
		{"[P:Jeanne Moreau] acted; her father was [P:Anatole Moreau]. [P:Moreau] sang.", true},
		{"[P:John Moreau] cooked. Later came [P:Jeanne Moreau]. He is Mr. [P:Moreau].", true},
		{"[P:Bill Harlan] and [P:Mary Harlan] came. Mrs. [P:Harlan] spoke.", false},
		{"[P:Park Geun-hye] fell. [P:Park Young-soo] sued. [P:Park] was silent.", true},
		{"[O:Harlan Foods Inc.] grew. [O:Harlan Foods] fell.", true},
		{"[O:New People Party] won. [O:New People's Party] lost.", true},
		{"[O:Pittsburgh Pirates] won. The [O:Pirates] lost.", true},
		{"[O:Church of Scientology] opened. [O:Scientology] grew.", true},
		{"[O:American Airlines] flew. [O:American] cut fares.", false},
		{"[O:Wikinews] wrote. [O:Wikinews] asked. In [W:Wikinews] it stood.", true},
		{"[O:Orden] said it. [N:Orden] grew.", true},
		{"[O:Global Voices] wrote. [W:The Global Voices] asked.", true},
		{"[G:Nowhereton] sleeps. [G:Nowhereton] wakes. [P:Nowhereton] is old.", true},
		{"In [G:Nowhereton] all sleep. In [G:Nowhereton] all wake. [P:Ann Nowhereton] is old, says [P:Nowhereton].", false},
		{"The [O:US State Department] spoke. The [O:State Department] waited.", true},
		{"The [O:Russian State Department] spoke. The [O:State Department] waited.", false},
		{"[P:John Bolton] came. They hired [O:Bolton].", true},
		{"[P:Mary Zarbock] came. [O:Zarbock Foods] grew. They like [O:Zarbock].", false},
		{"[P:Jessica Paris] ran. Then [G:Paris] fell.", true},
		{"[P:Valeska Paris] ran. [G:Paris] fell. [G:Paris] rose.", true},
		{"[G:Paris] slept. [G:Paris] woke. [P:Valeska Paris] rose.", false},
		{"[P:Valeska Paris] ran. Rain came to [G:Paris]. [G:Paris] slept.", false},
		{"[P:Jessica Paris] ran. She lives in [G:Paris].", false},
		{"[P:Jessica Paris] ran. Mayors met: [G:Paris], France, won.", false},
		{"[O:Union Bank] said. [O:Union Foods] said. [O:Union] said.", false},
	} {
		found := given(c.text)
		last := len(found.Mentions) - 1
		first := found.Mentions[0]
		if one := first.Entity == found.Mentions[last].Entity; one != c.one {
			t.Errorf("%s: first and last are one: %v", c.text, one)
		}
	}
}

// The entity has the form of the name that stands most often, without a title.
func TestNameOfAPerson(t *testing.T) {
	found := given("[P:Brock Wyatt Holt] played. [P:Brock Holt] ran. [P:Manager Brock Holt] left.")
	if len(found.Entities) != 1 || found.Entities[0].Name != "Brock Holt" {
		t.Errorf("%+v", found.Entities)
	}
}

// Places have the names and ids that GeoNames gives.
func TestIDsOfPlaces(t *testing.T) {
	for _, c := range []struct{ text, name, id string }{
		{"Fires burned in [G:Ontario], Canada.", "Ontario", "6093943"},
		{"Shops closed in [G:Lombardy] on Friday.", "Lombardy", "3174618"},
		{"People in [G:LA] slept.", "Los Angeles", "5368361"},
		{"Troops left [G:Homs Province] on Friday.", "Homs Governorate", "169575"},
		{"The [G:Central Region] of [G:Ghana] voted.", "Central", "2302353"},
		{"Ships sailed from [G:Bermuda] on Friday.", "Bermuda", "3573345"},
		{"They met in [G:Washington, D.C.] on Friday.", "Washington", "4140963"},
		{"Pilgrims walked to [G:Mecca] on Friday.", "Mecca", "104515"},
		{"Fires burned in [G:Umm el-Fahm].", "Umm el-Fahm", "293286"},
	} {
		found, ok := given(c.text), false
		for _, e := range found.Entities {
			ok = ok || e.GeoNames == c.id && (c.name == "" || e.Name == c.name)
		}
		if !ok {
			t.Errorf("%q: %+v", c.text, found.Entities)
		}
	}
}

// A small place stays unlinked where the text speaks of other countries alone; seas have Wikidata's ids under any of their forms.
func TestStrangePlaces(t *testing.T) {
	for _, c := range []struct{ text, geonames, wikidata string }{
		{"[G:Peru] and [G:Chile] fear [G:El Niño].", "", ""},
		{"[G:Mexico] mourns in [G:El Niño].", "8858170", ""},
		{"[G:Peru] and [G:Chile] lie on the [L:Pacific].", "", "Q98"},
		{"[G:Peru] and [G:Chile] lie on the [L:Pacific Ocean].", "", "Q98"},
	} {
		found := given(c.text)
		last := found.Entities[found.Mentions[len(found.Mentions)-1].Entity]
		if last.GeoNames != c.geonames || last.Wikidata != c.wikidata {
			t.Errorf("%q: %+v", c.text, last)
		}
	}
}

// A surname that stands alone is a well-known person's, if it is nobody else's and the page speaks of that person's country.
func TestSurnamesOfLeaders(t *testing.T) {
	for text, want := range map[string]string{
		"[P:Putin] spoke in [G:Moscow].":                           "Vladimir Putin",
		"[P:Zelenskyy] spoke. [G:Ukraine] waits.":                  "Volodymyr Zelenskyy",
		"[P:Putin] sang in [G:Oslo].":                              "Putin",
		"[P:Assad] spoke in [G:Syria].":                            "Assad", // father or son
		"[P:Anna Putin] spoke in [G:Russia]. Then [P:Putin] left.": "Anna Putin",
	} {
		found := given(text)
		for _, m := range found.Mentions {
			if got := found.Entities[m.Entity].Name; m.Type == Person && got != want {
				t.Errorf("%s: %q, want %q", text, got, want)
			}
		}
	}
}
