"""Every kind of change to the sources of a site. A number picks what it falls on."""

import os
from collections.abc import Callable, Sequence

from newspaper import ADDED_HOOK, CAMPAIGNS, SECTIONS
from sites import Project, png

Change = Callable[[Project, int], None]


def _pick(choices: Sequence[str], number: int) -> str:
    return choices[number % len(choices)]


def _name(project: Project, number: int) -> str:
    """An article of the site; one is added where there is none."""
    if not project.articles:
        add_article(project, number)
    return _pick(sorted(project.articles), number)


def _field(name: str, *values: str | None) -> Change:
    """A change that gives one article's field the next of the values; None takes it away."""

    def change(project: Project, number: int) -> None:
        article = _name(project, number)
        now = project.articles[article].get(name)
        at = values.index(now) if now in values else -1
        project.save(article, **{name: values[(at + 1 + number // 16) % len(values)]})

    return change


def _add_body(text: str) -> Change:
    """A change that adds the text to an article; {other} is another one's name."""

    def change(project: Project, number: int) -> None:
        name, other = _name(project, number), _name(project, number // 3)
        body = project.articles[name].get("body", "Nội dung.")
        project.save(name, body=f"{body}\n\n{text.format(other=other, number=number)}")

    return change


def add_article(project: Project, number: int) -> None:
    name = f"moi-{number}"
    fields = {"title": f"Bài {number}", "category": SECTIONS[number % 3], "tags": "[chợ, mới]"}
    project.save(name, **fields, date=f"2023-{number % 12 + 1:02}-{number % 28 + 1:02} 07:00")


def edit_body(project: Project, number: int) -> None:
    name = _name(project, number)
    project.save(name, body=f"{project.articles[name].get('body', 'Nội dung.')} Thêm {number}.")


def edit_title(project: Project, number: int) -> None:
    project.save(_name(project, number), title=f"Tên khác {number}")


def rename_article(project: Project, number: int) -> None:
    name = _name(project, number)
    fields = project.articles[name]
    project.remove(name)
    project.save(f"{name[:8]}-{number}", **fields)


def delete_article(project: Project, number: int) -> None:
    project.remove(_name(project, number))


def remove_heading(project: Project, number: int) -> None:
    """Links to the heading stand in articles that do not change."""
    for name, fields in project.articles.items():
        if "## " in fields.get("body", ""):
            project.save(name, body=fields["body"].replace("## ", ""))


def change_picture(project: Project, number: int) -> None:
    project.write(f"articles/2023/images/{_pick('ab', number)}.png", png(number % 40 + 1))


def delete_picture(project: Project, number: int) -> None:
    (project.folder / f"articles/2023/images/{_pick('ab', number)}.png").unlink(missing_ok=True)


def change_attachment(project: Project, number: int) -> None:
    project.write("articles/2023/tai-lieu/ke-hoach.pdf", f"%PDF-1.4 {number}")


def change_drawing(project: Project, number: int) -> None:
    """An SVG that only shows is published, one that acts is not."""
    inside = "<script/>" if number % 2 else f"<title>{number}</title>"
    project.write("articles/2023/tai-lieu/so-do.svg", f"<svg>{inside}</svg>")


def delete_attachment(project: Project, number: int) -> None:
    (project.folder / "articles/2023/tai-lieu/ke-hoach.pdf").unlink(missing_ok=True)


def replace_by_an_older_file(project: Project, number: int) -> None:
    """As a file that is brought back from a backup: another time, but not a later one."""
    name = _name(project, number)
    project.save(name, title=f"{project.articles[name]['title']} cũ"[-40:])
    touch(project, number, 1_600_000_000 + number)


def touch(project: Project, number: int, when: int = 1_800_000_000) -> None:
    name = _name(project, number)
    os.utime(project.folder / "articles" / "2023" / f"{name}.md", (when, when))


def change_an_earlier_review(project: Project, number: int) -> None:
    """The pages of later quarters, of the year and of the organization show what it says."""
    police = {"category": "thong-bao", "organization": "Công an phường"}
    updates = "[{task: Tuần tra, state: hoàn thành}]" if number % 3 else None
    project.save("quy", figures="[{label: Vụ, value: 4, unit: vụ}]", task_updates=updates)
    figures = f"[{{label: Vụ, value: {number % 5 + 2}, unit: vụ}}]"
    earlier = {"date": "2022-12-30", "quarter": "2022-Q4", "tasks": "[Tuần tra]"}
    project.save("quy-truoc", title="Quý trước", figures=figures, **earlier, **police)
    later = {"date": "2023-07-01", "quarter": "2023-Q2", "figures": figures}
    project.save("quy-sau", title="Quý sau", **later, **police)


ARTICLE_CHANGES: dict[str, Change] = {
    "earlier review": change_an_earlier_review,
    "add article": add_article,
    "edit body": edit_body,
    "edit title": edit_title,
    "rename": rename_article,
    "delete": delete_article,
    "older file": replace_by_an_older_file,
    "touch": touch,
    "date": _field("date", "2023-04-09", "2023-05-03 09:30", "2022-11-11", "2023-10-10"),
    "section": _field("category", *SECTIONS),
    "fault": _field("category", "tinn", "tin"),
    "fault of the date": _field("date", "30/02/2023", "2023-02-28"),
    "tags": _field("tags", "[Chợ, mới]", "[hè]", None, "[mới, hè, chợ]"),
    "quarter": _field("quarter", "2023-Q1", "2022-Q3", "2032-Q3", None),
    "organization": _field("organization", "Công an phường", "UBND phường", None),
    "campaign": _field("campaign", *CAMPAIGNS, None),
    "figures": _field(
        "figures",
        "[{label: Vụ, value: 4, unit: vụ}]",
        '[{label: Vụ, value: "3 (2 + 1)", unit: vụ, of: 4}]',
        "[{label: Quà, value: 21 triệu, unit: đồng}]",
        "[{label: Suất quà, value: 90, unit: suất}]",
        None,
    ),
    "deadline": _field("deadline", "2024-01-02", "2024-01-01 17:00", None),
    "event": _field("event", "{start: 2024-01-02 08:00, place: Đình}", "{start: 2024-02-01}", None),
    "contact": _field("contact", "Tổ 6", None),
    "tasks": _field("tasks", "[Tuần tra, Ký cam kết]", "[Tuần tra]", None),
    "task updates": _field(
        "task_updates",
        "[{task: Tuần tra, state: hoàn thành}]",
        "[{task: 1, state: đang làm, note: còn hai tổ}]",
        None,
    ),
    "list of tasks": _add_body("## Nhiệm vụ quý II năm 2023\n\n- Việc {number}"),
    "box of a task": _add_body("- [x] Tuần tra"),
    "views": _field("views", "60", "5000", None),
    "pinned": _field("pinned", "true", None),
    "draft": _field("draft", "true", None),
    "publish_at": _field("publish_at", "2024-01-02 07:00", "2023-12-31", "2034-01-01", None),
    "expires_at": _field("expires_at", "2023-12-31", "2024-01-02 08:00", None),
    "aliases": _field("aliases", "[/cu/]", "[/x.html/b.html]", "[/x.html]", "[/noi-quy/]", None),
    "aliases of many": _field("aliases", "[/cu/]", "[/A.aspx?id=1, /tu-khoa/cho]", "[/A.aspx]"),
    "summary": _field("summary", "Tóm tắt.", "Tóm tắt khác.", None),
    "updated": _field("updated", "2024-01-01 09:00", "2023-12-30", "2033-01-01", None),
    "image": _field("image", "images/b.png", "images/khong-co.png", "images/a.png", None),
    "attachment": _field("attachments", "[{title: Tệp, file: tai-lieu/ke-hoach.pdf}]", None),
    "link": _add_body("Xem [bài]({other}.md)."),
    "link to a heading": _add_body("Xem [mục]({other}.md#muc-hai)."),
    "link to nothing": _add_body("Xem [mất](mat-{number}.md)."),
    "heading": _add_body("## Mục hai\n\nNội dung."),
    "inline picture": _add_body("![Ảnh](images/b.png)"),
    "footnote and abbreviation": _add_body("HĐND họp.[^9]\n\n[^9]: Họp lần {number}."),
    "comment": _add_body("Họp <!-- nháp {number} > ![](images/b.png) --> rồi."),
    "what cannot be rendered": _add_body("<![Ảnh {number}](a.png)"),
    "link to a page file": _add_body("[tệp](tai-lieu/trang.html) [sơ đồ](tai-lieu/so-do.svg)"),
    "drawing": change_drawing,
    "remove heading": remove_heading,
    "change picture": change_picture,
    "delete picture": delete_picture,
    "change attachment": change_attachment,
    "delete attachment": delete_attachment,
}


def _edit(*names: str, text: str) -> Change:
    """A change that puts the text, with the number in it, at the end of what a file shows."""

    def change(project: Project, number: int) -> None:
        name = _pick(names, number)
        before = project.folder / name
        old = before.read_text(encoding="utf-8")
        # What stands outside of a layout's blocks is never seen.
        start, end, rest = (
            old.rpartition("{% endblock %}") if "{% extends" in old else (old, "", "")
        )
        project.write(name, start + text.replace("NUMBER", str(number)) + end + rest)

    return change


def _replace(name: str, *texts: str | None) -> Change:
    """A change that gives the file one of the texts; None deletes it."""

    def change(project: Project, number: int) -> None:
        text = texts[number % len(texts)]
        if text is None:
            (project.folder / name).unlink(missing_ok=True)
        else:
            project.write(name, text)

    return change


def _setting(key: str, *values: object) -> Change:
    return lambda project, number: project.settings.update({key: values[number % len(values)]})


def _newsroom(key: str, *values: object) -> Change:
    return lambda project, number: project.newsroom.update({key: values[number % len(values)]})


def _of_entry(block: str, key: str, *values: object) -> Change:
    """A change of one field of the last section or campaign."""

    def change(project: Project, number: int) -> None:
        *others, last = project.newsroom[block]
        project.newsroom[block] = [*others, {**last, key: values[number % len(values)]}]

    return change


def drop_or_add_section(project: Project, number: int) -> None:
    *others, last = project.newsroom["sections"]
    more = {"slug": "y-te", "title": "Y tế"}
    project.newsroom["sections"] = others if last["slug"] == "y-te" else [*others, last, more]


def move_the_moment(project: Project, number: int) -> None:
    """Over the hours at which articles come out and go, and over the end of a campaign."""
    hours = (-24, -7, 1, 11, 24)
    project.moment += hours[number % len(hours)] * 3600


_PARTIALS = tuple(
    f"docs/overrides/newsroom/partials/{name}.html"
    for name in ("article_foot", "article_beside", "sharing", "footer", "campaign_card", "title")
)
_LAYOUTS = tuple(
    f"docs/overrides/newsroom/{name}.html"
    for name in (
        "article",
        "index",
        "cards",
        "home",
        "list",
        "redirect",
        "rss",
        "atom",
        "json_feed",
        "feed_text",
        "news_sitemap",
        "campaigns",
        "campaign",
        "agenda",
        "progress",
        "figures",
        "old_address",
    )
)
SITE_CHANGES: dict[str, Change] = {
    "per_page": _newsroom("per_page", 2, 3, 5),
    "ward": _newsroom("ward", {"name": "Phường Khác"}, {"name": "Phường Thử", "phone": "1"}),
    "quarantine": _newsroom("quarantine", True, False),
    "title of a campaign": _of_entry("campaigns", "title", "Tết vui", "Tết & ấm"),
    "end of a campaign": _of_entry("campaigns", "end", "2024-01-31", "2024-01-01"),
    "goal of a campaign": _of_entry(
        "campaigns",
        "goal",
        {"label": "Suất quà", "value": "300 suất", "reached": 120},
        {"label": "Suất quà", "value": "300 suất"},
    ),
    "organizations": _newsroom(
        "organizations",
        [{"title": "Công an phường", "phone": "113"}, {"title": "UBND phường"}],
        [{"title": "UBND phường"}, {"title": "Công an phường", "about": "Trật tự"}],
        [],
    ),
    "contact of a campaign": _of_entry("campaigns", "contact", "Tổ 6", "Tổ <7>"),
    "steps of a campaign": _of_entry("campaigns", "steps", ["Báo tên"], ["Báo tên", "Mang quà"]),
    "units": _newsroom("units", [{"title": "vụ"}, {"title": "suất"}], [{"title": "suất"}]),
    "description of a section": _of_entry("sections", "description", "Về y tế.", "Sức khỏe."),
    "title of a section": _of_entry("sections", "title", "Sức khỏe", "Y tế"),
    "sections": drop_or_add_section,
    "site_name": _setting("site_name", "Tin khác", "Tin phường Thử"),
    "site_url": _setting("site_url", "https://khac.example/", "https://thu.example/"),
    "markdown_extensions": _setting("markdown_extensions", ["tables", "toc"], ["footnotes"]),
    "partial": _edit(*_PARTIALS, text="<!-- NUMBER -->"),
    "layout": _edit(*_LAYOUTS, text="<!-- NUMBER -->"),
    "sitemap layout": _edit("docs/overrides/sitemap.xml", text="<!-- NUMBER -->"),
    "layout that takes the place of the theme's": _replace(
        "docs/overrides/partials/logo.html", "<b>logo</b>", None, "<i>logo</i>"
    ),
    "file of the theme": _replace("docs/overrides/assets/them.txt", "a", "b", None),
    "stylesheet": _edit("docs/stylesheets/chung.css", text="/* NUMBER */"),
    "other stylesheet": _replace("docs/stylesheets/khac.css", "a {}", None),
    "abbreviations": _edit("docs/abbreviations.yml", text="PNUMBER: Nghĩa số NUMBER\n"),
    "meaning of an abbreviation": _replace("docs/abbreviations.yml", "UBND: Ủy ban", "XY: Ích Y"),
    "words for searching": _replace(
        "docs/search-words.yml", "question_words: [ở đâu]", "question_words: [bao giờ]", None
    ),
    "placeholder": _replace("docs/noi-quy.md", "{{ ward.city }}\n", "{{ ward.mail }}\n", "Hết.\n"),
    "page": _edit("docs/noi-quy.md", text="\nĐoạn NUMBER, xem [trang](trang.md).\n"),
    "title of a page": _replace("docs/noi-quy.md", "# Quy định\n", "# Nội quy\n\n## Mục\n"),
    "page that comes and goes": _replace("docs/trang.md", "# Trang\n\nMới.\n", None),
    "hook": _replace(
        ADDED_HOOK,
        "def on_post_page(output, **_):\n    return output + '<!-- móc -->'\n",
        "def on_page_content(html, **_):\n    return html.replace('Nội', 'Ngoại')\n",
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nCuối.'\n",
    ),
    "moment": move_the_moment,
}
