"""A counterfactual check as text and as JSON."""

from __future__ import annotations

import textwrap

from resumefit.audit.as_json import Json, dump
from resumefit.audit.as_text import WIDTH, table
from resumefit.audit.counterfactual import Counterfactual, Moved
from resumefit.audit.strangers import BIRTH_YEARS, FILE_NAMES, PLACES, SCHOOLS, STRANGERS

_NAMED = 5  # of the files that are no resumes
COUNTERFACTUAL_SCHEMA = "resumefit.counterfactual/1"
MEANING = (
    "Each resume is scored as it is, then again with another name, pronoun, school, city, year of birth or file name in its text, and "
    "every score, point and piece of evidence is compared. None may move. What the resumes say of the work is not touched, and no "
    "claim is made of how people are chosen after a score is read."
)
KIND_MEANINGS = {
    "name": f"{len(STRANGERS)} names: of four groups, a woman's and a man's each, and some that are also words or tools",
    "pronoun": "she/her, he/him and they/them, in place of those in the text or put in after the name",
    "school": f"{len(SCHOOLS)} kinds of school in place of those in the education section",
    "city": f"{len(PLACES)} places, some also words or tools, in place of where the person lives and worked",
    "birth year": f"{len(BIRTH_YEARS)} years in place of the one given, or put in beside the contact",
    "file name": f"{len(FILE_NAMES)} names of the file, one of a person and one of skills",
}


def summary(found: Counterfactual) -> str:
    """Say in a sentence how it went."""
    versions = sum(count for entry in found.checked for _, count in entry.scored)
    resumes = f"{len(found.checked)} resume{'' if len(found.checked) == 1 else 's'}"
    if not found.checked:
        return "No resume could be read, so nothing was shown."
    if not found.moved:
        return f"Nothing moved: {resumes}, scored again in {versions} versions, kept every score, point and piece of evidence."
    return f"{len(found.moved)} of {versions} versions of {resumes} moved something. That is a fault of resumefit: please report it."


def counterfactual_text(found: Counterfactual) -> str:
    """Return the check for a terminal, ending with a line break."""
    lines = ["Counterfactuals", *textwrap.wrap(summary(found), WIDTH), ""]
    rows = [(kind, str(resumes), str(versions), str(moved)) for kind, resumes, versions, moved in found.by_kind()]
    lines += [*table(("swapped", "resumes", "versions", "moved"), rows), ""]
    for words in (*not_swapped(found), *(f"{entry.file}: not read, {entry.problem}." for entry in found.unread)):
        lines += textwrap.wrap(words, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
    for moved in found.moved:
        lines += [
            "",
            f"MOVED {moved.file}: {moved.swap.kind} {moved.swap.said}",
            *(f"  {words}" for words in _what(moved)),
        ]
    lines += ["", *textwrap.wrap(MEANING, WIDTH)]
    for kind, meaning in KIND_MEANINGS.items():
        lines += textwrap.wrap(f"{kind}: {meaning}.", WIDTH, initial_indent="- ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def not_swapped(found: Counterfactual) -> list[str]:
    """Say of which resumes something could not be swapped, because it was not found in them, and which files are no resumes."""
    counts = ((kind, len(found.checked) - resumes) for kind, resumes, _, _ in found.by_kind())
    notes = [f"No {kind} was found to swap in {count} of {len(found.checked)}." for kind, count in counts if count]
    if found.others:
        listed = ", ".join(found.others[:_NAMED]) + (", ..." if len(found.others) > _NAMED else "")
        notes.append(f"{len(found.others)} {'file is' if len(found.others) == 1 else 'files are'} no resume and not counted: {listed}.")
    return notes


def _what(moved: Moved) -> list[str]:
    words = [f"{role} {before:.1f} -> {after:.1f}" for role, before, after in moved.roles]
    return [", ".join(words), f"competencies: {', '.join(moved.competencies) or 'none; gaps only'}"]


def counterfactual_json(found: Counterfactual) -> str:
    """Return the check as one object with a final line break."""
    value: Json = {
        "schema": COUNTERFACTUAL_SCHEMA,
        "summary": summary(found),
        "resumes": len(found.checked),
        "swaps": {
            kind: {"resumes": resumes, "versions": versions, "moved": moved, "meaning": KIND_MEANINGS[kind]}
            for kind, resumes, versions, moved in found.by_kind()
        },
        "moved": [
            {
                "file": moved.file,
                "kind": moved.swap.kind,
                "swap": moved.swap.said,
                "roles": {role: {"before": before, "after": after} for role, before, after in moved.roles},
                "competencies": list(moved.competencies),
            }
            for moved in found.moved
        ],
        "unread": [{"file": entry.file, "code": entry.code, "problem": entry.problem} for entry in found.unread],
        "no_resumes": list(found.others),
        "meaning": MEANING,
    }
    return dump(value)
