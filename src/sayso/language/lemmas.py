"""Lemmas as edit scripts: how to get from a form to its lemma, chosen by the word's part of speech and ending."""

from __future__ import annotations

from functools import lru_cache

from sayso.language.shapes import MIXED, shape

KEEP = "k"
_ENDINGS = {
    "d": (("ied", "y"), ("ed", ""), ("ed", "e")),
    "g": (("ing", ""), ("ing", "e")),
    "s": (("ies", "y"), ("es", ""), ("s", "")),
}
"""Endings by their last letter, and what stands in their place in the word that they come from."""


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


_WORDS = {"VERB": 1, "AUX": 1, "ADJ": 4, "ADV": 1, "NOUN": 5, "DET": 1, "ADP": 1, "SCONJ": 1, "CCONJ": 1, "PART": 1}
"""Letters from which a word in capitals is a word like any other of its kind, in a text in capitals, and no abbreviation."""
_MOST_KNOWN = 16384
"""Words whose lemmas are remembered."""


class Lemmatiser:
    """Chooses the script of a word by its part of speech, letter shape and longest known ending (`^` marks the word's beginning)."""

    def __init__(self, table: dict[str, dict[str, str]]) -> None:
        self._table = table
        self._longest = max((len(ending) for endings in table.values() for ending in endings), default=0)
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, form: str, upos: str, feats: dict[str, str]) -> str:
        """The lemma of a form; numbers lose the commas between their thousands, and `her` is `she` where it is no possessive."""
        if upos == "PRON" and feats.get("Case") == "Acc" and form.lower() == "her":
            return "she"
        found = self._known.get((form, upos))
        if found is None:
            found = self._find(form, upos)
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[form, upos] = found
        return found

    def _find(self, form: str, upos: str) -> str:
        if upos == "NUM" and form[:1].isdigit():
            return form.replace(",", "")
        if form[-4:-3] == "." and form[-3:].isalpha() and form[:-4].isidentifier():
            return form.lower()  # names of files
        if upos in _WORDS and form.isupper() and len(form) >= _WORDS[upos]:
            form = form.lower()
        return apply_script(form, self._script(form, upos))

    def _script(self, form: str, upos: str) -> str:
        endings = self._table.get(f"{upos} {min(shape(form), MIXED)}", {})
        word = f"^{form.lower()}"
        for start in range(max(0, len(word) - self._longest), len(word) + 1):
            script = endings.get(word[start:])
            if script is not None:
                return script
        return KEEP


@lru_cache(maxsize=_MOST_KNOWN)
def bases(form: str) -> tuple[str, ...]:
    """What an inflected form may come from, likeliest first, for where the model's lemma is no word: `disputed` of `dispute`."""
    found = []
    for ending, restored in _ENDINGS.get(form[-1:], ()):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            found.append(stem + restored)
            if not restored and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(found)
