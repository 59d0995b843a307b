"""Another ward takes the portal over by `portal.py setup`: nothing of the sample ward is left."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from another_ward import copy_sources

from newsroom.setup.sample import LIST, read_sample
from newsroom.text.fold import fold

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_WORDS = re.compile("sai[ _-]?dong|long[ _-]?bien|trang mau")
LAUNCH = (
    "import sys; sys.path.insert(0, 'scripts'); import commands;"
    " sys.exit(commands.portal(sys.argv[1:]))"
)

pytestmark = pytest.mark.sample


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which a commune without a district has moved in."""
    folder = tmp_path_factory.mktemp("cong") / "tin"
    copy_sources(folder, without=["tests", "bai-mau*"])
    run(folder, "setup", "--yes", "--name", "Xã Yên & Mỹ", "--city", "Tỉnh Hưng Yên",
        "--phone", "0221 3456 789", "--email", "vp@yenmy.example")  # fmt: skip
    run(folder, "new", "Họp thôn", "--category", "thong-bao")
    run(folder, "build", "--strict")
    return folder


def run(folder: Path, *arguments: str) -> str:
    """What the command prints; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", LAUNCH, *arguments], cwd=folder, capture_output=True, check=False,
        encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> Iterator[Path]:
    """Every file of the project, built ones too, without the sample that was put away."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts[0]
        if path.is_file() and not inside.startswith(("bai-mau", ".cache")):
            yield path


def test_no_word_of_the_sample_is_left_anywhere(moved: Path) -> None:
    left = []
    for path in files(moved):
        text = path.read_bytes().decode("utf-8", errors="ignore")
        name = path.relative_to(moved).as_posix()
        left += [f"{name}: {found[0]}" for found in SAMPLE_WORDS.finditer(fold(f"{name}\n{text}"))]

    assert "hooks/newsroom/setup/" in "".join(str(path) for path in files(moved))
    assert left == []


def test_nobody_is_called_phuong_where_a_commune_lives(moved: Path) -> None:
    for name in ("index.html", "404.html", "lien-he/index.html", "gioi-thieu/index.html",
                 "phong-trao/index.html", "so-ket-quy/index.html"):  # fmt: skip
        page = (moved / "site" / name).read_text(encoding="utf-8")
        shown = re.sub(r'<[^<>]*\bhref="[^"]*"[^<>]*>', "", page)
        assert "Xã Yên &amp; Mỹ" in page
        assert re.findall(r"[^.<>]*\bphường\b[^.<>]*", shown) == []


def test_pages_say_what_the_ward_answered_and_no_empty_row(moved: Path) -> None:
    contact = (moved / "site" / "lien-he" / "index.html").read_text(encoding="utf-8")

    assert '<a href="tel:02213456789">0221 3456 789</a>' in contact
    assert "Tỉnh Hưng Yên" in contact
    assert "Giờ làm việc" not in contact
    assert "{{" not in contact


def test_check_has_nothing_to_say_and_the_sample_lies_aside(moved: Path) -> None:
    assert "không còn lỗi nào" in run(moved, "check")
    assert len(list((moved / "bai-mau").rglob("*.md"))) >= 70
    assert [path.name for path in (moved / "articles").glob("20*/*.md")] == ["hop-thon.md"]


def test_ward_without_hand_written_pages_builds(moved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tin"
    shutil.copytree(moved, folder, ignore=shutil.ignore_patterns("site", ".cache", "bai-mau*"))
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("lien-he.md", "gioi-thieu.md", "chinh-sach.md", "bat-dau.md",
                 "huong-dan-viet-bai.md"):  # fmt: skip
        (folder / "docs" / name).unlink()
        settings = re.sub(rf"\n  - [^\n]*: {name}(?=\n)", "", settings)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")

    run(folder, "build", "--strict")

    assert not (folder / "site" / "lien-he").exists()
    assert "không còn lỗi nào" in run(folder, "check")


def test_list_of_the_sample_is_true() -> None:
    """After a change of the sample: cd articles, then
    (head -1 .bai-mau; git ls-files '20*' | LC_ALL=C sort | xargs sha256sum) > new; mv new .bai-mau
    """
    sample = read_sample(ROOT / "articles")
    assert sample
    there = {
        path.relative_to(ROOT / "articles").as_posix(): hashlib.sha256(
            path.read_bytes().replace(b"\r\n", b"\n") if path.suffix == ".md" else path.read_bytes()
        ).hexdigest()
        for path in (ROOT / "articles").rglob("*")
        if path.is_file() and path.name not in (LIST, "README.md")
    }

    assert there == sample.digests
