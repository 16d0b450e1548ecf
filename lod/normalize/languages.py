"""The name or code of a language -> its BCP 47 tag, as a concept of the scheme `language`."""

# ruff: noqa: RUF001  (names in the scripts of the languages)

from __future__ import annotations

import re
import unicodedata

from lod.lazily import regex
from lod.normalize.language_names import ABROAD, SHORTENED
from lod.record import Concept, Origin

# tag, ISO 639-2/T (and /B where it differs), names in English and in the language itself.
_TABLE = """
af afr|Afrikaans
am amh|Amharic|አማርኛ
ar ara|Arabic|العربية|عربي|عربى|arabisch|arabe
as asm|Assamese
az aze|Azerbaijani|Azeri|azərbaycan dili|azərbaycanca
be bel|Belarusian|Belorussian|Byelorussian|White Russian|беларуская
bg bul|Bulgarian|български|български език
bn ben|Bengali|Bangla|বাংলা
bo bod tib|Tibetan|བོད་སྐད
br bre|Breton|brezhoneg
bs bos|Bosnian|bosanski
ca cat|Catalan|Valencian|català
cs ces cze|Czech|čeština|česky|český jazyk|tschechisch|tchèque
cu chu|Church Slavic|Church Slavonic|Old Church Slavonic
cy cym wel|Welsh|Cymraeg
da dan|Danish|dansk
de deu ger|German|Deutsch|allemand|немецкий|tedesco|alemán
dv div|Dhivehi|Divehi|Maldivian
dz dzo|Dzongkha
el ell gre|Greek|Modern Greek|ελληνικά|νέα ελληνικά
en eng|English|anglais|Englisch|английский|inglés|inglese
eo epo|Esperanto
es spa|Spanish|Castilian|español|castellano|espagnol|Spanisch|испанский
et est|Estonian|eesti|eesti keel
eu eus baq|Basque|euskara
fa fas per|Persian|Farsi|فارسی
fi fin|Finnish|suomi
fo fao|Faroese|føroyskt
fr fra fre|French|français|Französisch|французский|francés|francese
fy fry|Western Frisian|West Frisian|Frisian|Frysk
ga gle|Irish|Irish Gaelic|Gaeilge
gd gla|Scottish Gaelic|Gaelic|Gàidhlig
gl glg|Galician|galego
gu guj|Gujarati|ગુજરાતી
ha hau|Hausa
he heb|Hebrew|עברית|иврит
hi hin|Hindi|हिन्दी|हिंदी
hr hrv scr|Croatian|hrvatski
ht hat|Haitian|Haitian Creole
hu hun|Hungarian|Magyar|ungarisch|hongrois
hy hye arm|Armenian|հայերեն
id ind|Indonesian|Bahasa Indonesia
ig ibo|Igbo
is isl ice|Icelandic|íslenska
it ita|Italian|italiano|italienisch|italien|итальянский
ja jpn|Japanese|日本語|japanisch|japonais|японский
jv jav|Javanese
ka kat geo|Georgian|ქართული
kk kaz|Kazakh|қазақша|қазақ тілі
kl kal|Greenlandic|Kalaallisut
km khm|Khmer|Cambodian|ខ្មែរ
kn kan|Kannada
ko kor|Korean|한국어|조선말|koreanisch|coréen|корейский
ku kur|Kurdish|kurdî
ky kir|Kyrgyz|Kirghiz|кыргызча
la lat|Latin|latina|lingua latina|Latein
lb ltz|Luxembourgish|Lëtzebuergesch
lo lao|Lao|Laotian|ລາວ
lt lit|Lithuanian|lietuvių
lv lav|Latvian|latviešu
mg mlg|Malagasy
mi mri mao|Maori|Māori
mk mkd mac|Macedonian|македонски
ml mal|Malayalam
mn mon|Mongolian|монгол|монгол хэл
mr mar|Marathi|मराठी
ms msa may|Malay|Bahasa Melayu
mt mlt|Maltese|Malti
my mya bur|Burmese|မြန်မာ
nb nob|Norwegian Bokmål|Bokmål|norsk bokmål
ne nep|Nepali|नेपाली
nl nld dut|Dutch|Flemish|Nederlands|Niederländisch|Vlaams
nn nno|Norwegian Nynorsk|Nynorsk
no nor|Norwegian|norsk
oc oci|Occitan|occitan
om orm|Oromo
or ori|Odia|Oriya
pa pan|Punjabi|Panjabi|ਪੰਜਾਬੀ
pl pol|Polish|polski|język polski|polnisch|polonais|польский
ps pus|Pashto|Pushto|پښتو
pt por|Portuguese|português|portugiesisch
qu que|Quechua
rm roh|Romansh
ro ron rum|Romanian|Moldavian|Moldovan|română|limba română|rumänisch
ru rus|Russian|русский|русский язык|по-русски|Russisch|russe|ruso
rw kin|Kinyarwanda
sa san|Sanskrit
sd snd|Sindhi
se sme|Northern Sami
si sin|Sinhala|Sinhalese
sk slk slo|Slovak|slovenčina|slovensky
sl slv|Slovenian|Slovene|slovenščina
so som|Somali|Soomaali
sq sqi alb|Albanian|shqip
sr srp scc|Serbian|српски|srpski
su sun|Sundanese
sv swe|Swedish|svenska|schwedisch
sw swa|Swahili|Kiswahili
ta tam|Tamil|தமிழ்
te tel|Telugu
tg tgk|Tajik|тоҷикӣ
th tha|Thai|Siamese|ไทย|ภาษาไทย
ti tir|Tigrinya
tk tuk|Turkmen|türkmençe
tl tgl|Tagalog|Filipino
tr tur|Turkish|Türkçe
tt tat|Tatar|татарча
ug uig|Uyghur|Uighur
uk ukr|Ukrainian|українська|украинский
ur urd|Urdu|اردو
uz uzb|Uzbek|oʻzbekcha|o'zbek
vi vie|Vietnamese|tiếng Việt|Việt
vo vol|Volapük
wo wol|Wolof
xh xho|Xhosa
yi yid|Yiddish|ייִדיש|jiddisch
yo yor|Yoruba
zh zho chi|Chinese|Mandarin|Mandarin Chinese|中文|汉语|漢語|chinesisch|chinois|китайский
zh-Hans zho-hans|Chinese (Simplified)|Simplified Chinese|简体中文
zh-Hant zho-hant|Chinese (Traditional)|Traditional Chinese|繁體中文
zu zul|Zulu
grc grc|Ancient Greek|Greek, Ancient|Ancient Greek (to 1453)
gsw gsw|Swiss German|Alemannic
hsb hsb|Upper Sorbian
lad lad|Ladino|Judeo-Spanish
non non|Old Norse
nds nds|Low German
sh hbs|Serbo-Croatian|Serbo-Croat|Croato-Serbian|srpskohrvatski
sco sco|Scots
mul mul|Multiple languages|Multiple|Multilingual
und und|Undetermined|Unknown
zxx zxx|No linguistic content
"""
_TAG = regex(
    r"^(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)(?P<private>-x(?:-[a-z0-9]{1,8})+)?$"
)
_NOISE = regex(
    r"\b(?:languages?|lang|original|sprache|langue|lingua|lengua|idioma|limba|taal|nyelv|jezyku?"
    r"|jazyka?|jazyce|jezik|язык[еа]?|мова|мов[іу]|език|in|auf|en|em|na|we?|v|на)\b[.:]?"
)
# How Slavic names of languages end behind `in`.
_INFLECTED = (("ski", "skim"), ("cki", "ckim"), ("ina", "ine"), ("кии", "ком"), ("ка", "кою"))


def parse_language(text: str, *, origin: Origin | None = None) -> Concept | None:
    """Read one language: an English or own name, an ISO 639 code, or a BCP 47 tag.

    Gives None when it is none of these; two languages in one text are not one language. Codes
    of the bibliographic list (`ger`, `rum`) and of the old one (`iw`) are known.

    >>> [parse_language(text).id for text in ("Russian", "Deutsch", "fre", "zh_hant", "pt-BR")]
    ['ru', 'de', 'fr', 'zh-Hant', 'pt-BR']
    >>> parse_language("Klingonish") is None
    True
    """
    label = " ".join(text[:200].split())
    tag = language_tag(label)
    return Concept(scheme="language", label=label, id=tag, origin=origin) if tag else None


def languages_in(text: str) -> tuple[str, ...]:
    """Give the tags of several languages that one text lists, () unless each of them is known.

    >>> languages_in("English and Russian"), languages_in("Dutch; Flemish"), languages_in("eng/rus")
    (('en', 'ru'), ('nl',), ('en', 'ru'))
    >>> languages_in("English and other languages"), languages_in("Russian")
    ((), ())
    """
    pieces = [piece for piece in _JOINED.split(text[:200]) if piece.strip()]
    tags = [language_tag(piece) for piece in pieces]
    return tuple(dict.fromkeys(tags)) if len(tags) > 1 and all(tags) else ()


_JOINED = regex(
    r"\s*[,;/|+&\n]\s*(?:(?:and|und|et|y|e|i|a|и|та|og|och|en|ja|és|și)\s+)?"
    r"|\s+(?:and|und|et|y|e|i|a|и|та|og|och|en|ja|és|și|with|mit|avec)\s+"
)


def language_tag(text: str) -> str:
    """Give the BCP 47 tag of a language's name or code, "" when it is not known.

    >>> language_tag("Korean (language)"), language_tag("")
    ('ko', '')
    """
    folded = _fold(text)
    known = _TAGS.get(folded) or _TAGS.get(_fold(_NOISE.sub(" ", folded)))
    known = known or _well_formed(text.strip().replace("_", "-").lower())
    outside = "" if known else _ASIDE.sub("", text)
    return known or (language_tag(outside) if outside != text and outside else "")


# What a cataloguer says of a text in its language: `English (translation)`.
_ASIDE = regex(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")


def language_name(tag: str) -> str:
    """Give the English name of a language by its tag; the tag itself when it has none here.

    >>> language_name("ru"), language_name("pt-BR")
    ('Russian', 'Portuguese')
    """
    return _NAMES.get(tag) or _NAMES.get(tag.partition("-")[0], tag)


def _well_formed(tag: str) -> str:
    """Spell a BCP 47 tag with a known language in its usual case, "" for anything else."""
    found = _TAG.match(tag)
    language = _TAGS.get(found["language"], "") if found else ""
    if not found or not language or "-" in language:
        return language
    script, region = found["script"], found["region"]
    rest = f"{found['rest'] or ''}{found['private'] or ''}"
    parts = [language, script.title() if script else "", region.upper() if region else ""]
    return "-".join(part for part in parts if part) + rest


def _fold(text: str) -> str:
    """Fold the name of a language for look-up."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def _read_table() -> tuple[dict[str, str], dict[str, str]]:
    """Turn the table into look-ups by name or code, and by tag."""
    tags = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro", "mol": "ro"}
    names: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        codes, *spellings = line.split("|")
        tag, *others = codes.split()
        names[tag] = spellings[0]
        for spelling in (tag, *others, *spellings):
            tags.setdefault(_fold(spelling), tag)
    for line in f"{ABROAD.strip()}{SHORTENED}".rstrip().splitlines():
        tag, *spellings = line.split("|")
        for folded in map(_fold, spellings):
            tags.setdefault(folded, tag)
    for folded, tag in list(tags.items()):
        for plain, ending in _INFLECTED:
            if folded.endswith(plain):
                tags.setdefault(f"{folded.removesuffix(plain)}{ending}", tag)
    return tags, names


_TAGS, _NAMES = _read_table()
