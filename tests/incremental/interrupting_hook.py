"""A hook that ends its own build where the environment says, or lets it wait for another build.

END_AT names an event, or `move` or `remove` for a call that puts files in place or takes them
away, and after a colon the how-manieth of them: `post_page:3`. END_BY is `exit`, `int` or `term`.
MEET_AT names an event at which the build waits, for a moment, until another build is there too.
"""

import os
import signal
import time
from collections import Counter
from pathlib import Path

_seen = Counter()
_PATIENCE = 3.0


def _reached(place):
    _seen[place] += 1
    name, _, count = os.environ.get("END_AT", "").partition(":")
    if place == name and _seen[place] == int(count or 1):
        _end(os.environ.get("END_BY", "exit"))
    if place == os.environ.get("MEET_AT") and _seen[place] == 1:
        _meet(Path(os.environ["MEET_IN"]))


def _end(by):
    if by == "exit":
        os._exit(9)
    signal.raise_signal(signal.SIGINT if by == "int" else signal.SIGTERM)


def _meet(folder):
    (folder / str(os.getpid())).touch()
    started = time.monotonic()
    while len(list(folder.iterdir())) < 2 and time.monotonic() - started < _PATIENCE:
        time.sleep(0.01)


def _counted(place, call):
    def counted(*arguments, **options):
        if (Path.cwd() / arguments[-1]).is_relative_to(Path.cwd()):  # not in the environment
            _reached(place)
        return call(*arguments, **options)

    return counted


if os.environ.get("END_AT", "").startswith(("move", "remove")):
    for _name in ("replace", "rename", "link"):
        setattr(os, _name, _counted("move", getattr(os, _name)))
    for _name in ("unlink", "remove", "rmdir"):
        setattr(os, _name, _counted("remove", getattr(os, _name)))


def on_config(config, **_):
    _reached("config")


def on_files(files, **_):
    _reached("files")


def on_env(env, **_):
    _reached("env")


def on_post_page(output, **_):
    _reached("post_page")


def on_post_build(**_):
    _reached("post_build")


def on_shutdown():
    _reached("shutdown")
