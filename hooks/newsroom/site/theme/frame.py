"""The frame of pages: each part is drawn once for all pages on which it is the same.

Masthead and footer took a fifth of the time in which the template of an article is drawn, and are
the same for all articles of a section at one depth. That nothing else of a page comes in is sure,
since such a part is given no page (tests/hooks/test_frame.py); tests/incremental/test_shortcuts.py
builds without it.
"""

from collections.abc import Hashable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsroom.machine.shortcuts import Shortcut, is_taken

_MOST = 256
"""Parts that are kept: those of index pages serve one page each."""


class Frame:
    """Draws parts of the frame in one environment, which lives for one build."""

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._drawn: dict[Hashable, Markup] = {}

    @pass_context
    def __call__(self, context: Context, name: str, **shown: Hashable) -> Markup:
        """The part: a template that knows the site, the way to its root, and what is shown."""
        key = (name, context["base_url"], *shown.items())
        if key not in self._drawn or not is_taken(Shortcut.KEPT_FRAME):
            if len(self._drawn) >= _MOST:
                self._drawn.clear()
            site = {known: context[known] for known in ("base_url", "config", "nav")}
            self._drawn[key] = Markup(self._env.get_template(name).render(site, **shown))  # noqa: S704
        return self._drawn[key]
