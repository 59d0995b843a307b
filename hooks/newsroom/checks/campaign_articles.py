"""Checks of articles against the dates of their campaigns: who takes last year's slug puts an
article where nobody looks for it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from newsroom.content.article import Article
from newsroom.content.front_matter import FrontMatter
from newsroom.content.newsroom import NOTICES, Campaign
from newsroom.content.problem import Problem
from newsroom.text.dates import format_day

_NEAR = timedelta(days=60)
"""A campaign is prepared before it begins, and told of after it has ended."""


def articles_outside(
    articles: Iterable[Article], written: Mapping[str, FrontMatter], articles_dir: str
) -> Iterator[Problem]:
    """Articles that are far from their campaigns, and those that ask for something after its end.

    written: the front matter of each file, by its path as staff know it.
    """
    for article in articles:
        shown = f"{articles_dir}/{article.path}"
        if article.campaign and shown in written:
            for field, found in _outside(article, article.campaign):
                entry = written[shown].entries.get(field)
                line = entry.line if entry else None
                yield Problem(shown, found, _cure(article.campaign), line, field, blocking=False)


def _outside(article: Article, campaign: Campaign) -> Iterator[tuple[str, str]]:
    """The field and what is wrong with it."""
    day, end = article.published.date(), campaign.end or date.max
    asks = article.section.slug == NOTICES or article.due is not None
    last = end if asks or end > date.max - _NEAR else end + _NEAR
    if not campaign.start - _NEAR <= day <= last:
        yield "campaign", f"bài đăng ngày {format_day(article.published)}, {_period(campaign)}."
    elif article.due and article.due.date() > end:
        field = "deadline" if article.deadline else "event"
        yield field, f"{format_day(article.due)} là sau ngày cuối, {_period(campaign)}."


def _period(campaign: Campaign) -> str:
    until = f" đến {campaign.end:%d/%m/%Y}" if campaign.end else ""
    return f"phong trào {campaign.slug} diễn ra từ {campaign.start:%d/%m/%Y}{until}"


def _cure(campaign: Campaign) -> str:
    return (
        "Hãy xem lại mã phong trào và ngày; phong trào kéo dài thì sửa start, end của "
        f"{campaign.slug} trong mkdocs.yml."
    )
