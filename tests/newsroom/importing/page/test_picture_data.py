"""Pictures of an imported page come without what they told of their photographer."""

from bs4 import BeautifulSoup, Tag
from phone_pictures import NAME, drawn, exif, opened, saved

from newsroom.importing.page.picture_data import find_picture


def img(html: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").img
    assert found
    return found


def test_picture_comes_in_upright_light_and_without_its_place() -> None:
    photo = saved(drawn(3000, 1500), "JPEG", exif=exif())
    assert NAME.encode() in photo

    found = find_picture(img('<img src="a.jpg">'), lambda _: photo)

    assert found
    data, suffix = found
    assert (NAME.encode() in data, suffix, opened(data).size) == (False, ".jpg", (2560, 1280))


def test_picture_that_tells_nothing_comes_in_as_it_is() -> None:
    photo = saved(drawn(), "PNG")

    assert find_picture(img('<img src="a.png">'), lambda _: photo) == (photo, ".png")
