"""What a body must not carry, and what it may: cases/dangers.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from newsroom.content.safety import find_dangers

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "dangers.yml").read_text(encoding="utf-8")
)
ARTICLES = sorted((Path(__file__).parents[3] / "articles").glob("*/*.md"))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["body"])
def test_active_or_foreign_content_is_found(case: dict[str, Any]) -> None:
    found = list(dict.fromkeys(danger.what for danger in find_dangers(case["body"])))

    assert found == case["found"]


@pytest.mark.parametrize("body", CASES["allowed"])
def test_ordinary_text_is_left_alone(body: str) -> None:
    assert list(find_dangers(body)) == []


def test_danger_tells_its_place() -> None:
    body = "một\n\nhai <script>"

    assert [body[danger.offset :] for danger in find_dangers(body)] == ["<script>"]


def test_no_sample_article_is_suspected() -> None:
    for article in ARTICLES:
        assert list(find_dangers(article.read_text(encoding="utf-8"))) == [], article.name
