"""Templates see displays only: what a page shows of articles is what its display holds.

Each layout is drawn with names that are not there forbidden, and told of the articles nothing but
a display. So whatever a template shows is digested, and no page that would show something else is
kept.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any

import pytest
from index_pages import index_pages
from jinja2 import Environment, StrictUndefined, UndefinedError, nodes
from jinja2.meta import find_referenced_templates
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url
from tiny_site import ROOT, TinySite

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles, Entry
from newsroom.catalogue.progress import Progress
from newsroom.content.article import Article, Attachment, Change, Event, Image, Publication, Tag
from newsroom.content.banner import Banner
from newsroom.content.figures import Figure, Part, TaskState, TaskUpdate
from newsroom.content.newsroom import Newsroom
from newsroom.content.photo import DescribedPhoto, Photo, Variant
from newsroom.content.problem import Problem
from newsroom.content.quarter import Quarter
from newsroom.content.units import Goal, Unit
from newsroom.display.article import ArticleDisplay, lines_of
from newsroom.display.feeds import followed
from newsroom.display.generated import (
    Icon,
    Manifest,
    NewsSitemap,
    OldAddress,
    OpenSearch,
    Robots,
    Sitemap,
)
from newsroom.display.text import Text
from newsroom.display.unpublished import Unpublished, unpublished_page
from newsroom.site.html.banner import BANNER, RUNS
from newsroom.site.html.share_image import SHARE_IMAGE_SIZE
from newsroom.site.mkdocs.run import RUN
from newsroom.site.mkdocs.settings import load_newsroom
from newsroom.site.theme.stylesheet import STYLESHEET
from newsroom.site.theme.templates import prepare
from newsroom.text.dates import VIETNAM

OVERRIDES = ROOT / "docs" / "overrides"
TEMPLATES = {
    path.relative_to(OVERRIDES).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(OVERRIDES.rglob("*"))
    if path.suffix in {".html", ".xml"} and "hooks" not in path.parts
}
OF_MKDOCS = {
    "title", "content", "toc", "meta", "url", "canonical_url", "is_homepage", "parent", "active",
}  # fmt: skip
"""What a template may ask of any page."""
TODAY = date(2023, 5, 20)
NOON = datetime(2023, 5, 20, 12, tzinfo=VIETNAM)
HAND_WRITTEN = {"newsroom/search.html", "main.html", "404.html"}
"""Layouts of pages that have no display."""


def _referenced() -> set[str]:
    """The templates that others extend, include, import or draw as a part of the frame."""
    trees = [Environment(autoescape=True).parse(text) for text in TEMPLATES.values()]
    found = {name for tree in trees for name in find_referenced_templates(tree) if name}
    calls = (call for tree in trees for call in tree.find_all(nodes.Call))
    return found | {call.args[0].value for call in calls if _is_frame(call)}


def _is_frame(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "frame"


LAYOUTS = sorted(TEMPLATES.keys() - (_referenced() - HAND_WRITTEN))


BANNERS = {
    "no banner": None,
    "short banner": Banner("Cúp nước.", NOON),
    "whole banner": Banner("Bão số 3.", NOON, NOON, is_urgent=False, link="tin/2023/05/b1/"),
}


@pytest.fixture(scope="module", params=BANNERS)
def config(tmp_path_factory: pytest.TempPathFactory, request: Any) -> MkDocsConfig:
    """The configuration of a ward that declares all that it may, with a banner and without."""
    site = TinySite(tmp_path_factory.mktemp("trang"))
    site.write("docs/assets/chung.png", b"")
    site.newsroom["ward"] |= {
        "district": "Quận Thử", "address": "1 Đường Thử", "phone": "024 1234 5678",
        "email": "phuong@thu.example",
        "working_hours": "8 giờ đến 17 giờ", "notice": "Trang mẫu.",
        "share_image": "assets/chung.png",
    }  # fmt: skip
    site.newsroom["campaigns"] += [
        {"slug": "tet", "title": "Tết ấm", "start": "2023-01-01", "end": "2023-12-31",
         "organizer": "Mặt trận", "description": "Quà Tết.", "contact": "Mặt trận, 024",
         "goal": {"label": "Quà", "value": "30 suất"}, "steps": ["Báo tên", "Mang quà"]},
        {"slug": "xuan", "title": "Xuân", "start": "2023-06-01",
         "goal": {"label": "Cây", "value": "30 suất", "reached": 40}},
        {"slug": "dong", "title": "Đông", "start": "2022-12-01", "end": "2022-12-31",
         "goal": {"label": "Chăn", "value": "30 suất", "reached": 30}},
    ]  # fmt: skip
    site.newsroom["organizations"] = [
        {"title": "Hội", "phone": "024 3", "about": "Việc hội"}, {"title": "Tổ phường Thử"},
    ]  # fmt: skip
    config = load_config(str(site.write_settings()))
    config.extra["newsroom"] = load_newsroom(config)
    banner = BANNERS[request.param]
    config.extra |= {BANNER: banner, RUNS: banner is not None}
    config.extra[STYLESHEET] = "stylesheets/all.css"
    config.extra |= {SHARE_IMAGE_SIZE: (1200, 630) if banner else None}
    return config


@pytest.fixture(scope="module")
def env(config: MkDocsConfig) -> Environment:
    """The templates, in which to lean on what is not there is an error."""
    env = config.theme.get_env()
    prepare(env)
    env.undefined = StrictUndefined
    return env


PHOTO = Photo(
    "ab" * 16, 960, 540,
    (Variant("480.avif", 480, 270, 9), Variant("960.avif", 960, 540, 20),
     Variant("960.jpg", 960, 540, 50), Variant("card.avif", 480, 270, 9)),
)  # fmt: skip
TWO = (Part(Decimal(2), "Gạo"), Part(Decimal(1)))
FIGURES = (
    Figure("Quà", Decimal(3), Unit("suất"), parts=TWO, note="mỗi nhà một suất"),
    Figure("Người", Decimal("1.5"), Unit("nghìn"), target=Decimal(3), whole=Decimal(3)),
)
GOAL = Goal("Quà", Decimal(30), Unit("suất"))
Make = Callable[..., Article]


@pytest.fixture(scope="module")
def make(config: MkDocsConfig) -> Make:
    """Makes an article of a day of May 2023."""
    newsroom: Newsroom = config.extra["newsroom"]

    def article(day: int, **fields: Any) -> Article:
        given = {"title": f"Bài {day}", "body": "Chữ.", "section": newsroom.sections["tin"]}
        path, moment = PurePosixPath(f"2023/b{day}.md"), datetime(2023, 5, day, tzinfo=VIETNAM)
        return Article(path=path, date=moment, **{**given, **fields})

    return article


@pytest.fixture(scope="module")
def articles(config: MkDocsConfig, make: Make) -> list[Article]:
    """Some with all that an article may have, some with nothing but what each has."""
    newsroom: Newsroom = config.extra["newsroom"]
    full = {
        "summary": "Tóm tắt.", "views": 1201, "updated": datetime(2023, 6, 1, tzinfo=VIETNAM),
        "image": Image("images/a.png", "Sân đình", "Hội làng"),
        "photos": (DescribedPhoto(PHOTO, "Sân đình"),),
        "tags": (Tag("Lễ hội"),),
        "author": "Văn thư", "source": "Báo", "campaign": newsroom.campaigns["tet"],
        "organization": "Hội", "pinned": True, "changes": (Change(NOON, "Sửa giờ họp"),),
        "deadline": NOON, "contact": "Tổ 6, 024",
        "event": Event(NOON, NOON.replace(hour=15), "Sân đình"),
        "attachments": (Attachment("Tờ khai", "a.pdf"),), "figures": FIGURES,
    }  # fmt: skip
    reviews = [
        make(1, **full, quarter=Quarter(2022, 1)), make(2, quarter=Quarter(2022, 3)),
        *(make(3, quarter=Quarter(2022, n), **_reported(n), organization="Hội") for n in (2, 3, 4)),
        make(3, quarter=Quarter(2023, 1), **_reported(5), organization="Hội"),
        make(3, quarter=Quarter(2023, 1), **_reported(6), organization="Đoàn"),
    ]  # fmt: skip
    events = [
        make(5, event=Event(NOON)), make(6, event=Event(NOON, NOON.replace(day=22), "Nhà văn hóa")),
        make(7, deadline=NOON.replace(day=21, hour=0)),
        make(8, deadline=NOON.replace(day=29, hour=23, minute=59)),
    ]  # fmt: skip
    return [*reviews, make(4, **full), *events, *(make(day, body="") for day in range(9, 30))]


@pytest.fixture(scope="module")
def displays(config: MkDocsConfig, articles: list[Article]) -> dict[str, list[object]]:
    """By the layout: displays in which everything is there, and in which nothing is."""
    newsroom: Newsroom = config.extra["newsroom"]
    found: dict[str, list[object]] = {}
    small = replace(newsroom, per_page=5)
    for listed in (articles, []):
        catalogue = Catalogue.of(listed)
        for index in index_pages(catalogue, small, TODAY):
            found.setdefault(f"newsroom/{index.layout}.html", []).append(index)
        for one in followed(catalogue, newsroom):
            for feed in one.feeds(_text):
                found.setdefault(feed.template, []).append(feed)
    opened = Catalogue.of(articles).articles
    found["newsroom/article.html"] = list(_article_displays(articles))
    found["newsroom/unpublished.html"] = [
        _unpublished(opened), unpublished_page([], [], lambda _: articles[0])
    ]  # fmt: skip
    for display in _whole_files(opened):
        found.setdefault(display.template, []).append(display)
    return found


def _reported(number: int) -> dict[str, Any]:
    """What a review states besides its text."""
    share, people = Unit("%", summed=False), Unit("người")
    return {
        "figures": (
            Figure("Hài lòng", Decimal(number), share),
            Figure("Dự họp", Decimal(9), people, target=Decimal(8), whole=Decimal(10)),
        ),
        "tasks": (f"Việc của quý {number}", "Việc dở dang"),
        "task_updates": (
            TaskUpdate(f"Việc của quý {number - 1}", TaskState.DONE, "xong sớm"),
            TaskUpdate("Việc dở dang", TaskState.RUNNING),
        ),
    }


def _text(entry: Entry) -> Text:
    return Text(entry.path.encode(), lambda: f"<p>{entry.path}</p>")


def _article_displays(articles: list[Article]) -> Iterator[ArticleDisplay]:
    lines = lines_of(articles[:3])
    for article in articles[:10]:
        for publication in Publication:
            yield ArticleDisplay(article=article, publication=publication)
        yield ArticleDisplay(
            article=article, publication=Publication.PUBLISHED,
            photos=(("2023/images/a.png", PHOTO),),
            is_over=True, newer=lines[0], older=lines[1], related=lines,
            progress=Progress(GOAL, Decimal(12)),
        )  # fmt: skip


def _whole_files(articles: Articles) -> Iterator[Any]:
    """What the generated files show that are not pages; a new one is to be added here."""
    yield OldAddress(articles[:1], [[""]], is_redirect=True)
    yield OldAddress(articles[:2], [["id=1"], ["", "a=b"]], is_redirect=False)
    yield OpenSearch("Phường", "Tin", "/tim-kiem/", "/a.svg")
    yield Sitemap("/\n/a/\t0.0\t/tin/a b.png\n/b/\t2023-05-01")
    yield Sitemap("")
    yield NewsSitemap("Tin", articles[:2])
    yield Manifest("Tin", "Phường", "", [Icon("a.svg", "image/svg+xml", "any", "any")])
    yield Robots(["https://thu.example/sitemap.xml"])


def _unpublished(articles: Articles) -> Unpublished:
    return Unpublished(
        uri="chua-dang/", title="Bài chưa đăng", description="Chỉ hiện khi xem thử.",
        states=[(state, articles[:2]) for state in Publication],
        problems=[Problem("a.md", "thiếu ngày.", "Hãy viết ngày.", 3, "date")],
    )  # fmt: skip


def _context(config: MkDocsConfig, **page: Any) -> dict[str, Any]:
    """What MkDocs tells a template, of a page that has only what MkDocs' own pages have."""
    own = {
        "title": "Trang &amp; tên", "content": "<p>Chữ</p>", "toc": [], "meta": {}, "url": "a/b/",
        "canonical_url": "https://thu.example/a/b/", "is_homepage": False, "parent": None,
        "active": False,
    }  # fmt: skip
    assert own.keys() == OF_MKDOCS
    item = SimpleNamespace(title="Giới thiệu", url="gioi-thieu/")
    nav = SimpleNamespace(items=[item], pages=[item])
    return {
        "config": config,
        "nav": nav,
        "base_url": "../..",
        "page": SimpleNamespace(**own, **page),
    }


def _draw(env: Environment, config: MkDocsConfig, layout: str, display: object) -> str:
    """As a build draws it: a whole file, or a page in the theme."""
    template = env.get_template(layout)
    if "extends" not in TEMPLATES.get(layout, ""):
        to = partial(get_relative_url, other="a/")
        return template.render(display=display, config=config, to=to)
    return template.render(_context(config, display=display))


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in HAND_WRITTEN])
def test_layout_is_drawn_from_its_display_alone(
    layout: str, env: Environment, config: MkDocsConfig, displays: dict[str, list[object]]
) -> None:
    assert layout in displays, "nothing here is drawn by that layout"
    drawn = {_draw(env, config, layout, display) for display in displays[layout]}

    assert all(drawn)
    assert not [text for text in drawn if re.search(r"Undefined|<\w+\.\w+ object|\bNone\b", text)]


@pytest.mark.parametrize("layout", sorted(HAND_WRITTEN))
def test_hand_written_page_needs_no_display(
    layout: str, env: Environment, config: MkDocsConfig
) -> None:
    assert env.get_template(layout).render(_context(config))


def test_page_of_errors_needs_no_page(env: Environment, config: MkDocsConfig) -> None:
    """MkDocs draws 404.html without one."""
    assert env.get_template("404.html").render({**_context(config), "page": None})


@pytest.mark.parametrize("reach", ["page.article.title", "catalogue.entries", "display.records"])
def test_reach_past_the_display_is_an_error(
    reach: str, env: Environment, config: MkDocsConfig, displays: dict[str, list[object]]
) -> None:
    source = "{% extends 'main.html' %}{% block container %}{{ " + reach + " }}{% endblock %}"
    template = env.from_string(source)
    with pytest.raises(UndefinedError):
        template.render(_context(config, display=displays["newsroom/article.html"][0]))


# By reading the templates, since no display goes through each of their branches.

GIVEN = {"page", "config", "nav", "uris", "frame", "base_url", "display", "to"}
"""The names that MkDocs and we give a template."""
PASSED = {
    "newsroom/partials/article_head.html": {"article", "progress"},
    "newsroom/partials/article_foot.html": {"article"},
    "newsroom/partials/article_mistake.html": {"article"},
    "newsroom/partials/article_age.html": {"article"},
    "newsroom/partials/article_loudspeaker.html": {"article"},
    "newsroom/partials/article_beside.html": {"cards"},
    "newsroom/partials/home_quarter.html": {"cards", "figures", "home"},
    "newsroom/partials/quarter_doings.html": {"cards"},
    "newsroom/partials/breadcrumbs.html": {"here", "parents"},
    "newsroom/partials/masthead.html": {"own", "here"},
    "newsroom/partials/search_contact.html": {"has_contact"},
    "newsroom/partials/search_field.html": {"search_field"},
    "newsroom/partials/campaign_card.html": {"campaign", "line", "progress"},
    "newsroom/partials/campaign_facts.html": {"campaign", "line", "progress"},
    "newsroom/partials/campaign_period.html": {"campaign"},
}
"""What a partial has from the template that includes it."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_names_nothing_but_what_it_is_given(name: str, env: Environment) -> None:
    tree = env.parse(TEMPLATES[name])
    inherited = {"cards"} if "newsroom/index.html" in find_referenced_templates(tree) else set()
    free = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    own |= {node.target for node in tree.find_all(nodes.Import)} | {"loop", "super", "caller"}
    own |= {node.name for node in tree.find_all(nodes.Macro)}

    assert free - own <= GIVEN | inherited | PASSED.get(name, set())


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_asks_pages_and_settings_only_for_what_is_no_article(
    name: str, env: Environment
) -> None:
    reached = [
        (node.node.name, node.attr)
        for node in env.parse(TEMPLATES[name]).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name)
    ]

    assert {attr for of, attr in reached if of == "page"} <= OF_MKDOCS | {"display"}
    assert RUN not in TEMPLATES[name], "what the build itself rides on"


def test_every_template_belongs_to_a_layout() -> None:
    partials = {name for name in TEMPLATES if "/partials/" in name}
    assert partials <= _referenced()
    assert len(LAYOUTS) >= 20
