package gazetteer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A settlement of the atlas that is a town in another spelling is that town; others lie in the region of the nearest one. The atlas as it stands is read.
func TestReadAtlas(t *testing.T) {
	towns := map[string]place{
		"1": {ID: 1, Name: "Umm el Faḥm", Country: "IL", Region: "04", Latitude: 32.52, Longitude: 35.15, Population: 56_000},
		"2": {ID: 2, Name: "Afula", Country: "IL", Region: "03", Latitude: 32.61, Longitude: 35.29, Population: 40_000},
	}
	path := filepath.Join(t.TempDir(), "atlas.tsv")
	lines := "Umm al-Fahm|Umm ul Fahm\tGPE\tISR\t32.5\t35.2\nMegiddo Prison\tFAC\tISR\t32.57\t35.25\nDead Sea\tLOC\t-\t31.5\t35.5\n"
	if err := os.WriteFile(path, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	rows, err := readAtlas(path, towns, map[string]string{"ISR": "IL"})
	if err != nil || len(rows) != 4 {
		t.Fatalf("%v %v", rows, err)
	}
	if p := rows[1]; p.ID != 1 || p.kind != kindOther || p.Name != "Umm ul Fahm" || p.Population != 56_000 {
		t.Errorf("%+v", p)
	}
	if p := rows[2]; p.ID != 0 || p.kind != kindSite || p.Region != "03" {
		t.Errorf("%+v", p)
	}
	if p := rows[3]; p.kind != kindLand || p.Country != "" || p.Region != "" {
		t.Errorf("%+v", p)
	}
	for _, wrong := range []string{"A\tGPE\tISR\t1\n", "A\tXXX\tISR\t1\t2\n", "A\tGPE\tXYZ\t1\t2\n", "A\tGPE\tISR\tx\t2\n"} {
		if err := os.WriteFile(path, []byte(wrong), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := readAtlas(path, towns, map[string]string{"ISR": "IL"}); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}
