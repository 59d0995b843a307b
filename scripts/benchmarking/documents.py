"""What the search is measured with: articles of a folder, or a corpus, multiplied at need."""

import json
import lzma
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from newsroom.content.folder import read_articles
from newsroom.content.quarter import Quarter
from newsroom.content.settings import read_settings
from newsroom.search.words.documents import SearchDocument
from newsroom.text.dates import VIETNAM
from newsroom.text.plain import plain
from newsroom.text.slug import slugify

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime.now(VIETNAM)
_SENTENCE = 12
"""Words of a paragraph."""
_RUN = (2, 5)
"""How many words at least and at most are taken together from one text."""


def read_documents(source: Path) -> list[SearchDocument]:
    """In the order of their dates."""
    if source.is_dir():
        return [document for _, document in sorted(_from_folder(source), key=lambda pair: pair[0])]
    opener: Any = lzma.open if source.suffix == ".xz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        return [_from_row(number, json.loads(line)) for number, line in enumerate(lines)]


def _from_folder(folder: Path) -> Iterator[tuple[datetime, SearchDocument]]:
    newsroom = read_settings(ROOT / "mkdocs.yml").newsroom
    if newsroom is None:
        raise SystemExit("mkdocs.yml has faults")
    for article in read_articles(folder, newsroom, NOW).articles:
        campaign = article.campaign
        document = SearchDocument(
            article.uri, article.date, article.section.slug, article.section.title,
            campaign.slug if campaign else "", campaign.title if campaign else "",
            str(Quarter.of(article.date)), article.views, article.title, article.lead,
            "\n".join(plain(line) for line in article.body.splitlines() if line.strip()),
            tuple(tag.title for tag in article.tags),
        )  # fmt: skip
        yield article.date, document


def _from_row(number: int, row: dict[str, str]) -> SearchDocument:
    date = datetime(2010, 1, 1, 8, tzinfo=VIETNAM) + timedelta(hours=5 * number)
    text = "\n".join(line.strip() for line in row["text"].splitlines() if line.strip())
    uri = f"tin/{date:%Y/%m}/{slugify(row['title'], 40)}-{row['id']}/"
    return SearchDocument(
        uri, date, slugify(row["category"]), row["category"], "", "",
        str(Quarter.of(date)), 0, row["title"], text.partition("\n")[0], text,
    )  # fmt: skip


def multiplied(
    documents: Sequence[SearchDocument], count: int, seed: int = 18
) -> list[SearchDocument]:
    """As many documents as `count`: those given, then such as chance puts together from runs of two
    to five of their words, so that words and pairs are as common as in news."""
    chance = Random(seed)  # noqa: S311 - to be repeated
    texts = [document.text.split() for document in documents]
    lengths = [len(document.title.split()) for document in documents]
    return [*documents, *(
        _invented(number, texts, chance.choice(lengths), chance)
        for number in range(len(documents), count)
    )]  # fmt: skip


def _invented(
    number: int, texts: list[list[str]], title_length: int, chance: Random
) -> SearchDocument:
    title = _mixed(texts, title_length, chance)
    words = _mixed(texts, len(chance.choice(texts)), chance)
    sentences = [words[at : at + _SENTENCE] for at in range(0, len(words), _SENTENCE)]
    text = "\n".join(" ".join(sentence) for sentence in sentences)
    row = {"id": str(number), "title": " ".join(title), "category": "Tin", "text": text}
    return _from_row(number, row)


def _mixed(sources: list[list[str]], length: int, chance: Random) -> list[str]:
    """So many words, in runs of some that stand together in one of the sources."""
    words: list[str] = []
    while len(words) < length:
        source, run = chance.choice(sources), chance.randint(*_RUN)
        start = chance.randrange(max(1, len(source) - run))
        words += source[start : start + run]
    return words[:length]
