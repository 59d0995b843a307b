"""The bytes of a file: read as text, and written back with nothing else changed."""

import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsroom.content.problem import Edit
from newsroom.content.source import EncodingFault, decode, edited, write_atomically

pieces = st.lists(
    st.sampled_from(["a", "đẹp", "😀", " ", "\n", "\r\n", "\r", "---\r\n", "x: 1\n"]), max_size=30
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    bom = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return bom + "".join(draw(pieces)).encode()


def text_of(data: bytes) -> str:
    text = decode(data)
    assert isinstance(text, str)
    return text


@given(files())
def test_no_edit_leaves_every_byte(data: bytes) -> None:
    assert edited(data, []) == data


@given(files(), st.data())
def test_edit_changes_only_its_stretch(data: bytes, draw: st.DataObject) -> None:
    text = text_of(data)
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, len(text)))

    changed = edited(data, [Edit(start, end, "⟦mới⟧")])

    assert text_of(changed) == text[:start] + "⟦mới⟧" + text[end:]
    before, after = changed.split("⟦mới⟧".encode())
    assert data.startswith(before)
    assert data.endswith(after)


@given(files(), st.data())
def test_edits_are_made_together_whatever_their_order(data: bytes, draw: st.DataObject) -> None:
    text = text_of(data)
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    one, two, three, four = cuts
    assume(one < three)
    edits = [Edit(three, four, "hai"), Edit(one, two, "một")]

    assert text_of(edited(data, edits)) == (f"{text[:one]}một{text[two:three]}hai{text[four:]}")


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    assert edited(b"abcdef", [Edit(1, 4, "X"), Edit(3, 5, "Y")]) == b"aXef"


def test_windows_lines_and_mark_stay() -> None:
    data = "\ufefftitle: A\r\ndate: 1-4-2023\r\nviews: 1\r\n".encode()
    start = text_of(data).index("1-4-2023")

    assert edited(data, [Edit(start, start + 8, "2023-04-01")]) == (
        "\ufefftitle: A\r\ndate: 2023-04-01\r\nviews: 1\r\n".encode()
    )


def test_file_of_notepads_unicode_is_named() -> None:
    fault = decode("bài".encode("utf-16"))

    assert isinstance(fault, EncodingFault)
    assert "UTF-16" in fault.found


def test_file_that_is_not_utf8_is_told_at_its_line() -> None:
    fault = decode("một\nhai\nba: é\n".encode("latin-1", errors="replace"))

    assert isinstance(fault, EncodingFault)
    assert fault.line == 3


def test_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "2023" / "bai.md", b"moi")

    assert (tmp_path / "2023" / "bai.md").read_bytes() == b"moi"


def test_failed_writing_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bai.md"
    file.write_bytes(b"cu")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_atomically(file, b"moi")

    assert file.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no permission bits")
def test_permissions_stay_and_a_new_file_can_be_read_by_all(tmp_path: Path) -> None:
    old, new = tmp_path / "cu.md", tmp_path / "moi.md"
    old.write_bytes(b"cu")
    old.chmod(0o664)
    write_atomically(old, b"moi")
    write_atomically(new, b"moi")

    assert old.stat().st_mode & 0o777 == 0o664
    assert new.stat().st_mode & 0o777 == 0o644
