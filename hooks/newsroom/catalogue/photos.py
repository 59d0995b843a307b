"""Files of articles: what is derived of the pictures that they name, and the size of the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from math import inf

from newsroom.build.digests import digest
from newsroom.catalogue.record import ReadFile, Record
from newsroom.catalogue.stamps import Stamps
from newsroom.content.files import is_article
from newsroom.content.media import is_picture
from newsroom.content.newsroom import A_YEAR, Newsroom
from newsroom.content.photo import Photo
from newsroom.content.pictures import Unseen
from newsroom.content.problem import Problem

Derive = Callable[[Iterable[str]], Mapping[str, Photo | Unseen]]
"""What is derived of the pictures of these paths; a picture that is not there has nothing."""
_FAULTS = {
    Unseen.BROKEN: (
        "không phải là ảnh đọc được, nên bài đăng không có ảnh này.",
        "Hãy chép lại ảnh từ máy chụp, hoặc mở bằng Paint rồi lưu thành JPEG.",
    ),
    Unseen.HUGE: (
        "quá lớn, không mở được, nên bài đăng không có ảnh này.",
        "Hãy thu nhỏ ảnh xuống dưới 100 triệu điểm ảnh.",
    ),
}


def with_photos(
    read: Sequence[ReadFile], derive: Derive, newsroom: Newsroom, now: datetime
) -> Iterator[ReadFile]:
    """The results of reading with the photos of each article, and with what is wrong with them."""
    years = newsroom.photo_years
    old = (now - years * A_YEAR).timestamp() if years else -inf
    named = {path for one in read if one.record for path in one.record.files if is_picture(path)}
    found = derive(sorted(named))
    for one in read:
        if one.record is None:
            yield one
            continue
        faults = tuple(_faults(f"{newsroom.articles_dir}/{one.path}", one.record, found))
        record = _with(one.record, found, is_old=one.record.entry.time <= old)
        yield one._replace(record=record, problems=(*one.problems, *faults))


def with_sizes(read: ReadFile, stamps: Stamps) -> ReadFile:
    """The result of reading with the sizes of the documents that the article names."""
    if read.record is None:
        return read
    named = read.record.files
    documents = (path for path in named if not is_picture(path) and not is_article(path))
    sizes = {path: stamps.now[path][0] for path in documents if path in stamps.now}
    return read._replace(record=read.record._replace(sizes=sizes))


def _with(record: Record, found: Mapping[str, Photo | Unseen], *, is_old: bool) -> Record:
    derived = {path: photo for path in record.files if isinstance(photo := found.get(path), Photo)}
    photos = {path: photo.narrow() for path, photo in derived.items()} if is_old else derived
    picture = record.picture if record.picture in photos else ""
    entry = record.entry._replace(card=digest(record.entry.card, repr(photos)))
    return record._replace(entry=entry, picture=picture, photos=photos)


def _faults(shown: str, record: Record, found: Mapping[str, Photo | Unseen]) -> Iterator[Problem]:
    for path in record.files:
        fault = found.get(path)
        if isinstance(fault, Unseen):
            told, cure = _FAULTS[fault]
            yield Problem(shown, f"ảnh “{path}” {told}", cure, blocking=False)
