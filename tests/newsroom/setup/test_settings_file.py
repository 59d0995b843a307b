"""mkdocs.yml with a ward's answers: what they concern changes, and not a byte besides."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.newsroom import Newsroom, Organization, Section
from newsroom.content.settings import settings_in
from newsroom.setup.answers import Answers, Site, faults, named, today
from newsroom.setup.settings_file import UneditableError, site_in, with_answers

DATA = (Path(__file__).parents[1] / "cases" / "mkdocs-mau.yml").read_bytes()
CAMPAIGNS = ("vi-nguoi-ngheo", "doi-song-van-hoa")


def newsroom_in(data: bytes) -> Newsroom:
    found = settings_in(data).newsroom
    assert found
    return found


def answers_of(data: bytes = DATA) -> Answers:
    """Those that the settings give."""
    return today(newsroom_in(data), site_in(data), is_sample=False)


def changed_lines(new: bytes, old: bytes = DATA) -> list[str]:
    before, after = (data.decode().splitlines() for data in (old, new))
    _, _, *lines = unified_diff(before, after, n=0, lineterm="")
    return [line for line in lines if not line.startswith("@@")]


def test_answers_of_today_change_nothing() -> None:
    assert with_answers(DATA, answers_of(), CAMPAIGNS) == DATA


def test_one_answer_changes_one_line_and_keeps_its_comment() -> None:
    answers = answers_of()
    answers = replace(answers, ward=replace(answers.ward, phone="0915 123 456"))

    assert changed_lines(with_answers(DATA, answers, CAMPAIGNS)) == [
        '-      phone: "024 0000 0000" # gọi giờ hành chính',
        '+      phone: "0915 123 456" # gọi giờ hành chính',
    ]


def test_answers_that_are_empty_go_and_new_ones_come() -> None:
    answers = answers_of()
    ward = replace(answers.ward, district="", notice="", email="mau@phuong.example")

    assert changed_lines(with_answers(DATA, replace(answers, ward=ward), CAMPAIGNS)) == [
        "+      email: mau@phuong.example",
        "-      district: Quận Cũ",
        "-      notice: >-",
        "-        Cổng mẫu: mọi điều",
        "-        ở đây là minh họa.",
    ]


def test_name_of_the_ward_changes_wherever_it_stood() -> None:
    new = with_answers(DATA, named(answers_of(), "Xã Mới", is_sample=False), CAMPAIGNS)

    assert newsroom_in(new).organizations[0] == Organization(
        "Công an xã Mới", ("Công an phường", "CA")
    )
    assert site_in(new) == Site("Cổng tin xã Mới", "Tin của xã Mới", "https://phuong-mau.example/")
    assert '    keywords: [Công an phường, "CA"]\n' in new.decode()


def test_sections_that_stay_keep_their_lines_and_comments() -> None:
    answers = answers_of()
    own, new = answers.sections[1], Section("hoi-dap", "Hỏi: đáp", "Hỏi gì đáp nấy.")

    assert changed_lines(with_answers(DATA, replace(answers, sections=(own, new)), CAMPAIGNS)) == [
        "-      - slug: thong-bao",
        "-        title: Thông báo",
        "-        description: Lịch và hướng dẫn.",
        "-      - slug: the-thao",
        "-        title: Thể thao",
        "+      - slug: hoi-dap",
        '+        title: "Hỏi: đáp"',
        "+        description: Hỏi gì đáp nấy.",
    ]


def test_campaign_goes_with_the_comment_above_it() -> None:
    new = with_answers(DATA, answers_of(), ["vi-nguoi-ngheo"])

    assert list(newsroom_in(new).campaigns) == ["vi-nguoi-ngheo"]
    assert b"# Phong trao" not in new
    assert "# Phong trào dài hạn." not in new.decode()
    assert "# Đơn vị gửi báo cáo." in new.decode()


def test_emptied_lists_can_be_filled_again() -> None:
    answers = answers_of()
    empty = with_answers(DATA, replace(answers, organizations=()), [])
    assert newsroom_in(empty).organizations == ()
    assert "    campaigns: []\n" in empty.decode()

    organization = Organization("Hội Cựu chiến binh", ("Hội CCB", "a, b"))
    again = with_answers(empty, replace(answers, organizations=(("", organization),)), [])

    assert newsroom_in(again).organizations == (organization,)


def test_ends_of_lines_and_byte_order_mark_of_windows_stay() -> None:
    data = b"\xef\xbb\xbf" + DATA.replace(b"\n", b"\r\n")
    answers = answers_of()
    answers = replace(
        answers,
        ward=replace(answers.ward, address="Số 1"),
        sections=(*answers.sections, Section("moi", "Mới")),
    )

    new = with_answers(data, answers, CAMPAIGNS)

    assert new.startswith(b"\xef\xbb\xbf#")
    assert new.count(b"\n") == new.count(b"\r\n") == DATA.count(b"\n") + 3
    assert newsroom_in(new).ward.address == "Số 1"


def test_settings_written_in_one_line_can_be_edited() -> None:
    data = (
        "site_name: T\nextra: { newsroom: { ward: { name: Phường A, phone: 113 },"
        " sections: [{ slug: tin, title: Tin }] } }\n"
    ).encode()
    answers = answers_of(data)
    ward = replace(answers.ward, name="Phường B: C", phone="", email="b@c.example")

    new = with_answers(data, replace(answers, ward=ward), ())

    assert newsroom_in(new).ward == ward


def test_file_that_cannot_take_the_answers_is_refused() -> None:
    data = (
        "site_name: T\nextra:\n  newsroom:\n    ward: { name: Phường A }\n"
        "    sections: [{ slug: tin, title: Tin }]\n"
        "    campaigns: [{ slug: a, title: A, start: 2023-01-01 },"
        " { slug: b, title: B, start: 2023-01-01 }]\n"
    ).encode()

    with pytest.raises(UneditableError):
        with_answers(data, answers_of(data), ["a"])


LINES = st.text(
    st.one_of(st.characters(categories=["L", "N", "P", "S", "Zs"]), st.sampled_from(" :#&<'\"\\")),
    max_size=40,
).map(lambda text: " ".join(text.split()))
TRICKY = st.sampled_from(
    ["0236", "1e3", "yes", "~", "null", "12:30", "- a", "? a", "#1", "a #b", "a: b", "&a", "*a",
     "!a", "%a", "@a", "`a", "{a}", "[a]", "'a'", '"a"', "a\\nb", "|", ">", "=", "<<", "2025-07-01",
     "---", "...", "\U0001f33a", "a,b", "0x1F", "1_000", ".5", "<b>&amp;"]
)  # fmt: skip
VALUES = LINES | TRICKY


def typed(values: Iterable[str]) -> Answers:
    name, district, city, address, phone, hours, site, section, organization, word = values
    ward = replace(
        answers_of().ward, name=f"Xã {name}a", district=district, city=city, address=address,
        phone=phone, working_hours=hours,
    )  # fmt: skip
    return Answers(
        ward, Site(site, address, "https://a.example/b/"),
        (Section("moi", f"{section}a", hours), *answers_of().sections[1:]),
        (
            ("", Organization(f"{organization}a", (word or "a", "b"))),
            *answers_of().organizations[:1],
        ),
    )  # fmt: skip


@pytest.mark.thorough
@given(st.lists(VALUES, min_size=10, max_size=10).map(typed))
def test_whatever_can_be_typed_is_read_back(answers: Answers) -> None:
    if list(faults(answers)):
        return

    new = with_answers(DATA, answers, CAMPAIGNS)

    assert newsroom_in(new).ward == answers.ward
    assert site_in(new) == answers.site
    assert {one for _, one in answers.organizations} == set(newsroom_in(new).organizations)
    assert with_answers(new, answers_of(new), CAMPAIGNS) == new
