"""CACHE"""

import zlib
from collections.abc import MutableMapping
from sys import byteorder

from newsroom.search.format import layout as sizes
from newsroom.search.format import sealed_segment as caps

Cache = MutableMapping[str, bytes]
"""Rows that outlive an update; only its keys are asked for, never a list of them."""


def cache_version() -> str:
    """Stands for all but the documents and the code that the files and the rows depend on; who
    keeps the cache beside changing code forgets it when that changes."""
    limits = (sizes.BLOCK, sizes.HEAD, sizes.HEAD_SHARDS, caps.WORD_CAP, caps.PAIR_CAP)
    machine = f"{zlib.ZLIB_RUNTIME_VERSION} {byteorder}"
    return f"{sizes.FORMAT} {limits} {machine}"
