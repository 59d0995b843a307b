"""Kinds of field that name files and addresses: pictures, documents, old addresses."""

import re

from newsroom.content.article import Attachment
from newsroom.content.front_matter import Value
from newsroom.content.kind import Fault, Kind, Reading, typed_as
from newsroom.content.links import is_too_long, split_address
from newsroom.content.newsroom import Newsroom
from newsroom.content.old_address import OldAddress, read_old_address
from newsroom.text.encoding import nfc

_DECORATED = re.compile(
    r"!?\[[^\]]*\]\(\s*<?(?P<link>[^()<>\"]+)>?\s*(?:\"[^\"]*\")?\)"
    r"|<img\b[^>]*?\bsrc=[\"']?(?P<tag>[^\"'>]+)[^>]*>"
    r"|[\"'“‘\[]\s*(?P<bare>[^\"'”’\]]+)[\"'”’\]]",
    re.IGNORECASE,
)
"""A path as a picture in the text has it, or between signs: ![](images/a.jpg)"""
_NAME = re.compile(r"[^/\\]+\.\w{2,4}$")
_DROPPED = "Địa chỉ này bị bỏ, không chặn bài."


def _path(name: str, value: Value, _: Newsroom) -> Reading:
    if not isinstance(value, str):
        cure = f"Hãy viết đường dẫn trên một dòng: {name}: images/ten-anh.jpg"
        return Reading(fault=Fault("giá trị là một danh sách, không phải tên tệp.", cure))
    typed = nfc(value.strip())
    right = path_meant(typed)
    if split_address(right).scheme or right.startswith("/"):
        found = f"“{typed}” không nằm cạnh bài viết."
        own = _NAME.search(right)
        likely = f"images/{own[0] if own else 'ten-anh.jpg'}"
        cure = f"Hãy chép tệp vào thư mục của bài rồi viết: {name}: {likely}"
        return Reading(fault=Fault(found, cure))
    if is_too_long(typed):
        cure = f"Hãy viết: {name}: images/ten-anh.jpg"
        return Reading(fault=Fault(f"“{typed[:40]}…” dài quá, không phải là tên tệp.", cure))
    if right == typed:
        return Reading(typed)
    found = f"“{typed}” dùng dấu gạch ngược."
    if right != typed.replace("\\", "/"):
        found = f"“{typed}” có dấu thừa; dòng này chỉ ghi đường dẫn."
    return Reading(right, Fault(found, f"Hãy viết: {name}: {right}", right, False))


def path_meant(typed: str) -> str:
    """The path without the signs of a picture or quotation marks around it, and with slashes."""
    decorated = None if is_too_long(typed) else _DECORATED.fullmatch(typed.strip())
    bare = next(filter(None, decorated.groups())).strip() if decorated else typed
    return bare.replace("\\", "/")


def _aliases(name: str, value: Value, _: Newsroom) -> Reading:
    typed = value if isinstance(value, list) else [value]
    addresses, faults = [], {}
    example = f"{name}: [/tin-tuc/bai-cu-123.html]"
    cure = f"Hãy xóa đi, hoặc viết phần sau tên miền của địa chỉ cũ: {example}"
    for place, item in enumerate(typed):
        nested = "danh sách địa chỉ cũ lồng nhau."
        read = read_old_address(item) if isinstance(item, str) else nested
        if isinstance(read, OldAddress):
            addresses.append(read._replace(line=place))
        else:
            faults[place] = Fault(f"{read} {_DROPPED}", cure, blocking=False, drops=True)
    return Reading(tuple(addresses), of_items=faults)


def _attachments(name: str, value: Value, newsroom: Newsroom) -> Reading:
    items = value if isinstance(value, list) else [value]
    attachments = []
    for item in items:
        if not isinstance(item, dict) or set(item) != {"title", "file"} or not all(item.values()):
            file = item if isinstance(item, str) else "tai-lieu/ke-hoach.pdf"
            cure = f"Hãy viết: {name}: [{{title: Kế hoạch, file: {file}}}]"
            return Reading(fault=Fault("mỗi tài liệu cần đúng hai dòng title và file.", cure))
        path = _path("file", item["file"], newsroom)
        if path.value is None:
            return path
        attachments.append(Attachment(str(item["title"]), path.value))
    return Reading(tuple(attachments))


PATH = Kind("đường dẫn tệp", _path, typed_as(type="string", pattern=r"^[^/\\:]"))
ALIASES = Kind(
    "danh sách", _aliases, typed_as(type="array", items={"type": "string", "pattern": "^/."})
)
ATTACHMENTS = Kind(
    "danh sách title và file",
    _attachments,
    typed_as(
        type="array",
        items={
            "type": "object",
            "required": ["title", "file"],
            "additionalProperties": False,
            "properties": {"title": {"type": "string"}, "file": {"type": "string"}},
        },
    ),
)
