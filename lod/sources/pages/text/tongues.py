"""The language of a text, by its small words."""

# ruff: noqa: RUF001  (Russian words are meant; word lists are read and extended as text)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lod.normalize.languages import language_tag
from lod.sources.pages.words.pageline import Line

# Words of which a text has several in every sentence; some are of several languages.
_SMALL = {
    "English": "the of to and that was is for it he not with be his which they have been in on"
    " at by"
    " a from will has were had are this as their i we you my an or would there him no",
    "German": "der die das und ist nicht den dem des mit auf für von sich auch wird ein eine zu im",
    "French": "le les des est dans du pour une au qui sur pas avec ce cette aux sont par ont et"
    " nous vous je elle leur à qu c n y",
    "Spanish": "el los las del por con una para es al lo como más su fue este esta y que de la en"
    " a se un no ha han ser sin sobre pero cuando hace entre nosotros ustedes hoy muy les nos mi",
    "Italian": "il gli che di della nel per non è con una sono del dei alla anche delle si presso"
    " contro entro fino ogni questo questa quanto oggi stato stata essere dal dalla"
    " nella ove ma lo",
    "Polish": "i w z na nie do się jest że o oraz po od za przez dla jako są był przy"
    " to ale tego tym była było będzie nam nas czy już który która których przed jak aby ze we"
    " mu go ma",
    "Czech": "a v se na je že s z do o k za ve jsou by který při byl bylo také"
    " tak jak aby jsme není pro si mu jeho od ale to této jako než již však",
    "Russian": "и в не на что с по к из о от для его как это был за при об тов"
    " мы вы он она они это было были так но если ли его их уже только до я нам чтобы",
    "Hungarian": "a az és hogy nem is egy meg ez volt el csak azt mint már ki be fel lesz"
    " azt ha de mert nagyon volna ezt kell még pedig mely arra",
    "Portuguese": "o os do da dos das em um uma não por com é ao na no nos foi pelo pela mais e",
    "Dutch": "de het een en van op te dat die niet voor met zijn is aan door ook werd bij om",
    "Bulgarian": "на и в от да се за не са по с като до че е при беше което този ще",
    "Ukrainian": "і в на з що не до за та від у й про як є він був для це також",
    "Serbo-Croatian": "je i u na se da za od su sa kao ne o što koji koja koje kako ili ali bi će"
    " iz do ga mu li smo biti bio bila bilo nije kod prema ovo ovaj taj",
    "Romanian": "și în de la cu pe din nu că este a pentru care mai au fost prin sunt al",
}
_LANGUAGES: dict[str, list[str]] = {}
for _name, _words in _SMALL.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_name)
_WORD = re.compile(r"[^\W\d_]+")
_READ, _FEWEST, _SHARE, _CLEAR = 4000, 25, 0.1, 1.5


# What a paper says of its own language: `ORIGINAL: ENGLISH`, `Official texts: Polish and Czech.`
_STATED = re.compile(
    r"\W*(?:ORIGINAL(?: TEXT| LANGUAGE)?|Original(?: text| language)?|(?:Official|Authentic) texts?"
    r"|LANGUAGES?|Languages?|Originalsprache|Texte original|Оригинал)\s*:\s*(?:in )?"
    r"([^\W\d_][\w /,&-]{2,50}?)[.)\]]?"
)
# How treaties end: `Done at Sofia in two copies, in the Bulgarian and French languages`.
_DONE = re.compile(
    r"\b(?:Done|DONE|Fait|Drawn up|Executed|[Ss]igned)\b[^.;]{0,200}?\bin (?:the )?"
    r"((?:[A-Z]\w+(?:, (?:and )?| and ))*[A-Z]\w+) (?:languages?|texts?|tongue)\b"
)
_BETWEEN = re.compile(r"\s*(?:[,/&;]|\band\b|\bet\b|\bund\b|\bи\b)\s*(?:and )?", re.IGNORECASE)
_NEAR = 80


def stated(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Find the languages in which a paper says that it was written, by their places.

    >>> line = Line(0, 17, "ORIGINAL: ENGLISH")
    >>> [line.text[start:end] for start, end in stated([line])]
    ['ENGLISH']
    """
    for line in lines:
        said = None
        if len(line.text) < _NEAR and ":" in line.text:
            said = _STATED.fullmatch(line.text)
        elif "anguage" in line.text:
            said = _DONE.search(line.text)
        if said and (found := _places(line, said)):
            return found
    return []


def _places(line: Line, said: re.Match[str]) -> list[tuple[int, int]]:
    start, end = said.span(1)
    marks = (place for one in _BETWEEN.finditer(line.text, start, end) for place in one.span())
    bounds = [start, *marks, end]
    parts = zip(bounds[::2], bounds[1::2], strict=True)
    return [
        (line.start + lo, line.start + hi) for lo, hi in parts if language_tag(line.text[lo:hi])
    ]


def tongue(text: str) -> str:
    """Name the language of a text in English, "" where its small words leave it open.

    >>> tongue("Ich ersuche, alle Ausgaben, die nicht bereits von der Versammlung bewilligt sind, "
    ...        "bis auf Weiteres zurückzustellen. Herr Schulz wird sich auch um den Hafen bemühen.")
    'German'
    >>> tongue("The minister said that the matter was closed and that he would not return to it.")
    ''
    """
    words = [word.casefold() for word in _WORD.findall(text[:_READ])]
    if len(words) < _FEWEST:
        return ""
    often, told = Counter[str](), dict.fromkeys(_SMALL, 0.0)
    for word in words:
        names = _LANGUAGES.get(word, ())
        often.update(names)
        for name in names:  # what several languages have says less
            told[name] += 1 / len(names)
    (best, most), (_, next_most) = [*sorted(told.items(), key=lambda one: -one[1])][:2]
    if best == "English":
        return ""
    return best if often[best] >= _SHARE * len(words) and most >= _CLEAR * next_most else ""


def is_rather_in(text: str, name: str) -> bool:
    """Tell whether a few words are in the language that is named, rather than in English.

    >>> is_rather_in("Brief des Ministers an den Botschafter", "German")
    True
    >>> is_rather_in("Letter to the Ambassador", "German"), is_rather_in("Protokoll", "German")
    (False, False)
    """
    known = [_LANGUAGES.get(word.casefold(), ()) for word in _WORD.findall(text)]
    return sum(name in names for names in known) > sum("English" in names for names in known)
