"""Old addresses in a build: none stops it, replaces a page or blocks its article; all are told."""

import json
import logging
from typing import Any

import pytest

from newsroom.checks import check_articles
from newsroom.content.settings import read_settings
from newsroom.site.mkdocs.settings import build_moment

BAD = (
    "/./", "/%2e/", "/a/../", "/a/%2E%2e/gioi-thieu/", "/%252e/", "/x%00y.html", "/x%0Ay.html",
    "/index.html", "/Gioi-Thieu/", "/gioi-thieu.html", "/chuyen-muc/tin/", "/luu-tru/2023/04/",
    "/tu-khoa/cho.html", "/tim-kiem/", "/404.html", "/rss.xml", "/sitemap.xml", "/assets/x/",
    "/search/a", "/tin/2023/04/tot/", "/tin/2023/04/la/", "/tin/2023/tai-lieu/k.pdf/",
    "/tin/2023/tai-lieu/k.pdf/x", "/a.html/b", "/CON", "/nul.html", "/duoi./x", "/duoi%20",
    "/a%3fb", "/a%3Cb",
    "/?p=20", "/#/x", "\\tin\\x", "tin-cu.html", "mailto:a@b", "20", "/%ff", "/.git/x",
    "/" + "%E1%BB%A6" * 90, "/" + "ab/" * 400, "http://[x/",
)  # fmt: skip


@pytest.fixture
def site(tiny_site: Any) -> Any:
    tiny_site.article("tot", {"tags": "[chợ]"})
    tiny_site.write("articles/2023/tai-lieu/k.pdf", "%PDF")
    tiny_site.write("docs/tim-kiem.md", "# Tìm\n")
    tiny_site.settings["not_in_nav"] = "/tim-kiem.md"
    tiny_site.article("co-tep", {"attachments": "[{title: K, file: tai-lieu/k.pdf}]"})
    return tiny_site


def aliases(*addresses: str) -> dict[str, str]:
    return {"aliases": json.dumps(addresses)}


def told_by_build(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said of old addresses, without its weight."""
    texts = [record.getMessage().removeprefix("newsroom: ") for record in caplog.records]
    return sorted(text.removeprefix("nên sửa: ") for text in texts if text.startswith("nên sửa: "))


def test_no_address_however_odd_changes_more_than_itself(
    site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    site.article("la")
    site.build()
    before = site.files()
    site.article("la", aliases(*BAD, "/cu/"))
    caplog.set_level(logging.INFO, logger="mkdocs")

    site.build(strict=True)

    after = site.files()
    assert after.keys() - before.keys() == {"cu/index.html"}
    assert {name for name in before if before[name] != after[name]} == set()
    told = told_by_build(caplog)
    assert len(told) == len(BAD)
    assert all(line.startswith("articles/2023/la.md:5: aliases: ") for line in told)


def test_check_tells_what_the_build_tells(site: Any, caplog: pytest.LogCaptureFixture) -> None:
    site.article("la", aliases(*BAD, "/cu/", "/Default.aspx?id=5"))
    site.article("khac", aliases("/cu", "/default.ASPX?id=6"))
    caplog.set_level(logging.INFO, logger="mkdocs")

    site.build()

    newsroom = read_settings(site.folder / "mkdocs.yml").newsroom
    assert newsroom
    folder, docs = site.folder / "articles", site.folder / "docs"
    report = check_articles(folder, docs, newsroom, build_moment())
    told = sorted(str(problem) for problem in report.problems if problem.field == "aliases")
    assert told == told_by_build(caplog)
    assert len(told) == len(BAD) + 4


def test_reader_of_an_address_that_two_articles_claim_chooses(site: Any) -> None:
    site.article("nam", aliases("/Default.aspx?tabid=1&id=5", "/x.html"))
    site.article("sau", aliases('/Default.aspx?tabid=1&id=6&t="<b>'))

    site.build()

    page = site.files()["Default.aspx/index.html"].decode()
    assert 'http-equiv="refresh"' not in page
    assert "javascripts/old-address.js" in page
    for name, query in ("nam", "[&#34;tabid=1&amp;id=5&#34;]"), ("sau", "id=6"):
        assert f'<a href="../tin/2023/04/{name}/" data-queries="' in page
        assert query.replace("&amp;", "\\u0026") in page or query in page
    assert "<b>" not in page
    assert 'url=tin/2023/04/nam/"' in site.files()["x.html"].decode()


def test_draft_is_not_among_those_to_choose_from(site: Any) -> None:
    site.article("ro", aliases("/cu/"))
    site.article("kin", {**aliases("/cu/"), "draft": "true"})

    site.build()

    assert site.mentions("tin/2023/04/kin") == []
    assert "http-equiv" in site.page("cu")


def test_address_that_the_disk_does_not_take_is_told_and_stops_nothing(
    site: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from newsroom.site.pages import generated_files

    write = generated_files.write_file

    def short_paths_only(content: bytes, path: str) -> None:
        if "dai" in path:
            raise OSError(36, "File name too long")
        write(content, path)

    monkeypatch.setattr(generated_files, "write_file", short_paths_only)
    caplog.set_level(logging.INFO, logger="mkdocs")
    site.article("la", aliases("/dai/", "/cu/"))

    site.build(strict=True)

    assert "Không dựng được địa chỉ cũ /dai/index.html" in caplog.text
    assert "http-equiv" in site.page("cu")
