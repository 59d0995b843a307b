"""What the tests of the importer share: a newsroom, an importer, and the words of a file."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import markdown
import pytest

from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom, Organization, Section, Ward
from newsroom.content.source import write_atomically
from newsroom.importing.markup.fidelity import shown_words
from newsroom.importing.writing.importer import Importer
from newsroom.importing.writing.journal import Journals
from newsroom.text.dates import VIETNAM

_SECTIONS = {
    "tin-tuc-su-kien": "Tin tức – Sự kiện",
    "mat-tran-doan-the": "Mặt trận – Đoàn thể",
    "an-ninh-trat-tu": "An ninh – Trật tự",
    "van-hoa-xa-hoi": "Văn hóa – Xã hội",
    "thong-bao": "Thông báo",
}
_SHOWN_ABOVE_THE_BODY = ("title", "summary", "image_caption", "author", "source")
_DATE_LINE = re.compile(r"^(?:Ngày đăng|Đăng ngày|\d\d/\d\d/\d{4} \d).*$", re.MULTILINE)


@pytest.fixture(scope="session")
def import_cases() -> Path:
    """The folder of texts and pages in the shapes of the old portals."""
    return Path(__file__).with_name("cases")


@pytest.fixture(scope="session")
def newsroom() -> Newsroom:
    """A newsroom with the sections and organizations that the cases name."""
    return Newsroom(
        ward=Ward("Phường Thử"),
        sections={slug: Section(slug, title) for slug, title in _SECTIONS.items()},
        campaigns={},
        organizations=(
            Organization("Ủy ban MTTQ phường Thử", ("UBMTTQ", "Ủy ban MTTQ", "Mặt trận")),
            Organization("Hội Phụ nữ phường Thử", ("Hội LHPN", "Hội Phụ nữ")),
            Organization("Công an phường Thử", ("Công an",)),
        ),
    )


@pytest.fixture
def journals(tmp_path: Path) -> Journals:
    """Those of the imports into tmp_path/articles."""
    return Journals.of(tmp_path / "journals", tmp_path / "articles")


@pytest.fixture
def new_importer(tmp_path: Path, newsroom: Newsroom, journals: Journals) -> Callable[..., Importer]:
    """Makes an importer into tmp_path/articles; called again, it finds what was imported."""

    def make(section: str | None = None, *, writes: bool = True, archive: str = "") -> Importer:
        return Importer(
            newsroom=newsroom,
            folder=tmp_path / "articles",
            now=datetime(2024, 12, 1, 8, 0, tzinfo=VIETNAM),
            write=write_atomically if writes else lambda path, data: None,
            section=newsroom.sections[section] if section else None,
            archive=archive,
            journals=journals if writes else None,
        )

    return make


@pytest.fixture
def imported(new_importer: Callable[..., Importer], import_cases: Path) -> Callable[[str], str]:
    """The text of the article's file that a case becomes."""

    def text(case: str) -> str:
        importer = new_importer("thong-bao")
        outcome = importer.import_file(import_cases / case)
        assert outcome.article, outcome.notes
        return (importer.folder / outcome.article).read_text(encoding="utf-8")

    return text


@pytest.fixture(scope="session")
def fields_and_body() -> Callable[[str], tuple[dict[str, str], str]]:
    """The front matter of a file's text as typed, and its body."""

    def split(text: str) -> tuple[dict[str, str], str]:
        parts = read_front_matter(text)
        assert isinstance(parts, FrontMatter), parts
        return {name: str(entry.value) for name, entry in parts.entries.items()}, parts.body

    return split


@pytest.fixture(scope="session")
def words_shown(
    fields_and_body: Callable[[str], tuple[dict[str, str], str]],
) -> Callable[..., list[str]]:
    """The words that a reader of an article's file sees, part by part, numbers of lists too."""

    def words(text: str, *extensions: str) -> list[str]:
        fields, body = fields_and_body(text)
        above = " ".join(fields.get(name, "") for name in _SHOWN_ABOVE_THE_BODY)
        html = markdown.markdown(body, extensions=["tables", "attr_list", *extensions])
        return [*above.split(), *shown_words(html)]

    return words


@pytest.fixture(scope="session")
def words_of_portal_text() -> Callable[[str], list[str]]:
    """The words of a copied text but for its section (the first line) and its date line."""
    return lambda text: _DATE_LINE.sub("", text.partition("\n")[2], count=1).split()
