"""A name as catalogued -> its parts and its other forms, without losing how it was spelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from lod.lazily import regex
from lod.normalize.bare import PARENTHESIS, clean, life
from lod.normalize.kinds import DIVISION, LONGEST, kind_of
from lod.normalize.nameorder import in_order, is_initial, part_patronymic, split_words
from lod.normalize.ranks import is_given, is_rank, is_suffix, ranks_off, styles_off
from lod.record import AgentKind

_OPTIONAL = regex(r"(?<=[^\W\d_])\(([^\W\d_]{1,2})\)(?=[^\W\d_])")  # Briz(z)ola
_QUOTED = regex(r"[\"“”„«]([^\"“”„«»]{1,60})[\"“”»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name taken apart; every part is spelled as the source spells it.

    core: the name without rank, parentheses, quotation marks, brackets and life dates. alternates:
    other full forms, from parentheses. nickname: from quotation marks, or a single word in
    parentheses. uncertain: brackets or a question mark say that the reading is a guess.
    inverted: the source had the family name first, with a comma or in capitals.
    """

    raw: str
    kind: AgentKind
    core: str
    family: str = ""
    given: str = ""
    patronymic: str = ""
    title: str = ""
    suffix: str = ""
    nickname: str = ""
    alternates: tuple[str, ...] = ()
    born: int | None = None
    died: int | None = None
    uncertain: bool = False
    inverted: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether a person is named by one word only."""
        return self.kind != "group" and not self.given and not self.patronymic

    @property
    def is_initials(self) -> bool:
        """Tell whether the given names are initials only.

        >>> parse_name("STALIN I.V.").is_initials, parse_name("Stalin, Joseph V.").is_initials
        (True, False)
        """
        return bool(self.given) and all(is_initial(word) for word in self.given.split())


@lru_cache(maxsize=1 << 16)
def parse_name(text: str, kind: AgentKind = "agent") -> Name:
    """Take a name apart; give the kind when the source says it.

    >>> name = parse_name('Blair, Anthony Charles Lynton ("Tony")')
    >>> name.family, name.given, name.nickname
    ('Blair', 'Anthony Charles Lynton', 'Tony')
    >>> parse_name("Chiang, Ching-kuo (Jiang Jingguo)").alternates
    ('Jiang Jingguo',)
    >>> parse_name("Comrade STALIN I.V.").title
    'Comrade'
    """
    raw = " ".join(text[:LONGEST].split())
    kind = kind_of(raw) if kind == "agent" else kind
    rest, born, died = life(raw)
    uncertain = any(mark in rest for mark in "[]?")
    rest = clean(rest)
    if kind == "group":
        return _group(raw, rest, uncertain)
    rest, nickname, alternates = _asides(rest)
    name = _person(rest)
    return Name(
        raw=raw,
        kind=kind,
        core=name.core,
        family=name.family,
        given=name.given,
        patronymic=name.patronymic,
        title=name.title,
        suffix=name.suffix,
        nickname=nickname,
        alternates=alternates,
        born=born,
        died=died,
        uncertain=uncertain,
        inverted=name.inverted,
    )


def forms(name: Name) -> tuple[str, ...]:
    """Give the forms under which an authority may know the name, the fullest first.

    >>> forms(parse_name('Nazarbayev, Nursultan Abishuly'))
    ('Nursultan Abishuly Nazarbayev', 'Nazarbayev, Nursultan Abishuly', 'Nursultan Nazarbayev')
    """
    if name.kind == "group":
        found = [name.core, *_turned(name.core), *name.alternates]
    else:
        found = _personal_forms(name)
    return tuple(dict.fromkeys(form for form in found if form))


def divisions(name: str) -> tuple[str, ...]:
    """Split a heading of a body into its levels, the widest first.

    >>> divisions("Japan. Foreign Ministry. Asian Affairs Bureau")
    ('Japan', 'Foreign Ministry', 'Asian Affairs Bureau')
    """
    return tuple(part.strip() for part in DIVISION.split(name) if part.strip())


def _personal_forms(name: Name) -> list[str]:
    """Give direct, inverted, shortened and alternative forms of a person's name."""
    first = " ".join(part for part in (name.given, name.patronymic) if part)
    direct = " ".join(part for part in (first, name.family, name.suffix) if part)
    found = [direct]
    if first and name.family:
        found.append(f"{name.family}, {first}")
    if name.patronymic and name.given:
        found.append(f"{name.given} {name.family}")
    if name.nickname and name.family:
        found.append(f"{name.nickname} {name.family}")
    return [*found, *name.alternates]


def _turned(core: str) -> list[str]:
    """Turn `Japan. Foreign Ministry` into `Foreign Ministry of Japan`."""
    parts = divisions(core)
    return [f"{parts[1]} of {parts[0]}"] if len(parts) == 2 else []


def _group(raw: str, rest: str, uncertain: bool) -> Name:
    """Take a body's name apart: the acronym in parentheses is an alternate, the rest stays."""
    inside = [found.strip() for found in PARENTHESIS.findall(rest)]
    acronyms = tuple(
        word for word in inside if sum(map(str.isupper, word)) >= 2 and " " not in word
    )
    core = rest
    for word in acronyms:
        core = core.replace(f"({word})", " ")
    core = " ".join(core.split()).strip(" ,;")
    return Name(raw=raw, kind="group", core=core, alternates=acronyms, uncertain=uncertain)


def _asides(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Take nicknames and other forms out of quotation marks and parentheses."""
    nickname, alternates = "", []
    text = _OPTIONAL.sub(r"\1", text)
    for found in PARENTHESIS.findall(text):
        inside = found.strip(" \"“”„«»'‘’")  # noqa: RUF001  (quotation marks as printed)
        is_nickname = " " not in inside or inside != found.strip()
        if is_nickname and not nickname:
            nickname = inside
        elif inside:
            alternates.append(inside)
    text = PARENTHESIS.sub(" ", text)
    quoted = _QUOTED.search(text)
    if quoted:
        nickname = nickname or quoted[1].strip()
        text = _QUOTED.sub(" ", text)
    # What is left of parentheses that do not close, or that hold the whole name: `(I. Vinogradov)`.
    text = " ".join(text.replace("(", " ").replace(")", " ").split()).strip(" ,;")
    if not text and (alternates or nickname):
        text, alternates = (alternates or [nickname])[0], alternates[1:]
        nickname = ""
    return text, nickname, tuple(alternates)


def _person(text: str) -> Name:
    """Take a personal name apart, in whichever order it stands."""
    text, styles = styles_off(text)
    name = _ordered(text)
    return replace(name, title=" ".join(filter(None, (name.title, *styles)))) if styles else name


def _ordered(text: str) -> Name:
    """Take a name apart that has nothing behind it but ranks and suffixes."""
    segments = [segment.strip() for segment in text.split(",")]
    tails = [segment for segment in segments[1:] if segment]
    segments = [segments[0], *tails]
    if segments[0] and any(is_given(tail) for tail in tails):
        return _inverted(segments)
    ranks = [tail for tail in tails if not is_suffix(tail)]
    tails = [tail for tail in tails if is_suffix(tail)]
    title, words = ranks_off(split_words(" ".join([segments[0], *tails])))
    title = " ".join(part for part in (title, *ranks) if part)
    suffix = ""
    if len(words) > 2 and is_suffix(words[-1]):
        suffix = words.pop()
    family, given = in_order(words)
    first, patronymic = part_patronymic(given)
    core = " ".join(part for part in (*words, suffix) if part)
    inverted = bool(given) and words[0] == family and len(words) > 1
    return Name(
        raw=text,
        kind="person",
        core=core,
        family=family,
        given=first,
        patronymic=patronymic,
        title=title,
        suffix=suffix,
        inverted=inverted,
    )


def _inverted(segments: list[str]) -> Name:
    """Take `Surname, Given Patronymic, Jr., Sir` apart."""
    titles = [one for one in segments[1:-1] if is_rank(one)]
    segments = [one for at, one in enumerate(segments) if not at or one not in titles]
    before, family = ranks_off(split_words(segments[0]))
    title, given = ranks_off(split_words(segments[1]))
    suffix, titles = "", [before, *titles, title]
    if len(given) > 1 and is_suffix(given[-1]):
        suffix = given.pop()
    for segment in segments[2:]:
        if is_suffix(segment):
            suffix = segment
        elif segment:
            titles.append(segment)
    if len(given) == 1 and is_suffix(given[0]):
        suffix, given = given[0], []
    if len(given) == 1 and is_rank(given[0]):
        titles.append(given.pop())
    first, patronymic = part_patronymic(given)
    core = f"{' '.join(family)}, {' '.join([*given, suffix]).strip()}".strip(" ,")
    return Name(
        raw=", ".join(segments),
        kind="person",
        core=core,
        family=" ".join(family),
        given=first,
        patronymic=patronymic,
        title=" ".join(part for part in titles if part),
        suffix=suffix,
        inverted=True,
    )
