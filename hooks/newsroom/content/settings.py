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

from newsroom.content.newsroom import Campaign, Newsroom, Organization, Section, Ward
from newsroom.content.problem import Problem
from newsroom.content.settings_nodes import FILE, NodeReader, child, compose, items, line_of
from newsroom.content.settings_units import read_goal, read_units
from newsroom.content.source import EncodingFault, decode
from newsroom.content.units import Unit
from newsroom.text.numbers import parse_count

_WARD = (
    "name", "district", "city", "address", "phone", "email", "working_hours", "logo", "share_image",
    "notice",
)  # fmt: skip
_SECTION = ("slug", "title", "description")
_CAMPAIGN = (
    "slug", "title", "organizer", "start", "end", "description", "goal", "contact", "steps",
)  # fmt: skip
_ORGANIZATION = ("title", "keywords", "about", "phone")
_BLOCK = (
    "ward", "sections", "campaigns", "organizations", "articles_dir", "quarantine", "per_page",
    "connect", "units",
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
        sections = self._listed(values.get("sections"), "sections", self._section)
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
            units=units,
        )

    def _section(self, node: yaml.Node) -> Section:
        values = self.known(node, "sections", _SECTION)
        return Section(
            self.slug(node, values), self.text(values, "title"), self.text(values, "description")
        )

    def _campaign(self, node: yaml.Node, units: tuple[Unit, ...]) -> Campaign:
        values = self.known(node, "campaigns", _CAMPAIGN)
        start, end = (self.day(values, name) for name in ("start", "end"))
        if start is None and "start" not in values:
            self.fault(
                node, "campaigns.start", "chưa có ngày bắt đầu.", "Hãy viết: start: 2023-01-09"
            )
        if start and end and end < start:
            self.fault(
                node, "campaigns.end", f'"{end}" trước ngày bắt đầu "{start}".', "Hãy sửa lại."
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
        keywords = tuple(str(item.value) for item in items(values.get("keywords")))
        title, about, phone = (self.text(values, name) for name in ("title", "about", "phone"))
        return Organization(title, keywords, about, phone)

    def _listed(
        self, node: yaml.Node | None, name: str, read: Callable[[yaml.Node], Item]
    ) -> list[Item]:
        listed = [(item, read(item)) for item in items(node)]
        seen: set[str] = set()
        for place, item in listed:
            if item.slug in seen:
                cure = "Mỗi mã chỉ dùng một lần; hãy đổi một mã."
                self.fault(place, f"{name}.slug", f'"{item.slug}" có hai lần.', cure)
            seen.add(item.slug)
            if not item.title:
                self.fault(place, f"{name}.title", "chưa có tên.", "Hãy viết: title: Tên hiển thị")
        return [item for _, item in listed]

    def _per_page(self, values: dict[str, yaml.Node]) -> int:
        typed = self.text(values, "per_page") or str(_PER_PAGE)
        count = parse_count(typed)
        if not count:
            cure = "Hãy viết một số từ 1 trở lên: per_page: 20"
            self.fault(values["per_page"], "per_page", f'"{typed}" không phải là số bài.', cure)
        return count or _PER_PAGE

    def _origin(self, node: yaml.Node) -> str:
        typed = str(node.value)
        if not _ORIGIN.fullmatch(typed):
            cure = "Hãy viết https:// và tên miền, không có gì phía sau: https://dem.phuong.example"
            self.fault(node, "connect", f'"{typed}" không phải địa chỉ gốc của trang.', cure)
        return typed
