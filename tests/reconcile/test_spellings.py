"""One person under the spellings of many traditions: the right one is found, and stands first."""

# ruff: noqa: RUF001  (names in their own letters are meant)

from __future__ import annotations

import pytest

from lod.entity import AuthorityEntity
from lod.reconcile.matcher import Matcher
from lod.reconcile.memory import MemoryAuthority

KNOWN = (
    *("Andrei Gromyko", "Nikita Khrushchev", "Vyacheslav Molotov", "Georgy Zhukov"),
    *("Andrey Vyshinsky", "Peng Dehuai"),
    *("Nikolai Bulganin", "Anastas Mikoyan", "Yuri Andropov", "Dmitry Ustinov"),
    *("Zhou Enlai", "Deng Xiaoping", "Li Xiannian", "Chen Yi", "Hua Guofeng", "Zhu De"),
    *("Kim Il-sung", "Pak Hon-yong", "Choe Yong-gon", "Park Chung-hee", "Kim Chaek"),
    *("Eisaku Sato", "Masayoshi Ohira", "Yohei Kono", "Shigeru Yoshida"),
    *("Anwar Sadat", "Gamal Abdel Nasser", "Hafez al-Assad", "Houari Boumediene"),
    *("Pham Van Dong", "Vo Nguyen Giap", "Le Duan", "Ho Chi Minh"),
    *("Georges Bidault", "Guy Mollet", "Robert Graves"),
    *("Henry Kissinger", "Konrad Adenauer", "Willy Brandt", "Walter Ulbricht"),
)


@pytest.fixture(scope="module")
def people() -> Matcher:
    entities = (
        AuthorityEntity(id=f"Q{number}", kind="person", label=label, names=(label,))
        for number, label in enumerate(KNOWN, start=1)
    )
    return Matcher([MemoryAuthority(entities)])


CYRILLIC = [
    ("Gromyko, Andreĭ Andreevich", "Andrei Gromyko"),  # ALA-LC
    ("Gromyko, Andrey Andreyevich", "Andrei Gromyko"),  # BGN/PCGN
    ("Хрущёв Никита Сергеевич", "Nikita Khrushchev"),
    ("Khrushchëv, Nikita", "Nikita Khrushchev"),
    ("Vyshinskii, Andrei Ianuar'evich", "Andrey Vyshinsky"),
    ("Vyšinskij, Andrej", "Andrey Vyshinsky"),
    ("Hruŝëv, Nikita", "Nikita Khrushchev"),  # ISO 9
    ("Chruschtschow, Nikita", "Nikita Khrushchev"),
    ("Khrouchtchev, Nikita", "Nikita Khrushchev"),
    ("Molotov, Viacheslav", "Vyacheslav Molotov"),  # passports since 2013
    ("Молотов В. М.", "Vyacheslav Molotov"),
    ("Žukov, Georgij", "Georgy Zhukov"),
    ("Schukow, Georgi", "Georgy Zhukov"),
    ("Andropov, IUrii", "Yuri Andropov"),
    ("Ustinov, Dmitriĭ Fedorovich", "Dmitry Ustinov"),
]
CHINESE = [
    ("P'eng Te-huai", "Peng Dehuai"),
    ("Chou En-lai", "Zhou Enlai"),
    ("Chou, En-lai", "Zhou Enlai"),
    ("Teng Hsiao-p’ing", "Deng Xiaoping"),
    ("Teng, Hsiao-ping", "Deng Xiaoping"),
    ("Li Hsien-nien", "Li Xiannian"),
    ("Ch’en I", "Chen Yi"),
    ("Hua Kuo-feng", "Hua Guofeng"),
    ("Chu Te", "Zhu De"),
]
KOREAN = [
    ("Kim Il-sŏng", "Kim Il-sung"),  # McCune-Reischauer
    ("Gim Il-seong", "Kim Il-sung"),  # Revised Romanisation
    ("Kim Il Sung", "Kim Il-sung"),  # as the north writes
    ("Pak Hŏn-yŏng", "Pak Hon-yong"),
    ("Park Hon Yong", "Pak Hon-yong"),
    ("Ch’oe Yong-gŏn", "Choe Yong-gon"),
    ("Choi Yong Gun", "Choe Yong-gon"),
]
HANGUL = [
    ("김일성", "Kim Il-sung"),
    ("박헌영", "Pak Hon-yong"),
]
HEARD = [  # as Russians write names of others
    ("Чжоу Эньлай", "Zhou Enlai"),
    ("Дэн Сяопин", "Deng Xiaoping"),
    ("Бидо, Жорж", "Georges Bidault"),
    ("Ги Молле", "Guy Mollet"),
    ("Грейвз Роберт", "Robert Graves"),
]
JAPANESE = [
    ("Satō, Eisaku", "Eisaku Sato"),
    ("Satou, Eisaku", "Eisaku Sato"),
    ("Sato Eisaku", "Eisaku Sato"),
    ("Ōhira, Masayoshi", "Masayoshi Ohira"),
    ("Oohira, Masayoshi", "Masayoshi Ohira"),
    ("Kōno, Yōhei", "Yohei Kono"),
    ("Kouno, Youhei", "Yohei Kono"),
]
ARABIC = [
    ("al-Sadat, Anwar", "Anwar Sadat"),
    ("Anwar el-Sadat", "Anwar Sadat"),
    ("Anwar as-Sadat", "Anwar Sadat"),
    ("Nasser, Gamal Abdel", "Gamal Abdel Nasser"),
    ("Asad, Hafiz al-", "Hafez al-Assad"),
    ("Ḥāfiẓ al-Asad", "Hafez al-Assad"),
    ("Boumedienne, Houari", "Houari Boumediene"),
]
VIETNAMESE = [
    ("Phạm Văn Đồng", "Pham Van Dong"),
    ("Pham, Van Dong", "Pham Van Dong"),
    ("Võ, Nguyên Giáp", "Vo Nguyen Giap"),
    ("Lê Duẩn", "Le Duan"),
    ("Hồ Chí Minh", "Ho Chi Minh"),
]
MISREAD = [
    ("Mo1otov, Vyacheslav", "Vyacheslav Molotov"),
    ("Molotov, Vyaches1av", "Vyacheslav Molotov"),
    ("Kirn Il Sung", "Kim Il-sung"),
    ("Kim II Sung", "Kim Il-sung"),
    ("Grornyko, Andrei", "Andrei Gromyko"),
    ("Grom yko, Andrei", "Andrei Gromyko"),
    ("Bu1ganin, Nik0lai", "Nikolai Bulganin"),
    ("Kiſſinger, Henry", "Henry Kissinger"),
    ("Adenaucr, Konrad", "Konrad Adenauer"),
    ("UIbricht, Walter", "Walter Ulbricht"),
    ("Brandl, Willy", "Willy Brandt"),
]


@pytest.mark.parametrize(
    ("name", "label"),
    [*CYRILLIC, *CHINESE, *KOREAN, *HANGUL, *HEARD, *JAPANESE, *ARABIC, *VIETNAMESE, *MISREAD],
)
def test_a_spelling_of_another_tradition_finds_its_person(
    people: Matcher, name: str, label: str
) -> None:
    found = people.match(name, "person").candidates
    assert [one.name for one in found[:1]] == [label]


@pytest.mark.parametrize(
    "name", ["Gromov, Andrei", "Molotov, Ivan", "Zhou Enping", "Kim Il-hwan", "Sato, Naotake"]
)
def test_a_name_that_is_only_like_another_is_not_accepted(people: Matcher, name: str) -> None:
    assert people.match(name, "person").id == ""


@pytest.mark.parametrize(
    ("name", "other"), [("Li, Xin", "Ruixin Li"), ("Li Hsin", "Li Jui-hsin"), ("Bo Yi", "Pu Yi")]
)
def test_a_syllable_more_or_another_is_another_chinese_name(name: str, other: str) -> None:
    one = AuthorityEntity(id="Q1", kind="person", label=other, names=(other,))
    assert Matcher([MemoryAuthority([one])]).match(name, "person").id == ""
