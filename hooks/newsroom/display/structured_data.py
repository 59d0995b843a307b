"""Structured data: what a page tells search engines of itself, in the words of schema.org.

Made from the page's display and the settings alone, so it is never staler than its page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from newsroom.content import uris
from newsroom.content.article import Article, Event
from newsroom.content.newsroom import Campaign, Ward
from newsroom.display.article import ArticleDisplay
from newsroom.display.campaign_page import CampaignPage
from newsroom.display.indexes import Home, Index
from newsroom.text.opening_hours import Hours, opening_hours

Node = dict[str, Any]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Site:
    """Whose site it is."""

    url: str
    """Ending in '/'."""
    name: str
    ward: Ward

    def address_of(self, file: str) -> str:
        """The whole address of a file of the site, whose name may have any letter."""
        return self.url + quote(file)


def structured_data(display: object, uri: str, site: Site) -> list[Node]:
    """What the page at that address tells; display: None for a hand-written page."""
    if isinstance(display, ArticleDisplay):
        return [*_of_article(display, site), _breadcrumbs(_places(display.article), site)]
    if isinstance(display, Home):
        return [_website(site), _organization(site)]
    if isinstance(display, Index):
        return [*_of_index(display, site)]
    return [_organization(site)] if uri == uris.CONTACT else []


def _of_index(display: Index, site: Site) -> Iterator[Node]:
    yield _breadcrumbs([*display.parents, (display.title, display.uri)], site)
    if isinstance(display, CampaignPage) and display.line.campaign.end:
        yield _campaign(display.line.campaign, site)


def _of_article(display: ArticleDisplay, site: Site) -> Iterator[Node]:
    article = display.article
    yield _news(article, _picture(display, site), site)
    if article.event:
        yield _event(article, article.event, site)
    if article.deadline:
        yield _announcement(article, site)


def _news(article: Article, picture: object, site: Site) -> Node:
    address = site.url + article.uri
    return {
        "@type": "NewsArticle",
        "@id": address,
        "headline": article.title,
        "description": article.lead,
        "datePublished": article.published.isoformat(),
        "dateModified": article.last_change.isoformat(),
        "articleSection": article.section.title,
        "keywords": [tag.title for tag in article.tags] or None,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "mainEntityOfPage": address,
        "image": picture,
        "author": {"@type": "Organization", "name": _author(article, site)},
        "publisher": _publisher(site),
    }


def _author(article: Article, site: Site) -> str:
    return article.author or article.organization or site.ward.name


def _picture(display: ArticleDisplay, site: Site) -> Node | None:
    photo, card = display.article.photo, display.title_card
    if photo:
        uri, (width, height) = photo.uri(photo.share), photo.share[1:3]
    elif card:
        uri, (width, height) = card.uri, card.size
    else:
        return None
    return {"@type": "ImageObject", "url": site.address_of(uri), "width": width, "height": height}


def _event(article: Article, event: Event, site: Site) -> Node:
    return {
        "@type": "Event",
        "name": article.title,
        "description": article.lead,
        "startDate": event.start.isoformat(),
        "endDate": event.last.isoformat(),
        **_taking_place(event.place, site.ward),
        "organizer": _publisher(site),
        "url": site.url + article.uri,
    }


def _campaign(campaign: Campaign, site: Site) -> Node:
    """A campaign that ends is an event of many days; one that goes on is none."""
    return {
        "@type": "Event",
        "name": campaign.title,
        "description": campaign.description or None,
        "startDate": campaign.start.isoformat(),
        "endDate": campaign.end and campaign.end.isoformat(),
        **_taking_place("", site.ward),
        "organizer": {"@type": "Organization", "name": campaign.organizer},
        "url": site.url + uris.campaign_uri(campaign),
    }


def _taking_place(place: str, ward: Ward) -> Node:
    """Where, and that it does."""
    return {
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": place or ward.name,
            "address": ward.address or ward.name,
        },
    }


def _announcement(article: Article, site: Site) -> Node:
    return {
        "@type": "SpecialAnnouncement",
        "name": article.title,
        "text": article.lead,
        "datePosted": article.published.isoformat(),
        "expires": article.deadline and article.deadline.isoformat(),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": site.ward.name},
        "publisher": _publisher(site),
        "url": site.url + article.uri,
    }


def _places(article: Article) -> list[tuple[str, str]]:
    return [
        (article.section.title, uris.section_uri(article.section)),
        (article.title, article.uri),
    ]


def _breadcrumbs(places: Iterable[tuple[str, str]], site: Site) -> Node:
    """From the home page down to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": site.url + place}
            for number, (title, place) in enumerate([("Trang chủ", uris.HOME), *places], 1)
        ],
    }


def _website(site: Site) -> Node:
    asked = f"{site.url}{uris.SEARCH}?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "@id": f"{site.url}#trang",
        "name": site.name,
        "url": site.url,
        "inLanguage": "vi",
        "publisher": _publisher(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": asked},
            "query-input": "required name=search_term_string",
        },
    }


def _publisher(site: Site) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site.url}#co-quan",
        "name": site.ward.name,
        "url": site.url,
    }


def _organization(site: Site) -> Node:
    """All that is known of the ward; hours only where they are understood."""
    ward = site.ward
    return {
        **_publisher(site),
        "address": _address(ward) if ward.address else None,
        "telephone": ward.phone or None,
        "email": ward.email or None,
        "logo": site.address_of(ward.logo) if ward.logo else None,
        "openingHoursSpecification": [*map(_open, opening_hours(ward.working_hours))] or None,
    }


def _address(ward: Ward) -> Node:
    return {
        "@type": "PostalAddress",
        "streetAddress": ward.address,
        "addressLocality": ward.district or None,
        "addressRegion": ward.city or None,
        "addressCountry": "VN",
    }


def _open(hours: Hours) -> Node:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_DAYS[day] for day in hours.days],
        "opens": hours.opens,
        "closes": hours.closes,
    }
