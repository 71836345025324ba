package language

import (
	"strings"
	"testing"
)

var sentences = map[string]string{
	"en": "The minister said on Monday that the talks would go on until both sides had found an agreement.",
	"de": "Der Minister sagte am Montag, dass die Gespräche weitergehen werden, bis beide Seiten eine Einigung gefunden haben.",
	"fr": "Le ministre a déclaré lundi que les négociations se poursuivraient jusqu'à ce que les deux parties trouvent un accord.",
	"es": "El ministro dijo el lunes que las conversaciones continuarán hasta que las dos partes lleguen a un acuerdo.",
	"it": "Il ministro ha detto lunedì che i colloqui proseguiranno fino a quando le due parti non avranno trovato un accordo.",
	"pt": "O ministro disse na segunda-feira que as conversações vão continuar até que as duas partes cheguem a um acordo.",
	"nl": "De minister zei maandag dat de gesprekken doorgaan tot beide partijen het eens zijn over een akkoord.",
	"nb": "Statsråden sa mandag at samtalene vil fortsette til begge parter har blitt enige om en avtale, og at han ikke vil gå av.",
	"da": "Ministeren sagde mandag, at samtalerne vil fortsætte, til begge parter er blevet enige om en aftale, og at han ikke vil gå af.",
	"sv": "Ministern sade på måndagen att samtalen ska fortsätta tills båda parter har kommit överens om ett avtal.",
	"fi": "Ministeri sanoi maanantaina, että neuvottelut jatkuvat, kunnes molemmat osapuolet ovat päässeet sopimukseen.",
	"pl": "Minister powiedział w poniedziałek, że rozmowy będą trwały, dopóki obie strony nie osiągną porozumienia, które jest potrzebne.",
	"cs": "Ministr v pondělí řekl, že jednání budou pokračovat, dokud obě strany nedosáhnou dohody, která by byla přijatelná.",
	"sk": "Minister v pondelok povedal, že rokovania budú pokračovať, kým obe strany nedosiahnu dohodu, ktorá by bola prijateľná.",
	"hu": "A miniszter hétfőn azt mondta, hogy a tárgyalások addig folytatódnak, amíg a felek meg nem egyeznek.",
	"ro": "Ministrul a declarat luni că discuțiile vor continua până când cele două părți vor ajunge la un acord.",
	"hr": "Ministar je u ponedjeljak rekao da će se razgovori nastaviti dok obje strane ne postignu dogovor koji je potreban.",
	"sl": "Minister je v ponedeljek dejal, da se bodo pogovori nadaljevali, dokler obe strani ne bosta dosegli dogovora.",
	"lt": "Ministras pirmadienį teigė, kad derybos tęsis tol, kol abi pusės pasieks susitarimą, bet jis dar nėra galutinis.",
	"lv": "Ministrs pirmdien teica, ka sarunas turpināsies, līdz abas puses panāks vienošanos, kas būs abām pieņemama.",
	"et": "Minister ütles esmaspäeval, et läbirääkimised jätkuvad, kuni mõlemad pooled on kokkuleppele jõudnud, aga see ei ole veel kindel.",
	"tr": "Bakan pazartesi günü, iki taraf bir anlaşmaya varana kadar görüşmelerin devam edeceğini ve daha sonra açıklama yapılacağını söyledi.",
	"id": "Menteri mengatakan pada hari Senin bahwa perundingan akan dilanjutkan sampai kedua pihak mencapai kesepakatan yang dapat diterima.",
	"vi": "Bộ trưởng cho biết hôm thứ Hai rằng các cuộc đàm phán sẽ tiếp tục cho đến khi hai bên đạt được thỏa thuận.",
	"ru": "Министр заявил в понедельник, что переговоры будут продолжаться, пока обе стороны не придут к соглашению.",
	"uk": "Міністр заявив у понеділок, що переговори триватимуть, доки обидві сторони не досягнуть згоди, яка є потрібною.",
	"bg": "Министърът заяви в понеделник, че разговорите ще продължат, докато двете страни не постигнат споразумение.",
	"sr": "Министар је у понедељак рекао да ће се разговори наставити док обе стране не постигну договор.",
	"ar": "قال الوزير يوم الاثنين إن المحادثات ستستمر حتى يتوصل الطرفان إلى اتفاق يرضي الجميع في هذا الشأن.",
	"fa": "وزیر روز دوشنبه گفت که گفتگوها ادامه خواهد داشت تا دو طرف به توافق برسند و این کار را به پایان ببرند.",
	"ur": "وزیر نے پیر کو کہا کہ مذاکرات اس وقت تک جاری رہیں گے جب تک دونوں فریق کسی معاہدے پر نہیں پہنچ جاتے۔",
	"hi": "मंत्री ने सोमवार को कहा कि दोनों पक्षों के बीच समझौता होने तक बातचीत जारी रहेगी और यह नहीं रुकेगी।",
	"ja": "大臣は月曜日、双方が合意に達するまで協議を続けると述べた。",
	"zh": "部长星期一表示，会谈将继续进行，直到双方达成协议。",
	"ko": "장관은 월요일 양측이 합의에 이를 때까지 회담을 계속할 것이라고 말했다.",
	"el": "Ο υπουργός δήλωσε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν.",
	"he": "השר אמר ביום שני כי השיחות יימשכו עד שהצדדים יגיעו להסכם.",
	"th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป",
	"ka": "მინისტრმა ორშაბათს განაცხადა, რომ მოლაპარაკებები გაგრძელდება.",
	"ca": "El ministre va dir dilluns que les converses continuaran fins que les dues parts arribin a un acord, i que no hi haurà més reunions amb els sindicats.",
	"af": "Die minister het Maandag gesê dat die gesprekke sal voortgaan totdat albei kante 'n ooreenkoms bereik het, en dat dit nie maklik is nie.",
}

func TestDetectNamesTheLanguage(t *testing.T) {
	for want, text := range sentences {
		if got, score := Detect(text); got != want || score < 0.1 {
			t.Errorf("%s is taken for %s (%.2f): %s", want, got, score, text)
		}
		if got, _ := Detect(strings.Repeat(text+" ", 200)); got != want {
			t.Errorf("a long text in %s is taken for %s", want, got)
		}
		if got, _ := Detect(strings.ToUpper(text)); got != want && want != "tr" {
			t.Errorf("%s in capitals is taken for %s", want, got)
		}
	}
}

func TestTooLittleToTell(t *testing.T) {
	for _, text := range []string{"", "123", "Oslo", "OK!", "Anna Berg, Jean Petit, Kim", "x = y + z; xyzzy plugh qwertz asdfgh yxcvbn"} {
		if got, score := Detect(text); got != Unknown || score != 0 {
			t.Errorf("%q is taken for %s (%.2f)", text, got, score)
		}
	}
}

func TestChooseWeighsWhatThePageDeclares(t *testing.T) {
	cases := []struct{ text, declared, want string }{
		{sentences["de"], "en-US", "de"}, // a template that was never translated
		{"Oslo", "no-NO", "nb"},
		{"Oslo", "", Unknown},
		{"Москва", "en", Unknown}, // not a letter of it is
		{"Москва", "ru", "ru"},
		{"", "de", Unknown},
		{sentences["en"], "zz_bad", "en"},
		{sentences["nb"], "nn-NO", "nb"},
		{"Police arrested ten people.", "en", "en"}, // ten is Galician
		{"Foreign Minister Annalena Baerbock met her Turkish counterpart in Ankara.", "en", "en"},
		{"Protesters marched in Santiago de Chile.", "en", "en"},
		{"Die Polizei nahm am Montag zehn Menschen fest, die nicht aus der Stadt sind.", "en", "de"},
	}
	for _, c := range cases {
		if got, _ := Choose(c.text, c.declared); got != c.want {
			t.Errorf("%.30q, declared %q, is taken for %s, want %s", c.text, c.declared, got, c.want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, text := range sentences {
		f.Add(text, "en-GB")
	}
	f.Add(strings.Repeat("é", 5000), "x")
	f.Fuzz(func(t *testing.T, text, declared string) {
		tag, score := Choose(text, declared)
		if tag == "" || score < 0 || score > 1 {
			t.Errorf("%q, %v", tag, score)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat(sentences["en"]+" ", 60)
	for b.Loop() {
		Detect(text)
	}
}

// zulu is made up of Zulu words, which are not in the table.
const zulu = "Amaphoyisa athi indoda eneminyaka engamashumi amathathu iboshwe ngoLwesihlanu ngemuva kokuba umndeni wayo ubike ukuthi kade ingabonakali ekhaya. " +
	"Umphathi wesikole uthe abafundi bazobuyela emakilasini ngesonto elizayo lapho sekuqediwe ukulungiswa kwezindlu ezonakaliswe yizivunguvungu. " +
	"Uhulumeni wesifundazwe uthembise ukusiza imindeni elahlekelwe yimizi yayo emzini omkhulu. " +
	"Izakhamuzi zithi zikhathele ukulinda amanzi nogesi, zafuna ukukhuluma nemeya ngaphambi kokuphela kwenyanga ezayo."

// A template may declare English for every page, in whatever language it is written. Names alone are of any.
func TestForeignTextIsNotWhatThePageDeclares(t *testing.T) {
	if tag, _ := Choose(zulu, "en"); tag != Unknown || !Foreign(zulu) {
		t.Errorf("declared English: %s", tag)
	}
	if tag, _ := Choose(zulu, "zu-ZA"); tag != "zu" {
		t.Errorf("declared Zulu: %s", tag)
	}
	names := strings.Repeat("Anna Kowalska, Radu Ionescu, Mehmet Demir, Nguyen Van Minh, Okonkwo, ", 20)
	if tag, _ := Choose(names, "en"); tag != "en" || Foreign(names) {
		t.Errorf("names: %s", tag)
	}
	for want, text := range sentences {
		if Foreign(strings.Repeat(text+" ", 20)) {
			t.Errorf("%s is foreign", want)
		}
	}
}
