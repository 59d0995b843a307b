"""Help and wrong usage are told in Vietnamese, whatever the library of the commands has to say."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import commands

Portal = Callable[..., int]
Capture = pytest.CaptureFixture[str]

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s|[\n\t]")


def english_of_click() -> Iterator[str]:
    """What stands between the values in the sentences that click would translate."""
    for file in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(getattr(call, "func", None), "id", "")
            for argument in call.args if isinstance(call, ast.Call) and name[-1:] in "_t" else ():
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield from map(str.strip, PLACEHOLDER.split(argument.value))


ENGLISH = {piece for piece in english_of_click() if len(piece) > 6 and piece.isascii()}


def assert_vietnamese(told: str) -> None:
    assert {piece for piece in ENGLISH if re.search(rf"\b{re.escape(piece)}", told)} == set()
    assert not re.search(r"\b(?:Usage|Error|Try|TEXT|PATH|INTEGER|FILE|DIRECTORY)\b", told), told
    assert "'" not in told


def test_the_librarys_english_is_known_to_these_tests() -> None:
    assert {
        "Show this message and exit.",
        "is not a valid",
        "Options",
        "No such command",
    } <= ENGLISH


@pytest.mark.parametrize("name", [None, *commands._MODULES])
def test_help_of_every_command_is_vietnamese(
    portal: Portal, capsys: Capture, name: str | None
) -> None:
    assert portal(*([name] if name else []), "--help") == 0

    shown = capsys.readouterr().out
    assert "Cách dùng: portal.py" in shown
    assert_vietnamese(shown)


def test_help_names_every_command_and_cuts_no_sentence_off(portal: Portal, capsys: Capture) -> None:
    portal("--help")

    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in commands._MODULES)
    assert "..." not in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("nwe", "Không có lệnh “nwe”. Có phải là: “new”?"),
        ("--fast", "Không có tùy chọn “--fast”."),
        ("check --fiks", "Không có tùy chọn “--fiks”. Có phải là: “--fix”?"),
        ("check --fix=1", "Tùy chọn “--fix” không nhận giá trị."),
        ("check --format", "Tùy chọn “--format” cần một giá trị."),
        ("check --format xml", "“xml” không nằm trong “text”, “json”, “github”."),
        ("check khong-co.md", "“khong-co.md” không có ở đó. Hãy kiểm tra lại đường dẫn."),
        ("figures", "Còn thiếu “TỆP”."),
        ("figures articles", "“articles” là một thư mục."),
        ("compare mot", "Còn thiếu"),
        ("compare mot hai ba", "Thừa: ba."),
        ("editor abc", "Thừa: abc. Lệnh này không nhận thêm gì ở đó; hãy xóa đi."),
        ("build abc", "Thừa: abc. Lệnh này không nhận thêm gì ở đó; hãy xóa đi."),
        ("preview --port nhà", "“nhà” không phải là số."),
        ("preview --port 99999", "99999 nằm ngoài khoảng cho phép: 1<=x<=65000."),
        ("new", "Còn thiếu “TIÊU ĐỀ”."),
        ("new Tin", "Chưa ghi chuyên mục"),
        ("new Lễ hội", "Thừa: hội. Tiêu đề có dấu cách thì đặt trong một cặp ngoặc kép"),
        ("import", "Chưa ghi NGUỒN"),
        ("import khong-co", "Không có tệp hay thư mục “khong-co”."),
        ("verify khong-co", "Không có thư mục khong-co."),
    ],
)
def test_wrong_usage_is_exit_code_2_and_told_in_vietnamese(
    small_project: Path, portal: Portal, capsys: Capture, arguments: str, told: str
) -> None:
    assert portal(*arguments.split()) == 2

    shown = capsys.readouterr().err
    assert told in shown
    assert_vietnamese(shown)
