package quote

import "testing"

// Who reports a quote is kept apart from who speaks.
func TestReporter(t *testing.T) {
	for _, test := range []struct{ name, text, speaker, reporter string }{
		{"quoted as", `Interfax quoted John Smith as saying that the talks had failed for good.`, "John Smith", "Interfax"},
		{"quoted as, without a name", `Interfax quoted the ministry as saying that the talks had failed for good.`, "the ministry", "Interfax"},
		{"quoted as, behind the words", `“The talks have failed for good,” Interfax quoted John Smith as saying.`, "John Smith", "Interfax"},
		{"was quoted by", `“The talks have failed for good,” John Smith was quoted by Interfax as saying.`, "John Smith", "Interfax"},
		{"was quoted as saying by", `“The talks have failed for good,” John Smith was quoted as saying by the paper.`, "John Smith", "the paper"},
		{"told", `John Smith told Reuters that the talks had failed for good.`, "John Smith", "Reuters"},
		{"told, behind", `“The talks have failed for good,” John Smith told the newspaper on Friday.`, "John Smith", "the newspaper"},
		{"interview", `“The talks have failed for good,” John Smith said in a short interview with CNN.`, "John Smith", "CNN"},
		{"interview, first", `In an interview with Reuters, John Smith said that the talks had failed for good.`, "John Smith", "Reuters"},
		{"reported", `John Smith said that the talks had failed for good, Interfax reported.`, "John Smith", "Interfax"},
		{"according to", `“The talks have failed for good,” John Smith said, according to Reuters.`, "John Smith", "Reuters"},
		{"nobody else", `John Smith told Ann Jones that the talks had failed for good.`, "John Smith", ""},
		{"reporters", `John Smith told reporters that the talks had failed for good.`, "John Smith", ""},
		{"told of", `John Smith said that the talks with CNN had failed for good.`, "John Smith", ""},
		{"the outlet itself", `Reuters reported that the talks had failed for good.`, "Reuters", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := split(test.text, "en")
			quotes := Find(doc, names(doc))
			if len(quotes) != 1 || quotes[0].SpeakerName != test.speaker || quotes[0].ReporterName != test.reporter {
				t.Fatalf("%s: got %+v", test.text, quotes)
			}
			if q := quotes[0]; (q.Reporter >= 0) != (test.reporter != "" && test.reporter[0] < 'a') {
				t.Errorf("mention %d of %q", q.Reporter, q.ReporterName)
			}
		})
	}
}
