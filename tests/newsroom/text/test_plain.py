"""Plain text of Markdown, as a card or a feed shows it."""

import pytest

from newsroom.text.plain import lead_of, plain


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
def test_lead_is_the_lead_of_of_running_text(before: str) -> None:
    assert lead_of(f"{before}\n\nĐoạn đầu.\n\nĐoạn hai.") == "Đoạn đầu."


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("| Ngày | Giờ |\n| --- | ---: |\n| 1/12 | 8:00 |", "Ngày, Giờ; 1/12, 8:00"),
        ("## Lịch\n\n- Sáng: họp\n- Chiều: **tiếp dân**", "Sáng: họp; Chiều: tiếp dân"),
        ("1. Đăng ký;\n2. Nhận số.", "Đăng ký; Nhận số."),
        ("> Trích lời *Bác*", "Trích lời Bác"),
        ("<!-- nháp -->\n\n- > một", "một"),
        ("- một\n" * 60, "; ".join(["một"] * 32) + " …"),
    ],
)
def test_body_that_is_only_a_table_or_a_list_has_its_first_words_as_lead(
    body: str, lead: str
) -> None:
    assert lead_of(body) == lead


def test_lead_of_pictures_alone_is_what_the_first_one_shows() -> None:
    assert lead_of("![Sân trường](b.jpg)\n\n## Ảnh\n\n---\n\n![Cổng](c.jpg)") == "Sân trường"
    assert lead_of("![](b.jpg)\n\n## Ảnh") == ""


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("Phường họp <!-- hỏi lại: 0912 > chưa chốt --> bàn việc.", "Phường họp bàn việc."),
        ("<!-- một\n\nhai > ba -->\n\nĐoạn đầu.", "Đoạn đầu."),
        ("Một <!-- a --> hai <!-- b --> ba <!--> bốn.", "Một hai ba bốn."),
        ("Đoạn đầu.<!-- chưa đóng\n\nĐoạn hai.", "Đoạn đầu."),
        ("Viết `<!-- mã -->` để ghi chú.", "Viết <!-- mã --> để ghi chú."),
    ],
)
def test_comments_of_editors_are_no_part_of_the_lead(body: str, lead: str) -> None:
    assert lead_of(body) == lead


def test_words_in_angle_brackets_stay_and_tags_go() -> None:
    typed = "Soạn <Số hồ sơ> gửi <b>8088</b><br>, xem <https://phuong.example>, <em bé>"

    assert plain(typed) == "Soạn <Số hồ sơ> gửi 8088, xem https://phuong.example, <em bé>"
