"""What may stand in a shell, and what sends its pages back to be drawn in full.

Pages are drawn by the real theme, without a build around them.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from tiny_site import ROOT, TinySite

from newsroom.site.mkdocs.settings import load_newsroom
from newsroom.site.theme import shells
from newsroom.site.theme.templates import prepare

LATE = (8, 9)
"""The pages that differ from the others where one does: with headings, and without."""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    settings = TinySite(tmp_path_factory.mktemp("site")).write_settings()
    config = load_config(str(settings))
    config.extra["newsroom"] = load_newsroom(config)
    return config


class Theme:
    """The theme, in which a block of every page may have a text of its own."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self.nav = Navigation([], [])
        self.main = (ROOT / "docs" / "overrides" / "main.html").read_text(encoding="utf-8")

    def write_in(self, block: str, text: str) -> None:
        """Let the block begin with that text."""
        begin = f"{{% block {block} %}}"
        assert begin in self.main
        self.main = self.main.replace(begin, begin + text)

    def env(self) -> Environment:
        """The environment of a new build."""
        env = self._config.theme.get_env()
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({"main.html": self.main}), env.loader])
        prepare(env)
        return env

    def page(self, number: int) -> Page:
        """One of ten pages, every second one with headings."""
        file = File(f"tin/bai-{number}.md", "docs", "site", use_directory_urls=True)
        page = Page(f'Bài &lt;i&gt;{number}&lt;/i&gt; &amp; "nữa" {{{{ x }}}}', file, self._config)
        heading = {"level": 2, "id": f"muc-{number}", "name": f"Mục {number}", "children": []}
        page.toc = get_toc([heading] * (number % 2) * (1 + number // 5))
        page.content, page.meta = f"<p>Nội dung {number}</p>", {"description": f"Bài {number}"}
        return page

    def context(self, number: int) -> dict[str, Any]:
        """What MkDocs tells the template of that page."""
        return dict(get_context(self.nav, [], self._config, self.page(number)))


@pytest.fixture
def theme(config: MkDocsConfig) -> Theme:
    return Theme(config)


@pytest.fixture
def trusting() -> Iterator[None]:
    """Pages are drawn by shells from the second one of a kind on, and nothing is looked at twice,
    so that one guard does not stand in for another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shells, "_PROOFS", 0)
        patch.setattr(shells, "_WORTH", 2)
        yield


def by_shell(theme: Theme, contexts: Mapping[int, dict[str, Any]] | None = None) -> list[int]:
    """Draw ten pages both ways, which must come out the same; those that came out of a shell."""
    env = theme.env()
    template, found = env.get_template("main.html"), []
    for number in range(10):
        told: list[dict[str, Any]] = []

        def draw(told: list[dict[str, Any]], variables: dict[str, Any]) -> str:
            told.append(variables)
            return Template.render(template, variables)

        context = (contexts or {}).get(number) or theme.context(number)
        page = env.shells.drawn(template, context, partial(draw, told))  # type: ignore[attr-defined]
        assert page == Template.render(template, context)
        if "page_shell" in told[-1]:
            found.append(number)
    return found


def test_pages_of_a_kind_come_out_of_a_shell_once_two_were_proved(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shells, "_WORTH", 2)
    assert by_shell(theme) == [6, 7, 8, 9]


SHOWN = {
    "whether there are headings": "{{ 'có' if page.toc else 'không' }}",
    "the title": "{{ page.title | safe }}",
    "metadata that is not there": "{{ page.meta.hide }}{{ 'x' in page.meta }}",
    "an address of the site": "{{ uris.OPENSEARCH | url }}",
}


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN.keys())
def test_shell_shows_what_a_kind_of_page_has_in_common(theme: Theme, shown: str) -> None:
    theme.write_in("footer", shown)

    assert by_shell(theme) == [2, 3, 4, 5, 6, 7, 8, 9]


NEIGHBOURS = {
    "a page": "<a href='{{ 'tin/bai-7/' | url }}'>Bài bảy</a>",
    "a file of a page": "<img src='{{ 'tin/bai-7/anh.png' | url }}'>",
    "a script of a page": "{{ 'tin/bai-7/a.js' | script_tag }}",
}


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("linked", NEIGHBOURS.values(), ids=NEIGHBOURS.keys())
def test_page_that_a_shell_links_to_is_of_its_own_kind(theme: Theme, linked: str) -> None:
    theme.write_in("footer", linked)

    assert set(range(10)) - set(by_shell(theme)) >= {7}


ASKED = {
    "the address": "{{ page.url }}",
    "the text": "{{ page.content }}",
    "the metadata as a whole": "{{ page.meta.items() | list }}",
    "all headings": "{% for heading in page.toc %}{{ heading.url | safe }}{% endfor %}",
    "the number of headings": "{{ page.toc | length }}",
    "the title of a heading": "{{ (page.toc | first).title }}",
    "the title escaped again": "{{ page.title | e }}",
    "the title without tags": "{{ page.title | striptags }}",
    "a piece of the title": "{{ page.title[:5] | safe }}",
    "the title in capitals": "{{ page.title | upper | safe }}",
    "a block of the page": "{{ self.htmltitle() }}",
}


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED.keys())
def test_layout_that_asks_for_more_is_drawn_in_full(theme: Theme, asked: str) -> None:
    theme.write_in("footer", f"{{% if page.toc %}}{asked}{{% endif %}}")

    assert by_shell(theme) == [2, 4, 6, 8]


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("name", ["title", "hide"])
def test_page_with_metadata_that_a_shell_looked_for_is_drawn_in_full(
    theme: Theme, name: str
) -> None:
    theme.write_in("footer", "{{ 'hide' in page.meta }}")
    contexts = {number: theme.context(number) for number in LATE}
    for context in contexts.values():
        context["page"].meta[name] = "Khác"

    assert by_shell(theme, contexts) == [2, 3, 4, 5, 6, 7]


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(
    "told",
    [
        {"own": "Riêng"},
        {"nav": Navigation([Section("Mục", [])], [])},
        {"extra_css": ["own.css"]},
        {"base_url": "/"},
    ],
    ids=lambda told: next(iter(told)),
)
def test_page_of_which_a_hook_tells_something_else_is_drawn_in_full(
    theme: Theme, told: dict[str, Any]
) -> None:
    theme.write_in("footer", "{{ own }}{{ nav.items | length }}{{ extra_css }}{{ base_url }}")

    contexts = {number: {**theme.context(number), **told} for number in LATE}

    assert by_shell(theme, contexts) == [2, 3, 4, 5, 6, 7]


@pytest.mark.usefixtures("trusting")
def test_page_of_the_navigation_is_drawn_in_full(theme: Theme) -> None:
    pages = {number: theme.page(number) for number in LATE}
    theme.nav = Navigation(list(pages.values()), list(pages.values()))
    contexts = {number: {**theme.context(number), "page": page} for number, page in pages.items()}
    for part in ("partials/nav.html", "newsroom/partials/footer.html"):  # they link to it
        theme.main = theme.main.replace(f'{{% include "{part}" %}}', "")
    theme.write_in("footer", "{{ page in nav.pages }}")

    assert by_shell(theme, contexts) == [2, 3, 4, 5, 6, 7]


@pytest.mark.usefixtures("trusting")
def test_page_within_a_section_is_drawn_in_full(theme: Theme) -> None:
    section = Section("Mục", [theme.page(0)])
    theme.nav = Navigation([section], [])
    theme.write_in("footer", "{{ nav.items[0].active }}")
    contexts = {number: theme.context(number) for number in LATE}
    for context in contexts.values():
        context["page"].parent = section
        context["page"].active = True

    assert by_shell(theme, contexts) == [2, 4, 5, 6, 7]


UNPROVED = {
    "the moment of the build": ("footer", "{{ build_date_utc }}"),
    "what base.html prepares further down": ("container", "{{ direction }}"),
    "the same, which without it is an error": ("container", "{{ direction.upper() }}"),
    "the length of the title": ("footer", "{{ page.title | length }}"),
}


@pytest.mark.parametrize(("block", "text"), UNPROVED.values(), ids=UNPROVED.keys())
def test_kind_whose_first_pages_come_out_otherwise_is_drawn_in_full(
    theme: Theme, block: str, text: str
) -> None:
    if block not in theme.main:
        theme.main += f"{{% block {block} %}}{{{{ super() }}}}{{% endblock %}}"
    theme.write_in(block, text)

    assert by_shell(theme) == []


def test_filters_that_another_plugin_put_in_place_stay(theme: Theme) -> None:
    env = theme.env()
    own = env.filters["url"] = lambda address: address
    prepare(env)

    assert env.filters["url"] is own


@pytest.mark.usefixtures("trusting")
def test_few_pages_of_a_kind_are_not_worth_a_shell(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a build after one article was edited."""
    monkeypatch.setattr(shells, "_WORTH", 5)
    assert by_shell(theme) == [8, 9]  # of five pages with headings, and five without
