"""What one worker process does with one file: read, analyse, and give back a small value; never an exception for a bad file.

The engine is loaded once in each process. A memory limit keeps one file from taking the machine down with it.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import replace

from resumefit.batch.fingerprint import min_hash
from resumefit.batch.options import POSTING, Options
from resumefit.batch.sources import Source, read_source
from resumefit.core.assessment import Assessment, JobMatch
from resumefit.core.marks import BEFORE_WORDS
from resumefit.core.resume import PersonalKind, Resume
from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import FileError
from resumefit.pipeline import Engine, assess, load_engine, read_posting, understand, with_postings
from resumefit.report import render_html, render_json
from resumefit.score import Posting
from resumefit.segment import redact

_STRONGEST = 3
_MAIN_GAPS = 3

_engine: Engine | None = None
_options: Options | None = None
_posting: Posting | None = None


def start_worker(options: Options) -> None:
    """Load the engine in a new worker process, under its memory limit."""
    global _engine, _options, _posting  # one engine a process is the point of a worker
    _limit_memory(options.memory_mb)
    _engine, _options = load_engine(overlay=options.overlay, semantic=options.semantic), options
    _posting = load_posting(options, _engine)


def load_posting(options: Options, engine: Engine) -> Posting | None:
    """Read the posting of a scan, if it has one."""
    given = options.posting
    return read_posting(given.data, name=given.name, engine=engine) if given is not None else None


def scan_one(source: Source, candidate: str) -> Scanned | Failed:
    """Analyse one file in a started worker."""
    if _engine is None or _options is None:
        raise RuntimeError("scan_one was called in a process that start_worker has not prepared")
    try:
        data = read_source(source)
    except FileError as error:
        return Failed(None, error.code, _without_name(error.problem, source), error.remedy)
    return scan_bytes(data, name=source.name, candidate=candidate, engine=_engine, options=_options, posting=_posting)


def scan_bytes(
    data: bytes, *, name: str, candidate: str, engine: Engine, options: Options, posting: Posting | None = None,
    isolated: bool = False,
) -> Scanned | Failed:
    """Analyse one file's bytes; `candidate` is the name that the report shows in a blind scan.

    `isolated` reads in a child process with a time and memory limit, for workers whose death would cost more than this file.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        document, resume = understand(
            data, name=name, headings=engine.lexicon.headings, cells=engine.cells, as_of=options.as_of, isolated=isolated,
            own_date=options.own_date,
        )
    except FileError as error:
        return Failed(sha256, error.code, error.problem, error.remedy)
    person, contact = resume.name, _contact_hash(document.text, resume)
    if options.blind:
        document, resume = redact(document, resume)
        document = replace(document, name=candidate)
    report = assess(document, resume, engine=engine, blind=options.blind)
    scores = [RoleScore(role.role, role.score, role.low, role.high, str(role.level)) for role in report.roles]
    if posting is not None:
        report = with_postings(report, (posting,), engine=engine)
        scores.append(_against(report.jobs[0]))
    return Scanned(
        sha256=sha256,
        state=str(document.state),
        roles=tuple(scores),
        years_product=resume.years_product,
        evidence=_strongest(report),
        gaps=_main_gaps(report, engine),
        cautions=tuple(caution.message for caution in (*document.cautions, *resume.cautions)),
        report=zlib.compress(render_json(report, engine.lexicon).encode("utf-8"), 6),
        fingerprint=min_hash(document.text),  # of the redacted text in a blind scan: no trace of a name
        contact_hash=contact,
        name=person,
        latest=_latest(resume),
        page=zlib.compress(render_html(report, engine.lexicon).encode("utf-8"), 6) if options.pages else None,
    )


def _against(match: JobMatch) -> RoleScore:
    asked = len(match.required) + len(match.preferred)
    return RoleScore(POSTING, match.score, match.score, match.score, f"{len(match.matched)} of {asked} skills")


def _latest(resume: Resume) -> str:
    """Return the month in which the person last started or ended something: `present` is the same in old and new versions."""
    months = [
        month for position in resume.positions if position.worked is not None
        for month in (position.worked.start, *(() if position.is_current else (position.worked.stop - 1,)))
    ]
    return f"{max(months) // 12:04d}-{max(months) % 12 + 1:02d}" if months else ""


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _contact_hash(text: str, resume: Resume) -> str | None:
    """Hash the first e-mail address, else phone number; the store hashes it once more with a secret, or it could be guessed."""
    for kind in (PersonalKind.EMAIL, PersonalKind.PHONE):
        for personal in resume.personal:
            if personal.kind is kind:
                written = text[personal.span.start : personal.span.stop].casefold()
                plain = re.sub(r"\D", "", written) if kind is PersonalKind.PHONE else re.sub(r"\s", "", written)
                return hashlib.sha256(f"{kind}:{plain}".encode()).hexdigest()[:32]
    return None


def _strongest(report: Assessment) -> tuple[str, ...]:
    """Quote the best evidence over all roles, one sentence a competency."""
    scored = sorted(
        (entry for role in report.roles for entry in role.competencies if entry.evidence),
        key=lambda entry: (-entry.points, entry.id),
    )
    quotes: dict[str, None] = {}
    for entry in scored:
        mention = report.mentions[entry.evidence[0]]
        said = " ".join(report.document.text[mention.sentence_start : mention.sentence_stop].split())
        quotes.setdefault(said.lstrip(BEFORE_WORDS))
    return tuple(quotes)[:_STRONGEST]


def _main_gaps(report: Assessment, engine: Engine) -> tuple[str, ...]:
    labels = {competency.id: competency.label for competency in engine.lexicon.competencies}
    gaps = sorted((gap for role in report.roles for gap in role.gaps), key=lambda gap: (-gap.gain, gap.competency))
    return tuple(dict.fromkeys(labels[gap.competency] for gap in gaps))[:_MAIN_GAPS]


def _without_name(problem: str, source: Source) -> str:
    return problem.replace(source.shown, "the file").replace(source.name, "the file")
