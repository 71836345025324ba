package export

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
)

// appendJSON appends one column of one row as a value of JSON.
func appendJSON(line []byte, kind string, values []parquet.Value) ([]byte, error) {
	if kind == "list<string>" {
		line = append(line, '[')
		first := true
		for _, v := range values {
			if v.IsNull() { // stands for an empty list
				continue
			}
			if !first {
				line = append(line, ',')
			}
			first = false
			var err error
			if line, err = appendString(line, v.ByteArray()); err != nil {
				return nil, err
			}
		}
		return append(line, ']'), nil
	}
	v := values[0]
	if v.IsNull() {
		return append(line, "null"...), nil
	}
	switch kind {
	case "string":
		return appendString(line, v.ByteArray())
	case "binary":
		line = append(line, '"')
		line = base64.StdEncoding.AppendEncode(line, v.ByteArray())
		return append(line, '"'), nil
	case "int32":
		return strconv.AppendInt(line, int64(v.Int32()), 10), nil
	case "int64":
		return strconv.AppendInt(line, v.Int64(), 10), nil
	case "double":
		return strconv.AppendFloat(line, v.Double(), 'g', -1, 64), nil
	case "bool":
		return strconv.AppendBool(line, v.Boolean()), nil
	case "date":
		return time.Unix(int64(v.Int32())*86400, 0).UTC().AppendFormat(line, `"2006-01-02"`), nil
	case "timestamp":
		return time.UnixMicro(v.Int64()).UTC().AppendFormat(line, `"2006-01-02T15:04:05.999999Z"`), nil
	}
	return nil, fmt.Errorf("no way to write %s", kind)
}

func appendString(line, text []byte) ([]byte, error) {
	encoded, err := json.Marshal(string(text))
	return append(line, encoded...), err
}
