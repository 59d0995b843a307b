"""Plain text of Markdown, as a card or a feed shows it."""

import pytest

from newsroom.text.plain import first_paragraph, plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Đậm** và *nghiêng*", "Đậm và nghiêng"),
        ("Xem [kế hoạch](a/ke-hoach.md) số 12", "Xem kế hoạch số 12"),
        ("![ảnh](images/a.jpg) Chú thích", "Chú thích"),
        ("ho_ten_nguoi", "ho_ten_nguoi"),
        ("một\nhai   ba", "một hai ba"),
        (r"1\. Không phải danh sách, 5 \* 3", "1. Không phải danh sách, 5 * 3"),
        ("Diện tích 5 * 3 m và *rất* rộng", "Diện tích 5 * 3 m và rất rộng"),
        ("Nước H<sub>2</sub>O", "Nước H2O"),
    ],
)
def test_markup_goes_and_words_stay(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@pytest.mark.parametrize(
    "before",
    ["## Tiêu đề", "> Trích dẫn", "- mục\n- mục", "1. một", "![a](b.jpg)", "| a |\n|---|", "---"],
)
def test_lead_is_the_first_paragraph_of_running_text(before: str) -> None:
    assert first_paragraph(f"{before}\n\nĐoạn đầu.\n\nĐoạn hai.") == "Đoạn đầu."


def test_body_without_running_text_has_no_lead() -> None:
    assert first_paragraph("![a](b.jpg)\n\n- mục") == ""
