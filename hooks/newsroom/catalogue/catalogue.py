"""The catalogue: the published articles, sorted and grouped once for every list of the site."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property
from itertools import chain
from operator import itemgetter
from typing import TypeVar

from newsroom.catalogue.entries import Articles, Entry, Open, entry_of
from newsroom.content.article import Article, Publication, Tag
from newsroom.content.interned import interned
from newsroom.content.quarter import Quarter

Key = TypeVar("Key", bound=Hashable)
Entries = Sequence[Entry]
Group = tuple[str, str]
"""The kind and the slug of a group that is searched for related articles."""

_TAGS = itemgetter(Entry._fields.index("tags"))

RELATED_REACH = 12
"""How far, in places of a group, the search for related articles reaches."""


class Catalogue:
    """Articles that residents can read, newest first; every group keeps that order."""

    def __init__(self, entries: Iterable[Entry], open_entry: Open) -> None:
        """open_entry: gives the article of an entry."""
        self.entries: Entries = sorted(entries, key=lambda entry: (-entry.time, entry.uri))
        self._open = open_entry

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Catalogue":
        """The catalogue of these articles."""
        by_entry = {entry_of(article): article for article in articles}
        return cls(by_entry, by_entry.__getitem__)

    @classmethod
    def at(cls, now: datetime, articles: Iterable[Article]) -> "Catalogue":
        """The catalogue of those that are published at that moment."""
        return cls.of(a for a in articles if a.publication(now) is Publication.PUBLISHED)

    def opened(self, entries: Entries) -> Articles:
        """The articles of these entries."""
        return Articles(entries, self._open)

    def joined(self, groups: Iterable[Articles]) -> Articles:
        """The articles of all groups, one group after another."""
        return Articles.joined(groups, self._open)

    @property
    def articles(self) -> Articles:
        """All articles."""
        return self.opened(self.entries)

    @cached_property
    def last_change(self) -> datetime | None:
        """When any article last changed; None if there are none."""
        return self.articles.last_change

    @cached_property
    def by_path(self) -> Mapping[str, Entry]:
        """The entries by the path of their files."""
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def by_section(self) -> Mapping[str, Articles]:
        """Articles by the slug of their section."""
        return self._grouped((entry.section, entry) for entry in self.entries)

    @cached_property
    def by_tag(self) -> Mapping[str, Articles]:
        """Articles by the slug of each of their tags."""
        return self._grouped((slug, entry) for entry in self.entries for slug in slugs_of(entry))

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags by slug, in the most frequent spelling."""
        spellings = Counter(chain.from_iterable(map(_TAGS, self.entries)))
        ordered = sorted(spellings, key=lambda title: (spellings[title], title))
        return {tag.slug: tag for tag in map(_tag, ordered)}

    @cached_property
    def by_year(self) -> Mapping[int, Articles]:
        """Articles by the year of their date."""
        return self._grouped((entry.year, entry) for entry in self.entries)

    @cached_property
    def by_quarter(self) -> Mapping[Quarter, Articles]:
        """Articles by the quarter of their date."""
        groups: dict[Quarter, list[Entry]] = defaultdict(list)
        for (year, month), articles in self.by_month.items():
            groups[Quarter(year, (month + 2) // 3)] += articles.entries
        return {quarter: self.opened(entries) for quarter, entries in groups.items()}

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], Articles]:
        """Articles by the year and month of their date."""
        return self._grouped(((entry.year, entry.month), entry) for entry in self.entries)

    @cached_property
    def reviews(self) -> Mapping[Quarter, Articles]:
        """Quarterly reviews by the quarter that they review."""
        reviews = (entry for entry in self.entries if entry.review)
        return self._grouped((Quarter(*entry.review), entry) for entry in reviews if entry.review)

    @cached_property
    def announcements(self) -> Mapping[str, Articles]:
        """Announcements by the slug of their campaign."""
        return self._grouped((entry.campaign, entry) for entry in self.entries if entry.campaign)

    @cached_property
    def most_viewed(self) -> Articles:
        """All articles, those with most views first."""
        return self.opened(sorted(self.entries, key=lambda entry: -entry.views))

    @cached_property
    def pinned(self) -> Articles:
        """The articles that staff pinned to the top."""
        return self.opened([entry for entry in self.entries if entry.pinned])

    def due_from(self, moment: float) -> Articles:
        """The articles that ask residents for something at that moment or later, by when."""
        due = (entry for entry in self.entries if entry.due >= moment)
        return self.opened(sorted(due, key=lambda entry: (entry.due, entry.uri)))

    def beside_in_section(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The next article of the section in time, and the one before it."""
        group = self.by_section[entry.section].entries
        place = place_of(entry, group)
        newer, older = group[place - 1 : place], group[place + 1 : place + 2]
        return newer[0] if newer else None, older[0] if older else None

    def related(self, entry: Entry, count: int) -> list[Entry]:
        """Articles that share its campaign, tags or section: those with the rarest in common first,
        then the nearest in time.

        Only those nearest to it in each group are weighed, so the work does not grow with the
        number of articles.
        """
        weights: Counter[str] = Counter()
        near: dict[str, Entry] = {}
        for name in groups_of(entry):
            group = self.group(name)
            place, weight = place_of(entry, group), related_weight(len(group))
            for other in group[max(0, place - RELATED_REACH) : place + RELATED_REACH + 1]:
                weights[other.uri] += weight
                near[other.uri] = other
        del near[entry.uri]
        ranked = sorted(
            near.values(), key=lambda o: (-weights[o.uri], abs(o.time - entry.time), o.uri)
        )
        return ranked[:count]

    def group(self, name: Group) -> Entries:
        """The entries of a group that is searched for related articles; empty if there is no such
        group."""
        kind, slug = name
        match kind:
            case "section":
                group = self.by_section.get(slug)
            case "tag":
                group = self.by_tag.get(slug)
            case _:
                group = self.announcements.get(slug)
        return group.entries if group else ()

    def _grouped(self, keyed: Iterable[tuple[Key, Entry]]) -> dict[Key, Articles]:
        groups: dict[Key, list[Entry]] = defaultdict(list)
        for key, entry in keyed:
            groups[key].append(entry)
        return {key: self.opened(entries) for key, entries in groups.items()}


def groups_of(entry: Entry) -> Iterator[Group]:
    """The groups that are searched for articles related to it."""
    if entry.campaign:
        yield "campaign", entry.campaign
    for slug in slugs_of(entry):
        yield "tag", slug
    yield "section", entry.section


def slugs_of(entry: Entry) -> Iterable[str]:
    """The slugs of its tags, each once."""
    return _slugs(entry.tags)


def place_of(entry: Entry, group: Entries) -> int:
    """The position that the entry has, or would have, in the group, newest first."""
    return bisect_left(group, (-entry.time, entry.uri), key=lambda other: (-other.time, other.uri))


def related_weight(articles: int) -> int:
    """The weight of sharing a group of that size: the smaller the group, the greater."""
    return 1 + 100 // articles


def _tag(title: str) -> Tag:
    tag: Tag = interned(Tag, title)
    return tag


@cache
def _slugs(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_tag(title).slug for title in titles))
