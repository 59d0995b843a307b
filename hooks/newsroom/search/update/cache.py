"""The cache: the rows that one update of the index leaves for the next.

- state: the snapshot
- words/, shown/: the forward index, a row each for a document
- w/, p/: every sealed shard, its lists uncut
- t/: the dictionary as published
- common: which words have cut lists
- h/, c/, manifest.bin: a digest of each file
"""

import zlib
from collections.abc import MutableMapping
from sys import byteorder

from newsroom.search.format import layout as sizes
from newsroom.search.format import sealed_segment as caps

Cache = MutableMapping[str, bytes]
"""Looked up by key only: nothing ever lists its keys."""


def cache_version() -> str:
    """What files and rows depend on besides the documents and the code.

    Whoever keeps the cache must drop it when the code changes.
    """
    limits = (sizes.BLOCK, sizes.HEAD, sizes.HEAD_SHARDS, caps.WORD_CAP, caps.PAIR_CAP)
    machine = f"{zlib.ZLIB_RUNTIME_VERSION} {byteorder}"
    return f"{sizes.FORMAT} {limits} {machine}"
