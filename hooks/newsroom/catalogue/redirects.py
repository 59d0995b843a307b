"""Redirects: old addresses of articles as files of a static site, and problems with them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from newsroom.catalogue.entries import Entry
from newsroom.catalogue.taken import Taken, folded, page_key
from newsroom.content.old_address import OldAddress
from newsroom.content.problem import Problem

_NAMED = 3
"""How many other articles a message names."""


class Claim(NamedTuple):
    """An article that says it had an address."""

    entry: Entry
    address: OldAddress


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page at an old address: which articles it may have led to, the newest first."""

    claims: Sequence[Claim]

    @property
    def target(self) -> Entry | None:
        """The article that the address alone identifies; None if its query or its reader must
        choose, since a static host ignores what follows the "?"."""
        articles = self.by_article
        is_plain = any(not claim.address.query for claim in self.claims)
        return articles[0][0] if is_plain and len(articles) == 1 else None

    @property
    def by_article(self) -> list[tuple[Entry, list[str]]]:
        """The articles that claim the address, each with its queries."""
        groups = groupby(self.claims, key=lambda claim: claim.entry)
        return [(entry, [claim.address.query for claim in group]) for entry, group in groups]


@dataclass(frozen=True, slots=True)
class Redirects:
    """The pages at old addresses by the file that each is, and what staff should know of them."""

    by_file: Mapping[str, Redirect] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def redirects_of(entries: Iterable[Entry], taken: Taken, articles_dir: str) -> Redirects:
    """The redirects from the old addresses of these articles."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    with_aliases = (entry for entry in entries if entry.aliases)
    for entry in sorted(with_aliases, key=lambda entry: (-entry.time, entry.path)):
        files: dict[str, str] = {}
        for address in (OldAddress(*alias) for alias in entry.aliases):
            claim = Claim(entry, address)
            first = files.setdefault(folded(address.file), address.file)
            if wrong := _unusable(claim, first, taken):
                problems.append(_problem(articles_dir, claim, *wrong))
            else:
                claims.append(claim)
    pages: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        pages[page_key(claim.address.path)].append(claim)
    by_file = {}
    for page in pages.values():
        problems += _shared(page, articles_dir)
        by_file.update(dict.fromkeys(_files(page), Redirect(page)))
    return Redirects(by_file, problems)


def published(redirects: Redirects, paths: Set[str]) -> dict[str, Redirect]:
    """The pages whose readers can be led to articles at these paths."""
    seen = {
        file: [claim for claim in redirect.claims if claim.entry.path in paths]
        for file, redirect in redirects.by_file.items()
    }
    return {file: Redirect(claims) for file, claims in seen.items() if claims}


def _unusable(claim: Claim, first: str, taken: Taken) -> tuple[str, str] | None:
    address = claim.address
    if page_key(address.path) == page_key(claim.entry.uri):
        return "là địa chỉ hiện nay của chính bài này.", "Hãy xóa địa chỉ này."
    if taken.has(address.path):
        return (
            "là địa chỉ của một trang hay một tệp đang có.",
            "Trang đang có được giữ, địa chỉ cũ này bị bỏ. Hãy xóa địa chỉ này.",
        )
    if first != address.file:
        return (
            f"chỉ khác chữ hoa, chữ thường với “/{first}”.",
            "Chỉ giữ địa chỉ viết trước. Hãy xóa địa chỉ này.",
        )
    return None


def _shared(page: Sequence[Claim], articles_dir: str) -> Iterable[Problem]:
    """Every article that claims the address is reported: only staff know whose it was."""
    paths = list(dict.fromkeys(claim.entry.path for claim in page))
    if len(paths) == 1:
        return
    for claim in page:
        near = [path for path in paths[: _NAMED + 1] if path != claim.entry.path][:_NAMED]
        others = [f"{articles_dir}/{path}" for path in near]
        more = f" và {len(paths) - 1 - len(near)} bài nữa" if len(paths) - 1 > len(near) else ""
        yield _problem(
            articles_dir,
            claim,
            f"cũng là địa chỉ cũ của {', '.join(others)}{more} "
            "(máy chủ chỉ phân biệt phần trước dấu ?).",
            "Người mở địa chỉ ấy sẽ thấy danh sách các bài để chọn. "
            "Hãy xóa địa chỉ này ở bài không phải của nó.",
        )


def _problem(articles_dir: str, claim: Claim, found: str, cure: str) -> Problem:
    path, address = f"{articles_dir}/{claim.entry.path}", claim.address
    found = f"“{address}” {found}"
    return Problem(path, found, cure, address.line, "aliases", blocking=False, drops=True)


def _files(page: Sequence[Claim]) -> Iterable[str]:
    """The files that answer for the page; of two that differ only by case the first, since Windows
    and macOS would take them for one."""
    files: dict[str, str] = {}
    for claim in page:
        files.setdefault(folded(claim.address.file), claim.address.file)
    return files.values()
