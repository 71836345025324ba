package dataset

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// lockWait is for how long Lock tries again: a look at the lock holds it for a moment too.
const lockWait = 200 * time.Millisecond

// Lock takes the dataset for one writer, or gives ErrLocked. The lock belongs to the process:
// it is gone when the process is, however it ends.
func (d Dataset) Lock() (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	lock := flock.New(d.Hidden("lock"))
	switch _, err := lock.TryLockContext(ctx, lockWait/20); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("%s: %w", d.Dir, ErrLocked)
	case err != nil:
		return nil, fmt.Errorf("lock %s: %w", d.Dir, err)
	}
	return func() { lock.Unlock() }, nil
}

// Locked tells whether a run is at work on the dataset.
func (d Dataset) Locked() (bool, error) {
	if _, err := os.Stat(d.Hidden("lock")); err != nil {
		return false, nil // no run has been here
	}
	lock := flock.New(d.Hidden("lock"))
	free, err := lock.TryRLock()
	if err != nil {
		return false, fmt.Errorf("look at the lock of %s: %w", d.Dir, err)
	}
	if free {
		return false, lock.Unlock()
	}
	return true, nil
}

// HashFile gives the SHA-256 of a file in lower-case hex.
func HashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
