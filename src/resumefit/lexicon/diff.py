"""Says what changed between two lexicons, for a reviewer: skills and forms added, dropped or guarded otherwise; weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumefit.core.lexicon import Form, Lexicon, Role, Skill


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `kind` is added, removed or changed; `what` names the thing; `detail` says how it differs."""

    kind: str
    what: str
    detail: str = ""

    def __str__(self) -> str:
        sign = {"added": "+", "removed": "-"}.get(self.kind, "~")
        return f"{sign} {self.what}" + (f": {self.detail}" if self.detail else "")


def diff_lexicons(old: Lexicon, new: Lexicon) -> tuple[Change, ...]:
    """Return the changes from `old` to `new`, skills first, in the order of their names."""
    return (*_skill_changes(old, new), *_pattern_changes(old, new), *_role_changes(old, new), *_list_changes(old, new))


def _skill_changes(old: Lexicon, new: Lexicon) -> Iterator[Change]:
    before, after = ({skill.id: skill for skill in lexicon.skills} for lexicon in (old, new))
    for skill_id in sorted(before.keys() | after.keys()):
        if skill_id not in after:
            yield Change("removed", f"skill {skill_id}", before[skill_id].label)
        elif skill_id not in before:
            yield Change("added", f"skill {skill_id}", f"{after[skill_id].label} ({after[skill_id].competency})")
        elif before[skill_id] != after[skill_id]:
            details = "; ".join(_details(before[skill_id], after[skill_id]))
            yield Change("changed", f"skill {skill_id}", details or "examples")


def _details(old: Skill, new: Skill) -> Iterator[str]:
    for name in ("label", "competency", "kind", "asked"):
        if getattr(old, name) != getattr(new, name):
            yield f"{name} {getattr(old, name)} -> {getattr(new, name)}"
    before, after = {form.text: form for form in old.forms}, {form.text: form for form in new.forms}
    for text in sorted(after.keys() - before.keys()):
        yield f"also written '{text}'"
    for text in sorted(before.keys() - after.keys()):
        yield f"no longer written '{text}'"
    for text in sorted(before.keys() & after.keys()):
        if _rules(before[text]) != _rules(after[text]):
            yield f"other rules for '{text}'"
    for name in ("implies", "related"):
        if set(getattr(old, name)) != set(getattr(new, name)):
            yield f"{name} {', '.join(getattr(new, name)) or 'nothing'}"


def _rules(form: Form) -> tuple[object, ...]:
    return form.case, form.needs, form.blocks, form.before, form.after


def _pattern_changes(old: Lexicon, new: Lexicon) -> Iterator[Change]:
    before, after = ({(entry.competency, entry.pattern) for entry in lexicon.paraphrases} for lexicon in (old, new))
    for competency, pattern in sorted(after - before):
        yield Change("added", f"pattern of {competency}", pattern)
    for competency, pattern in sorted(before - after):
        yield Change("removed", f"pattern of {competency}", pattern)


def _role_changes(old: Lexicon, new: Lexicon) -> Iterator[Change]:
    before, after = ({role.id: role for role in lexicon.roles} for lexicon in (old, new))
    for role_id in sorted(before.keys() | after.keys()):
        if role_id not in after:
            yield Change("removed", f"role {role_id}")
        elif role_id not in before:
            yield Change("added", f"role {role_id}", after[role_id].label)
        else:
            weights = {**before[role_id].weights, **after[role_id].weights}
            for name in sorted(weights):
                was, now = before[role_id].weights.get(name, 0), after[role_id].weights.get(name, 0)
                if was != now:
                    yield Change("changed", f"role {role_id}", f"{name} {was} -> {now}")
            yield from _rule_changes(before[role_id], after[role_id])


def _rule_changes(old: Role, new: Role) -> Iterator[Change]:
    """Yield what changed in a role beside its weights: its core, how much hangs on it, how much is enough."""
    rules = (("core_share", old.core_share, new.core_share), ("enough", old.enough, new.enough))
    for name, was, now in rules:
        if was != now:
            yield Change("changed", f"role {old.id}", f"{name} {was:g} -> {now:g}")
    if set(old.core_competencies) != set(new.core_competencies):
        yield Change("changed", f"role {old.id}", f"core {', '.join(sorted(new.core_competencies))}")


def _list_changes(old: Lexicon, new: Lexicon) -> Iterator[Change]:
    for title, before, after in (("list @", old.cues, new.cues), ("headings of ", old.headings, new.headings)):
        for name in sorted(before.keys() | after.keys()):
            more, less = set(after.get(name, ())) - set(before.get(name, ())), set(before.get(name, ())) - set(after.get(name, ()))
            parts = [f"with {', '.join(sorted(more))}"] if more else []
            parts += [f"without {', '.join(sorted(less))}"] if less else []
            if parts:
                yield Change("changed", f"{title}{name}", "; ".join(parts))
