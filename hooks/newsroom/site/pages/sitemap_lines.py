"""The lines of the sitemap: every page that search engines are to know of."""

from collections.abc import Iterator

from newsroom.content import uris
from newsroom.site.mkdocs.site_files import SiteFiles


def sitemap_lines(files: SiteFiles, site_url: str) -> Iterator[str]:
    """A line for each page, as Sitemap.lines has them; hand-written pages have no date of change.

    Pages that ask search engines to leave them out are not there.
    """
    for file in files.documentation_pages():
        if (page := file.page) and page.canonical_url and page.url not in uris.NOT_INDEXED:
            yield page.canonical_url
    records = files.content.records
    for entry in files.content.catalogue.entries:
        photo = records[entry.path].photo
        line = f"{site_url}{entry.uri}\t{entry.changed}"
        yield f"{line}\t{site_url}{photo.uri(photo.fallback)}" if photo else line
    for note in files.content.indexes:
        if note.is_public and not note.is_empty:
            yield f"{site_url}{note.uri}\t{note.last_change}"
