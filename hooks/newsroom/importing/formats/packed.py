"""Files that are zips of parts (.docx, .odt), read within bounds: whatever a part pretends to be,
it neither fills the memory nor reaches out of the file."""

from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser, fromstring
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from newsroom.importing.record import Refusal, UnreadableError

AGAIN = "Hãy mở tệp bằng Word, chọn Lưu thành… (Save As) kiểu .docx rồi nhập lại."
BROKEN = Refusal("tệp hỏng hoặc chưa chép xong.", AGAIN)
TOO_LARGE = Refusal(
    "tệp mở ra quá lớn.", "Hãy mở tệp, chép riêng phần bài sang một tệp mới rồi nhập tệp ấy."
)
LOCKED = Refusal("tệp có mật khẩu.", "Hãy mở tệp, bỏ mật khẩu rồi lưu và nhập lại.")
_UNSAFE = Refusal("tệp có phần mà Word không bao giờ viết (DTD).", AGAIN)
_UNUSUAL = Refusal("tệp nén theo kiểu mà Word, LibreOffice không bao giờ dùng.", AGAIN)
_USUAL = (ZIP_STORED, ZIP_DEFLATED)
"""Of the others zipfile unpacks more than it is asked for."""
_MOST_PARTS = 5_000
_MOST_BYTES = 300_000_000
"""Of all parts unpacked: two hundred photographs."""
_MOST_XML, _MOST_TAGS = 30_000_000, 800_000
"""Of one part that is XML: thirty times the longest article. A tag takes some 300 bytes."""
_MOST_CHILDREN = 10_000
"""Of one element: to replace each takes the square of their number."""
_IS_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class Packed:
    """The parts of a file by their names; names are as in the file, without a slash first."""

    parts: ZipFile

    @property
    def names(self) -> list[str]:
        """All of them."""
        return self.parts.namelist()

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none of that name."""
        try:
            return self.parts.read(name)
        except KeyError:
            return None
        except Exception as error:  # whatever zlib, lzma and zipfile raise for a broken part
            raise UnreadableError(BROKEN) from error

    def xml(self, name: str) -> Element | None:
        """A part as XML, None where there is none."""
        data = self.data(name)
        if data is None:
            return None
        if len(data) > _MOST_XML or data.count(b"<") > _MOST_TAGS:
            raise UnreadableError(TOO_LARGE)
        try:
            root = fromstring(data, XMLParser(target=_WithoutType()))  # noqa: S314
        except (ParseError, ValueError) as error:
            raise UnreadableError(BROKEN) from error
        if any(len(element) > _MOST_CHILDREN for element in root.iter()):
            raise UnreadableError(TOO_LARGE)
        return root


class _WithoutType(TreeBuilder):
    """Refuses a document type before it is read, and with it all entities that could grow or lead
    out of the file."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Told of a document type as soon as it begins."""
        raise UnreadableError(_UNSAFE)


def unpacked(data: bytes) -> Packed | Refusal:
    """The parts of a zip, or why they are not looked at."""
    try:
        parts = ZipFile(BytesIO(data))
        listed = parts.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return BROKEN
    return _refusal_of(listed) or Packed(parts)


def _refusal_of(listed: list[ZipInfo]) -> Refusal | None:
    """By what the list says: no more of a part is ever unpacked than is said there."""
    if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > _MOST_BYTES:
        return TOO_LARGE
    if any(part.compress_type not in _USUAL for part in listed):
        return _UNUSUAL
    return LOCKED if any(part.flag_bits & _IS_LOCKED for part in listed) else None
