"""What a review could say in its front matter, as YAML for its writer to keep, mend or strike."""

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from newsroom.catalogue.tasks import carried
from newsroom.content.article import Article
from newsroom.content.figures import Figure, TaskState
from newsroom.content.found_figures import Found, find_figures
from newsroom.content.newsroom import Newsroom
from newsroom.text.numbers import format_number
from newsroom.text.visible import visible


def proposed_figures(article: Article, newsroom: Newsroom) -> Iterator[str]:
    """Lines of YAML: the figures that the article's text states and its front matter does not."""
    known = {figure.indicator for figure in article.figures}
    units = newsroom.units
    found = [
        one
        for one in find_figures(article.body, units, article.quarter)
        if one.figure.indicator not in known
    ]
    if found:
        yield "figures:"
        yield from (f"  - {_flow(one.figure)}  # {_place(article, one)}" for one in found)


def proposed_tasks(article: Article) -> Iterator[str]:
    """Lines of YAML: the tasks of the next quarter as the text lists them."""
    if article.tasks:
        yield "tasks:"
        yield from (f"  - {_quoted(task)}" for task in article.tasks)


def proposed_updates(article: Article, reviews: Iterable[Article]) -> Iterator[str]:
    """Lines of YAML: the tasks of the article's quarter of which it says nothing yet.

    reviews: those of all organizations, the article among them or not.
    """
    tasks = _unreported(article, reviews)
    if tasks:
        yield "task_updates:"
        state = TaskState.UNREPORTED.value
        yield from (f"  - {{task: {_quoted(task)}, state: {state}}}" for task in tasks)


def _unreported(article: Article, reviews: Iterable[Article]) -> Sequence[str]:
    quarter = article.quarter
    if quarter is None:
        return ()
    key = article.organization_key
    others = [r for r in reviews if r.organization_key == key and r.path != article.path]
    tasks = carried([*others, article]).of(quarter)
    return [t.text for t in tasks if not any(r.uri == article.uri for r in t.reports)]


def _flow(figure: Figure) -> str:
    values = [f"label: {_quoted(figure.label)}", f"value: {_number(figure.value)}"]
    values.append(f"unit: {_quoted(figure.unit.title)}")
    if figure.whole is not None:
        values.append(f"of: {_number(figure.whole)}")
    if figure.parts:
        parts = (f"{{label: {_quoted(p.label)}, value: {_number(p.value)}}}" for p in figure.parts)
        values.append(f"parts: [{', '.join(parts)}]")
    return f"{{{', '.join(values)}}}"


def _number(number: Decimal) -> str:
    return _quoted(format_number(number))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _place(article: Article, found: Found) -> str:
    line = article.body_line + article.body.count("\n", 0, found.offset)
    return visible(f"dòng {line}: … {found.words} …")
