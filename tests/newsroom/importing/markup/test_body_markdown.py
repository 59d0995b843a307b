"""HTML becomes Markdown that shows the same words, whatever is thrown at it."""

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.importing.markup.blocks import simple_blocks
from newsroom.importing.markup.body_markdown import body_markdown
from newsroom.importing.markup.emphasis import without_emphasis
from newsroom.importing.markup.fidelity import first_difference, shown_words
from newsroom.importing.markup.sanitizer import sanitized
from newsroom.importing.text.plain_blocks import html_blocks
from newsroom.importing.text.white_space import tidy

RENDERERS = (["tables"], ["tables", "sane_lists", "attr_list", "footnotes", "md_in_html"])
SIGNS = st.text("*_#<>[]()`~=+-!|:.;&\\{}/1239 ^$\"'abđế\u00a0", max_size=12)
_LETTERS = re.compile(r"[^\W_]+")
LINES = st.lists(SIGNS.map(tidy).filter(bool), min_size=1, max_size=6)


@st.composite
def fragments(draw: st.DrawFn, depth: int = 2) -> str:
    """Nested HTML as editors of old portals leave it, without bold and italic text."""
    words = draw(SIGNS).replace("<", "&lt;")
    if depth == 0:
        return words
    inner = "".join(draw(st.lists(fragments(depth - 1), max_size=3)))
    name = draw(st.sampled_from(
        ["p", "div", "ul", "ol", "li", "h3", "blockquote", "table", "td", "span", "a", "sup", "br"]
    ))  # fmt: skip
    if name in ("ul", "ol"):
        start = draw(st.sampled_from(["", " start='4'", " type='a'"])) if name == "ol" else ""
        return f"{words}<{name}{start}><li>{inner}</li><li>{words}</li></{name}>"
    if name == "table":
        row = f"<tr><td colspan='2'>{inner}</td><td>{words}</td></tr>"
        return f"<table>{row}<tr><td rowspan='2'>{words}</td></tr>{row}</table>"
    if name == "br":
        return f"{words}<br>{inner}"
    link = " href='https://a.example/b_(c)'" if name == "a" else ""
    return f"<{name}{link}>{inner}</{name}>{words}"


@pytest.mark.thorough
@settings(max_examples=200, deadline=None)
@given(LINES)
def test_any_lines_render_to_their_own_words(lines: list[str]) -> None:
    meant = html_blocks(lines)
    body = body_markdown(meant, (), ())

    assert _LETTERS.findall(" ".join(shown_words(meant))) == _LETTERS.findall(" ".join(lines))
    for extensions in RENDERERS:
        html = markdown.markdown(body, extensions=extensions)
        assert shown_words(html) == shown_words(meant), body


@pytest.mark.thorough
@settings(max_examples=200, deadline=None)
@given(fragments())
def test_any_html_renders_to_its_own_words(html: str) -> None:
    clean = without_emphasis(str(simple_blocks(sanitized(html))))
    body = body_markdown(clean, (), ())

    for extensions in RENDERERS:
        assert shown_words(markdown.markdown(body, extensions=extensions)) == shown_words(clean)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<b>b</b><b>c</b> <i>d</i></p>", "a**bc** *d*"),
        ("<p>một<br>hai<br><br>ba</p>", "một<br>\nhai\n\nba"),
        ("<p>x<sup>2</sup> và H<sub>2</sub>O</p>", "x<sup>2</sup> và H<sub>2</sub>O"),
        ("<h1><b>Đề mục #</b></h1>", r"## Đề mục \#"),
        ("<p><a href='/b'>]: mục</a></p>", r"[\]&#58; mục](/b)"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n\n    - b\n\n2. c"),
        ("<ol><li value='5'>a</li><li>b</li></ol>", "5\\. a\n\n6\\. b"),
        ("<ol type='I'><li>a</li><li>b</li></ol>", "I. a\n\nII. b"),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>",
         "- a\n\n<!-- danh sách khác -->\n\n1. b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>một\nhai</pre>", "một<br>\nhai"),
        ("<p>a\u200bb\u00ad c&nbsp;&nbsp;d</p>", "ab c d"),
        ("<table><tr><td>chỉ một ô</td></tr></table>", "chỉ một ô"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d|e</td></tr></table>",
         "| a | b |\n| --- | --- |\n| c | d&#124;e |"),
        ("<table><caption>Bảng 1</caption><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>",
         "Bảng 1\n\n| a | b |\n| --- | --- |\n| c |  |"),
        ("<p><a href='https://a.example/x y(1)'>đây</a></p>",
         "[đây](https://a.example/x%20y%281%29)"),
    ],
)  # fmt: skip
def test_html_becomes_this_markdown(html: str, expected: str) -> None:
    body = body_markdown(str(simple_blocks(sanitized(html))), (), ())

    assert [line.rstrip() for line in body.splitlines()] == expected.splitlines()


def test_picture_is_shown_with_its_description_and_caption() -> None:
    html = "<figure><img src='0'><figcaption>Chú thích</figcaption></figure>"

    body = body_markdown(html, ["images/bai-2.jpg"], ["Sân [mới]"])

    assert body == "![Sân \\[mới\\]](images/bai-2.jpg)\n\n*Chú thích*"


@pytest.mark.parametrize("sign", ["•", "▪", "·", "●", "○", "➢", "‣"])
def test_sign_that_begins_one_paragraph_is_shown_as_it_stands(sign: str) -> None:
    body = body_markdown(f"<p>Một.</p><p>{sign} mang chổi</p><p>Hai.</p>", (), ())

    assert first_difference("<p>Một.</p><p>" + sign + " mang chổi</p><p>Hai.</p>", body) is None
