"""Compiled templates, kept between builds: to compile Material's takes longer than a page.

They are code, so they lie in the environment beside all other code that a build runs, never among
what builds remember: that folder is brought back from places where others may have written.
"""

import sys
from hashlib import blake2b
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from newsroom.machine.shortcuts import Shortcut, is_taken

FOLDER = "compiled-templates"


class TemplateCache(FileSystemBytecodeCache):
    """Keeps compiled templates in a folder; where that cannot be, each build compiles them."""

    def __init__(self, folder: Path, inputs: bytes) -> None:
        """inputs: the digest of the code that compiles."""
        super().__init__(str(folder), "%s.bytecode")
        self._inputs = inputs

    def get_source_checksum(self, source: str) -> str:
        """Stands for the source and for what compiles it."""
        return blake2b(self._inputs + source.encode(), digest_size=16).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """One file for each template: another project, or an older version, takes its place."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its template was compiled before."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # a file that was cut off fails in any way
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def template_cache(inputs: bytes) -> TemplateCache | None:
    """The cache in this environment; None where Python is not one of the project's own."""
    if sys.prefix == sys.base_prefix or not is_taken(Shortcut.COMPILED_TEMPLATES):
        return None
    folder = Path(sys.prefix, FOLDER)
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return TemplateCache(folder, inputs)
