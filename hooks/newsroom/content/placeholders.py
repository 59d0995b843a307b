"""Placeholders of hand-written pages: {{ ward.phone }} stands for what mkdocs.yml says.

So nothing that a ward declares is written twice. Articles have none: they are dated, and say what
was so on their day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from urllib.parse import quote

from newsroom.content.newsroom import Campaign, Newsroom, Section, Ward
from newsroom.content.problem import Problem
from newsroom.content.schema import BY_NAME, example_of
from newsroom.text.names import nearest
from newsroom.text.spans import blanked

_PLACEHOLDER = re.compile(r"(?P<kept>\\?)(?P<whole>\{\{[ \t]*(?P<name>[^{}\n]*?)[ \t]*\}\})")
_IN_ADDRESS = re.compile(r"\]\([^()\s]*$")
_IN_LINK = re.compile(r"\[[^\[\]]*$")
_MARKUP = re.compile(r"[\\`*_{}\[\]()<>&#+|!~^=\"'$-]|\.(?=\s)")
"""What Markdown, its extensions or HTML could take for more than a letter."""
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NOT_SHOWN = {"logo", "share_image"}


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands for a placeholder: as it was declared, and as Markdown."""

    plain: str
    markdown: str


def filled_in(markdown: str, newsroom: Newsroom) -> str:
    """The Markdown with what each placeholder stands for.

    A line with a placeholder that stands for nothing is left out whole, so that no row of a table
    and no item of a list stands there empty. An unknown one stays as it is, and so does one after
    a backslash, without that.
    """
    if "{{" not in markdown:
        return markdown
    values, plain = _values(newsroom), blanked(markdown)
    lines, start = [], 0
    for line in markdown.split("\n"):
        filled = _filled_line(line, plain[start : start + len(line)], values)
        lines += [] if filled is None else [filled]
        start += len(line) + 1
    return "\n".join(lines)


def placeholder_problems(shown: str, text: str, newsroom: Newsroom) -> Iterator[Problem]:
    """The placeholders that stand for nothing known, in the text of a page's whole file."""
    known = list(_values(newsroom))
    head = _front_matter_length(text)
    for found in _PLACEHOLDER.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found.start() < head:
            yield Problem(
                shown, f'“{found["whole"]}” nằm ở phần đầu trang nên không được thay.',
                "Chỗ điền tự động chỉ dùng được trong nội dung; ở đây hãy gõ chữ.", line,
                blocking=False,
            )  # fmt: skip
        elif not found["kept"] and found["name"] not in known:
            near = nearest(found["name"], known)
            cure = f"Có phải là: {{{{ {near} }}}}. " if near else ""
            yield Problem(
                shown, f'không có chỗ điền “{found["whole"]}”.',
                f"{cure}Các tên dùng được: {', '.join(known)}.", line, blocking=False,
            )  # fmt: skip


def _front_matter_length(text: str) -> int:
    return max(text.find("\n---", 3), 0) if text.startswith("---") else 0


def _filled_line(line: str, plain: str, values: Mapping[str, _Value]) -> str | None:
    """The line filled in; None where it has a placeholder that stands for nothing.

    plain: the line with spaces for code.
    """
    is_missing = False

    def shown(found: re.Match[str]) -> str:
        nonlocal is_missing
        value = values.get(found["name"])
        if found["kept"] or value is None:
            return found["whole"]
        is_missing |= not value.plain
        before = line[: found.start()]
        if plain[found.start()] != line[found.start()]:
            return value.plain
        if _IN_ADDRESS.search(before):
            return quote(value.plain.replace(" ", ""), safe="@:/+?=&#%")
        return escaped(value.plain) if _IN_LINK.search(before) else value.markdown

    filled = _PLACEHOLDER.sub(shown, line)
    return None if is_missing else filled


def escaped(text: str) -> str:
    """The text as Markdown that shows just it."""
    return _MARKUP.sub(lambda found: _NAMED.get(found[0]) or f"&#{ord(found[0])};", text)


def _values(newsroom: Newsroom) -> dict[str, _Value]:
    """What every known placeholder stands for, by its name."""
    ward = newsroom.ward
    own = [*(field.name for field in fields(Ward)), "place", "unit", "name_in_text"]
    texts = {f"ward.{name}": getattr(ward, name) for name in own if name not in _NOT_SHOWN}
    texts |= {
        f"example.{name}": example_of(BY_NAME[name], newsroom)
        for name in ("category", "campaign", "organization")
    }
    tables = {
        "sections_table": _table("Chuyên mục", newsroom.sections.values()),
        "campaigns_table": _table("Phong trào, chiến dịch", newsroom.campaigns.values()),
    }
    links = {
        "ward.phone": _link(ward.phone, f"tel:{ward.dialled}" if ward.dialled else ""),
        "ward.email": _link(ward.email, f"mailto:{quote(ward.email, safe='@+')}"),
    }
    return (
        {name: _Value(text, links.get(name, escaped(text))) for name, text in texts.items()}
        | {name: _Value(table, table) for name, table in tables.items()}
    )  # fmt: skip


def _link(text: str, address: str) -> str:
    return f"[{escaped(text)}]({address})" if text and address else escaped(text)


def _table(title: str, items: Iterable[Section] | Iterable[Campaign]) -> str:
    rows = [f"| {escaped(item.title)} | `{item.slug}` |" for item in items]
    return (
        "\n".join([f"| {title} | Mã |", "| --- | --- |", *rows]) if rows else "*Chưa khai mục nào.*"
    )
