"""Headings and anchors of a page are those of its sanitised body, however it was written."""

from typing import Any

import pytest

HOSTILE = [
    '<h2 markdown="1" id="a&quot;&gt;&lt;img src=x on&#101;rror=alert(1)&gt;">Mục</h2>',
    "## Mục {: #a'><img/src=x/onerror=alert(1)> }",
    "## Mục &lt;img src=x onerror=alert(1)&gt;",
    '## <span data-toc-label="<img src=x onerror=alert(1)>">Mục</span>',
    "## Mục {: data-toc-label='<img src=x onerror=alert(1)>' }",
    "## `<img src=x onerror=alert(1)>`",
]


@pytest.mark.parametrize("heading", HOSTILE)
def test_a_heading_brings_no_element_into_the_frame(tiny_site: Any, heading: str) -> None:
    """Hand-written pages show their headings in a list of what they hold."""
    tiny_site.write("docs/gioi-thieu.md", f"{heading}\n\n## Mục hai\n\n" + "## Mục\n\n" * 5)
    tiny_site.article("mot", body=f"{heading}\n\n## Mục hai")
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert 'href="#muc-hai"' in tiny_site.page("gioi-thieu")
    assert tiny_site.mentions("<img src=x") == []
    assert tiny_site.mentions("<img/src=x") == []


def test_a_link_to_an_anchor_that_is_not_there_after_sanitising_is_told(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.article(
        "mot", body="Xem [mục](#__config), [mục hai](#muc).\n\n## A {: #__config }\n\n## Mục"
    )

    tiny_site.build()

    assert "__config" in caplog.text
    assert "'#muc'" not in caplog.text
