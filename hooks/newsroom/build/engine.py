"""The engine: every file of the site is a product, and one loop brings all of them up to date.

A product has a key: the digest of everything it shows and of everything it is drawn by. If the
site's file was made from the same key, it is kept; otherwise it is drawn into the staging folder.
Nothing declares when a file is stale: what is drawn is what is digested (decision 21).

For many products:

1. their kind gets ready for forked processes, which inherit what this one has loaded but cannot
   read the store;
2. each product is made, and drawn if stale, by whichever process is free; what it needs from the
   store travels with its task;
3. the results come back in the order of the names and are settled in this process, which alone
   writes to the store.

All cores save half of a cold build on two of them; tests/incremental/test_shortcuts.py holds
builds by one process and by two to the same bytes.
"""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

from newsroom.build.dependencies import Recorded, Recorder
from newsroom.build.site_folder import SiteFolder
from newsroom.machine.processes import batched, shared

_MANY = 256
"""From more products than that on, all cores work, and garbage is collected along the way."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file of the site, or many that are brought up to date as one."""

    path: str
    """Where it lies in the site's folder. With a `*` in it, the product is many files, and `draw`
    itself tells the folder which of them stay."""
    key: bytes
    """The digest of all that it shows, and of all that it is drawn by."""
    draw: Callable[[], object]
    """Writes it into the staging folder; gives a plain value that its kind settles."""
    byproduct: object = None
    """A plain value that making it produced, which its kind settles as well."""


class Made(NamedTuple):
    """The result of making a product."""

    name: str
    path: str
    key: bytes
    is_drawn: bool
    recorded: Recorded
    """Its dependencies."""
    byproduct: object
    """The product's own."""
    outcome: object
    """What `draw` gave; None if the file was kept."""


class Kind(Protocol):
    """Products of one kind, known by their names."""

    def supplies(self, name: str) -> object:
        """A plain value: what the product needs that a forked process cannot read."""

    def product(self, name: str, supplies: object) -> Product:
        """The product of that name; called in any process."""

    def settle(self, made: Made) -> None:
        """Keep the results of a product; called in this process, in the order of the names."""

    def be_shared(self) -> None:
        """Prepare for forked processes, which cannot read the store."""


class Engine:
    """Brings the products of one build up to date."""

    def __init__(self, folder: SiteFolder, recorder: Recorder) -> None:
        self._folder = folder
        self._recorder = recorder

    def bring_up_to_date(
        self,
        kind: Kind,
        names: Collection[str],
        progress: Callable[[Iterable[Made], int], Iterable[Made]] = lambda made, _: made,
    ) -> int:
        """Keep or draw the named products; returns how many were drawn.

        progress: passes the results on, given their number, and may display progress.
        """
        drawn = 0
        for made in progress(self._made(kind, names), len(names)):
            self._settle(made)
            kind.settle(made)
            drawn += made.is_drawn
        return drawn

    def bring(self, products: Iterable[Product]) -> None:
        """The same for a few products without recorded dependencies."""
        for product in self.stale(products):
            product.draw()
            self._folder.drawn(product.path, product.key)

    def stale(self, products: Iterable[Product]) -> Iterator[Product]:
        """The products that have to be drawn; the files of the others are kept."""
        for product in products:
            if self._folder.is_made_from(product.path, product.key):
                self._folder.keep([product.path])
            else:
                yield product

    def _made(self, kind: Kind, names: Collection[str]) -> Iterator[Made]:
        tasks = ((name, kind.supplies(name)) for name in names)
        call = partial(self._make_batch, kind)
        is_many = len(names) > _MANY
        if is_many:
            kind.be_shared()
        with (
            _collecting_garbage() if is_many else nullcontext(),
            shared(call) if is_many else nullcontext(partial(map, call)) as run,
        ):
            for batch in run(batched(tasks)):
                yield from batch

    def _make_batch(self, kind: Kind, tasks: Sequence[tuple[str, object]]) -> list[Made]:
        return [self._make(kind, name, supplies) for name, supplies in tasks]

    def _make(self, kind: Kind, name: str, supplies: object) -> Made:
        with self._recorder.recording() as recorded:
            product = kind.product(name, supplies)
        path, key, draw, byproduct = product.path, product.key, product.draw, product.byproduct
        is_stale = not self._folder.is_made_from(path, key)
        return Made(name, path, key, is_stale, recorded, byproduct, draw() if is_stale else None)

    def _settle(self, made: Made) -> None:
        if made.is_drawn:
            self._folder.drawn(made.path, made.key)
        else:
            self._folder.keep([made.path])


@contextmanager
def _collecting_garbage() -> Iterator[None]:
    """Collect garbage within, but spare what the build has loaded so far: it stays in use."""
    was_enabled = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        if not was_enabled:
            gc.disable()
        gc.unfreeze()
