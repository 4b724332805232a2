"""Turns what happens inside a command into an exit code, a message on stderr, and, for programs, JSON on stdout."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

import typer

from resumefit.cli.streams import ResultStream, result_stream, warn
from resumefit.errors import ExitCode, ResumefitError, UsageError

DEBUG_VARIABLE = "RESUMEFIT_DEBUG"


def run_command(work: Callable[[ResultStream], ExitCode | None], *, as_json: bool = False) -> None:
    """Run `work` with the user's stdout set aside for its result, and leave with the right exit code.

    With `as_json` a failure is also written to stdout as the contract's error object.
    """
    with result_stream() as out:
        code = _attempt(work, out, as_json=as_json)
    if code is not ExitCode.OK:
        raise typer.Exit(int(code))


def _attempt(work: Callable[[ResultStream], ExitCode | None], out: ResultStream, *, as_json: bool) -> ExitCode:
    try:
        return work(out) or ExitCode.OK
    except ResumefitError as error:
        warn(f"resumefit: {error}")
        if as_json:
            from resumefit.report import error_json

            out.write(error_json(error))
        return error.exit_code
    except KeyboardInterrupt:
        warn("resumefit: interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.OK
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            traceback.print_exc(file=sys.stderr)
        warn(f"resumefit: unexpected {type(error).__name__}: {error}. Set {DEBUG_VARIABLE}=1 for the details")
        return ExitCode.UNEXPECTED


def one_of(value: str, allowed: tuple[str, ...], *, option: str) -> str:
    """Return `value` when it is allowed; UsageError names the choices otherwise."""
    if value not in allowed:
        raise UsageError(f"{option} cannot be '{value}'", f"Choose one of: {', '.join(allowed)}")
    return value
