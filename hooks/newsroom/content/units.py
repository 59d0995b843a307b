"""Units (đơn vị tính) in which figures are told, and the goal of a campaign in one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from newsroom.text.fold import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; whoever writes one of its synonyms means it."""

    title: str
    synonyms: tuple[str, ...] = ()
    summed: bool = True
    """Whether figures in it can be added up; shares and averages cannot."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return self.title, *self.synonyms


@dataclass(frozen=True, slots=True)
class Goal:
    """What a campaign wants to reach: 300 suất quà."""

    label: str
    value: Decimal
    unit: Unit
    reached: Decimal | None = None
    """How much of it, where somebody states that; else its announcements tell."""


USUAL = (
    Unit("người", ("nhân khẩu", "công dân")),
    Unit("lượt người", ("lượt",)),
    Unit("hộ", ("hộ dân", "hộ gia đình", "gia đình")),
    Unit("đại biểu"),
    Unit("đồng", ("VNĐ", "VND", "đ")),
    Unit("buổi"),
    Unit("cuộc"),
    Unit("đợt"),
    Unit("lớp"),
    Unit("ý kiến"),
    Unit("kiến nghị"),
    Unit("mô hình"),
    Unit("công trình"),
    Unit("hồ sơ"),
    Unit("vụ", ("vụ việc",)),
    Unit("trường hợp"),
    Unit("suất", ("suất quà", "phần quà")),
    Unit("tổ", ("tổ dân phố", "TDP")),
    Unit("cơ sở"),
    Unit("cây"),
    Unit("đơn vị máu"),
    Unit("điểm"),
    Unit("kg", ("ki-lô-gam", "cân")),
    Unit("m²", ("m2", "mét vuông")),
    Unit("%", ("phần trăm",), summed=False),
    Unit("điểm phần trăm", summed=False),
)
"""What most wards count; mkdocs.yml may declare others in their place."""


def find_unit(text: str, units: Iterable[Unit]) -> Unit | None:
    """The unit that the text names, with its marks or, where nothing else is meant, without."""
    by_name = [(name, unit) for unit in units for name in unit.names]
    typed = text.casefold().strip()
    exact = (unit for name, unit in by_name if name.casefold() == typed)
    bare = (unit for name, unit in by_name if fold(name) == fold(typed))
    return next(exact, None) or next(bare, None)
