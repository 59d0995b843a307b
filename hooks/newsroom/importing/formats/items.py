"""An article out of a file of many: what feeds and exports say of one, read into a record."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from bs4 import Tag

from newsroom.importing.formats.failures import told_of
from newsroom.importing.markup.elements import attribute, child_tags, make, parse, text_of
from newsroom.importing.page.article_html import Facts, article_of_html
from newsroom.importing.page.metadata import is_account, paths_of
from newsroom.importing.page.picture_data import NOT_SAVED, Load
from newsroom.importing.page.saved_files import of_whole_picture
from newsroom.importing.record import ImportedArticle, LeftOut, Record, Refusal
from newsroom.text.dates import VIETNAM, parse_date
from newsroom.text.fold import fold

_NO_TITLE = Refusal("một bài trong tệp không có tiêu đề.", "Hãy chép riêng bài ấy thành tệp .txt.")
_NO_DATE = Refusal(
    "bài không ghi ngày đăng, hoặc ghi ngày không có thật.",
    "Hãy chép riêng bài ấy thành tệp .txt, thêm dòng “Ngày đăng …” dưới tiêu đề.",
)
_NO_BODY = Refusal("bài không có nội dung trong tệp.", "Hãy mở bài trên cổng cũ rồi lưu trang ấy.")
_NO_FILES = LeftOut(
    "ảnh, tài liệu của bài không nằm cạnh tệp này. Hãy chép thư mục ảnh của cổng cũ (WordPress: "
    "wp-content/uploads) vào cạnh tệp, chạy import --undo rồi nhập lại."
)
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.|&hellip;)\s*\]|…|\.\.\.)\s*$")
_MADE_BY_FEED = re.compile(
    r"(?:the post|bài viết)\b.{1,400}?(?:appeared first on|đã xuất hiện (?:đầu tiên|trước))\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What WordPress writes below every article of a feed."""
_WORDS_OF_ARTICLE = 120
"""A summary is shorter."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a file says of one of its articles; texts are HTML but for title and author."""

    title: str
    moment: datetime | None
    html: str
    summary: str = ""
    link: str = ""
    sections: tuple[str, ...] = ()
    author: str = ""
    picture: str = ""
    """The address of the picture that stands for it."""
    views: int | None = None
    notes: tuple[str, ...] = ()


def article_of_item(read: Callable[[], Item], load: Load, title: str) -> ImportedArticle | Refusal:
    """The record of the article that read finds in the file, which calls it so; load gives the
    pictures and documents that lie beside the file.

    Whatever goes wrong is its refusal: the other articles of the file are none the worse.
    """
    try:
        item = read()
        title = item.title
        result = _article(item, load)
    except Exception as error:
        result = told_of(error)
    return replace(result, of=title) if isinstance(result, Refusal) else result


def told_of_files(records: Iterable[Record]) -> Iterator[Record]:
    """The records, and at the end what to do where the files of some were not found."""
    lacks = False
    for record in records:
        notes = record.notes if isinstance(record, ImportedArticle) else ()
        lacks = lacks or any(NOT_SAVED in note for note in notes)
        yield record
    if lacks:
        yield _NO_FILES


def moment_of(text: str) -> datetime | None:
    """The moment that a feed names, in Vietnam's zone: as mail writes it, or as people do."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return parse_date(text)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    return moment.astimezone(VIETNAM)


def plain(html: str) -> str:
    """The words of a title: feeds write them as HTML, some twice over."""
    return text_of(parse(html))


def _article(item: Item, load: Load) -> ImportedArticle | Refusal:
    if not item.title:
        return _NO_TITLE
    if item.moment is None:
        return _NO_DATE
    is_whole = bool(item.html.strip()) or _is_whole(item.summary)
    content = parse(item.html if item.html.strip() else item.summary)
    notes = [*item.notes, *_without_notice_of_feed(content)]
    _settle_pictures(content, item)
    if not text_of(content) and content.find("img") is None:
        return _NO_BODY
    if not is_whole:
        there = f" {item.link}" if item.link else " bài trên cổng cũ"
        notes.append(f"tệp chỉ có tóm tắt của bài này: hãy mở{there}, chép phần còn lại vào bài.")
    facts = Facts(
        title=item.title,
        date=item.moment,
        section_names=item.sections,
        views=item.views,
        author="" if is_account(item.author) else item.author,
        addresses=paths_of([item.link]),
        base=item.link,
        lead=_lead(item, content),
        notes=tuple(notes),
    )
    return article_of_html(str(content), facts, load)


def _is_whole(summary: str) -> bool:
    """Whether what is called a summary is all of the article."""
    words = plain(summary)
    return len(words.split()) >= _WORDS_OF_ARTICLE and not _CUT.search(words)


def _without_notice_of_feed(content: Tag) -> Iterator[str]:
    blocks = child_tags(content)
    last = blocks[-1] if blocks else None
    if last is not None and _MADE_BY_FEED.fullmatch(text_of(last)):
        yield f"không phải của bài, đã bỏ: “{text_of(last)}”."
        last.extract()


def _settle_pictures(content: Tag, item: Item) -> None:
    """The picture of the article comes first, once; pictures lead to no page of their own."""
    for link in content.find_all("a", href=True):
        if attribute(link, "href").strip() == item.link and link.find("img"):
            link.unwrap()
    shown = {_name(attribute(img, "src")) for img in content.find_all("img")}
    if item.picture and _name(item.picture) not in shown:
        img = make("img")
        img["src"] = item.picture
        content.insert(0, make("p", img))


def _name(address: str) -> str:
    """The name of the file, whatever size of it is shown."""
    return of_whole_picture(address.partition("?")[0].rpartition("/")[2])


def _lead(item: Item, content: Tag) -> str:
    """The summary, where somebody wrote one: most are the beginning of the text, cut off."""
    summary = plain(item.summary)
    if not item.html.strip() or not summary or _CUT.search(summary):
        return ""
    return "" if fold(summary) in fold(text_of(content)) else summary
