"""Kinds of field: how a typed value becomes a value of the model, or what is wrong with it."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from newsroom.content.article import Attachment, Tag
from newsroom.content.front_matter import Value
from newsroom.content.links import is_too_long, split_address
from newsroom.content.newsroom import Campaign, Newsroom, Section
from newsroom.content.quarter import Quarter
from newsroom.text.dates import is_iso, parse_date, to_iso
from newsroom.text.encoding import CONTROL
from newsroom.text.fold import fold
from newsroom.text.names import nearest
from newsroom.text.numbers import parse_count

_TRUE, _FALSE = (
    {"true", "yes", "on", "có", "co", "1"},
    {"false", "no", "off", "không", "khong", "0"},
)


_FILES = frozenset(
    [
        ".css",
        ".docx",
        ".gif",
        ".gz",
        ".ico",
        ".jpeg",
        ".jpg",
        ".js",
        ".json",
        ".pdf",
        ".png",
        ".svg",
        ".txt",
        ".webp",
        ".xlsx",
        ".xml",
    ]
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a typed value, and the value to write where it is certain."""

    found: str
    cure: str
    correct: str | None = None
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed value as a value of the model (None where it could not be understood)."""

    value: Any = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of field: its name for staff, how it is read, and its JSON Schema."""

    title: str
    read: Callable[[str, Value, Newsroom], Reading]
    json_schema: Callable[[Newsroom], dict[str, Any]]


def _text(name: str, value: Value, _: Newsroom) -> Reading:
    if not isinstance(value, str):
        found = "giá trị là một danh sách, không phải một dòng chữ."
        return Reading(fault=Fault(found, f'Hãy viết một dòng: {name}: "…"'))
    if CONTROL.search(value):
        cure = "Hãy gõ lại; trong ngoặc kép, dấu \\ phải viết hai lần: \\\\"
        return Reading(fault=Fault("giá trị có ký tự ẩn.", cure))
    return Reading(" ".join(value.split()))


def _date(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    moment = parse_date(typed)
    if moment is None:
        return Reading(
            fault=Fault(f'"{typed}" không phải là ngày.', f"Hãy viết: {name}: 2025-03-14 08:30")
        )
    if is_iso(typed):
        return Reading(moment)
    cure = f"Hãy viết: {name}: {to_iso(moment)}"
    return Reading(
        moment, Fault(f'"{typed}" hiểu được nhưng chưa đúng dạng.', cure, to_iso(moment), False)
    )


def _count(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    count = parse_count(typed)
    if count is None:
        found = f'"{typed}" không phải là một số đếm.'
        return Reading(fault=Fault(found, f"Hãy viết số nguyên không âm: {name}: 1250"))
    if typed == str(count):
        return Reading(count)
    fault = Fault(f'"{typed}" chưa đúng dạng số.', f"Hãy viết: {name}: {count}", str(count), False)
    return Reading(count, fault)


def _flag(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value).strip().lower()
    if typed in {"true", "false"}:
        return Reading(typed == "true")
    if typed in _TRUE | _FALSE:
        correct = "true" if typed in _TRUE else "false"
        fault = Fault(f'"{value}" chưa đúng dạng.', f"Hãy viết: {name}: {correct}", correct, False)
        return Reading(correct == "true", fault)
    return Reading(fault=Fault(f'"{value}" không phải true hoặc false.', f"Hãy viết: {name}: true"))


def _section(name: str, value: Value, newsroom: Newsroom) -> Reading:
    return _listed(name, str(value), newsroom.sections, "chuyên mục")


def _campaign(name: str, value: Value, newsroom: Newsroom) -> Reading:
    return _listed(name, str(value), newsroom.campaigns, "phong trào, chiến dịch")


def _listed(
    name: str, typed: str, known: Mapping[str, Section] | Mapping[str, Campaign], noun: str
) -> Reading:
    if typed in known:
        return Reading(known[typed])
    by_title = {fold(item.title): slug for slug, item in known.items()}
    if slug := by_title.get(fold(typed)):
        fault = Fault(
            f'"{typed}" là tên {noun}, chưa phải mã.', f"Hãy viết: {name}: {slug}", slug, False
        )
        return Reading(known[slug], fault)
    return Reading(fault=Fault(f'không có {noun} "{typed}".', _proposal(name, typed, known)))


def _proposal(name: str, typed: str, known: Collection[str]) -> str:
    near = nearest(typed, known)
    if near:
        return f"Có phải là: {name}: {near}"
    return f"Hãy chọn một trong: {', '.join(known)}."


def _quarter(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value)
    if quarter := Quarter.parse(typed):
        return Reading(quarter)
    if quarter := Quarter.understand(typed):
        cure = f"Hãy viết: {name}: {quarter}"
        fault = Fault(f'"{typed}" hiểu được nhưng chưa đúng dạng.', cure, str(quarter), False)
        return Reading(quarter, fault)
    return Reading(
        fault=Fault(f'"{typed}" không phải là một quý.', f"Hãy viết năm và quý: {name}: 2023-Q1")
    )


def _tags(name: str, value: Value, _: Newsroom) -> Reading:
    typed = value if isinstance(value, list) else str(value).split(",")
    titles = [" ".join(str(item).split()) for item in typed if not isinstance(item, (list, dict))]
    if len(titles) != len(typed):
        fault = Fault("danh sách từ khóa lồng nhau.", f"Hãy viết: {name}: [mặt trận, sơ kết quý]")
        return Reading(fault=fault)
    tags = {fold(title): Tag(title) for title in titles if Tag(title).slug}
    return Reading(tuple(tags.values()))


def _path(name: str, value: Value, _: Newsroom) -> Reading:
    typed = str(value).strip()
    if split_address(typed).scheme or typed.startswith(("/", "\\")):
        found = f'"{typed}" không nằm cạnh bài viết.'
        cure = f"Hãy chép tệp vào thư mục của bài rồi viết: {name}: images/ten-anh.jpg"
        return Reading(fault=Fault(found, cure))
    if is_too_long(typed):
        cure = f"Hãy viết: {name}: images/ten-anh.jpg"
        return Reading(fault=Fault(f'"{typed[:40]}…" dài quá, không phải là tên tệp.', cure))
    if "\\" in typed:
        right = typed.replace("\\", "/")
        fault = Fault(f'"{typed}" dùng dấu gạch ngược.', f"Hãy viết: {name}: {right}", right, False)
        return Reading(right, fault)
    return Reading(typed)


def _aliases(name: str, value: Value, _: Newsroom) -> Reading:
    typed = value if isinstance(value, list) else [value]
    aliases = []
    for item in typed:
        path = unquote(split_address(str(item).strip()).path)
        if not _can_be_a_page(path):
            cure = f"Hãy viết phần sau tên miền của địa chỉ cũ: {name}: [/tin-tuc/bai-cu-123.html]"
            return Reading(fault=Fault(f'"{item}" không phải là địa chỉ cũ.', cure))
        aliases.append(re.sub("/+", "/", path))
    return Reading(tuple(aliases))


def _can_be_a_page(path: str) -> bool:
    """Whether a page can stand there; one below "a.html" or at "rss.xml" would end the build."""
    *folders, name = PurePosixPath(path).parts or ("",)
    clean = path.startswith("/") and path.strip("/") and ".." not in (*folders, name)
    suffixes = {PurePosixPath(folder).suffix.lower() for folder in folders}
    is_file = PurePosixPath(name).suffix.lower() in _FILES
    return bool(clean) and not suffixes & {".html", ".htm"} and not is_file


def _attachments(name: str, value: Value, newsroom: Newsroom) -> Reading:
    items = value if isinstance(value, list) else [value]
    attachments = []
    for item in items:
        if not isinstance(item, dict) or set(item) != {"title", "file"} or not all(item.values()):
            cure = (
                f"Hãy viết:\n{name}:\n  - title: Kế hoạch số 12\n    file: tai-lieu/ke-hoach-12.pdf"
            )
            return Reading(fault=Fault("mỗi tài liệu cần đúng hai dòng title và file.", cure))
        path = _path("file", item["file"], newsroom)
        if path.value is None:
            return path
        attachments.append(Attachment(str(item["title"]), path.value))
    return Reading(tuple(attachments))


def _typed_as(**schema: Any) -> Callable[[Newsroom], dict[str, Any]]:
    return lambda _: schema


TEXT = Kind("một dòng chữ", _text, _typed_as(type="string", minLength=1))
DATE = Kind(
    "ngày giờ", _date, _typed_as(type="string", pattern=r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}.*)?$")
)
COUNT = Kind("số", _count, _typed_as(type="integer", minimum=0))
FLAG = Kind("true hoặc false", _flag, _typed_as(type="boolean"))
SECTION = Kind("mã chuyên mục", _section, lambda newsroom: {"enum": list(newsroom.sections)})
CAMPAIGN = Kind("mã phong trào", _campaign, lambda newsroom: {"enum": list(newsroom.campaigns)})
QUARTER = Kind("năm-quý", _quarter, _typed_as(type="string", pattern=r"^\d{4}-Q[1-4]$"))
TAGS = Kind("danh sách", _tags, _typed_as(type="array", items={"type": "string"}))
PATH = Kind("đường dẫn tệp", _path, _typed_as(type="string", pattern=r"^[^/\\:]"))
ALIASES = Kind(
    "danh sách", _aliases, _typed_as(type="array", items={"type": "string", "pattern": "^/."})
)
ATTACHMENTS = Kind(
    "danh sách title và file",
    _attachments,
    _typed_as(
        type="array",
        items={
            "type": "object",
            "required": ["title", "file"],
            "additionalProperties": False,
            "properties": {"title": {"type": "string"}, "file": {"type": "string"}},
        },
    ),
)
