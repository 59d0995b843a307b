"""The body of an article on its page: links to tap, files named in raw HTML, headings."""

from typing import Any

from PIL import Image


def body_of(site: Any, body: str) -> str:
    Image.new("RGB", (700, 400), "navy").save(site.write("articles/2023/images/cho.png", b""))
    site.write("articles/2023/tai-lieu/ke-hoach.pdf", b"%PDF")
    site.article("khac")
    site.article("bai", body=body)
    site.build()
    page: str = site.page("tin/2023/04/bai")
    return page.partition('<div class="news__body">')[2].partition("<footer")[0]


def test_bare_addresses_and_numbers_are_links_but_not_those_in_links_and_code(
    tiny_site: Any,
) -> None:
    shown = body_of(
        tiny_site,
        "Xem https://a.example/?x=1&y=2, gọi **0912 345 678**.\n\n"
        "[www.b.example](khac.md) `www.c.example` [thư](thu@b.example)",
    )

    assert 'href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>,' in shown
    assert '<strong><a class="bare" href="tel:0912345678">0912 345 678</a></strong>' in shown
    assert shown.count("<a ") == 4
    assert 'href="mailto:thu@b.example"' in shown


def test_files_that_raw_html_names_are_found_from_the_page(tiny_site: Any) -> None:
    shown = body_of(
        tiny_site,
        '<img src="images/cho.png" alt="Chợ">\n\n<p>Xem <a href="khac.md#a">bài</a>, '
        '<a href="tai-lieu/ke-hoach.pdf">kế hoạch</a></p>\n\n'
        '<table><tr><td><a href="../2023/khac.md">bài</a></td></tr></table>',
    )

    assert "<picture>" in shown
    assert 'href="../khac/#a"' in shown
    assert 'href="../khac/"' in shown
    assert 'href="../../tai-lieu/ke-hoach.pdf"' in shown


def test_headings_of_an_article_start_below_its_title(tiny_site: Any) -> None:
    shown = body_of(tiny_site, "# Một\n\n## Hai\n\n###### Sáu")

    assert [shown.count(f"<h{level} ") for level in range(1, 7)] == [0, 1, 1, 0, 0, 1]
