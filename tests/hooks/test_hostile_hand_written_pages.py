"""Whatever stands in a file of docs/, the site is published, and `check` tells of it."""

from pathlib import Path
from typing import Any

import pytest

from newsroom.checks import check_articles
from newsroom.content.settings import read_settings
from newsroom.site.mkdocs.settings import build_moment

WRONG: dict[str, bytes] = {
    "address": "# Trang\n\nXem [ở đây](http://[tên miền]/) và [đây](a%00b.md).\n".encode(),
    "utf-16": "# Trang\n\nChữ.\n".encode("utf-16"),
    "cp1258": "# Trang\n\nPhường.\n".encode("cp1258", errors="ignore") + b"\xd2\xfe\n",
    "backticks": b"# Trang\n\n" + b"`" * 15_000,
    "brackets": b"# Trang\n\n" + b"[" * 30_000,
    "marked section": b"# Trang\n\n<![x](a.jpg)\n",
    "deep front matter": b"---\ntitle: " + b"[" * 100_000 + b"\n---\n\n# Trang\n",
}
LISTS: dict[str, bytes] = {
    "utf-16": "UBND: Ủy ban nhân dân\n".encode("utf-16"),
    "latin": b"UBND: \xd2\xfe\n",
    "deep": b"[" * 100_000,
    "control": b"UBND: a\x01b c\n",
}


def told_by_check(site: Any) -> list[str]:
    newsroom = read_settings(site.folder / "mkdocs.yml").newsroom
    assert newsroom
    folder: Path = site.folder
    report = check_articles(folder / "articles", folder / "docs", newsroom, build_moment())
    assert not any(problem.blocking for problem in report.problems)
    return [str(problem) for problem in report.problems if problem.path.startswith("docs/")]


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_page_stops_no_publication_and_is_told(
    tiny_site: Any, wrong: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.article("tot")
    tiny_site.write("docs/trang.md", wrong)
    tiny_site.settings["nav"].append({"Trang": "trang.md"})

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    assert "<h1" in tiny_site.page("trang")
    told = told_by_check(tiny_site)
    assert told
    assert all(line.startswith("docs/trang.md") for line in told)
    assert all(line in caplog.text for line in told)


def test_of_a_link_to_no_address_the_words_stay(tiny_site: Any) -> None:
    tiny_site.write("docs/trang.md", WRONG["address"])
    tiny_site.settings["nav"].append({"Trang": "trang.md"})

    tiny_site.build()

    assert "ở đây</a>" in tiny_site.page("trang")
    assert "tên miền" not in tiny_site.page("trang")


@pytest.mark.parametrize(
    "field", ["template: khong-co.html", "template: 5", "template: tag.html", "hide: 3"]
)
def test_field_of_a_page_that_no_layout_understands_is_dropped(
    tiny_site: Any, field: str, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.write("docs/trang.md", f"---\n{field}\n---\n\n# Trang\n\nChữ.\n")
    tiny_site.settings["nav"].append({"Trang": "trang.md"})

    tiny_site.build()

    assert "Chữ." in tiny_site.page("trang")
    assert "docs/trang.md" in caplog.text
    assert "nên bị bỏ" in caplog.text


@pytest.mark.parametrize("wrong", LISTS.values(), ids=LISTS.keys())
def test_list_of_abbreviations_stops_no_publication_and_is_told(
    tiny_site: Any, wrong: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.article("tot", body="UBND phường họp.")
    tiny_site.write("docs/abbreviations.yml", wrong)

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    (told,) = told_by_check(tiny_site)
    assert told.startswith("docs/abbreviations.yml")
    assert told in caplog.text
