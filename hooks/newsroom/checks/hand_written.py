"""Checks of the hand-written pages: links that lead nowhere, placeholders that nobody knows."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown import Markdown

from newsroom.checks.files import cure_of_missing, is_exactly_there
from newsroom.content import uris
from newsroom.content.hand_written import read_hand_written
from newsroom.content.links import find_links, split_address
from newsroom.content.newsroom import Newsroom
from newsroom.content.placeholders import filled_in, placeholder_problems
from newsroom.content.problem import Problem
from newsroom.content.source import bytes_of
from newsroom.text.names import nearest
from newsroom.text.slug import heading_id

_NOT_PUBLISHED = ("decisions/", "overrides/")
"""Folders of docs/ that exclude_docs in mkdocs.yml keeps off the site."""
_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "toc")
"""What gives a heading its address, or keeps a line from being one."""
_ID = re.compile(r'\bid="([^"]*)"')
_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)


def hand_written_problems(docs: Path, articles: Path, newsroom: Newsroom) -> Iterator[Problem]:
    """What is wrong with the pages of the folder docs, which may link to the articles."""
    pages = _Pages(docs, articles, newsroom)
    for path, text in pages.texts.items():
        shown = f"{docs.name}/{path}"
        yield from pages.problems[path]
        yield from placeholder_problems(shown, text, newsroom)
        for link in find_links(text):
            if fault := pages.fault(path, link.destination):
                line = text.count("\n", 0, link.offset) + 1
                found = f"liên kết “{link.destination}” {fault[0]}"
                yield Problem(shown, found, fault[1], line, blocking=False)


class _Pages:
    """The hand-written pages, and what their links can lead to."""

    def __init__(self, docs: Path, articles: Path, newsroom: Newsroom) -> None:
        self._docs = docs
        self._articles = articles
        self._newsroom = newsroom
        self._anchors: dict[str, list[str]] = {}
        files = sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
        read = {
            path: read_hand_written(bytes_of(docs, path), f"{docs.name}/{path}")
            for path in filter(_is_page, files)
        }
        self.texts = {path: page.text for path, page in read.items()}
        """The text of every page by its path below docs, as it is published."""
        self.problems = {path: page.problems for path, page in read.items()}

    def fault(self, page: str, destination: str) -> tuple[str, str] | None:
        """What is wrong with a link of the page, and what to write; None where it is right."""
        parts = split_address(destination)
        if parts.scheme or parts.netloc or "{{" in destination:
            return None
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        folder = "" if path.startswith("/") else posixpath.dirname(page)
        target = posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) if path else page
        if missing := self._missing(target):
            return missing
        if anchor and target in self.texts and anchor not in self._anchors_of(target):
            near = nearest(anchor, self._anchors_of(target))
            cure = f"Có phải là: {path}#{near}" if near else f"Hãy bỏ phần #{anchor}."
            return "không trỏ tới đề mục nào của trang.", cure
        return None

    def _missing(self, target: str) -> tuple[str, str] | None:
        prefix = f"{self._newsroom.articles_dir}/"
        if target.startswith(prefix):
            return _missing_file(self._articles, target.removeprefix(prefix))
        if target == "index.md" or f"{target}/".startswith(uris.GENERATED):
            return self._missing_index(target)
        return _missing_file(self._docs, target)

    def _missing_index(self, target: str) -> tuple[str, str] | None:
        """The same for a page that lists articles; which years and tags there are, articles say."""
        if not target.endswith(".md"):
            cure = f"Hãy viết: /{posixpath.join(target, 'index.md')}"
            return "không phải là đường dẫn của một trang.", cure
        room, *rest = target.removesuffix("index.md").strip("/").split("/")
        known = {
            uris.SECTIONS: self._newsroom.sections, uris.CAMPAIGNS: self._newsroom.campaigns,
        }.get(f"{room}/")  # fmt: skip
        if known is None or not rest or rest[0] in known:
            return None
        near = nearest(rest[0], known)
        cure = f"Có phải là: /{room}/{near}/index.md" if near else f"Hãy viết: /{room}/index.md"
        return "không trỏ tới mã nào khai trong mkdocs.yml.", cure

    def _anchors_of(self, page: str) -> list[str]:
        if page not in self._anchors:
            body = filled_in(_FRONT_MATTER.sub("", self.texts[page]), self._newsroom)
            configs = {"toc": {"slugify": heading_id}}
            html = Markdown(extensions=_EXTENSIONS, extension_configs=configs).convert(body)
            self._anchors[page] = _ID.findall(html)
        return self._anchors[page]


def _is_page(path: str) -> bool:
    return not path.startswith(_NOT_PUBLISHED) and "/." not in f"/{path}"


def _missing_file(folder: Path, path: str) -> tuple[str, str] | None:
    if is_exactly_there(folder, path):
        return None
    if (folder / path).is_dir():
        return "trỏ tới một thư mục.", "Hãy viết tên tệp .md của trang."
    return "không trỏ tới tệp nào.", cure_of_missing(folder, path)
