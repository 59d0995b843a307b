"""`portal.py new`, `editor`, and what every command says about itself."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

Portal = Callable[..., int]
Capture = pytest.CaptureFixture[str]


def test_new_writes_the_scaffold_that_check_accepts(
    small_project: Path, portal: Portal, capsys: Capture
) -> None:
    assert portal("new", 'Đại hội "Đoàn": lần II', "--category", "thong-bao") == 0

    file = small_project / "articles" / "2024" / "dai-hoi-doan-lan-ii.md"
    assert file.read_text(encoding="utf-8").startswith(
        '---\ntitle: "Đại hội \\"Đoàn\\": lần II"\ndate: 2024-01-01 12:00\ncategory: thong-bao\n'
    )
    assert "articles/2024/dai-hoi-doan-lan-ii.md" in capsys.readouterr().out
    assert portal("check") == 0


def test_new_never_overwrites(small_project: Path, portal: Portal, capsys: Capture) -> None:
    portal("new", "Lễ hội", "--category", "thong-bao")
    file = small_project / "articles" / "2024" / "le-hoi.md"
    file.write_text("của tôi", encoding="utf-8")

    assert portal("new", "LỄ HỘI!", "--category", "thong-bao") == 1

    assert file.read_text(encoding="utf-8") == "của tôi"
    assert "articles/2024/le-hoi.md đã có, không ghi đè." in capsys.readouterr().err


def test_new_cuts_a_long_title_for_the_files_name(small_project: Path, portal: Portal) -> None:
    assert portal("new", "Ủy ban nhân dân phường " * 20, "--category", "thong-bao") == 0

    (file,) = (small_project / "articles" / "2024").iterdir()
    assert len(file.stem) <= 60


@pytest.mark.parametrize(
    ("category", "said"),
    [("thong-bap", "Có phải là: thong-bao?"), ("xyz", "Hãy thêm --category và một mã:")],
)
def test_new_with_an_unknown_section_proposes_and_writes_nothing(
    small_project: Path, portal: Portal, capsys: Capture, category: str, said: str
) -> None:
    assert portal("new", "Tin", "--category", category) == 2

    told = capsys.readouterr().err
    assert f"Không có chuyên mục “{category}”." in told
    assert said in told
    assert "mat-tran-doan-the: Mặt trận – Đoàn thể" in told
    assert not (small_project / "articles" / "2024").exists()


def test_new_understands_the_title_of_a_section(small_project: Path, portal: Portal) -> None:
    assert portal("new", "Tin", "--category", "mặt trận – đoàn thể") == 0

    text = (small_project / "articles" / "2024" / "tin.md").read_text(encoding="utf-8")
    assert "\ncategory: mat-tran-doan-the\n" in text


@pytest.mark.parametrize("title", ["", "…", "   "])
def test_new_needs_a_title_with_a_letter(small_project: Path, portal: Portal, title: str) -> None:
    assert portal("new", title, "--category", "thong-bao") == 2


def test_editor_writes_a_valid_schema_and_snippets(small_project: Path, portal: Portal) -> None:
    assert portal("editor") == 0

    schema = json.loads((small_project / ".vscode/article.schema.json").read_text(encoding="utf-8"))
    snippets = (small_project / ".vscode/articles.code-snippets").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["category"]["enum"][0] == "thong-bao"
    assert "Phường" in snippets + json.dumps(schema, ensure_ascii=False)
    assert json.loads(snippets)["Bài viết mới"]["prefix"] == "baiviet"


def test_preview_takes_the_next_port_where_one_is_taken() -> None:
    import socket

    from commands.preview_site import HOST, _free_port

    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert _free_port(port) > port


@pytest.mark.parametrize("title", ["Con", "AUX", "com1"])
def test_new_gives_no_name_that_windows_cannot_have(
    portal: Portal, small_project: Path, title: str
) -> None:
    assert portal("new", title, "--category", "thong-bao") == 0

    assert list((small_project / "articles").rglob(f"{title.lower()}-1.md"))
