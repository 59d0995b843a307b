"""What staff typed and the theme prints as it is: escaped once, before any template sees it.

Material's templates are not escaped. A Markup says that its text is escaped already, so that our
own templates, which are, print it just as often: once. MkDocs' titles that come from a heading are
HTML anyway.
"""

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from newsroom.text.plain import shortened

_OF_SITE = ("site_name", "site_description", "site_author")
_OF_PAGE = ("title", "description", "author")
_DESCRIPTIONS = {"site_description", "description"}


def escape_site(config: MkDocsConfig) -> None:
    """Escape what the configuration says of the whole site."""
    for name in _OF_SITE:
        if isinstance(config[name], str):
            config[name] = _escaped(name, config[name])


def escape_navigation(nav: Navigation) -> None:
    """Escape the titles that the navigation gives; a page's own are HTML."""
    items = list(nav.items)
    for item in items:  # grows on the way
        items += item.children or ()
        named_here = vars(item).get("title")  # a page that is not gets its title from its heading
        if named_here and not isinstance(named_here, Markup):
            item.title = escape(named_here)


def escape_metadata(page: Page) -> None:
    """Escape what the front matter of a hand-written page gives for the page's head."""
    for name in _OF_PAGE:
        if isinstance(page.meta.get(name), str):
            page.meta[name] = _escaped(name, page.meta[name])


def _escaped(name: str, text: str) -> Markup:
    """A description is cut to its length first: an entity must not be cut in two."""
    return escape(shortened(text) if name in _DESCRIPTIONS else text)
