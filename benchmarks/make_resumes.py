"""Makes N resumes out of the examples' lines, to measure a scan with; the same seed gives the same bytes.

    python benchmarks/make_resumes.py FOLDER [--count 5000] [--seed 7]

Seven formats in turn. Of 5,000, 50 are broken (1 %), 50 are near-duplicates of an earlier one (one line changed, another
format), and always 3 are hostile: an unpacking bomb, groups nested 100,000 deep, a page tree that contains itself.
"""

from __future__ import annotations

import argparse
import html
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from resumefit.read import read_document

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FIRST = (
    "Ada",
    "Bao",
    "Carla",
    "Dmitri",
    "Esi",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jomo",
    "Kaia",
    "Liam",
    "Mei",
    "Nils",
)
LAST = (
    "Abara",
    "Brandt",
    "Castillo",
    "Dahl",
    "Eriksen",
    "Fontaine",
    "Gupta",
    "Hale",
    "Ito",
    "Jansen",
    "Kovacs",
    "Lund",
)
HOSTILE = 3
SHARE_BROKEN = SHARE_NEAR = 100  # one in so many
Lines = tuple[str, ...]


def write_txt(lines: Lines) -> bytes:
    return "\n".join(lines).encode()


def write_md(lines: Lines) -> bytes:
    return ("# " + "\n\n".join(lines)).encode()


def write_html(lines: Lines) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def write_rtf(lines: Lines) -> bytes:
    def escaped(line: str) -> str:
        plain = line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else 63}?" for c in plain)

    return ("{\\rtf1\\ansi\\deff0 " + "".join(f"{escaped(line)}\\par\n" for line in lines) + "}").encode("ascii")


def write_docx(lines: Lines) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:  # the same parts with a fixed date, for the same bytes
        return _zipped({info.filename: archive.read(info) for info in archive.infolist()})


def write_odt(lines: Lines) -> bytes:
    body = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    )
    return _zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def write_pdf(lines: Lines) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    height = A4[1] - 50
    for line in lines:
        for part in simpleSplit(line, "Helvetica", 10, A4[0] - 100):
            if height < 50:
                canvas.showPage()
                height = A4[1] - 50
            canvas.setFont("Helvetica", 10)
            canvas.drawString(50, height, part)
            height -= 13
    canvas.save()
    return made.getvalue()


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, method)
    return made.getvalue()


WRITERS: dict[str, Callable[[Lines], bytes]] = {
    "pdf": write_pdf, "docx": write_docx, "html": write_html, "txt": write_txt, "md": write_md, "rtf": write_rtf,
    "odt": write_odt,
}  # fmt: skip


def hostile() -> dict[str, bytes]:
    """Return the three files that try to take the reader down."""
    bomb = {"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(400_000_000)}
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n"
    return {
        "hostile-bomb.docx": _zipped(bomb),
        "hostile-nested.rtf": b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}",
        "hostile-loop.pdf": pdf + b"trailer<</Root 1 0 R>>\n%%EOF\n",
    }


def example_lines() -> list[Lines]:
    """Return the lines of each example resume, in reading order."""
    paths = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".pdf", ".docx", ".odt"))
    texts = [read_document(path.read_bytes(), name=path.name).text for path in paths]
    return [tuple(line.strip() for line in text.splitlines() if line.strip()) for text in texts]


def invented(examples: list[Lines], number: int, chance: random.Random) -> Lines:
    """Make one person: an example with some lines left out, two borrowed, and another name and address."""
    base, other = chance.sample(examples, 2)
    kept = [line for line in base[2:] if "@" not in line and chance.random() > 0.2]
    for line in chance.sample([line for line in other[4:] if len(line) > 60 and "@" not in line], 2):
        kept.insert(chance.randrange(len(kept) // 2, len(kept)), line)
    first, last = chance.choice(FIRST), chance.choice(LAST)
    address = f"{first.lower()}.{last.lower()}{number}@example.com"
    return (f"{first} {last}", f"{address} | 555-01{number % 100:02}", *kept)


def make(folder: Path, *, count: int, seed: int) -> None:
    """Write `count` files into `folder`."""
    chance = random.Random(seed)  # noqa: S311  # a repeatable choice, not a secret
    folder.mkdir(parents=True, exist_ok=True)
    examples = example_lines()
    suffixes = tuple(WRITERS)
    broken, near = count // SHARE_BROKEN, count // SHARE_NEAR
    people = [invented(examples, number, chance) for number in range(count - HOSTILE - broken - near)]
    versions = [(*lines[:-1], f"{lines[-1]} Updated.") for lines in chance.sample(people, near)]
    for number, lines in enumerate([*people, *versions]):
        # Versions are shifted by one, so that they come in another format than a neighbour's turn would give.
        suffix = suffixes[(number + (number >= len(people))) % len(suffixes)]
        (folder / f"{number:06}.{suffix}").write_bytes(WRITERS[suffix](lines))
    for number in range(broken):
        suffix = ("pdf", "docx", "odt")[number % 3]
        whole = WRITERS[suffix](invented(examples, number, chance))
        (folder / f"broken-{number:04}.{suffix}").write_bytes(whole[: chance.randrange(20, len(whole) // 4)])
    for name, data in hostile().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    make(asked.folder, count=asked.count, seed=asked.seed)
    print(f"{sum(1 for _ in asked.folder.iterdir())} files in {asked.folder}")
