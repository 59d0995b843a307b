"""Hugo with a full template: sections, tags, months, quarters, campaigns, neighbours, feeds."""

import json

from benchmarking.articles import Invented
from benchmarking.shell import ADDRESS, SITE_NAME, bottom, top
from benchmarking.site import Site, installed_version, quoted, with_addresses
from benchmarking.topics import SECTION_TITLES

_BASE = top("{{ .Title }}") + '{{ block "main" . }}{{ end }}' + bottom()
_CARD = """<article class="news-card"><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time>
<p>{{ with .Params.summary }}{{ . }}{{ else }}{{ .Summary | plainify | truncate 200 }}{{ end }}</p>
{{ with .Params.image }}<img src="{{ . }}" alt="" loading="lazy">{{ end }}</article>
"""
_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $paginator := .Paginate .Pages 20 }}
{{ range $paginator.Pages }}{{ partial "card.html" . }}{{ end }}
<nav>{{ with $paginator.Prev }}<a rel="prev" href="{{ .URL }}">Mới hơn</a>{{ end }}
Trang {{ $paginator.PageNumber }}/{{ $paginator.TotalPages }}
{{ with $paginator.Next }}<a rel="next" href="{{ .URL }}">Cũ hơn</a>{{ end }}</nav>{{ end }}
"""
_HOME = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range first 20 site.RegularPages }}{{ partial "card.html" . }}{{ end }}{{ end }}
"""
_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>
({{ .Count }})</li>{{ end }}</ul>{{ end }}
"""
_SINGLE = """{{ define "main" }}{{ $section := index .Params.sections 0 }}
<article><h1>{{ .Title }}</h1><p><a href="/sections/{{ $section }}/">{{ $section }}</a>
<time datetime="{{ .Date.Format "2006-01-02T15:04" }}">{{ .Date.Format "02/01/2006 15:04" }}</time>
{{ .Params.views }} lượt xem, {{ .Params.organization }}</p>
{{ with .Params.summary }}<p class="lead">{{ . }}</p>{{ end }}
{{ with .Params.image }}<img src="{{ . }}" alt="Quang cảnh phường nhìn từ trên cao">{{ end }}
{{ .TableOfContents }}{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<nav>{{ with .Prev }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .Next }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<section><h2>Cùng chuyên mục</h2>
{{ range first 4 (index site.Taxonomies.sections $section).Pages }}{{ partial "card.html" . }}
{{ end }}</section></article>{{ end }}
"""
_SEARCH = """{{ $all := slice }}{{ range site.RegularPages }}
{{ $all = $all | append (dict "url" .RelPermalink "title" .Title "text" .Plain) }}{{ end }}
{{ $all | jsonify }}
"""
_TAXONOMIES = ("section", "tag", "month", "quarter", "campaign")


class Hugo(Site):
    """Without a search index."""

    name = "hugo"
    articles = "content/tin"
    picture = "static/images/canh-phuong.jpg"
    output = "public"
    leftovers = ("resources", "hugo-cache")
    home_formats: tuple[str, ...] = ("html", "rss")

    def command(self) -> list[str]:
        """The binary that the wheel carries, without the launcher in Python around it."""
        carried = (self.tools / "python").rglob("site-packages/hugo/binaries/hugo*")
        program = next((file for file in carried if file.is_file()), None)
        cache = str(self.folder.absolute() / "hugo-cache")
        return [str(program.absolute()), "--quiet", "--cacheDir", cache] if program else []

    def version(self) -> str:
        """As pip names it."""
        return f"hugo {installed_version(self.tools, 'hugo')}"

    def settings(self) -> dict[str, str]:
        """Configuration and layouts."""
        project = {
            "baseURL": f"{ADDRESS}/", "title": SITE_NAME, "locale": "vi",
            "timeZone": "Asia/Bangkok",
            "taxonomies": {name: f"{name}s" for name in _TAXONOMIES},
            "permalinks": {"page": {"tin": "/tin/:year/:contentbasename/"}},
            "outputs": {"home": self.home_formats, "taxonomy": ["html"],
                        "term": ["html", "rss"]},
            "services": {"rss": {"limit": 20}},
            "pagination": {"pagerSize": 20},
            "disableKinds": ["section"],
        }  # fmt: skip
        layouts = {
            "baseof": _BASE, "list": _LIST, "home": _HOME, "term": _LIST, "taxonomy": _TERMS,
            "single": _SINGLE,
        }  # fmt: skip
        return {
            "hugo.json": json.dumps(project, ensure_ascii=False),
            "layouts/partials/card.html": _CARD,
            **{f"layouts/_default/{name}.html": text for name, text in layouts.items()},
            **{
                f"content/sections/{slug}/_index.md": f"---\ntitle: {title}\n---\n"
                for slug, title in SECTION_TITLES.items()
            },
        }

    def text(self, article: Invented) -> str:
        """Taxonomies in the head, addresses in the body."""
        lines = [
            f"title: {quoted(article.title)}",
            f"date: {article.date:%Y-%m-%dT%H:%M:%S}+07:00",
            f"sections: [{article.section}]",
            f"tags: [{', '.join(article.tags)}]",
            f'months: ["{article.date:%Y-%m}"]',
            f"views: {article.views}",
            f"organization: {quoted(article.organization)}",
        ]
        if article.summary:
            lines.append(f"summary: {quoted(article.summary)}")
        if article.campaign:
            lines.append(f"campaigns: [{article.campaign}]")
        if article.quarter:
            lines.append(f"quarters: [{article.quarter}]")
        if article.has_picture:
            lines.append("image: /images/canh-phuong.jpg")
        return "\n".join(["---", *lines, "---", "", with_addresses(article.body)])


class HugoWithSearch(Hugo):
    """With one JSON file of all texts for a search in the browser."""

    name = "hugo-search"
    home_formats = ("html", "rss", "json")

    def settings(self) -> dict[str, str]:
        """And the template of the index."""
        return {**super().settings(), "layouts/_default/home.json": _SEARCH}
