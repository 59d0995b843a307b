"""Plain lists: sections and tags, and the pages that a long list is cut into."""

from collections.abc import Iterator, Sequence

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom, Section
from newsroom.display.indexes import IndexGroup, Listing, Sections, Tags
from newsroom.display.listing import paginate

PER_SECTION = 3
"""Articles of each section on the page of all sections."""


def list_group(
    articles: Articles,
    per_page: int,
    *,
    uri: str,
    title: str,
    description: str,
    parents: Sequence[tuple[str, str]] = (),
    feeds_at: str | None = None,
) -> IndexGroup:
    """The pages of one list, the newest first."""
    given = (articles, per_page, uri, title, description, parents, feeds_at)
    return IndexGroup(uri, _list_pages, given)


def _list_pages(
    articles: Articles,
    per_page: int,
    uri: str,
    title: str,
    description: str,
    parents: Sequence[tuple[str, str]],
    feeds_at: str | None,
) -> Iterator[Listing]:
    for page in paginate(articles, uri, per_page):
        yield Listing(
            uri=page.uri,
            title=title if page.is_newest else f"{title} – trang {page.number}",
            description=description,
            feeds_at=feeds_at,
            parents=parents,
            page=page,
            last_change=page.articles.last_change,
        )


def section_groups(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[IndexGroup]:
    """All sections, and every page of each."""
    yield IndexGroup.of(_sections_page(catalogue, newsroom))
    for slug, section in newsroom.sections.items():
        uri = uris.section_uri(section)
        yield list_group(
            catalogue.by_section.get(slug, NONE),
            newsroom.per_page,
            uri=uri,
            title=section.title,
            description=section.description or f"Các bài của chuyên mục {section.title}.",
            feeds_at=uri,
            parents=[("Chuyên mục", uris.SECTIONS)],
        )


def tag_groups(catalogue: Catalogue, per_page: int) -> Iterator[IndexGroup]:
    """All tags, and every page of each."""
    yield IndexGroup.of(_tags_page(catalogue))
    for slug, tag in catalogue.tags.items():
        yield list_group(
            catalogue.by_tag[slug],
            per_page,
            uri=uris.tag_uri(slug),
            title=f"Từ khóa: {tag.title}",
            description=f"Các bài có từ khóa {tag.title}.",
            parents=[("Từ khóa", uris.TAGS)],
        )


def _sections_page(catalogue: Catalogue, newsroom: Newsroom) -> Sections:
    return Sections(
        uri=uris.SECTIONS,
        title="Chuyên mục",
        description="Tất cả chuyên mục và những bài mới nhất.",
        sections=_latest_by_section(catalogue, newsroom),
        last_change=catalogue.last_change,
    )


def _tags_page(catalogue: Catalogue) -> Tags:
    counted = [(tag, len(catalogue.by_tag[slug])) for slug, tag in catalogue.tags.items()]
    return Tags(
        uri=uris.TAGS,
        title="Từ khóa",
        description="Tất cả từ khóa, từ nhiều bài đến ít bài.",
        tags=sorted(counted, key=lambda pair: (-pair[1], pair[0].slug)),
        last_change=catalogue.last_change,
    )


def _latest_by_section(
    catalogue: Catalogue, newsroom: Newsroom
) -> list[tuple[Section, Sequence[Article]]]:
    """The sections that have articles, in the newsroom's order, each with its latest."""
    return [
        (section, catalogue.by_section[slug][:PER_SECTION])
        for slug, section in newsroom.sections.items()
        if slug in catalogue.by_section
    ]
