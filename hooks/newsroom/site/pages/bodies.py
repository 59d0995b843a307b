"""Bodies: the rendered text of articles, kept until the article, or what it links to, changes.

Rendering Markdown is the larger part of drawing a page, and a change of layouts, neighbours or
views does not affect the text. A kept body holds the digest of what it was made from, and the
files that its links requested with the digests of the answers.

Held by tests/incremental/test_one_change_at_a_time.py.
"""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsroom.build.digests import digest, joined
from newsroom.build.rows import packed, unpacked
from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.site.mkdocs.internals import populate
from newsroom.site.mkdocs.messages import Message, recorded
from newsroom.site.mkdocs.site_files import FILES, SiteFiles

Links = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By the path of a page: the anchors on it that are linked to, each with the link as written."""


class Heading(NamedTuple):
    """An entry of a page's table of contents."""

    title: str
    anchor: str
    level: int
    children: "tuple[Heading, ...]"


class Body(NamedTuple):
    """The rendered text of an article."""

    content: str
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    """In order: a set is packed in another one by each process, and the digest would differ."""
    meta: dict[str, Any]
    escaped: tuple[str, ...]
    """The names of metadata that are HTML already, which no plain text says of itself."""
    markdown: str


class Notices(NamedTuple):
    """What staff must be told about a body in every build."""

    links: Links = ()
    messages: tuple[Message, ...] = ()


class KeptBody(NamedTuple):
    """A body as it is stored, with what must be known of it without unpacking it."""

    made_from: bytes
    """The digest of the article's file, and of the code and settings that render it."""
    files: dict[str, bytes]
    """The files that its links requested, and the digests of the answers."""
    notices: Notices
    digest: bytes
    """Of the body."""
    is_whole: bool
    """Whether it can be given to its page again. If a hook set values that are not plain, it is
    kept only for its text."""
    body: bytes
    """Packed."""


class Bodies:
    """Gives pages of articles their bodies: kept if up to date, otherwise rendered."""

    def __init__(self, files: SiteFiles, config: MkDocsConfig, inputs: bytes) -> None:
        """inputs: the digest of the code and settings that bodies are rendered by."""
        self._files, self._config, self._inputs = files, config, inputs

    def kept(self, row: bytes | None, source: bytes) -> KeptBody | None:
        """The body of that row, if it was made from that source and its links still get the same
        answers, which are recorded.

        source: the digest of the article's file.
        """
        body = unpacked(row, KeptBody) if row and is_taken(Shortcut.KEPT_BODIES) else None
        if body is None or not body.is_whole or body.made_from != self._made_from(source):
            return None
        if self._files.changed(body.files):
            return None
        for path, answer in body.files.items():
            self._files.recorder.note(FILES, path, answer)
        return body

    def rendered(self, page: Page, source: bytes) -> KeptBody:
        """Render the page's Markdown, which also gives the page its body."""
        with self._files.recorder.recording() as answers, recorded() as messages:
            populate(page, self._config, self._files)
        body, is_whole = _body_of(page)
        data = packed(body)
        return KeptBody(
            self._made_from(source),
            answers.get(FILES, {}),
            Notices(_links_of(page), tuple(messages)),
            digest(data, repr(page.meta)),
            is_whole,
            zlib.compress(data, 1),
        )

    def _made_from(self, source: bytes) -> bytes:
        return joined((self._inputs, source))


def body_in(row: bytes | None) -> Body | None:
    """The body of a row of the store, whatever it was made from; None if it is damaged."""
    kept = unpacked(row, KeptBody) if row else None
    return opened(kept) if kept else None


def opened(kept: KeptBody) -> Body | None:
    """The unpacked body; None if it is damaged."""
    try:
        return unpacked(zlib.decompress(kept.body), Body)
    except zlib.error:
        return None


def give(page: Page, body: Body) -> None:
    """Give the page its body, as rendering would."""
    page.content, page.markdown = body.content, body.markdown
    page.meta = {
        name: Markup(value) if name in body.escaped else value  # noqa: S704
        for name, value in body.meta.items()
    }
    page.toc, page.present_anchor_ids = _table_of_contents(body.headings), set(body.anchors)


def body_row(path: str) -> str:
    """The key of an article's body in the store."""
    return f"body/{path}"


def _body_of(page: Page) -> tuple[Body, bool]:
    """The page's body as plain values, and whether that is all of it."""
    escaped = tuple(name for name, value in page.meta.items() if type(value) is Markup)
    meta = {name: str(value) if name in escaped else value for name, value in page.meta.items()}
    is_whole = _is_plain(meta)
    anchors, headings = tuple(sorted(page.present_anchor_ids or ())), tuple(map(_heading, page.toc))
    known = (meta, escaped) if is_whole else ({}, ())
    return Body(page.content or "", headings, anchors, *known, page.markdown or ""), is_whole


def _links_of(page: Page) -> Links:
    """The links to headings that must be validated: on other pages, or missing on this one."""
    own = page.present_anchor_ids or set()
    return tuple(
        (target.src_uri, tuple(anchors.items()))
        for target, anchors in (page.links_to_anchors or {}).items()
        if target != page.file or not own.issuperset(anchors)
    )


def _is_plain(meta: Mapping[str, Any]) -> bool:
    """Whether packing and unpacking leaves it unchanged."""
    try:
        return repr(unpacked(packed(meta), dict[str, Any])) == repr(meta)
    except (TypeError, UnicodeEncodeError):
        return False


def _heading(link: AnchorLink) -> Heading:
    return Heading(link.title, link.id, link.level, tuple(map(_heading, link.children)))


def _table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """As MkDocs makes it, including the mark on its first entry."""
    links = [_link(heading) for heading in headings]
    for first in links[:1]:
        first.active = True  # type: ignore[attr-defined]
    return TableOfContents(links)


def _link(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.anchor, heading.level)
    link.children = [_link(child) for child in heading.children]
    return link
