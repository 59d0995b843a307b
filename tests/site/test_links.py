"""Everything that the published site points at inside itself exists; nothing comes from outside.

MkDocs checks the links written in Markdown; this also sees those that templates, feeds, stylesheets
and the sitemap write. What the walk finds at all: tests/newsroom/built.
"""

from pathlib import Path

import pytest

from newsroom.built.references import references_of_xml
from newsroom.built.tags import tags_of
from newsroom.built.tree import read_tree
from newsroom.built.walk import walk


def test_walk_of_the_site_finds_nothing(built_site: Path, site_url: str) -> None:
    tree = read_tree(built_site)

    assert tree.url == site_url
    assert list(map(str, walk(tree).problems)) == []


@pytest.mark.parametrize("file", ["rss.xml", "sitemap.xml"])
def test_feed_and_sitemap_name_pages(built_site: Path, file: str) -> None:
    text = (built_site / file).read_text(encoding="utf-8")

    assert len(list(references_of_xml(text))) > 1


@pytest.mark.parametrize("page", ["gioi-thieu/index.html", "tin/*/*/*/index.html"])
def test_what_staff_wrote_is_marked_on_its_page(built_site: Path, page: str) -> None:
    for file in built_site.glob(page):
        tags = list(tags_of(file.read_text(encoding="utf-8")))
        assert {tag.is_written for tag in tags if tag.name == "p"} >= {True}
        assert {tag.is_written for tag in tags if tag.name in ("header", "footer", "script")} >= {
            False
        }
