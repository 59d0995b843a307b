"""Bodies: the rendered text of articles, kept until the article, or what it links to, changes."""

import zlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsroom.build.digests import SIZE, digest, joined
from newsroom.build.rows import packed, unpacked
from newsroom.site.mkdocs.internals import populate
from newsroom.site.mkdocs.site_files import Answer, SiteFiles
from newsroom.site.run.messages import Message, recorded

Links = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""By the path of a page: the anchors on it that are linked to, each with the link as written."""


class BodyNote(NamedTuple):
    """What must be known of a body to see whether it still holds."""

    asked: tuple[tuple[str, Answer], ...] = ()
    """The paths that its links asked for, and what they were told."""
    links: Links = ()
    messages: tuple[Message, ...] = ()
    digest: bytes = b""
    """Of all these."""

    def holds(self, files: SiteFiles) -> bool:
        """Whether every link would be told the same."""
        return all(files.answer(path) == answer for path, answer in self.asked)


PLAIN = BodyNote()
"""The note of a body that asks for nothing; such are not kept."""


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
    anchors: set[str]
    meta: dict[str, Any]
    markdown: str


def body_key(environment: bytes, source: bytes, note: BodyNote) -> bytes:
    """Stands for all that the body was rendered from."""
    return joined((environment, source, note.digest))


def render_body(page: Page, config: MkDocsConfig, files: SiteFiles) -> BodyNote:
    """Render the page's Markdown, and note what the result depends on."""
    with files.tracing() as asked, recorded() as messages:
        populate(page, config, files)
    links = {
        target.src_uri: tuple(anchors.items())
        for target, anchors in (page.links_to_anchors or {}).items()
        if target != page.file or not (page.present_anchor_ids or set()).issuperset(anchors)
    }
    note = BodyNote(tuple(asked.items()), tuple(links.items()), tuple(messages))
    return note if note == PLAIN else note._replace(digest=digest(repr(note)))


def pack_body(page: Page, key: bytes) -> bytes:
    """The rendered body as the store keeps it; where a hook gave its page values that are not
    plain, it is kept for its text alone, and rendered again for its page."""
    meta, kept_key = dict(page.meta), key
    if not _is_plain(meta):
        meta, kept_key = {}, bytes(SIZE)
    headings = tuple(map(_heading, page.toc))
    anchors, markdown = page.present_anchor_ids or set(), page.markdown or ""
    body = Body(page.content or "", headings, anchors, meta, markdown)
    return kept_key + zlib.compress(packed(body), 1)


def unpacked_body(row: bytes) -> Body | None:
    """The body that was kept; None where it was damaged."""
    try:
        return unpacked(zlib.decompress(row[SIZE:]), Body)
    except zlib.error:
        return None


def give_body(page: Page, row: bytes, key: bytes) -> bool:
    """Give the page the body that was kept; whether it was made from the same."""
    body = unpacked_body(row) if row.startswith(key) else None
    if body is None:
        return False
    page.content, page.meta, page.markdown = body.content, body.meta, body.markdown
    page.toc, page.present_anchor_ids = _table_of_contents(body.headings), body.anchors
    return True


def body_row(path: str) -> str:
    """The name under which the store keeps the body of an article."""
    return f"body/{path}"


def _is_plain(meta: dict[str, Any]) -> bool:
    """Whether it comes back just as it is."""
    try:
        return repr(unpacked(packed(meta), dict[str, Any])) == repr(meta)
    except (TypeError, UnicodeEncodeError):
        return False


def _heading(link: AnchorLink) -> Heading:
    return Heading(link.title, link.id, link.level, tuple(map(_heading, link.children)))


def _table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """As MkDocs makes it, which marks its first entry."""
    links = [_link(heading) for heading in headings]
    for first in links[:1]:
        first.active = True  # type: ignore[attr-defined]
    return TableOfContents(links)


def _link(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.anchor, heading.level)
    link.children = [_link(child) for child in heading.children]
    return link
