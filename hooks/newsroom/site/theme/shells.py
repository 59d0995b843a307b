"""Shells: what all pages of a kind have in common, drawn once and then filled in.

A layout extends main.html, which extends Material's base.html or, where there is one, a shell of
it: a template of fixed text in which only the blocks stand open that differ from page to page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from newsroom.site.theme.shell_links import Landmarks, know_links
from newsroom.site.theme.stand_in import NUL, StandIn, UnlikeError, has_headings, mark

log = get_plugin_logger("newsroom")

OPEN = ("site_meta", "htmltitle", "extrahead", "tabs", "container")
"""The blocks that every page draws for itself."""
_GIVEN = sorted(TemplateContext.__annotations__.keys() - {"page", "build_date_utc"})
"""What MkDocs tells a template, and what is the same for all pages of a kind."""
_OPENING = "{% set lang = page_shell.language %}{% set features = config.theme.features or [] %}"
"""What Material's base.html prepares for its blocks."""
_MARKS = {name: mark(name) for name in OPEN}
_GAPS = {
    mark("title"): "{{ page.title }}",
    f"#{mark('heading')}": "{{ (page.toc | first).url | url }}",
    **{_MARKS[name]: f"{{% block {name} %}}{{% endblock %}}" for name in OPEN},
}
"""What stands in a shell where it was drawn with a mark."""
_WORTH = 12
"""From the page of that number on a kind is drawn by its shell: one costs as much as a few pages,
and a build after an edit draws few."""
_PROOFS = 2
"""So many pages of each kind are drawn both ways, and must come out the same."""


@dataclass(frozen=True)
class Shell:
    """What all pages of a kind have in common."""

    frame: Template
    texts: list[str]
    language: TemplateModule
    given: list[Any]
    asked: set[str]
    """The names of metadata that were looked for, in vain."""

    def fits(self, variables: Mapping[str, Any]) -> bool:
        """Whether the page would be told the same as the shell was."""
        told = [variables[name] for name in _GIVEN]
        return told == self.given and self.asked.isdisjoint(variables["page"].meta)


@dataclass
class _Kind:
    """Pages that differ only within the open blocks, as far as can be seen."""

    met: int = 0
    proofs: int = 0
    shell: Shell | None = None


@dataclass
class Shells:
    """The shells of one build."""

    env: Environment
    _kinds: dict[tuple[object, ...], _Kind] = field(default_factory=dict)
    _landmarks: Landmarks = field(default_factory=Landmarks)
    refused: set[str] = field(default_factory=set)
    """The layouts that some page could not be drawn by a shell of."""

    def drawn(
        self, template: Template, variables: dict[str, Any], in_full: Callable[..., str]
    ) -> str:
        """The page, by its shell where it has one and fits into it."""
        if not _is_one_of_many(variables):
            return in_full(variables)
        kind = self._kind(template, variables)
        kind.met += 1
        if kind.met == _WORTH:
            shell = self._shell(template, variables)
            kind = self._kind(template, variables)  # its links may tell apart what was one
            kind.met, kind.shell = _WORTH, shell
            if shell is None:
                self.refused.add(str(template.name))
        page = _filled_in(kind, variables, in_full)
        if page is None:
            return in_full(variables)
        if kind.proofs == _PROOFS:
            return page
        full = _proved(kind, page, in_full(variables))
        if kind.shell is None:
            self.refused.add(str(template.name))
        return full

    def _kind(self, template: Template, variables: Mapping[str, Any]) -> _Kind:
        page: Page = variables["page"]
        near = self._landmarks.nearest(page.url)
        key = (template.name, variables["base_url"], near, has_headings(page))
        return self._kinds.setdefault(key, _Kind())

    def _shell(self, template: Template, variables: Mapping[str, Any]) -> Shell | None:
        """The shell of the page's kind; None where its template asks for more than a kind has."""
        asked: set[str] = set()
        linked: set[str] = set()
        stand_in = StandIn(variables["page"], asked, linked)
        given = {name: variables[name] for name in _GIVEN}
        try:
            html = self._closed().render(given, page=stand_in, layout=template, marks=_MARKS)
            texts, frame = self._frame(html)
            language = self.env.get_template("partials/language.html").make_module(given)
        except Exception as error:  # drawn in full, the page tells what is wrong
            log.debug("%s is drawn without a shell: %r", template.name, error)
            return None
        self._landmarks.add(linked)
        return Shell(frame, texts, language, list(given.values()), asked)

    def _closed(self) -> Template:
        """A template that draws a layout with a mark in place of every open block."""
        blocks = (f"{{% block {name} %}}{{{{ marks.{name} }}}}{{% endblock %}}" for name in OPEN)
        return self._template(f"{{% extends layout %}}{''.join(blocks)}")

    def _frame(self, html: str) -> tuple[list[str], Template]:
        """The fixed texts of a shell, and the template in which they stand."""
        pieces = re.split(f"({'|'.join(map(re.escape, _GAPS))})", html)
        texts, gaps = pieces[::2], [_GAPS[piece] for piece in pieces[1::2]]
        if any(NUL in text for text in texts):
            raise UnlikeError("an altered title or heading")
        source = (f"{{{{ page_shell.texts[{n}] }}}}{gap}" for n, gap in enumerate([*gaps, ""]))
        frame = self._template(_OPENING + "".join(source))
        frame.blocks.update(self.env.get_template("base.html").blocks)
        return texts, frame

    def _template(self, source: str) -> Template:
        return self.env.from_string(source, template_class=Template)


class PageTemplate(Template):
    """A template that draws pages by their shells."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """As any template's."""
        shells: Shells = self.environment.shells  # type: ignore[attr-defined]
        return shells.drawn(self, dict(*args, **kwargs), super().render)


def draw_by_shells(env: Environment) -> None:
    """Let the environment's templates draw pages by shells."""
    env.extend(shells=Shells(env))
    env.template_class = PageTemplate
    know_links(env)


def refused_in(env: Environment) -> set[str]:
    """The layouts that some page could not be drawn by a shell of."""
    shells: Shells | None = getattr(env, "shells", None)
    return shells.refused if shells else set()


def _is_one_of_many(variables: Mapping[str, Any]) -> bool:
    """Whether it is a page outside the navigation, of which a template is told nothing special."""
    if variables.keys() != TemplateContext.__annotations__.keys():
        return False
    page, nav = variables["page"], variables["nav"]
    return page is not None and page.parent is None and page not in nav.pages


def _filled_in(kind: _Kind, variables: dict[str, Any], in_full: Callable[..., str]) -> str | None:
    """The page by the shell of its kind; None where that cannot be."""
    if kind.shell is None or not kind.shell.fits(variables):
        return None
    try:
        return in_full({**variables, "page_shell": kind.shell})
    except Exception as error:  # drawn in full, the page tells what is wrong, if anything is
        log.debug("A shell cannot be filled in: %r", error)
        return None


def _proved(kind: _Kind, page: str, full: str) -> str:
    """The page as drawn in full; where it came out otherwise, the kind loses its shell."""
    kind.proofs += 1
    if page != full:
        log.debug("A shell does not give what its layout does, and is not used.")
        kind.shell = None
    return full
