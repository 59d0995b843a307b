"""What leaves an article's page is harmless, however it was written in Markdown."""

import re
from typing import Any

import pytest

from newsroom.site.html.sanitized import sanitized

KEPT = [
    '<h2 id="a">A</h2>\n<p>B <strong>c</strong> <a href="../b/">d</a><br>e</p>',
    '<ol start="7"><li>x</li></ol>',
    '<table><thead><tr><th align="right">a</th></tr></thead></table>',
    '<img alt="x" src="../images/a.jpg">',
    '<div class="admonition tip"><p class="admonition-title">Mẹo</p></div>',
    '<sup id="fnref2:ghi-chú"><a class="footnote-ref" href="#fn:ghi-chú">1</a></sup>',
    '<div class="footnote"><ol><li id="fn:1" role="doc-endnote">x</li></ol></div>',
    '<h2 id="ho-so_1">Hồ sơ</h2><h2 id="_2">…</h2>',
    '<a href="tel:113">113</a> <a href="mailto:a@b.example">thư</a>',
]
HARMFUL = [
    '<a href=" DATA:text/html,<script>alert(1)</script>">a</a>',
    '<img alt="a" src="data:text/html,<script>alert(1)</script>">',
    '<img alt="x" src="data:image/png;base64,iVBORw0KGgo=">',
    '<a href="x" title="}" onclick="alert(1)">a</a>',
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">a</a>',
    '<img alt="a" src="https://khac.vn/a.png">',
    '<img alt="a" src="/\\khac.vn/a.png">',
    '<img alt="a" src="http:khac.vn/a.png">',
    '<div style="background:url(https://khac.vn/a.png)">a</div>',
    '<p style="position:fixed">a</p>',
    '<iframe src="https://khac.vn"></iframe>',
    '<a href="java&#9;scr&#10;ipt:alert(1)">a</a>',
    '<a href="&#1; javascript&colon;alert(1)">a</a>',
    '<a href="da&#9;ta:text/html,alert(1)">a</a>',
    '<img alt="a" src="ht&#10;tps://khac.vn/a.png">',
    '<img alt="a" src="&#9;/&#13;/khac.vn/a.png">',
    '<img alt="a" src="&#1;\\\\khac.vn/a.png">',
    '<img alt="a" srcset="https://khac.vn/a.png 2x">',
    '<picture><source srcset="//khac.vn/a.png"></picture>',
    "<svg><animate onbegin=alert(1) /><a href='javascript:alert(1)'>a</a></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
]
STEERING = [
    '<div id="__config">{}</div>',
    '<h2 id="_blank">a</h2>',
    '<h2 id="ResizeObserver">a</h2>',
    '<h2 id="document$">a</h2>',
    '<h2 id="mermaid">a</h2>',
    '<h2 id="a b">a</h2>',
    '<p id="fn:&lt;b&gt;">a</p>',
    '<pre class="mermaid"><code>graph</code></pre>',
    '<div class="md-search highlight tabbed-set grid">a</div>',
    '<div data-md-component="search" data-tabs="1">a</div>',
    '<p role="dialog">a</p>',
    '<input type="checkbox"><label for="__search">a</label>',
    '<a name="__config">a</a>',
]
"""What means something to the theme's script."""


@pytest.mark.parametrize("html", KEPT)
def test_what_an_article_may_have_stays(html: str) -> None:
    assert sanitized(html) == html


@pytest.mark.parametrize("html", HARMFUL)
def test_what_could_harm_a_reader_goes(html: str) -> None:
    clean = sanitized(html)

    for harmful in ("alert", "script", "khac.vn", "onclick", "position", "iframe"):
        assert harmful not in clean


@pytest.mark.parametrize("html", STEERING)
def test_what_would_steer_the_script_of_the_theme_goes(html: str) -> None:
    assert not re.search(r"(?:id|class|data-|name|for|role|type)[a-z-]*=", sanitized(html))


@pytest.mark.parametrize("aligned", ["left", "center", "right"])
def test_alignment_of_a_table_becomes_a_class(aligned: str) -> None:
    html = (
        f'<table><tr><td colspan="2" class="x" style="Text-Align: {aligned};">a</td></tr></table>'
    )

    assert f'<td colspan="2" class="align-{aligned}">a</td>' in sanitized(html)


def test_words_that_look_like_a_style_stay_as_they_are() -> None:
    words = '<p title="&lt;td style=">&lt;td style="right"&gt; style="right"</p>'

    assert sanitized(words) == words


def test_body_is_held_to_the_list_even_where_its_markdown_hid_it(tiny_site: Any) -> None:
    tiny_site.article(
        "mot", body='<details><summary>x</summary>\n<u onpointerrawupdate="a()">b</u></details>'
    )
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert tiny_site.mentions("onpointerrawupdate") == []
