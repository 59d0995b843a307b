"""Recordings: the videos and sounds beside articles that a page plays itself."""

from pathlib import PurePosixPath

VIDEOS = frozenset({".mp4", ".webm"})
SOUNDS = frozenset({".m4a", ".mp3", ".ogg"})
CAPTIONS = ".vtt"
NOT_PLAYED = frozenset({".3gp", ".avi", ".flv", ".m4v", ".mkv", ".mov", ".mpg", ".mts", ".wmv"})
"""Videos as cameras and old programs write them, which few phones play from a page."""


def is_video(path: str) -> bool:
    """Whether the file of that path is a video that browsers play."""
    return _kind(path) in VIDEOS


def is_recording(path: str) -> bool:
    """Whether it is a video or a sound that browsers play."""
    return _kind(path) in VIDEOS | SOUNDS


def captions_of(path: str) -> str:
    """The path at which the words of a recording lie, if somebody wrote them down."""
    return str(PurePosixPath(path).with_suffix(CAPTIONS))


def _kind(path: str) -> str:
    return path[path.rfind(".") :].lower()
