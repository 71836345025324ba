package source

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// ID is the article_id: the first 32 hex digits of SHA-256 over a key, NUL, and Body. The key is
// the URL that the input gives; without one it is the id of the JSON Lines or Parquet record, or of the document of a treebank.
func (p *Page) ID() string {
	if p.id != "" {
		return p.id
	}
	key := p.URL
	if key == "" && p.keyed {
		key = p.Record
	}
	hash := sha256.New()
	io.WriteString(hash, key) // writing to a hash never fails
	hash.Write([]byte{0})
	hash.Write(p.Body)
	p.id = hex.EncodeToString(hash.Sum(nil)[:16])
	return p.id
}
