"""The legal forms in which firms' names end, in many countries: "Acme Ltd", "Nord GmbH", "Parafuso, S.A.", "Kita Sp. z o.o."."""

from __future__ import annotations

import re

# Forms that are nothing else, with or without the last full stop. In small letters they are part of a name, too.
SURE_FORM = (
    r"(?:inc|ltd|ltda|lda|llc|llp|plc|g?gmbh|corp|pvt|pte|pty|sdn\.?\s+bhd|kft|zrt|sarl|s\.\s?a|s\.\s?a\.\s?s|s\.?p\.?a|s\.\s?r\.\s?[lo]|s\.\s?l|"
    r"b\.\s?v|n\.\s?v|a\.\s?s|k\.\s?[ks]|d\.\s?o\.\s?o|e\.\s?v|sp\.?\s+z\s+o\.\s?o|sp\.\s?[jk])"
)
# Forms that are words or places, too: "a private firm", "Calgary, AB".
_OTHER_FORM = r"(?:limited|private|lp|mbh|co|cia|sa|sas|srl|as|a/s|ag|kg|se|ug|bv|nv|oy|ab|aps)"
LEGAL_FORM = rf"(?:{SURE_FORM}|{_OTHER_FORM})"
# As other forms are written where they stand in no name's end, so that they are told from words.
WRITTEN_FORM = r"(?-i:AG|SA|AS|A/S|SAS|SRL|KG|SE|BV|NV|AB|Oy|OY|ApS)"

ENDS_IN_FORM = re.compile(rf"(?<![\w-]){LEGAL_FORM}$", re.IGNORECASE)
BEGINS_WITH_FORM = re.compile(rf"{LEGAL_FORM}\b", re.IGNORECASE)
# What may stand behind the comma of a name: "Acme, Inc.", and never a place.
FORM_BEHIND_COMMA = re.compile(rf"^(?:{SURE_FORM}|limited|private|(?-i:Co|SA|AS|AG|BV))(?![\w-])", re.IGNORECASE)
# A line that ends so ends in a name and is no sentence.
STOP_OF_FORM = re.compile(rf"\b(?:{SURE_FORM}|co|cia|bros)\.$", re.IGNORECASE)
FORM_AT_END = re.compile(rf"(?<!\s),?\s+{SURE_FORM}\.?$", re.IGNORECASE)
