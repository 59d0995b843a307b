"""Checks of the campaigns that mkdocs.yml declares, beside the day."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from newsroom.content.newsroom import Campaign, CampaignState
from newsroom.content.problem import Problem
from newsroom.content.settings_nodes import FILE

_OLDEST = 1945
_FAR = timedelta(days=10 * 365)
_SOON = timedelta(days=7)
"""That long before it begins residents should know of a campaign."""


def campaign_problems(
    campaigns: Iterable[Campaign], settings: Path, today: date
) -> Iterator[Problem]:
    """Dates of campaigns that lie decades away: nothing is kept back for them, but such a campaign
    never begins, or never ends.

    settings: the mkdocs.yml that declares them.
    """
    lines = settings.read_text(encoding="utf-8-sig").splitlines() if settings.exists() else []
    for campaign in campaigns:
        for name, day in ("start", campaign.start), ("end", campaign.end):
            if day and (
                day.year < _OLDEST
                or day - _FAR > (today if name == "start" else max(today, campaign.start))
            ):
                yield Problem(
                    FILE,
                    f"“{day}” của {campaign.slug} cách nay quá xa, chắc là gõ nhầm năm.",
                    "Hãy sửa lại năm.",
                    _line(lines, campaign.slug, name),
                    f"extra.newsroom.campaigns.{name}",
                    blocking=False,
                )


def silent_campaigns(
    campaigns: Iterable[Campaign], announced: Collection[str], settings: Path, today: date
) -> Iterator[Problem]:
    """Campaigns that go on, or soon will, and of which no article tells.

    announced: the slugs of the campaigns that have an article.
    """
    lines = settings.read_text(encoding="utf-8-sig").splitlines() if settings.exists() else []
    for campaign in campaigns:
        goes_on = CampaignState.RUNNING in (campaign.state(today), campaign.state(today + _SOON))
        if goes_on and campaign.slug not in announced:
            yield Problem(
                FILE,
                f"phong trào {campaign.slug} chưa có bài nào, trang của nó còn trống.",
                f"Hãy viết bài phát động, ở phần đầu bài ghi campaign: {campaign.slug}",
                _line(lines, campaign.slug, "slug"),
                "extra.newsroom.campaigns",
                blocking=False,
            )


def _line(lines: list[str], slug: str, name: str) -> int | None:
    """The line on which the campaign has that date: the first of that name from its slug on."""
    slug_at = re.compile(rf"\bslug:\s*[\"']?{re.escape(slug)}\b")
    begin = next((n for n, line in enumerate(lines) if slug_at.search(line)), None)
    if begin is None:
        return None
    found = (n for n, line in enumerate(lines[begin:], begin + 1) if re.search(rf"\b{name}:", line))
    return next(found, None)
