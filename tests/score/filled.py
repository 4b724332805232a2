"""Fills the blanks of a bullet skeleton with plain words and numbers, as a reader of the advice would."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BLANK = re.compile(r"\[([^\]]*)\]")
_WORDS: Mapping[str, str] = {
    # numbers and times
    "number": "14", "before": "41", "after": "18", "share": "30%", "result": "12%", "period": "quarter", "time": "six weeks",
    "baseline": "61%", "cost": "4 cents a case", "level": "0.8", "limit": "5%", "target": "70%", "how often": "once a quarter",
    "size": "9 points", "volume": "3,000 orders a day", "amount": "$40,000", "date": "1 March", "load": "900 orders a minute",
    "hours": "30 hours", "availability": "99.9%", "cadence": "two-week rounds", "day or hour": "day", "weeks": "three weeks",
    "deadline": "the August deadline", "confidence": "95%", "capacity": "a fifth of the time", "duration": "four weeks",
    "how much": "a third", "lower by": "12%", "less": "40%", "shorter": "40%", "within or beyond": "within",
    "on date or before": "on the announced day", "on date": "on the announced day", "former time": "three months",
    "time before": "11 days", "delay before": "9 seconds", "delay after": "2 seconds", "shares": "5%, 25% and 100%",
    "measured benefit": "$90,000 a year", "running cost": "$9,000 a year", "saving": "$40,000 a year", "tokens": "40%",
    "effort": "three weeks", "engineering effort": "three weeks", "views": "900", "value": "0.8", "revenue": "$1.2m",
    # things and people
    "product": "the claims portal", "users": "warehouse clerks", "measure": "completed orders", "team": "the returns team",
    "model": "the churn model", "decision": "the refund policy", "who": "two engineers", "feature": "order tracking",
    "task": "refund letters", "change": "a shorter form", "functions": "sales and support", "assistant": "the claims assistant",
    "unit": "the parcels unit", "system": "the billing system", "metric": "the return rate", "segment": "small shops",
    "question": "why parcels come back", "problem": "late parcels", "data": "order records", "what": "the returns desk",
    "release": "the spring release", "finding": "that addresses are mistyped", "quality measure": "correct answers",
    "teams": "four teams", "reason": "its cost", "option": "the larger one", "method": "scoring by value", "criteria": "value and effort",
    "idea": "a second app", "stage": "general use", "quality": "96% correct", "use": "letter sorting", "platform": "one store",
    "outcome": "nothing was lost", "flow": "the sign-up form", "insight": "that clerks print everything", "initiative": "the returns project",
    "body": "the board", "launch": "launch", "measures": "cost and time", "evidence": "twelve visits", "bet": "the courier app",
    "business measure": "renewals", "business result": "renewals rose by 4%", "domain": "freight", "subject": "returns",
    "customers": "shops", "criterion": "the agreed limit", "people": "planners", "experts": "four adjusters", "journey": "the first order",
    "step": "the address step", "area": "parcel handling", "name": "Parcel", "what changed": "the sorting rules", "topic": "returns",
    "role": "clerks", "service": "the parcel service", "services": "nine services", "events": "order events", "where": "two countries",
    "test set": "200 cases", "steps": "three steps", "fallback": "a person", "checks": "daily checks", "design": "the short form",
    "markets": "two countries", "category": "returns", "sources": "six sources", "item": "the tariff item", "outcomes": "renewals",
    "groups": "age groups", "decisions": "credit decisions", "controls": "two controls", "legal": "legal", "stages": "stages of 5%",
    "metrics": "cost and time", "counsel": "counsel", "site": "the shop", "whom": "two engineers", "vendor": "a vendor",
}


def fill(skeleton: str) -> str:
    """Return a skeleton as a bullet: known blanks by plain words, others by the first of the choices that they name."""
    return _BLANK.sub(lambda blank: _WORDS.get(blank.group(1), _first_choice(blank.group(1))), skeleton)


def _first_choice(blank: str) -> str:
    return re.split(r", | or | and ", blank)[0]
