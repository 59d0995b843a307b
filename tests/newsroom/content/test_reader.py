"""Reading one file: the values of the model, and what can be mended."""

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.article import Article, Attachment, Event, Image, Publication, Tag
from newsroom.content.newsroom import Newsroom
from newsroom.content.old_address import OldAddress
from newsroom.content.quarter import Quarter
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.schema import FIELDS
from newsroom.content.source import edited
from newsroom.text.dates import VIETNAM

Read = Callable[[str], ArticleReading]
FileWith = Callable[..., str]


def article(reading: ArticleReading) -> Article:
    assert reading.article, reading.problems
    return reading.article


def test_every_field_arrives_in_the_article(read: Read, file_with: FileWith) -> None:
    reading = read(
        file_with(
            {
                "title": '"Sơ kết:  quý I"',
                "updated": "2023-04-02 08:00",
                "category": "mat-tran-doan-the",
                "views": "201",
                "summary": "Sapo",
                "image": "images/a.jpg",
                "image_alt": "Mô tả",
                "image_caption": "Chú thích",
                "tags": "Mặt trận, mặt trận, sơ kết",
                "author": "Ban Biên tập",
                "source": "Đài",
                "campaign": "chia-se-yeu-thuong",
                "quarter": "2023-Q1",
                "organization": "Công an phường Thử",
                "deadline": "2023-04-20 17:00",
                "event": "{start: 2023-04-18 08:00, place: Chợ}",
                "contact": "Một cửa",
                "changes": "[{date: 2023-04-05, note: Giờ}, {date: 2023-04-02 09:00, note: Nơi}]",
                "pinned": "true",
                "pinned_until": "2023-04-30",
                "draft": "false",
                "publish_at": "2023-04-03",
                "expires_at": "2024-05-01 00:00",
                "aliases": "https://cu.vn/tin//a%20b.html?x=1",
                "attachments": "[{title: Kế hoạch, file: tai-lieu/k.pdf}]",
            }
        )
    )

    assert reading.problems == ()
    found = article(reading)
    assert found.title == "Sơ kết: quý I"
    assert found.date == datetime(2023, 4, 1, 18, 15, tzinfo=VIETNAM)
    assert found.updated == datetime(2023, 4, 2, 8, tzinfo=VIETNAM)
    assert found.section.title == "Mặt trận – Đoàn thể"
    assert (found.views, found.summary, found.author, found.source) == (
        201,
        "Sapo",
        "Ban Biên tập",
        "Đài",
    )
    assert found.image == Image("images/a.jpg", "Mô tả", "Chú thích")
    assert [tag.slug for tag in found.tags] == ["mat-tran", "so-ket"]
    assert found.campaign and found.campaign.slug == "chia-se-yeu-thuong"
    assert found.quarter == Quarter(2023, 1)
    assert (found.organization, found.pinned, found.draft) == ("Công an phường Thử", True, False)
    assert found.deadline == datetime(2023, 4, 20, 17, tzinfo=VIETNAM)
    assert found.event == Event(datetime(2023, 4, 18, 8, tzinfo=VIETNAM), place="Chợ")
    assert found.contact == "Một cửa"
    assert [change.note for change in found.changes] == ["Nơi", "Giờ"]
    assert found.last_change == datetime(2023, 4, 5, tzinfo=VIETNAM)
    assert found.pinned_until == datetime(2023, 4, 30, 23, 59, tzinfo=VIETNAM)
    assert found.publish_at == datetime(2023, 4, 3, tzinfo=VIETNAM)
    assert found.expires_at == datetime(2024, 5, 1, tzinfo=VIETNAM)
    assert found.aliases == (OldAddress("tin/a b.html", "x=1", line=26),)
    assert found.attachments == (Attachment("Kế hoạch", "tai-lieu/k.pdf"),)
    assert found.body == "Nội dung bài."
    assert found.uri == "tin/2023/04/bai/"


def test_address_comes_from_the_files_name(newsroom: Newsroom, now: datetime) -> None:
    reader = ArticleReader(newsroom, now)
    text = "---\ntitle: A\ndate: 2022-12-31 23:59\ncategory: thong-bao\n---\nbài"

    found = article(reader.read(PurePosixPath("2023/Đợt 1 – Đống Đa.md"), text.encode()))

    assert found.uri == "tin/2022/12/dot-1-dong-da/"


def test_file_whose_name_has_no_letter_is_refused(newsroom: Newsroom, now: datetime) -> None:
    text = "---\ntitle: A\ndate: 2022-12-31\ncategory: thong-bao\n---\nbài"

    reading = ArticleReader(newsroom, now).read(PurePosixPath("2023/!!!.md"), text.encode())

    assert reading.article is None
    assert "tên tệp không có chữ hay số nào." in str(reading.problems[0])


@pytest.mark.parametrize(
    ("field", "typed", "right"),
    [
        ("date", "01/04/2023 6:15:00 CH", "2023-04-01 18:15"),
        ("updated", '"ngày 2 tháng 4 năm 2023"', "2023-04-02 00:00"),
        ("views", "1.234", "1234"),
        ("views", "0201", "201"),
        ("pinned", "có", "true"),
        ("draft", "No", "false"),
        ("category", "Thông báo", "thong-bao"),
        ("category", "mat tran - doan the", "mat-tran-doan-the"),
        ("category", "thong_bao", "thong-bao"),
        ("category", "xyz", None),
        ("campaign", "tổ dân phố chia sẻ YÊU THƯƠNG", "chia-se-yeu-thuong"),
        ("quarter", "quý I/2023", "2023-Q1"),
        ("image", r"images\a.jpg", "images/a.jpg"),
    ],
)
def test_what_is_certain_can_be_mended_and_nothing_else(
    read: Read, file_with: FileWith, field: str, typed: str, right: str | None
) -> None:
    text = file_with({field: typed})

    edits = [problem.edit for problem in read(text).problems if problem.edit]
    mended = edited(text.encode(), edits).decode()

    if right is None:
        assert edits == []
    else:
        assert mended == text.replace(f"{field}: {typed}\n", f"{field}: {right}\n")
        assert not any(problem.edit for problem in read(mended).problems)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, Publication.PUBLISHED),
        ({"draft": "true"}, Publication.DRAFT),
        ({"publish_at": "2024-01-01 12:00"}, Publication.PUBLISHED),
        ({"publish_at": "2024-01-01 12:01"}, Publication.SCHEDULED),
        ({"expires_at": "2024-01-01 12:01"}, Publication.PUBLISHED),
        ({"expires_at": "2024-01-01 12:00"}, Publication.EXPIRED),
        ({"publish_at": "2024-01-01T05:00:00Z"}, Publication.PUBLISHED),
        ({"publish_at": "2024-01-01T05:00:01Z"}, Publication.SCHEDULED),
    ],
)
def test_article_is_published_from_and_until_its_minute(
    read: Read, file_with: FileWith, now: datetime, fields: dict[str, str], state: Publication
) -> None:
    assert article(read(file_with(fields))).publication(now) is state


def test_tag_without_a_letter_is_left_out(read: Read, file_with: FileWith) -> None:
    assert article(read(file_with({"tags": '["…", vui, " "]'}))).tags == (Tag("vui"),)


def test_empty_optional_fields_are_as_if_not_there(read: Read, file_with: FileWith) -> None:
    empty = {field.name: "" for field in FIELDS if not field.required}

    assert read(file_with(empty)).problems == ()


@given(
    st.sampled_from([field.name for field in FIELDS]),
    st.text(alphabet="ab/\\:.-_0123 [](){}?#&*!'\"đọQ,\x0b%@", max_size=40),
)
def test_no_typed_value_crashes_the_reader(
    read: Read, file_with: FileWith, field: str, typed: str
) -> None:
    for problem in read(file_with({field: typed})).problems:
        assert problem.found
        assert problem.cure
        assert problem.line is None or problem.line >= 1


@given(st.text(alphabet="[](){}<>!:/\\ \nabon=\"'&;#`|*_-đ\x0b", max_size=80))
def test_no_body_crashes_the_reader(read: Read, file_with: FileWith, body: str) -> None:
    read(file_with(body=body))


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("title: Dọn kênh\nở tổ 4\n", "title: Dọn kênh ở tổ 4\n"),
        ("title: Họp: dọn kênh\n", 'title: "Họp: dọn kênh"\n'),
        ("title: Dọn kênh\nviews:20\n", "title: Dọn kênh\nviews: 20\n"),
        ("Title: Dọn kênh\n", "title: Dọn kênh\n"),
        ("title: Dọn kênh\ntags: [#kênh, #rác]\n", "title: Dọn kênh\ntags: [kênh, rác]\n"),
        ("title: Dọn kênh\ntags: #kenh #rac\n", "title: Dọn kênh\ntags: [kenh, rac]\n"),
        (
            'title: Dọn kênh\nimage: "images\\d.jpg"\nimage_alt: a\n',
            'title: Dọn kênh\nimage: "images/d.jpg"\nimage_alt: a\n',
        ),
    ],
)
def test_front_matter_that_yaml_cannot_read_is_mended(read: Read, typed: str, right: str) -> None:
    file = "---\ndate: 2023-05-10 08:00\ncategory: thong-bao\n{}---\n\nMời bà con.\n"
    mended = file.format(typed)

    while edits := [problem.edit for problem in read(mended).problems if problem.edit]:
        mended = edited(mended.encode(), edits).decode()

    assert mended == file.format(right)
    assert read(mended).problems == ()


@pytest.mark.parametrize("name", ["con.md", "Sơ kết: quý I?.md"])
def test_file_whose_name_windows_cannot_have_is_held_back(
    newsroom: Newsroom, now: datetime, file_with: FileWith, name: str
) -> None:
    reading = ArticleReader(newsroom, now).read(PurePosixPath("2023", name), file_with().encode())

    assert reading.article is None
    assert "không dùng được trên Windows" in str(reading.problems[0])


def test_tags_are_parted_by_semicolons_too_and_lose_their_quotes(
    read: Read, file_with: FileWith
) -> None:
    listed = article(read(file_with({"tags": "Họp tổ; “tháng 4”"})))
    quoted = article(read(file_with({"tags": "[Họp tổ, “tháng 4”]"})))

    assert [tag.title for tag in listed.tags] == ["Họp tổ", "tháng 4"]
    assert listed.tags == quoted.tags


def test_tags_behind_bullets_keep_their_own_dashes(read: Read, file_with: FileWith) -> None:
    found = article(read(file_with({"tags": "• Họp tổ • Covid -19"})))

    assert [tag.title for tag in found.tags] == ["Họp tổ", "Covid -19"]
