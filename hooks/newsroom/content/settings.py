"""Settings: the block `extra.newsroom` of mkdocs.yml, read into a Newsroom.

A ward that takes over the portal edits this block, so every fault is told in Vietnamese with its
line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import yaml

from newsroom.content.newsroom import (
    PHOTO_WIDTHS,
    Campaign,
    Door,
    Newsroom,
    Organization,
    Section,
    Ward,
)
from newsroom.content.problem import Problem
from newsroom.content.section_names import shared_names
from newsroom.content.settings_nodes import (
    FILE,
    NodeReader,
    child,
    compose,
    items,
    line_of,
    texts,
)
from newsroom.content.settings_units import read_goal, read_units
from newsroom.content.source import EncodingFault, decode
from newsroom.content.units import Unit
from newsroom.text.numbers import parse_count

_WARD = (
    "name", "district", "city", "address", "phone", "email", "working_hours", "logo", "share_image",
    "notice",
)  # fmt: skip
_SECTION = ("slug", "title", "description", "keywords")
_CAMPAIGN = (
    "slug", "title", "organizer", "start", "end", "description", "goal", "contact", "steps",
)  # fmt: skip
_ORGANIZATION = ("title", "keywords", "about", "phone")
_BLOCK = (
    "ward", "sections", "campaigns", "organizations", "articles_dir", "quarantine", "per_page",
    "connect", "doors", "offline", "units", "photo_widths", "photo_years",
)  # fmt: skip
_PER_PAGE = 20
_POSSIBLE_WIDTHS = range(200, 2561)
_ADDRESS = re.compile(r"(?:[\w-]+/)+")
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
        root = compose(text)
    except yaml.YAMLError as error:
        cure = "Hãy so dòng này với dòng bên cạnh: khoảng trắng đầu dòng, dấu hai chấm, ngoặc kép."
        problem = Problem(FILE, "không đọc được.", cure, line_of(error, text))
        return SettingsReading(None, (problem,))
    block = child(child(root, "extra"), "newsroom")
    reader = _Reader()
    newsroom = reader.newsroom(block)
    if reader.problems:
        return SettingsReading(None, tuple(reader.problems))
    return SettingsReading(newsroom, ())


class _Reader(NodeReader):
    def newsroom(self, block: yaml.Node | None) -> Newsroom | None:
        if not isinstance(block, yaml.MappingNode):
            cure = "Hãy chép lại khối này từ mkdocs.yml mẫu."
            self.problems.append(Problem(FILE, "thiếu khối extra.newsroom.", cure))
            return None
        values = self.known(block, "newsroom", _BLOCK)
        ward = self.known(values.get("ward"), "ward", _WARD)
        if not self.text(ward, "name"):
            self.fault(
                block, "ward.name", "chưa có tên.", "Hãy viết đủ, ví dụ: name: Phường Hoa Sen"
            )
        sections = self._sections(values.get("sections"))
        if not sections:
            self.fault(block, "sections", "chưa có chuyên mục nào.", "Hãy khai ít nhất một.")
        units = read_units(self, values.get("units"))
        return Newsroom(
            ward=Ward(**{name: self.text(ward, name) for name in _WARD}),
            sections={section.slug: section for section in sections},
            campaigns={
                campaign.slug: campaign
                for campaign in self._listed(
                    values.get("campaigns"), "campaigns", lambda node: self._campaign(node, units)
                )
            },
            organizations=tuple(map(self._organization, items(values.get("organizations")))),
            articles_dir=self.text(values, "articles_dir") or "articles",
            per_page=self._per_page(values),
            connect=tuple(map(self._origin, items(values.get("connect")))),
            offline=self._offline(values),
            doors=tuple(map(self._door, items(values.get("doors")))),
            photo_widths=self._photo_widths(values),
            photo_years=self._photo_years(values),
            units=units,
        )

    def _section(self, node: yaml.Node) -> Section:
        values = self.known(node, "sections", _SECTION)
        return Section(
            self.slug(node, values),
            self.text(values, "title"),
            self.text(values, "description"),
            texts(values.get("keywords")),
        )

    def _sections(self, node: yaml.Node | None) -> list[Section]:
        sections = self._listed(node, "sections", self._section)
        for name, first, other in shared_names(sections):
            cure = "Mỗi tên cũ chỉ thuộc một chuyên mục; hãy bỏ bớt."
            found = f"“{name}” có ở cả {first.slug} và {other.slug}."
            if node:
                self.fault(node, "sections.keywords", found, cure)
        return sections

    def _campaign(self, node: yaml.Node, units: tuple[Unit, ...]) -> Campaign:
        values = self.known(node, "campaigns", _CAMPAIGN)
        start, end = (self.day(values, name) for name in ("start", "end"))
        if start is None and "start" not in values:
            self.fault(
                node, "campaigns.start", "chưa có ngày bắt đầu.", "Hãy viết: start: 2023-01-09"
            )
        if start and end and end < start:
            self.fault(
                node, "campaigns.end", f"“{end}” trước ngày bắt đầu “{start}”.", "Hãy sửa lại."
            )
        return Campaign(
            slug=self.slug(node, values),
            title=self.text(values, "title"),
            organizer=self.text(values, "organizer"),
            start=start or date.min,
            end=end,
            description=self.text(values, "description"),
            goal=read_goal(self, values.get("goal"), units),
            contact=self.text(values, "contact"),
            steps=self._steps(values.get("steps")),
        )

    def _steps(self, node: yaml.Node | None) -> tuple[str, ...]:
        texts = [item.value for item in items(node) if isinstance(item, yaml.ScalarNode)]
        steps = tuple(" ".join(text.split()) for text in texts)
        if node and (not steps or len(steps) < len(items(node))):
            cure = "Hãy viết: steps: [Báo tên với tổ trưởng, Mang quà tới nhà văn hóa]"
            self.fault(node, "campaigns.steps", "phải là danh sách các câu.", cure)
        return steps

    def _organization(self, node: yaml.Node) -> Organization:
        values = self.known(node, "organizations", _ORGANIZATION)
        title, about, phone = (self.text(values, name) for name in ("title", "about", "phone"))
        return Organization(title, texts(values.get("keywords")), about, phone)

    def _listed(
        self, node: yaml.Node | None, name: str, read: Callable[[yaml.Node], Item]
    ) -> list[Item]:
        listed = [(item, read(item)) for item in items(node)]
        seen: set[str] = set()
        for place, item in listed:
            if item.slug in seen:
                cure = "Mỗi mã chỉ dùng một lần; hãy đổi một mã."
                self.fault(place, f"{name}.slug", f"“{item.slug}” có hai lần.", cure)
            seen.add(item.slug)
            if not item.title:
                self.fault(place, f"{name}.title", "chưa có tên.", "Hãy viết: title: Tên hiển thị")
        return [item for _, item in listed]

    def _photo_widths(self, values: dict[str, yaml.Node]) -> tuple[int, ...]:
        if "photo_widths" not in values:
            return PHOTO_WIDTHS
        typed = [parse_count(str(item.value)) for item in items(values["photo_widths"])]
        widths = sorted({one for one in typed if one and one in _POSSIBLE_WIDTHS})
        if not widths or len(widths) != len(typed):
            cure = "Hãy viết các bề rộng từ 200 đến 2560, ví dụ: photo_widths: [480, 960, 1600]"
            self.fault(values["photo_widths"], "photo_widths", "có bề rộng không dùng được.", cure)
        return tuple(widths) or PHOTO_WIDTHS

    def _photo_years(self, values: dict[str, yaml.Node]) -> int | None:
        typed = self.text(values, "photo_years")
        years = parse_count(typed)
        if typed and not years:
            cure = "Hãy viết một số năm, ví dụ: photo_years: 3"
            self.fault(values["photo_years"], "photo_years", f"“{typed}” không phải số năm.", cure)
        return years or None

    def _per_page(self, values: dict[str, yaml.Node]) -> int:
        typed = self.text(values, "per_page") or str(_PER_PAGE)
        count = parse_count(typed)
        if not count:
            cure = "Hãy viết một số từ 1 trở lên: per_page: 20"
            self.fault(values["per_page"], "per_page", f"“{typed}” không phải là số bài.", cure)
        return count or _PER_PAGE

    def _offline(self, values: dict[str, yaml.Node]) -> bool:
        typed = self.text(values, "offline") or "true"
        if typed not in ("true", "false"):
            cure = "Hãy viết: offline: false để tắt, hoặc xóa dòng này."
            self.fault(values["offline"], "offline", f"“{typed}” không hiểu được.", cure)
        return typed == "true"

    def _door(self, node: yaml.Node) -> Door:
        values = self.known(node, "doors", ("title", "uri"))
        title, uri = self.text(values, "title"), self.text(values, "uri")
        if not title or not _ADDRESS.fullmatch(uri):
            cure = "Hãy viết tên và địa chỉ trên trang: {title: Liên hệ, uri: lien-he/}"
            self.fault(node, "doors", "thiếu tên, hoặc địa chỉ không dùng được.", cure)
        return Door(title, uri)

    def _origin(self, node: yaml.Node) -> str:
        typed = str(node.value)
        if not _ORIGIN.fullmatch(typed):
            cure = "Hãy viết https:// và tên miền, không có gì phía sau: https://dem.phuong.example"
            self.fault(node, "connect", f"“{typed}” không phải địa chỉ gốc của trang.", cure)
        return typed
