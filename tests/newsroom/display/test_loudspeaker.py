"""What the ward's loudspeaker says of an article."""

from collections.abc import Callable
from datetime import datetime

import pytest

from newsroom.content.article import Article, Event
from newsroom.display.loudspeaker import announcement
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
SHORT = (
    Abbreviation("UBND", ("Ủy ban nhân dân", "UB nhân dân")),
    Abbreviation("MTTQ", ("Mặt trận Tổ quốc",)),
)


def _said(article: Article) -> list[str]:
    return list(announcement(article, SHORT).sentences)


def test_title_lead_and_facts_are_said_in_words(make_article: Make) -> None:
    event = Event(_at(7), _at(11, 30), "sân UBND")
    article = make_article(
        "a", "2023-01-02", title="Cắt điện 5/12", summary="Thay dây ở tổ 5!", event=event,
        contact="Một cửa, 024 0000",
    )  # fmt: skip

    assert _said(article) == [
        "Cắt điện ngày mùng năm tháng mười hai.",
        "Thay dây ở tổ năm!",
        (
            "Thời gian: từ bảy giờ đến mười một giờ ba mươi phút ngày mùng năm tháng mười hai"
            " năm hai nghìn không trăm hai mươi ba."
        ),
        "Địa điểm: sân Ủy ban nhân dân.",
        "Ai cần hỏi, xin liên hệ: Một cửa, không hai bốn không không không không.",
    ]


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ((23, 59), "Hạn chót: hết ngày mùng năm tháng mười hai"),
        ((17, 0), "Hạn chót: mười bảy giờ ngày mùng năm tháng mười hai"),
    ],
)
def test_deadline_says_its_hour_where_there_is_one(
    make_article: Make, deadline: tuple[int, int], said: str
) -> None:
    *_, last = _said(make_article("a", "2023-01-02", deadline=_at(*deadline)))

    assert last == f"{said} năm hai nghìn không trăm hai mươi ba."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("UBND phường", "Ủy ban nhân dân phường."),
        ("Mặt trận Tổ quốc (MTTQ) phường", "Mặt trận Tổ quốc phường."),
        ("UB nhân dân (UBND) họp", "UB nhân dân họp."),
        ("Phường (UBND) họp", "Phường (Ủy ban nhân dân) họp."),
        ("đội 1 họp", "Đội một họp."),
        ("Vì sao?", "Vì sao?"),
    ],
)
def test_abbreviations_are_said_in_full_and_once(
    make_article: Make, written: str, said: str
) -> None:
    assert _said(make_article("a", "2023-01-02", title=written))[0] == said


@pytest.mark.parametrize(
    ("words", "length"), [(1, "10 giây"), (98, "40 giây"), (248, "2 phút"), (600, "4 phút")]
)
def test_length_is_told_roughly(make_article: Make, words: int, length: str) -> None:
    article = make_article("a", "2023-01-02", title="chữ", summary="chữ " * words)

    assert announcement(article, ()).length == length


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2023, 12, 5, hour, minute, tzinfo=VIETNAM)
