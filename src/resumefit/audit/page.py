"""An audit as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

It takes its look from the report's style sheet and adds what tables and plots need. All words go through Jinja2's autoescape.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from resumefit.audit import plots
from resumefit.audit.as_text import is_beyond_chance
from resumefit.audit.counterfactual import Counterfactual
from resumefit.audit.counterfactual_shown import KIND_MEANINGS, MEANING, not_swapped, summary
from resumefit.audit.figures import Audit
from resumefit.audit.words import (
    DISCLAIMER,
    MEANINGS,
    feature_notes,
    gap_context,
    headline,
    in_short,
    interval,
    not_counted,
    percent,
    ratio,
    score,
)
from resumefit.version import __version__

_TEMPLATES = ("base.html.j2", "audit.html.j2", "counterfactual.html.j2")


def audit_page(audit: Audit) -> str:
    """Return the page of an audit by groups, ending with a line break."""
    places = [plots.colours([group.name for group in feature.groups]) for feature in audit.features]
    return _page(
        "audit.html.j2", audit=audit, headline=headline(audit), notes=not_counted(audit), places=places, meanings=MEANINGS,
        disclaimer=DISCLAIMER, plot=plots, percent=percent, ratio=ratio, score=score, gap_context=gap_context, interval=interval,
        feature_notes=feature_notes, in_short=in_short(audit), beyond=is_beyond_chance,
    )


def counterfactual_page(found: Counterfactual) -> str:
    """Return the page of a counterfactual check, ending with a line break."""
    return _page(
        "counterfactual.html.j2", found=found, summary=summary(found), not_swapped=not_swapped(found), meaning=MEANING,
        kind_meanings=KIND_MEANINGS,
    )


def _page(template: str, **values: object) -> str:
    style = (files("resumefit.report") / "templates" / "style.css").read_text("utf-8") + _own("audit.css")
    page = _environment().get_template(template)
    return page.render(style=Markup(style), version=__version__, **values).rstrip() + "\n"  # noqa: S704  # our own files


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _own(name) for name in _TEMPLATES}), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["bar"] = plots.bar
    return environment


def _own(name: str) -> str:
    return (files("resumefit.audit") / "templates" / name).read_text("utf-8")
