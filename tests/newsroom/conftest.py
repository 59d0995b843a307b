"""What the tests of the domain share: a small newsroom, its articles, and the reading of a file."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM

# A machine that does much else at once is slow, not wrong.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).with_name("cases")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of the cases that a clerk can read and add to."""
    return CASES


@pytest.fixture(scope="session")
def newsroom() -> Newsroom:
    """The newsroom of cases/mkdocs.yml."""
    reading = read_settings(CASES / "mkdocs.yml")
    assert reading.newsroom, reading.problems
    return reading.newsroom


@pytest.fixture(scope="session")
def now() -> datetime:
    """The moment of the tests: noon of the first day of 2024."""
    return datetime(2024, 1, 1, 12, tzinfo=VIETNAM)


@pytest.fixture(scope="session")
def read(newsroom: Newsroom, now: datetime) -> Callable[[str], ArticleReading]:
    """Reads the text of an article's file articles/2023/bai.md."""
    reader = ArticleReader(newsroom, now)
    return lambda text: reader.read(PurePosixPath("2023/bai.md"), text.encode())


@pytest.fixture(scope="session")
def file_with() -> Callable[..., str]:
    """Writes an article's file: a good one where nothing else is said."""
    good = {"title": "Bài viết", "date": "2023-04-01 18:15", "category": "thong-bao"}

    def text(fields: Mapping[str, str] | None = None, body: str = "Nội dung bài.") -> str:
        lines = [f"{name}: {value}" for name, value in {**good, **(fields or {})}.items()]
        return "\n".join(["---", *lines, "---", "", body, ""])

    return text


@pytest.fixture(scope="session")
def make_article(newsroom: Newsroom) -> Callable[..., Article]:
    """Makes an article: date as text, section and campaign by slug, anything else as it is."""

    def article(name: str = "bai", date: str = "2023-04-01 18:15", **fields: Any) -> Article:
        fields["section"] = newsroom.sections[fields.pop("section", "thong-bao")]
        if "campaign" in fields:
            fields["campaign"] = newsroom.campaigns[fields["campaign"]]
        moment = datetime.fromisoformat(date).replace(tzinfo=VIETNAM)
        fields = {"title": f"Bài {name}", "body": "Nội dung.", **fields}
        return Article(path=PurePosixPath(f"{moment.year}/{name}.md"), date=moment, **fields)

    return article


@pytest.fixture(scope="session")
def load_case() -> Callable[[str], Any]:
    """Reads a YAML file of cases with every value as it was typed."""
    return lambda name: yaml.load((CASES / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
