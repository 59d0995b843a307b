"""Measures what deriving photos of twelve megapixels costs, beside Hugo and sharp.

    python scripts/benchmark_pictures.py --count 24
    python scripts/benchmark_pictures.py --count 24 --hugo HUGO --sharp FOLDER_WITH_NODE_MODULES

Each derives the same files of every photo: AVIF in three widths and as a crop for lists, and JPEG
for other browsers and for what is shared. The photos are invented: noise of many sizes, so that
they weigh what a phone's do. A few are drawn and then told apart by bytes behind their end, which
no decoder reads. Read the ratios rather than the seconds.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image

from benchmarking.process import Cost, FailedError, measure

SIZE = (4032, 3024)
DRAWN = 6
LOUDNESS = ((504, 0.8), (126, 0.3), (32, 0.17), (8, 0.09), (2, 0.055), (1, 0.06))
"""Of noise, by the pixels of its grain: a photo weighs 3.5 MB, as a phone's does."""
OURS = """
import sys
from hashlib import blake2b
from pathlib import Path
from newsroom.machine.processes import pool
from newsroom.pictures.library import Library

photos = sorted(Path(sys.argv[1]).glob("*.jpg"))
named = {blake2b(file.read_bytes(), digest_size=16).hexdigest(): file for file in photos}
with pool() as spread:
    found = Library(Path(sys.argv[2]), (480, 960, 1600)).photos(named, spread)
assert all(hasattr(one, "variants") for one in found.values()), found
"""
HUGO = """{{ range resources.Match "*.jpg" }}
{{ $photo := . }}{{ range slice "480x avif" "960x avif" "1600x avif" "800x jpg" }}
{{ ($photo.Resize .).RelPermalink }}{{ end }}
{{ ($photo.Fill "480x270 avif").RelPermalink }}{{ ($photo.Fill "1200x630 jpg").RelPermalink }}
{{ end }}"""
SHARP = """
const sharp = require("sharp");
const { readdirSync } = require("fs");
const [from, to] = process.argv.slice(1);
const avif = { quality: 45, effort: 2 }, jpeg = { quality: 68, progressive: true };
(async () => {
  const derive = async (name) => {
    const photo = () => sharp(`${from}/${name}`).rotate();
    for (const width of [480, 960, 1600])
      await photo().resize(width).avif(avif).toFile(`${to}/${name}-${width}.avif`);
    await photo().resize(480, 270).avif(avif).toFile(`${to}/${name}-card.avif`);
    await photo().resize(800).jpeg(jpeg).toFile(`${to}/${name}-800.jpg`);
    await photo().resize(1200, 630).jpeg(jpeg).toFile(`${to}/${name}-share.jpg`);
  };
  for (const name of readdirSync(from)) await derive(name);
})();
"""


class Result(NamedTuple):
    """What one tool did."""

    name: str
    cost: Cost
    size: int
    """Bytes of all files that it made."""


def main() -> int:
    """Measure and print; 1 where a tool failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=12, help="photos")
    parser.add_argument("--hugo", type=Path, help="the program")
    parser.add_argument("--sharp", type=Path, help="a folder with node_modules/sharp")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photos = Path(folder, "photos")
        invent(photos, options.count)
        try:
            for result in measured(Path(folder), photos, options):
                tell(result, options.count)
        except FailedError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def invent(folder: Path, count: int) -> None:
    """Write the photos."""
    folder.mkdir()
    for number in range(min(count, DRAWN)):
        drawn(number).save(folder / f"{number}.jpg", quality=93)
    for number in range(DRAWN, count):
        content = (folder / f"{number % DRAWN}.jpg").read_bytes()
        (folder / f"{number}.jpg").write_bytes(content + str(number).encode())


def drawn(seed: int) -> Image.Image:
    """Noise of many sizes, the large louder than the small, in each channel."""
    random = Random(seed)  # noqa: S311 - no secret
    channels = []
    for _ in range(3):
        channel = Image.new("L", SIZE, 128)
        for scale, part in LOUDNESS:
            small = (SIZE[0] // scale, SIZE[1] // scale)
            noise = Image.frombytes("L", small, random.randbytes(small[0] * small[1]))
            channel = Image.blend(channel, noise.resize(SIZE, Image.Resampling.BICUBIC), part)
        channels.append(channel)
    return Image.merge("RGB", channels)


def measured(folder: Path, photos: Path, options: argparse.Namespace) -> Iterator[Result]:
    """The portal, cold and with everything known, then its peers."""
    log, shelves = folder / "log", folder / "kept"
    ours = [sys.executable, "-c", OURS, str(photos), str(shelves)]
    for name in ("portal, cold", "portal, nothing new"):
        cost = measure(ours, folder, log)
        yield Result(name, cost, size_of(shelves))
    if options.hugo:
        site = hugo_site(folder / "hugo", photos)
        yield Result("Hugo", measure([str(options.hugo.resolve())], site, log), made_by_hugo(site))
    if options.sharp:
        out = folder / "sharp"
        out.mkdir()
        command = ["node", "-e", SHARP, str(photos), str(out)]
        variables = {"NODE_PATH": str(options.sharp.resolve() / "node_modules")}
        yield Result("sharp", measure(command, folder, log, variables), size_of(out))


def hugo_site(site: Path, photos: Path) -> Path:
    """A site of one page that shows all photos."""
    (site / "layouts").mkdir(parents=True)
    (site / "assets").mkdir()
    for photo in photos.iterdir():
        (site / "assets" / photo.name).hardlink_to(photo)
    (site / "layouts" / "home.html").write_text(HUGO, encoding="utf-8")
    settings = 'baseURL = "https://vi-du.example/"\n[imaging]\nquality = 45\n'
    settings += 'disableKinds = ["page", "section", "taxonomy", "term", "sitemap", "rss"]\n'
    (site / "hugo.toml").write_text(settings, encoding="utf-8")
    return site


def made_by_hugo(site: Path) -> int:
    """Bytes of the files."""
    made = [file for file in (site / "public").rglob("*") if file.suffix in {".avif", ".jpg"}]
    return sum(file.stat().st_size for file in made)


def size_of(folder: Path) -> int:
    """Bytes of all its files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def tell(result: Result, count: int) -> None:
    """Print one line."""
    cost, size = result.cost, result.size / count / 1000
    print(
        f"{result.name:20} {cost.wall / count:6.2f} s and {size:5.0f} kB a photo, "
        f"{cost.cpu or 0:6.1f} s of all cores, {cost.peak or 0:5.0f} MB at most"
    )


if __name__ == "__main__":
    sys.exit(main())
