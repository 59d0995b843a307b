"""Years and first halves of years, as reviews add up to them."""

from typing import NamedTuple

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.quarter import Quarter


class YearSpan(NamedTuple):
    """A year or its first half."""

    year: int
    length: int
    """In quarters."""

    @property
    def is_half(self) -> bool:
        """Whether it is the first half."""
        return self.length == 2

    @property
    def quarters(self) -> list[Quarter]:
        """Those that belong to it."""
        return [Quarter(self.year, number) for number in range(1, self.length + 1)]

    @property
    def uri(self) -> str:
        """The address of its page."""
        return uris.half_year_uri(self.year) if self.is_half else uris.year_review_uri(self.year)

    @property
    def title(self) -> str:
        """As its page is called."""
        halved = f"Sơ kết 6 tháng đầu năm {self.year}"
        return halved if self.is_half else f"Tổng kết năm {self.year}"

    @property
    def beside(self) -> list["YearSpan"]:
        """That of the year before, the whole of the half or the half of the whole, and that of the
        year after."""
        other = self._replace(length=6 - self.length)
        return [self._replace(year=self.year - 1), other, self._replace(year=self.year + 1)]


def reviewed_spans(catalogue: Catalogue) -> list[YearSpan]:
    """Those that have a page, the oldest first: two quarters of them have reviews. Of one alone the
    quarter's own page says the same."""
    years = sorted({quarter.year for quarter in catalogue.reviews})
    spans = [YearSpan(year, length) for year in years for length in (2, 4)]
    return [span for span in spans if len(catalogue.reviews.keys() & {*span.quarters}) > 1]
