"""What a built site weighs by kind and year, against what GitHub Pages publishes at most."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from newsroom.built.tree import Tree
from newsroom.content.host import SITE_LIMIT
from newsroom.content.photo import NARROW
from newsroom.content.recordings import is_recording
from newsroom.content.uris import PHOTOS
from newsroom.text.numbers import format_number, format_size, rounded

_CROWDED = 0.5
"""From that part of the limit on staff are told what would make room."""
_KEPT_YEARS = 2
_PAGE = re.compile(r"tin/(\d{4})/\d{2}/.+\.html")
_OF_A_YEAR = re.compile(r"tin/(\d{4})/")
_PHOTO = re.compile(rf"\b{PHOTOS}([\w.-]+)")
_WIDE = re.compile(r"-(\d+)\.avif$")
_KINDS = {"anh/": "ảnh", "search/": "tìm kiếm", "assets/": "giao diện", "stylesheets/": "giao diện",
          "javascripts/": "giao diện"}  # fmt: skip


class Weight(NamedTuple):
    """Bytes of a site."""

    total: int
    kinds: Mapping[str, int]
    """By kind, the largest first."""
    years: Mapping[int, int]
    """Of articles with their photos and documents, by the year of the first that shows them."""
    saved: int
    """What would go if articles older than two years kept no wide photos."""


def weigh(tree: Tree) -> Weight:
    """The weight of the site."""
    kinds: Counter[str] = Counter()
    years: Counter[int] = Counter()
    for file, size in tree.sizes.items():
        kinds[_kind(file)] += size
        if of_year := _OF_A_YEAR.match(file):
            years[int(of_year[1])] += size
    shown = _years_of_photos(tree)
    for file, year in shown.items():
        years[year] += tree.sizes.get(file, 0)
    last = max(years, default=0)
    old = (file for file, year in shown.items() if year < last - _KEPT_YEARS and _is_wide(file))
    saved = sum(tree.sizes.get(file, 0) for file in old)
    in_order = dict(kinds.most_common())
    return Weight(sum(tree.sizes.values()), in_order, dict(sorted(years.items())), saved)


def told(weight: Weight) -> Iterator[str]:
    """The weight in Vietnamese, and what would make room where it gets scarce."""
    part = format_number(rounded(_percent(weight.total)))
    limit = format_size(SITE_LIMIT)
    yield f"Trang web nặng {format_size(weight.total)}, bằng {part} % của {limit} được đăng."
    yield f"  Theo loại: {_listed(weight.kinds)}"
    if weight.years:
        yield f"  Theo năm: {_listed({str(year): size for year, size in weight.years.items()})}"
    if weight.total >= _CROWDED * SITE_LIMIT:
        yield (
            f"  Để có chỗ: đặt photo_years: {_KEPT_YEARS} trong mkdocs.yml thì ảnh của bài cũ hơn "
            f"{_KEPT_YEARS} năm chỉ còn cỡ {NARROW} điểm, bớt khoảng {format_size(weight.saved)}; "
            "bỏ tệp kèm theo không còn cần."
        )


def _years_of_photos(tree: Tree) -> dict[str, int]:
    """The year of the first article that shows it, by photo."""
    years: dict[str, int] = {}
    for file in tree.files(".html"):  # in the order of their years
        if page := _PAGE.match(file):
            for photo in _PHOTO.finditer(tree.text(file)):
                years.setdefault(photo[0], int(page[1]))
    return years


def _is_wide(file: str) -> bool:
    width = _WIDE.search(file)
    return width is not None and int(width[1]) > NARROW


def _kind(file: str) -> str:
    known = next((kind for start, kind in _KINDS.items() if file.startswith(start)), None)
    if known:
        return known
    if file.endswith(".html"):
        return "trang"
    if is_recording(file):
        return "video, âm thanh"
    return "tài liệu" if file.startswith("tin/") else "khác"


def _percent(size: int) -> Decimal:
    return Decimal(size) * 100 / SITE_LIMIT


def _listed(sizes: Mapping[str, int]) -> str:
    return "; ".join(f"{name} {format_size(size)}" for name, size in sizes.items())
