"""The words of dates in English, French, German, Italian, Spanish, Russian: their token kinds.

Months are known in Portuguese, Polish, Czech, Romanian, Serbian, Hungarian, Dutch, Swedish,
Bulgarian, Ukrainian and Turkish too; in Croatian but for October, whose name `listopada` is
that of November in Polish and is taken for it.

All words are folded: small letters without accents. A kind is one letter, so that the kinds of a
date, joined, are its shape (`dMy`), which `date_point` and `date_range` look up:

d number of 1 or 2 digits    y of 3 or 4    b of 8    n other    a '51    o ordinal    r Roman
k 1950s    K 50s    x 195X    q Q3    M month    S season    N half, third, quarter    C century
G decade    P early, mid, late    E era (-1 BCE)    J calendar (-1 old style)    R this, last year
~ about    ? uncertain    < before    > after    B between    F from    & and    | or    T to
O present    u illegible    U undated    V made, printed    W weekday    w any other word
( ) brackets of any form; hyphen, en dash and other signs stand for themselves
"""

# ruff: noqa: RUF001 - Cyrillic words are meant to look like Cyrillic

from __future__ import annotations

import unicodedata

_DASHES = "\u301c\u2012\u2013\u2014\u2015\u2e3a\u2e3b"
_HYPHENS = "\u2010\u2011\u2212\ufe58\ufe63"
_NOTHING = '"\u201c\u201d\u201e\u00ab\u00bb\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff'
_FOLD = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "\u2013"),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_NOTHING, ""),
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
        "\u0131": "i",
    }
)


def fold(text: str) -> str:
    """Bring spelling to one form: small letters, no accents, one dash, one hyphen, no quotes.

    >>> fold("«15» Février\u00a01951")
    '15 fevrier 1951'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_FOLD)
        parts = unicodedata.normalize("NFD", text.casefold())
        return "".join(c for c in parts if not unicodedata.combining(c))
    return text.replace('"', "").replace("`", "'").lower()


_MONTHS = (
    "january jan janvier janv januar janner jaenner gennaio genn gen enero ene"
    " январь января январе янв"
    " tammikuuta jaanuar ianuarie janeiro januara stycznia styczen ledna leden"
    " januari sijecnja січня януари ocak",
    "february febr feb fevrier fevr fev februar febbraio febbr febrero"
    " февраль февраля феврале февр фев"
    " helmikuuta veebruar februarie fevereiro februara lutego luty unora unor"
    " februari veljace лютого февруари subat",
    "march mar mars marz maerz mrz marzo март марта марте мар"
    " maaliskuuta marts marco martie marta marca marzec brezna brezen marcius maart"
    " ozujka березня mart",
    "april apr avril avr aprile abril abr апрель апреля апреле апр"
    " huhtikuuta aprill aprilie aprila kwietnia kwiecien dubna duben aprilis travnja"
    " квітня април nisan",
    "may mai maggio magg mayo май мая мае maio maja maj kvetna kveten majus mei"
    " toukokuuta svibnja травня mayis",
    "june jun juin juni giugno giu junio июнь июня июне июн"
    " kesakuuta juuni iunie junho juna czerwca czerwiec cervna cerven junius lipnja"
    " червня юни haziran",
    "july jul juillet juil juli luglio lugl lug julio июль июля июле июл"
    " heinakuuta juuli iulie julho jula lipca lipiec cervence cervenec julius srpnja"
    " липня юли temmuz",
    "august aug aout agosto ago август августа августе авг"
    " elokuuta avgusta avgust sierpnia sierpien srpna srpen augusztus augustus"
    " augusti kolovoza серпня"
    " agustos",
    "september sept sep septembre settembre sett set septiembre setiembre"
    " сентябрь сентября сентябре сент сен"
    " syyskuuta septembrie setembro septembra septembar wrzesnia wrzesien zari"
    " szeptember rujna вересня"
    " септември eylul",
    "october oct octobre oktober okt ottobre ott octubre октябрь октября октябре окт"
    " lokakuuta oktoober octombrie outubro oktobra oktobar pazdziernika pazdziernik"
    " rijna rijen жовтня октомври ekim",
    "november nov novembre noviembre ноябрь ноября ноябре нояб ноя"
    " marraskuuta listopadu noiembrie novembro novembra novembar listopada listopad"
    " studenog studenoga листопада"
    " ноември kasim",
    "december dec decembre dezember dez dicembre dic diciembre декабрь декабря декабре дек"
    " joulukuuta detsember decembrie dezembro decembra decembar grudnia grudzien"
    " prosince prosinec prosinca грудня"
    " декември aralik",
)
_SEASONS = (
    "spring printemps fruhling fruhjahr fruehling fruehjahr primavera весна весны весной весною",
    "summer ete sommer estate verano лето лета летом",
    "autumn fall automne herbst autunno otono осень осени осенью",
    "winter hiver inverno invierno зима зимы зимой зимою",
)
_ORDINALS = (
    "first premier premiere erste ersten erster primo prima primera primer primero"
    " первый первая первой первого первое первую",
    "second deuxieme seconde zweite zweiten zweiter secondo seconda segundo segunda"
    " второй вторая второго второе вторую",
    "third troisieme dritte dritten drittes terzo terza tercer tercera tercero"
    " третий третья третьей третьего",
    "fourth quatrieme vierte vierten quarto quarta cuarto cuarta"
    " четвертый четвертая четвертой четвертого",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
_WEEKDAYS = (
    "monday mon montag lundi lunedi lunes понедельник пн",
    "tuesday tue tues dienstag mardi martedi martes вторник вт",
    "wednesday wed mittwoch mercredi mercoledi miercoles среда среду ср",
    "thursday thu thur thurs donnerstag jeudi giovedi jueves четверг чт",
    "friday fri freitag vendredi venerdi viernes пятница пятницу пт",
    "saturday sat samstag sonnabend samedi sabato sabado суббота субботу сб",
    "sunday sun sonntag dimanche domenica domingo воскресенье вс",
)
_LAST = "last dernier derniere letzte letzten letztes ultimo ultima последний последняя последней"
_PARTS = (
    "early beginning start anfang beginn debut inizio inizi principio principios comienzos"
    " начало начала начале",
    "mid middle midst mitte milieu mediados середина середины середине",
    "late later end close ende spates spatere fin fine finales fines конец конца конце",
)
_UNITS = {
    2: "half moitie halfte haelfte mitad meta semestre semester halbjahr"
    " половина половины половине половину полугодие полугодия",
    3: "tiers drittel tercio треть трети",
    4: "quarter quart quartal trimestre trimester viertel четверть четверти"
    " квартал квартала квартале",
}
_KINDS = {
    "C": "century centuries cent jahrhundert jahrhunderts jahrhunderte jh jhd jhdt jhs siecle"
    " siecles siglo siglos secolo secoli sec век века веков веке вв столетие столетия",
    "G": "decade decades annees anni anos decennio decada десятилетие",
    "~": "circa ca cca about around approximately approx roughly abt um gegen etwa ungefahr vers"
    " environ env hacia verso около ок приблизительно примерно",
    "?": "probably prob perhaps possibly poss maybe likely presumably presumed uncertain"
    " wahrscheinlich vermutlich vielleicht wohl probablement forse probabilmente quizas"
    " probablemente вероятно возможно предположительно",
    "<": "before by until till ante vor bis avant pre до prior jusque hasta spatestens ранее"
    " раньше",
    ">": "after post nach apres dopo после despues fruhestens позднее позже",
    "B": "between betw zwischen entre tra fra между",
    "&": "and und et e y и",
    "|": "or oder ou o или",
    "T": "to through thru a au al по",
    "F": "from since seit ab depuis desde dal с со",
    "O": "present today heute",
    "u": "illegible unreadable blank unleserlich illisible неразборчиво нрзб",
    "U": "undated unknown nd undatiert sd недатировано",
    "V": "published publ pub printed exhibited painted made written dated issued created produced"
    " built composed drawn taken photographed copyright born died active fl floruit flourished"
    " established founded engraved designed manufactured modeled modelled conceived completed"
    " cast reprinted revised assembled compiled recorded handwritten typed stamped signed datiert",
    " ": "the of on in at year years yr month day days date de del della dello dell delle degli dei"
    " di du des der den dem das la le les l el los il lo am im en nel nell nella vom von d jahr"
    " jahre jahren jahres annee an ano anno г гг год года году годы годов годах лет месяц день дня"
    " dnia dn dne roku r g goda god godine року р"
    " 年 月 日 년 월 일",
}
_PHRASES = {
    ("E", -1): "bc|bce|b c|b c e|av j - c|avant j - c|v chr|vor chr|v u z|a c|a de c"
    "|antes de cristo|до н э|до нашеи эры|до р х",
    ("E", 1): "ad|ce|a d|c e|ap j - c|apres j - c|n chr|nach chr|u z|d c|d de c"
    "|despues de cristo|н э|нашеи эры|от р х",
    ("J", -1): "o s|os|old style|julian|julian calendar|a st|alten stils|v st|ст ст"
    "|старого стиля|по старому стилю|по ст ст",
    ("J", 1): "n s|ns|new style|gregorian|gregorian calendar|n st|neuen stils|н ст"
    "|нового стиля|по новому стилю|по н ст",
    ("U", 0): "n d|s d|s a|s f|o d|o j|no date|not dated|date not known|date is not known"
    "|date unknown|date is unknown|date illegible|date is illegible|unknown date|ohne datum"
    "|ohne jahr|nicht datiert|sans date|sin fecha|senza data|sem data|bez daty|bez data"
    "|kelt nelkul|без даты|б д|б / д|н д|н / д|дата неизвестна|дата не указана|не датировано",
    ("<", 0): "not after|not later than|no later than|prior to|up to|terminus ante quem|ante quem"
    "|nicht nach|не позднее|не позже|prima del|prima di|antes de|antes del|fino al"
    "|jusqu ' a|jusqu ' au|or before|or earlier|and earlier|and before",
    (">", 0): "not before|not earlier than|no earlier than|terminus post quem|post quem"
    "|nicht vor|не ранее|не раньше|despues de|despues del|or after|or later|and later|and after",
    ("O", 0): "to date|to present|to the present|the present|to this day|по настоящее время",
    ("~", 0): "alrededor de",
    ("?", 0): "peut - etre|most likely",
    ("R", 0): "this year|current year|the same year|same year|с г|сего года|этого года"
    "|текущего года|dieses jahres|d j|ds js|cette annee|este ano|quest ' anno",
    ("R", -1): "last year|previous year|the year before|прошлого года|прошлом году|vorigen jahres"
    "|letzten jahres|v j|annee derniere|an dernier|ano pasado|anno scorso",
    ("R", 1): "next year|following year|следующего года|nachsten jahres|annee prochaine"
    "|proximo ano|ano proximo|anno prossimo",
    ("o", 21): "twenty - first|twenty first",
    ("P", 0): "au debut|a principios|a comienzos",
    ("P", 1): "au milieu|a mediados",
    ("P", 2): "a la fin|a finales|a fines",
}


def _word_kinds() -> dict[str, tuple[str, int]]:
    """Gather all single words; a month or season wins where languages share a spelling."""
    words: dict[str, tuple[str, int]] = {}
    for kind, listed in _KINDS.items():
        words.update(dict.fromkeys(fold(listed).split(), (kind, 0)))
    for size, listed in _UNITS.items():
        words.update(dict.fromkeys(fold(listed).split(), ("N", size)))
    numbered = (
        ("o", 1, _ORDINALS),
        ("P", 0, _PARTS),
        ("S", 1, _SEASONS),
        ("W", 1, _WEEKDAYS),
        ("M", 1, _MONTHS),
    )
    for kind, start, table in numbered:
        for value, listed in enumerate(table, start):
            words.update(dict.fromkeys(fold(listed).split(), (kind, value)))
    words.update(dict.fromkeys(fold(_LAST).split(), ("o", -1)))
    return words


def _phrase_kinds() -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    """Gather the phrases under their first word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for (kind, value), listed in _PHRASES.items():
        for phrase in fold(listed).split("|"):
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, kind, value))
    for known in phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


WORDS = _word_kinds()
PHRASES = _phrase_kinds()
