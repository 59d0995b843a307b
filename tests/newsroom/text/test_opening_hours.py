"""Opening hours are understood wholly or not at all."""

import pytest

from newsroom.text.opening_hours import Hours, opening_hours

WEEK = (0, 1, 2, 3, 4)


def test_hours_of_a_week_with_a_noon_and_a_half_day() -> None:
    text = "Thứ Hai đến thứ Sáu: 8:00–12:00, 13:30–17:00; sáng thứ Bảy: 8:00–12:00"

    assert opening_hours(text) == (
        Hours(WEEK, "08:00", "12:00"), Hours(WEEK, "13:30", "17:00"), Hours((5,), "08:00", "12:00")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Từ thứ 2 đến thứ 6: 7h30 - 11h30 và 13h - 17h.", ((WEEK, "07:30", "11:30"),
                                                          (WEEK, "13:00", "17:00"))),
        ("thứ hai, thứ tư và thứ sáu: sáng 8 giờ đến 11 giờ 30", (((0, 2, 4), "08:00", "11:30"),)),
        ("Chủ nhật 8:00-9:00", (((6,), "08:00", "09:00"),)),
        ("Thứ Hai – Thứ Bảy, từ 8:00 đến 17:00", (((0, 1, 2, 3, 4, 5), "08:00", "17:00"),)),
    ],
)  # fmt: skip
def test_hours_as_offices_write_them(text: str, hours: object) -> None:
    assert opening_hours(text) == hours


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Giờ hành chính",
        "8 giờ đến 17 giờ",
        "Thứ Hai đến thứ Sáu: 8:00–12:00; nghỉ ngày lễ",
        "Thứ Hai đến thứ Sáu: 8:00–12:00 (trừ ngày lễ)",
        "Thứ Sáu đến thứ Hai: 8:00–12:00",
        "Thứ Hai: 17:00–8:00",
        "Thứ Hai: 8:00–25:00",
        "Thứ Hai: 8:00",
    ],
)
def test_what_is_not_wholly_understood_is_left_out(text: str) -> None:
    assert opening_hours(text) == ()
