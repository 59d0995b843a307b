"""What is past leaves pages that were built before, in the reader's browser."""

import pytest
from readers import Readers

LATER = "2099-01-01T12:00:00+07:00"


@pytest.mark.parametrize("uri", ["lich/", "", "phong-trao/"])
def test_what_is_past_leaves_in_the_browser(readers: Readers, served_site: str, uri: str) -> None:
    with readers.page(later()) as page:
        page.goto(served_site + uri)

        assert page.locator("[data-due]").count() == 0
        assert page.locator(".home__due, .agenda__day").count() == 0
        assert page.locator(".standing[data-end]:not(.standing--ended)").count() == 0
        assert page.locator("li[data-campaign] .standing--ended").count() == 0
        empty = page.locator("[data-when-empty]")
        assert all(one.is_visible() for one in empty.all())


def later() -> str:
    """The script that sets the browser's clock ahead."""
    return f"Date.now = () => {{ return new Date('{LATER}').getTime(); }};"
