"""Turns a corpus of news into articles, to measure search and builds on a portal of any size.

    .venv/bin/python scripts/corpus_to_articles.py CORPUS.jsonl[.xz] FOLDER

One JSON object a line with id, title and text; the id becomes the article's slug, and sections and
dates are dealt out in turn. The folder then takes the place of articles/ in a copy of the portal.
"""

import argparse
import html
import json
import lzma
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from newsroom.content.settings import read_settings
from newsroom.text.dates import to_iso

ROOT = Path(__file__).resolve().parents[1]
FIRST_DAY = datetime(2014, 1, 1, 8)  # noqa: DTZ001 (front matter holds local time)
_MARKDOWN_AT_LINE_START = re.compile(r"^(\s*\d*)([#+.)-])", re.MULTILINE)
_MARKDOWN = re.compile(r"([\\`*_\[\]{}])")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the articles; 2 where mkdocs.yml has faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args(argv)
    newsroom = read_settings(ROOT / "mkdocs.yml").newsroom
    if newsroom is None:
        return 2
    sections = list(newsroom.sections)
    rows = list(read_corpus(arguments.corpus))
    step = timedelta(days=3650) / max(1, len(rows))
    for number, row in enumerate(rows):
        moment = FIRST_DAY + number * step
        file = arguments.folder / str(moment.year) / f"{row['id']}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = article(row, moment.replace(second=0), sections[number % len(sections)])
        file.write_text(text, encoding="utf-8")
    print(f"{len(rows)} articles in {arguments.folder}")
    return 0


def read_corpus(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, packed with xz or not."""
    stream: IO[str]
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def article(row: dict[str, Any], moment: datetime, section: str) -> str:
    """The Markdown file of a row, its text with nothing that Markdown would interpret."""
    title = json.dumps(" ".join(str(row["title"]).split()), ensure_ascii=False)
    head = ["---", f"title: {title}", f"date: {to_iso(moment)}", f"category: {section}", "---"]
    text = _MARKDOWN.sub(r"\\\1", html.escape(str(row["text"]), quote=False))
    paragraphs = re.split(r"\n+", _MARKDOWN_AT_LINE_START.sub(r"\1\\\2", text).strip())
    return "\n".join([*head, "", "\n\n".join(paragraphs), ""])


if __name__ == "__main__":
    sys.exit(main())
