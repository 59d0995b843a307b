"""The size of the ward's picture for pages that have none of their own, where they are shared."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.digests import digest
from newsroom.build.rows import recall, remember
from newsroom.content.pictures import Picture, look_at
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.settings import newsroom_of

SHARE_IMAGE_SIZE = "newsroom_share_image_size"
"""Where `extra` holds its width and height for templates; None where there is no such picture."""
_KEY = "share image"


def measure_share_image(config: MkDocsConfig) -> None:
    """Let templates know the size. The picture is looked at once until its file changes: to load
    what looks at pictures takes as long as a small build."""
    name, run = newsroom_of(config).ward.share_image, run_of(config)
    file = Path(config.docs_dir, name)
    config.extra[SHARE_IMAGE_SIZE] = None
    if not name or not file.is_file():
        return
    stat = file.stat()
    inputs = digest(name, f"{stat.st_mtime_ns} {stat.st_size}")
    size = recall(run.store, _KEY, inputs, tuple[int, int])
    if size is None:
        found = look_at(file)
        size = found[:2] if isinstance(found, Picture) else (0, 0)
        remember(run.store, _KEY, inputs, size)
    config.extra[SHARE_IMAGE_SIZE] = size if all(size) else None
