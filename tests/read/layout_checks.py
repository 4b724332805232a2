"""What must hold for the fictional resume of tests/data/read/sources/content.py, whatever its layout."""

from __future__ import annotations

import importlib.util
import itertools
import re
import sys
from pathlib import Path
from types import ModuleType

DATA = Path(__file__).resolve().parent.parent / "data" / "read"


def load_content() -> ModuleType:
    """Import the words that the fixtures show."""
    spec = importlib.util.spec_from_file_location("layout_content", DATA / "sources" / "content.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["layout_content"] = module
    spec.loader.exec_module(module)
    return module


CONTENT = load_content()


def flat(text: str) -> str:
    """Write a text on one line, in small letters, with plain hyphens."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("–—•", "-- "))).strip().casefold()


def problems(text: str, *, switches: int) -> list[str]:
    """List what is torn, out of order or not on a line of its own. `switches`: how often main and side may alternate."""
    whole = flat(text)
    found = [f"torn: {phrase}" for phrase in _phrases() if flat(phrase) not in whole]
    reached = -1
    main: list[int] = []
    for title, company, _, dates, bullets in CONTENT.JOBS:
        first = whole.find(flat(bullets[0]))
        strays = [piece for piece in (company, dates) if not reached < whole.find(flat(piece)) < first]
        found += [f"not between the entry before and its first bullet: {piece}" for piece in strays]
        for bullet in bullets:
            place = whole.find(flat(bullet))
            if place < reached:
                found.append(f"out of order: {bullet}")
            reached = max(reached, place)
            main.append(place)
        assert title
    for degree, _, dates in CONTENT.EDU:
        if not -80 < whole.find(flat(degree)) - whole.find(flat(dates)) < 80:
            found.append(f"far from its dates: {degree}")
    side = [whole.find(flat(item)) for item in (*(line for _, line in CONTENT.SKILLS), *CONTENT.LANGS, *CONTENT.CERTS)]
    sides = [kind for _, kind in sorted([(p, "main") for p in main] + [(p, "side") for p in side])]
    changes = sum(a != b for a, b in itertools.pairwise(sides))
    if changes > switches:
        found.append(f"columns mixed: {changes} changes")
    lines = {re.sub(r"^\W+|\W+$", "", flat(line)) for line in text.split("\n")}
    found += [
        f"not on its own line: {h}"
        for h in (*CONTENT.MAINH, *CONTENT.SIDEH)
        if flat(h) in whole and flat(h) not in lines
    ]
    return found


def _phrases() -> list[str]:
    jobs = [piece for title, company, _, dates, bullets in CONTENT.JOBS for piece in (title, company, dates, *bullets)]
    skills = [line for _, line in CONTENT.SKILLS]
    return [
        CONTENT.NAME,
        CONTENT.SUMMARY,
        *jobs,
        *skills,
        *CONTENT.LANGS,
        *CONTENT.CERTS,
        *(text for _, text in CONTENT.PROJ),
    ]
