"""Addresses of the generated pages, relative to the site's root, each ending in '/'."""

from enum import Enum

from newsroom.content.newsroom import Campaign, Section
from newsroom.content.quarter import Quarter
from newsroom.text.slug import slugify


class FeedFormat(Enum):
    """A format in which every feed is published."""

    RSS = "RSS", "rss.xml", "application/rss+xml"
    ATOM = "Atom", "atom.xml", "application/atom+xml"
    JSON = "JSON Feed", "feed.json", "application/feed+json"

    def __init__(self, title: str, file: str, media_type: str) -> None:
        """file: the end of the address of each feed, behind the page that it belongs to."""
        self.title, self.file, self.media_type = title, file, media_type


HOME = ""
SECTIONS = "chuyen-muc/"
TAGS = "tu-khoa/"
ARCHIVE = "luu-tru/"
REVIEWS = "so-ket-quy/"
YEARS = "so-ket-nam/"
ORGANIZATIONS = "don-vi/"
CAMPAIGNS = "phong-trao/"
MOST_VIEWED = "doc-nhieu/"
FOLLOWING = "theo-doi/"
CALENDAR = "lich/"
CALENDAR_FILE = "lich.ics"
"""What a calendar takes along: of everything at the root, of campaigns below their pages."""
UNPUBLISHED = "chua-dang/"
SEARCH = "tim-kiem/"
CONTACT = "lien-he/"
"""A hand-written page, which not every ward has."""
OPENSEARCH = "opensearch.xml"
MANIFEST = "manifest.webmanifest"
ROBOTS = "robots.txt"
NEWS_SITEMAP = "sitemap-news.xml"
NOT_INDEXED = (SEARCH, UNPUBLISHED)
"""Pages that search engines are to leave out."""
GENERATED = (
    SECTIONS,
    TAGS,
    ARCHIVE,
    REVIEWS,
    YEARS,
    ORGANIZATIONS,
    CAMPAIGNS,
    MOST_VIEWED,
    FOLLOWING,
    CALENDAR,
)
"""Where generated pages live."""
PAGES = "trang/"
"""Where the numbered pages of a list live, below it."""
FIXED = (
    HOME, UNPUBLISHED, SEARCH, "404.html", "sitemap.xml", "sitemap.xml.gz", OPENSEARCH,
    NEWS_SITEMAP, MANIFEST, ROBOTS, CALENDAR_FILE, *(form.file for form in FeedFormat),
)  # fmt: skip
"""What every site has whatever it holds."""
DATA_CSV = "du-lieu.csv"
DATA_JSON = "du-lieu.json"
"""The data of a page, beside it."""
PHOTOS = "anh/"
"""Where the files of photos lie."""
OTHERS = ("assets/", "search/", PHOTOS)
"""Folders of the theme, of the search and of photos, in which no page of ours stands."""


def section_uri(section: Section) -> str:
    """The page of a section."""
    return f"{SECTIONS}{section.slug}/"


def tag_uri(slug: str) -> str:
    """The page of a tag."""
    return f"{TAGS}{slug}/"


def year_uri(year: int) -> str:
    """The archive of a year."""
    return f"{ARCHIVE}{year}/"


def quarter_uri(quarter: Quarter) -> str:
    """The archive of a quarter."""
    return f"{ARCHIVE}{quarter.year}/quy-{quarter.number}/"


def month_uri(year: int, month: int) -> str:
    """The archive of a month."""
    return f"{ARCHIVE}{year}/{month:02}/"


def reviews_uri(quarter: Quarter) -> str:
    """The reviews of a quarter."""
    return f"{REVIEWS}{quarter.year}/quy-{quarter.number}/"


def year_review_uri(year: int) -> str:
    """What the quarters of a year come to."""
    return f"{YEARS}{year}/"


def half_year_uri(year: int) -> str:
    """What the first two quarters of a year come to."""
    return f"{YEARS}{year}/6-thang-dau-nam/"


def organization_uri(title: str) -> str:
    """The page of an organization."""
    return f"{ORGANIZATIONS}{slugify(title)}/"


def campaign_uri(campaign: Campaign) -> str:
    """The page of a campaign."""
    return f"{CAMPAIGNS}{campaign.slug}/"
