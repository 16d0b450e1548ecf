"""Who is who within one text: a surname is recorded in the fullest form that the text has."""

# ruff: noqa: RUF001  (endings of Russian names are meant)

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from lod.normalize.namewords import PATRONYMIC
from lod.sources.pages.persons.nameforms import fullest, given_letter, is_slip, surname
from lod.sources.pages.persons.reflow import one_line
from lod.sources.pages.persons.romanised import is_older, is_one_chinese, one_sound
from lod.sources.pages.words.folding import plain
from lod.sources.pages.words.textwords import ALSO_GIVEN, FAMILY_FIRST, RANKS, WEAK_RANKS
from lod.sources.pages.words.tokens import Token, is_initials, tokens

_MISREAD = re.compile(r"^(?:II|Ii|ll|1l|I1)$")
# Letters that a scan has for others which look alike: SERNYONOV.
_ALIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "l"), ("l", "i"), ("i", "l"))
# Dative, instrumental and prepositional of surnames such as Молотов, Сталин; Вышинский.
_OF_MAN = re.compile(r"(\w{2,}(?:[оеё]в|[иы]н|ян|ич))(?:у|ым|ем|е)", re.IGNORECASE)
_GENITIVE = re.compile(r"\w{2,}(?:[оеё]в|[иы]н)а")
_SKY = re.compile(r"(\w{2,}[сц]к)(?:ому|им|ом|ого)", re.IGNORECASE)
_TWO, _FEW = 2, 3
_FATHERS = frozenset(("ilyich", "ilich", "kuzmich", "fomich", "lukich", "nikitich"))
_LEAST = 5  # letters of a surname of which another spelling may be a mistake


class Cast:
    """The persons of one text, by surname.

    A surname that stands once and is one letter off another that stands more often is a slip for
    it, unless it is one of the names that are sure. shown: names that
    something better than a verb shows to be a person's: of those, what stands once and alone may
    be a slip too. meant: names with those that an editor says are meant by them.
    """

    def __init__(
        self,
        names: Iterable[str],
        sure: Iterable[str] = (),
        shown: Iterable[str] = (),
        meant: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._shown = _keys(shown)
        self._by_letter: dict[str, list[str]] | None = None
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            if words := _words(name):
                spelled = mended(words)
                self._forms[_key(spelled)][" ".join(spelled)] += 1
        spellings = list(meant)
        known = _keys(sure)
        kept = known | _keys(name for pair in spellings for name in pair)
        self._order = {key: at for at, key in enumerate(self._forms)}
        self._leave_out_slips(kept)
        self._misread = dict(self._misreadings(kept))
        for key, right in self._misread.items():
            for form in self._forms.pop(key):
                self._forms[right][" ".join(self._as_meant(form.split()))] += 1
        self._join_halves()
        self._alike_in_sound(known, _keys(name for pair in spellings for name in pair))
        self._told: dict[str, str] = {}
        self._slips: dict[str, str] = {}
        self._readings = {key: fullest(tuple(sorted(forms))) for key, forms in self._forms.items()}
        self._called = self._given_names()
        self._spelled = dict(self._spellings(spellings, known))
        self._spelled |= self._respelled()

    def _leave_out_slips(self, kept: Collection[str]) -> None:
        """Leave out surnames that stand once and alone, and are slips for others."""
        for key in [key for key, forms in self._forms.items() if sum(forms.values()) == 1]:
            if key in kept or given_letter(next(iter(self._forms[key])).split()):
                continue
            near = self._often().get(key[:1], [])
            alone, often = self._forms.pop(key), key in near
            if often:
                near.remove(key)
            if not self._meant(key):
                self._forms[key] = alone
                if often:
                    insort(near, key)

    def _spellings(
        self, pairs: Sequence[tuple[str, str]], known: set[str]
    ) -> Iterator[tuple[str, str]]:
        """Give the names that are recorded by another spelling, which an editor says is meant."""
        for written, meant in pairs:
            names = self._read(written), self._read(meant)
            if known.issuperset(_keys((written,))) and not known.issuperset(_keys((meant,))):
                names = names[::-1]  # whom a gazetteer has by the name that the text has
            if names[0] != names[1]:
                yield names

    def _misreadings(self, kept: Collection[str]) -> Iterator[tuple[str, str]]:
        """Find surnames in which letters are misread: whoever bears them bears the other too."""
        for key, forms in self._forms.items():
            if _GENITIVE.fullmatch(key) and key[:-1] in self._forms:
                yield key, key[:-1]
                continue
            alone = sum(forms.values()) == 1 and key not in kept
            meant = (self._alike(key) or self._slip(key)) if alone else ""
            given = {given_letter(form.split()) for form in self._forms.get(meant, ())}
            own = given_letter(next(iter(forms)).split())
            sure = sum(self._forms.get(meant, Counter()).values()) > 1 or meant in self._shown
            if meant and sure and (own in given | {""} or given == {""}):
                yield key, meant

    def _join_halves(self) -> None:
        """Take the first half of a double surname for whoever bears the whole of it."""
        double = [key for key in self._forms if "-" in key and " " not in key]
        for key in double:
            half = key.partition("-")[0]
            alone = half in self._forms and self._is_bare_form(half)
            if alone and sum(one.startswith(f"{half}-") for one in double) == 1:
                self._misread[half] = key
                for form in self._forms.pop(half):
                    self._forms[key][" ".join(self._as_meant(form.split()))] += 1

    def _alike_in_sound(self, known: set[str], told: set[str]) -> None:
        """Take surnames that are only written by other rules for one: Alexeyev is Alekseev.

        That stands which a gazetteer knows, else which the text has more often or first. told:
        those of which an editor says who is meant.
        """
        often = sorted(
            self._forms.keys() - told, key=lambda key: (key not in known, *self._rank(key))
        )
        for key, right in list(one_sound(often)):
            own, given = ({given_letter(form.split()) for form in self._forms[one]}
                          for one in (key, right))  # fmt: skip
            if own - {""} <= given or given <= {""}:
                self._misread[key] = right
                for form in self._forms.pop(key):
                    self._forms[right][" ".join(self._as_meant(form.split()))] += 1

    def _rank(self, key: str) -> tuple[int, int]:
        """Order surnames by how often they stand, and where first."""
        return -sum(self._forms[key].values()), self._order.get(key, len(self._order))

    def _respelled(self) -> Iterator[tuple[str, str]]:
        """Pair names of Chinese in pinyin and older letters; that stands which is more often."""
        whole = [key for key in self._forms if " " in key]
        names = {key: self._readings[key].get("", "") for key in whole}
        older = any(is_older(name) for name in names.values())
        whole.sort(key=self._rank)
        for at, one in enumerate(whole) if older else ():
            for other in whole[at + 1 :]:
                if is_one_chinese(names[one], names[other]):
                    yield names[other], names[one]

    def _as_meant(self, words: list[str]) -> list[str]:
        """Write a surname whose letters are misread as it is meant."""
        wrong = _key(words)
        meant = self._misread.get(wrong, "")
        return [meant.title() if plain(word) == wrong else word for word in words]

    def __bool__(self) -> bool:
        """Tell whether there is anybody."""
        return bool(self._forms)

    def reading(self, name: str) -> str:
        """Give the name under which a mention is recorded.

        >>> cast = Cast(["A. GROMYKO", "Gromyko", "Nam II", "I. Petrov", "V. Petrov"])
        >>> [cast.reading(name) for name in ("Comrade Gromyko", "Nam II", "Petrov")]
        ['A. Gromyko', 'Nam Il', 'Petrov']
        """
        if name not in self._told:
            read = self._read(name)
            self._told[name] = self._spelled.get(read, read)
        return self._told[name]

    def _read(self, name: str) -> str:
        words = mended(_words(name))
        if not words:
            return name
        if _is_respectful(words):
            called = self._called.get(words[0].casefold()) or self._by_initials(words)
            return called or " ".join(words)
        if len(words) == 1 and (whole := self._called.get(words[0].casefold())):
            return whole
        if len(words) == 1 and (meant := self.misspelt(words[0])):
            words = [meant.capitalize()]
        if _key(words) in self._misread:
            words = self._as_meant(words)
        spelled = " ".join(words)
        known = self._readings.get(_key(words), {})
        return known.get(given_letter(words), spelled)

    def _by_initials(self, words: Sequence[str]) -> str:
        """Give the only person whose initials are those of given name and patronymic."""
        letters = f"{words[0][0]}{words[1][0]}".casefold()
        found = {
            name
            for forms in self._readings.values()
            for name in forms.values()
            if "." in name and _letters(name) == letters
        }
        return found.pop() if len(found) == 1 else ""

    def _given_names(self) -> dict[str, str]:
        """Say who is meant by a given name alone: the only one whose full name begins with it."""
        called: dict[str, set[str]] = {}
        for key, forms in self._forms.items():
            for words in map(str.split, forms):
                # Leonid Ilyich is no other than the one Leonid of the page.
                if len(words) > 1 and not (is_initials(words[0]) or _is_respectful(words)):
                    name = self._readings[key].get(given_letter(words), " ".join(words))
                    called.setdefault(words[0].casefold(), set()).add(name)
        return {
            given: next(iter(names))
            for given, names in called.items()
            if len(names) == 1 and (given not in self._readings or self._is_bare(given))
        }

    def _is_bare(self, key: str) -> bool:
        """Tell whether a surname has no form with a given name."""
        return all(" " not in name for name in self._readings[key].values())

    def surnames(self) -> set[str]:
        """Give the surnames, folded, that may stand alone: with their accents and without."""
        return self._surnames

    @cached_property
    def _surnames(self) -> set[str]:
        alone = [key for key in self._forms if " " not in key]
        return {
            *alone,
            *(form.split()[-1].casefold() for key in alone for form in self._forms[key]),
        }

    def full_names(self) -> set[str]:
        """Give the keys of names that are known only as a whole, such as Kim Il Sung."""
        return {key for key in self._forms if " " in key}

    def misspelt(self, word: str) -> str:
        """Find the surname of which a word is a slip: one letter more, less or other; "" for none.

        A feminine ending is no slip, and neither is another known surname.

        >>> Cast(["Ivanov", "Ivanov"]).misspelt("Ianov"), Cast(["Ivanov"]).misspelt("Ianov")
        ('ivanov', '')
        """
        if len(word) < _LEAST and word.isascii():
            return ""
        known = self._slips.get(word)
        if known is None:
            known = self._slips[word] = self._meant(plain(word))
        return known

    def _meant(self, low: str) -> str:
        """Find that surname, while those of the page may still change."""
        if low in self._forms:
            return ""
        often = self._often()
        if not often:
            return ""
        alike = self._alike(low)
        if alike and alike in often.get(alike[:1], ()):
            return alike
        for key in often.get(low[:1], ()):
            if abs(len(key) - len(low)) < 2 and is_slip(low, key):
                return key
        return ""

    def _slip(self, key: str) -> str:
        """Find the surname, nowhere with a given name, of which one with it is a slip."""
        if " " in key or not given_letter(next(iter(self._forms[key])).split()):
            return ""
        near = self._often().get(key[:1], ())
        slips = (one for one in near if abs(len(one) - len(key)) < 2 and is_slip(key, one))
        return next((one for one in slips if one != key and self._is_bare_form(one)), "")

    def _is_bare_form(self, key: str) -> bool:
        return all(not given_letter(form.split()) for form in self._forms.get(key, ()))

    def _alike(self, key: str) -> str:
        """Find the surname that a scan has in letters which look alike; "" for none."""
        if len(key) <= _LEAST:
            return ""
        for one in _lookalikes(key):
            if one in self._forms:
                return one
        return ""

    def _often(self) -> dict[str, list[str]]:
        """Give the surnames of which a word may be a slip, by their first letter."""
        if self._by_letter is None:
            self._by_letter = {}
            for key, forms in sorted(self._forms.items()):
                often = sum(forms.values()) > 1 or key in self._shown
                if often and " " not in key and len(key) > _LEAST:
                    self._by_letter.setdefault(key[0], []).append(key)
        return self._by_letter


def mended(words: list[str]) -> list[str]:
    """Read `II` as `Il` in Korean names.

    >>> mended(["Kim", "II", "Sung"]), mended(["Nicholas", "II"])
    (['Kim', 'Il', 'Sung'], ['Nicholas', 'II'])
    """
    if len(words) < 2 or words[0].casefold() not in FAMILY_FIRST:
        return words
    return [words[0], *("Il" if _MISREAD.match(word) else word for word in words[1:])]


def _is_respectful(words: Sequence[str]) -> bool:
    """Tell whether words are a given name and a patronymic alone: Leonid Ilyich."""
    if len(words) != _TWO:
        return False
    return _is_patronymic(words[-1]) and not is_initials(words[0])


@lru_cache(maxsize=1 << 12)
def _is_patronymic(word: str) -> bool:
    word = word.replace("\u2019", "").replace("'", "")
    return word.casefold() in _FATHERS or PATRONYMIC.search(word) is not None


def nominative(word: str) -> str:
    """Give a Russian surname of a man as it is cited, where its case can be told from its ending.

    >>> [nominative(one) for one in ("Молотову", "ХРУЩЕВЫМ", "Вышинскому", "Микояну", "Чжоу")]
    ['Молотов', 'ХРУЩЕВ', 'Вышинский', 'Микоян', 'Чжоу']
    """
    if found := _SKY.fullmatch(word):
        ending = "ИЙ" if word.isupper() else "ий"
        return f"{found[1]}{ending}"
    found = _OF_MAN.fullmatch(word)
    return found[1] if found else word


def _letters(name: str) -> str:
    """Give the initials before a surname."""
    given = "".join(word for word in name.split()[:-1] if is_initials(word))
    return given.replace(".", "").casefold()


def _words(name: str) -> list[str]:
    return list(_cut(name))


@lru_cache(maxsize=1 << 14)
def _cut(name: str) -> tuple[str, ...]:
    """Cut a name into words, without ranks."""
    found = tokens(one_line(name))
    ranked = False
    while len(found) > 1 and (found[0].low in RANKS or _is_weak(found)):
        if found[0].low in ALSO_GIVEN and len(found) == _TWO and (ranked or found[1].low == "khan"):
            break  # Counsellor Sultan Khan
        found, ranked = found[1:], True
    words = [_in_capitals(word.text) for word in found]
    if words and not words[-1].isascii():
        last = next((at for at in range(len(words) - 1, 0, -1) if len(words[at].strip(".")) > 1), 0)
        words[last] = nominative(words[last])
    if name[-1:] == "." and len(words) > 1 and len(words[-1]) == 1 and words[-1].isupper():
        words[-1] += "."  # MALENKOV G. M.
    return tuple(words)


def _in_capitals(word: str) -> str:
    """Read the small letter that a scan has for I amid capitals: OBZlNA."""
    loud = len(word) > _TWO and word.replace("l", "").isupper() and "l" in word[1:]
    return word.replace("l", "I") if loud else word


def _is_weak(found: Sequence[Token]) -> bool:
    """Tell whether a name begins with words of rank that are everyday ones: Vice Premier Li."""
    if found[0].low not in WEAK_RANKS:
        return False
    second = found[1].low in WEAK_RANKS and len(found) > _FEW and found[2].low in RANKS
    return second or found[1].low in RANKS


def _keys(names: Iterable[str]) -> set[str]:
    """Give the surnames of some names, folded."""
    return {surname(words) for name in set(names) if (words := _cut(name))}


def _key(words: Sequence[str]) -> str:
    return surname(tuple(words))


@lru_cache(maxsize=1 << 13)
def _lookalikes(word: str) -> tuple[str, ...]:
    """Give the words that a scan may have had before it, with other letters that look alike."""
    found = (word.replace(seen, meant) for seen, meant in _ALIKE if seen in word)
    return tuple(one for one in found if one != word)
