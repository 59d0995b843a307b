"""Problems of single fields: names that are none, values that are missing, dropped or at fault."""

import re
from collections.abc import Iterator
from dataclasses import replace

from newsroom.content.field_names import field_meant
from newsroom.content.front_matter import Entry, FrontMatter
from newsroom.content.kind import Fault
from newsroom.content.kinds import TAGS, TEXT
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Edit, Problem
from newsroom.content.rules import DROPPED
from newsroom.content.schema import BY_NAME, FIELDS, Field, example_of
from newsroom.text.names import nearest

_LONGEST = 400
_ENCLOSED = re.compile(r"“[^“”]*”")
_HASHTAGS = re.compile(r"(?:#\w+[\s,;]*)+")


def missing_fields(shown: str, parts: FrontMatter, newsroom: Newsroom) -> Iterator[Problem]:
    """The fields that every article has and this one lacks."""
    meant = {field_meant(name, BY_NAME) for name in parts.entries}
    for field in FIELDS:
        entry = parts.entries.get(field.name)
        if field.required and field.name in meant and entry is None:
            continue  # told at the name
        if field.required and (entry is None or is_blank(entry)):
            line = entry.line if entry else 1
            cure = f"Hãy thêm: {field.name}: {example_of(field, newsroom)}"
            yield Problem(shown, "chưa có, mà bài nào cũng phải có.", cure, line, field.name)


def unknown_field(shown: str, name: str, entry: Entry, parts: FrontMatter) -> Problem:
    """That no field has this name, and which one was meant."""
    near = nearest(name, BY_NAME)
    meant = field_meant(name, BY_NAME)
    if meant and meant not in parts.entries:
        edit = Edit(entry.name_start, entry.name_start + len(name), meant)
        found = f"tên dòng này phải viết là {meant}."
        return Problem(shown, found, f"Hãy viết: {meant}", entry.line, name, edit=edit)
    cure = f"Có phải là: {near}" if near else f"Các dòng có thể dùng: {', '.join(BY_NAME)}."
    return Problem(shown, "phần đầu bài không có dòng nào tên như vậy.", cure, entry.line, name)


def only_hashtags(shown: str, name: str, entry: Entry) -> Iterator[Problem]:
    """A value of words after #, which YAML takes for a comment: tags: #vesinh #moitruong"""
    typed = entry.dropped.strip()
    if re.match(r"#\w", typed):
        right = _listed(typed) if BY_NAME[name].kind is TAGS else _in_quotes(typed)
        found = f"phần “{typed}” bị bỏ, vì # mở đầu một ghi chú."
        fault = Fault(found, f"Hãy viết: {name}: {right}", f" {right}", False)
        yield field_problem(shown, name, entry, fault)


def _listed(hashtags: str) -> str:
    parted = hashtags.split() if _HASHTAGS.fullmatch(hashtags) else re.split("[,;]", hashtags)
    words = (part.strip(" ,;").lstrip("#") for part in parted)
    return f"[{', '.join(filter(None, words))}]"


def _in_quotes(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', "'")
    return f'"{inner}"'


def weighed(field: Field, fault: Fault | None) -> Fault | None:
    """Of a field without which the article can be read a fault costs just what it says."""
    if fault is None or not fault.blocking or field.decides:
        return fault
    found = f"{fault.found} {DROPPED}"
    return replace(fault, found=found, blocking=False, drops=True)


def in_brackets(field: Field, entry: Entry) -> Fault | None:
    """Text in brackets that YAML takes for a list or a mapping: title: [Khẩn]"""
    if field.kind is not TEXT or not entry.in_brackets or "\n" in entry.in_brackets:
        return None
    quoted = _in_quotes(entry.in_brackets)
    found = f"“{entry.in_brackets}” bị hiểu là một danh sách, vì dấu ngoặc mở đầu giá trị."
    return Fault(found, f"Là chữ thì đặt trong ngoặc kép: {field.name}: {quoted}", quoted)


def typed_quotes(shown: str, parts: FrontMatter) -> Iterator[Problem]:
    """Text between quotation marks that a program made of straight ones: where another value stands
    so that can be no quotation."""
    values = {name: str(entry.value) for name, entry in parts.entries.items()}
    enclosed = {name for name, value in values.items() if _ENCLOSED.fullmatch(value)}
    texts = {name for name in enclosed if name in BY_NAME and BY_NAME[name].kind is TEXT}
    for name in sorted(texts) if enclosed - texts else ():
        quoted = _in_quotes(values[name][1:-1])
        found = "dấu “ ” bao quanh giá trị sẽ hiện trên trang (Word tự đổi từ dấu ngoặc kép)."
        fault = Fault(found, f"Hãy viết: {name}: {quoted}", quoted, False)
        yield field_problem(shown, name, parts.entries[name], fault)


def dropped_part(field: Field, entry: Entry) -> Fault | None:
    """What YAML took for a comment of a text that has a # in it."""
    if field.kind is not TEXT or not entry.dropped:
        return None
    whole = f'"{entry.value}{entry.dropped}"'.replace('"', "'")[1:-1]
    found = f"phần “{entry.dropped.strip()}” bị bỏ, vì # mở đầu một ghi chú."
    return Fault(found, f'Hãy đặt trong ngoặc kép: {field.name}: "{whole}"', f'"{whole}"', False)


def is_blank(entry: Entry) -> bool:
    """Whether somebody left the value to be written."""
    return not (entry.value.strip() if isinstance(entry.value, str) else entry.value)


def field_problem(shown: str, name: str, entry: Entry, fault: Fault) -> Problem:
    """A fault of a value as a problem of its file, with its mending."""
    end = entry.end + len(entry.dropped)
    edit = None if fault.correct is None else Edit(entry.start, end, fault.correct)
    return Problem(
        shown, _short(fault.found), _short(fault.cure), entry.line, name,
        fault.blocking, edit, fault.drops,
    )  # fmt: skip


def _short(sentence: str) -> str:
    """The sentence without the middle of a value that nobody would read to its end."""
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:160]} … {sentence[-160:]}"
