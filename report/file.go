package report

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
)

// File is an output file that appears whole or not at all: it is written under
// a passing name in the same directory and takes its own name on Commit. The
// passing file is removed when the process is interrupted too. What is no
// regular file (/dev/stdout, a named pipe) is written straight.
type File struct {
	mu   sync.Mutex
	f    *os.File
	temp string // "" when written straight, or after the end
	path string
	mode fs.FileMode // of the file that is replaced, 0 for none
	stop chan os.Signal
}

// Create starts the file at path. A file that stands there is left as it is
// until Commit; its mode is kept. Through a symbolic link the file it leads to
// is replaced.
func Create(path string) (*File, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	out := &File{path: path}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return nil, &fs.PathError{Op: "create", Path: path, Err: errors.New("is a directory")}
	case err == nil && !info.Mode().IsRegular():
		out.f, err = os.OpenFile(path, os.O_WRONLY, 0)
		return out, err
	case err == nil:
		out.mode = info.Mode().Perm()
	}
	for range 100 {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%08x", filepath.Base(path), rand.Uint32()))
		// Not os.CreateTemp: the mode shall be what the user's umask gives.
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out.f, out.temp = f, name
		out.watch()
		return out, nil
	}
	return nil, &fs.PathError{Op: "create", Path: path, Err: errors.New("no free name beside it")}
}

// Write appends to the file.
func (f *File) Write(p []byte) (int, error) { return f.f.Write(p) }

// Commit puts the file in its place. When that fails nothing is left behind.
func (f *File) Commit() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.temp != "" && f.mode != 0 {
		if err := os.Chmod(f.temp, f.mode); err != nil {
			f.drop()
			return err
		}
	}
	err := f.f.Close()
	if err == nil && f.temp != "" {
		err = os.Rename(f.temp, f.path)
	}
	if err != nil {
		f.drop()
	}
	f.temp = ""
	f.unwatch()
	return err
}

// Abort throws away what was written. It may be called at any time and from any
// goroutine; after Commit it does nothing.
func (f *File) Abort() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.drop()
}

func (f *File) drop() {
	f.f.Close() // first: an open file cannot be removed on Windows
	if f.temp != "" {
		os.Remove(f.temp)
		f.temp = ""
	}
	f.unwatch()
}

// watch removes the passing file when the process is told to end, and then lets
// it end as it would have.
func (f *File) watch() {
	c := make(chan os.Signal, 1)
	f.stop = c
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		sig, ok := <-c
		if !ok {
			return
		}
		f.Abort()
		signal.Reset(sig)
		if self, err := os.FindProcess(os.Getpid()); err != nil || self.Signal(sig) != nil {
			os.Exit(1) // Windows sends no signals
		}
	}()
}

func (f *File) unwatch() {
	if f.stop != nil {
		signal.Stop(f.stop)
		close(f.stop)
		f.stop = nil
	}
}
