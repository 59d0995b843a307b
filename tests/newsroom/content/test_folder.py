"""The articles folder: all files in one run, a bad one never in the way of the others."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from newsroom.checks import check_articles
from newsroom.content.files import article_paths
from newsroom.content.folder import read_articles
from newsroom.content.newsroom import Newsroom
from newsroom.text.dates import VIETNAM

FileWith = Callable[..., str]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    return folder


def test_articles_are_all_markdown_files_in_order(tmp_path: Path, file_with: FileWith) -> None:
    names = ["2023/b.md", "2022/c.md", "2023/a.md", "a.md"]
    others = ["README.md", "2023/README.md", ".git/x.md", "2023/.b.md.tmp", "2023/x.txt"]
    write(tmp_path, dict.fromkeys([*names, *others], file_with()))

    assert [str(path) for path in article_paths(tmp_path)] == sorted(names)


def test_folder_that_is_not_there_has_no_articles(
    tmp_path: Path, newsroom: Newsroom, now: datetime
) -> None:
    assert read_articles(tmp_path / "khong-co", newsroom, now).articles == ()


def test_bad_files_are_all_told_and_the_good_ones_stay(
    tmp_path: Path, newsroom: Newsroom, now: datetime, file_with: FileWith
) -> None:
    write(
        tmp_path,
        {
            "2023/a-tot.md": file_with(),
            "2023/b-utf16.md": "---\n".encode("utf-16"),
            "2023/c-latin.md": b"---\ntitle: \xe9\n---\n",
            "2023/d-rong.md": "",
            "2023/e-yaml.md": "---\ntitle: [\n---\nx",
            "2023/f-ngay.md": file_with({"date": "mai", "draft": "x"}),
            "2023/g-nhac.md": file_with({"views": "1.234"}),
            "2023/h-thu-muc.md/trong.md": file_with(),
            "2023/z-tot.md": file_with(),
        },
    )

    folder = read_articles(tmp_path, newsroom, now)

    assert [article.path.name for article in folder.articles] == [
        "a-tot.md", "g-nhac.md", "trong.md", "z-tot.md",
    ]  # fmt: skip
    assert [problem.path.split("/")[-1][0] for problem in folder.problems] == list("bcdeffg")
    assert [problem.path.split("/")[-1][0] for problem in folder.blocking] == list("bcdeff")


def test_second_article_at_an_address_is_refused(
    tmp_path: Path, newsroom: Newsroom, now: datetime, file_with: FileWith
) -> None:
    write(
        tmp_path,
        {
            "2023/le-hoi.md": file_with(),
            "2023/Lễ hội.md": file_with(),
            "2024/le-hoi.md": file_with({"date": "2023-04-30"}),
            "2023/thang-5/le-hoi.md": file_with({"date": "2023-05-01"}),
        },
    )

    folder = read_articles(tmp_path, newsroom, now)

    assert sorted(article.uri for article in folder.articles) == [
        "tin/2023/04/le-hoi/",
        "tin/2023/05/le-hoi/",
    ]
    assert len(folder.blocking) == 2
    assert "trùng địa chỉ /tin/2023/04/le-hoi/ với articles/2023/" in str(folder.blocking[0])


@pytest.mark.sample
def test_sample_articles_have_no_problem_that_blocks(root: Path) -> None:
    from newsroom.content.settings import read_settings

    sample = read_settings(root / "mkdocs.yml").newsroom
    assert sample

    day = datetime(2026, 12, 1, tzinfo=VIETNAM)  # its newest article is of the week before
    folder = read_articles(root / "articles", sample, day)

    assert folder.blocking == []
    assert len(folder.articles) >= 48


def test_folder_that_cannot_be_looked_into_is_told_and_the_others_are_read(
    tmp_path: Path,
    newsroom: Newsroom,
    now: datetime,
    file_with: FileWith,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(tmp_path / "articles", {"2022/kin/a.md": file_with(), "2023/b.md": file_with()})
    look = os.scandir

    def refused(folder: os.PathLike[str]) -> object:
        if str(folder).endswith("kin"):
            raise PermissionError(13, "Permission denied")
        return look(folder)

    monkeypatch.setattr(os, "scandir", refused)
    read = read_articles(tmp_path / "articles", newsroom, now)
    report = check_articles(tmp_path / "articles", tmp_path / "docs", newsroom, now)

    assert [str(article.path) for article in read.articles] == ["2023/b.md"]
    (told,) = [problem for problem in report.problems if problem.blocking]
    assert told.path == "articles/2022/kin"
    assert "không mở được" in told.found
    assert (report.published, report.held) == (1, 1)
