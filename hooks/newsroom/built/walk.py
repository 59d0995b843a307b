"""A quick walk of a built site: everything for which it should not be published, or be mended."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from newsroom.built.faults import Fault, Kind, confirmed, look_at
from newsroom.built.tree import HOME, Tree
from newsroom.content.host import FILE_LIMIT, SITE_LIMIT
from newsroom.content.problem import Problem
from newsroom.machine.processes import batched, shared
from newsroom.text.numbers import format_count, format_size

NEARLY = 0.9
"""From that part of the limit on staff are told."""
NEEDED = {
    HOME: "trang chủ",
    "404.html": "trang báo “không tìm thấy”",
    "sitemap.xml": "sơ đồ trang (sitemap)",
}
_LOOKED_AT = (".html", ".css", ".xml")
_BATCH = 512
_AGAIN = "Hãy chạy lại: portal.py build --clean; nếu vẫn còn, báo cho kỹ thuật viên."
_EMPTY, _NO_XML = "trang không có chữ nào.", "tệp hỏng, không phải XML."
_SHRINK = "Hãy thu nhỏ hoặc bỏ bớt ảnh và tệp đính kèm lớn."
_PICTURES = ("img ", "source ", "video ", "audio ")
_NOUNS = {
    "a href": "liên kết",
    "img src": "ảnh",
    "img srcset": "ảnh",
    "link stylesheet": "tệp định dạng",
    "script src": "tệp chương trình",
}


class Walk(NamedTuple):
    """What a walk found."""

    problems: list[Problem]
    pages: int
    files: int
    size: int
    """Bytes of all files."""

    @property
    def is_nearly_full(self) -> bool:
        """Whether the site comes near what can be published."""
        return self.size >= NEARLY * SITE_LIMIT


def walk(tree: Tree) -> Walk:
    """Look at every file of the site; the graver problems come first."""
    files = [file for suffix in _LOOKED_AT for file in tree.files(suffix)]
    faults: list[Fault] = []
    doubts: list[Fault] = []
    problems = list(_missing(tree))
    with shared(partial(look_at, tree)) as run:
        for looked in run(batched(files, _BATCH)):
            faults += looked.faults
            doubts += looked.doubts
            problems += (Problem(_shown(page), _EMPTY, _AGAIN) for page in looked.empty)
            problems += (Problem(_shown(file), _NO_XML, _AGAIN) for file in looked.unreadable)
    problems += _told([*faults, *confirmed(tree, doubts)])
    problems += _too_large(tree)
    problems.sort(key=lambda problem: not problem.blocking)
    return Walk(problems, len(tree.files(".html")), len(tree.sizes), sum(tree.sizes.values()))


def _missing(tree: Tree) -> Iterator[Problem]:
    for file, name in NEEDED.items():
        if file not in tree.sizes:
            yield Problem(_shown(file), f"thiếu {name}.", _AGAIN)


def _too_large(tree: Tree) -> Iterator[Problem]:
    for file, size in tree.sizes.items():
        if size > FILE_LIMIT:
            found = f"tệp nặng {format_size(size)}, GitHub chỉ nhận tệp đến 100 MB."
            yield Problem(_shown(file), found, "Hãy thu nhỏ tệp này.", blocking=False)
    if (size := sum(tree.sizes.values())) > SITE_LIMIT:
        found = f"nặng {format_size(size)}, GitHub Pages chỉ đăng đến 1.000 MB."
        yield Problem("trang web", found, _SHRINK)


def _told(faults: Iterable[Fault]) -> Iterator[Problem]:
    """One problem for what is wrong in the same way on many pages."""
    alike: dict[tuple[object, ...], list[Fault]] = defaultdict(list)
    for fault in faults:
        address = fault.target or fault.reference.address
        alike[fault.kind, address, fault.fragment, fault.is_blocking].append(fault)
    for first, *others in alike.values():
        found = _found(first)
        if others:
            found += f" Cùng lỗi này: {format_count(len(others))} chỗ khác."
        yield Problem(_shown(first.file), found, _cure(first), blocking=first.is_blocking)


def _found(fault: Fault) -> str:
    reference = fault.reference
    written = f"{_NOUNS.get(reference.written_as, 'địa chỉ')} “{reference.address}”"
    match fault.kind:
        case Kind.NO_ADDRESS:
            return f"{written} viết sai, không phải là địa chỉ."
        case Kind.NO_FILE:
            return f"{written} dẫn tới /{fault.target}, mà trang web không có."
        case Kind.NO_FRAGMENT:
            return f"{written} dẫn tới mục #{fault.fragment}, mà trang đích không có."
        case Kind.FOREIGN:
            return f"{written} lấy từ trang khác nên sẽ không hiện ra."
        case Kind.RELATIVE:
            return f"{written} phải viết đầy đủ, bắt đầu bằng https://."


def _shown(file: str) -> str:
    """The file as who reads the site knows it."""
    return f"/{file.removesuffix(HOME)}"


def _cure(fault: Fault) -> str:
    reference = fault.reference
    if fault.is_blocking or fault.file.endswith(".xml"):
        return _AGAIN
    if fault.kind is Kind.FOREIGN:
        return "Hãy lưu tệp ấy về trang của mình, hoặc thay bằng một liên kết."
    if reference.written_as.startswith(_PICTURES):
        return "Hãy đặt tệp vào đúng chỗ, hoặc sửa tên tệp."
    if fault.kind is Kind.NO_FRAGMENT:
        return "Hãy sửa phần sau dấu # cho đúng tên mục, hoặc bỏ phần ấy."
    return "Hãy sửa địa chỉ cho đúng, hoặc bỏ liên kết này."
