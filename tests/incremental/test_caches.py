"""What builds remember may be damaged, old, foreign or gone: the site is right all the same."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from newspaper import fill
from sites import Project, assert_same, messages_of
from tiny_site import ROOT

NOTE = "bộ nhớ đệm"
NEWSROOM = ROOT / "hooks" / "newsroom"


def _flip_a_byte(file: Path) -> None:
    """As a bad disk would: neither size nor time of the file tell of it."""
    data, stat = bytearray(file.read_bytes()), file.stat()
    if data:
        data[len(data) // 2] ^= 0x20
    file.write_bytes(data)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _make_a_folder_of(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "junk": lambda file: file.write_bytes(b"\x80\x04rac" * 50),
    "text": lambda file: file.write_text("không phải", encoding="utf-8"),
    "json": lambda file: file.write_text('{"version": -1}', encoding="utf-8"),
    "half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"\0thua"),
    "byte": _flip_a_byte,
    "folder": _make_a_folder_of,
}


def remembered(project: Project) -> list[Path]:
    """The files of the cache, the largest first."""
    files = [path for path in project.cache.rglob("*") if path.is_file()]
    return sorted(files, key=lambda file: (-file.stat().st_size, str(file)))


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.parametrize("changed", [False, True], ids=["nothing changed", "an edit"])
def test_damaged_cache_does_no_harm(
    project: Project, damage: Callable[[Path], object], changed: bool
) -> None:
    if changed:
        project.save("cau", title="Cầu mới")
    for file in remembered(project):
        damage(file)

    assert_same(project.publish(strict=True), project.clean(strict=True))


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_each_file_of_the_cache_may_be_damaged_alone(
    project: Project, damage: Callable[[Path], object]
) -> None:
    right = project.clean()
    for file in remembered(project)[:4]:
        damage(file)
        assert_same(project.publish(), right)


def test_body_that_was_lost_is_rendered_again_where_it_is_wanted(project: Project) -> None:
    """Its page holds, but the search and a link to one of its headings ask for its text."""
    (store,) = (file for file in remembered(project) if file.suffix == ".sqlite")
    with sqlite3.connect(store) as connection:
        for kind in ("body", "search/words", "search/shown"):
            gone = connection.execute("DELETE FROM pairs WHERE key LIKE ?", (f"{kind}/%",))
            assert gone.rowcount > 5
    connection.close()
    project.save("cho", body="Xem [bài đường](duong.md#khong-co) và [mục](duong.md#muc-hai).")

    found = project.publish()

    assert_same(found, project.clean())
    assert ["#khong-co" in warning for warning in found.warnings] == [True]


def test_deleted_article_leaves_no_text_in_the_cache(project: Project) -> None:
    assert "body/2023/den.md" in keys(project)
    project.remove("den")
    project.publish()

    assert [key for key in keys(project) if "/den" in key] == []


def keys(project: Project) -> list[str]:
    """What the store of the builds remembers."""
    (store,) = (file for file in remembered(project) if file.suffix == ".sqlite")
    with sqlite3.connect(store) as connection:
        found = [row[0] for row in connection.execute("SELECT key FROM pairs")]
    connection.close()
    return found


def test_build_tells_that_it_has_a_cache_and_that_it_ignores_a_damaged_one(
    project: Project,
) -> None:
    assert remembered(project) != []
    for file in remembered(project):
        file.write_bytes(b"rac")

    with messages_of(20) as records:
        project.publish()

    notes = [record for record in records if NOTE in record.getMessage()]
    assert {record.levelname for record in notes} == {"INFO"}


@pytest.mark.parametrize("lost", [".cache", "site", "both"])
def test_cache_and_site_may_be_deleted(project: Project, lost: str) -> None:
    project.save("cau", title="Cầu mới")
    for folder in (".cache", "site") if lost == "both" else (lost,):
        shutil.rmtree(project.folder / folder, ignore_errors=True)

    assert_same(project.publish(strict=True), project.clean(strict=True))


def test_cache_that_cannot_be_written_is_done_without(unbuilt: Project) -> None:
    """A file stands where the folder should be; root may write even where nobody else may."""
    unbuilt.write(".cache", "Tôi là một tệp.")

    assert_same(unbuilt.publish(strict=True), unbuilt.clean(strict=True))
    unbuilt.save("cau", title="Cầu mới")
    assert_same(unbuilt.publish(strict=True), unbuilt.clean(strict=True))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="to root, and on Windows, no folder is read-only",
)
def test_read_only_cache_is_done_without(project: Project) -> None:
    project.cache.mkdir(exist_ok=True)
    project.save("cau", title="Cầu mới")
    project.cache.chmod(0o555)
    try:
        assert_same(project.publish(strict=True), project.clean(strict=True))
    finally:
        project.cache.chmod(0o755)


def test_what_others_keep_in_the_cache_folder_stays(unbuilt: Project) -> None:
    foreign = unbuilt.write(".cache/plugin/privacy/anh.svg", "<svg/>")
    unbuilt.publish()
    unbuilt.publish()

    assert foreign.read_text(encoding="utf-8") == "<svg/>"


def test_cache_and_site_of_another_project_are_of_no_use_and_no_harm(
    project: Project, tmp_path: Path
) -> None:
    other = fill(Project(tmp_path / "khac"))
    other.settings["site_name"] = "Báo khác"
    other.save("cau", title="Cầu của báo khác", date="2023-06-02", category="tin")
    other.publish()
    for name in (".cache", "site"):
        if (other.folder / name).is_dir():
            shutil.rmtree(project.folder / name)
            shutil.copytree(other.folder / name, project.folder / name)

    assert_same(project.publish(), project.clean())


def test_project_that_was_moved_builds_as_before(project: Project, tmp_path: Path) -> None:
    place = tmp_path / "cho-khac"
    project.folder.rename(place)
    project.folder, project.site = place, place / "site"

    assert_same(project.publish(), project.clean())


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site/theme/templates.py", "[1].lstrip(", "[1].lower().lstrip("),
        ("display/home.py", "TOP = 4", "TOP = 2"),
        ("site/theme/policy.py", "img-src 'self'", "img-src 'none'"),
        ("site/html/sanitized.py", '"mark",', '"del",'),
        ("text/numbers.py", '"""', '"""Khác. '),
        ("search/format/stored_fields.py", "_CHARACTERS = 8000", "_CHARACTERS = 8"),
        ("search/format/manifest.py", '"format": FORMAT', '"form": FORMAT'),
    ],
)
def test_cache_of_other_code_is_not_used(
    project: Project, tmp_path: Path, file: str, old: str, new: str
) -> None:
    """As after a `git pull` of the portal itself."""
    shutil.copytree(NEWSROOM, tmp_path / "ma" / "newsroom")
    code = tmp_path / "ma" / "newsroom" / file
    text = code.read_text(encoding="utf-8")
    assert old in text
    code.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert project.run(PYTHONPATH=str(tmp_path / "ma")).returncode == 0

    with project.elsewhere() as other:
        assert other.run(PYTHONPATH=str(tmp_path / "ma")).returncode == 0
        right = other.tree()
    assert project.tree() == right


def test_article_that_changes_while_the_build_runs_is_seen_by_the_next(unbuilt: Project) -> None:
    """Its second text is as long as the first, and stands there before the build ends."""
    file = unbuilt.folder / "articles" / "2023" / "cau.md"
    unbuilt.save("cau", body="Một hai ba.")
    later = file.read_text(encoding="utf-8").replace("Một hai ba.", "Bốn năm tá.")
    hook = f"""
from pathlib import Path

def on_env(env, **_):
    Path({str(file)!r}).write_text({later!r}, encoding="utf-8")
"""
    unbuilt.settings["hooks"].append("hooks/sua.py")
    unbuilt.write("hooks/sua.py", hook)
    unbuilt.publish()
    unbuilt.settings["hooks"].pop()

    assert_same(unbuilt.publish(), unbuilt.clean())
    assert "Bốn năm tá." in unbuilt.page("tin/2023/06/cau")
