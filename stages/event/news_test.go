package event_test

import (
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/when"
)

// What short items of news tell, with all stages before: of the first telling of a trigger its source, code, target, status and day; "-" is
// none, "*" any. Without anything wanted nothing is told.
func TestShortNews(t *testing.T) {
	anchor := when.Anchor{Day: when.DayOf(2023, 6, 15), Known: true} // a Thursday
	for _, test := range []struct{ text, trigger, want string }{
		// The day on which somebody says so, or of what he speaks, is not that of the act.
		{"New Zealand will ban TikTok on government devices, officials said on Friday.", "ban", "NZL 172 - scheduled -"},
		{"Hamas fighters killed six people in Israel, the army said on Monday.", "killed", "* * * actual -"},
		{"Turkey's minister Suleyman Soylu blamed the Kurdistan Workers' Party for Sunday's blast.", "blamed", "* 112 TURREB actual -"},
		{"EU leaders met Russia's president at Monday's summit in Geneva.", "met Russia's president at Monday's summit", "* 040 * actual 2023-06-12"},
		{"Nepal's prime minister called a general strike for Tuesday.", "called a general strike", "* 143 - scheduled 2023-06-20"},
		{"Iran has executed three men over the protests of last year.", "executed", "IRN 1823 * actual -"},
		{"Leaders of France and Norway pledged aid at last year's summit in Glasgow.", "pledged aid", "* 033 * actual 2022-01-01"},
		// What is asked, imagined or demanded was not done.
		{"Could Russia attack Poland? Analysts doubt it.", "attack", "RUS 190 POL hypothetical -"},
		{"Why did Russia attack Ukraine? Nobody knows.", "attack", "RUS 190 UKR actual -"},
		{"Imagine China ordering missiles fired at Taiwan.", "fired at", "CHN * TWN hypothetical -"},
		{"Belarus arrested the journalist Roman Protasevich. Lithuania's president demanded his release.", "release", "* 0841 * hypothetical -"},
		{"Iranian prisoners were tortured by the army and denied a fair trial.", "denied", ""},
		// Who judges a deed has not done it, and who is called something is not called up.
		{"The raid in Nablus was condemned by Jordan on Sunday.", "raid", "- * * actual *"},
		{"The attack on Kyiv was launched by Russia on Sunday.", "attack on", "RUS 190 * actual *"},
		{"Ireland's minister called it a hijacking. Belarus denied it.", "hijacking", ""},
		{"Turkish police arrested 46 people over a bomb attack in Istanbul.", "bomb attack", "- 183 * actual *"},
		{"Kenyan President William Ruto had called the protesters \"treasonous\" and deployed the military.", "called", ""},
		{"US President Joe Biden called Israeli Prime Minister Benjamin Netanyahu on Sunday.", "called", "USAGOV 041 ISRGOV actual 2023-06-11"},
		{"Riot police beat several demonstrators in Tbilisi.", "Riot", ""},
		{"Russian forces bombed a theatre in Mariupol where hundreds of people were sheltering.", "sheltering", ""},
		{"Canada imposed sanctions on six Iranian officials over the crackdown on protesters.", "crackdown on", "- 170 * actual *"},
		{"Norway and Kenya voiced concern about poverty and the arrests of journalists in Chile.", "arrests of", "- 173 * actual *"},
		// Two of whom the text has just told.
		{"Kim Jong Un met Russian President Vladimir Putin on Monday. The two leaders discussed military cooperation.", "discussed", "PRKGOV 040 RUSGOV actual *"},
		{"Lebanon and Israel signed a deal on their sea border. The delegations then met in Naqoura.", "met", "LBN 040 ISR actual *"},
		{"India and China held talks in Delhi. They agreed to withdraw troops.", "agreed to withdraw", "IND 0356 - actual *"},
		{"Ukraine accused Russia of shelling Kherson. The two sides agreed to a truce.", "agreed to a truce", "UKR * RUS actual *"},
		{"Greece accused Turkey of smuggling on Monday. The two men denied the charges.", "denied the charges", "GRCCVL 120 - actual *"},
		{"China's foreign minister, Wei Jun, will travel to India next week. The two sides are expected to discuss trade.", "discuss", "CHNGOV 040 IND scheduled *"},
		// A heading tells where the part of a digest plays.
		{"POLAND\n\nThe ruling party accused the opposition of treason.\n\nMYANMAR\n\nThe army shelled a camp near the Chinese border, killing 29.", "shelled", "MMRMIL 194 * actual *"},
		{"France: Unions called for a strike.\n\nIndia: Two men shot dead a lawmaker.\n\nHaiti: Residents lynched 13 gang members.", "lynched", "HTICVL 1823 HTICRM actual *"},
		// One act is told once.
		{"A Pakistani court on Wednesday sentenced former minister Imran Khan and his wife to 14 years in prison for selling gifts.", "prison", ""},
		// Other words for who acts.
		{"The European Union condemned Russia on Monday. The bloc had imposed ten rounds of sanctions on Moscow.", "imposed ten rounds of sanctions", "IGOEEC 163 RUS actual *"},
		{"The leaders of North and South Korea held a summit on Friday.", "held a summit", "PRKGOV 040 KOR actual *"},
		{"Mexican security forces captured Ovidio Guzman in Culiacan on Thursday.", "captured", "MEXCOP 173 * actual 2023-06-15"},
		// Who acts for a body acts for nobody else.
		{"The African Union's envoy for Sudan, Lena Abebe, praised the army.", "praised", "IGOAFRAFU 051 * actual *"},
		{"NATO's secretary general, Lars Holm, thanked Turkey.", "thanked", "IGOWSTNAT 051 TUR actual *"},
		{"Lena Abebe, NATO's secretary general, thanked Turkey.", "thanked", "IGOWSTNAT 051 TUR actual *"},
		{"The UN's humanitarian chief condemned Sudan.", "condemned", "IGOUNO 111 SDN actual *"},
		{"Mali expelled the UN mission's spokesman.", "expelled", "MLI * IGOUNO actual *"},
		{"Boeing's chief executive, Kari Holm, criticised Peru on Monday.", "criticised", "USABUS 111 PER actual *"},
		// Who backs somebody does not own him, and a body of rebels is one.
		{"Rwanda-backed M23 rebels seized the town of Sake in eastern Congo. Kinshasa protested.", "seized the town", "CODREB 192 COD actual *"},
		{"BOGOTA — Colombia's government and the Southern Bloc rebels signed a truce in Havana.", "signed a truce", "COLGOV 057 COLREB actual *"},
		// Who is called by what he is to the other one is meant, and not the other one.
		{"Turkish Foreign Minister Mevlut Cavusoglu met his Greek counterpart Nikos Dendias in Athens on Monday.", "met", "TURGOV 040 GRCGOV actual 2023-06-12"},
		{"U.S. Secretary of State Antony Blinken spoke with his Chinese counterpart Wang Yi on Friday.", "spoke with", "USAGOV * CHNGOV actual 2023-06-09"},
		{"Sweden's Prime Minister Ulf Kristersson and his Hungarian counterpart Viktor Orban signed a deal on jets.", "signed a deal", "SWEGOV 057 HUNGOV actual *"},
		// A dash behind a dateline joins no words.
		{"ANKARA (Reuters) - Turkish police arrested 12 people on Monday.", "arrested", "TURCOP 173 TURCVL actual 2023-06-12"},
		{"PARIS, June 14 - Unions went on strike over pay on Wednesday.", "went on strike", "FRALAB 143 - actual 2023-06-14"},
		{"Nigerian troops freed 20 hostages held by Boko Haram in Borno.", "freed 20 hostages", "NGAMIL 0841 NGACVL actual *"},
		// A person is the side, and not the country that owns him.
		{"France's Jean-Yves Le Drian told Turkey not to hinder the truce in Libya.", "told Turkey not to", "FRAGOV 1056 TUR actual *"},
		{"Israel's consul in New York, Asaf Zamir, resigned on Monday.", "resigned", "ISRGOV 0831 - actual 2023-06-12"},
	} {
		in, tellings := chainOn(test.text, anchor)
		got := ""
		for _, x := range tellings {
			if in.Doc.Text[x.TriggerStart:x.TriggerEnd] != test.trigger {
				continue
			}
			fields := []string{x.Source.Code, x.Code, x.Target.Code, x.Status, ""}
			if x.From != when.NoDay {
				fields[4] = x.From.String()
			}
			for i, want := range strings.Fields(test.want) {
				switch {
				case want == "*":
					fields[i] = "*"
				case fields[i] == "":
					fields[i] = "-"
				}
			}
			got = strings.Join(fields, " ")
			break
		}
		if got != test.want {
			t.Errorf("%s\ngot  %q\nwant %q", test.text, got, test.want)
		}
	}
}

// A row whose sides the sentence names is surer than one that leaves open who did it.
func TestHowSure(t *testing.T) {
	anchor := when.Anchor{Day: when.DayOf(2023, 6, 15), Known: true}
	score := func(text string) float32 {
		_, tellings := chainOn(text, anchor)
		if len(tellings) != 1 || tellings[0].Score <= 0 || tellings[0].Score > 1 {
			t.Fatalf("%s: %+v", text, tellings)
		}
		return tellings[0].Score
	}
	if named, open := score("Kenyan troops attacked the Norwegian embassy on Monday."), score("The Norwegian embassy was attacked on Monday."); named < 2*open {
		t.Errorf("%.2f, and %.2f without who did it", named, open)
	}
}
