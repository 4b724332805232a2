"""Characters of symbol fonts, which say only where in the font a glyph stands: Symbol has letters, Wingdings has marks."""

from __future__ import annotations

# Adobe's encoding of Symbol from 0x21 on; a space stands for what a resume has no use for.
_SYMBOL_ASCII = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_UPPER = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
)
# Of Wingdings and its kin only what marks items or says something; pictures of telephones and letters say what follows.
_WINGDINGS = {
    **dict.fromkeys((0x6C, 0x6E, 0x71, 0x72, 0x73, 0x75, 0x76, 0x77, 0x9F, 0xA7, 0xA8, 0xB7, 0xD8, 0xFB, 0xFC, 0xFE), "•"),
    0xE0: "→", 0xDF: "←", 0xE8: "→", 0xF0: "→", 0xFD: "☒", 0x6F: "☐",
}
_PRIVATE = 0xF000


def is_symbol_font(font: str) -> bool:
    """Tell whether a font's characters are not what their codes say."""
    return font.lower().startswith(("symbol", "wingdings", "webdings"))


def symbol(code: int, font: str) -> str:
    """Return what a glyph of a symbol font says, "" for a picture; other fonts' codes are characters."""
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if font.lower().startswith("symbol"):
        table, index = (_SYMBOL_ASCII, place - 0x21) if place < 0xA0 else (_SYMBOL_UPPER, place - 0xA0)
        return table[index].strip() if 0 <= index < len(table) else ""
    if is_symbol_font(font) or (code >= _PRIVATE and code <= _PRIVATE + 0xFF):
        return _WINGDINGS.get(place, "")
    if not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000 or 0xE000 <= code <= 0xF8FF:
        return ""
    return chr(code)
