"""Citations of one line, as editors of documents and archives write them, and prose, which is none."""

# ruff: noqa: E501, RUF001  (a citation is one line; Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.citations.citedline import cited_line
from tests.sources.pages.cataloguing import page

PROSE = (
    "The works at Venta need copper, and the ministry was told so in the spring by those who run "
    "them; nobody has answered since."
)
TEXT = "\n\n".join([PROSE] * 3)

CITED = [
    (
        "* Jan Orlov to Petr Vesely, letter, 18 March 1970, Vojenský ústřední archiv, Prague, fond MNO, 1970, karton 12, sign. 1/7-3. Translated from the Czech by Eva Nová. In: Mining Papers Online, no. 86.",
        "Jan Orlov to Petr Vesely",
        "18 March 1970",
        "Vojenský ústřední archiv, Prague, fond MNO, 1970, karton 12, sign. 1/7-3",
        "Eva Nová",
    ),
    (
        "Source: Telegram No. 77 from the Embassy in Venta, 3 November 1965. Arquivo Histórico-Diplomático, Lisbon, PAA, maço 11, proc. 960,2, doc. 7. Rui Costa to Jorge Lima. English version by Ana Dias.",
        "Telegram No. 77 from the Embassy in Venta",
        "3 November 1965",
        "Arquivo Histórico-Diplomático, Lisbon, PAA, maço 11, proc. 960,2, doc. 7",
        "Ana Dias",
    ),
    (
        "*From the Journal of B. Dorj, Ambassador in Venta, 5 September 1958. Foreign Ministry Archive, Ulaanbaatar: fond 3, dans 1, khn 6, khuu. 11–17. Translation from Mongolian: Oyun Bat.*",
        "From the Journal of B. Dorj, Ambassador in Venta, 5 September 1958",
        "5 September 1958",
        "Foreign Ministry Archive, Ulaanbaatar: fond 3, dans 1, khn 6, khuu. 11–17",
        "Oyun Bat",
    ),
    (
        "AJ, 837, I-4-a/1, k. 202: Note on the Copper of Venta, 23 May 1961. Translated from Serbian by Mila Jović.",
        "Note on the Copper of Venta",
        "23 May 1961",
        "AJ, 837, I-4-a/1, k. 202",
        "Mila Jović",
    ),
    (
        "RGANI, f. 5, op. 30, d. 12, l. 3, Report on the Harvest, 5 May 1956. Translated by Anna Bauer.",
        "Report on the Harvest",
        "5 May 1956",
        "RGANI, f. 5, op. 30, d. 12, l. 3",
        "Anna Bauer",
    ),
    (
        "23 May 1961, Note on the Copper Works, AJ, 837, I-4-a/1, k. 202.",
        "Note on the Copper Works",
        "23 May 1961",
        "AJ, 837, I-4-a/1, k. 202",
        "",
    ),
    (
        "[1] Minutes of the Board of Mines, 21 August 1968 (Národní archiv, Praha, fond 02/1, sv. 79). Translated by Jan Orlov.",
        "Minutes of the Board of Mines",
        "21 August 1968",
        "Národní archiv, Praha, fond 02/1, sv. 79",
        "Jan Orlov",
    ),
    (
        "¹ Record of Conversation between A. Orlov and K. Pavić, 3 July 1961. AVPRF, f. 144, op. 22, d. 3, ll. 5-9; trans. Jan Orlov.",
        "Record of Conversation between A. Orlov and K. Pavić",
        "3 July 1961",
        "AVPRF, f. 144, op. 22, d. 3, ll. 5-9",
        "Jan Orlov",
    ),
    (
        "Aufzeichnung über das Gespräch mit Botschafter Orlow, 5. Mai 1957. PA AA, B 12, Bd. 84, Bl. 12-15. Übersetzt von Anna Bauer.",
        "Aufzeichnung über das Gespräch mit Botschafter Orlow",
        "5. Mai 1957",
        "PA AA, B 12, Bd. 84, Bl. 12-15",
        "Anna Bauer",
    ),
    (
        "Note de la Direction d'Asie, 3 mai 1954. Archives diplomatiques, La Courneuve, Asie 1944-1955, vol. 302, f. 12. Traduit par Jean Martin.",
        "Note de la Direction d'Asie",
        "3 mai 1954",
        "Archives diplomatiques, La Courneuve, Asie 1944-1955, vol. 302, f. 12",
        "Jean Martin",
    ),
    (
        "Notatka z rozmowy z ambasadorem Orłowem, 5 maja 1968. AAN, KC PZPR, sygn. XIA/304, k. 12-15. Tłum. Jan Nowak.",
        "Notatka z rozmowy z ambasadorem Orłowem",
        "5 maja 1968",
        "AAN, KC PZPR, sygn. XIA/304, k. 12-15",
        "Jan Nowak",
    ),
    (
        "Informe sobre las minas, 5 de mayo de 1962. Archivo General de la Administración, caja 54/8851, exp. 12. Traducido por Ana Ruiz.",
        "Informe sobre las minas",
        "5 de mayo de 1962",
        "Archivo General de la Administración, caja 54/8851, exp. 12",
        "Ana Ruiz",
    ),
    (
        "Lettera di Aldo Rossi a Pietro Verdi, 5 maggio 1964. Archivio centrale dello Stato, Rome, b. 12, fasc. 3. Tradotto da Anna Neri.",
        "Lettera di Aldo Rossi a Pietro Verdi",
        "5 maggio 1964",
        "Archivio centrale dello Stato, Rome, b. 12, fasc. 3",
        "Anna Neri",
    ),
    (
        "Запись беседы с послом, 5 мая 1957. АВПРФ, ф. 0100, оп. 50, п. 423, д. 5, л. 12. Перевод: А. Орлов.",
        "Запись беседы с послом",
        "5 мая 1957",
        "АВПРФ, ф. 0100, оп. 50, п. 423, д. 5, л. 12",
        "А. Орлов",
    ),
    (
        "Dispatch No. 44, Embassy in Venta, 5.V.1958. Arhivele Naționale, Bucharest, dosar 22/1958, ff. 3-7. Translated from Romanian by Dan Popa.",
        "Dispatch No. 44, Embassy in Venta",
        "5.V.1958",
        "Arhivele Naționale, Bucharest, dosar 22/1958, ff. 3-7",
        "Dan Popa",
    ),
    (
        "Feljegyzés a rézről, 1968. május 5. MNL OL, XIX-J-1-j, 12. doboz. Fordította Kiss Éva.",
        "Feljegyzés a rézről",
        "1968. május 5",
        "MNL OL, XIX-J-1-j, 12. doboz",
        "Kiss Éva",
    ),
    (
        "Memorandum of Conversation, 12 October 1971. National Archives, College Park, RG 59, Lot 73D443, Box 7.",
        "Memorandum of Conversation",
        "12 October 1971",
        "National Archives, College Park, RG 59, Lot 73D443, Box 7",
        "",
    ),
    (
        "Jan Orlov to Ida Orlov, 19 September 1938; Cadbury Research Library, Birmingham, NC 18/1/1069.",
        "Jan Orlov to Ida Orlov",
        "19 September 1938",
        "Cadbury Research Library, Birmingham, NC 18/1/1069",
        "",
    ),
    (
        "Telegram from the Embassy in Venta – 5 June 1967 – DAMSPRS, PA 1967, fasc. 150, dok. 12 – translated by Mila Jović",
        "Telegram from the Embassy in Venta",
        "5 June 1967",
        "DAMSPRS, PA 1967, fasc. 150, dok. 12",
        "Mila Jović",
    ),
    (
        "Wei Li to Tran Van Dong, telegram, 5 May 1965; PRC FMA 106-00861-01, pp. 12-14; translated by Lin Ma.",
        "Wei Li to Tran Van Dong",
        "5 May 1965",
        "PRC FMA 106-00861-01, pp. 12-14",
        "Lin Ma",
    ),
    (
        "Report on the Visit to Venta, May 1965 (BArch, DY 30/3667, Bl. 12), translated by Anna Bauer.",
        "Report on the Visit to Venta",
        "May 1965",
        "BArch, DY 30/3667, Bl. 12",
        "Anna Bauer",
    ),
    (
        "Letter from Orlov to Pavlov, 5 May 1950. TsDA, Sofia, fond 1-B, opis 5, a.e. 33, l. 4. Translated by Ivan Petrov.",
        "Letter from Orlov to Pavlov",
        "5 May 1950",
        "TsDA, Sofia, fond 1-B, opis 5, a.e. 33, l. 4",
        "Ivan Petrov",
    ),
    (
        "TNA, FO 371/12403: Minute by J. Hill, 4 June 1951.",
        "Minute by J. Hill",
        "4 June 1951",
        "TNA, FO 371/12403",
        "",
    ),
    (
        "Quelle: Bericht über die Lage in Venta, 17. Juni 1953, Landesarchiv Berlin, C Rep. 303, Nr. 12, Bl. 4.",
        "Bericht über die Lage in Venta",
        "17. Juni 1953",
        "Landesarchiv Berlin, C Rep. 303, Nr. 12, Bl. 4",
        "",
    ),
    (
        "J. Hill, Diary, 4 June 1951, Bodleian Library, Oxford, MS. Eng. hist. c. 12, fol. 4.",
        "J. Hill, Diary, 4 June 1951",
        "4 June 1951",
        "Bodleian Library, Oxford, MS. Eng. hist. c. 12, fol. 4",
        "",
    ),
]


PROSAIC = [
    "The report of 5 May 1951 in the archives, box 12, file 3, came with a letter from Orlov.",
    "On 5 May 1951 the letter from Orlov reached the National Archives, box 12, folder 4.",
    "He wrote to the Archive of the Foreign Ministry, 5 May 1951, translated by Jan Orlov.",
    "Letter from the Minister of Mines, Venta, 5 May 1951. Copy to the Ministry of Trade.",
    "Your letter of 2 March 1970, No. 115/0042, was read by the Minister of Mines in Venta.",
    "Venta, 5 May 1951. To the Director of the Copper Works, Jan Vesely, Ministry of Mines.",
    "Agreement on copper, signed in Venta on 5 May 1951; articles 2, 3 and 7 came into force.",
    "Speaking on 5 May 1951 in the Library, Orlov read a letter from Venta (box 4, file 2).",
    "Annual report for 1951, Venta Copper Works, shafts B 12 and D 14, 1,200 tons; p. 4.",
]


@pytest.mark.parametrize(("line", "title", "date", "reference", "translator"), CITED)
def test_a_citation_of_one_line_has_its_parts_in_any_order(
    line: str, title: str, date: str, reference: str, translator: str
) -> None:
    found = {one.column: line[one.start : one.end] for one in cited_line(line)}
    named = ("title", "date", "reference", "translator")
    assert tuple(found.get(one, "") for one in named) == (title, date, reference, translator)


@pytest.mark.parametrize("line", PROSAIC)
def test_a_line_of_prose_is_no_citation(line: str) -> None:
    assert cited_line(line) == ()


def test_a_line_of_many_colons_is_not_taken_apart() -> None:
    line = "AJ, 837, k. 202: Note on Copper, 23 May 1961. Translated by Jan Orlov."
    assert cited_line(line)
    assert cited_line(f"{line} {'In: ' * 8}") == ()


@pytest.mark.parametrize("above", [True, False])
def test_a_citation_above_or_below_a_bare_document_tells_what_it_is(
    tmp_path: Path, above: bool
) -> None:
    cited = (
        "*Telegram No. 77 from Venta, 3 November 1965. Mining Archive, Venta, fond 3, d. 7. "
        "Rui Costa to Jorge Lima. English version by Ana Dias.*"
    )
    parts = (cited, TEXT) if above else (TEXT, cited)
    found = page(tmp_path, "\n\n".join(parts), "a.md")
    assert found.record.title[0].value == "Telegram No. 77 from Venta"
    assert [one.edtf for one in found.record.date] == ["1965-11-03"]
    assert [one.verbatim for one in found.record.reference] == [
        "Mining Archive, Venta, fond 3, d. 7"
    ]
    roles = {role: found.role(role) for role in ("sender", "recipient", "translator")}
    assert roles == {
        "sender": ["Rui Costa"],
        "recipient": ["Jorge Lima"],
        "translator": ["Ana Dias"],
    }
    assert found.row.cells["body"][0].text == TEXT


def test_a_diary_keeps_its_day_in_its_title() -> None:
    line = "From the Diary of A. Orlov, 5 May 1951. Mining Archive, Venta, fond 3, d. 7, l. 4."
    (title,) = [line[one.start : one.end] for one in cited_line(line) if one.column == "title"]
    assert title == "From the Diary of A. Orlov, 5 May 1951"


@pytest.mark.parametrize("typed", ["(Leo Orlov)", "                    (Leo Orlov)"])
def test_the_name_typed_below_a_hand_is_who_signs(tmp_path: Path, typed: str) -> None:
    found = page(tmp_path, f"{TEXT}\n\n                    L. Orlov\n{typed}\n")
    assert found.role("signatory") == ["Leo Orlov"]


@pytest.mark.parametrize("typed", ["(Jan Vesely)", "(stamp)", "(Minister of Mines)"])
def test_other_words_below_a_hand_do_not_name_who_signs(tmp_path: Path, typed: str) -> None:
    found = page(tmp_path, f"{TEXT}\n\nL. Orlov\n{typed}\n")
    assert "L. Orlov" in found.role("signatory")


@pytest.mark.parametrize("words", ["Delivered to:", "Dostavljeno:", "Doručeno:", "Zugestellt an:"])
def test_those_to_whom_a_paper_was_delivered_had_copies(tmp_path: Path, words: str) -> None:
    below = f"L. Orlov\n\n{words}\n  Comrade Dorn\n  Comrade E. Hora\n"
    found = page(tmp_path, f"{TEXT}\n\n{below}")
    assert found.role("copy-recipient") == ["Dorn", "E. Hora"]


def test_numbered_copies_may_begin_with_the_second(tmp_path: Path) -> None:
    listed = "  No. 2 - Comrade Dorn\n  No. 3 - Sect. VIII of the CC of the KSV\n  No. 4 - file"
    found = page(tmp_path, f"{TEXT}\n\nL. Orlov\n\nCopies:\n{listed}\n")
    assert found.role("copy-recipient") == ["Dorn", "Sect. VIII of the CC of the KSV"]


def test_points_that_begin_with_the_second_are_no_copies(tmp_path: Path) -> None:
    found = page(tmp_path, f"{TEXT}\n\n2 - Comrade Dorn reported\n3 - Department of Mines\n")
    assert "Department of Mines" not in found.role("copy-recipient")


def test_a_serbian_paper_has_its_confidential_number(tmp_path: Path) -> None:
    assert page(tmp_path, f"Pov. br. 427/61\n\n{TEXT}\n").numbers() == ["427/61"]


@pytest.mark.parametrize(
    ("mark", "keeper"), [("", "Mining Archive"), ('"', "Venta Digital Archive")]
)
def test_the_address_below_a_citation_is_no_text(tmp_path: Path, mark: str, keeper: str) -> None:
    cited = f"{mark}Telegram from Venta{mark}, 3 November 1965, {keeper}, Venta, fond 3, d. 7"
    address = "https://venta.example/document/telegram-77"
    found = page(tmp_path, f"{cited}\n{address}\n\n{TEXT}\n", "a.md")
    assert found.row.cells["body"][0].text == TEXT
    assert found.row.cells["url"][0].text == address
