"""A file is read again when it, the rules or the moment say so, and only then."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from newsroom.catalogue.record import Record, pack_article, unpacked_article
from newsroom.catalogue.records import Records, packed_article, read_records
from newsroom.catalogue.stamps import Stamps, changes_in
from newsroom.content.newsroom import Newsroom
from newsroom.content.photo import Photo
from newsroom.content.pictures import Unseen
from newsroom.content.reader import ArticleReader

Read = tuple[dict[str, Record], list[str]]
GOOD = "---\ntitle: Bài {0}\ndate: 2023-04-0{0}\ncategory: thong-bao\n{1}---\nLời {0}.\n"


class Folder:
    """An articles folder that is read again and again."""

    def __init__(self, folder: Path, newsroom: Newsroom, now: datetime) -> None:
        self.folder, self.newsroom, self.now = folder, newsroom, now
        self.memory: dict[str, bytes] = {}
        self.last = Records({}, {}, {})

    def write(self, number: int, fields: str = "") -> Path:
        file = self.folder / f"{number}.md"
        file.write_text(GOOD.format(number, fields), encoding="utf-8")
        return file

    def derive(self, paths: Iterable[str]) -> dict[str, Photo | Unseen]:
        """Of each picture that is there a photo that says its size in bytes."""
        now = self.last_stamps.now
        return {
            path: Photo(now[path][2].hex(), now[path][0], 1, ()) if now[path][0] else Unseen.BROKEN
            for path in paths
            if path in now
        }

    def stamps(self) -> Stamps:
        stamps = Stamps(self.memory)
        stamps.look = lambda: changes_in(self.folder, stamps.then)
        return stamps

    def read(self, rules: bytes = b"luat") -> Read:
        """The records, and the files that were read for them."""
        seen: list[str] = []

        def run(call: Any, chunks: Iterable[list[str]]) -> Any:
            for chunk in chunks:
                seen.extend(chunk)
                yield call(chunk)

        stamps = self.last_stamps = self.stamps()
        read = read_records(
            self.folder, stamps, self.newsroom, self.now, rules, self.memory, self.derive, run
        )
        self.last = read
        return read.by_path, seen


@pytest.fixture
def folder(tmp_path: Path, newsroom: Newsroom, now: datetime) -> Folder:
    return Folder(tmp_path, newsroom, now)


def test_file_is_read_once(folder: Folder) -> None:
    folder.write(1)
    folder.write(2)
    first, seen = folder.read()
    assert (list(first), seen) == (["1.md", "2.md"], ["1.md", "2.md"])

    again, seen = folder.read()

    assert seen == []
    assert again == first
    article = unpacked_article(packed_article("1.md", b"luat", folder.memory))
    assert article
    assert (article.title, article.lead, article.body) == ("Bài 1", "Lời 1.", "")


def test_file_that_changed_came_or_went(folder: Folder) -> None:
    folder.write(1)
    folder.write(2).with_name("README.md").write_text("Không phải bài.", encoding="utf-8")
    old, _ = folder.read()
    folder.write(1, "views: 7\n")
    (folder.folder / "2.md").unlink()
    folder.write(3)

    new, seen = folder.read()

    assert (sorted(new), seen) == (["1.md", "3.md"], ["1.md", "3.md"])
    assert sorted(folder.last.before) == ["1.md", "2.md"]
    assert packed_article("2.md", b"luat", folder.memory) == b""
    assert new["1.md"].entry.card != old["1.md"].entry.card


def test_file_with_another_time_and_the_same_bytes_is_not_read_as_an_article(
    folder: Folder,
) -> None:
    """As after a checkout."""
    file = folder.write(1)
    folder.read()
    os.utime(file, (1, 1))

    records, seen = folder.read()

    assert seen == []
    assert records == folder.last.before
    assert folder.stamps().changed == set()


def test_other_rules_read_everything_again(folder: Folder) -> None:
    folder.write(1)
    folder.read()

    assert folder.read(b"khac")[1] == ["1.md"]


def test_faulty_file_is_read_again_each_time_and_told_each_time(folder: Folder) -> None:
    folder.write(1, "draft: nhiều\n")
    for _ in range(2):
        records, seen = folder.read()
        assert seen == ["1.md"]
        assert records == {}
        assert folder.last.problems["1.md"]


def test_slip_that_keeps_nothing_back_is_told_without_a_new_reading(folder: Folder) -> None:
    folder.write(1, "views: nhiều\n")
    folder.read()

    records, seen = folder.read()

    assert (list(records), seen) == (["1.md"], [])
    assert folder.last.problems["1.md"]


def test_moment_of_the_article_itself_calls_for_a_new_reading(folder: Folder) -> None:
    folder.write(1, "publish_at: 2024-01-02 07:00\nexpires_at: 2024-01-05\n")
    folder.read()
    read_on = []
    for day in range(1, 7):
        folder.now += timedelta(days=1)
        read_on += [day] if folder.read()[1] else []

    assert read_on == [1, 4]


def test_article_comes_back_as_it_was_read(folder: Folder, newsroom: Newsroom) -> None:
    campaign = next(iter(newsroom.campaigns))
    folder.write(1, (
        f"campaign: {campaign}\nquarter: 2023-Q1\norganization: Công an phường\ntags: [hè, chợ]\n"
        "updated: 2023-04-02 08:00:30+09:00\nimage: a.png\nimage_alt: Ảnh\npinned: true\n"
    ))  # fmt: skip
    reader = ArticleReader(newsroom, folder.now)
    read = reader.read(PurePosixPath("1.md"), (folder.folder / "1.md").read_bytes()).article
    assert read
    light = read.without_body()

    back = unpacked_article(pack_article(light))

    assert repr(back) == repr(light)
    assert (back.uri, back.lead) == (light.uri, light.lead) if back else False
    assert back.date.tzinfo is light.date.tzinfo


@pytest.mark.parametrize("damage", [b"", b"\x80\x04.", "không".encode(), b"\x92\x01\x02"])
def test_article_that_was_damaged_is_none(damage: bytes) -> None:
    assert unpacked_article(damage) is None


def test_article_with_an_impossible_moment_is_none(make_article: Any) -> None:
    article = make_article("a", "2023-04-01")
    object.__setattr__(article, "date", datetime(9999, 12, 31, 23, tzinfo=UTC))

    assert unpacked_article(pack_article(article)) is None


def test_picture_that_changed_came_or_went_calls_for_a_new_reading(folder: Folder) -> None:
    folder.write(1, "image: a.png\nimage_alt: Ảnh\n")
    folder.write(2)
    read, _ = folder.read()
    without = read["1.md"]
    assert (without.picture, without.photos) == ("", {})

    (folder.folder / "a.png").write_bytes(b"abc")
    read, seen = folder.read()
    small = read["1.md"]
    assert (seen, small.picture, small.photos["a.png"].width) == (["1.md"], "a.png", 3)

    (folder.folder / "a.png").write_bytes(b"abcde")
    read, seen = folder.read()
    large = read["1.md"]
    assert (seen, large.photos["a.png"].width) == (["1.md"], 5)

    (folder.folder / "a.png").unlink()
    read, seen = folder.read()
    assert (seen, read["1.md"].picture) == (["1.md"], "")
    assert len({record.entry.card for record in (without, small, large)}) == 3


def test_picture_that_is_broken_is_told_and_left_out(folder: Folder) -> None:
    folder.write(1, "image: a.png\nimage_alt: Ảnh\n")
    (folder.folder / "a.png").write_bytes(b"")

    read, _ = folder.read()

    assert (read["1.md"].picture, read["1.md"].photos) == ("", {})
    (problem,) = folder.last.problems["1.md"]
    assert "a.png" in problem.found
    assert not problem.blocking


def test_size_is_kept_of_documents_and_not_of_articles_that_a_text_links_to(folder: Folder) -> None:
    """Or the pages of all that link to an article would be drawn again with each word of it."""
    (folder.folder / "don.pdf").write_bytes(b"%PDF-1.4")
    file = folder.write(1)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n[Đơn](don.pdf), [bài trước](2.md)\n", encoding="utf-8")
    folder.write(2)
    before, _ = folder.read()
    folder.write(2, "views: 123456\n")
    after, _ = folder.read()

    assert before["1.md"].sizes == {"don.pdf": 8}
    assert after["1.md"] == before["1.md"]
    assert after["2.md"] != before["2.md"]
