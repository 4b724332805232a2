"""Writes the cards of the models over hashed features and sentence vectors: what each is for, what it was made from, how well it does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_HEADS = """# head_cells

Tells what a part of a position's head is: a title, an employer, a place, a field of work ("Payments"), or none of these. It knows the
words and their forms only; which reading of a whole head is right, the lines around and the other heads of the document decide
(`segment/readings.py`, docs/positions.md).

- **Kind**: multinomial logistic regression (scikit-learn) over words, pairs of words, their first and last letters, case, length, and what
  the word lists of `segment/` say
- **Made from**: `training/head_cells/`: lists written by hand for this project, put into the forms that heads give them (ranks, fields,
  legal forms, cities, capitals); `resumefit train head_cells` makes it again
- **Files**: `model.skops` is the fitted estimator; `weights.npz` holds the same coefficients, with the vocabulary, for prediction without
  scikit-learn. `meta.json` holds the sha256 of both
- **Not for**: deciding about people. It sees a few words of a head, and no score sees what it says: only where positions begin and end, and
  what their titles are, follows from it
"""
_HEADS_SAY = {
    "held_out_title": "titles known as titles",
    "held_out_firm": "employers known as employers",
    "held_out_place": "places known as places",
    "held_out_field": "fields of work known as fields",
    "held_out_other": "what is none of them known as none",
    "held_out_mean": "mean of these five",
    "features": "features kept",
    "forms": "forms fitted on",
}
_ABOUT = {
    "skill_status": """# skill_status

A second opinion on how a line speaks of a skill: done, listed, wished for, denied, or somebody else's. The rules of `match/` speak first,
and their verdict is among its features; it decides where they are silent, and against them where it is sure.

- **Kind**: multinomial logistic regression (scikit-learn) over hashed features of the words round a mention, runs of word classes
  ("was PAST by THIRD"), the rules' verdict, and mean static word vectors of what stands before and after
- **Made from**: `training/skill_status/`, written by hand for this project; `resumefit train` makes it again
- **Not for**: deciding about people. It sees one line; names of people and places, and gender, are not among its features
""",
    "evidence_in_context": """# evidence_in_context

Tells how far `competency_evidence` is to be believed, given how sure it is, where the sentence stands, and what the resume names
elsewhere (`match/context.py`). What it says is the confidence that a report shows of a paraphrase.

- **Kind**: logistic regression (scikit-learn) over some ten numbers and the competency in question
- **Made from**: `training/evidence_in_context/`, resumes written and labelled for this project; `resumefit train` makes it again
- **Not for**: deciding about people. Names of people and places, and gender, are not among its numbers
""",
    "word_sense": """# word_sense

Tells whether a word that has several senses stands for the skill: "Docker at the wharf" or "Docker in the build". The guards of the
lexicon speak first, and what they say is among its features; it takes away what they let pass, and gives back what only lacked a word.

- **Kind**: logistic regression (scikit-learn) over hashed features of the word, its neighbours and the other skills of the line, and mean
  static word vectors of the line and of what stands near
- **Made from**: `training/word_sense/`, written by hand for this project, with the marks of `training/skill_status/`, the lexicon's example
  lines, and the lines of `training/competency_evidence/negatives/`; `resumefit train` makes it again
- **Not for**: deciding about people. It sees one line; names of people and places are not among its features
""",
    "sentence_evidence": """# sentence_evidence

Tells which competency a resume sentence shows when it uses none of the competency's usual terms. With `--semantic` it is asked beside
`competency_evidence`, and what both say together is taken (`learned/sentences.py`); it abstains when unsure.

- **Kind**: multinomial logistic regression (scikit-learn) over the vectors of `sentence_encoder`
- **Made from**: `training/competency_evidence/`, written by hand for this project; `resumefit train` makes it again,
  but for last digits that the matrix products of another processor may turn out differently
- **Not for**: deciding about people. It sees one sentence and knows nothing of the person; names of people and places are taken out before
""",
}
_SAYS = {
    "marks": "marks",
    "status_right": "the very status is right",
    "counted": "of what was done or listed, share that is counted",
    "kept_out": "of what is wished for, denied or another's, share that is left out",
    "resumes": "resumes",
    "cases": "cases: competencies that `competency_evidence` sees in a sentence or a part of one",
    "believed_right": "of what is believed, share that a person saw, too",
    "right_believed": "of the cases in which a person saw it, too, share that is believed",
    "candidates": "candidates",
    "skill_kept": "of words that mean the skill, share kept",
    "lines": "lines that show a competency",
    "negatives": "lines that show none",
    "other_refused": "of words in another sense, share refused",
}


_CROSS_VALIDATED = (
    "By cross-validation over lines; `resumefit train` prints them. Lines that are left out come from the same writers as those fitted\n"
    "on, and many were written to be hard; docs/quality.md has figures on lines of others."
)
_OF_RESUMES = (
    "By cross-validation: each fifth of the resumes is judged by models, this and the one whose answers it weighs, that were fitted\n"
    "without it. `resumefit train` prints them."
)
_KNOWN_TO_ITS_ENCODER = (
    "Its encoder was fitted to the same lines, so that cross-validation would flatter. docs/quality.md has figures on lines that neither\n"
    "had seen, and on lines of others."
)


def write_short_card(path: Path, *, name: str, figures: Mapping[str, float]) -> None:
    """Write the card of the model `name` for its figures."""
    rows = [f"| {_SAYS[key]} | {value:g} |" for key, value in figures.items()]
    text = "\n".join([
        _ABOUT[name],
        "**Files**: `model.skops` is the fitted estimator; `weights.npz` holds the same coefficients for prediction without scikit-learn.",
        "`meta.json` holds the sha256 of both.", "",
        "## Figures", "",
        {"sentence_evidence": _KNOWN_TO_ITS_ENCODER, "evidence_in_context": _OF_RESUMES}.get(name, _CROSS_VALIDATED), "",
        "| | |", "|---|---|", *rows, "",
    ])
    path.write_text(text, "utf-8")


def write_head_card(path: Path, *, figures: Mapping[str, float]) -> None:
    """Write the card of the model of heads for figures on entries left out."""
    rows = [f"| {_HEADS_SAY[key]} | {value:g} |" for key, value in figures.items()]
    text = "\n".join([
        _HEADS,
        "## Figures", "",
        "Each of five parts of the lists is judged, as written and without the lines around, by a model that saw none of its entries;",
        "`resumefit train head_cells` prints them. An employer may have any name and a field is often also a title's last words, so words",
        "alone leave much open; docs/positions.md tells of whole positions.", "",
        "| | |", "|---|---|", *rows, "",
        "It knows English best; of German, French, Spanish, Portuguese, Italian, Dutch and the Nordic languages only common titles.", "",
    ])
    path.write_text(text, "utf-8")
