"""Placeholders of hand-written pages: what they stand for, and what is told of unknown ones."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from newsroom.content.newsroom import Newsroom, Ward
from newsroom.content.placeholders import escaped, filled_in, placeholder_problems


@pytest.fixture(scope="module")
def ours(newsroom: Newsroom) -> Newsroom:
    """A newsroom whose ward has no district and no hours."""
    ward = Ward(
        "Xã Yên & Mỹ", city="Tỉnh Hưng Yên", address="Số 1 | *đường* <b>Hoa</b>",
        phone="(0221) 3.456 789", email="vp_yen@my.example",
    )  # fmt: skip
    return replace(newsroom, ward=ward)


def html(markdown: str) -> str:
    """What MkDocs makes of the Markdown."""
    extensions = ["attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"]
    return Markdown(extensions=extensions).convert(markdown)


def text(markdown: str) -> str:
    return BeautifulSoup(html(markdown), "html.parser").get_text()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{{ ward.name }}, {{ward.city}}", "Xã Yên & Mỹ, Tỉnh Hưng Yên"),
        ("Ở {{ ward.name_in_text }}, {{ ward.unit }} ta.", "Ở xã Yên & Mỹ, xã ta."),
        ("{{ ward.place }}", "Tỉnh Hưng Yên"),
        ("Nhà ở {{ ward.address }}", "Nhà ở Số 1 | *đường* <b>Hoa</b>"),
        ("`category: {{ example.category }}`", "category: thong-bao"),
        ("```\nemail: {{ ward.email }}\n```", "email: vp_yen@my.example\n"),
        (r"\{{ ward.name }}", "{{ ward.name }}"),
        ("{{ ward.nmae }}", "{{ ward.nmae }}"),
    ],
)
def test_placeholder_shows_what_the_settings_say(ours: Newsroom, typed: str, shown: str) -> None:
    assert text(filled_in(typed, ours)) == shown


def test_phone_and_email_can_be_tapped(ours: Newsroom) -> None:
    shown = html(filled_in("{{ ward.phone }} · {{ ward.email }}", ours))

    assert '<a href="tel:02213456789">(0221) 3.456 789</a>' in BeautifulSoup(
        shown, "html.parser"
    ).decode(formatter="minimal")
    assert 'href="mailto:vp_yen@my.example"' in shown


def test_two_numbers_in_one_are_no_link(ours: Newsroom) -> None:
    ward = replace(ours.ward, phone="0221 3456 789 hoặc 0221 3456 790")

    assert "<a" not in html(filled_in("{{ ward.phone }}", replace(ours, ward=ward)))


def test_placeholder_inside_a_link_makes_no_second_one(ours: Newsroom) -> None:
    typed = "[Gọi {{ ward.phone }}](tel:{{ ward.phone }}) [thư](mailto:{{ ward.email }})"

    shown = html(filled_in(typed, ours))

    assert shown.count("<a ") == 2
    assert 'href="mailto:vp_yen@my.example"' in shown


def test_line_without_a_value_is_left_out(ours: Newsroom) -> None:
    typed = (
        "| Mục | Thông tin |\n| --- | --- |\n| Quận | {{ ward.district }} |\n"
        "| Giờ | {{ ward.working_hours }} |\n| Tỉnh | {{ ward.city }} |\n\n**{{ ward.notice }}**\n"
    )

    shown = html(filled_in(typed, ours))

    assert shown.count("<tr>") == 2
    assert "<strong>" not in shown


def test_value_with_a_stroke_keeps_its_cell(ours: Newsroom) -> None:
    shown = html(filled_in("| A | B |\n| - | - |\n| Địa chỉ | {{ ward.address }} |", ours))

    assert "<td>Số 1 | *đường* &lt;b&gt;Hoa&lt;/b&gt;</td>" in BeautifulSoup(
        shown, "html.parser"
    ).decode(formatter="minimal")


def test_tables_of_sections_and_campaigns_are_the_settings(newsroom: Newsroom) -> None:
    shown = html(filled_in("{{ sections_table }}\n\n{{ campaigns_table }}", newsroom))

    codes = [code.text for code in BeautifulSoup(shown, "html.parser").find_all("code")]
    assert codes == [*newsroom.sections, *newsroom.campaigns]


def test_ward_without_campaigns_is_told_so(newsroom: Newsroom) -> None:
    without = replace(newsroom, campaigns={})

    assert text(filled_in("{{ campaigns_table }}", without)) == "Chưa khai mục nào."
    assert filled_in("`{{ example.campaign }}`", without) == "`ma-phong-trao`"


def test_unknown_placeholder_is_told_with_its_line_and_the_known_names(ours: Newsroom) -> None:
    page = "---\ntitle: Một\n---\n\n# Một\n\n{{ ward.nmae }}\n"

    (problem,) = placeholder_problems("docs/mot.md", page, ours)

    assert str(problem).startswith(
        "docs/mot.md:7: không có chỗ điền “{{ ward.nmae }}”. Có phải là: {{ ward.name }}. "
        "Các tên dùng được: ward.name, "
    )
    assert not problem.blocking


def test_placeholder_in_the_head_of_a_page_is_told(ours: Newsroom) -> None:
    page = "---\ntitle: Tin {{ ward.name }}\n---\n\n{{ ward.name }}\n"

    (problem,) = placeholder_problems("docs/mot.md", page, ours)

    assert problem.line == 2
    assert "phần đầu trang" in problem.found


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_escaped_text_shows_just_itself(typed: str) -> None:
    line = " ".join(typed.split())

    assert text(f"Chữ {escaped(line)} đây.") == " ".join(f"Chữ {line} đây.".split("\n"))
    assert text(f"| A |\n| - |\n| x {escaped(line)} x |").strip().endswith(f"x {line} x")
