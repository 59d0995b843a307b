"""The page that tells residents how to follow the news, and where every feed is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.newsroom import CampaignState, Newsroom
from newsroom.display.campaign_lines import CampaignLine, campaign_lines
from newsroom.display.indexes import Index

Page = tuple[str, str]
"""The title of a page that has feeds, and its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Following(Index):
    """Every page that has feeds, under headings."""

    layout: ClassVar[str] = "following"
    says_more: ClassVar[bool] = True
    groups: Sequence[tuple[str, Sequence[Page]]]


def following_page(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Following:
    """That page on the day: campaigns that have ended stand last."""
    lines = list(campaign_lines(catalogue, newsroom, today))
    ended = [one for one in lines if one.state is CampaignState.ENDED]
    going_on = [one for one in lines if one not in ended]
    sections = [(one.title, uris.section_uri(one)) for one in newsroom.sections.values()]
    groups = (
        ("Mọi tin của cổng", [("Tất cả tin", uris.HOME)]),
        ("Theo chuyên mục", sections),
        ("Theo phong trào, chiến dịch", _pages(going_on)),
        ("Phong trào, chiến dịch đã kết thúc", _pages(ended)),
    )
    return Following(
        uri=uris.FOLLOWING,
        title="Theo dõi tin",
        description=f"Những cách biết tin mới của {newsroom.ward.name_in_text} mà không phải nhớ "
        "mở trang.",
        groups=[group for group in groups if group[1]],
    )


def _pages(lines: Iterable[CampaignLine]) -> list[Page]:
    return [(one.campaign.title, uris.campaign_uri(one.campaign)) for one in lines]
