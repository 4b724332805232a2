"""`resumefit parse`: what was read and how it is built, before any skill is looked for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.analyze import text_width
from resumefit.cli.options import AsOf, Overlay, Password
from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, check_target, read_input, warn, write_file
from resumefit.cli.unlock import unlocked

if TYPE_CHECKING:
    from resumefit.core.document import Document
    from resumefit.core.resume import Resume


class ParseFormat(StrEnum):
    """The forms a parsed resume comes in."""

    TEXT = "text"
    JSON = "json"
    JSONRESUME = "jsonresume"


def parse(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A resume, or - for standard input.")],
    output_format: Annotated[ParseFormat, typer.Option("--format", help="How to print.")] = ParseFormat.TEXT,
    as_of: AsOf = None,
    blind: Annotated[bool, typer.Option(help="Leave out name, contacts and other personal data.")] = False,
    lexicon: Overlay = None,
    password: Password = None,
    boxes: Annotated[
        Path | None, typer.Option(help="Also draw a page with the lines as they were read, as SVG.")
    ] = None,
    page: Annotated[int, typer.Option(min=1, help="The page that --boxes draws.")] = 1,
) -> None:
    """Show the text that was read, its sections and its positions."""

    def work(out: ResultStream) -> None:
        import json

        from resumefit.core.months import current_month, parse_month
        from resumefit.lexicon import load_lexicon
        from resumefit.pipeline import understand
        from resumefit.read.isolated import draw_isolated
        from resumefit.report import render_parse_json, render_parse_text
        from resumefit.resources import data_dir
        from resumefit.segment import to_json_resume

        check_target(boxes)
        data, name = read_input(file)
        month = parse_month(as_of) if as_of else current_month()
        headings = load_lexicon(data_dir("skill_lexicon"), overlay=lexicon).headings

        def read(password: str | None) -> tuple[Document, Resume]:
            return understand(
                data,
                name=name,
                headings=headings,
                as_of=month,
                password=password,
                blind=blind,
                isolated=True,
                progress=warn,
                own_date=as_of is None,
            )

        (document, resume), opened_with = unlocked(read, data, password=password)
        if boxes is not None:
            shown = None if blind else data
            write_file(boxes, draw_isolated(document, shown, page=page, password=opened_with))
        if output_format is ParseFormat.JSON:
            out.write(render_parse_json(document, resume, blind=blind))
        elif output_format is ParseFormat.JSONRESUME:
            out.write(json.dumps(to_json_resume(document, resume), ensure_ascii=False, indent=2) + "\n")
        else:
            out.write(render_parse_text(document, resume, width=text_width(out)))

    run_command(work, as_json=output_format is not ParseFormat.TEXT)
