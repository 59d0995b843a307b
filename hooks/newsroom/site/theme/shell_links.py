"""Links in shells: from which pages a link is written in the same way.

MkDocs writes a link relative to its page. It comes out alike on two pages that lie equally deep
and have the same part of their address in common with what is linked to.
"""

import posixpath
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.utils.templates import script_tag_filter, url_filter

from newsroom.site.theme.stand_in import StandIn


class Landmarks:
    """The places that shells link to, and all above them."""

    def __init__(self) -> None:
        self._places = {""}

    def add(self, linked: Iterable[str]) -> None:
        """Take in what a shell links to."""
        for address in linked:
            parts = _place(address).split("/")
            self._places.update("/".join(parts[:end]) for end in range(1, len(parts) + 1))

    def nearest(self, address: str) -> str:
        """The nearest place at or above the address. Pages of one depth that have it in common
        have every link of the shells in common, since no other place is on the way to either."""
        place = _place(address)
        while place not in self._places:
            place = place.rpartition("/")[0]
        return place


def know_links(env: Environment) -> None:
    """Let the filters that write links answer for a stand-in. A plugin's own ask a stand-in for
    its address, which it does not have, so that no shell is drawn by them."""
    for name, mkdocs, ours in (
        ("url", url_filter, url),
        ("script_tag", script_tag_filter, script_tag),
    ):
        if env.filters[name] is mkdocs:
            env.filters[name] = ours


@pass_context
def url(context: Context, value: object) -> str:
    """MkDocs' filter of this name, also for a stand-in."""
    return url_filter(_answering(context, value), str(value))


@pass_context
def script_tag(context: Context, script: Any) -> str:
    """MkDocs' filter of this name, also for a stand-in."""
    return script_tag_filter(_answering(context, script), script)


def _answering(context: Context, target: object) -> Any:
    """What MkDocs' filters ask of a context; a stand-in notes the link."""
    page = context["page"]
    if not isinstance(page, StandIn):
        return context
    return {"page": page.linking_to(str(target)), "base_url": context["base_url"]}


def _place(address: str) -> str:
    """The address as MkDocs compares addresses."""
    return posixpath.normpath("/" + address.replace("\\", "/"))[1:]
