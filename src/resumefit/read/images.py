"""Photographs and scans of a resume: decoded within limits, then recognised."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from resumefit.core.document import Caution
from resumefit.errors import DamagedFile, NeedsOcr, OverLimit, ResumefitError, UnsupportedFormat
from resumefit.read import ocr
from resumefit.read.drafts import Draft, Reading
from resumefit.read.layout import lay_out
from resumefit.read.limits import Limits
from resumefit.read.memory import add_memory_for_recognition
from resumefit.read.quality import judge_page

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_A_POINT = 200 / 72  # scans are assumed to have 200 dots an inch; only relative sizes matter
_UNREAD_MOST = 0.05  # of the lines; more of them lost makes a page doubtful
_UNSURE = 0.8  # mean confidence under which a recognised page is doubtful
_LIGHT = 160  # mean brightness, to 255, of what is drawn: light letters on nothing stood on something dark
HEIC_REMEDY = "Export it as JPEG or PNG, or install the package pillow-heif yourself"


def read_image(
    data: bytes, kind: str, *, name: str, limits: Limits, progress: Callable[[str], None] | None = None
) -> Reading:
    """Read a picture of a resume; NeedsOcr without the extra."""
    add_memory_for_recognition(limits)
    remedy = ocr.what_is_missing()
    if remedy is not None:
        raise NeedsOcr(name, "the file is a picture, its words need character recognition", remedy)
    picture = _open(data, kind, name=name, limits=limits)
    drafts: list[Draft] = []
    cautions: list[Caution] = []
    pages = min(getattr(picture, "n_frames", 1), limits.pages)
    for number in range(1, pages + 1):
        if progress is not None:
            progress(f"{name}: recognising page {number} of {pages}")
        try:
            frame, whole = _frame(data, picture, number, name=name, limits=limits)
        except DamagedFile:
            if pages == 1:
                raise
            cautions.append(Caution("damaged-page", "the page cannot be decoded", number))
            continue
        if not whole:
            cautions.append(Caution("truncated", "the picture is cut off; what could be read was read", number))
        page_drafts, page_cautions = _read_frame(frame, number, name=name)
        drafts += page_drafts
        cautions += page_cautions
    return Reading(
        kind,
        tuple(drafts),
        pages=pages,
        cautions=tuple(cautions),
        doubtful=any(c.code not in ("recognised", "lines-unread") for c in cautions),
    )


def _open(data: bytes, kind: str, *, name: str, limits: Limits) -> Image:
    from PIL import Image

    if kind == "heic":
        try:
            from pillow_heif import register_heif_opener  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:  # not in the extra: its wheels hold GPL code (docs/reading.md)
            raise UnsupportedFormat(name, "HEIC photographs are not read", HEIC_REMEDY) from error
        register_heif_opener()
    try:
        picture = Image.open(io.BytesIO(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise OverLimit(name, "the picture has too many pixels", "Make it smaller") from error
    except Exception as error:  # Pillow's plugins raise many kinds on broken files
        raise DamagedFile(name, "the picture cannot be decoded", "Save or photograph it again") from error
    if picture.width * picture.height > limits.pixels:
        raise OverLimit(
            name,
            f"the picture has {picture.width} x {picture.height} pixels",
            f"The limit is {limits.pixels:,}; make it smaller",
        )
    return picture


def _frame(data: bytes, picture: Image, number: int, *, name: str, limits: Limits) -> tuple[Image, bool]:
    """Decode one page, counted from 1, upright and without transparency; tell whether it was whole."""
    from PIL import Image, ImageFile, ImageOps

    whole = True
    try:
        picture.seek(number - 1)
        if picture.width * picture.height > limits.pixels:
            raise OverLimit(name, "a page has too many pixels", "Make it smaller")
        try:
            picture.load()
        except OSError:  # a truncated picture fails only now, when it is decoded
            whole = False
            picture = Image.open(io.BytesIO(data))
            picture.seek(number - 1)
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            try:
                picture.load()
            finally:
                ImageFile.LOAD_TRUNCATED_IMAGES = False
        return on_ground(ImageOps.exif_transpose(picture) or picture), whole
    except ResumefitError:
        raise
    except Exception as error:  # Pillow's plugins raise many kinds on broken files
        raise DamagedFile(name, "the picture cannot be decoded", "Save or photograph it again") from error


def _read_frame(frame: Image, number: int, *, name: str) -> tuple[list[Draft], list[Caution]]:
    import numpy as np

    try:
        found = ocr.recognise_page(np.asarray(frame), scale=_DOTS_A_POINT)
    except ocr.RecognitionFailed as error:
        raise OverLimit(name, f"character recognition gave up on it ({error})", "Make the picture smaller") from error
    drafts = lay_out(found.words, page=number)
    return drafts, recognised_cautions(drafts, found, page=number)


def on_ground(picture: Image) -> Image:
    """Lay a picture that is see-through in parts on white, on black where its own colours are light; RGB."""
    from PIL import Image, ImageStat

    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    seen = clear.getchannel("A")
    drawn = seen.point(lambda value: 255 if value > 127 else 0)
    colours = ImageStat.Stat(clear.convert("L"), drawn)
    light = colours.count[0] > 0 and colours.mean[0] > _LIGHT
    ground = Image.new("RGB", clear.size, "black" if light else "white")
    ground.paste(clear.convert("RGB"), mask=seen)
    return ground


def recognised_cautions(drafts: list[Draft], found: ocr.Recognised, *, page: int) -> list[Caution]:
    """Say that a page was recognised, and whether it may be wrong or lack lines."""
    sure = f"(confidence {found.confidence:.0%})"
    cautions = [Caution("recognised", f"the words were recognised in a picture {sure}", page)]
    if drafts and found.confidence < _UNSURE:
        cautions.append(Caution("unsure-recognition", f"character recognition was unsure {sure}", page))
    if found.unread:
        code = "lines-lost" if found.unread > _UNREAD_MOST * found.lines else "lines-unread"
        cautions.append(Caution(code, f"{found.unread} of {found.lines} lines in the picture could not be read", page))
    return cautions + judge_page(drafts, page=page)
