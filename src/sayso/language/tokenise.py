"""Raw text to words, in the manner of the English Universal Dependencies treebanks.

One regular expression finds the words; contractions are then split into their syntactic words (`don't` → `do`, `n't`). The learned
part of segmentation, where sentences end, is the model's: see `decode.py`.
"""

from __future__ import annotations

import re

from sayso.article import Span

_TITLES = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Pvt|Brig|Adm|Rev|Hon|Gov|Sen|Rep|Pres|Amb|Sr|Jr|St|Mt|Ft"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri"
    "|Inc|Corp|Co|Ltd|Bros|No|Nos|vs|al|ca|cf|approx|dept|est|ext|fig|vol|ed|eds|pp|Ave|Blvd|Rd|Hwy|Assn|Bldg"
    "|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)
_PREFIXES = "non|re|co|pre|anti|pro|semi|sub|ex|mid|multi|inter|intra|post|counter|cross|pan|mini|ultra|trans|un|de|bi|tri|neo|micro|macro|quasi|e|vice|self(?=-\\w+ed)"
_WORD = re.compile(
    rf"""(?P<word>
      [A-Za-z]+(?=[\s,;])                                   # plain words: nearly all of them, so they are tried first
    | https?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]            # web addresses
    | www\.[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # mail addresses
    | [@\#]\w+                                              # handles
    | \w+(?:[-.]\w+)*\.(?:com|org|net|gov|edu|co\.uk|doc|xls|pdf|txt|html?)\b   # sites and files
    | (?i:{_PREFIXES})-(?:[^\W\d_]+)                      # non-state, re-elected
    | (?:[A-Za-z]\.){{2,}}(?![A-Za-z])                      # U.S., a.m., e.g.
    | [A-Za-z]\.[A-Za-z]\b(?!\.)                            # U.S
    | (?<![\w.])(?:{_TITLES})\.(?=\s|[,;:)]|$)(?!\s*$)      # Gen., Nov.
    | (?<![\w.])[A-Z]\.(?=\s+[A-Z])                         # initials
    | \d{{3}}-\d{{3}}-\d{{4}}\b | \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b  # telephone numbers, 9/11
    | \d{{1,4}}-\d{{1,2}}-\d{{1,4}}\b                         # 2022-12-14
    | \d+(?:[.,:]\d+)+(?:st|nd|rd|th)?                      # 1,250 and 10:30 and 3.5
    | \d+[’']?s\b | '\d\ds?\b                               # 1990s, '90s
    | \d+(?:st|nd|rd|th)\b
    | [:;=][-o*']?[)\](\[dDpP/\\|](?!\w)                   # emoticons
    | [^\W\d_]+(?:[’'`][^\W\d_]+)+                          # don't, O'Brien, Qur'an
    | (?:[^\W\d_]|[\u0300-\u036f])+\d*                      # words
    | \d+(?=[ap]m\b) | \d+[^\W\d_]*                         # numbers, 9mm
    | [.!?]*\?[.!?]* | <{{2,}} | >{{2,}} | \.{{2,}} | -{{2,}} | [–—]+ | ``|''                    # runs of punctuation
    | [!?]+ | (?P<mark>[*_~=+\#])(?P=mark)*
    | \S
    )\s*                                                    # with the white space behind: nothing but it would be tried as a word in vain
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:(?<=\w)n[’'`]t|[’'`](?:s|re|ve|ll|d|m|em))$")
_FUSED = {
    "dont": 2,
    "didnt": 3,
    "doesnt": 4,
    "wont": 2,
    "isnt": 2,
    "wasnt": 3,
    "couldnt": 5,
    "wouldnt": 5,
    "cannot": 3,
    "gonna": 3,
    "wanna": 3,
    "gotta": 3,
    "gimme": 3,
    "lemme": 3,
    "dunno": 2,
}


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the words between `start` and `end`, as `[start, end)` code points of `text`."""
    spans: list[Span] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, span = match[1], match.span(1)
        if word.isalpha() and word.lower() not in _FUSED:
            spans.append(span)
        else:
            spans += _split(text, *span)
    return spans


def _split(text: str, start: int, end: int) -> list[Span]:
    """Cut a contraction into its syntactic words."""
    word = text[start:end]
    if end - start < 3:
        return [(start, end)]
    fused = _FUSED.get(word.lower())
    if fused:
        return [(start, start + fused), (start + fused, end)]
    if "'" in word or "’" in word or "`" in word:
        clitic = _CLITIC.search(word)
        if clitic and clitic.start() > 0:
            return [*_split(text, start, start + clitic.start()), (start + clitic.start(), end)]
    return [(start, end)]
