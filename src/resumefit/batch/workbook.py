"""Reads the first sheet of an XLSX workbook as rows of text: enough to take back what a reader wrote into a ranking.

Formulas are read by the value last shown, dates as their numbers. Only as much is unpacked as a ranking may be large.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_UNPACKED_BYTES = 1_000_000_000
_LETTERS = re.compile(r"[A-Z]+")


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows, "" for empty cells; ValueError when this is no workbook."""
    try:
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > _UNPACKED_BYTES:
                raise ValueError("the workbook is too large")
            strings = list(_strings(book.open(_STRINGS))) if _STRINGS in book.namelist() else []
            with book.open(_SHEET) as sheet:
                for row in _elements(sheet, "row"):
                    yield _cells(row, strings)
    except (zipfile.BadZipFile, KeyError, IndexError, SyntaxError) as error:
        raise ValueError(f"it is no workbook ({error})") from error


def _elements(part: IO[bytes], tag: str) -> Iterator[Element]:
    for _, element in iterparse(part):
        if element.tag == _MAIN + tag:
            yield element
            element.clear()


def _strings(part: IO[bytes]) -> Iterator[str]:
    with part:
        for item in _elements(part, "si"):
            yield _text(item)


def _cells(row: Element, strings: list[str]) -> list[str]:
    values: list[str] = []
    for cell in row.iter(_MAIN + "c"):
        column = _column(cell.get("r", ""), len(values))
        values += [""] * (column - len(values))
        values.append(_value(cell, strings))
    return values


def _value(cell: Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = cell.find(_MAIN + "v")
    said = "" if value is None else value.text or ""
    return strings[int(said)] if cell.get("t") == "s" and said else said


def _text(element: Element) -> str:
    """Join the runs of a text; how Japanese is pronounced (rPh) is no part of it."""
    spoken = {id(text) for hint in element.iter(_MAIN + "rPh") for text in hint.iter(_MAIN + "t")}
    return "".join(text.text or "" for text in element.iter(_MAIN + "t") if id(text) not in spoken)


def _column(reference: str, at_least: int) -> int:
    """Return the number of a cell's column, from 0: C7 is 2."""
    letters = _LETTERS.match(reference)
    if letters is None:
        return at_least
    number = 0
    for letter in letters.group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, at_least)
