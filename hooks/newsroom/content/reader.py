"""Reading an article: from the bytes of a file to an Article, with every problem on the way."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from newsroom.content.article import Article, Image
from newsroom.content.bounds import Excess, find_excess
from newsroom.content.encodings import encoding_problems
from newsroom.content.field_problems import (
    dropped_part,
    field_problem,
    in_brackets,
    is_blank,
    missing_fields,
    only_hashtags,
    typed_quotes,
    unknown_field,
    weighed,
)
from newsroom.content.file_name import name_problems
from newsroom.content.front_matter import FrontMatter, read_body, read_front_matter
from newsroom.content.links import Link, find_links
from newsroom.content.media import beside, may_leave
from newsroom.content.newsroom import A_YEAR, Newsroom, Section
from newsroom.content.problem import Edit, Problem, unforeseen
from newsroom.content.proof import Failure, find_failure
from newsroom.content.rules import broken_rules
from newsroom.content.safety import Danger, find_dangers
from newsroom.content.scaffold import BODY
from newsroom.content.schema import BY_NAME
from newsroom.content.source import EncodingFault, decode, start_of_line
from newsroom.content.syntax_fault import SyntaxFault, edit_of
from newsroom.content.task_lists import with_tasks_of_text
from newsroom.text.fold import fold

_NO_SECTION = Section("", "")
_SHARED_KINDS = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What reading a file gave: the article where it can be published, and the problems."""

    article: Article | None
    problems: tuple[Problem, ...]
    links: tuple[Link, ...] = ()
    """Those of its body."""
    moments: tuple[datetime, ...] = ()
    """The article's own, also of a field that was dropped: at each, and a while before, reading may
    come to another end."""
    is_draft: bool = False
    """Whether its writer says that it is not to be published yet."""

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems as staff are told them: what a draft lacks keeps nothing off the site that
        anybody wants there."""
        if not self.is_draft:
            return self.problems
        return tuple(replace(problem, blocking=False) for problem in self.problems)


class ArticleReader:
    """Reads the articles of one newsroom as of one moment."""

    def __init__(self, newsroom: Newsroom, now: datetime) -> None:
        self.newsroom = newsroom
        self.now = now
        self._organizations = {fold(o.title): o.title for o in newsroom.organizations}

    def read(self, path: PurePosixPath, data: bytes | EncodingFault) -> ArticleReading:
        """The article that the bytes of the file at path (relative to the articles folder) hold.

        Whatever ends the reading is a problem of this file, so that it never stops the others.
        """
        shown = f"{self.newsroom.articles_dir}/{path}"
        try:
            return self._read(shown, path, data)
        except Exception as error:
            return ArticleReading(None, (unforeseen(shown, error),))

    def _read(self, shown: str, path: PurePosixPath, data: bytes | EncodingFault) -> ArticleReading:
        text = decode(data)
        if isinstance(text, EncodingFault):
            return ArticleReading(None, (Problem(shown, text.found, text.cure, text.line),))
        parts = read_front_matter(text)
        if isinstance(parts, SyntaxFault):
            problem = Problem(shown, parts.found, parts.cure, parts.line, edit=edit_of(parts, text))
            return ArticleReading(None, (problem,))
        if excess := find_excess(parts.body):
            return ArticleReading(None, (_told(shown, parts, excess),))
        values, problems = self._values(shown, parts)
        links = find_links(parts.body)
        problems += _body_problems(shown, text, parts, links)
        problems += encoding_problems(shown, text, parts)
        problems += name_problems(shown, path)
        article = _article(path, parts, values, links) if values.get("date") else None
        moments = self._moments(article) if article else ()
        if article:
            breaches = list(broken_rules(article, self.now, self._organizations))
            problems += [
                field_problem(shown, breach.field, parts.entries[breach.field], breach.fault)
                for breach in breaches
            ]
            article = article.without(*(b.field for b in breaches if b.fault.drops))
        blocked = any(problem.blocking for problem in problems)
        if not blocked and (failure := find_failure(parts.body)):
            problems.append(_told(shown, parts, failure))
            blocked = True
        return ArticleReading(
            None if blocked else article, tuple(problems), tuple(links), moments,
            is_draft=values.get("draft") is True,
        )  # fmt: skip

    def _moments(self, article: Article) -> tuple[datetime, ...]:
        years = self.newsroom.photo_years
        return article.moments + ((article.published + years * A_YEAR,) if years else ())

    def _values(self, shown: str, parts: FrontMatter) -> tuple[dict[str, Any], list[Problem]]:
        values: dict[str, Any] = {}
        problems = [*missing_fields(shown, parts, self.newsroom), *typed_quotes(shown, parts)]
        for name, entry in parts.entries.items():
            field = BY_NAME.get(name)
            if field is None:
                problems.append(unknown_field(shown, name, entry, parts))
            elif is_blank(entry):
                problems += only_hashtags(shown, name, entry)
            else:
                reading = field.kind.read(name, entry.value, self.newsroom)
                values[name] = reading.value
                own = in_brackets(field, entry) or reading.fault
                faults = [weighed(field, own), dropped_part(field, entry)]
                problems += [field_problem(shown, name, entry, f) for f in faults if f]
                for item, fault in reading.of_items.items():
                    problem = field_problem(shown, name, entry, fault)
                    problems.append(replace(problem, line=entry.line_of(item)))
        return values, problems


def body_of(data: bytes | EncodingFault) -> str:
    """The body alone of a file that was read before; empty where it has become unreadable."""
    text = decode(data)
    return read_body(text) if isinstance(text, str) else ""


def _article(
    path: PurePosixPath, parts: FrontMatter, values: dict[str, Any], links: Sequence[Link]
) -> Article:
    given = {name: value for name, value in values.items() if value is not None}
    if "aliases" in given:
        lines = parts.entries["aliases"].line_of
        given["aliases"] = tuple(a._replace(line=lines(a.line)) for a in given["aliases"])
    alt, caption = given.pop("image_alt", ""), given.pop("image_caption", "")
    image = given.pop("image", None)
    if "quarter" in given:
        given = with_tasks_of_text(given, parts.body)
    return Article(
        path=path,
        title=given.pop("title", ""),
        section=given.pop("category", _NO_SECTION),
        body=parts.body,
        body_line=parts.body_line,
        image=Image(image, alt, caption) if image else None,
        body_images=tuple(_shared_images(path, links)),
        **given,
    )


def _shared_images(article: PurePosixPath, links: Sequence[Link]) -> Iterable[Image]:
    """The pictures of the body that all who show shared links can show."""
    found: dict[str, Image] = {}
    for link in links:
        path = link.local_path if link.is_image else None
        if path and path.lower().endswith(_SHARED_KINDS) and may_leave(beside(article, path)):
            found.setdefault(path, Image(path, link.text))
    return found.values()


def _told(shown: str, parts: FrontMatter, fault: Excess | Failure) -> Problem:
    return Problem(shown, fault.found, fault.cure, _line(parts, fault.offset))


def _body_problems(
    shown: str, text: str, parts: FrontMatter, links: Sequence[Link]
) -> Iterator[Problem]:
    if not parts.body or (parts.body == BODY and "draft" not in parts.entries):
        yield Problem(shown, "bài chưa có nội dung.", "Hãy viết nội dung dưới dòng --- thứ hai.",
                      parts.body_line)  # fmt: skip
    for danger in find_dangers(parts.body, links):
        line = _line(parts, danger.offset)
        edit = _edit_of(danger, text, parts) if danger.typed else None
        yield Problem(shown, f"bài có {danger.what}.", danger.cure, line, edit=edit)
    for link in links:
        if not link.is_address:
            cure = "Hãy sửa địa chỉ, hoặc chỉ để lại chữ."
            found = f"“{link.destination}” không phải là địa chỉ."
            yield Problem(shown, found, cure, _line(parts, link.offset))


def _edit_of(danger: Danger, text: str, parts: FrontMatter) -> Edit | None:
    """The mending of code, found in its line since other code of the file may be the same."""
    start = start_of_line(text, _line(parts, danger.offset))
    in_body = parts.body.rfind("\n", 0, danger.offset) + 1
    before = parts.body.count(danger.typed, in_body, danger.offset)
    same = re.compile(re.escape(danger.typed)).finditer(text, start)
    found = next(islice(same, before, None), None)
    return Edit(*found.span(), danger.right, of_code=True) if found else None


def _line(parts: FrontMatter, offset: int) -> int:
    """The line of the file on which that place of the body is."""
    return parts.body_line + parts.body.count("\n", 0, offset)
