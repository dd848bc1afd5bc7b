// Verifies a bundle with code that shares nothing with the one that wrote it: the Go project's own verifier of notes and
// transparency logs. Usage: verify DIR VKEY [OLDER-VKEY...]; or: verify -proof FILE VKEY.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 3 {
		fail("usage: verify DIR VKEY [OLDER-VKEY...]; or: verify -proof FILE VKEY")
	}
	if os.Args[1] == "-proof" {
		proof(os.Args[2], verifiers(os.Args[3:]))
	} else {
		bundle(os.Args[1], verifiers(os.Args[2:]))
	}
}

func bundle(dir string, known note.Verifiers) {
	tree := checkpoint(read(dir, "checkpoint"), known)
	files := &folder{dir: dir, size: tree.N, cache: map[string][]byte{}}
	hashes := tlog.TileHashReader(tree, files)
	entries := checkEntries(dir, tree, hashes)
	older := checkHistory(dir, tree, hashes, known)
	fmt.Printf("ok: %d entries, %d checkpoints\n", entries, older)
}

func checkEntries(dir string, tree tlog.Tree, hashes tlog.HashReader) int64 {
	var position int64
	for n := int64(0); n*256 < tree.N; n++ {
		data := read(dir, path("entries", n, width(tree.N, n)))
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			entry := data[2 : 2+length]
			data = data[2+length:]
			record, err := tlog.ProveRecord(tree.N, position, hashes)
			check(err)
			check(tlog.CheckRecord(record, tree.N, tree.Hash, position, tlog.RecordHash(entry)))
			position++
		}
	}
	if position != tree.N {
		fail("%d entries, the checkpoint says %d", position, tree.N)
	}
	return position
}

func checkHistory(dir string, tree tlog.Tree, hashes tlog.HashReader, known note.Verifiers) int {
	names, err := os.ReadDir(filepath.Join(dir, "checkpoints"))
	check(err)
	for _, name := range names {
		older := checkpoint(read(dir, "checkpoints/"+name.Name()), known)
		if strconv.FormatInt(older.N, 10) != name.Name() {
			fail("checkpoints/%s has size %d", name.Name(), older.N)
		}
		if older.N == 0 {
			continue
		}
		proof, err := tlog.ProveTree(tree.N, older.N, hashes)
		check(err)
		check(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	}
	return len(names)
}

// A tlog-proof: a header, the index, hashes, an empty line, the checkpoint. The entry lies beside it.
func proof(file string, known note.Verifiers) {
	text, entry := read("", file), read("", file+".entry")
	end := bytes.Index(text, []byte("\n\n"))
	tree := checkpoint(text[end+2:], known)
	lines := strings.Split(string(text[:end]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		fail("%s is no proof", file)
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	check(err)
	var record tlog.RecordProof
	for _, line := range lines[2:] {
		record = append(record, hash(line))
	}
	check(tlog.CheckRecord(record, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
	fmt.Printf("ok: entry %d of %d\n", index, tree.N)
}

func checkpoint(msg []byte, known note.Verifiers) tlog.Tree {
	opened, err := note.Open(msg, known)
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != opened.Sigs[0].Name {
		fail("the checkpoint of %s is signed by %s", lines[0], opened.Sigs[0].Name)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

func verifiers(keys []string) note.Verifiers {
	var list []note.Verifier
	for _, key := range keys {
		verifier, err := note.NewVerifier(key)
		check(err)
		list = append(list, verifier)
	}
	return note.VerifierList(list...)
}

// folder reads tiles where C2SP tlog-tiles puts them, which is not where sumdb does.
type folder struct {
	dir   string
	size  int64
	cache map[string][]byte
}

func (f *folder) Height() int { return height }

func (f *folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		at := path(strconv.Itoa(tile.L), tile.N, width(f.size>>(height*uint(tile.L)), tile.N))
		if f.cache[at] == nil {
			f.cache[at] = read(f.dir, at)
		}
		data = append(data, f.cache[at][:tile.W*tlog.HashSize])
	}
	return data, nil
}

func (f *folder) SaveTiles([]tlog.Tile, [][]byte) {}

func width(count, n int64) int64 {
	if count-n*256 < 256 {
		return count - n*256
	}
	return 256
}

func path(level string, n, width int64) string {
	groups := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		groups = fmt.Sprintf("x%03d/%s", n%1000, groups)
	}
	if width < 256 {
		groups += fmt.Sprintf(".p/%d", width)
	}
	return "tile/" + level + "/" + groups
}

func hash(text string) (h tlog.Hash) {
	data, err := base64.StdEncoding.DecodeString(text)
	check(err)
	if copy(h[:], data) != tlog.HashSize || len(data) != tlog.HashSize {
		fail("%q is no hash", text)
	}
	return h
}

func read(dir, name string) []byte {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	check(err)
	return data
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, "failed: "+format+"\n", args...)
	os.Exit(1)
}
