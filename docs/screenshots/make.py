"""Takes the pictures of the reports that the documents show.

    python docs/screenshots/make.py [--browser chromium] [--resume examples/arjun-mehta-platform-pm.pdf]

Writes terminal.png, explain.png, roles.png, page-390.png, page-768.png, page-1440.png, page-dark.png, resume.png, postings.png
and print.png beside this file. Needs a Chromium; nothing is asked of the network, and each run has a profile of its own.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from resumefit.core.assessment import Assessment
from resumefit.pipeline import Engine, analyze, load_engine, read_posting, with_postings
from resumefit.report import render_explanation, render_html, render_role_comparison, render_text
from resumefit.score import explain, map_roles

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AS_OF = "2026-11"
COLOURS = 256  # of each picture's palette, which keeps it small
WIDTH = 80
TERMINAL = (24, 26, 31)
MARGIN = 24
FAINT = 24  # of 255: what a palette may have changed of the ground
ONLY = "main section:not(#{name}), nav {{ display: none }}"
SHEETS = 4
POSTINGS = ("posting-ai-pm.txt", "postings/fennel-health-llm-pm.md", "postings/tarn-freight-technical-pm.html")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-pdf-header-footer",
)
PAGES = {  # name: (width, height, more flags)
    "page-390": (390, 1900, ()),
    "page-768": (768, 1700, ()),
    "page-1440": (1440, 1700, ()),
    "page-dark": (1100, 1500, ("--blink-settings=preferredColorScheme=0",)),
}
DARK = TerminalTheme(
    TERMINAL,
    (226, 226, 222),
    [
        TERMINAL,
        (230, 110, 100),
        (120, 200, 130),
        (226, 186, 100),
        (120, 170, 245),
        (195, 160, 247),
        (90, 205, 200),
        (226, 226, 222),
    ],
)


def main() -> None:
    """Take all the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--resume", type=Path, default=ROOT / "examples" / "arjun-mehta-platform-pm.pdf")
    options = parser.parse_args()
    engine = load_engine()
    lexicon = engine.lexicon
    assessment = analyze(options.resume, as_of=AS_OF, engine=engine)
    sum_of = explain(assessment, "ai-pm", lexicon=lexicon)
    texts = {
        "terminal": render_text(assessment, lexicon, width=WIDTH, colour=True),
        "explain": render_explanation(sum_of, assessment, lexicon, width=WIDTH, colour=True),
        "roles": render_role_comparison(map_roles(lexicon, "tech-pm", "ai-pm"), width=WIDTH, colour=True),
    }
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in texts.items():
            terminal = Path(scratch) / f"{name}.html"
            terminal.write_text(terminal_page(text), "utf-8")
            shoot(options.browser, terminal.as_uri(), HERE / f"{name}.png", width=760, height=1500)
            trim(HERE / f"{name}.png")
        html = render_html(assessment, lexicon)
        page = written(Path(scratch) / "page.html", html)
        for name, (width, height, flags) in PAGES.items():
            shoot(options.browser, page, HERE / f"{name}.png", width=width, height=height, flags=flags)
        beside = render_html(beside_postings(assessment, engine), lexicon)
        for name, whole, section, height in (("postings", beside, "job", 1700), ("resume", html, "resume", 1250)):
            part = written(Path(scratch) / f"{name}.html", only(section, whole))
            shoot(options.browser, part, HERE / f"{name}.png", width=1100, height=height)
        paper = Path(scratch) / "page.pdf"
        browse(options.browser, page, f"--print-to-pdf={paper}")
        save(sheets(paper), HERE / "print.png")


def written(target: Path, page: str) -> str:
    """Write a page, and return its address."""
    target.write_text(page, "utf-8")
    return target.as_uri()


def only(section: str, page: str) -> str:
    """Leave one section of a page."""
    return page.replace("</style>", f"{ONLY.format(name=section)}</style>", 1)


def sheets(paper: Path) -> Image.Image:
    """Lay the first pages of a PDF side by side."""
    document = pypdfium2.PdfDocument(paper)
    pictures = [document[number].render(scale=1.0).to_pil() for number in range(min(SHEETS, len(document)))]
    width, height = pictures[0].size
    whole = Image.new("RGB", ((width + MARGIN) * len(pictures) + MARGIN, height + 2 * MARGIN), (150, 150, 150))
    for number, picture in enumerate(pictures):
        whole.paste(picture, (MARGIN + number * (width + MARGIN), MARGIN))
    return whole


def beside_postings(assessment: Assessment, engine: Engine) -> Assessment:
    """Lay the invented postings beside a resume."""
    files = [ROOT / "examples" / name for name in POSTINGS]
    read = [read_posting(file.read_bytes(), name=file.name, engine=engine) for file in files]
    return with_postings(assessment, read, engine=engine)


def terminal_page(coloured: str) -> str:
    """Turn the text of a terminal into a page that looks like one."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(coloured), soft_wrap=True)
    style = "body{background:#181a1f;margin:24px}pre{font:13.5px/1.45 monospace!important}"
    return console.export_html(theme=DARK, inline_styles=True).replace("</head>", f"<style>{style}</style></head>")


def shoot(browser: str, address: str, target: Path, *, width: int, height: int, flags: tuple[str, ...] = ()) -> None:
    """Write a picture of the top of a page."""
    browse(browser, address, f"--screenshot={target}", f"--window-size={width},{height}", *flags)
    save(Image.open(target), target)


def trim(target: Path) -> None:
    """Cut off what is empty below the last line of a terminal."""
    picture = Image.open(target).convert("RGB")
    difference = ImageChops.difference(picture, Image.new("RGB", picture.size, TERMINAL)).convert("L")
    content = difference.point(lambda value: 255 if value > FAINT else 0).getbbox()
    if content is not None:
        save(picture.crop((0, 0, picture.width, min(picture.height, content[3] + MARGIN))), target)


def save(picture: Image.Image, target: Path) -> None:
    """Write a picture with few colours: text and flat areas lose nothing by it."""
    picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        target, optimize=True
    )


def browse(browser: str, address: str, *flags: str) -> None:
    """Open a page once, in a fresh profile."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", *flags, address]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
