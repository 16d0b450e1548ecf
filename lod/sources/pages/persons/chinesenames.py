"""Chinese names in pinyin, a family name and one or two syllables, and those of neighbours."""

# ruff: noqa: SIM905  (lists are read and extended as text)

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lod.sources.pages.persons.romanised import syllables_of
from lod.sources.pages.words.english import is_english
from lod.sources.pages.words.textwords import FAMILY_FIRST

# Family names of which other words are written so too: two names tell them, not one alone.
_FAMILIES = frozenset(
    """ai bai bao bei bi bian bo cai cao cen chai che cheng chi chong cui dai di diao ding dong dou
    du duan fan fang fei feng fu gai gan ge geng gong gou gu guan gui hai hao hou hua huan huo
    jia jian jiao jie jin jing ju kang ke kong kuang lai lan lang lei leng li lian liang liao
    ling long lou lu luan lun mei men meng mi miao ming mu nan ni nie ning niu ou ouyang pan pei
    pi pu qi qian qiang qin qiu qu quan que ran rao ren rong ruan rui sha shang shao she shen
    sheng shi shu shui si situ song su sui tai tao teng tong tu wan wei wen weng wu xia xian xiang
    xiao xing xiong xu xue yan yang yao yi yin ying you yue yun zha zhan zhen zheng zhong zhuang
    zhuo zhan zong zou zuo zang zeng zhai""".split()
)
# With what names of places end: Fang Shan, Bo Hai, Yan'an Xian.
_OF_PLACES = frozenset(
    """shan he jiang hai hu dao xian cun cheng zhou bei nan dong xi shi sheng qu guan kou gang wan
    zhen lu jie men ling shui yuan tan ping""".split()
)
# Families of Korea that are called like words of other languages.
_OF_KOREA = frozenset(
    """ahn bae baek ban cha eom gu ha heo hur jang jeon jeong jin jo jung koo ku min moon na noh oh
    ok pyo pyon ra rhim rim roh ryang ryo ryom ryu seo seok shim sim suh tae uh um won woo yeom yom
    yoo yoon""".split()
)
# Of these names of Burma are made, which have no family's among them.
_OF_BURMA = frozenset(
    """aung ba bo chit hla htay htun khin ko kyaw kyi let lwin maung mya myat myint myo naing ne
    nyein nyun nyunt ohn oo pe po san sein shein shwe soe swe than thant thaung thein thin thwin tin
    tun win ya yan yi zan zaw""".split()
)
_TWO, _THREE, _LONGEST = 2, 3, 6
_MARKS = {ord(one): None for one in "-'\u2019"}


def is_chinese(words: Sequence[str]) -> bool:
    """Tell whether words are a Chinese name in pinyin, the family name first.

    >>> [is_chinese(one.split()) for one in ("Liao Chengzhi", "Shi Zhi'ang", "Du Hong")]
    [True, True, True]
    >>> [is_chinese(one.split()) for one in ("Fang Shan", "Long March", "Du Pont", "Shen Dan Wan")]
    [False, False, False, False]
    """
    return _TWO <= len(words) <= _THREE and _is_name(tuple(words))


def is_of_burma(words: Sequence[str]) -> bool:
    """Tell whether words are a name of Burma, made of nothing but its syllables.

    >>> [is_of_burma(one.split()) for one in ("Ne Win", "Aung San", "Win Back", "Swe")]
    [True, True, False, False]
    """
    known = all(word.casefold() in _OF_BURMA and word.istitle() for word in words)
    return _TWO <= len(words) <= _THREE and known


def is_of_korea(words: Sequence[str]) -> bool:
    """Tell whether words are a Korean name, whose given name has a hyphen.

    >>> [is_of_korea(one.split()) for one in ("Oh Ki-sop", "OH KI-SOP", "Oh Lord", "Min-ho Park")]
    [True, True, False, False]
    """
    if len(words) != _TWO or words[0].casefold() not in _OF_KOREA:
        return False
    given = words[1].split("-")
    return len(given) == _TWO and all(one.isalpha() for one in given) and words[1][:1].isupper()


def is_of_china(words: Sequence[str]) -> bool:
    """Tell whether words are a Chinese name in pinyin or in the older way: Chen Po-ta.

    >>> [is_of_china(one.split()) for one in ("Song Binbin", "Chen Po-ta", "Saint Jean-le")]
    [True, True, False]
    """
    if is_chinese(words):
        return True
    given = words[1].split("-") if len(words) == _TWO else [""]
    old = len(given) == _TWO and given[0].istitle() and given[1].islower()
    return old and words[0].casefold() in FAMILY_FIRST and len(max(given, key=len)) <= _LONGEST


@lru_cache(maxsize=1 << 12)
def _is_name(words: tuple[str, ...]) -> bool:
    family, given = words[0].casefold(), [word.casefold() for word in words[1:]]
    capital = all(word[:1].isupper() and word[1:].islower() for word in words)
    if family not in _FAMILIES or not capital:
        return False
    if len(given) == _TWO:
        counted = [syllables_of(one) for one in given] == [1, 1]
    else:
        counted = 0 < syllables_of(given[0].translate(_MARKS)) <= _TWO
    worded = is_english(family) and any(map(is_english, given))
    return counted and not worded and given[-1] not in _OF_PLACES
