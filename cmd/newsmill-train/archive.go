package main

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// eachMember calls f for each file of a packed archive (.tar.gz, .tgz).
func eachMember(path string, f func(name string, in io.Reader) error) error {
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
