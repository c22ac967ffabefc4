"""Lemmas as edit scripts: how to get from a form to its lemma, so that a tagger can choose one."""

from __future__ import annotations

KEEP = "k"


def script_of(form: str, lemma: str) -> str:
    """The script that turns `form` into `lemma`: keep it, or lower it (`l`) or not (`c`), strip n letters, add a suffix."""
    if lemma == form:
        return KEEP
    best = ""
    for case, base in (("l", form.lower()), ("c", form)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        script = f"{case}{len(base) - common}{lemma[common:]}"
        if not best or len(script) < len(best):
            best = script
    return best


def apply_script(form: str, script: str) -> str:
    """The lemma that a script makes of a form; the lower-cased form when the script asks for more letters than there are."""
    if script == KEEP:
        return form
    base = form.lower() if script[0] == "l" else form
    digits = 1
    while digits < len(script) and script[digits].isdigit():
        digits += 1
    strip, suffix = int(script[1:digits]), script[digits:]
    if strip > len(base):
        return form.lower()
    return base[: len(base) - strip] + suffix or form.lower()
