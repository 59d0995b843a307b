"""Whatever a page is built like, every word, link, picture and cell arrives or is named."""

from itertools import count

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle

TITLE = "Ngày hội đọc sách của trẻ em phố Mới"
BLOCKS = ("p", "b", "list", "table", "link", "picture", "folded", "button", "heading", "quote",
          "nested", "unclosed", "word", "aside")  # fmt: skip
BETWEEN = ("", "<div class='quangcao'>Mua ngay</div>", "<div class='share'>Facebook</div>",
           "<hr>", "<h3>Đề mục {}</h3>")  # fmt: skip


def block(kind: str, number: int) -> str:
    """HTML with words of its own: each bears the number."""
    said = f"câu{number} kể{number} chuyện{number}"
    return {
        "p": f"<p>{said}</p>",
        "b": f"<div><b>{said}</b><br>dòng{number}</div>",
        "list": f"<ol start=3><li>{said}</li><li>mục{number}<ul><li>con{number}"
        f"</li></ul></li></ol>",
        "table": f"<table><tr><th>{said}<th>cột{number}<tr><td>ô{number}<td>số{number}</table>",
        "link": f"<p>{said} <a href='https://a.example/{number}'>nối{number}</a></p>",
        "picture": f"<p><img src='mat-{number}.jpg' alt='hình{number}'></p>",
        "folded": f"<div style='display:none'><p>{said}</p></div>",
        "button": f"<button>hỏi{number} gì?</button><div class='collapse'><p>{said}</p></div>",
        "heading": f"<h3>{said}</h3>",
        "quote": f"<blockquote>{said}<p>lời{number}</p></blockquote>",
        "nested": f"<div><section><div>{said} <span>chữ{number}</span></div></section></div>",
        "unclosed": f"<p>{said}<p>tiếp{number}",
        "word": f"<p class=MsoListParagraph><span style='mso-list:Ignore'>·</span>{said}</p>",
        "aside": f"<aside><p>{said} {'nữa ' * 12}</p></aside>",
    }[kind]


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """A page, and the HTML of its article."""
    numbers = count(1)
    known = draw(st.sampled_from(["bodytext", "la", "post-content", "chi-tiet"]))
    opening = " ".join(f"mở{n}" for n in range(30))
    bodies = []
    for _ in range(draw(st.integers(1, 3))):
        kinds = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6))
        bodies.append("".join(block(kind, next(numbers)) for kind in kinds))
    bodies[0] = f"<p>{opening}</p>{bodies[0]}"
    article = "".join(bodies)
    wrapped = "".join(
        f"<div class='{known}'>{body}</div>{draw(st.sampled_from(BETWEEN)).format(next(numbers))}"
        for body in bodies
    )
    menu = "<ul class='menu'><li><a href='/'>Trang chủ</a></li><li><a href='/t'>Tin</a></li></ul>"
    column = draw(st.sampled_from(["", "<div class='sidebar'>Lịch tuần</div>"]))
    inner = f"<h1>{TITLE}</h1><p>01/02/2023 08:00</p>{wrapped}"
    layout = draw(st.sampled_from([
        "{menu}{column}<div>{inner}</div>",
        "{menu}<div><div>{column}</div><div><div>{inner}</div></div></div>",
        "{menu}<table><tr><td>{column}</td><td>{inner}</td></tr></table>",
        "{menu}<main><article>{inner}</article></main>{column}",
    ]))  # fmt: skip
    body = layout.format(menu=menu, column=column, inner=inner)
    page = f"<html><head><title>{TITLE}</title></head><body>{body}<footer>©</footer></body></html>"
    return page, article


@pytest.mark.thorough
@settings(max_examples=25, deadline=None)
@given(pages())
def test_all_of_an_article_arrives_or_is_named(made: tuple[str, str]) -> None:
    page, article = made

    record = read_saved_page(page, lambda _: None)

    assert isinstance(record, ImportedArticle), record
    held = BeautifulSoup(f"{record.lead} {record.body}", "html.parser")
    notes = "\n".join(record.notes)
    words = {*held.get_text(" ").split()}
    source = BeautifulSoup(article, "html.parser")
    lost = [word for word in source.get_text(" ").split() if word not in words | {"·"}]
    assert [word for word in lost if word not in notes] == []
    for link in source.find_all("a"):
        assert held.find("a", href=link["href"]) or str(link["href"]) in notes
    for img in source.find_all("img"):
        assert str(img["alt"]) in notes
    cells = {cell.get_text(strip=True) for cell in held.find_all("td")}
    assert "table" not in article or cells or "ô" in notes
