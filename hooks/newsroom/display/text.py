"""The rendered text of an article, for what shows it beside its page."""

from collections.abc import Callable
from functools import cached_property


class Text:
    """HTML that a template prints as it is. In a display it counts by its digest and is read only
    once something draws it, since a build makes many displays and draws few."""

    def __init__(self, digest: bytes, read: Callable[[], str]) -> None:
        self.digest = digest
        self._read = read

    def __html__(self) -> str:
        return self._html

    @cached_property
    def _html(self) -> str:
        return self._read()
