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
    assert [path.name for path in passed_over([tmp_path])] == ["g.jpg"]
