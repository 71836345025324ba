package schemas

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/ipc"
)

// Arrow gives the table's schema in the terms of Arrow, each column with its description
// under the key "description".
func (t *Table) Arrow() *arrow.Schema {
	fields := make([]arrow.Field, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = arrow.Field{
			Name: c.Name, Type: arrowType(c.Type), Nullable: c.Nullable,
			Metadata: arrow.NewMetadata([]string{"description"}, []string{c.Doc}),
		}
	}
	return arrow.NewSchema(fields, nil)
}

func arrowType(name string) arrow.DataType {
	switch name {
	case "string":
		return arrow.BinaryTypes.String
	case "binary":
		return arrow.BinaryTypes.Binary
	case "int32":
		return arrow.PrimitiveTypes.Int32
	case "int64":
		return arrow.PrimitiveTypes.Int64
	case "double":
		return arrow.PrimitiveTypes.Float64
	case "bool":
		return arrow.FixedWidthTypes.Boolean
	case "date":
		return arrow.FixedWidthTypes.Date32
	case "timestamp":
		return arrow.FixedWidthTypes.Timestamp_us // in UTC
	case "list<string>":
		return arrow.ListOfField(arrow.Field{Name: "element", Type: arrow.BinaryTypes.String})
	}
	panic(fmt.Sprintf("schemas: no Arrow type for %q", name))
}

// Metadata gives the key-value metadata of a Parquet file of the table. ARROW:schema is
// where pyarrow and pandas look for the descriptions of columns: an IPC stream that holds
// the schema and nothing else, in base64.
func (t *Table) Metadata(build, configSHA256 string) ([][2]string, error) {
	var stream bytes.Buffer
	if err := ipc.NewWriter(&stream, ipc.WithSchema(t.Arrow())).Close(); err != nil {
		return nil, fmt.Errorf("describe table %s for arrow: %w", t.Name, err)
	}
	return [][2]string{
		{"newsmill.schema_version", Version},
		{"newsmill.table", t.Name},
		{"newsmill.build", build},
		{"newsmill.config_sha256", configSHA256},
		{"newsmill.primary_key", strings.Join(t.Key, ",")},
		{"ARROW:schema", base64.StdEncoding.EncodeToString(stream.Bytes())},
	}, nil
}
