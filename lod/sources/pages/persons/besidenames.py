"""Names of no English word that are persons' by what stands close beside them.

`X at the embassy`, `sent for X`, `X and his men`, `the X government`, `a quarrel between X and Y`,
`X (Interior)`, `a third man, X`, `one X`.
"""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

from collections.abc import Sequence

from lod.sources.pages.words.tokens import Token

# Where persons work, behind `at the`, and what is said of those who are there.
_OFFICES = frozenset(
    """embassy legation consulate ministry treasury pentagon kremlin chancellery mission
    headquarters ministry's cominform comintern politburo""".split()
)
_NAMED_OFFICES = frozenset(
    """foreign state war white defence defense colonial home interior finance central commonwealth
    british american soviet french german polish italian chinese indian""".split()
)
_NOT_FROM = frozenset("in at from to near of through via outside into over the".split())
_SENT = frozenset("sent send sends sending".split())
_QUOTED = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_CHOSEN = frozenset("named names appointed appoints nominated nominates".split())
_FOR = frozenset("for as to minister ambassador head chief premier".split())
_RULE = frozenset(
    "government cabinet regime clique faction ministry line affair case episode".split()
)
# What has whom it is called after, rather than where it is.
_AFTER_ONE = _RULE - {"line", "affair", "case", "episode"}
# What there is between persons.
_BETWEEN = frozenset(
    """quarrel feud rivalry friendship enmity hatred conversation talk talks meeting meetings
    correspondence discussion discussions argument rift clash dispute duel love trust interview
    conversations contacts bargain intrigue struggle antagonism differences""".split()
)
_MEN = frozenset(
    """man woman fellow prisoner student worker peasant soldier sailor priest youth gentleman lady
    person official suspect witness victim culprit deserter defector emigre visitor passenger
    lawyer doctor""".split()
)
# The matters of ministers, in brackets behind a name.
_MATTERS = frozenset(
    """interior finance defence defense agriculture trade education health justice transport
    industry labour labor culture information commerce economics foreign planning energy""".split()
)
_MALE = frozenset("his her himself herself".split())
_STOPS, _LOOK, _TWO = tuple(".,;:)?!"), 8, 2


def told_beside(text: str, words: Sequence[Token], span: tuple[int, int], begin: int) -> str:
    """Say by the words close beside a name of no English word that it is a person's, "" for none.

    span: the words of the name. begin: where the capitalised words before it begin.

    >>> from lod.sources.pages.words.tokens import tokens
    >>> text = "They sent for Kadlec on Monday."
    >>> told_beside(text, tokens(text), (3, 4), 3)
    'sent for'
    """
    lo, hi = span
    ahead = words[begin - 1].low if begin and words[begin].near else ""
    if lo > begin and words[lo - 1].low == "the":
        ahead = "the"  # it begins the sentence
    behind = [word.low for word in words[hi : hi + _LOOK]]
    near = bool(behind) and words[hi].near and not words[hi - 1].own
    return (
        (_behind(words, behind, hi, ahead) if near else "")
        or (_ahead(text, words, span, begin) if ahead else "")
        or _set_off(text, words, span, begin)
    )


def _behind(words: Sequence[Token], behind: Sequence[str], hi: int, ahead: str) -> str:
    """Say what the words right behind a name tell: his men, the office where he is, his cabinet."""
    if behind[0] == "and" and behind[1:2] and behind[1] in _MALE and ahead not in _NOT_FROM:
        return "and his"
    if behind[:2] == ["at", "the"] and ahead not in _NOT_FROM:
        named = len(behind) > _TWO and (behind[2] in _OFFICES or behind[2] in _NAMED_OFFICES)
        return "at an office" if named else ""
    if ahead == "the" and behind[0] in _AFTER_ONE and not words[hi].is_name:
        return "whose cabinet"
    if ahead == "not" and behind[0] == "but" and "who" in behind:
        return "not one but another"
    return ""


def _ahead(text: str, words: Sequence[Token], span: tuple[int, int], begin: int) -> str:
    """Say what the words right before a name tell: sent for, named for a post, between two."""
    lo, hi = span
    ahead = words[begin - 1].low
    before = words[begin - _TWO].low if begin > 1 and words[begin - 1].near else ""
    if ahead == "for" and before in _SENT:
        return "sent for"
    if ahead in _QUOTED:
        return "who is quoted"
    behind = words[hi].low if hi < len(words) and words[hi].near else ""
    if ahead in _CHOSEN and behind in _FOR:
        return "named for a post"
    if (
        ahead == "at"
        and words[hi - 1].own
        and text[words[hi - 1].end :][:3].lstrip("'\u2019s")[:1] in _STOPS
    ):
        return "at one's house"
    if ahead == "one" and text[max(words[begin - 1].start - 2, 0)] in ",(":
        return "one who is called so"
    if _is_between(words, lo, hi, begin):
        return "between two"
    return ""


def _is_between(words: Sequence[Token], lo: int, hi: int, begin: int) -> bool:
    """Tell whether a name is one of two between whom there is a quarrel or such."""
    at = begin - 1
    if words[at].low == "and" and at > 1 and words[at].near:
        at -= 1
        while at > 0 and words[at].is_name and words[at].near:
            at -= 1
    elif not (hi + 1 < len(words) and words[hi].low == "and" and words[hi + 1].is_name):
        return False
    if words[at].low != "between":
        return False
    before = {word.low for word in words[max(at - _LOOK // _TWO, 0) : at]}
    behind = {word.low for word in words[hi : hi + _LOOK]}
    return not _BETWEEN.isdisjoint(before) or (words[at].first and not _BETWEEN.isdisjoint(behind))


def _set_off(text: str, words: Sequence[Token], span: tuple[int, int], begin: int) -> str:
    """Say what a comma or bracket beside a name sets off: who he is, of what he is minister."""
    hi = span[1]
    if hi < len(words) and text[words[hi - 1].end : words[hi].start] == " (":
        matter = words[hi].low in _MATTERS and words[hi].text[0].isupper()
        return "minister of a matter" if matter else ""
    if begin < _TWO or text[words[begin - 1].end : words[begin].start] != ", ":
        return ""
    stopped = text[words[hi - 1].end : words[hi - 1].end + 1] in _STOPS
    return "who one is" if stopped and words[begin - 1].low in _MEN else ""
