"""Checks of files that staff may take for articles, but that nothing reads."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.content.files import README
from newsroom.content.problem import Problem

_NOT_ARTICLES = (".doc", ".docx", ".htm", ".html", ".rtf", ".txt")
_DOCUMENTS = "tai-lieu"


def stray_files(folder: Path, articles_dir: str) -> Iterator[Problem]:
    """Texts beside the articles under another ending: bai.md.txt of Notepad, BAI.MD, a Word file.

    Documents to download lie in folders named tai-lieu and are no strays.
    """
    for file in sorted(folder.rglob("*")):
        relative = file.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts):
            continue
        if file.is_symlink():
            yield Problem(
                f"{articles_dir}/{relative.as_posix()}",
                "đây là lối tắt (symlink), không phải tệp hay thư mục thật, nên không được đăng.",
                "Hãy chép chính tệp hay thư mục ấy vào đây.",
                blocking=False,
            )
            continue
        if _DOCUMENTS in relative.parts or not file.is_file() or file.name == README:
            continue
        if file.suffix.lower() in _NOT_ARTICLES or (
            file.suffix != ".md" and file.suffix.lower() == ".md"
        ):
            yield Problem(
                f"{articles_dir}/{relative.as_posix()}",
                "tệp này không phải bài viết nên không được đăng.",
                "Bài viết thì đổi đuôi thành .md; tài liệu thì để trong thư mục tai-lieu.",
                blocking=False,
            )
