"""Notices of bodies, repeated in every build: a strict one fails until they are dealt with."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from newsroom.site.mkdocs.messages import tell
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.pages import Pages


class Anchors:
    """The headings that links of the site lead to."""

    def __init__(self, pages: Pages, files: SiteFiles, config: MkDocsConfig) -> None:
        self._pages = pages
        self._files = files
        self._config = config
        self._prefix = pages.name_of("")

    def tell(self) -> None:
        """Log the notices of every article: its messages, and its links to missing headings."""
        for path, notices in self._pages.known.notices():
            tell(notices.messages)
            if notices.links:
                page = self._pages.page(self._pages.name_of(path))
                page.links_to_anchors = {
                    target: dict(anchors)
                    for src_uri, anchors in notices.links
                    if (target := self._file(src_uri))
                }
                page.validate_anchor_links(
                    files=self._files, log_level=self._config.validation.links.anchors
                )
        for file in self._files.documentation_pages():
            for target in (file.page and file.page.links_to_anchors) or {}:
                self._file(target.src_uri)

    def _file(self, src_uri: str) -> File | None:
        """The file, whose page is given its anchors."""
        file = self._files.file(src_uri)
        path = src_uri.removeprefix(self._prefix)
        if (
            file
            and file.page
            and src_uri.startswith(self._prefix)
            and path in self._files.content.shown
        ):
            file.page.present_anchor_ids = set(self._pages.body(path).anchors)
        return file
