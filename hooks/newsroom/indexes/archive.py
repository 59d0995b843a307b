"""The archive: every article by year, quarter and month."""

from collections.abc import Iterator, Sequence

from newsroom import uris
from newsroom.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.quarter import Quarter
from newsroom.indexes.lists import list_pages
from newsroom.indexes.pages import Archive, ArchiveYear, Index, Listing


def archive_pages(catalogue: Catalogue, per_page: int) -> Iterator[Index]:
    """The archive, its years, and the pages of every quarter and month."""
    years = [_archive_year(catalogue, year) for year in catalogue.by_year]
    yield Archive(
        uri=uris.ARCHIVE,
        title="Lưu trữ",
        description="Tất cả bài viết theo năm, quý và tháng.",
        years=years,
        listed=catalogue.articles,
    )
    for year in years:
        yield Archive(
            uri=uris.year_uri(year.year),
            title=f"Lưu trữ năm {year.year}",
            description=f"Bài viết của năm {year.year} theo quý và tháng.",
            years=[year],
            listed=catalogue.by_year[year.year],
        )
    for quarter, articles in catalogue.by_quarter.items():
        uri = uris.quarter_uri(quarter)
        yield from _period(uri, quarter.title, quarter.year, articles, per_page)
    for (year_number, month), articles in catalogue.by_month.items():
        uri, name = uris.month_uri(year_number, month), f"tháng {month}/{year_number}"
        yield from _period(uri, name, year_number, articles, per_page)


def _period(
    uri: str, name: str, year: int, articles: Sequence[Article], per_page: int
) -> Iterator[Listing]:
    return list_pages(
        articles,
        per_page,
        uri=uri,
        title=f"Bài viết {name}",
        description=f"Các bài đăng trong {name}.",
        parents=[("Lưu trữ", uris.ARCHIVE), (f"Năm {year}", uris.year_uri(year))],
    )


def _archive_year(catalogue: Catalogue, year: int) -> ArchiveYear:
    quarters = [quarter for quarter in catalogue.by_quarter if quarter.year == year]
    return ArchiveYear(
        year,
        len(catalogue.by_year[year]),
        [(q, len(catalogue.by_quarter[q]), _months(catalogue, q)) for q in sorted(quarters)],
    )


def _months(catalogue: Catalogue, quarter: Quarter) -> list[tuple[int, int]]:
    return [
        (month, len(catalogue.by_month[quarter.year, month]))
        for month in quarter.months
        if (quarter.year, month) in catalogue.by_month
    ]
