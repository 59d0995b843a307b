"""Settings: the block `extra.newsroom` of mkdocs.yml, read into a Newsroom.

A ward that takes over the portal edits this block, so every fault is told in Vietnamese with its
line. The file is read as text and node tree, as front matter is, without MkDocs.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from newsroom.content.newsroom import Campaign, Newsroom, Organization, Section, Ward
from newsroom.content.problem import Problem
from newsroom.content.source import EncodingFault, decode
from newsroom.text.characters import CONTROL
from newsroom.text.dates import parse_date
from newsroom.text.names import nearest
from newsroom.text.numbers import parse_count
from newsroom.text.slug import slugify

FILE = "mkdocs.yml"

_WARD = (
    "name", "district", "city", "address", "phone", "email", "working_hours", "logo", "share_image",
    "notice",
)  # fmt: skip
_SECTION = ("slug", "title", "description")
_CAMPAIGN = ("slug", "title", "organizer", "start", "end", "description")
_ORGANIZATION = ("title", "keywords")
_BLOCK = (
    "ward", "sections", "campaigns", "organizations", "articles_dir", "quarantine", "per_page",
    "connect",
)  # fmt: skip
_PER_PAGE = 20
_ORIGIN = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?")

Item = TypeVar("Item", Section, Campaign)


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """The newsroom that mkdocs.yml declares, or the problems for which there is none."""

    newsroom: Newsroom | None
    problems: tuple[Problem, ...]


def read_settings(path: Path) -> SettingsReading:
    """The newsroom declared in the mkdocs.yml at path."""
    return settings_in(path.read_bytes())


def settings_in(data: bytes) -> SettingsReading:
    """The newsroom declared in the bytes of a mkdocs.yml."""
    text = decode(data)
    if isinstance(text, EncodingFault):
        return SettingsReading(None, (Problem(FILE, text.found, text.cure, text.line),))
    try:
        root = _compose(text)
    except yaml.YAMLError as error:
        cure = "Hãy so dòng này với dòng bên cạnh: khoảng trắng đầu dòng, dấu hai chấm, ngoặc kép."
        problem = Problem(FILE, "không đọc được.", cure, _line_of(error, text))
        return SettingsReading(None, (problem,))
    block = child(child(root, "extra"), "newsroom")
    reader = _Reader()
    newsroom = reader.newsroom(block)
    if reader.problems:
        return SettingsReading(None, tuple(reader.problems))
    return SettingsReading(newsroom, ())


def _line_of(error: yaml.YAMLError, text: str) -> int | None:
    if hidden := CONTROL.search(text):
        return text.count("\n", 0, hidden.start()) + 1
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    is_open_quote = "quoted scalar" in (error.context or "")
    mark = error.context_mark if is_open_quote else error.problem_mark
    return mark.line + 1 if mark else None


def _compose(text: str) -> yaml.Node | None:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def settings_node(data: bytes) -> yaml.Node | None:
    """What the bytes of a mkdocs.yml say, as nodes that know their lines; None where they cannot be
    read."""
    text = decode(data)
    try:
        return None if isinstance(text, EncodingFault) else _compose(text)
    except yaml.YAMLError:
        return None


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value of that name; None where there is none."""
    return dict(pairs(node)).get(name)


def pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """The names and values of a mapping."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


@dataclass(slots=True)
class _Reader:
    problems: list[Problem] = field(default_factory=list)

    def newsroom(self, block: yaml.Node | None) -> Newsroom | None:
        if not isinstance(block, yaml.MappingNode):
            cure = "Hãy chép lại khối này từ mkdocs.yml mẫu."
            self.problems.append(Problem(FILE, "thiếu khối extra.newsroom.", cure))
            return None
        values = self._known(block, "newsroom", _BLOCK)
        ward = self._known(values.get("ward"), "ward", _WARD)
        if not self._text(ward, "name"):
            self._fault(
                block, "ward.name", "chưa có tên.", "Hãy viết đủ, ví dụ: name: Phường Hoa Sen"
            )
        sections = self._listed(values.get("sections"), "sections", self._section)
        if not sections:
            self._fault(block, "sections", "chưa có chuyên mục nào.", "Hãy khai ít nhất một.")
        return Newsroom(
            ward=Ward(**{name: self._text(ward, name) for name in _WARD}),
            sections={section.slug: section for section in sections},
            campaigns={
                campaign.slug: campaign
                for campaign in self._listed(values.get("campaigns"), "campaigns", self._campaign)
            },
            organizations=tuple(map(self._organization, items(values.get("organizations")))),
            articles_dir=self._text(values, "articles_dir") or "articles",
            per_page=self._per_page(values),
            connect=tuple(map(self._origin, items(values.get("connect")))),
        )

    def _section(self, node: yaml.Node) -> Section:
        values = self._known(node, "sections", _SECTION)
        return Section(
            self._slug(node, values), self._text(values, "title"), self._text(values, "description")
        )

    def _campaign(self, node: yaml.Node) -> Campaign:
        values = self._known(node, "campaigns", _CAMPAIGN)
        start, end = (self._day(values, name) for name in ("start", "end"))
        if start is None and "start" not in values:
            self._fault(
                node, "campaigns.start", "chưa có ngày bắt đầu.", "Hãy viết: start: 2023-01-09"
            )
        if start and end and end < start:
            self._fault(
                node, "campaigns.end", f"“{end}” trước ngày bắt đầu “{start}”.", "Hãy sửa lại."
            )
        return Campaign(
            slug=self._slug(node, values),
            title=self._text(values, "title"),
            organizer=self._text(values, "organizer"),
            start=start or date.min,
            end=end,
            description=self._text(values, "description"),
        )

    def _organization(self, node: yaml.Node) -> Organization:
        values = self._known(node, "organizations", _ORGANIZATION)
        keywords = tuple(str(item.value) for item in items(values.get("keywords")))
        return Organization(self._text(values, "title"), keywords)

    def _listed(
        self, node: yaml.Node | None, name: str, read: Callable[[yaml.Node], Item]
    ) -> list[Item]:
        listed = [(item, read(item)) for item in items(node)]
        seen: set[str] = set()
        for place, item in listed:
            if item.slug in seen:
                cure = "Mỗi mã chỉ dùng một lần; hãy đổi một mã."
                self._fault(place, f"{name}.slug", f"“{item.slug}” có hai lần.", cure)
            seen.add(item.slug)
            if not item.title:
                self._fault(place, f"{name}.title", "chưa có tên.", "Hãy viết: title: Tên hiển thị")
        return [item for _, item in listed]

    def _known(
        self, node: yaml.Node | None, name: str, known: tuple[str, ...]
    ) -> dict[str, yaml.Node]:
        values = dict(pairs(node))
        for key, value in values.items():
            if key not in known:
                near = nearest(key, known)
                cure = f"Có phải là: {near}" if near else f"Có thể dùng: {', '.join(known)}."
                self._fault(value, f"{name}.{key}", "không có mục này.", cure)
        return values

    def _slug(self, node: yaml.Node, values: dict[str, yaml.Node]) -> str:
        slug = self._text(values, "slug")
        right = slugify(slug or self._text(values, "title"))
        if not slug or slug != right:
            found = f"“{slug}” không phải mã." if slug else "chưa có mã."
            self._fault(node, "slug", found, f"Hãy viết không dấu: slug: {right or 'tin-tuc'}")
        return slug

    def _day(self, values: dict[str, yaml.Node], name: str) -> date | None:
        typed = self._text(values, name)
        moment = parse_date(typed) if typed else None
        if typed and moment is None:
            cure = f"Hãy viết: {name}: 2023-01-09"
            self._fault(values[name], name, f"“{typed}” không phải là ngày.", cure)
        return moment.date() if moment else None

    def _per_page(self, values: dict[str, yaml.Node]) -> int:
        typed = self._text(values, "per_page") or str(_PER_PAGE)
        count = parse_count(typed)
        if not count:
            cure = "Hãy viết một số từ 1 trở lên: per_page: 20"
            self._fault(values["per_page"], "per_page", f"“{typed}” không phải là số bài.", cure)
        return count or _PER_PAGE

    def _origin(self, node: yaml.Node) -> str:
        typed = str(node.value)
        if not _ORIGIN.fullmatch(typed):
            cure = "Hãy viết https:// và tên miền, không có gì phía sau: https://dem.phuong.example"
            self._fault(node, "connect", f"“{typed}” không phải địa chỉ gốc của trang.", cure)
        return typed

    def _text(self, values: dict[str, yaml.Node], name: str) -> str:
        node = values.get(name)
        return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""

    def _fault(self, node: yaml.Node, place: str, found: str, cure: str) -> None:
        line = node.start_mark.line + 1
        self.problems.append(Problem(FILE, found, cure, line, f"extra.newsroom.{place}"))
