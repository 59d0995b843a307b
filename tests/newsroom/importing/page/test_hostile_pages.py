"""Import goes on whatever a saved page holds, and says why one could not be taken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.importing.writing.importer import Importer, Outcome, Status

PAGE = (
    "<html><head><title>T</title>{head}</head><body><h1>Tin của tổ dân phố số 2</h1>"
    "<p>01/02/2023 08:00</p><div class='bodytext'><p>Đoạn văn này đủ dài để phần nội dung nổi lên "
    "giữa các khối khác của trang đã lưu lại.</p>{body}</div></body></html>"
)


@pytest.fixture
def outcome(new_importer: Callable[..., Importer], tmp_path: Path) -> Callable[..., Outcome]:
    """What becomes of the page with this in its body and its head."""

    def of(body: str = "", head: str = "", after: bytes = b"") -> Outcome:
        file = tmp_path / "trang.html"
        file.write_bytes(PAGE.format(body=body, head=head).encode() + after)
        return new_importer("thong-bao").import_file(file)

    return of


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='http://[tên miền]/'>liên kết</a></p>",
        "<!--><img src=x>--><p>y</p>",
        "<![CDATA[a]]><![if !supportLists]><p>a</p><![endif]>",
        f"<ol start='{'9' * 5000}'><li>a</li></ol>",
        "<ol type=I start=99999999><li>a</li></ol>",
        "<ol start=--5><li value=1e9>a</li></ol>",
        f"<table><tr><td colspan='{'9' * 5000}'>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        f"<p>&#{'9' * 5000};</p>",
        f"<p>{'__a' * 1000}</p>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='http://[a'>",
    ],
)
def test_odd_pages_are_imported(outcome: Callable[..., Outcome], body: str) -> None:
    done = outcome(body)

    assert done.status is Status.NEW, done.notes


@pytest.mark.parametrize("charset", ["zlib", "quopri", "rot13", "hex", "idna", "khong-co", "utf-7"])
def test_charset_that_is_no_text_is_passed_over(
    outcome: Callable[..., Outcome], charset: str
) -> None:
    """The page is no UTF-8, so that the charset that it declares is asked for."""
    done = outcome(head=f"<meta charset={charset}>", after=b"\xff\xfe\xff")

    assert done.status is Status.FAILED
    assert "bảng mã" in done.notes[0]


@pytest.mark.parametrize("body", ["<div>" * 3000, "<p>" + "[" * 9000])
def test_what_cannot_be_an_article_is_refused_with_a_reason(
    outcome: Callable[..., Outcome], body: str
) -> None:
    done = outcome(body)

    assert done.status is Status.FAILED
    assert "Hãy" in done.notes[0]


def test_whatever_a_page_raises_the_report_comes(
    outcome: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("lạ")

    monkeypatch.setattr("newsroom.importing.formats.texts_and_pages.read_saved_page", fail)
    done = outcome()

    assert done.status is Status.FAILED
    assert "ZeroDivisionError" in done.notes[0]
