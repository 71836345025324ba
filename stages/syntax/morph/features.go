package morph

import (
	"strings"

	"github.com/newsmill/newsmill/stages/linear"
	"github.com/newsmill/newsmill/stages/syntax/parse"
	"github.com/newsmill/newsmill/stages/syntax/tag"
)

// Around are the children of a word that say most of it, by number; [parse.None] where it has none.
type Around struct {
	Subject, Auxiliary, Marker, Copula int32
	Passive                            bool // a subject or an auxiliary of the passive
}

// A Role is what a relation says of a word's head.
type Role uint8

const (
	none Role = iota
	subject
	passiveSubject
	auxiliary
	passiveAuxiliary
	marker
	copula
)

// Roles gives the role of each relation.
func Roles(relations []string) []Role {
	roles := make([]Role, len(relations))
	for i, name := range relations {
		base, sub, _ := strings.Cut(name, ":")
		switch base {
		case "nsubj", "csubj", "expl":
			roles[i] = subject
			if sub == "pass" {
				roles[i] = passiveSubject
			}
		case "aux":
			roles[i] = auxiliary
			if sub == "pass" {
				roles[i] = passiveAuxiliary
			}
		case "mark":
			roles[i] = marker
		case "cop":
			roles[i] = copula
		}
	}
	return roles
}

// Look appends what is around each word of a sentence to dst.
func Look(dst []Around, words []tag.Word, nodes []parse.Node, roles []Role) []Around {
	for range words {
		dst = append(dst, Around{parse.None, parse.None, parse.None, parse.None, false})
	}
	for i := range words {
		head := nodes[i].Head
		if int(head) >= len(words) {
			continue
		}
		a, n := &dst[head], int32(i)
		switch role := roles[nodes[i].Relation]; role {
		case subject, passiveSubject:
			a.Subject = n
			a.Passive = a.Passive || role == passiveSubject
		case auxiliary, passiveAuxiliary:
			a.Auxiliary = n
			a.Passive = a.Passive || role == passiveAuxiliary
		case marker:
			a.Marker = n
		case copula:
			a.Copula = n
		}
	}
	return dst
}

// Features appends what the choice from a list hangs on for the word at i.
func Features(f []uint32, words []tag.Word, nodes []parse.Node, around []Around, i, list int) []uint32 {
	lower := func(n int32) uint32 {
		if uint(n) < uint(len(words)) {
			return words[n].Lower
		}
		return uint32(n)
	}
	tagged := func(n int32) uint32 {
		if uint(n) < uint(len(words)) {
			return uint32(words[n].Tag)
		}
		return 255
	}
	w, own, l := &words[i], around[i], uint32(list)
	head, relation := nodes[i].Head, uint32(nodes[i].Relation)
	above := Around{parse.None, parse.None, parse.None, parse.None, false}
	if int(head) < len(words) {
		above = around[head]
	}
	at, passive := int32(i), uint32(0)
	if own.Passive {
		passive = 1
	}
	auxiliary := uint32(0)
	if own.Auxiliary != parse.None {
		auxiliary = 1
	}
	if own.Subject != parse.None {
		auxiliary |= 2
	}
	return append(
		f,
		linear.Mix(1, l), linear.Mix2(2, l, w.Lower), linear.Mix2(3, l, w.Suffix3), linear.Mix2(4, l, w.Kind),
		linear.Mix2(5, l, lower(at-1)), linear.Mix2(6, l, lower(at+1)), linear.Mix2(7, l, tagged(at-1)), linear.Mix2(8, l, tagged(at+1)),
		linear.Mix2(9, l, relation), linear.Mix3(10, l, relation, tagged(head)), linear.Mix2(11, l, passive),
		linear.Mix2(12, l, lower(own.Subject)), linear.Mix2(13, l, tagged(own.Subject)),
		linear.Mix2(14, l, lower(own.Auxiliary)), linear.Mix2(15, l, tagged(own.Auxiliary)), linear.Mix2(16, l, lower(own.Marker)),
		linear.Mix2(17, l, lower(above.Subject)), linear.Mix2(18, l, tagged(above.Subject)), linear.Mix3(19, l, relation, lower(above.Auxiliary)),
		linear.Mix3(20, l, relation, auxiliary), linear.Mix3(21, l, lower(at-1), tagged(at-2)), linear.Mix2(22, l, lower(head)),
		linear.Mix3(23, l, tagged(at-1), tagged(at+1)), linear.Mix2(24, l, w.Middle), linear.Mix3(25, l, relation, passive),
		linear.Mix3(26, l, lower(own.Auxiliary), passive), linear.Mix3(27, l, w.Lower, relation), linear.Mix3(28, l, lower(own.Copula), relation),
	)
}
