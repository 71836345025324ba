package extract_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/newsmill/newsmill/stages/extract"
)

// story is one invented article, with two teasers of others and a request for consent.
type story struct {
	title, consent string
	body           []string
	teasers        []string
}

var stories = map[string]story{
	"ar": {
		"انهيار جدار الميناء في فارن",
		"نقوم نحن وشركاؤنا بتخزين المعلومات على الجهاز مثل ملفات تعريف الارتباط ومعالجة البيانات الشخصية لتقديم إعلانات ومحتوى مخصص. يمكنك سحب موافقتك في أي وقت.",
		[]string{
			"انهار جدار الميناء القديم في فارن ليلة الثلاثاء بعد ثلاثة أيام من الأمطار الغزيرة، كما قال مهندس البلدة. ولم يصب أحد بأذى.",
			"وسيفحص الغواصون الأساسات يوم الخميس، حين تتوقع هيئة المياه أن تهدأ الأمواج، ويجتمع المجلس بعد ذلك بيوم لاتخاذ القرار.",
			"وكان السكان قد حذروا من التشققات منذ سنوات. وقال بير لوند الذي يسكن على الرصيف: كتبنا أربع رسائل، ولم يرد المجلس على أي منها.",
			"ووعد رئيس البلدية بنشر جميع تقارير العشرين سنة الماضية قبل نهاية الشهر، مع الفواتير التي دفعتها البلدة.",
		},
		[]string{"العاصفة تغلق طريق الساحل للأسبوع الثاني", "كم كلف الفيضان الأخير البلدة"},
	},
	"de": {
		"Hafenmauer in Varn eingestürzt",
		"Wir und unsere Partner speichern Informationen auf einem Gerät, etwa Cookies, und verarbeiten personenbezogene Daten für personalisierte Anzeigen und Inhalte. Sie können Ihre Einwilligung jederzeit widerrufen.",
		[]string{
			"Die alte Hafenmauer von Varn ist in der Nacht zum Mittwoch nach drei Tagen Regen eingestürzt, wie der Stadtbaumeister mitteilte. Verletzt wurde niemand.",
			"Am Donnerstag sollen Taucher das Fundament untersuchen, wenn die Dünung nach Angaben der Wasserbehörde nachgelassen hat. Der Rat tagt einen Tag später.",
			"Anwohner hatten seit Jahren vor Rissen gewarnt. „Wir haben vier Briefe geschrieben“, sagte Per Lund, der am Kai wohnt. Beantwortet wurde keiner.",
			"Die Bürgermeisterin will bis Ende des Monats alle Gutachten der vergangenen zwanzig Jahre veröffentlichen, dazu die Rechnungen der Stadt.",
		},
		[]string{"Sturm sperrt die Küstenstraße für eine zweite Woche", "Was die letzte Flut die Stadt kostete"},
	},
	"en": {
		"Harbour wall gives way in Varn",
		"We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised ads and content. You can accept or manage your choices by clicking below.",
		[]string{
			"The old harbour wall of Varn gave way on Tuesday night after three days of heavy rain, the town's engineer said. Nobody was hurt.",
			"Divers will look at the foundations on Thursday, when the water authority expects the swell to have fallen, and the council meets a day later.",
			"Residents had warned of cracks for years. \"We wrote four letters,\" said Per Lund, who lives on the quay. The council answered none of them, he said.",
			"The mayor has promised to publish every survey of the last twenty years before the end of the month, together with the bills.",
		},
		[]string{"Storm shuts the coast road for a second week", "What the last flood cost the town"},
	},
	"es": {
		"Se derrumba el muro del puerto de Varn",
		"Nosotros y nuestros socios almacenamos información en un dispositivo, como las cookies, y tratamos datos personales para anuncios y contenido personalizados. Puede retirar su consentimiento en cualquier momento.",
		[]string{
			"El viejo muro del puerto de Varn se derrumbó en la noche del martes tras tres días de lluvia, informó el ingeniero municipal. No hubo heridos.",
			"Los buzos examinarán los cimientos el jueves, cuando según la autoridad del agua habrá bajado el oleaje, y el pleno se reúne un día después.",
			"Los vecinos llevaban años avisando de las grietas. «Escribimos cuatro cartas», dijo Per Lund, que vive en el muelle. Nadie contestó, según él.",
			"El alcalde ha prometido publicar antes de fin de mes todos los informes de los últimos veinte años, junto con las facturas pagadas.",
		},
		[]string{"El temporal corta la carretera de la costa otra semana", "Lo que costó a la ciudad la última riada"},
	},
	"ja": {
		"港の壁が崩れる",
		"当社と当社のパートナーは、クッキーなどの情報を端末に保存し、個人データを処理して、広告やコンテンツを最適化します。同意はいつでも撤回できます。",
		[]string{
			"町の技師によると、三日間の大雨の後、火曜日の夜に古い港の壁が崩れた。けが人はなく、船は前もって移されていた。",
			"水が引く木曜日に潜水士が土台を調べ、町議会は翌日に修理について話し合うことになっている。",
			"住民は何年も前から亀裂を訴えていた。「手紙を四通書いた」と岸壁に住むペール・ルンドさんは話す。返事は一通もなかったという。",
			"町長は過去二十年の調査をすべて、支払った費用とともに月末までに公表すると約束した。",
		},
		[]string{"嵐で海岸道路が二週続けて通行止め", "前回の洪水が町に残した費用"},
	},
}

// The marks in a page's markup: {1} to {4} are the story's paragraphs as elements, {a} and {b}
// its teasers, {c} the request for consent; {text} is all paragraphs as lines of one element, {h} its headline.
func (s story) page(language, markup string) []byte {
	fill := []string{"{a}", s.teasers[0], "{b}", s.teasers[1], "{c}", s.consent, "{h}", s.title, "{text}", strings.Join(s.body, "<BR><BR>\n")}
	for i, text := range s.body {
		fill = append(fill, "{"+string(rune('1'+i))+"}", "<p>"+text+"</p>")
	}
	return []byte(`<html lang=` + language + `><head><title>` + s.title + `</title><meta property="og:type" content="article"></head><body>` +
		`<nav><a href="/">A</a> <a href="/b">B</a></nav><h1>` + s.title + `</h1>` + strings.NewReplacer(fill...).Replace(markup) +
		`<footer><a href="/c">C</a></footer></body></html>`)
}

// inEachLanguage gives the text that is found in each story with some markup, and what its
// article is.
func inEachLanguage(markup string, check func(language, got, want string)) {
	for _, language := range slices.Sorted(maps.Keys(stories)) {
		s := stories[language]
		a := extract.HTML(s.page(language, markup), extract.Options{})
		check(language, a.Text, strings.Join(s.body, "\n\n"))
	}
}

// exactly tells which of some kinds of markup give other text than the story, language by
// language. There may be as many as are known; their number may only fall.
func exactly(t *testing.T, known int, kinds map[string]string) {
	t.Helper()
	wrong := 0
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		inEachLanguage(kinds[kind], func(language, got, want string) {
			if got != want {
				wrong++
				t.Logf("%s, %s: %q", kind, language, got)
			}
		})
	}
	if wrong > known {
		t.Errorf("%d pages give other text than their story; %d did", wrong, known)
	} else if wrong < known {
		t.Errorf("%d pages give other text than their story, %d did: lower the number", wrong, known)
	}
}

func TestArticleAloneIsTakenWhole(t *testing.T) {
	exactly(t, 0, map[string]string{"in an article": "<article>{1}{2}{3}{4}</article>", "in divs": "<div><div>{1}{2}{3}{4}</div></div>"})
}

func TestRelatedStoriesInTheBodyStayOut(t *testing.T) {
	exactly(t, 5, map[string]string{
		"a list in an element that is named so":   `<article>{1}{2}<aside class="related"><h3>+</h3><ul><li><a href="/1">{a}</a></li><li><a href="/2">{b}</a></li></ul></aside>{3}{4}</article>`,
		"a paragraph that is one link, unnamed":   `<article>{1}{2}<p><a href="/1">{a}</a></p>{3}{4}</article>`,
		"a box of links with pictures, unnamed":   `<article>{1}{2}<div><a href="/1"><img src="x"><span>{a}</span></a><a href="/2"><span>{b}</span></a></div>{3}{4}</article>`,
		"a list behind the text, of a named kind": `<article>{1}{2}{3}{4}</article><section class="more-stories"><ul><li><a href="/1">{a}</a></li><li><a href="/2">{b}</a></li></ul></section>`,
	})
}

func TestConsentTextIsNotTheArticle(t *testing.T) {
	exactly(t, 0, map[string]string{
		"named, before the text":   `<div id="cookie-banner"><p>{c}</p><button>OK</button></div><article>{1}{2}{3}{4}</article>`,
		"named, behind the text":   `<article>{1}{2}{3}{4}</article><div class="consent-overlay"><p>{c}</p><p>{c}</p></div>`,
		"unnamed, behind the text": `<article>{1}{2}{3}{4}</article><div class="overlay"><div><p>{c}</p></div></div>`,
	})
}

func TestBothPartsOfABodyAreKept(t *testing.T) {
	for kind, markup := range map[string]string{
		"two sections with an advertisement between": `<article><section>{1}{2}</section><div class="ad">Ad</div><section>{3}{4}</section></article>`,
		"two divs with a form between":               `<div><div>{1}{2}</div><div class="newsletter"><form><label>E</label><input><button>OK</button></form></div><div>{3}{4}</div></div>`,
		"two articles with a frame between":          `<article>{1}{2}</article><aside><iframe src="x"></iframe></aside><article>{3}{4}</article>`,
	} {
		inEachLanguage(markup, func(language, got, want string) {
			for _, paragraph := range strings.Split(want, "\n\n") {
				if !strings.Contains(got, paragraph) {
					t.Errorf("%s, %s: %q is lost", kind, language, paragraph)
				}
			}
		})
	}
}

func TestStoryRepeatedInItsPageIsKeptOnce(t *testing.T) {
	exactly(t, 0, map[string]string{"25 times": "<article>" + strings.Repeat("<div>{1}{2}{3}{4}</div>", 25) + "</article>"})
}

// Elements inside a line do not end it: what stands behind them is of the same paragraph.
func TestTextAroundInlineElementsIsOneParagraph(t *testing.T) {
	for _, inline := range strings.Fields(`<b>b</b> <a>b</a> <em>b</em> <span>b</span> <abbr>b</abbr> <sup>b</sup> <font>b</font> <q>b</q> <time>b</time>
		<x-y>b</x-y> <ins>b</ins> <del>b</del> <mark>b</mark> <code>b</code> <small>b</small> <cite>b</cite> <u>b</u> <bdi>b</bdi> <kbd>b</kbd> <tt>b</tt>
		<dfn>b</dfn> <o:p>b</o:p> <strong>b <i>b</b> b<!--c--> b<wbr> <button>b</button> b<button></button> b<img> b<script>x</script> b<noscript><img></noscript> b<svg><path/></svg>`) {
		page := "<p>" + long("one") + "</p><p>In an interview on Monday the minister said that " + inline + " the vote would be put off, by a month at most, until the report is out.</p><p>" + long("two") + "</p>"
		want := long("one") + "\n\nIn an interview on Monday the minister said that b the vote would be put off, by a month at most, until the report is out.\n\n" + long("two")
		if a := extract.HTML([]byte(page), extract.Options{}); a.Text != want {
			t.Errorf("%s: %q", inline, a.Text)
		}
	}
}

// A button in a sentence, for a share price or the meaning of a word, does not end it.
func TestButtonsInASentence(t *testing.T) {
	page := "<p>" + long("one") + "</p><p>The firm follows <a href=/q>Grab</a><span><button aria-label=Add><i></i></button></span>, which was listed as the<button>harbour index</button> fell, by a month ago.</p><p>" + long("two") + "</p>"
	want := long("one") + "\n\nThe firm follows Grab, which was listed as the harbour index fell, by a month ago.\n\n" + long("two")
	if a := extract.HTML([]byte(page), extract.Options{}); a.Text != want {
		t.Errorf("%q", a.Text)
	}
}

// A tag between two sentences is a break, an empty element with a style of its own; in code, and within words, it is none.
func TestSentencesOfTwoElementsComeApart(t *testing.T) {
	for markup, text := range map[string]string{
		`the vote was put off.<span class="br"></span>The council met again`:                  "the vote was put off. The council met again",
		`<b>der Hafen war gesperrt.</b>Über die Mauer stieg`:                                  "der Hafen war gesperrt. Über die Mauer stieg",
		`they run <code>path.<span>Join</span></code> on it, and www.varn.<b>example</b> too`: "they run path.Join on it, and www.varn.example too",
		`the U.<b>S.</b> and the E.<i>U.</i> were told`:                                       "the U.S. and the E.U. were told",
	} {
		page := "<p>" + long("one") + "</p><p>On Monday " + markup + " at the end of a long day in the town, as residents had asked.</p><p>" + long("two") + "</p>"
		want := long("one") + "\n\nOn Monday " + text + " at the end of a long day in the town, as residents had asked.\n\n" + long("two")
		if a := extract.HTML([]byte(page), extract.Options{}); a.Text != want {
			t.Errorf("%s: %q", markup, a.Text)
		}
	}
}

// Links that nothing parts on the page are apart to its readers, by their colour or their boxes.
func TestLinksSideBySideComeApart(t *testing.T) {
	page := "<p>" + long("one") + "</p><p>The council has published all of it: <a href=/1>the survey</a><a href=/2>the bills</a>, and the four letters.</p><p>" + long("two") + "</p>"
	want := long("one") + "\n\nThe council has published all of it: the survey the bills, and the four letters.\n\n" + long("two")
	if a := extract.HTML([]byte(page), extract.Options{}); a.Text != want {
		t.Errorf("%q", a.Text)
	}
}
