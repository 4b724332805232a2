"""Tells headings of sections from headings inside a position: "Achievements", "Tech stack" or "Key Projects" under each job.

Both have the same words. What tells them apart is what a reader sees: the main headings' look, the same words coming again under the next
job, and another job following before the next main heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from resumefit.core.resume import SectionKind
from resumefit.segment.headings import Heading
from resumefit.segment.headingwords import WORK
from resumefit.segment.looks import Look, Page
from resumefit.segment.wordings import names_part, plain

_OFTEN = 3


def without_subheadings(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Return the headings without those that head a part of a position."""
    order = sorted(known)
    main = _main_looks(page, known)
    repeated = Counter((plain(known[index].words), page.look(index)) for index in order)
    kept: dict[int, Heading] = {}
    for place, index in enumerate(order):
        heading, look = known[index], page.look(index)
        last = kept[max(kept)] if kept else None
        times = repeated[plain(heading.words), look] if heading.kind is not SectionKind.EXPERIENCE else 1
        # A look of its own kind among the main ones can only be equal to them; a narrow column beside has looks of its own.
        beside = last is not None and page.lines[index].column != page.lines[last.line].column
        weaker = look not in main and not beside and any(look.is_weaker_than(other) for other in main)
        if last is None or last.kind not in WORK:
            # Nobody heads three sections alike, nor a section within one of its own kind.
            if times < _OFTEN and not (weaker and last is not None and last.kind is heading.kind):
                kept[index] = heading
            continue
        stop = _next_main(page, order[place + 1 :], main, known)
        more = _work_follows(page, index, stop)
        inside = times > 1 or (weaker and (more or _names_part(heading)))
        inside = inside or (more and _is_plain_part(page, heading, look, last))
        if not inside:
            kept[index] = heading
    return kept


def _main_looks(page: Page, known: Mapping[int, Heading]) -> frozenset[Look]:
    """Return the looks that two or more different sections share, and no position's parts do: the strongest first, and its equals."""
    kinds: dict[Look, set[SectionKind]] = {}
    times: Counter[Look] = Counter()
    words: dict[Look, set[str]] = {}
    for index, heading in known.items():
        look = page.look(index)
        kinds.setdefault(look, set()).add(heading.kind)
        words.setdefault(look, set()).add(plain(heading.words))
        times[look] += 1
    shared = {
        look: len(found) for look, found in kinds.items() if len(found) >= 2 and times[look] <= len(words[look]) * 1.5
    }
    if not shared:
        return frozenset(page.look(index) for index, heading in known.items() if heading.kind is SectionKind.EXPERIENCE)
    strong = [
        look for look in shared if not any(look.is_weaker_than(other) and not other.is_weaker_than(look) for other in shared)
    ]
    return frozenset(strong)


def _next_main(page: Page, later: Sequence[int], main: frozenset[Look], known: Mapping[int, Heading]) -> int:
    """Return the line of the next heading that is surely one of a section; the number of lines for none."""
    return next((index for index in later if page.look(index) in main and not _names_part(known[index])), len(page.lines))


def _work_follows(page: Page, index: int, stop: int) -> bool:
    return any(page.is_work_head(other) for other in range(index + 1, stop))


def _names_part(heading: Heading) -> bool:
    return names_part(heading.words)


def _is_plain_part(page: Page, heading: Heading, look: Look, last: Heading) -> bool:
    """Tell a part of a position whose look is the main headings' own, in a document that sets little apart."""
    if heading.kind in (SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.EDUCATION, SectionKind.PROJECTS):
        return False
    return not look.is_telling or _names_part(heading) or look.is_weaker_than(page.look(last.line))
