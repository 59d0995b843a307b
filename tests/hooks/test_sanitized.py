"""What leaves an article's page is harmless, however it was written in Markdown."""

from typing import Any

import pytest

from newsroom.site.sanitized import sanitized

KEPT = [
    '<h2 id="a">A</h2>\n<p>B <strong>c</strong> <a href="../b/">d</a><br>e</p>',
    '<ol start="7"><li>x</li></ol>',
    '<table><thead><tr><th style="text-align:right">a</th></tr></thead></table>',
    '<img alt="x" src="../images/a.jpg">',
    '<div class="admonition tip"><p class="admonition-title">Mẹo</p></div>',
    '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
    '<img alt="x" src="data:image/png;base64,iVBORw0KGgo=">',
    '<a href="tel:113">113</a> <a href="mailto:a@b.example">thư</a>',
]
HARMFUL = [
    '<a href=" DATA:text/html,<script>alert(1)</script>">a</a>',
    '<img alt="a" src="data:text/html,<script>alert(1)</script>">',
    '<a href="x" title="}" onclick="alert(1)">a</a>',
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">a</a>',
    '<img alt="a" src="https://khac.vn/a.png">',
    '<img alt="a" src="/\\khac.vn/a.png">',
    '<img alt="a" src="http:khac.vn/a.png">',
    '<div style="background:url(https://khac.vn/a.png)">a</div>',
    '<p style="position:fixed">a</p>',
    '<iframe src="https://khac.vn"></iframe>',
]


@pytest.mark.parametrize("html", KEPT)
def test_what_an_article_may_have_stays(html: str) -> None:
    assert sanitized(html).replace(';"', '"') == html


@pytest.mark.parametrize("html", HARMFUL)
def test_what_could_harm_a_reader_goes(html: str) -> None:
    clean = sanitized(html)

    for harmful in ("alert", "script", "khac.vn", "onclick", "position", "iframe"):
        assert harmful not in clean


def test_body_is_held_to_the_list_even_where_its_markdown_hid_it(tiny_site: Any) -> None:
    tiny_site.article(
        "mot", body='<details><summary>x</summary>\n<u onpointerrawupdate="a()">b</u></details>'
    )
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert tiny_site.mentions("onpointerrawupdate") == []
