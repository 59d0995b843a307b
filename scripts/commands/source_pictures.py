"""What `check --fix` does to the pictures themselves: they tell nothing more, and are no wider than
any page shows them."""

from collections.abc import Sequence
from pathlib import Path

import click

from newsroom.content.files import scan
from newsroom.content.media import is_picture, on_disk
from newsroom.content.source import write_atomically
from newsroom.pictures.sources import WIDEST, clean
from newsroom.text.numbers import format_size


def clean_pictures(folder: Path, shown: str, asked: Sequence[Path]) -> int:
    """Clean the pictures of the articles folder, or of the folders in which the files asked for
    lie; says which before it replaces one, and returns how many were.

    shown: what staff call the folder.
    """
    within = [path if path.is_dir() else path.parent for path in asked] or [folder.resolve()]
    cleaned = 0
    for path, _ in scan(folder):
        file = on_disk(folder, path)
        if is_picture(path) and any(one in file.resolve().parents for one in within):
            cleaned += _clean(file, f"{shown}/{path}")
    return cleaned


def _clean(file: Path, shown: str) -> bool:
    data = file.read_bytes()
    new = clean(data)
    if new is None:
        return False
    sizes = f"{format_size(len(data))} → {format_size(len(new))}"
    click.echo(f"{shown}: bỏ nơi chụp, máy chụp; rộng nhất {WIDEST} điểm ảnh ({sizes}).")
    write_atomically(file, new)
    return True
