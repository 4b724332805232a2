"""Breaks files in repeatable ways: the seed decides every byte. Used by the short fuzz test and by `python -m tests.read.fuzz`."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO


def mutations(data: bytes, *, count: int, seed: int) -> Iterator[bytes]:
    """Yield `count` broken copies of a file."""
    chooser = random.Random(seed)  # noqa: S311 - repeatable, not secret
    kinds: list[Callable[[bytes, random.Random], bytes]] = [
        _flip,
        _flip_many,
        _cut_end,
        _cut_out,
        _repeat,
        _swap_numbers,
        _insert_rubbish,
        _stretch,
    ]
    if data[:2] == b"PK":
        kinds += [_break_member] * 4
    for _ in range(count):
        broken = data
        for _ in range(chooser.choice((1, 1, 1, 2, 4))):
            broken = chooser.choice(kinds)(broken, chooser) or data
        yield broken


def _flip(data: bytes, chooser: random.Random) -> bytes:
    place = chooser.randrange(len(data))
    return data[:place] + bytes([chooser.randrange(256)]) + data[place + 1 :]


def _flip_many(data: bytes, chooser: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(max(1, len(data) // chooser.choice((50, 500, 5000)))):
        changed[chooser.randrange(len(changed))] = chooser.randrange(256)
    return bytes(changed)


def _cut_end(data: bytes, chooser: random.Random) -> bytes:
    return data[: chooser.randrange(len(data))]


def _cut_out(data: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(data))
    return data[:start] + data[start + chooser.randrange(1, 2000) :]


def _repeat(data: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(data))
    piece = data[start : start + chooser.randrange(1, 500)]
    return data[:start] + piece * chooser.choice((2, 3, 200)) + data[start:]


def _swap_numbers(data: bytes, chooser: random.Random) -> bytes:
    """Replace a digit by a large or negative number: object numbers, lengths, sizes, counts."""
    places = [i for i in range(chooser.randrange(len(data)), len(data)) if 0x30 <= data[i] <= 0x39][:1]
    if not places:
        return data
    return (
        data[: places[0]] + chooser.choice((b"0", b"-1", b"99999999", b"2147483648", b"1e308")) + data[places[0] + 1 :]
    )


def _insert_rubbish(data: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(data))
    pieces = (
        b"\x00" * 64,
        b"<" * 200,
        b"<w:p>" * 300,
        b"[" * 500,
        b"(((((" * 100,
        b"{\\" * 300,
        b"%PDF-1.7",
        b"&lol;&lol;",
        b"\xff\xfe",
    )
    return data[:start] + chooser.choice(pieces) + data[start:]


def _stretch(data: bytes, chooser: random.Random) -> bytes:
    """Put a very long run of one sign in: what is quadratic shows then."""
    start = chooser.randrange(len(data))
    unit = chooser.choice((b" ", b"-", b"(", b"|", b"*", b"\n", b"a ", b"1. ", b"<b>", b'"', b"2019 - ", b"\xe2\x80\xa2"))
    return data[:start] + unit * chooser.choice((500, 30_000)) + data[start:]


def _break_member(data: bytes, chooser: random.Random) -> bytes:
    """Break one part inside an archive and pack it again: the archive is whole, its content is not."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:  # already broken by an earlier mutation
        return data
    name = chooser.choice(sorted(members))
    if members[name]:
        members[name] = chooser.choice((_flip_many, _cut_end, _cut_out, _repeat, _swap_numbers, _insert_rubbish))(
            members[name], chooser
        )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member), content)
    return packed.getvalue()
