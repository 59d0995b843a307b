"""Pelican with its cache on: categories, tags, period archives, neighbours, feeds."""

from benchmarking.articles import Invented
from benchmarking.shell import ADDRESS, SITE_NAME, bottom, top
from benchmarking.site import Site, installed_version, program_in, quoted, with_addresses

_SETTINGS = f"""import neighbours
SITENAME = {SITE_NAME!r}
SITEURL = FEED_DOMAIN = {ADDRESS!r}
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["tin"]
STATIC_PATHS = ["images"]
PLUGINS = [neighbours]
THEME = "theme"
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {{"category": None, "tag": None}}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
ARTICLE_URL = "tin/{{date:%Y}}/{{slug}}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "sections/{{slug}}/"
CATEGORY_SAVE_AS = "sections/{{slug}}/index.html"
TAG_URL = "tags/{{slug}}/"
TAG_SAVE_AS = "tags/{{slug}}/index.html"
MONTH_ARCHIVE_SAVE_AS = "months/{{date:%Y}}-{{date:%m}}.html"
MONTH_ARCHIVE_URL = "months/{{date:%Y}}-{{date:%m}}.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
FEED_ALL_RSS = "rss.xml"
CATEGORY_FEED_RSS = "sections/{{slug}}.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
SLUGIFY_SOURCE = "basename"
MARKDOWN = {{"extension_configs": {{"markdown.extensions.extra": {{}},
    "markdown.extensions.toc": {{}}, "markdown.extensions.sane_lists": {{}}}}}}
"""
_NEIGHBOURS = """from pelican import signals

def set_neighbours(generator):
    articles = generator.articles
    for newer, older in zip(articles, articles[1:]):
        newer.older, older.newer = older, newer
    by_category = dict(generator.categories)
    for article in articles:
        article.same = by_category[article.category][:4]

def register():
    signals.article_generator_finalized.connect(set_neighbours)
"""
_BASE = top("{% block title %}{% endblock %}") + "{% block main %}{% endblock %}" + bottom()
_CARD = """{% macro card(a) %}<article class="news-card"><h2>
<a href="/{{ a.url }}">{{ a.title }}</a>
</h2><time datetime="{{ a.date.isoformat() }}">{{ a.date.strftime("%d/%m/%Y") }}</time>
<p>{{ a.lead or "" }}</p>{% if a.image %}<img src="{{ a.image }}" alt="">{% endif %}</article>
{% endmacro %}"""
_START = '{% extends "base.html" %}{% from "card.html" import card %}{% block title %}'
_LIST = (
    _START + "{{ tag or category or SITENAME }}{% endblock %}{% block main %}"
    "{% for a in articles_page.object_list %}{{ card(a) }}{% endfor %}"
    "Trang {{ articles_page.number }}/{{ articles_paginator.num_pages }}{% endblock %}"
)
_HOME = (
    _START + "{{ SITENAME }}{% endblock %}{% block main %}"
    "{% for a in articles[:20] %}{{ card(a) }}{% endfor %}{% endblock %}"
)
_PERIOD = (
    _START + "{{ period }}{% endblock %}{% block main %}"
    "{% for a in dates %}{{ card(a) }}{% endfor %}{% endblock %}"
)
_TAGS = (
    _START + "Từ khóa{% endblock %}{% block main %}<ul>{% for t, found in tags|sort %}"
    '<li><a href="/{{ t.url }}">{{ t }}</a> ({{ found|count }})</li>{% endfor %}</ul>{% endblock %}'
)
_ARTICLE = (
    _START
    + "{{ article.title }}{% endblock %}{% block main %}<article><h1>{{ article.title }}</h1>"
    '<p><a href="/{{ article.category.url }}">{{ article.category }}</a> {{ article.views }}'
    '<time>{{ article.date.strftime("%d/%m/%Y %H:%M") }}</time></p><p>{{ article.lead or "" }}</p>'
    '{% if article.image %}<img src="{{ article.image }}" alt="">{% endif %}{{ article.content }}'
    '<ul>{% for t in article.tags %}<li><a href="/{{ t.url }}">{{ t }}</a></li>{% endfor %}</ul>'
    '{% for a in (article.newer, article.older) if a %}<a href="/{{ a.url }}">{{ a.title }}</a>'
    "{% endfor %}{% for a in article.same %}{{ card(a) }}{% endfor %}</article>{% endblock %}"
)


class Pelican(Site):
    """A blog of Pelican's own kinds of page."""

    name = "pelican"
    articles = "content/tin"
    picture = "content/images/canh-phuong.jpg"
    output = "output"
    leftovers = ("cache",)

    def command(self) -> list[str]:
        """Of the peers' environment."""
        program = program_in(self.tools, "pelican")
        arguments = ["--quiet", "--settings", "pelicanconf.py"]
        return [str(program), *arguments] if program.exists() else []

    def version(self) -> str:
        """As pip names it."""
        return f"pelican {installed_version(self.tools, 'pelican')}"

    def settings(self) -> dict[str, str]:
        """Configuration, a plugin for neighbours, a theme."""
        theme = {
            "base": _BASE, "card": _CARD, "index": _HOME, "category": _LIST, "tag": _LIST,
            "period_archives": _PERIOD, "archives": _PERIOD, "tags": _TAGS, "categories": _TAGS,
            "article": _ARTICLE, "author": _LIST, "authors": _LIST, "page": _LIST,
        }  # fmt: skip
        templates = {f"theme/templates/{name}.html": text for name, text in theme.items()}
        return {
            "pelicanconf.py": "import sys; sys.path.append('.')\n" + _SETTINGS,
            "neighbours.py": _NEIGHBOURS,
            "theme/static/empty.css": "",
            **templates,
        }

    def text(self, article: Invented) -> str:
        """Metadata without quotes, as Pelican reads it."""
        lines = [
            f"Title: {article.title}",
            f"Date: {article.date:%Y-%m-%d %H:%M}",
            f"Category: {article.section}",
            f"Tags: {', '.join(article.tags)}",
            f"Views: {article.views}",
        ]
        if article.summary:
            lines.append(f"Lead: {quoted(article.summary)[1:-1]}")
        if article.has_picture:
            lines.append("Image: /images/canh-phuong.jpg")
        return "\n".join([*lines, "", with_addresses(article.body)])
