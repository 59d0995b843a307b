"""Which files of a folder are imported, and which nobody reads."""

from pathlib import Path

from newsroom.importing.formats.source_files import files_to_import, passed_over


def test_folder_is_searched_without_the_folders_of_saved_pictures(tmp_path: Path) -> None:
    names = ["b.txt", "a.html", "sau/c.htm", "d.docx", "a_files/e.html", ".an/f.txt", "~$d.docx",
             "g.jpg"]  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    found = files_to_import([tmp_path, tmp_path / "b.txt"])

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.html", "b.txt", "d.docx", "sau/c.htm",
    ]  # fmt: skip


def test_files_that_are_passed_over_are_named_but_for_those_that_a_browser_saved(
    tmp_path: Path,
) -> None:
    for name in ("a.html", "a_files/x.js", "b.exe", "c/d.xls", "c/e.XLS", ".an", "~$tam.doc",
                 "Thumbs.db", "khong-duoi"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    left = passed_over([tmp_path])

    assert {suffix: [path.name for path in files] for suffix, files in left.items()} == {
        ".xls": ["d.xls", "e.XLS"],
        "": ["khong-duoi"],
        ".exe": ["b.exe"],
    }
