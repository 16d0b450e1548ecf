"""Markings of secrecy as papers bear them, in the languages of documents."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

import re
from collections.abc import Iterator

# ruff: noqa: RUF001  (Russian words are meant)

# Grades, with what may stand before and behind them; longer ones are tried first.
_GRADES = """cosmic top secret|nato top secret
|top secret|top-secret|t0p secret|tops secret|most secret
|state secret|military secret|very secret|strictly secret|strict secret|absolutely secret
|absolute secret|tuyệt mật|tối mật
|completely secret|extremely secret|ultra secret|highly secret|especially secret|secret
|strictly confidential|highly confidential|most confidential|very confidential
|extremely confidential|absolutely confidential|completely confidential|private and confidential
|personal and confidential|confidential|restricted|unclassified|classified
|limited official use only|limited official use|for official use only|official use only
|for internal use only|internal use only|for service use only|for service use
|for official use|uk eyes alpha|uk eyes only|u.k. eyes only|us eyes only|u.s. eyes only
|uk/us eyes only|canadian eyes only|australian eyes only|eyes only for ministers
|not for publication|not for the press|not for circulation|not for distribution
|limited circulation|for limited circulation|restricted circulation|limited distribution
|restricted distribution|confidential classified matter|secret classified matter
|classified confidential matter|classified secret matter|strictly confidential classified matter
|top secret classified matter|internal matter|secret command matter|secret official matter
|secret state matter|secret service matter|confidential official matter|confidential service matter
|secret reich matter|strictly secret command matter|confidential matter|secret matter
|special folder|special file|special dossier|osobaia papka|osobaya papka
|secret of special importance|secret of special significance|secret of particular importance
|top secret of special importance|of special significance|of special importance
|of particular importance|streng geheim|geheime kommandosache
|geheime verschlusssache|geheime verschlußsache|geheime reichssache|geheim
|streng vertraulich|vertrauliche verschlusssache|vertrauliche verschlußsache
|vertrauliche dienstsache|vs-nur für den dienstgebrauch|vs-vertraulich|vs - vertraulich
|vertraulich|nur für den dienstgebrauch|nur für den internen gebrauch
|persönlich und vertraulich|très secret défense|très secret|secret défense
|strictement personnelle et confidentielle|personnelle et confidentielle|personnel et confidentiel
|strictement confidentielle|très confidentielle|confidentielle|très secrète|secrète
|secret absolu|secret confidentiel|très confidentiel|strictement confidentiel
|confidentiel défense|confidentiel|diffusion restreinte|diffusion limitée|circulation restreinte
|réservé|réservée|réservés|ściśle tajne specjalnego znaczenia
|tajne specjalnego znaczenia|tajne spec. znaczenia|ściśle tajne|ściśle poufne|ściśle poufny
|tajne|tajny|poufne|poufny|do użytku służbowego|do użytku wewnętrznego
|přísně tajné|přísne tajné|prísne tajné
|přísně důvěrné|tajné|důvěrné|dôverné|jen pro vnitřní potřebu|szigorúan titkos
|szigorúan bizalmas|titkos|bizalmas|strict secret de importanță deosebită
|strict confidențial|secret de serviciu|confidențial|strogo poverljivo|strogo pov.
|državna tajna|vojna tajna|poverljivo|strogo zaupno|zaupno|segretissimo|segreto
|riservata personale|riservatissima|riservatissimo|riservato|riservata|confidenziale|segretissima
|muy secreto|ultra secreto
|secreto de estado|secreto de guerra|secreto militar|segreto di stato|segreto militare
|segredo de estado|secret d'état|tajemnica państwowa|tajemnica wojskowa
|tajemnica służbowa|státní tajemství|štátne tajomstvo|államtitok|szolgálati titok|staatsgeheimnis
|secret de stat|máximo secreto|estrictamente secreto|secreto|estrictamente confidencial
|muy confidencial
|confidencial y reservado|reservada y confidencial|confidencial|reservado|reservada|reservadas
|muy reservado|muy reservada|secreta|circulación limitada|circulación restringida
|difusión limitada|circulação restrita|circolazione limitata|uso interno|ad uso interno
|ultra-secreto|secretíssimo|zeer geheim|strikt geheim|uiterst geheim|uiters geheim|hoogst geheim
|baie geheim|streng vertroulik|uiters vertroulik|vertroulik
|zeer vertrouwelijk|vertrouwelijk|strengt hemmelig|hemmelig|fortroligt|strengt fortroligt
|kvalificerat hemlig|hemlig|salainen|çok gizli|gizli|совершенно секретно особой важности
|совершенно секретно|совсекретно|с. секретно|сов. секретно|строго секретно|особой важности
|особая папка|секретно
|для служебного пользования|не для печати|доверительно|конфиденциально
|не подлежит оглашению|строго доверительно|для ограниченного пользования
|строго конфиденциально|строго поверително|поверително|секретна|цілком таємно|таємно|绝密|絕密
|机密|機密|秘密|極秘|秘|部外秘|극비|비밀|대외비"""
_HANDLED = "sensitive|nodis|exdis|noforn|limdis|eyes only|spoke|xgds|atomal|cherokee|stadis|rd|gds"
_BEFORE = "nato|cosmic|us|u.s.|uk|u.k."


def any_of(words: str) -> str:
    """Give a pattern of words that bars part, the longest first; a space may be any white space.

    >>> any_of("no|not") + "!"
    'not|no!'
    """
    entries = words.replace("\n", "").split("|")
    found = sorted((one.strip() for one in entries), key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\ ", r"\s") for one in found)


_GRADE = re.compile(
    rf"(?<!\w)(?:(?:{any_of(_BEFORE)})\s)?(?:{any_of(_GRADES)})"
    rf"(?:\s?/\s?(?:{any_of(_HANDLED)}))*"
    r"(?:\s?[\u2013\u2014-]\s?(?:of (?:special|particular) (?:importance|significance)"
    r"|exclusiv[eo]|esclusivo)|(?<=matter)\sof\sthe\s(?:central\scommittee|politburo|council"
    r"\sof\sministers|council\sof\sstate|ministry|party|government|cc|secretariat))?(?!\w)(?!-\w)",
    re.IGNORECASE,
)
# As typists set it apart: `S E C R E T`.
_APART = """top secret|secret|most secret|strictly secret|confidential|strictly confidential
|restricted|unclassified|streng geheim|geheim|streng vertraulich|vertraulich|très secret
|confidentiel
|ściśle tajne|tajne|poufne|přísně tajné|tajné|důvěrné|szigorúan titkos|titkos|bizalmas
|strict secret|strogo poverljivo|secreto|segreto|совершенно секретно|секретно|строго секретно"""
_SPACED_WORDS = {
    one.replace(" ", ""): one for one in sorted(_APART.replace("\n", "").split("|"), key=len)
}
_SPACED = re.compile(
    "|".join(
        r"\s{1,3}".join(re.escape(" ".join(word)) for word in one.upper().split())
        for one in reversed(_SPACED_WORDS.values())
    )
)
_OP = re.compile(r"\((?:op|OP)\)")
_AND = re.compile(r"\sand\s(?:strictly\s)?(?:personal|private|urgent)\b", re.IGNORECASE)
# `Secret. Copy No. 1.`
_COPY = re.compile(r"[).,;:! ]+(?:copy|copies|ex\.|экз|exemplar|ausfertigung)\b", re.IGNORECASE)
# In titles these are words like others: `Restricted Areas in Berlin`.
_WORDY = re.compile(
    r"(?:Classified|Restricted)\s[^\W\d_]|(?:DE)?CLASSIFIED (?:BY|ON|FROM|UNDER|IN|AND)\b"
)
_NEAR = 3
_MARKS = " .!*()[]-\u2013\u2014\"'\u201c\u201d"
# A line without one of these, in English or German, or of those in other tongues has no grade.
_STEMS = tuple(
    """secre|onfid|estrict|lassified|fficial use|ternal use|service use|eyes alpha|special f
|eyes only|circulation|distribution|internal m|special d|osoba|special imp|particular imp
|not for |geheim|vertraul|dienst|gebrauch|t0p
|s e c r|o n f i|(op)|g e h e i m|r e s t r|l a s s i f|t r a u l|t a j n|p o u f|v ě r n|t i t k
|z a l m|v e r l|s e g r|с е к р""".replace("\n", "").split("|")
)
_FOREIGN = tuple(
    """estado|guerra|militar|di stato|d'état|tajemnic|tajemstv|tajomstv|titok|de stat
|tajn|poufn|ściśle|użytku|přís|prís|důvěr|dôver|vnitřní|titkos|bizalmas|strict|poverlj|pov.|tajna
|zaupno|segret|secrète|riservat|onfiden|reservad|restreinte|limitée|réservé
|circulaci|circulaç|difusi|circolaz|uso intern|défense|vertrou|hemmelig|fortrol|hemlig|salain
|gizli|секретн|важности|папка|служебного|оглашен|пользован|печати|доверит|конфиденц|поверител|таємно
|绝密|絕密|机密|機密|秘|部外|극비|비밀|대외비""".replace("\n", "").split("|")
)
_ANY_STEM = re.compile("|".join(map(re.escape, (*_STEMS, *_FOREIGN))))


def grades(text: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Find the markings in a short line; whole: only where the line is nothing else.

    A grade in small letters is a marking only where it is the whole line.

    >>> [list(grades(one, whole=False)) for one in ("Top Secret, copy 2", "a secret talk")]
    [[(0, 10)], []]
    >>> list(grades("Not for the press", whole=True))
    [(0, 17)]
    """
    if _ANY_STEM.search(text.lower()) is None:
        return
    bare = text.strip(_MARKS)
    for one in (*_GRADE.finditer(text), *_SPACED.finditer(text), *_OP.finditer(text)):
        start, end = one.span()
        behind = _AND.match(text, end)
        end = behind.end() if behind else end
        alone = text[start:end].strip(_MARKS) == bare or (start < _NEAR and _COPY.match(text, end))
        loud = (not one[0][0].islower() or one[0][0] == "(") and not _WORDY.match(text, start)
        if alone or (loud and not whole):
            yield start, end


def unspaced(text: str) -> str:
    """Write a marking that is set apart without the spaces between its letters.

    >>> unspaced("T O P   S E C R E T"), unspaced("Top secret")
    ('TOP SECRET', 'Top secret')
    """
    known = _SPACED_WORDS.get("".join(text.split()).casefold())
    return known.upper() if known and " " in text.strip()[:2] else text
