package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// SiteOf gives the registrable domain of a URL in lower case: "news.example.co.uk" is of
// the site "example.co.uk". It is "" where there is none, as for a number or a bare suffix.
func SiteOf(address string) string {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if host == "" || strings.Contains(host, ":") || strings.Trim(host, "0123456789.") == "" {
		return ""
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return site
}
