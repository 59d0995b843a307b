"""The store: what builds remember, in one SQLite file that changes completely or not at all.

A build holds the file's write lock from start to end, so two builds of one site run one after the
other; a build that is killed leaves the store as the previous build left it.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, MutableMapping
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

CACHE = Path(".cache", "newsroom")
"""The folder of the stores, below the project; safe to delete at any time."""
_CODE = "code"
"""The key of the digest of the code that keeps the store."""
_CHECK = 4
"""Bytes of the checksum that reveals damage."""
_LOCK = "BEGIN IMMEDIATE"


def store_file(project: Path, site: Path) -> Path:
    """The store of builds of the project into that folder."""
    place = site.relative_to(project) if site.is_relative_to(project) else site
    name = blake2b(place.as_posix().encode(), digest_size=4).hexdigest()
    return project / CACHE / f"{name}.sqlite"


class BusyError(Exception):
    """Another build holds the store."""


class Store(MutableMapping[str, bytes]):
    """Values by key. A value that is damaged on the disk counts as missing."""

    def __init__(self, file: Path | None, *, patience: float = 0.0) -> None:
        """Open the file and take its lock, waiting up to `patience` seconds; raises BusyError.

        A file that is not a store starts empty. Without a file, or once it cannot be written any
        more, the store is kept in memory only.
        """
        self.file = file
        self.was_damaged = False
        self.is_unwritable = False
        """Whether nothing will be kept for the next build although it should be."""
        self._patience = patience
        self._code = b""
        if file is None:
            self._open(":memory:")
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._open(str(file))
        except sqlite3.OperationalError as fault:
            if "locked" in str(fault):
                raise BusyError from fault
            self._go_on_in_memory()
        except OSError:
            self._go_on_in_memory()
        except sqlite3.DatabaseError:
            self._start_anew()

    def _open(self, name: str) -> None:
        # A preview continues in another thread, while the one that opened the store waits.
        self._connection = sqlite3.connect(
            name, timeout=self._patience, isolation_level=None, check_same_thread=False
        )
        self._connection.execute(_LOCK)
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS pairs (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
        )

    def belongs_to(self, code: bytes) -> bool:
        """Whether that code keeps the store, as it does from now on. What other code has left is
        dropped, since the meaning of a value depends on the code that kept it.

        code: its digest.
        """
        self._code = code
        if self.get(_CODE) == code:
            return True
        self.was_damaged |= len(self) > 0
        self.clear()
        return False

    def _go_on_in_memory(self) -> None:
        """Drop everything, such as when the disk is full: builds make again what they do not
        find."""
        self.abandon()
        self.is_unwritable = True
        self._open(":memory:")

    def _start_anew(self) -> None:
        self.abandon()
        if self.file is None:
            self._open(":memory:")
            return
        try:
            self.file.unlink(missing_ok=True)
            self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
            self._open(str(self.file))
        except (sqlite3.Error, OSError):
            self._open(":memory:")
        self.clear()
        self.was_damaged = True

    def __getitem__(self, key: str) -> bytes:
        try:
            row = self._connection.execute(
                "SELECT value FROM pairs WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError:
            self.was_damaged = True
            raise KeyError(key) from None
        if row is None:
            raise KeyError(key)
        value = bytes(row[0][_CHECK:])
        if _check(value) != row[0][:_CHECK]:
            self.was_damaged = True
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: bytes) -> None:
        self._change("INSERT OR REPLACE INTO pairs VALUES (?, ?)", key, _check(value) + value)

    def __delitem__(self, key: str) -> None:
        self._change("DELETE FROM pairs WHERE key = ?", key)

    def _change(self, statement: str, *values: str | bytes) -> None:
        self._execute(statement, *values)

    def _execute(self, statement: str, *values: str | bytes) -> sqlite3.Cursor:
        try:
            return self._connection.execute(statement, values)
        except sqlite3.OperationalError:  # the disk is full, or was taken away
            self._go_on_in_memory()
        except sqlite3.DatabaseError:  # damaged inside: nothing of it can be trusted from here on
            self._start_anew()
        return self._connection.execute(statement, values)

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._execute("SELECT key FROM pairs").fetchall())

    def __len__(self) -> int:
        return int(self._execute("SELECT count(*) FROM pairs").fetchone()[0])

    def clear(self) -> None:
        """Drop everything."""
        self._execute("DELETE FROM pairs")
        if self._code:
            self[_CODE] = self._code

    def shelf(self, name: str) -> "Shelf":
        """The values whose keys start with the name and a slash, by the rest of their keys."""
        return Shelf(self, f"{name}/")

    def commit(self) -> bool:
        """Commit all changes at once; returns whether the lock is still held, since another build
        may have been waiting for it."""
        try:
            self._connection.execute("COMMIT")
        except sqlite3.DatabaseError:
            self._go_on_in_memory()
            return True
        try:
            self._connection.execute(_LOCK)
        except sqlite3.OperationalError:
            return False
        return True

    def undo(self) -> None:
        """Undo the changes since the last commit."""
        self._connection.execute("ROLLBACK")
        self._connection.execute(_LOCK)

    def close(self) -> None:
        """Commit all changes and release the lock."""
        with contextlib.suppress(sqlite3.DatabaseError):  # nothing depends on it
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
        self.abandon()

    def abandon(self) -> None:
        """Undo the changes since the last commit and release the lock."""
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._connection.close()


class Shelf(MutableMapping[str, bytes]):
    """A part of a store."""

    def __init__(self, store: Store, prefix: str) -> None:
        self._store = store
        self._prefix = prefix

    def __getitem__(self, key: str) -> bytes:
        return self._store[self._prefix + key]

    def __setitem__(self, key: str, value: bytes) -> None:
        self._store[self._prefix + key] = value

    def __delitem__(self, key: str) -> None:
        del self._store[self._prefix + key]

    def __iter__(self) -> Iterator[str]:
        start = len(self._prefix)
        return (key[start:] for key in self._store if key.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Drop this part."""
        for key in list(self):
            del self[key]


def _check(value: bytes) -> bytes:
    return crc32(value).to_bytes(_CHECK, "big")
