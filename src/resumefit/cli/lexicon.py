"""`resumefit lexicon`: the lexicon as users see, check and extend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.options import Overlay
from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, warn
from resumefit.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from resumefit.core.lexicon import Lexicon, Skill

lexicon_app = typer.Typer(help="List, show and check the skills that resumefit knows.", no_args_is_help=True)


def _load(overlay: Path | None) -> Lexicon:
    from resumefit.lexicon import load_lexicon
    from resumefit.resources import data_dir

    return load_lexicon(data_dir("skill_lexicon"), overlay=overlay)


@lexicon_app.command()
def check(overlay: Overlay = None) -> None:
    """Check every file of the lexicon, and run every example line through the matcher."""

    def work(out: ResultStream) -> ExitCode | None:
        from resumefit.lexicon import check_lexicon, example_places
        from resumefit.match import check_examples
        from resumefit.resources import data_dir

        folder = data_dir("skill_lexicon")
        problems = [str(problem) for problem in check_lexicon(folder, overlay=overlay)]
        if not problems:
            lexicon = _load(overlay)
            places = example_places(folder, overlay=overlay)
            problems = [str(problem) for problem in check_examples(lexicon, place_of=places)]
        if problems:
            out.write("\n".join(problems) + "\n")
            warn(f"resumefit: {len(problems)} problems in {overlay or folder}")
            return ExitCode.RESOURCE
        forms = sum(len(skill.forms) for skill in lexicon.skills)
        out.write(
            f"{folder}: no problems. {len(lexicon.skills)} skills, {forms} forms, {len(lexicon.paraphrases)} paraphrase "
            f"patterns, {len(lexicon.competencies)} competencies, {len(lexicon.roles)} roles\n"
        )
        return None

    run_command(work)


@lexicon_app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A lexicon folder.")],
    new: Annotated[Path, typer.Argument(help="Another lexicon folder.")],
) -> None:
    """Show what changed from one lexicon folder to another: skills, words, patterns, roles, lists."""

    def work(out: ResultStream) -> None:
        from resumefit.lexicon import diff_lexicons, load_lexicon

        for folder in (old, new):
            if not folder.is_dir():
                raise UsageError(f"{folder} is no folder", "Name two lexicon folders")
        changes = diff_lexicons(load_lexicon(old), load_lexicon(new))
        out.write("".join(f"{change}\n" for change in changes) or "no difference\n")

    run_command(work)


@lexicon_app.command("list")
def list_skills(
    competency: Annotated[str | None, typer.Argument(help="Only this competency.")] = None, overlay: Overlay = None
) -> None:
    """List skills: competency, id, label, separated by tabs."""

    def work(out: ResultStream) -> None:
        lexicon = _load(overlay)
        known = [entry.id for entry in lexicon.competencies]
        if competency is not None and competency not in known:
            raise UsageError(f"there is no competency '{competency}'", f"Known: {', '.join(known)}")
        rows = [
            f"{skill.competency}\t{skill.id}\t{skill.label}\n"
            for skill in lexicon.skills
            if competency in (None, skill.competency)
        ]
        out.write("".join(rows))

    run_command(work)


@lexicon_app.command()
def show(
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="A skill's id or label.")], overlay: Overlay = None
) -> None:
    """Show one skill: how it may be written, what it needs near it, and examples."""

    def work(out: ResultStream) -> None:
        lexicon = _load(overlay)
        wanted = skill.casefold()
        found = [entry for entry in lexicon.skills if wanted in (entry.id, entry.label.casefold())]
        if not found:
            near = sorted(
                entry.id for entry in lexicon.skills if wanted in entry.id or wanted in entry.label.casefold()
            )
            remedy = f"Did you mean: {', '.join(near[:8])}?" if near else "`resumefit lexicon list` names them all"
            raise UsageError(f"there is no skill '{skill}'", remedy)
        out.write("\n".join(_lines_about(found[0])) + "\n")

    run_command(work)


def _lines_about(skill: Skill) -> list[str]:
    lines = [f"{skill.label} ({skill.id})", f"  competency  {skill.competency}", f"  kind        {skill.kind}"]
    for form in skill.forms:
        rules = [f"case {form.case}"] if form.case != "any" else []
        for name in ("needs", "blocks", "before", "after"):
            words = getattr(form, name)
            rules += [f"{name} {', '.join(words)}"] if words else []
        lines.append(f"  written     {form.text}" + (f"  [{'; '.join(rules)}]" if rules else ""))
    lines += [f"  implies     {', '.join(skill.implies)}"] if skill.implies else []
    lines += [f"  related     {', '.join(skill.related)}"] if skill.related else []
    lines += [f"  {name:<11} {value}" for name, value in skill.external]
    lines += [f"  found in    {line}" for line in skill.positive]
    lines += [f"  not in      {line}" for line in skill.negative]
    return lines
