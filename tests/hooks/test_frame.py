"""Parts of the frame are drawn once for pages that show the same, and know nothing of a page."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from newsroom.site.theme.frame import Frame

PAGE = "{{ frame('part', here=here) }}"
PART = "{{ config }}|{{ nav }}|{{ base_url }}|{{ here }}|{{ draw() }}"


@pytest.fixture
def env() -> Environment:
    """Templates that count how often the part is drawn."""
    env = Environment(
        loader=DictLoader({"page": PAGE, "part": PART}),
        undefined=StrictUndefined,
        autoescape=True,
    )
    drawn = iter(range(1, 1000))
    env.globals.update(frame=Frame(env), draw=lambda: next(drawn))
    return env


def page(env: Environment, base_url: str, here: str) -> str:
    return env.get_template("page").render(
        config="<b>", nav="n", base_url=base_url, here=here, page={"title": "Hội"}
    )


def test_part_is_drawn_once_for_pages_that_show_the_same(env: Environment) -> None:
    assert [page(env, "..", "tin/"), page(env, "..", "tin/")] == ["&lt;b&gt;|n|..|tin/|1"] * 2


def test_part_is_drawn_again_where_something_else_is_shown(env: Environment) -> None:
    shown = [page(env, base, here) for base, here in (("..", "a/"), ("..", "b/"), ("../..", "a/"))]

    assert shown == ["&lt;b&gt;|n|..|a/|1", "&lt;b&gt;|n|..|b/|2", "&lt;b&gt;|n|../..|a/|3"]


def test_what_is_kept_has_a_bound(env: Environment) -> None:
    for number in range(600):
        page(env, "..", f"{number}/")

    assert page(env, "..", "599/").endswith("|600")
    assert page(env, "..", "0/").endswith("|601")


def test_part_cannot_lean_on_the_page(env: Environment) -> None:
    env.loader.mapping["part"] = "{{ page.title }}"  # type: ignore[union-attr]
    with pytest.raises(UndefinedError, match="'page' is undefined"):
        page(env, "..", "tin/")
