"""Whatever staff type, the walk tells them of it and does not keep the site from going online."""

from typing import Any

import pytest

from newsroom.built.tree import read_tree
from newsroom.built.walk import Walk, walk

LINK_FAULTS = {
    "address of the site": "[nơi khác](/khong-co/)",
    "article's address": "[bài cũ](/tin/2019/01/khong-co/)",
    "article's address in HTML": '<a href="/tin/2019/01/khong-co/">bài cũ</a>',
    "whole address": "[bài cũ](https://thu.example/tin/2019/01/khong-co/)",
    "own heading": "[dưới đây](#khong-co)",
    "heading of another": "[bài kia](kia.md#khong-co)",
}
PICTURES = ["![Cổng chào](images/khong-co.jpg)", '<img src="khong-co.jpg" alt="Cổng chào">']
HAND_WRITTEN = """# Liên hệ

[Tin cũ](/tin/2019/01/khong-co/), [trang](khong-co.md), [mục](#khong-co), ![Bản đồ](khong-co.png)

<iframe src="https://ban-do.example/" title="Bản đồ"></iframe>
"""


def walk_of(site: Any) -> Walk:
    for name in (
        "campaign",
        "copy",
        "due",
        "folds",
        "theme",
        "article/tools",
        "search/field",
        "search/page",
    ):
        site.write(f"docs/javascripts/{name}.js", "")
    site.article("kia")
    site.build()
    return walk(read_tree(site.site))


def blocking(found: Walk) -> list[str]:
    return [str(problem) for problem in found.problems if problem.blocking]


@pytest.mark.parametrize("body", LINK_FAULTS.values(), ids=LINK_FAULTS.keys())
def test_link_of_an_article_is_told_and_blocks_nothing(tiny_site: Any, body: str) -> None:
    tiny_site.article("mot", body=f"Xem {body} nhé.")

    found = walk_of(tiny_site)

    assert blocking(found) == []
    assert any(one.path == "/tin/2023/04/mot/" for one in found.problems)


@pytest.mark.parametrize("body", PICTURES)
def test_lost_picture_leaves_its_description(tiny_site: Any, body: str) -> None:
    tiny_site.article("mot", body=f"Xem {body} nhé.")

    found = walk_of(tiny_site)

    assert [one for one in found.problems if one.path == "/tin/2023/04/mot/"] == []
    assert 'Xem <span class="photo-lost">Cổng chào</span> nhé.' in tiny_site.page("tin/2023/04/mot")


def test_faults_of_hand_written_pages_and_settings_are_told_and_block_nothing(
    tiny_site: Any,
) -> None:
    tiny_site.write("docs/lien-he.md", HAND_WRITTEN)
    tiny_site.settings["nav"].append({"Liên hệ": "lien-he.md"})
    tiny_site.settings["nav"].append({"Mất": "khong-con.md"})
    tiny_site.settings["theme"]["logo"] = "assets/khong-con.svg"

    found = walk_of(tiny_site)

    assert blocking(found) == []
    # The frame of another site is not on the page at all.
    assert len([one for one in found.problems if one.path == "/lien-he/"]) == 4


def test_articles_with_odd_fields_block_nothing(tiny_site: Any) -> None:
    tiny_site.article("hong", {"date": "2023-99-99"})
    tiny_site.article("xem", body="Xem [bài hỏng](hong.md).")
    tiny_site.article("trong", body="")
    tiny_site.article("so-ket", {"quarter": "2022-Q4", "organization": "Y tế"})
    tiny_site.article("anh", {"image": "images/mất.jpg", "image_alt": "Ảnh"})
    tiny_site.article("cu", {"aliases": "[/gioi-thieu/, /tin/2023/04/trong/, /cu/]"})

    assert blocking(walk_of(tiny_site)) == []


def test_article_that_a_list_names_and_the_site_lacks_blocks_it(tiny_site: Any) -> None:
    walk_of(tiny_site)
    (tiny_site.site / "tin/2023/04/kia/index.html").unlink()

    assert blocking(walk(read_tree(tiny_site.site))) != []
