"""Messages of MkDocs, kept with what they were about and told again when that is reused."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from newsroom.text.visible import visible

_COMMAND = re.compile(r"(?<!\S)::")
"""What begins a workflow command at the start of a line."""
Message = tuple[str, int, str]
"""The logger's name, the level, the text."""


@contextmanager
def recorded() -> Iterator[list[Message]]:
    """What MkDocs says meanwhile, from information up; it is said only where an error ends it."""
    messages: list[Message] = []
    logger = logging.getLogger("mkdocs")
    handlers, propagates = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [_Recorder(messages)], False
    try:
        yield messages
    except BaseException:
        logger.handlers, logger.propagate = handlers, propagates
        tell(messages)
        raise
    finally:
        logger.handlers, logger.propagate = handlers, propagates


def tell(messages: Iterable[Message]) -> None:
    """Say what was recorded."""
    for name, level, text in messages:
        logging.getLogger(name).log(level, "%s", text)


def show_as_text() -> None:
    """Let no line of the log be obeyed by a terminal or by a workflow that runs the build: MkDocs
    writes into its messages what staff typed, as it is."""
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(_as_text)  # once, however often it is asked for


def _as_text(record: logging.LogRecord) -> bool:
    first, *others = map(visible, record.getMessage().split("\n"))
    lines = [first, *(_COMMAND.sub(r"\\x3a:", line) for line in others)]
    record.msg, record.args = "\n".join(lines), ()
    return True


class _Recorder(logging.Handler):
    def __init__(self, messages: list[Message]) -> None:
        super().__init__(logging.INFO)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append((record.name, record.levelno, record.getMessage()))
