"""What `check` says of articles and campaigns that do not fit each other."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from newsroom.checks import check_articles
from newsroom.checks.campaigns import silent_campaigns
from newsroom.content.newsroom import Newsroom

SUMMER = "phong trào he-2023 diễn ra từ 01/06/2023 đến 31/08/2023."
CURE = (
    "Hãy xem lại mã phong trào và ngày; phong trào kéo dài thì sửa start, end của he-2023 trong "
    "mkdocs.yml."
)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"date": "2023-04-02"}, None),
        ({"date": "2023-04-01"}, f"5: campaign: bài đăng ngày 01/04/2023, {SUMMER}"),
        ({"date": "2023-10-30", "category": "tin-tuc-su-kien"}, None),
        ({"date": "2023-10-31", "category": "tin-tuc-su-kien"},
         f"5: campaign: bài đăng ngày 31/10/2023, {SUMMER}"),
        ({"date": "2023-09-01"}, f"5: campaign: bài đăng ngày 01/09/2023, {SUMMER}"),
        ({"date": "2023-08-20", "deadline": "2023-08-31"}, None),
        ({"date": "2023-08-20", "deadline": "2023-09-01"},
         f"6: deadline: 01/09/2023 là sau ngày cuối, {SUMMER}"),
        ({"date": "2023-08-20", "event": "{start: 2023-09-02 08:00}"},
         f"6: event: 02/09/2023 là sau ngày cuối, {SUMMER}"),
        ({"date": "2023-12-20", "campaign": "chia-se-yeu-thuong", "deadline": "2024-05-01"}, None),
    ],
)  # fmt: skip
def test_article_outside_its_campaign_is_told_at_its_line(
    tmp_path: Path,
    newsroom: Newsroom,
    now: datetime,
    file_with: Callable[..., str],
    fields: dict[str, str],
    told: str | None,
) -> None:
    first = {"title": "Một", "date": fields["date"], "category": "thong-bao", "campaign": "he-2023"}
    file = tmp_path / "articles" / "2023" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_text(file_with({**first, **fields}), encoding="utf-8")

    report = check_articles(tmp_path / "articles", tmp_path / "docs", newsroom, now)

    expected = [] if told is None else [f"articles/2023/a.md:{told} {CURE}"]
    assert [str(problem) for problem in report.problems] == expected
    assert not any(problem.blocking for problem in report.problems)
    assert report.announced == {fields.get("campaign", "he-2023")}


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2023-02-07", []),
        ("2023-02-08", ["chia-se-yeu-thuong"]),
        ("2023-06-30", ["chia-se-yeu-thuong", "he-2023"]),
        ("2024-06-30", []),
    ],
)
def test_campaign_of_which_no_article_tells_is_told_while_it_matters(
    newsroom: Newsroom, cases: Path, today: str, told: list[str]
) -> None:
    settings, day = cases / "mkdocs.yml", date.fromisoformat(today)
    problems = list(silent_campaigns(newsroom.campaigns.values(), (), settings, day))

    lines = settings.read_text(encoding="utf-8").splitlines()
    assert [problem.line for problem in problems] == [
        next(n for n, line in enumerate(lines, 1) if f"slug: {slug}" in line) for slug in told
    ]
    assert not list(
        silent_campaigns(newsroom.campaigns.values(), newsroom.campaigns, settings, day)
    )
