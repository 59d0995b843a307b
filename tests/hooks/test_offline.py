"""A ward decides whether browsers keep what was read (docs/sw.js)."""

import pytest
from tiny_site import TinySite


@pytest.mark.parametrize("is_wanted", [True, False])
def test_pages_say_whether_they_may_be_kept(tiny_site: TinySite, is_wanted: bool) -> None:
    tiny_site.newsroom["offline"] = is_wanted
    tiny_site.build(strict=True)

    assert ('<html lang="vi" data-offline="yes">' in tiny_site.page("gioi-thieu")) == is_wanted
