"""What a body must not carry, and what it may: cases/dangers.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from growth import LINEAR, growth

from newsroom.content.links import find_links
from newsroom.content.safety import Danger, find_dangers

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "dangers.yml").read_text(encoding="utf-8")
)
ARTICLES = sorted((Path(__file__).parents[3] / "articles").glob("*/*.md"))


def dangers(body: str) -> list[Danger]:
    """Those of a body, as reading an article finds them."""
    return list(find_dangers(body, find_links(body)))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["body"])
def test_active_or_foreign_content_is_found(case: dict[str, Any]) -> None:
    found = list(dict.fromkeys(danger.what for danger in dangers(case["body"])))

    assert found == case["found"]


@pytest.mark.parametrize("body", CASES["allowed"])
def test_ordinary_text_is_left_alone(body: str) -> None:
    assert dangers(body) == []


def test_danger_tells_its_place() -> None:
    body = "một\n\nhai <script>"

    assert [body[danger.offset :] for danger in dangers(body)] == ["<script>"]


@pytest.mark.sample
def test_no_sample_article_is_suspected() -> None:
    for article in ARTICLES:
        assert dangers(article.read_text(encoding="utf-8")) == [], article.name


@pytest.mark.thorough
@pytest.mark.parametrize("opening", ["<a ", "<video ", "{", "[a](", "<b title='"])
def test_what_is_opened_and_never_closed_is_read_to_its_end(opening: str) -> None:
    """Ten times the text once took a hundred times as long: this would not come to an end."""
    body = "<script>" + opening * 100_000 + " " * 100_000

    assert [danger.what for danger in dangers(body)] == ["thẻ <script>"]


@pytest.mark.parametrize("opening", ["<iframe ", "<iframe src=x "])
def test_frames_that_are_opened_and_never_closed_are_read_once(opening: str) -> None:
    def read(body: str) -> list[Danger]:
        return list(find_dangers(body, []))

    assert growth(read, lambda size: opening * size, 100) < LINEAR


@pytest.mark.parametrize("body", ["<a <b '<i' <u onclick=x", "<a '<b title='>' onclick=x"])
def test_event_behind_tags_that_are_not_closed_is_found(body: str) -> None:
    assert [danger.what for danger in dangers(body)] == ["thuộc tính onclick="]
