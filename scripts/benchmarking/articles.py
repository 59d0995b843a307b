"""Invented articles of a ward, the same ones for the same seed, any of them on its own."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from benchmarking import words
from benchmarking.topics import SECTION_TITLES, TOPICS, Topic
from newsroom.content.quarter import Quarter
from newsroom.text.slug import slugify

PICTURE = "../images/canh-phuong.jpg"
FIRST_DAY = datetime(2014, 1, 1)  # noqa: DTZ001 (front matter holds local time)
YEARS = 10
WARD_UNITS = 41
_KINDS = [
    (section, topic, title) for title in (0, 1) for topic in range(4) for section in SECTION_TITLES
]
_STEP_OF_KINDS = 27
"""Has no factor in common with the number of kinds, so every kind has its turn."""
_REVIEW_EVERY = 25
_CAMPAIGN_EVERY = 9
_SHORTEST, _LONGEST = 4300, 6700
"""Bytes of a body after which no further paragraph begins."""


@dataclass(frozen=True, slots=True)
class Invented:
    """An article that never happened; its body links to others as ../<year>/<slug>.md."""

    number: int
    title: str
    slug: str
    date: datetime
    section: str
    tags: tuple[str, ...]
    views: int
    organization: str
    summary: str = ""
    campaign: str = ""
    quarter: Quarter | None = None
    has_picture: bool = False
    body: str = ""

    @property
    def path(self) -> str:
        """Its place in the folder of articles."""
        return f"{self.date.year}/{self.slug}.md"


class Newsroom:
    """Invents articles, `count` of them spread over ten years; a number beyond is a later one."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self.count = count
        self.seed = seed

    def __iter__(self) -> Iterator[Invented]:
        return map(self.article, range(self.count))

    def article(self, number: int) -> Invented:
        """The article of that number; 0 is the oldest."""
        rng = random.Random(f"{self.seed}-{number}")  # noqa: S311
        bare, topic, terms = self._headline(number)
        terms.rng = rng
        is_campaign = bare.quarter is None and number % _CAMPAIGN_EVERY == 0
        campaign = rng.choice(list(words.CAMPAIGNS)) if is_campaign else ""
        if campaign:
            name = words.CAMPAIGNS[campaign]
            terms["phongtrao"] = name[:1].lower() + name[1:]
        return replace(
            bare,
            tags=_tags(rng, topic),
            views=int(rng.paretovariate(1.2) * 60),
            summary=terms.say(words.SUMMARIES) if rng.random() < 0.5 else "",
            campaign=campaign,
            has_picture=rng.random() < 0.4,
            body=self._body(bare, topic, terms),
        )

    def _headline(self, number: int) -> tuple[Invented, Topic, "_Terms"]:
        """Title, date and section, without the cost of a body; no two titles are the same."""
        kind, turn = number * _STEP_OF_KINDS % len(_KINDS), number // len(_KINDS)
        section, index, title_index = _KINDS[kind]
        topic = TOPICS[section][index]
        date = self._date(number)
        terms = _Terms(random.Random(f"{self.seed}-{number}-title"), topic, date, turn)  # noqa: S311
        title = f"{topic.titles[title_index].format_map(terms)} ({date.month}/{date.year})"
        quarter = None
        if number % _REVIEW_EVERY == _REVIEW_EVERY - 1:
            quarter = Quarter.of(date).previous
            review, unit = divmod(number // _REVIEW_EVERY, WARD_UNITS)
            terms.update(_unit(unit + 1))
            terms["donvi"] = words.ORGANIZATIONS[review % len(words.ORGANIZATIONS)]
            title = words.REVIEW_TITLES[number % 2].format_map(terms)
        slug = f"{slugify(title, 60)}-{number}"
        unit_name = terms["donvi"]
        return (
            Invented(number, title, slug, date, section, (), 0, unit_name, quarter=quarter),
            topic,
            terms,
        )

    def _date(self, number: int) -> datetime:
        day = FIRST_DAY + timedelta(days=365 * YEARS) * number / self.count
        minute = 7 * 60 + number * 37 % (10 * 60)
        return day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=minute)

    def _body(self, article: Invented, topic: Topic, terms: "_Terms") -> str:
        rng = terms.rng
        sentences = [*words.SENTENCES, *topic.own]
        rng.shuffle(sentences)
        if article.quarter:
            sentences[:0] = words.REVIEW_SENTENCES
        if "phongtrao" in terms:
            sentences[:0] = words.CAMPAIGN_SENTENCES
        references = [self._reference(article.number, rng) for _ in range(rng.randint(0, 2))]
        headings = rng.sample(words.HEADINGS, len(words.HEADINGS))
        extras = [_bullets(terms)] * (rng.random() < 0.6) + [_table(terms)] * (rng.random() < 0.3)
        extras += [f"![Quang cảnh {terms['noi']}]({PICTURE})"] * (rng.random() < 0.2)
        blocks = [terms.say(words.OPENINGS)]
        size, target = 0, rng.randint(_SHORTEST, _LONGEST)
        while size < target:
            if len(blocks) % 3 == 0 and headings:
                blocks.append(f"## {_sentence(headings.pop().format_map(terms))}")
            taken = [_next(sentences).format_map(terms) for _ in range(rng.randint(2, 4))]
            blocks.append(" ".join(taken + references[:1]))
            references = references[1:]
            blocks += [extras.pop()] if extras and len(blocks) > 3 else []
            size = len("\n\n".join(blocks).encode())
        return "\n\n".join([*blocks, terms.say(words.CLOSINGS), ""])

    def _reference(self, number: int, rng: random.Random) -> str:
        if number == 0:
            return ""
        other = self._headline(number - rng.randint(1, min(number, 400)))[0]
        values = {"tieude": other.title, "tep": f"../{other.path}"}
        return rng.choice(words.REFERENCES).format_map(values)


class _Terms(dict[str, str]):
    """Words for the braces of a sentence: some the same all through an article, the rest new."""

    def __init__(self, rng: random.Random, topic: Topic, date: datetime, turn: int) -> None:
        unit = turn * 17 % WARD_UNITS + 1
        street = words.STREETS[(turn * 7 + turn // 30) % len(words.STREETS)]
        super().__init__(
            viec=topic.work, lam=topic.doing, nhom=topic.people, vat=topic.things,
            duong=f"ngõ {turn * 2 % 199 + 1} phố {street}", quy=Quarter.of(date).previous.title,
            quy_toi=Quarter.of(date).next.title,
            **_unit(unit),
        )  # fmt: skip
        self.rng = rng
        self.date = date
        self["donvi"] = rng.choice(words.ORGANIZATIONS)
        self["noi"] = rng.choice(("nhà sinh hoạt cộng đồng", "hội trường phường", "sân đình",
                                  f"nhà văn hóa phố {street}", "phòng họp tầng hai"))  # fmt: skip

    def __missing__(self, key: str) -> str:
        rng = self.rng
        if key in {"so", "so2", "it"}:
            low, high = {"so": (31, 480), "so2": (11, 30), "it": (2, 9)}[key]
            return str(rng.randint(low, high))
        if key == "tien":
            return f"{rng.randint(2, 96)}.{rng.choice('123456789')}00.000"
        if key == "gio":
            return f"{rng.randint(7, 20)} giờ {rng.choice(('', '15', '30', '45'))}".strip()
        if key == "ngay":
            day = self.date + timedelta(days=rng.randint(-12, 25))
            return f"ngày {day.day}/{day.month}"
        return self._people(key)

    def _people(self, key: str) -> str:
        rng = self.rng
        if key in {"buoi", "buoi_nho"}:
            time = rng.choice(("sáng", "chiều", "tối"))
            return _sentence(time) if key == "buoi" else time
        if key in {"nguoi", "nguoi_hoa"}:
            address, middle, given = map(rng.choice, rng.choice((words.MEN, words.WOMEN)))
            person = f"{address} {rng.choice(words.FAMILY_NAMES)} {middle} {given}"
            return _sentence(person) if key == "nguoi_hoa" else person
        if key == "vai":
            return rng.choice(words.ROLES)
        if key == "to2":
            return _unit(rng.randint(1, WARD_UNITS))["to"]
        if key == "donvi_hoa":
            return self["donvi"]
        raise KeyError(key)

    def say(self, choices: Sequence[str]) -> str:
        """One of the sentences with its braces filled."""
        return _sentence(self.rng.choice(choices).format_map(self))


def edited(article: Invented, mark: str) -> Invented:
    """The article with one more sentence in the middle of its text, with the number `mark`."""
    blocks = article.body.split("\n\n")
    middle = len(blocks) // 2
    plain = [place for place, block in enumerate(blocks) if block[:1].isalpha()]
    place = min(plain, key=lambda candidate: abs(candidate - middle))
    blocks[place] += f" Con số trong đoạn này đã được rà lại, nay là {mark} đồng."
    return replace(article, body="\n\n".join(blocks))


def _unit(number: int) -> dict[str, str]:
    return {"to": f"tổ dân phố số {number}", "to_hoa": f"Tổ dân phố số {number}"}


def _tags(rng: random.Random, topic: Topic) -> tuple[str, ...]:
    own = rng.sample(topic.tags, rng.randint(1, 3))
    return (*own, *rng.sample(words.MORE_TAGS, rng.randint(1, 2)))


def _next(sentences: list[str]) -> str:
    """The next sentence, which then goes to the end of the line."""
    sentences.append(sentences.pop(0))
    return sentences[-1]


def _bullets(terms: _Terms) -> str:
    items = terms.rng.sample(words.LIST_ITEMS, terms.rng.randint(3, 5))
    mark = terms.rng.choice(("-", "1."))
    lines = [f"{mark} {item.format_map(terms)}" for item in items]
    return "\n".join([terms.rng.choice(words.LIST_LEADS), "", *lines])


def _table(terms: _Terms) -> str:
    rows = terms.rng.sample(words.TABLE_ROWS, terms.rng.randint(3, 5))
    lines = [f"| {row.format_map(terms)} | {terms['so2']} | {terms['so2']} |" for row in rows]
    return "\n".join(["| Nội dung | Kỳ trước | Kỳ này |", "| --- | ---: | ---: |", *lines])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
