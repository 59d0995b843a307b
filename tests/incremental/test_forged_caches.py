"""What builds remember may be forged by whoever could write there: no code of theirs is run, and
nothing outside the site is written, moved or deleted."""

import marshal
import pickle
import sqlite3
from collections.abc import Callable
from pathlib import Path
from zlib import compress, crc32

import msgspec
import pytest
from sites import Project, assert_same


class Harmful:
    """A value whose unpickling writes a file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return Path.write_text, (self.file, "bị hại", "utf-8")


def stores(project: Project) -> list[Path]:
    return sorted(project.cache.rglob("*.sqlite"))


def forge(project: Project, forged: Callable[[str, bytes], bytes]) -> int:
    """Give every row another value, with the sum that belongs to it; how many there were."""
    count = 0
    for store in stores(project):
        with sqlite3.connect(store) as connection:
            for key, row in connection.execute("SELECT key, value FROM pairs").fetchall():
                if key == "format":
                    continue
                value = forged(key, row[4:])
                summed = crc32(value).to_bytes(4, "big") + value
                connection.execute("UPDATE pairs SET value = ? WHERE key = ?", (summed, key))
                count += 1
        connection.close()
    return count


KINDS: dict[str, Callable[[Path], bytes]] = {
    "pickle": lambda file: pickle.dumps(Harmful(file)),
    "packed pickle": lambda file: compress(pickle.dumps(Harmful(file))),
    "code": lambda file: marshal.dumps(compile(f"open({str(file)!r}, 'w')", "x", "exec")),
    "a crash of marshal": lambda _: b"(\xff\xff\xff\x7f",
    "deep": lambda _: b"\x91" * 100_000 + b"\xc0",
    "another kind": lambda _: msgspec.msgpack.encode({"a": [1, {"b": None}]}),
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("length", [0, 16], ids=["all", "all after the rules"])
@pytest.mark.parametrize("kind", KINDS)
def test_forged_rows_are_ignored(project: Project, tmp_path: Path, kind: str, length: int) -> None:
    project.save("cau", title="Cầu mới", body="Xem [bài đường](duong.md#muc-hai).")
    harmed = tmp_path / "bi-hai.txt"
    payload = KINDS[kind](harmed)

    assert forge(project, lambda _, row: row[:length] + payload) > 50

    assert_same(project.publish(strict=True), project.clean(strict=True))
    assert not harmed.exists()


def test_journal_that_was_forged_leaves_other_folders_alone(project: Project) -> None:
    project.save("cau", title="Cầu mới")
    other = project.write("cua-toi/a.md", "Của tôi.")
    gone = ["../cua-toi/a.md", str(other), "tin/../../cua-toi/a.md", "..\\cua-toi\\a.md"]
    for name in ("cua-toi", ".", "..", "../cua-toi", str(other.parent)):
        write_journal(project, name, gone)

        assert_same(project.publish(strict=True), project.clean(strict=True))
        assert other.read_text(encoding="utf-8") == "Của tôi."


def write_journal(project: Project, name: str, gone: list[str]) -> None:
    value = msgspec.msgpack.encode((name, [path.encode() for path in gone]))
    (store,) = stores(project)
    with sqlite3.connect(store) as connection:
        row = crc32(value).to_bytes(4, "big") + value
        connection.execute("INSERT OR REPLACE INTO pairs VALUES ('journal', ?)", (row,))
    connection.close()


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("records", b"tin/2023/06/cau/"),
        ("records", b"dia-chi-cu/"),
        ("indexes", b"luu-tru/2023/"),
    ],
)
def test_addresses_that_were_forged_lead_nowhere_else(
    project: Project, key: str, address: bytes
) -> None:
    project.save("cau", aliases="[/dia-chi-cu/x.html]")
    project.publish()
    project.write("docs/stylesheets/chung.css", "body {}")
    escaping = b"../../".ljust(len(address) - 1, b"x") + b"/"

    def forged(name: str, row: bytes) -> bytes:
        return row.replace(address, escaping) if name.startswith(key) else row

    forge(project, forged)
    assert b"../../x" in stores(project)[0].read_bytes()
    before = sorted(project.folder.parent.glob("x*"))

    assert_same(project.publish(), project.clean())
    assert sorted(project.folder.parent.glob("x*")) == before
