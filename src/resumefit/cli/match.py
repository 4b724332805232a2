"""`resumefit match`: skills in any text, as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resumefit.cli.options import Overlay, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, read_input
from resumefit.errors import UnsupportedFormat


def match(
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="A text file, or - for standard input.")] = Path("-"),
    lines: Annotated[bool, typer.Option("--lines", help="Each line stands alone; one JSON object a line.")] = False,
    lexicon: Overlay = None,
    semantic: Semantic = False,
) -> None:
    """Find skills in a posting, a bullet or any other text."""

    def work(out: ResultStream) -> None:
        from resumefit.pipeline import load_engine
        from resumefit.report import line_json, mentions_json

        data, name = read_input(file)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnsupportedFormat(
                name, "this is not UTF-8 text", "Save it as UTF-8, or use `resumefit analyze`"
            ) from error
        engine = load_engine(overlay=lexicon, semantic=semantic)
        if not lines:
            out.write(mentions_json(engine.matcher.match_text(text), text))
            return
        for number, line in enumerate(split_lines(text), start=1):
            out.write(line_json(number, engine.matcher.match_line(line), line))

    run_command(work, as_json=True)


def split_lines(text: str) -> list[str]:
    """Split at line feeds only, so that output lines pair with input lines as other programs count them."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]
