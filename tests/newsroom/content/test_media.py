"""Which files may leave the articles folder, and how one is found there."""

import re
import unicodedata
from pathlib import Path

import pytest

from newsroom.content.files import scan
from newsroom.content.media import is_active_svg, may_leave, media_uri, on_disk, refusal

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path id="a" fill="url(#b)" d="M0 0"/>{}</svg>'


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("2023/images/a.jpg", True),
        ("2023/tai-lieu/Kế hoạch #12.PDF", True),
        ("2023/tai-lieu/a.docx", True),
        ("2023/trang.html", False),
        ("2023/a.js", False),
        ("2023/.htaccess", False),
        ("2023/.git/a.jpg", False),
        ("README.md", False),
        ("2023/index", False),
        ("../mkdocs.pdf", False),
        ("/etc/a.pdf", False),
        ("2023/a.pdf.exe", False),
    ],
)
def test_only_listed_kinds_inside_the_folder_may_leave(path: str, may: bool) -> None:
    assert may_leave(path) is may


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("2023/tai-lieu/Ke_hoach-1.v2.PDF", "tin/2023/tai-lieu/Ke_hoach-1.v2.PDF"),
        ("2023/tai-lieu/Kế hoạch số 5.PDF", r"tin/2023/tai-lieu/ke-hoach-so-5-[0-9a-f]{8}\.pdf"),
        ("Tài liệu/đơn.docx", r"tin/tai-lieu/don-[0-9a-f]{8}\.docx"),
        ("2023/(1).xlsx", r"tin/2023/1-[0-9a-f]{8}\.xlsx"),
        ("2023/表.pdf", r"tin/2023/tep-[0-9a-f]{8}\.pdf"),
        ("2023/images/ảnh.jpg", "tin/2023/images/ảnh.jpg"),
    ],
)
def test_document_has_an_address_that_nobody_escapes(path: str, address: str) -> None:
    assert re.fullmatch(address, media_uri(path))


def test_names_that_are_spelt_alike_have_addresses_of_their_own() -> None:
    names = [
        "a/Kế hoạch.pdf",
        "a/ke-hoach.pdf",
        "a/Ke hoach.pdf",
        "ạ/ke-hoach.pdf",
        "a/KẾ HOẠCH.pdf",
    ]

    assert len({media_uri(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "active",
    [
        "<script>a()</script>",
        "<x:script>a()</x:script>",
        '<g onload="a()"/>',
        '<a href="javascript:a()"><text>x</text></a>',
        '<image href="https://vi-du.vn/a.png"/>',
        '<use xlink:href="data:image/svg+xml;base64,AA=="/>',
        "<foreignObject><p/></foreignObject>",
        "<style>@import 'https://vi-du.vn/a.css'</style>",
        '<set attributeName="href" to="javascript:a()"/>',
        '<rect fill="url(https://vi-du.vn/a)"/>',
        '<g title="&#106;"/>',
    ],
)
def test_svg_that_acts_or_loads_is_known(tmp_path: Path, active: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(active), encoding="utf-8")

    assert is_active_svg(tmp_path / "a.svg")


def test_svg_that_only_shows_may_be_shown(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format('<use href="#a"/>'), encoding="utf-8")

    assert not is_active_svg(tmp_path / "a.svg")
    assert refusal(tmp_path, "a.svg") is None


@pytest.mark.parametrize("typed", ["Kế hoạch", "kế hoạch"])
@pytest.mark.parametrize("mixed", [False, True])
def test_file_is_found_whichever_way_its_name_is_written(
    tmp_path: Path, typed: str, mixed: bool
) -> None:
    """macOS parts all marks from their letters, "Unicode tổ hợp" only those of the tones."""
    apart = typed.replace("ế", "ê\u0301") if mixed else unicodedata.normalize("NFD", typed)
    assert apart != typed
    folder = tmp_path / apart
    folder.mkdir()
    (folder / f"{apart}.pdf").write_bytes(b"%PDF")

    assert on_disk(tmp_path, f"{typed}/{typed}.pdf").read_bytes() == b"%PDF"
    assert [path for path, _ in scan(tmp_path)] == [f"{typed}/{typed}.pdf"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "ngoai", tmp_path / "articles"
    (outside / "sau").mkdir(parents=True)
    (outside / "mat.pdf").write_bytes(b"%PDF")
    inside.mkdir()
    (inside / "lien-ket.pdf").symlink_to(outside / "mat.pdf")
    (inside / "thu-muc").symlink_to(outside)
    (inside / "vong").symlink_to(inside)
    (inside / "tu-minh.md").symlink_to(inside / "tu-minh.md")
    (inside / "that.pdf").write_bytes(b"%PDF")

    assert [path for path, _ in scan(inside)] == ["that.pdf"]
    for path in ("lien-ket.pdf", "thu-muc/mat.pdf"):
        refused = refusal(inside, path)
        assert refused
        assert "lối tắt" in refused.found
