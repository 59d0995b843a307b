"""The archive: every article by year, quarter and month."""

from collections.abc import Iterator

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.content import uris
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Archive, ArchiveYear, IndexGroup
from newsroom.display.lists import list_group


def archive_groups(catalogue: Catalogue, per_page: int) -> Iterator[IndexGroup]:
    """The archive, its years, and the pages of every quarter and month."""
    yield IndexGroup.of(_archive_page(catalogue))
    for year in catalogue.by_year:
        yield IndexGroup.of(_year_page(catalogue, year))
    for quarter, articles in catalogue.by_quarter.items():
        uri = uris.quarter_uri(quarter)
        yield _period(uri, quarter.title, quarter.year, articles, per_page)
    for (year_number, month), articles in catalogue.by_month.items():
        uri, name = uris.month_uri(year_number, month), f"tháng {month}/{year_number}"
        yield _period(uri, name, year_number, articles, per_page)


def _archive_page(catalogue: Catalogue) -> Archive:
    return Archive(
        uri=uris.ARCHIVE,
        title="Lưu trữ",
        description="Tất cả bài viết theo năm, quý và tháng.",
        years=[_archive_year(catalogue, year) for year in catalogue.by_year],
        last_change=catalogue.last_change,
    )


def _year_page(catalogue: Catalogue, year: int) -> Archive:
    return Archive(
        uri=uris.year_uri(year),
        title=f"Lưu trữ năm {year}",
        description=f"Bài viết của năm {year} theo quý và tháng.",
        years=[_archive_year(catalogue, year)],
        last_change=catalogue.by_year[year].last_change,
    )


def _period(uri: str, name: str, year: int, articles: Articles, per_page: int) -> IndexGroup:
    return list_group(
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
