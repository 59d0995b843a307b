"""Checks between articles: titles that readers and searches could not tell apart."""

from collections.abc import Iterator, Mapping

from newsroom.content.front_matter import Entry, FrontMatter
from newsroom.content.problem import Problem
from newsroom.text.fold import fold


def repeated_titles(articles: Mapping[str, FrontMatter]) -> Iterator[Problem]:
    """Articles whose title another, earlier in the order given, has already."""
    first: dict[str, str] = {}
    for shown, parts in articles.items():
        entry = parts.entries.get("title")
        if not isinstance(entry, Entry) or not isinstance(entry.value, str) or not entry.value:
            continue
        other = first.setdefault(fold(entry.value), shown)
        if other != shown:
            yield Problem(
                shown,
                f"“{entry.value}” trùng tiêu đề với {other}.",
                "Nếu là một bài thì xóa bớt; nếu là hai bài thì thêm ngày hoặc kỳ vào tiêu đề.",
                entry.line,
                "title",
                blocking=False,
            )
