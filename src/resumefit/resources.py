"""Finds the data folders that ship with resumefit: `models` and `skill_lexicon`.

They stand at the repository's top and are copied into the wheel as `resumefit/_data/` by hatch_build.py, so a look-up
tries the user's own folder, then the installed copy, then the checkout.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from resumefit.errors import ResourceMissing

ENVIRONMENT_VARIABLE = "RESUMEFIT_DATA"


def candidate_dirs(name: str) -> tuple[Path, ...]:
    """Return the places where data folder `name` may be, most wanted first, existing or not."""
    own = os.environ.get(ENVIRONMENT_VARIABLE)
    package = Path(str(files("resumefit")))
    places = [Path(own) / name] if own else []
    return (*places, package / "_data" / name, package.parent.parent / name)


def data_dir(name: str) -> Path:
    """Return the first existing folder for `name`; ResourceMissing, with the places tried, when there is none."""
    places = candidate_dirs(name)
    for place in places:
        if place.is_dir():
            return place
    raise ResourceMissing(name, tuple(str(place) for place in places))
