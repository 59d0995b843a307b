"""Messages of MkDocs, stored with the body that they are about and repeated when it is reused."""

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
    """Hold back what MkDocs logs within, from level INFO up; logged after all if an error is
    raised."""
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
    """Log what was recorded."""
    for name, level, text in messages:
        logging.getLogger(name).log(level, "%s", text)


def show_as_text() -> None:
    """Keep terminals and workflows from obeying a line of the log: MkDocs writes into its messages
    what staff typed, as it is."""
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(_as_text)  # adding it again has no effect


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
