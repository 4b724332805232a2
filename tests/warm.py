"""Runs a command in a process of its own that has imported everything: with its own streams, folder, environment and exit code.

Half of what a short command takes is imports. A server without threads imports them once, and each command is a fork of it. What
this cannot show is what depends on how Python starts: the hash seed, the locale, what is imported when. Kept light, because the server
imports this module too.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
from pathlib import Path

PATIENCE_S = 120.0
_IMPORTED = ("cli.app", "pipeline", "segment", "match.outcome", "score", "report", "read.pdf", "batch.run")


def run_in_fork(
    arguments: tuple[str, ...], *, stdin: str | None, cwd: Path | None, env: dict[str, str] | None, streams: Path
) -> subprocess.CompletedProcess[str]:
    """Run the command line; `streams` is an empty folder for what goes in and comes out."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, *(f"resumefit.{module}" for module in _IMPORTED)])
    (streams / "0").write_text(stdin or "", "utf-8")
    environment = {**os.environ, **(env or {})}
    process = context.Process(target=_command, args=(arguments, str(cwd or Path.cwd()), environment, str(streams)))
    process.start()
    process.join(PATIENCE_S)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise subprocess.TimeoutExpired(arguments, PATIENCE_S)
    out, err = ((streams / name).read_text("utf-8") for name in ("1", "2"))
    code = process.exitcode
    process.close()
    return subprocess.CompletedProcess(arguments, code, out, err)


def _command(arguments: tuple[str, ...], cwd: str, environment: dict[str, str], streams: str) -> None:
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_CREAT)):
        opened = os.open(f"{streams}/{number}", mode, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode, buffering=1, encoding="utf-8") for number, mode in enumerate("rww"))
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv = ["resumefit", *arguments]
    runpy.run_module("resumefit", run_name="__main__")
