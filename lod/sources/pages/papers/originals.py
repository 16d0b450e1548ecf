"""In which language an original is that somebody put into English, where nothing names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from lod.normalize.archives import archive_code
from lod.sources import Cell

# Archives of states with one language of office, by their codes in vocab/archive.ttl.
_TONGUES = {
    **dict.fromkeys(
        ("avprf", "aprf", "rgaspi", "rgani", "garf", "rgva", "rgae", "rgali", "tsamo", "tsafsb"),
        "Russian",
    ),
    **dict.fromkeys(("sapmo-barch", "paaa", "bstu", "barch"), "German"),
    **dict.fromkeys(("aan", "amsz", "ipn"), "Polish"),
    **dict.fromkeys(("anic", "amae-ro"), "Romanian"),
    **dict.fromkeys(("prc-fma", "cca"), "Chinese"),
    **dict.fromkeys(("rok-da", "rok-mofa"), "Korean"),
    "mnl-ol": "Hungarian",
    "tsda": "Bulgarian",
    "aqsh": "Albanian",
    "acs": "Italian",
    "damofaj": "Japanese",
}
# The name of a person or place in its own letters, as translators add it in brackets.
_HAN, _KANA, _HANGUL = "\u3400-\u9fff", "\u3040-\u30ff", "\uac00-\ud7af"
_GLOSS = re.compile(rf"[\[(\uff08]([{_HAN}{_KANA}{_HANGUL}]{{1,12}})[\])\uff09]")
_KOREAN, _JAPANESE = re.compile(f"[{_HANGUL}]"), re.compile(f"[{_KANA}]")
_HELD = ("reference", "keeper")
_WORDS, _FEWEST = 3, 2


def original_language(text: str, cells: Mapping[str, Sequence[Cell]]) -> Cell | None:
    """Say in which language the original of a translation is: by its archive, or by its letters.

    cells: what labels tell, the place in an archive among them.

    >>> original_language("", {"reference": [Cell("RGANI, f. 5, op. 30, d. 4")]}).text
    'Russian'
    >>> original_language("Liu [\u5218] and Deng [\u9093] agree", {}).text
    'Chinese'
    """
    for column in _HELD:
        for cell in cells.get(column, ()):
            if tongue := _of_archive(cell.text):
                return Cell(tongue, cell.start, cell.end, "translated, and of an archive")
    glosses = [one[1] for one in _GLOSS.finditer(text)] if not text.isascii() else []
    if len(glosses) < _FEWEST:
        return None
    tongue, _ = Counter(map(_written_in, glosses)).most_common(1)[0]
    return Cell(tongue, rule="translated, and names in its letters")


def _of_archive(reference: str) -> str:
    """Name the language of the archive with which a reference begins, "" for none."""
    begins = reference[:60].replace(",", " ").split()[:_WORDS]
    names = (" ".join(begins[:count]) for count in range(len(begins), 0, -1))
    codes = (archive_code(name.rstrip(".:;")) for name in (reference.partition(",")[0], *names))
    return next((_TONGUES.get(code, "") for code in codes if code), "")


def _written_in(letters: str) -> str:
    if _KOREAN.search(letters):
        return "Korean"
    return "Japanese" if _JAPANESE.search(letters) else "Chinese"
