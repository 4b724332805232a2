"""Takes the pictures of the reports that the documents show.

    python docs/screenshots/make.py [--browser chromium] [--resume examples/priya-raman-ai-pm.pdf]

Writes terminal.png, page-390.png, page-768.png, page-1440.png, page-dark.png and print.png beside this file. Needs a
Chromium; nothing is asked of the network, and each run has a profile of its own.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from resumefit.pipeline import analyze, load_engine
from resumefit.report import render_html, render_text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AS_OF = "2026-11"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--no-pdf-header-footer",
)
PAGES = {  # name: (width, height, more flags)
    "page-390": (390, 1900, ()),
    "page-768": (768, 1700, ()),
    "page-1440": (1440, 1700, ()),
    "page-dark": (1100, 1500, ("--blink-settings=preferredColorScheme=0",)),
}
DARK = TerminalTheme(
    (24, 26, 31), (226, 226, 222),
    [(24, 26, 31), (230, 110, 100), (120, 200, 130), (226, 186, 100), (120, 170, 245), (195, 160, 247), (90, 205, 200),
     (226, 226, 222)],
)


def main() -> None:
    """Take all the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--resume", type=Path, default=ROOT / "examples" / "priya-raman-ai-pm.pdf")
    options = parser.parse_args()
    engine = load_engine()
    assessment = analyze(options.resume, as_of=AS_OF, engine=engine)
    with tempfile.TemporaryDirectory() as scratch:
        page, terminal = Path(scratch) / "page.html", Path(scratch) / "terminal.html"
        page.write_text(render_html(assessment, engine.lexicon), "utf-8")
        terminal.write_text(terminal_page(render_text(assessment, engine.lexicon, width=88, colour=True)), "utf-8")
        shoot(options.browser, terminal, HERE / "terminal.png", width=820, height=1500)
        for name, (width, height, flags) in PAGES.items():
            shoot(options.browser, page, HERE / f"{name}.png", width=width, height=height, flags=flags)
        paper = Path(scratch) / "page.pdf"
        browse(options.browser, page, f"--print-to-pdf={paper}")
        first = pypdfium2.PdfDocument(paper)[0]
        first.render(scale=1.4).to_pil().save(HERE / "print.png")


def terminal_page(coloured: str) -> str:
    """Turn the text of a terminal into a page that looks like one."""
    console = Console(record=True, width=88, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(coloured), soft_wrap=True)
    style = "body{background:#181a1f;margin:24px}pre{font:13.5px/1.45 monospace!important}"
    return console.export_html(theme=DARK, inline_styles=True).replace("</head>", f"<style>{style}</style></head>")


def shoot(
    browser: str, page: Path, target: Path, *, width: int, height: int, flags: tuple[str, ...] = ()
) -> None:
    """Write a picture of the top of a page."""
    browse(browser, page, f"--screenshot={target}", f"--window-size={width},{height}", *flags)


def browse(browser: str, page: Path, *flags: str) -> None:
    """Open a page once, in a fresh profile."""
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
