package link

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
)

// idSize is the size of an article's or an entity's id in a record: its 32 digits as bytes.
const idSize = 16

func appendID(to []byte, id string) ([]byte, error) {
	out, err := hex.AppendDecode(to, []byte(id))
	if err != nil || len(out) != len(to)+idSize {
		return to, fmt.Errorf("%q is no id of 32 digits", id)
	}
	return out, nil
}

func idOf(b []byte) string { return hex.EncodeToString(b[:idSize]) }

// appendTime appends a time that may be unknown, such that unknown sorts last.
func appendTime(to []byte, t *int64) []byte {
	if t == nil {
		return binary.BigEndian.AppendUint64(to, math.MaxUint64)
	}
	return binary.BigEndian.AppendUint64(to, uint64(*t)^(1<<63))
}

func timeOf(b []byte) *int64 {
	v := binary.BigEndian.Uint64(b)
	if v == math.MaxUint64 {
		return nil
	}
	t := int64(v ^ (1 << 63))
	return &t
}

// appendText appends a text with its length.
func appendText(to []byte, text string) []byte {
	to = binary.AppendUvarint(to, uint64(len(text)))
	return append(to, text...)
}

// decoder takes a record apart.
type decoder struct{ b []byte }

func (d *decoder) text() string {
	n, size := binary.Uvarint(d.b)
	text := string(d.b[size : size+int(n)])
	d.b = d.b[size+int(n):]
	return text
}

func (d *decoder) take(n int) []byte {
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}

// rowCodec writes flat row structs into records and reads them back: strings, int32, int64,
// float64, bool and pointers to them.
type rowCodec struct{ row reflect.Type }

func (c rowCodec) append(to []byte, row reflect.Value) []byte {
	for i := range row.NumField() {
		field := row.Field(i)
		if field.Kind() == reflect.Pointer {
			if field.IsNil() {
				to = append(to, 0)
				continue
			}
			to, field = append(to, 1), field.Elem()
		}
		switch field.Kind() {
		case reflect.String:
			to = appendText(to, field.String())
		case reflect.Int32, reflect.Int64:
			to = binary.AppendVarint(to, field.Int())
		case reflect.Float64:
			to = binary.BigEndian.AppendUint64(to, math.Float64bits(field.Float()))
		case reflect.Bool:
			if field.Bool() {
				to = append(to, 1)
			} else {
				to = append(to, 0)
			}
		default:
			panic(fmt.Sprintf("link: no way to keep %s of %s", field.Type(), c.row))
		}
	}
	return to
}

func (c rowCodec) decode(b []byte, row reflect.Value) {
	d := decoder{b}
	for i := range row.NumField() {
		field := row.Field(i)
		if field.Kind() == reflect.Pointer {
			if d.take(1)[0] == 0 {
				field.SetZero()
				continue
			}
			field.Set(reflect.New(field.Type().Elem()))
			field = field.Elem()
		}
		switch field.Kind() {
		case reflect.String:
			field.SetString(d.text())
		case reflect.Int32, reflect.Int64:
			v, size := binary.Varint(d.b)
			d.take(size)
			field.SetInt(v)
		case reflect.Float64:
			field.SetFloat(math.Float64frombits(binary.BigEndian.Uint64(d.take(8))))
		case reflect.Bool:
			field.SetBool(d.take(1)[0] == 1)
		}
	}
}

// appendRow and decodeRow are rowCodec for a known type.
func appendRow[T any](to []byte, row *T) []byte {
	return rowCodec{reflect.TypeFor[T]()}.append(to, reflect.ValueOf(row).Elem())
}

func decodeRow[T any](b []byte, row *T) {
	rowCodec{reflect.TypeFor[T]()}.decode(b, reflect.ValueOf(row).Elem())
}
