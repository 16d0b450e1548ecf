"""The text of a page as it is read for names: without marks of strong print and of links."""

from __future__ import annotations

import re

from lod.sources.pages.text.misread import mended_letters
from lod.sources.pages.text.pagefeet import without_feet
from lod.sources.pages.words.english import given_names
from lod.sources.pages.words.folding import plain

_EMPHASIS = re.compile(r"\*(?<!\w\*)\*{0,2}(?=[\w(\[])|\*(?<=[\w.,:;!?)\]]\*)\*{0,2}(?!\w)")
# A few words in italics amid a sentence are what in print stands in quotation marks.
_TITLED = re.compile(
    r"(?<=[a-z] )\*([^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+){0,2})\*(?![\w*])"
)
_LINK = re.compile(r"\[([^\]\[\n]+)(\]\([^()\s]*\))")
# The mark of a note as programs write it in Markdown: `[\\[1\\]](#fn1)`.
_NOTE_LINK = re.compile(r"\[\\?\[[\d*a-z\u2020]{1,3}\\?\]\]\([^()\s]*\)")
# Of which class a German official is: `Legationsrat I. Klasse Dorn`, `VLR I Dorn`.
_CLASS = re.compile(
    r"(?<=[a-z] )(?:I{1,3}|[123])\.? (?:Klasse|Kl\.)(?= [^\W\d_a-z])|(?<=\bLR )II?(?= [A-Z])"
    r"|(?<=\bVLR )II?(?= [A-Z])"
)
# French papers call a man `M. Alphand`: no initial of his. Both are of one length.
_MONSIEUR = re.compile(
    r"\bM\. (?=(?:de (?:la )?)?[^\W\d_a-z][^\W\d_]|(?:[A-Z]\. ?){2,3}[A-Z][a-z])"
)
_MESSIEURS = re.compile(r"\bMM\. (?=[^\W\d_a-z][^\W\d_])")
_IN_FRENCH = re.compile(
    r"\b(?:[àÀ]|[Pp]our|par|avec|que|entre|Lettre de|Note de|Entretien de) M\. "
    r"|\bM\. l(?:e |['\u2019])"
    r"|\bMonsieur l|\bMM\. |\bMme "
)
# As do translations from French, in which most of those who bear one letter bear this one.
_ONE_LETTER = re.compile(r"\b([A-Z])\. (?:de (?:la )?)?([^\W\d_a-z][^\W\d_][\w'\u2019-]*)")
# Whom an editor says not to be meant: `Lukyanov [not A. I. Lukyanov - trans.]`.
_NOT_MEANT = re.compile(r"\[not (?:the )?[^\W\d_a-z][^\[\]\n]{2,80}\]")
_GIVEN = re.compile(r"(?<![\w.])([^\W\d_a-z][^\W\d_]+) $")
_BEFORE = re.compile(r"(?<![^\W_])[A-Z]\. ?$")  # N. M. Hora
# Nobody calls himself Monsieur where he signs.
_HAND = re.compile(
    r"(?:^|\n)[ \t]*(?:[(\[/]\s?(?:[Ss]igned|SIGNED|[Ss]ign[ée]e?|[Ss]gd\.?|[Ss])\s?[)\]/]:?"
    r"|(?:[Ss]igned|SIGNED|[Ss]ign[ée]|[Ss]gd\.?)(?: by)?:?)\s{1,3}$"
)
# What an editor says that the paper has where he writes what is meant: `Erenhot [text: Ereen]`.
_IN_TEXT = re.compile(
    r"\[\*?(?:in (?:the )?(?:text|original|MS)|text|original|orig\.|MS|so in original"
    r"|im Original|im Text|texte|en el original|nel testo|w oryginale|v originále|в тексте)"
    r"\s?:\*?\s[^\[\]\n]{2,60}\]"
)
# The initial that an editor adds before a surname: `Ambassador [S.] Hora`; one blank follows it.
_INITIAL = re.compile(r"\[([A-Z]\.(?: ?[A-Z]\.)?)\](?= [^\W\d_a-z][^\W\d_A-Z])")
_LEAST, _LOOK = 4, 24


def _calls_monsieur(text: str) -> bool:
    """Tell whether a page writes `M.` for Monsieur."""
    if _IN_FRENCH.search(text) is not None:
        return True
    called: set[tuple[str, str]] = (
        set(_ONE_LETTER.findall(text)) if text.count("M. ") >= _LEAST else set()
    )
    men = sum(letter == "M" for letter, _ in called)
    return men >= _LEAST and 2 * men > len(called)


def readable(text: str) -> str:
    """Leave out what says nothing of names: marks of strong print, of links; places stay."""
    read = without_feet(mended_letters(text))
    if "\\[" in text:  # brackets that are no links, as Markdown has them
        read = read.replace("\\[", " [").replace("\\]", "] ")
    if "*" in text:
        read = _TITLED.sub(r'"\1"', read)
        read = _EMPHASIS.sub(lambda one: " " * len(one[0]), read)
    read = without_class(read)
    if "[not " in text:
        read = _NOT_MEANT.sub(lambda one: " " * len(one[0]), read)
    if "](" in text:
        read = _NOTE_LINK.sub(lambda one: " " * len(one[0]), read) if "]](" in text else read
        read = _LINK.sub(lambda one: f" {one[1]}{' ' * len(one[2])}", read)
    if "[" in text and ": " in text and _IN_TEXT.search(text):
        read = _IN_TEXT.sub(lambda one: " " * len(one[0]), read)
    if ".] " in text:
        read = _INITIAL.sub(r"  \1", read)
    if "M. " in text and _calls_monsieur(text):
        read = _MONSIEUR.sub(lambda one: one[0] if _is_initial(read, one.start()) else "Mr ", read)
        read = _MESSIEURS.sub(" Mr ", read)
    return read


def without_class(text: str) -> str:
    """Blank out of which class an official is.

    >>> without_class("Legationsrat I. Klasse Dorn")
    'Legationsrat           Dorn'
    """
    if " Kl" in text or "LR I" in text:
        return _CLASS.sub(lambda one: " " * len(one[0]), text)
    return text


def _is_initial(text: str, at: int) -> bool:
    """Tell whether a letter is of a name: `Jean M. Lefort`, or who signs: `[signed] M. Lefort`."""
    if _BEFORE.search(text, max(at - _LEAST, 0), at):
        return True
    if _HAND.search(text, max(at - _LOOK, 0), at):
        return True
    before = _GIVEN.search(text, max(at - _LOOK, 0), at)
    return before is not None and plain(before[1]) in given_names()
