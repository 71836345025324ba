package event

import (
	"testing"
)

// For whom an actor acts is told by the nouns around him: the word before a noun, the organisation that somebody leads or
// speaks for, the state that ends a title.
func TestWhoActsForWhom(t *testing.T) {
	for sentence, sides := range map[string][]string{
		"Opposition parties in Kenya criticised the government.":                                             {"KENOPP", "KENGOV"},
		"The government of Kenya criticised police commanders.":                                              {"KENGOV", "KENCOP"},
		"The government of Kenya criticised the president of the Kenya Football Federation.":                 {"KENGOV", "KENNGO"},
		"The government of Kenya criticised a spokesman for the Nairobi Chamber of Commerce.":                {"KENGOV", "KENBUS"},
		"France criticised the Minister of Foreign Affairs of the Russian Federation.":                       {"FRA", "RUSGOV"},
		"France criticised the Republic of Turkey.":                                                          {"FRA", "TUR"},
		"France criticised the Communist government of Cuba.":                                                {"FRA", "CUBGOV"},
		"The government of Kenya criticised Jane Roe, secretary-general of the Kenya Workers Union.":         {"KENGOV", "KENLAB"},
		"The government of Kenya criticised the head of the Kenya Red Club, Jane Roe.":                       {"KENGOV", "KENNGO"},
		"The government of Kenya criticised the Attorney General.":                                           {"KENGOV", "KENJUD"},
		"The government of Kenya criticised Shiites.":                                                        {"KENGOV", "KENCVL"},
		"Former Kenyan president Jane Roe criticised the government of Kenya.":                               {"KENELI", "KENGOV"},
		"Rep. Jane Roe criticised the government of Kenya.":                                                  {"KENLEG", "KENGOV"},
		"Jane Roe, the head of Kenya's armed forces, criticised the government.":                             {"KENMIL", "KENGOV"},
		"President of the Red Society Dr. Jane Roe criticised France.":                                       {"FRANGO", "FRA"},
		"Kenya votes. It is calm in Kenya. A poll was held in Norway. The police criticised the opposition.": {"NORCOP", "NOROPP"},
		"The government of Kenya criticised travel agencies.":                                                {"KENGOV", "KENBUS"},
		"A spokesman for the Norwegian army criticised the government of Kenya.":                             {"NORMIL", "KENGOV"},
		"A member of parliament criticised the government of Kenya.":                                         {"KENLEG", "KENGOV"},
		"The former mayor of Bogota, Jane Roe, criticised the government of Kenya.":                          {"COLELI", "KENGOV"},
		"Jane Roe, a former minister of Norway, criticised the government of Kenya.":                         {"NORELI", "KENGOV"},
		"The government of Kenya criticised then-president Jane Roe.":                                        {"KENGOV", "KENGOV"},
		"The United Nations Support Mission in Libya criticised the army.":                                   {"IGOUNO", "LBYMIL"},
		"The government of Kenya criticised police spokeswoman, Brigadier Jane Roe.":                         {"KENGOV", "KENCOP"},
		"Experts from the University of Hong Kong criticised the government of Kenya.":                       {"HKGEDU", "KENGOV"},
		"The central bank of Kenya criticised France.":                                                       {"KENGOV", "FRA"},
		"The Kenya Central Bank criticised France.":                                                          {"KENGOV", "FRA"},
		"Western countries criticised the government of Kenya.":                                              {"WST", "KENGOV"},
		"African leaders criticised France.":                                                                 {"AFRGOV", "FRA"},
		"Labour MP Jane Roe criticised the government of New Zealand.":                                       {"NZLLEG", "NZLGOV"},
		"The CEO of Ford criticised the government of Kenya.":                                                {"USABUS", "KENGOV"},
		"Kenya votes. It is calm in Kenya. A planner at a terminal in Rotterdam criticised France.":          {"NLDCVL", "FRA"},
		"Jane Roe, Minister of Community Development, criticised the government of Kenya.":                   {"KENGOV", "KENGOV"},
		"The government of Kenya criticised the leaders of Norway, Sweden and Finland.":                      {"KENGOV", "NORGOV"},
		"Congresswoman Jane Roe criticised China.":                                                           {"LEG", "CHN"},
	} {
		l := &test{sentence: sentence, wanted: []want{{sides[0], "111", sides[1], "*"}}}
		if f, ok := (*Patterns)(nil).try(l); !ok {
			t.Error(f)
		}
	}
}
