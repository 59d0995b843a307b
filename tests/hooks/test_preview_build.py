"""What the preview shows besides the published site: drafts, and what is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

URL = "http://127.0.0.1/"


@pytest.fixture(scope="module")
def preview(shared_site: Callable[[], Any]) -> Any:
    """A site with an article of every state, built as `mkdocs serve` builds it."""
    site = shared_site()
    site.article("tot")
    site.article("nhap", {"draft": "true"})
    site.article("hen", {"publish_at": "2024-01-02"})
    site.article("het", {"expires_at": "2023-12-31"})
    site.article("loi", {"category": "tinn"})
    site.build(serve_url=URL)
    return site


@pytest.mark.parametrize(
    ("name", "state"), [("nhap", "bản nháp"), ("hen", "hẹn giờ"), ("het", "hết hạn")]
)
def test_unpublished_article_has_its_page_which_says_so(
    preview: Any, name: str, state: str
) -> None:
    assert f"Chỉ hiện khi xem thử: {state}." in preview.page(f"tin/2023/04/{name}")


def test_published_article_does_not_say_so(preview: Any) -> None:
    assert "Chỉ hiện khi xem thử" not in preview.page("tin/2023/04/tot")


def test_page_of_the_unpublished_lists_them_and_the_faulty_files(preview: Any) -> None:
    page = preview.page("chua-dang")

    for name in ("nhap", "hen", "het"):
        assert f'href="../tin/2023/04/{name}/"' in page
    assert "../tin/2023/04/tot/" not in page.split("</header>")[-1].split("<footer")[0]
    assert "articles/2023/loi.md:4: category: không có chuyên mục" in page
    assert "Có phải là: category: tin" in page


def test_lists_and_feeds_of_the_preview_are_those_of_the_published_site(preview: Any) -> None:
    for name in ("index.html", "chuyen-muc/tin/index.html", "rss.xml"):
        text = preview.files()[name].decode()
        assert "tin/2023/04/tot/" in text
        assert "nhap" not in text
        assert "tin/2023/04/hen/" not in text
