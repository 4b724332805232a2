"""The one module that knows the order: read, segment, match, score.

`Engine` holds what is loaded once (lexicon, advice, models, the matcher); `analyze` takes one resume the whole way. The stages
are imported where they begin, because each compiles dozens of expressions, and who only matches lines needs neither `segment` nor `score`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from resumefit.core.assessment import Assessment, JobMatch, Provenance
from resumefit.core.document import Document
from resumefit.core.garbage import collection_paused
from resumefit.core.lexicon import Advice, Lexicon, Role
from resumefit.core.months import current_month, parse_month
from resumefit.core.resume import Resume, YearMonth
from resumefit.errors import MissingFile, OverLimit, UsageError
from resumefit.learned import (
    WORD_VECTORS,
    CellModel,
    load_cell_model,
    load_context_model,
    load_hashed_model,
    load_semantic_model,
    load_text_model,
    load_word_vectors,
)
from resumefit.lexicon import load_advice, load_lexicon
from resumefit.provenance import (
    CONTEXT_MODEL,
    PARAPHRASE_MODEL,
    SEMANTIC_MODEL,
    SENSE_MODEL,
    STATUS_MODEL,
    provenance_of,
)
from resumefit.read import DEFAULT_LIMITS, read_document
from resumefit.read.isolated import Progress, read_isolated, run_isolated
from resumefit.resources import data_dir

if TYPE_CHECKING:
    from resumefit.match import Matcher
    from resumefit.score import Posting


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that is loaded once and serves any number of resumes. `cells` tells titles from employers."""

    lexicon: Lexicon
    cells: CellModel
    advice: Mapping[str, Advice]
    matcher: Matcher
    provenance: Provenance

    def roles(self, role_ids: Sequence[str] | None = None) -> tuple[Role, ...]:
        """Return the roles with these ids, all for None; UsageError names the known ones when one is unknown."""
        known = {role.id: role for role in self.lexicon.roles}
        for role_id in role_ids or ():
            if role_id not in known:
                raise UsageError(f"there is no role '{role_id}'", f"Known roles: {', '.join(known)}")
        return tuple(known[role_id] for role_id in role_ids) if role_ids else self.lexicon.roles


def load_engine(*, overlay: Path | None = None, semantic: bool = False) -> Engine:
    """Load lexicon, models and matcher; `overlay` is a folder of lexicon files laid over our own.

    `semantic` also asks a sentence encoder what a sentence shows in other words: more is found, at the cost that docs/quality.md gives.
    """
    with collection_paused():  # of some hundred thousand objects that all stay: a tenth of the time
        return _loaded(overlay=overlay, semantic=semantic)


def _loaded(*, overlay: Path | None, semantic: bool) -> Engine:
    from resumefit.match import build_matcher

    folder = data_dir("skill_lexicon")
    lexicon = load_lexicon(folder, overlay=overlay)
    models = data_dir("models")
    vectors = load_word_vectors(models / WORD_VECTORS)
    words = load_text_model(models, PARAPHRASE_MODEL, vectors=vectors)
    context = load_context_model(models, CONTEXT_MODEL, evidence=words.meta)
    both = load_semantic_model(models, SEMANTIC_MODEL, words=words) if semantic else None
    statuses = load_hashed_model(models, STATUS_MODEL, vectors=vectors)
    senses = load_hashed_model(models, SENSE_MODEL, vectors=vectors)
    cells = load_cell_model(models)
    return Engine(
        lexicon=lexicon,
        cells=cells,
        advice=load_advice(folder, overlay=overlay),
        matcher=build_matcher(lexicon, paraphrases=(both or words, context), statuses=statuses, senses=senses, english=vectors.index),
        provenance=provenance_of(
            lexicon, (words.meta, context.meta, statuses.meta, senses.meta, cells.meta, *(both.metas if both else ()))
        ),
    )


def read_file(path: Path) -> bytes:
    """Return the file's bytes; MissingFile or OverLimit, with the remedy, instead of an OSError.

    No more than the limit is ever read: devices and pipes have no size, and files grow.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise MissingFile(name, "this is a folder", "Name a file, or use `resumefit scan` for a folder")
        with path.open("rb") as stream:
            return read_bounded(stream, name=name)
    except FileNotFoundError as error:
        raise MissingFile(name, "there is no such file", "Check the spelling and the folder") from error
    except OSError as error:
        raise MissingFile(name, f"the file cannot be opened ({error.strerror})", "Check its permissions") from error


def read_bounded(stream: BinaryIO, *, name: str) -> bytes:
    """Return what a stream gives until it ends; OverLimit as soon as it gives more than a file may have."""
    most = DEFAULT_LIMITS.file_bytes
    data = stream.read(most + 1)
    if len(data) > most:
        raise OverLimit(name, f"it has more than {most // 1_000_000} MB", "Export the resume again without large images")
    return data


def understand(
    data: bytes,
    *,
    name: str,
    headings: Mapping[str, tuple[str, ...]],
    as_of: YearMonth,
    cells: CellModel | None = None,
    password: str | None = None,
    blind: bool = False,
    isolated: bool = False,
    progress: Callable[[str], None] | None = None,
    own_date: bool = False,
) -> tuple[Document, Resume]:
    """Read and segment one file; with `blind`, personal data is replaced before anything else sees the text.

    `cells` are an engine's; without them they are loaded, which takes some 10 ms, or ModelError when their folder was changed.
    `isolated` does so in a child process, so that a file which crashes a native library ends in ReaderCrashed, and one that takes
    too long in OverLimit. `progress` is told of what takes long. `own_date` is for a month that the user did not choose: 'present'
    in an old document then ends at the date that the document gives itself.
    """
    import resumefit.segment  # noqa: F401  # here and not in the child, which would import it again for every resume

    work = partial(
        _understand, data, name=name, headings=headings, cells=cells or load_cell_model(data_dir("models")), as_of=as_of,
        password=password, blind=blind, own_date=own_date,
    )
    return run_isolated(work, name=name, progress=progress) if isolated else work(progress)


def _understand(
    data: bytes,
    progress: Progress | None,
    *,
    name: str,
    headings: Mapping[str, tuple[str, ...]],
    cells: CellModel,
    as_of: YearMonth,
    password: str | None,
    blind: bool,
    own_date: bool,
) -> tuple[Document, Resume]:
    from resumefit.segment import redact, segment

    document = read_document(data, name=name, password=password, progress=progress)
    resume = segment(document, headings=headings, cells=cells, as_of=as_of, own_date=own_date)
    return redact(document, resume) if blind else (document, resume)


def assess(
    document: Document, resume: Resume, *, engine: Engine, roles: Sequence[str] | None = None, blind: bool = False
) -> Assessment:
    """Match and score a resume that has been read and segmented."""
    from resumefit.match.outcome import has_outcome
    from resumefit.score import check_hygiene, recommend, score_role, seniority_of

    mentions = engine.matcher.match(document, resume)
    scored = tuple(
        score_role(
            role, document=document, resume=resume, mentions=mentions, lexicon=engine.lexicon, advice=engine.advice
        )
        for role in engine.roles(roles)
    )
    return Assessment(
        produced_by=engine.provenance,
        as_of=resume.as_of,
        document=document,
        resume=resume,
        mentions=mentions,
        roles=scored,
        recommendation=recommend(scored, lexicon=engine.lexicon),
        blind=blind,
        hygiene=check_hygiene(document, resume, mentions, tells_result=has_outcome),
        seniority=seniority_of(resume),
    )


def read_posting(data: bytes, *, name: str, engine: Engine, isolated: bool = False) -> Posting:
    """Read a job posting, in any format that a resume may have, and find its skills. `isolated` is as for `understand`."""
    from resumefit.score import Posting

    read = read_isolated if isolated else read_document
    text = read(data, name=name).text
    return Posting(name=name, text=text, mentions=engine.matcher.match_text(text))


def compare_with_job(assessment: Assessment, posting: Posting, *, engine: Engine) -> JobMatch:
    """Lay a posting beside a resume's evidence."""
    from resumefit.score import match_job

    return match_job(posting, assessment, lexicon=engine.lexicon, advice=engine.advice)


def with_postings(assessment: Assessment, postings: Sequence[Posting], *, engine: Engine) -> Assessment:
    """Return the assessment with each posting laid beside it, in the order given."""
    jobs = tuple(compare_with_job(assessment, posting, engine=engine) for posting in postings)
    return replace(assessment, job=jobs[0] if jobs else None, jobs=jobs)


def analyze(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    as_of: YearMonth | str | None = None,
    roles: Sequence[str] | None = None,
    blind: bool = False,
    password: str | None = None,
    engine: Engine | None = None,
    isolated: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Assessment:
    """Report how ready one person is, and what is missing.

    `source` is a path, or the file's bytes. `as_of` ("2026-11") is the month in which 'present' ends: unless given, this month
    or, in an old document, the month that it gives itself. `roles` are role ids, all unless given. `isolated` and `progress`
    are as for `understand`. Pass an `engine` from `load_engine` to analyse many. Raises the errors of `resumefit.errors`:
    FileError for a file that cannot be read, NoText for one without words.
    """
    data = source if isinstance(source, bytes) else read_file(Path(source))
    shown = name or ("resume" if isinstance(source, bytes) else Path(source).name)
    engine = engine or load_engine()
    engine.roles(roles)
    month = parse_month(as_of) if isinstance(as_of, str) else as_of or current_month()
    document, resume = understand(
        data,
        name=shown,
        headings=engine.lexicon.headings,
        cells=engine.cells,
        as_of=month,
        password=password,
        blind=blind,
        isolated=isolated,
        progress=progress,
        own_date=as_of is None,
    )
    return assess(document, resume, engine=engine, roles=roles, blind=blind)
