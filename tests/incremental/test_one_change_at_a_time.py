"""After any one change a build equals a clean one, and what did not change is not written again."""

from typing import Any

import pytest
from changes import ARTICLE_CHANGES, SITE_CHANGES, Change
from sites import Project, assert_same
from trees import changed

from newsroom.catalogue.entries import Entry
from newsroom.content.uris import FeedFormat
from newsroom.site.pages.generated_files import GeneratedFiles

CHANGES = {**ARTICLE_CHANGES, **SITE_CHANGES}
SEARCH = "search/"
every_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())


@every_change
def test_site_after_a_change_and_another_equals_a_clean_build(
    project: Project, change: Change
) -> None:
    """And only files that changed were written again."""
    before, stamps = project.tree(), project.stamps()
    change(project, 0)

    after = project.publish()

    assert_same(after, project.clean())
    expected = {name for name in changed(before, after.tree) if not name.endswith("/")}
    assert changed(stamps, project.stamps()) == expected

    change(project, 1)
    assert_same(project.publish(), project.clean())


def test_nothing_is_written_where_nothing_changed(project: Project) -> None:
    project.publish()
    stamps = project.stamps()

    project.publish()

    assert project.stamps() == stamps


def test_strict_build_fails_as_often_as_it_is_run(project: Project) -> None:
    project.publish(strict=True)
    before, stamps = project.tree(), project.stamps()
    project.save("den", body="Xem [mất](mat.md).")

    runs = [project.publish(strict=True) for _ in range(3)]

    assert [bool(run.aborted) for run in runs] == [True] * 3
    assert runs[0].warnings == runs[1].warnings == runs[2].warnings == project.clean().warnings
    assert (project.tree(), project.stamps()) == (before, stamps)


def test_strict_build_fails_after_one_that_was_not_strict(project: Project) -> None:
    project.save("den", body="Xem [mất](mat.md).")
    told = project.publish().warnings

    assert project.publish(strict=True).aborted
    assert project.publish().warnings == told != []


def test_link_to_a_heading_that_goes_is_told_though_its_article_did_not_change(
    project: Project,
) -> None:
    project.save("duong", body="Mở đầu.")

    (told,) = project.publish().warnings

    assert "articles/2023/cho.md" in told
    assert "#muc-hai" in told


def written_by(project: Project, name: str, **fields: str) -> set[str]:
    """The files, those of the search apart, that change with the fields of an article."""
    before = project.publish().tree
    project.save(name, **fields)
    names = changed(before, project.publish().tree)
    return {n for n in names if not n.startswith(SEARCH) and not n.endswith("/")}


# Lists and feeds that show `cau`, the newest of six articles of the section `tin`.
FEEDS_OF_CAU = {f"{page}{form.file}" for page in ("", "chuyen-muc/tin/") for form in FeedFormat}
LISTS_OF_CAU = FEEDS_OF_CAU | {
    "index.html", "chuyen-muc/index.html", "chuyen-muc/tin/index.html",
    "luu-tru/2023/quy-2/index.html", "luu-tru/2023/06/index.html",
    "tu-khoa/he/index.html", "doc-nhieu/index.html",
}  # fmt: skip
CAU = "tin/2023/06/cau/index.html"


def test_text_below_the_lead_shows_on_the_page_of_its_article_and_in_feeds(
    project: Project,
) -> None:
    project.save("cau", body="Mở đầu.")

    assert written_by(project, "cau", body="Mở đầu.\n\nĐoạn hai.") == {CAU, *FEEDS_OF_CAU}


def test_text_that_changes_with_what_it_links_to_changes_in_feeds_too(project: Project) -> None:
    project.save("cau", body="Xem [lịch](lich.md).")
    before = project.publish().tree
    assert b"/lich/" in before["atom.xml"]

    project.remove("lich")

    after = project.publish()
    assert_same(after, project.clean())
    assert b"/lich/" not in after.tree["atom.xml"]


def test_build_reads_each_text_once_and_only_for_feeds_that_change(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.publish()
    read: list[str] = []

    def text(files: GeneratedFiles, entry: Entry, real: Any = GeneratedFiles._text) -> str:
        read.append(entry.path)
        return str(real(files, entry))

    monkeypatch.setattr(GeneratedFiles, "_text", text)
    project.write("docs/noi-quy.md", "# Nội quy\n\nKhác.")
    project.publish()
    assert read == []

    project.save("kham", publish_at="2023-12-31")
    project.publish()
    assert len(read) == len(set(read)) > 1


def test_lead_shows_in_every_list_and_feed_too(project: Project) -> None:
    project.save("cau", summary="Sapo.")
    plain_lines = {"index.html", "chuyen-muc/index.html"}

    assert written_by(project, "cau", summary="Khác.") == LISTS_OF_CAU - plain_lines | {CAU}


def test_title_shows_beside_the_articles_next_to_it_too(project: Project) -> None:
    written = written_by(project, "cau", title="Cầu mới")

    cards = {name for name in written if name.endswith("-tieu-de.png")}
    found = written - cards
    assert len(cards) == 1  # what is shared of it
    beside = {name for name in found - LISTS_OF_CAU - {CAU} if name.startswith("tin/")}
    assert found == LISTS_OF_CAU | {CAU} | beside
    assert "tin/2023/05/ngo/index.html" in beside
    assert "tin/2023/06/lich/index.html" not in beside


def test_views_show_on_cards_and_not_in_feeds(project: Project) -> None:
    """Few views, so that the order of the most viewed stays."""
    project.save("cau", views="1")
    lines = {"index.html", "chuyen-muc/index.html"}
    cards = LISTS_OF_CAU - lines - FEEDS_OF_CAU

    assert written_by(project, "cau", views="2") == cards | {CAU}


def test_every_page_names_the_stylesheet_as_it_is_now(project: Project) -> None:
    before = project.tree()
    project.write("docs/stylesheets/chung.css", "body {}")

    found = project.publish()

    assert_same(found, project.clean())
    (sheet,) = {name for name in found.tree if name.startswith("stylesheets/all-")} - before.keys()
    pages = [name for name in found.tree if name.startswith(("tin/", "chuyen-muc/"))]
    for name in pages:
        if name.endswith(".html"):
            assert sheet.encode() in found.tree[name]


@pytest.mark.parametrize(
    ("partial", "folders"), [("article_foot", {"tin"}), ("campaign_card", {"phong-trao"})]
)
def test_partial_changes_the_pages_that_include_it(
    project: Project, partial: str, folders: set[str]
) -> None:
    name = f"docs/overrides/newsroom/partials/{partial}.html"
    before = project.tree()
    project.write(name, (project.folder / name).read_text(encoding="utf-8") + "<!-- thêm -->")

    names = changed(before, project.publish().tree)

    assert {name.rpartition("/")[0].partition("/")[0] for name in names} == folders
    articles = {n for n in before if n.startswith("tin/2") and n.endswith(".html")}
    assert names == (articles if folders == {"tin"} else {"phong-trao/index.html"})


def test_deadline_passes_though_nobody_touches_its_article(project: Project) -> None:
    project.save("cau", deadline="2024-01-01 18:00")
    project.publish()
    assert "đã hết hạn" not in project.page("tin/2023/06/cau")
    assert "home__due" in project.page("")

    project.moment += 24 * 3600

    assert_same(project.publish(), project.clean())
    assert "đã hết hạn" in project.page("tin/2023/06/cau")
    assert "home__due" not in project.page("")


def test_notice_becomes_a_year_old_though_nobody_touches_it(project: Project) -> None:
    project.save("cau", date="2023-01-01 18:00", category="thong-bao")
    project.publish()
    assert "hidden>Tin đã đăng hơn một năm" in project.page("tin/2023/01/cau")

    project.moment += 24 * 3600

    assert_same(project.publish(), project.clean())
    page = project.page("tin/2023/01/cau")
    assert '">Tin đã đăng hơn một năm' in page and "age.js" not in page


def test_campaign_ends_a_year_after_its_last_news_though_nobody_touches_it(
    project: Project,
) -> None:
    project.newsroom["campaigns"].append({"slug": "lau", "title": "Lâu", "start": "2020-06-01"})
    project.save("cau", date="2023-01-01 18:00", campaign="lau")
    project.publish()
    assert ">đang diễn ra" in project.page("phong-trao/lau")

    project.moment += 24 * 3600

    assert_same(project.publish(), project.clean())
    assert ">đã kết thúc" in project.page("phong-trao/lau")


def test_article_shows_how_far_its_campaign_has_come_by_what_others_tell(
    project: Project,
) -> None:
    figures = "[{label: Suất quà, value: 90, unit: suất}]"
    assert "40/300 suất" in project.page("tin/2023/06/lich")

    written = written_by(project, "tiem", figures=figures)

    assert "90/300 suất" in project.page("tin/2023/06/lich")
    assert_same(project.publish(), project.clean())
    pages = {name for name in written if name.startswith(("tin/", "phong-trao/"))}
    assert pages == {
        "tin/2023/06/lich/index.html",
        "tin/2023/12/tiem/index.html",
        "phong-trao/index.html",
        "phong-trao/tet/index.html",
    }


def test_days_of_a_campaign_pass_though_nobody_touches_it(project: Project) -> None:
    assert ">ngày cuối" in project.page("phong-trao/tet")
    assert "<h2>Kết quả</h2>" not in project.page("phong-trao/tet")

    project.moment += 24 * 3600

    assert_same(project.publish(), project.clean())
    assert ">đã kết thúc" in project.page("phong-trao/tet")
    assert "<h2>Kết quả</h2>" in project.page("phong-trao/tet")


def latest_on_home(project: Project) -> str:
    """The lead story and those beside it."""
    return project.page("").partition('class="home__top"')[2].partition("</section>")[0]


def test_pin_ends_though_nobody_touches_its_article(project: Project) -> None:
    project.save("cau", date="2020-01-01", title="Bài cũ được ghim", pinned_until="2024-01-01")
    project.publish()
    assert "Bài cũ được ghim" in latest_on_home(project)

    project.moment += 24 * 3600

    assert_same(project.publish(), project.clean())
    assert "Bài cũ được ghim" not in latest_on_home(project)


def test_change_that_was_dated_ahead_is_told_once_its_moment_has_come(project: Project) -> None:
    project.save("cau", updated="2024-01-01 18:00")
    project.publish()
    assert "Cập nhật" not in project.page("tin/2023/06/cau")

    project.moment += 12 * 3600

    assert_same(project.publish(), project.clean())
    assert "Cập nhật" in project.page("tin/2023/06/cau")


def test_article_is_news_for_two_days_though_nobody_touches_it(project: Project) -> None:
    project.save("cau", date="2024-01-01 07:00")
    assert b"/cau/" in project.publish().tree["sitemap-news.xml"]

    for hours, is_news in ((42, True), (3, False)):
        project.moment += hours * 3600
        after = project.publish()
        assert_same(after, project.clean())
        assert (b"/cau/" in after.tree["sitemap-news.xml"]) == is_news
