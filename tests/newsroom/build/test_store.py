"""The store changes wholly or not at all, and tells what was damaged."""

import sqlite3
from pathlib import Path

import pytest

from newsroom.build.store import BusyError, Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kho.sqlite"


def closed(file: Path, **values: bytes) -> Path:
    """A store on the disk that holds the values."""
    store = Store(file)
    store.update(values)
    store.commit()
    store.close()
    return file


def test_values_outlive_the_process_that_committed_them(file: Path) -> None:
    store = Store(closed(file, a=b"1"))

    assert (store["a"], store.get("b"), store.was_damaged) == (b"1", None, False)


def test_what_was_not_committed_is_forgotten(file: Path) -> None:
    store = Store(closed(file, a=b"1"))
    store["a"] = b"2"
    del store["format"]
    store.abandon()

    assert Store(file)["a"] == b"1"


def test_one_build_at_a_time_holds_the_store(file: Path) -> None:
    first = Store(file)
    with pytest.raises(BusyError):
        Store(file)
    first.close()

    Store(file).close()


@pytest.mark.parametrize("content", [b"", b"rac", b"SQLite format 3\0" + b"rac" * 999])
def test_file_that_is_no_store_starts_empty(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)

    store = Store(file)

    assert not set(store)
    assert store.was_damaged is (content != b"")


def test_code_finds_what_it_kept_and_nothing_that_other_code_kept(file: Path) -> None:
    store = Store(file)
    assert not store.belongs_to(b"hom nay")
    assert not store.was_damaged
    store["a"] = b"1"
    store.close()

    store = Store(file)
    assert store.belongs_to(b"hom nay")
    assert store["a"] == b"1"
    store.clear()
    assert store.belongs_to(b"hom nay")
    store["b"] = b"2"
    store.close()

    store = Store(file)
    assert not store.belongs_to(b"mai sau")
    assert store.was_damaged
    assert "b" not in store


def test_value_that_was_damaged_counts_as_missing(file: Path) -> None:
    closed(file, a=b"mot hai ba", b=b"con nguyen")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE pairs SET value = replace(value, 'ba', 'bo') WHERE key = 'a'")
    connection.close()

    store = Store(file)

    assert "a" not in store
    assert store["b"] == b"con nguyen"
    assert store.was_damaged


def test_store_without_a_place_on_the_disk_works_in_memory(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    for store in (Store(None), Store(tmp_path / "tep" / "kho.sqlite")):
        store["a"] = b"1"
        assert store.commit()
        assert store["a"] == b"1"


def test_shelf_is_a_part_of_the_store(file: Path) -> None:
    store = Store(file)
    shelf = store.shelf("tim")
    shelf["a"] = b"1"
    store["a"] = b"2"

    assert (shelf["a"], store["tim/a"], list(shelf), len(shelf)) == (b"1", b"1", ["a"], 1)
    shelf.clear()
    assert set(store) == {"a"}
