"""Compiled templates, kept between builds: to compile Material's takes longer than a page."""

import os

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from newsroom.incremental.rows import recall, remember
from newsroom.incremental.store import Store


class TemplateCache(BytecodeCache):
    """Keeps compiled templates in the store, which tells where they were damaged."""

    def __init__(self, store: Store, rules: bytes) -> None:
        """rules: the digest of the code that compiles."""
        self._store = store
        self._rules = rules
        self._process = os.getpid()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its template was compiled before."""
        is_own = os.getpid() == self._process
        if is_own and (row := recall(self._store, self._row(bucket), self._rules)):
            bucket.bytecode_from_string(row)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; a forked process has no hold on the store."""
        if os.getpid() == self._process:
            remember(self._store, self._row(bucket), self._rules, bucket.bytecode_to_string())

    def _row(self, bucket: Bucket) -> str:
        return f"template/{bucket.key}"
