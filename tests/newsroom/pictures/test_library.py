"""What was derived is kept by content, and nothing that somebody changed there is believed."""

from collections.abc import Iterable
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsroom.content.photo import Photo
from newsroom.content.pictures import Unseen
from newsroom.pictures import library as module
from newsroom.pictures.library import Library


def picture(folder: Path, name: str, colour: str = "navy") -> tuple[str, Path]:
    target = BytesIO()
    Image.new("RGB", (64, 36), colour).save(target, "PNG")
    file = folder / name
    file.write_bytes(target.getvalue())
    return blake2b(file.read_bytes(), digest_size=16).hexdigest(), file


class Counting:
    """Runs the calls, and counts what they were made for."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, call: Any, tasks: Iterable[Any]) -> Any:
        for task in tasks:
            self.done += 1
            yield call(task)


def test_picture_is_derived_once(tmp_path: Path) -> None:
    name, file = picture(tmp_path, "a.png")
    first, again = Counting(), Counting()

    found = Library(tmp_path / "kho", (480, 960)).photos({name: file}, first)
    kept = Library(tmp_path / "kho", (480, 960)).photos({name: file}, again)

    assert isinstance(found[name], Photo)
    assert kept == found
    assert (first.done, again.done) == (1, 0)


def test_broken_picture_has_no_photo_and_takes_no_other_along(tmp_path: Path) -> None:
    name, file = picture(tmp_path, "a.png")
    (tmp_path / "b.png").write_bytes(b"")

    found = Library(tmp_path / "kho", (480, 960)).photos(
        {name: file, "cd" * 16: tmp_path / "b.png"}
    )

    assert isinstance(found[name], Photo)
    assert found["cd" * 16] is Unseen.BROKEN


@pytest.mark.parametrize("harm", ["cut off", "another byte", "gone"])
def test_what_was_damaged_is_derived_again(tmp_path: Path, harm: str) -> None:
    name, file = picture(tmp_path, "a.png")
    photo = Library(tmp_path / "kho", (480, 960)).photos({name: file})[name]
    assert isinstance(photo, Photo)
    variant = photo.variants[0]
    whole = Library(tmp_path / "kho", (480, 960)).file(photo, variant, file)
    (kept,) = (path for path in (tmp_path / "kho").rglob("*") if path.is_file())
    data = kept.read_bytes()
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(data[:-9] if harm == "cut off" else data[:-9] + b"x" + data[-8:])

    assert Library(tmp_path / "kho", (480, 960)).file(photo, variant, file) == whole
    assert Library(tmp_path / "kho", (480, 960)).photos({name: file})[name] == photo


def test_file_with_another_ending_does_not_come_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, file = picture(tmp_path, "a.png")
    photo = Library(tmp_path / "kho", (480, 960)).photos({name: file})[name]
    assert isinstance(photo, Photo)
    (kept,) = (path for path in (tmp_path / "kho").rglob("*") if path.is_file())
    forged = kept.read_bytes()[module.SIZE :].replace(b"card.avif", b"card.html")
    kept.write_bytes(module.digest(forged) + forged)

    found = Library(tmp_path / "kho", (480, 960)).photos({name: file})

    assert found[name] == photo


def test_other_recipe_and_pictures_that_are_gone_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, file = picture(tmp_path, "a.png")
    other, second = picture(tmp_path, "b.png", "gold")
    Library(tmp_path / "kho", (480, 960)).photos({one: file})
    monkeypatch.setattr(module, "recipe", lambda widths: b"khac")
    library = Library(tmp_path / "kho", (480, 960))
    library.photos({one: file, other: second})

    library.forget_all_but([other])

    left = [path.name for path in (tmp_path / "kho").rglob("*") if path.is_file()]
    assert left == [other]
