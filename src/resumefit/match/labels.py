"""Labels and other beginnings of a line that say how the whole of it is to be read; each is matched from the line's start."""

from __future__ import annotations

import re

GOALS = re.compile(
    r"^\W*(?:my |career |personal |next |development |learning )*(goals?|objectives?|aims?|ambitions?|targets?"
    r"|plans?|aspirations?|looking ahead|wish ?list|(?:up )?next|to (?:learn|improve|develop)"
    r"|skills to (?:acquire|learn|build|add|develop)"
    r"|areas? (?:of|for) (?:growth|improvement)|areas? (?:for|to) (?:development|improve|develop|grow)|growth areas?)"
    r"(?: (?:for|in|this|next) [\w ]{1,16})?(?:\s*[:–—]|\s+-\s)",
    re.IGNORECASE,
)
LACKING = re.compile(
    r"^\W*(?:my |known |main )*(?:gaps?|absent|missing|lacking|weak(?:er)? (?:spots?|points?|areas?)|"
    r"weakness(?:es)?|blind spots?|not (?:yet )?(?:covered|used|done|mine|me)|"
    r"never (?:used|done)|no experience|no knowledge|unfamiliar|unknown|outside my experience|yet to learn"
    r"|still to learn)\s*[:–—-]|^\W*(?:none|nil|zero|(?:level )?0)\s*:",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"^\W*(?:requirements?|desirable|essential|benefits|must[- ]haves?|nice[- ]to[- ]haves?|preferred|"
    r"what we offer|your (?:profile|tasks|role))\s*[:–—]",
    re.IGNORECASE,
)
CLIENTS = re.compile(r"^\W*(?:(?:key|main|major|selected|notable|named|past) )?(?:clients?|customers?|accounts)\s*:", re.IGNORECASE)
EMPLOYER = re.compile(
    r"^\W*(?:(?:company|employer|firm)(?: profile| description)?|about (?:the company|us|the firm)|the company)\s*[:–—]", re.IGNORECASE
)
REFERENCE = re.compile(
    # No class beside another one that takes the same characters: lines of nothing but quotes would take minutes.
    r"""^[^\w"“«„]*["“«„].{12,}["”»“][^\w"”»“(–—-]*(?:[(–—-]|\b(?:from|says?|said|wrote)\b).*\b(?:reference|referee|testimonial|recommend\w*|linkedin"""
    r"""|appraisal|manager|director|chief|head|ceo|cto|cpo|founder|colleague|client|customer)\b"""
    r"""|^\W*(?:references?|testimonials?|recommendations?)\s*:\s*["“«„].{12,}""",
    re.IGNORECASE | re.DOTALL,
)
