"""Exports of WordPress and feeds: every article of the file comes in, or is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, LeftOut, Record, Refusal
from newsroom.importing.writing.importer import Importer, Status

LONG = "Bà con tổ 3 họp bàn việc lát lại con ngõ trước cửa nhà văn hóa."
ITEM = "<item><title>{title}</title><link>https://cu.example/{link}</link>{more}</item>"
RSS = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
    "<title>Tin tức - Thông báo</title>{items}</channel></rss>"
)
DATED = "<pubDate>Tue, 14 Nov 2023 10:42:44 GMT</pubDate>"

Read = Callable[..., list[Record]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The records of a file of this content."""

    def of(content: str | bytes, name: str = "cu.xml") -> list[Record]:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_records(file))

    return of


@pytest.fixture
def of_rss(read: Read) -> Callable[..., ImportedArticle]:
    """The only article of a feed that has this in its item."""

    def of(more: str, title: str = "Lát ngõ", dated: str = DATED) -> ImportedArticle:
        item = ITEM.format(title=title, link="tin/lat-ngo-7.html", more=dated + more)
        article = read(RSS.format(items=item))[0]
        assert isinstance(article, ImportedArticle), article
        return article

    return of


@pytest.fixture
def exported(tmp_path: Path, import_cases: Path) -> list[Record]:
    """What the export of the cases holds, its pictures beside it but for one."""
    file = tmp_path / "wordpress.xml"
    file.write_bytes((import_cases / "tep-xuat" / "wordpress.xml").read_bytes())
    folder = tmp_path / "uploads" / "2023" / "05"
    folder.mkdir(parents=True)
    for number, name in enumerate(("kenh.png", "cay.png", "bo-kenh.png"), 20):
        Image.new("RGB", (number, 30), (number, 90, 90)).save(folder / name)
    (folder / "ke-hoach.pdf").write_bytes(b"%PDF-1.4\n")
    return list(read_records(file))


def test_post_of_wordpress_comes_whole(exported: list[Record]) -> None:
    post = exported[0]

    assert isinstance(post, ImportedArticle)
    assert (post.title, f"{post.date:%Y-%m-%d %H:%M}") == (
        "Ra quân dọn kênh & trồng cây", "2023-05-13 08:30",
    )  # fmt: skip
    assert post.section_names == ("Tin tức – Sự kiện",)
    assert (post.author, post.views) == ("Trần Thị Lan", 415)
    assert post.addresses == ("/tin-tuc/ra-quan-don-kenh/",)
    assert post.lead == "Ba tổ dân phố dọn sạch đoạn kênh dài hai trăm mét."
    assert "sau chợ.<br/>Ai cũng mang theo" in post.body
    assert "<p>Đến trưa, hai bên bờ có thêm" in post.body
    assert "[xem bảng]" in post.body
    assert "Lịch tháng sau" in post.body
    assert "vc_" not in post.body
    assert [len(post.pictures), len(post.attachments)] == [2, 1]
    assert post.lead_picture
    assert post.pictures[0].alt == "Bà con dọn kênh"
    assert [picture.caption for picture in post.pictures] == [
        "Dọn kênh sáng 13/5", "Bờ kênh lúc xong việc",
    ]  # fmt: skip
    assert any("“[vc_row]”" in note for note in post.notes)
    assert not any("mất" in note for note in post.notes)


def test_marked_paragraphs_are_not_broken_where_their_source_is(exported: list[Record]) -> None:
    post = exported[1]

    assert isinstance(post, ImportedArticle)
    assert post.lead == "Chủ tịch tiếp công dân sáng thứ Năm hằng tuần."
    assert "<p>Ai có việc cần gặp thì đăng ký trước.</p>" in post.body
    assert (post.section_names, post.author) == ((), "")
    assert any("mất ảnh khong-con.jpg" in note for note in post.notes)


def test_what_residents_never_read_is_named_and_left_out(exported: list[Record]) -> None:
    left = {record.of: record.found for record in exported if isinstance(record, LeftOut)}

    assert "bản nháp" in left["Bài viết dở"]
    assert "riêng tư" in left["Giá thầu nội bộ"]
    assert "thùng rác" in left["Đã bỏ"]
    assert "mật khẩu" in left["Có mật khẩu"]
    assert "1 “page”" in " ".join(
        record.found for record in exported if isinstance(record, LeftOut)
    )
    assert [record.of for record in exported if isinstance(record, Refusal)] == ["Không ngày"]
    assert "wp-content/uploads" in str(exported[-1])


def test_drafts_of_an_export_do_not_make_the_import_fail(
    new_importer: Callable[..., Importer], import_cases: Path, tmp_path: Path
) -> None:
    text = (import_cases / "tep-xuat" / "wordpress.xml").read_text(encoding="utf-8")
    file = tmp_path / "wordpress.xml"
    file.write_text(text.replace("0000-00-00 00:00:00", "2023-06-03 07:00:00"), encoding="utf-8")
    importer = new_importer("thong-bao")

    done = list(importer.import_articles(file))

    assert {one.status for one in done} == {Status.NEW, Status.LEFT_OUT}
    assert [one.of for one in done][:3] == [
        "Ra quân dọn kênh & trồng cây", "Lịch tiếp công dân tháng 6", "Bài viết dở",
    ]  # fmt: skip
    again = list(new_importer("thong-bao").import_articles(file))
    assert [one.status for one in again] == [Status.KNOWN]


def test_feed_with_whole_texts_is_no_summary(of_rss: Callable[..., ImportedArticle]) -> None:
    article = of_rss(
        f"<description>{LONG}</description><content:encoded><![CDATA[<p>{LONG}</p><p>Xong.</p>"
        "<p>The post <a href='/a'>Lát ngõ</a> appeared first on <a href='/'>Phường</a>.</p>]]>"
        "</content:encoded><category>Thông báo</category><dc:creator>Lê Văn Tám</dc:creator>"
    )

    assert (article.lead, article.body) == (LONG, "<p>Xong.</p>")
    assert f"{article.date:%Y-%m-%d %H:%M}" == "2023-11-14 17:42"
    assert article.section_names == ("Thông báo",)
    assert (article.author, article.addresses) == ("Lê Văn Tám", ("/tin/lat-ngo-7.html",))
    assert "appeared first" in "".join(article.notes)
    assert not any("tóm tắt" in note for note in article.notes)


def test_feed_with_summaries_says_what_is_missing(
    of_rss: Callable[..., ImportedArticle], tmp_path: Path
) -> None:
    (tmp_path / "cu_files").mkdir()
    Image.new("RGB", (9, 9)).save(tmp_path / "cu_files" / "ngo.png")
    link = "https://cu.example/tin/lat-ngo-7.html"

    article = of_rss(
        f"<description><![CDATA[<a href='{link}'><img src='/uploads/ngo.png'></a></br>{LONG}]]>"
        "</description>"
    )

    assert LONG in article.body + article.lead
    assert article.lead_picture
    assert f"hãy mở {link}" in article.notes[0]
    assert article.section_names == ("Thông báo", "Tin tức")


def test_page_within_the_feed_of_nukeviet_is_opened(of_rss: Callable[..., ImportedArticle]) -> None:
    article = of_rss(
        f"<description>Tổ 3 lát ngõ.</description><content:encoded><![CDATA[<!doctype html><html>"
        "<head><meta property='op:markup_version' content='v1.0'></head><body><article><header>"
        "<figure><img src='https://cu.example/uploads/a.jpg'/><figcaption>Lát ngõ</figcaption>"
        "</figure><h1>Lát ngõ</h1><h2>Tổ 3 lát ngõ.</h2><h3 class='op-kicker'>An ninh</h3>"
        "<time class='op-published' datetime='2023-11-14'>14/11</time></header>"
        f"<p>{LONG}</p><p>Chủ nhật này làm tiếp.</p><footer><small>Bản quyền</small></footer>"
        "</article></body></html>]]></content:encoded>"
    )

    assert article.lead == "Tổ 3 lát ngõ."
    assert article.body == f"<p>{LONG}</p>\n<p>Chủ nhật này làm tiếp.</p>"
    assert article.section_names == ("An ninh",)


def test_atom_says_what_kind_its_texts_are(read: Read) -> None:
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Phường</title>"
        "<entry><title type='text'>Giá &lt; 5 nghìn</title><link rel='self' href='/x'/>"
        "<link href='https://cu.example/a.html'/><published>2023-05-04T23:30:00Z</published>"
        "<category term='tb' label='Thông báo'/><author><name>Lan</name></author>"
        f"<content type='xhtml'><div><p>{LONG}</p><p>Hai <b>ba</b> bốn.</p></div></content></entry>"
        f"<entry><title>Hai</title><updated>2023-05-05</updated><summary>{LONG}</summary></entry>"
        "</feed>"
    )

    first, second = read(feed, "cu.atom")

    assert isinstance(first, ImportedArticle)
    assert isinstance(second, ImportedArticle)
    assert (first.title, first.lead) == ("Giá < 5 nghìn", LONG)
    assert first.body == "<p>Hai <strong>ba</strong> bốn.</p>"
    assert f"{first.date:%Y-%m-%d %H:%M}" == "2023-05-05 06:30"
    assert (first.section_names, first.author) == (("Thông báo",), "Lan")
    assert first.addresses == ("/a.html",)
    assert "tóm tắt" in second.notes[0]


def test_json_feed_is_read(read: Read) -> None:
    whole = {"title": "Lát ngõ <3>", "content_html": f"<p>{LONG}</p><p>Xong.</p>",
             "url": "https://cu.example/a?id=5", "date_published": "2023-05-04T08:00:00+07:00",
             "tags": ["Thông báo"], "authors": [{"name": "Lan"}]}  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Phường",
            "items": [whole, {"title": "Không ngày", "content_text": "a"}, 7]}  # fmt: skip

    article, undated = read(json.dumps(feed), "cu.json")

    assert isinstance(article, ImportedArticle)
    assert (article.title, article.body) == ("Lát ngõ <3>", "<p>Xong.</p>")
    assert (article.author, article.addresses) == ("Lan", ("/a?id=5",))
    assert isinstance(undated, Refusal)
    assert undated.of == "Không ngày"
    assert isinstance(read('{"name": "khác"}', "khac.json")[0], LeftOut)
    assert isinstance(read('{"version": ', "hong.json")[0], Refusal)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_feed_may_use_any_encoding_and_names_of_html(read: Read, encoding: str) -> None:
    item = f"<title>Lát&nbsp;ngõ</title>{DATED}<description>{LONG}\x0b\x02</description>"
    text = RSS.format(items=f"<item>{item}</item>").replace("encoding='utf-8'", "encoding='ENC'")
    if encoding == "utf-16":
        text = text.replace("\x0b\x02", "")
    # windows-1258 has some vowels with their mark of tone only as two characters.
    written = text.replace("ENC", encoding).encode(encoding, "xmlcharrefreplace")

    article = read(written)[0]

    assert isinstance(article, ImportedArticle), article
    assert article.title == "Lát ngõ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused_before_any_entity_grows(read: Read, encoding: str) -> None:
    bomb = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
    text = f"<?xml version='1.0' encoding='{encoding}'?>{bomb}<rss><title>&b;</title></rss>"

    (refusal,) = read(text.encode(encoding))

    assert isinstance(refusal, Refusal)
    assert "DOCTYPE" in refusal.found


def test_what_stands_before_a_broken_place_comes_in(read: Read) -> None:
    item = ITEM.format(title="Lát ngõ", link="a", more=f"{DATED}<description>{LONG}</description>")

    article, refusal = read(RSS.format(items=item + "<item><title>Cụt")[:-30])

    assert isinstance(article, ImportedArticle)
    assert isinstance(refusal, Refusal)
    assert refusal.found.endswith("ở dòng 1.")


def test_what_stands_before_a_broken_place_of_an_export_comes_in(
    read: Read, import_cases: Path
) -> None:
    export = (import_cases / "tep-xuat" / "wordpress.xml").read_text(encoding="utf-8")
    end = export.index("</item>", export.index("Ra quân dọn kênh")) + len("</item>")

    *before, refusal = read(f"{export[:end]}<item><title>Cụt")

    titles = [record.title for record in before if isinstance(record, ImportedArticle)]
    assert titles == ["Ra quân dọn kênh & trồng cây"]
    assert "bị cắt" in next(one.found for one in (refusal, *before) if isinstance(one, Refusal))


@pytest.mark.parametrize("child", ["<b/>", "<b c='{}'/>".format("x" * 2_000)])
def test_item_made_of_elements_and_attributes_alone_is_too_large(
    read: Read, monkeypatch: pytest.MonkeyPatch, child: str
) -> None:
    monkeypatch.setattr("newsroom.importing.formats.xml_stream._LARGEST", 20_000)

    def feed(inner: str) -> str:
        more = f"{DATED}{inner}<description>{LONG}</description>"
        return RSS.format(items=ITEM.format(title="Lát ngõ", link="a", more=more) * 3)

    assert all(isinstance(record, ImportedArticle) for record in read(feed(child)))
    (refusal,) = read(feed(child * 200))
    assert isinstance(refusal, Refusal)
    assert "lớn quá" in refusal.found


@pytest.mark.parametrize("kept", ["cu.xml", "wordpress.xml"])
def test_marks_of_word_that_the_parser_does_not_know_cost_no_word(
    read: Read, import_cases: Path, kept: str
) -> None:
    text = f"<p><![lạ x>{LONG}</p><!--[if mso]><i></i><![endif]--><p>Xong.</p><!-- --><p>Hết.</p>"
    item = ITEM.format(
        title="<![CDATA[<![lạ x>Lát ngõ]]>", link="a",
        more=f"{DATED}<content:encoded><![CDATA[{text}]]></content:encoded>",
    )  # fmt: skip
    export = (import_cases / "tep-xuat" / "wordpress.xml").read_text(encoding="utf-8")
    post = item.replace("</item>", "<wp:post_type>post</wp:post_type><wp:status>publish"
                                   "</wp:status></item>")  # fmt: skip
    feeds = {
        "cu.xml": RSS.format(items=item),
        "wordpress.xml": export.replace("<item>", f"{post}<item>", 1),
    }

    article = read(feeds[kept], kept)[0]

    assert isinstance(article, ImportedArticle), article
    assert (article.title, article.lead) == ("Lát ngõ", LONG)
    assert article.body == "<p>Xong.</p>\n<p>Hết.</p>"


def test_item_whose_fields_cannot_be_read_is_named(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> None:
        raise ZeroDivisionError(text)

    monkeypatch.setattr("newsroom.importing.formats.feeds.moment_of", fail)
    items = (ITEM.format(title=f"Tin {n}", link=n, more=DATED) for n in range(2))

    records = read(RSS.format(items="".join(items)))

    assert [record.of for record in records if isinstance(record, Refusal)] == ["Tin 0", "Tin 1"]


def test_file_without_articles_is_left_out(read: Read) -> None:
    (left,) = read("<urlset><url><loc>https://cu.example/</loc></url></urlset>")

    assert isinstance(left, LeftOut)


def test_one_bad_item_does_not_stop_the_others(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(html: str, *_: object) -> None:
        raise ZeroDivisionError("lạ")

    monkeypatch.setattr("newsroom.importing.formats.items.article_of_html", fail)
    items = (ITEM.format(title=f"Tin {n}", link=n, more=f"{DATED}<description>{LONG}</description>")
             for n in range(3))  # fmt: skip

    records = read(RSS.format(items="".join(items)))

    assert [record.of for record in records if isinstance(record, Refusal)] == [
        "Tin 0", "Tin 1", "Tin 2",
    ]  # fmt: skip


def test_large_feed_is_read_piece_by_piece(tmp_path: Path) -> None:
    """An article is there before the file is read to its end."""
    file = tmp_path / "cu.xml"
    item = ITEM.format(title="Lát ngõ", link="a", more=f"{DATED}<description>{LONG}</description>")
    file.write_text(RSS.format(items=item + " " * 300_000 + "<hỏng"), encoding="utf-8")

    assert isinstance(next(read_records(file)), ImportedArticle)


OLD = {
    "TCVN3": (
        "L¸t ngâ tr\xadíc nhµ",
        "Bµ con tæ 3 häp bµn viÖc l¸t l¹i con ngâ tr\xadíc cöa nhµ v¨n hãa.",
    ),
    "VNI": (
        "Laùt ngoõ tröôùc nhaø",
        "Baø con toå 3 hoïp baøn vieäc laùt laïi con ngoõ tröôùc cöûa nhaø vaên hoùa.",
    ),
}


@pytest.mark.parametrize("encoding", OLD)
def test_feed_that_was_typed_for_an_old_font_comes_in_unicode(read: Read, encoding: str) -> None:
    title, words = OLD[encoding]
    html = f"<p>{words}</p><p>{words}</p>"
    feed = {"version": "https://jsonfeed.org/version/1", "items": [
        {"title": title, "date_published": "2023-11-14T10:00:00+07:00", "content_html": html}
    ]}  # fmt: skip
    cdata = f"{DATED}<description><![CDATA[{html}]]></description>"
    item = ITEM.format(title=title, link="tin/7", more=cdata)

    for content, name in ((RSS.format(items=item), "cu.xml"), (json.dumps(feed), "cu.json")):
        article = read(content, name)[0]
        assert isinstance(article, ImportedArticle), article
        assert (article.title, article.lead) == ("Lát ngõ trước nhà", LONG)
        assert f"<p>{LONG}</p>" in article.body
        assert any(f"bảng mã {encoding}" in note for note in article.notes)


def test_letter_of_a_font_of_icons_does_not_stop_the_feed(read: Read) -> None:
    title, words = OLD["TCVN3"]
    cdata = f"{DATED}<description><![CDATA[<p>\ue000 {words}</p><p>{words}</p>]]></description>"

    article = read(RSS.format(items=ITEM.format(title=title, link="a", more=cdata)), "cu.xml")[0]

    assert isinstance(article, ImportedArticle), article
    assert article.title == "Lát ngõ trước nhà" and LONG in f"{article.lead}{article.body}"
