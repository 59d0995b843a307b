"""Bodies: the rendered text of articles, kept until the article, or what it links to, changes."""

import pickle
import zlib
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.incremental.fingerprint import SIZE, digest, joined
from newsroom.site.internals import populate
from newsroom.site.messages import Message, recorded
from newsroom.site.site_files import Answer, SiteFiles

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
    """The rendered body as the store keeps it."""
    parts = (page.content, page.toc, page.present_anchor_ids, dict(page.meta), page.markdown)
    return key + zlib.compress(pickle.dumps(parts, pickle.HIGHEST_PROTOCOL), 1)


def unpack_body(page: Page, row: bytes, key: bytes) -> bool:
    """Give the page the body that was kept; whether it was made from the same."""
    if not row.startswith(key):
        return False
    page.content, page.toc, page.present_anchor_ids, page.meta, page.markdown = _parts(row)
    return True


def anchors_of(row: bytes) -> set[str]:
    """The anchors on the page that has this body."""
    anchors: set[str] = _parts(row)[2]
    return anchors


def content_of(row: bytes) -> str:
    """The rendered HTML of this body."""
    content: str = _parts(row)[0]
    return content


def body_row(path: str) -> str:
    """The name under which the store keeps the body of an article."""
    return f"body/{path}"


def _parts(row: bytes) -> Any:
    return pickle.loads(zlib.decompress(row[SIZE:]))  # noqa: S301 - our own file
