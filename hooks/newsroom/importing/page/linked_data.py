"""What a page says of its article for machines, as JSON-LD in the words of schema.org."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bs4 import BeautifulSoup

from newsroom.importing.markup.elements import parse
from newsroom.importing.text.white_space import tidy
from newsroom.text.dates import VIETNAM, parse_date
from newsroom.text.numbers import parse_count

_ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle"})
_MOST_NODES = 2_000
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What is said of the article; empty where nothing is."""

    headline: str = ""
    moment: datetime | None = None
    sections: tuple[str, ...] = ()
    author: str = ""
    views: int | None = None


def linked_article(page: BeautifulSoup) -> LinkedArticle:
    """The article of the page's linked data; all empty if there is none."""
    nodes = [node for script in page.select('script[type="application/ld+json" i]')
             for node in _nodes(script.get_text())]  # fmt: skip
    article = next((node for node in nodes if _types(node) & _ARTICLES), {})
    trails = [node for node in nodes if "BreadcrumbList" in _types(node)]
    return LinkedArticle(
        headline=_text(article.get("headline") or article.get("name")),
        moment=_moment(article.get("datePublished")),
        sections=(*_texts(article.get("articleSection")), *_steps(trails)),
        author=next(_people(article.get("author")), ""),
        views=_views(article.get("interactionStatistic")),
    )


def _nodes(text: str) -> Iterator[dict[str, object]]:
    """The objects of a script, the outer ones first; none of one that is no JSON."""
    try:
        waiting: list[object] = [json.loads(text, strict=False)] if len(text) <= _LONGEST else []
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _types(node: dict[str, object]) -> set[str]:
    typed = node.get("@type")
    return {str(name) for name in (typed if isinstance(typed, list) else [typed])}


def _steps(trails: list[dict[str, object]]) -> Iterator[str]:
    """The names of a trail's steps, the last first, without the first, which is the home page."""
    for trail in trails[:1]:
        items = trail.get("itemListElement")
        names = [_step(item) for item in items] if isinstance(items, list) else []
        yield from filter(None, reversed(names[1:]))


def _step(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    inner = item.get("item")
    return _text(item.get("name")) or (_text(inner.get("name")) if isinstance(inner, dict) else "")


def _text(value: object) -> str:
    """The words of a value, which some programs escape as HTML once more."""
    return tidy(parse(value).get_text()) if isinstance(value, str) else ""


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if words := _text(item.get("name") if isinstance(item, dict) else item):
            yield words


def _people(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if not (isinstance(item, dict) and "Organization" in str(item.get("@type"))):
            yield from _texts(item)


def _moment(value: object) -> datetime | None:
    moment = parse_date(value) if isinstance(value, str) else None
    return moment.astimezone(VIETNAM) if moment else None


def _views(value: object) -> int | None:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "userInteractionCount" in item:
            return parse_count(str(item["userInteractionCount"]))
    return None
