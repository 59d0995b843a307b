"""The old addresses of an imported article: those that a static site can answer for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsroom.content.links import split_address
from newsroom.content.old_address import read_old_address
from newsroom.importing.record import ImportedArticle

_OF_THE_READER = re.compile(
    r"(?:utm_\w+|fbclid|gclid|zarsrc|_ga|mibextid|amp)(?:=.*)?", re.IGNORECASE
)
"""What Facebook, Zalo and others hang on an address: it says where the reader came from."""


def with_usable_addresses(record: ImportedArticle) -> ImportedArticle:
    """The record with the addresses that can lead to it; the others are named in its notes."""
    typed = list(dict.fromkeys(filter(None, map(_without_reader, record.addresses))))
    answers = {address: read_old_address(address) for address in typed}
    known = [str(answer) for answer in answers.values() if not isinstance(answer, str)]
    faults = [answer for answer in answers.values() if isinstance(answer, str)]
    notes = tuple(f"không giữ được địa chỉ cũ: {fault}" for fault in faults)
    return replace(record, addresses=tuple(_telling(known)), notes=(*record.notes, *notes))


def _without_reader(address: str) -> str:
    """The address from its first slash on; empty for the home page, which is nobody's article."""
    parts = split_address(address)
    query = "&".join(one for one in parts.query.split("&") if not _OF_THE_READER.fullmatch(one))
    if not query and parts.path in ("", "/"):
        return ""
    return f"{parts.path or '/'}{'?' if query else ''}{query}"


def _telling(addresses: Iterable[str]) -> Iterator[str]:
    """The addresses but for those that are another one without its query: it is the query that
    tells the article there."""
    listed = list(dict.fromkeys(addresses))
    asked = {address.partition("?")[0] for address in listed if "?" in address}
    return (address for address in listed if "?" in address or address not in asked)
