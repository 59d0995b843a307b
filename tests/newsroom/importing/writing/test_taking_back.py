"""An import that is stopped goes on; one that is taken back leaves what staff have changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.content.source import write_atomically
from newsroom.importing.writing.importer import Importer, Status
from newsroom.importing.writing.journal import Journals, imported_in
from newsroom.importing.writing.taking_back import Undoing, plan_of, take_back

TEXT = "Thông báo\nTin số {0}\nNgày đăng 0{0}/02/2023\n\nMở đầu {0}.\n\nNội dung của bài {0}."


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{number}.txt" for number in range(1, 6)]
    for number, file in enumerate(files, 1):
        file.write_text(TEXT.format(number), encoding="utf-8")
    return files


@pytest.fixture
def undo(tmp_path: Path, journals: Journals) -> Callable[[], Undoing]:
    """Takes the last import back, as the command does."""

    def run() -> Undoing:
        journal = journals.last()
        assert journal
        undoing = plan_of(tmp_path / "articles", imported_in(journal))
        take_back(tmp_path / "articles", undoing, write_atomically)
        journal.unlink()
        return undoing

    return run


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.*"))


def test_import_that_was_killed_goes_on_and_is_one_import(
    sources: list[Path],
    tmp_path: Path,
    new_importer: Callable[..., Importer],
    undo: Callable[[], Undoing],
) -> None:
    class KilledError(BaseException):
        pass

    def write(path: Path, data: bytes) -> None:
        if path.stem == "tin-so-3":
            raise KilledError
        write_atomically(path, data)

    stopped = new_importer()
    stopped.write = write
    with pytest.raises(KilledError):
        list(map(stopped.import_file, sources))
    again = new_importer()

    found = [again.import_file(source).status for source in sources]
    again.end()

    assert found == [Status.KNOWN] * 2 + [Status.NEW] * 3
    assert names(tmp_path / "articles") == [f"tin-so-{number}.md" for number in range(1, 6)]
    assert len(undo().articles) == len(sources)
    assert names(tmp_path / "articles") == []


def test_only_the_last_import_is_taken_back(
    sources: list[Path],
    tmp_path: Path,
    new_importer: Callable[..., Importer],
    undo: Callable[[], Undoing],
) -> None:
    for batch in (sources[:2], sources, sources):
        importer = new_importer()
        list(map(importer.import_file, batch))
        importer.end()

    undo()

    assert names(tmp_path / "articles") == ["tin-so-1.md", "tin-so-2.md"]
    undo()
    assert names(tmp_path / "articles") == []


def test_what_staff_have_changed_stays_with_its_pictures_and_is_named(
    tmp_path: Path,
    import_cases: Path,
    new_importer: Callable[..., Importer],
    undo: Callable[[], Undoing],
) -> None:
    importer = new_importer("thong-bao")
    outcomes = [
        importer.import_file(import_cases / "page" / name)
        for name in ("nukeviet.html", "cong-tu-lam.htm")
    ]
    kept = tmp_path / "articles" / str(outcomes[0].article)
    kept.write_text(kept.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    pictures = [name for name in names(tmp_path / "articles") if name.startswith(kept.stem[:20])]

    undoing = undo()

    assert list(undoing.changed) == [str(outcomes[0].article)]
    assert names(tmp_path / "articles") == sorted(pictures)
    assert any(not name.endswith(".md") for name in pictures)


def test_draft_that_got_its_section_is_a_draft_again(
    tmp_path: Path,
    import_cases: Path,
    new_importer: Callable[..., Importer],
    undo: Callable[[], Undoing],
) -> None:
    source = import_cases / "text" / "chuyen-muc-la.txt"
    importer = new_importer()
    article = importer.import_file(source).article
    importer.end()
    file = tmp_path / "articles" / str(article)
    before = file.read_bytes()
    settling = new_importer("thong-bao")
    assert settling.import_file(source).status is Status.SETTLED
    settling.end()

    undo()

    assert file.read_bytes() == before
    undo()
    assert not file.exists()


def test_source_that_was_imported_is_known_however_much_staff_have_rewritten_the_article(
    sources: list[Path], tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    article = new_importer().import_file(sources[0]).article
    file = tmp_path / "articles" / str(article)
    file.write_text("---\ntitle: Khác hẳn\n---\n\nKhông còn chữ nào.\n", encoding="utf-8")

    assert new_importer().import_file(sources[0]).status is Status.KNOWN


def test_journal_whose_last_line_was_cut_off_is_read(
    sources: list[Path], journals: Journals, new_importer: Callable[..., Importer]
) -> None:
    new_importer().import_file(sources[0])
    journal = journals.last()
    assert journal
    with journal.open("a", encoding="utf-8") as stream:
        stream.write('{"imported": {"arti')

    assert new_importer().import_file(sources[1]).status is Status.NEW
    assert [one.article for one in imported_in(journal)] == ["2023/tin-so-1.md", "2023/tin-so-2.md"]
