"""Persons in prose of other languages than English, and the forms of their surnames there."""

# ruff: noqa: RUF001  (Russian words are meant)

from __future__ import annotations

from pathlib import Path

import pytest

from lod.sources.pages.persons.caseforms import CaseForms
from tests.sources.pages.cataloguing import page

HEAD = "Report on the harvest\n\n5 May 1951\n\n"


def people(tmp_path: Path, text: str) -> set[str]:
    return page(tmp_path, f"{HEAD}{text}\n\n{text}").people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ho veduto ieri Drobnic, il quale mi ha ricevuto in piedi. Con Gusev e Tarlov si parlerà "
         "di questo. La stampa non ne scrive, ma Velloni prende tempo e non vuole la crisi.",
         {"Drobnic", "Gusev", "Tarlov", "Velloni"}),
        ("A Bruxelles Drobnic continuerà a trattare come se nulla fosse, e l'on. Tarlov verrà. "
         "Vellone, che ho veduto più tardi, non è di questa idea. I Polaris saranno dati al porto.",
         {"Drobnic", "Tarlov", "Vellone"}),
        ("Il faut dire que la question n'est pas réglée. On a reçu Lavergne et Morand, et hier "
         "Castelin a déclaré que le chanoine Kirou ne viendrait pas avec Delpierre.",
         {"Lavergne", "Morand", "Castelin", "Kirou", "Delpierre"}),
        ("On croit ici que l'aide suspendue par l'amendement Symington reprendra à l'automne, et "
         "que le plan Rogers est mort. Selon Castelin, rien ne presse.",
         {"Castelin"}),
        ("Me escribe Narciso Bastols que el barco saldrá a fines de este mes. Los niños no saben "
         "que Delbosa llegó ayer con Ribalta y que el general Haya dispuso todo para la salida.",
         {"Narciso Bastols", "Delbosa", "Ribalta", "Haya"}),
        ("Nie wiem, czy to prawda, ale wczoraj Wrzaskiewicz powiedział mi, że marszałek Fochowski "
         "nie przyjedzie. Według Piltza sprawa jest zamknięta i nie ma już o czym mówić.",
         {"Wrzaskiewicz", "Fochowski", "Piltz"}),
        ("Не знаю, что будет дальше, но вчера Штреземун сказал мне, что генерал Сектов не приедет. "
         "Деньги идут через Мюнценбурга, и это всё, что я могу написать об этом деле.",
         {"Штреземун", "Сектов", "Мюнценбург"}),
        ("Nem tudom, hogy igaz-e, de tegnap Drobnik azt mondta, hogy a malom nem működik. "
         "Tarlós elvtárs ezt javasolta, és Velló szerint ez nem is kérdés, mert a gát kész.",
         {"Drobnik", "Tarlós", "Velló"}),
        ("Ik weet niet of het waar is, maar gisteren zei Drobnik dat de molen niet werkt. "
         "Generaal Tarling heeft dat ook verklaard, en volgens Vellinga is de zaak gesloten.",
         {"Drobnik", "Tarling", "Vellinga"}),
        ("Nu știu dacă este adevărat, dar ieri Drobnescu a declarat că moara nu merge. Generalul "
         "Tarlea a spus că nu va veni, iar tovarășul Vellu a propus să se închidă barajul.",
         {"Drobnescu", "Tarlea", "Vellu"}),
        ("Не зная дали е вярно, но вчера Дробников каза, че мелницата не работи. Според Тарлев "
         "това не е така, а министър Велов отговори, че язовирът ще бъде готов през май.",
         {"Дробников", "Тарлев", "Велов"}),
        ("Я не знаю, чи це правда, але вчора Дробник сказав, що млин не працює. Генерал Тарленко "
         "заявив, що він не приїде, і міністр Веленко також відмовився про це говорити.",
         {"Дробник", "Тарленко", "Веленко"}),
        ("Ne znam da li je to istina, ali juče je rekao Drobnić da mlin ne radi. General Tarlović "
         "nije došao, a Velović je izjavio da će se brana zatvoriti i da to nije njegova stvar.",
         {"Drobnić", "Tarlović", "Velović"}),
    ],
)  # fmt: skip
def test_verbs_ranks_and_prepositions_show_who_is_a_person(
    tmp_path: Path, text: str, found: set[str]
) -> None:
    assert found <= people(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Le Gouvernement a dit que la question n'est pas réglée. L'Humanité écrit que le Plan doit "
        "échouer. Noël approche et l'Assemblée doit voter. On a entendu Radio Moscou.",
        "Il Governo ha detto che la questione non è chiusa. La Stampa scrive che Palazzo Chigi "
        "accetta. Pasqua arriva presto e la Camera deve votare; il Piano può fallire.",
        "El Gobierno dijo que la cuestión no está cerrada. La Nación publicó que el Plan puede "
        "fracasar. Semana Santa llegó y la Cámara debe votar. La Embajada pide instrucciones.",
        "Rząd powiedział, że sprawa nie jest zamknięta. Trybuna Ludu pisze, że Zachód chce wojny. "
        "Plan upadł, a Konstytucja może być zmieniona. Sejm musi głosować, bo Kreml odmówił.",
        "Правительство сообщило, что вопрос не решён. Правда писала, что Запад хочет войны. "
        "Договор должен быть подписан, и Дума должна голосовать. Кремль считает, что План "
        "провалился.",
        "A Kormány azt mondta, hogy a kérdés nem zárult le, és a Pravda azt írta, hogy a Nyugat "
        "háborút akar. A Szerződés kész, de a Parlament még nem szavazott erről a tervről.",
        "De Regering zei dat de zaak niet gesloten is. De Kamer moet nog stemmen over het Verdrag, "
        "en het Westen wil dat de Raad ook een besluit neemt voor Pasen, schrijft de Volkskrant.",
        "Guvernul a declarat că problema nu este închisă. Scînteia scrie că Occidentul vrea război "
        "iar Parlamentul trebuie să voteze. Tratatul este gata și Partidul a propus un plan.",
        "Правителството каза, че въпросът не е решен. Партията иска мир, а Западът мисли, че "
        "договорът е готов. Кремъл отговори, че не е така, и Съветът ще заседава през май.",
        "Уряд сказав, що питання не вирішено, і Захід хоче війни. Рада має голосувати, бо Кремль "
        "відмовився, а Договір не підписано, як про це пише Правда у своєму числі за травень.",
        "Vlada je izjavila da pitanje nije zatvoreno, a Borba piše da Zapad želi rat. Skupština "
        "mora da glasa, jer je Kremlj odbio, i Savez će o tome govoriti na svom zasedanju.",
    ],
)
def test_what_acts_without_being_a_person_is_none(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text) == set()


@pytest.mark.parametrize(
    ("name", "cited"),
    [("А. Садатом", "А. Садат"), ("Садату", "Садат"), ("Подгорному", "Подгорный"),
     ("Брежневу", "Брежнев"), ("Громыко", "Громыко"), ("Киссинджером", "Киссинджер")],
)  # fmt: skip
def test_russian_surnames_are_cited_in_the_nominative(name: str, cited: str) -> None:
    text = "Садат просил передать это Подгорному, Брежневу и Громыко. Говорил с Киссинджером."
    assert CaseForms(text, "Russian").bare(name) == cited


def test_a_given_name_is_read_with_its_surname_or_both_are_left() -> None:
    forms = CaseForms("Gomułka napisał list. Odpowiedź Gomułki przyszła.", "Polish")
    assert forms.bare("Władysława Gomułki") == "Władysław Gomułka"
    assert forms.bare("Radosza Gomułki") == "Radosza Gomułki"


def test_a_german_genitive_is_the_same_person() -> None:
    forms = CaseForms("Brief Walter Ulbrichts. Genosse Ulbricht bat um Antwort.", "German")
    assert forms.bare("Walter Ulbrichts") == "Walter Ulbricht"


def test_titles_and_troops_behind_a_rank_are_nobody(tmp_path: Path) -> None:
    text = (
        "Señor General de División don Lázaro Cardoso, Presidente de la República. Rispondo al "
        "telegramma di V.E. del 5 maggio."
    )
    assert page(tmp_path, HEAD + text).people == {"Lázaro Cardoso"}


def test_places_are_known_in_spanish_prose(tmp_path: Path) -> None:
    text = (
        "Por lo que hace a esto, Polonia pide que se borre del todo. El señor ha propuesto en "
        "Londres que las cosas se queden como están."
    )
    assert page(tmp_path, HEAD + text).places >= {"Polonia", "Londres"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Il ministro ha detto che i treni sono giunti a Francoforte sull'Oder e che gli Stati "
         "Uniti non si oppongono. Da Suzdal nessuna notizia.",
         {"Francoforte sull'Oder", "Stati Uniti", "Suzdal"}),
        ("Он не хотел говорить о Саксонии, но для Гамбурга и для Лозанны это не новость. Войска "
         "уходят с Синая и из Газы.", {"Саксония", "Гамбург", "Лозанна", "Синай", "Газа"}),
        ("Les villes qu'il a vues dans le pays sont Bordeaux, Dijon et Rouen; les Etats-Unis et la "
         "République arabe unie sont absents.",
         {"Bordeaux", "Dijon", "Rouen", "Etats-Unis", "République arabe unie"}),
    ],
)  # fmt: skip
def test_places_of_other_languages_are_recorded_as_they_are_cited(
    tmp_path: Path, text: str, places: set[str]
) -> None:
    assert places <= page(tmp_path, f"{HEAD}{text}\n\n{text}").places


LISTED = {
    "German": "Der Vertrag ist nicht in Kraft, und die Gespräche mit Rabbani und dem Gesandten sind"
    " auf den Herbst verschoben. Dies habe Präsident Carter dem Botschafter gesagt; "
    "Bhutto wisse es. Die Anhänger Savimbis lehnen das ab.",
    "Spanish": "Los de Savimbi hostigan la carretera y no se sabe más. Conviene que Aldana y "
    "Alarcón lo sepan; a Crocker no hay que decirle nada. El capitán Ezequiel Morales murió en "
    "la tarde.",
    "French": "Il faut que les amis de Thorez et la direction du parti ne soient pas dans "
    "l'ignorance; pour Monnerville, ce n'est pas une affaire de mots, et l'avis de Sylvie"
    " Carpentier est connu.",
    "Czech": "Polská vláda zprvu váhala; Bierut a Cyrankiewicz se rozhodli správně. Také o tom je "
    "řeč s Rákosim a dostane se rozhodnutí od náměstka Viliama Širokého, který je na to "
    "sám a není to málo.",
    "Hungarian": "A kérdés az, hogy mit mond erre Rákosi, és ez nem csak egy szó. A levelet "
    "Mindszenty József írta, de ezt már csak Tildynek mondják el, mert a többi nem az ő dolga.",
}


LISTED["Russian"] = (
    "В этом нет ничего нового, и так считает не только Муссолини. Об этом уже знает Косыгин, но он "
    "не хотел бы, чтобы это было сказано при Паниккаре."
)
LISTED["German, of Russians"] = (
    "Der Besuch ist nicht bekannt, und das Vertrauen zu Ponomarjow und Tschernikow ist nicht da. "
    "Auf die Unterschiede, die Divisionen und die Nationen wird nicht eingegangen."
)


@pytest.mark.parametrize(
    ("tongue", "found"),
    [
        ("Russian", {"Муссолини", "Косыгин", "Паниккар"}),
        ("German, of Russians", {"Ponomarjow", "Tschernikow"}),
        ("German", {"Rabbani", "Carter", "Bhutto", "Savimbi"}),
        ("Spanish", {"Savimbi", "Aldana", "Alarcón", "Crocker", "Ezequiel Morales"}),
        ("French", {"Thorez", "Monnerville", "Sylvie Carpentier"}),
        ("Czech", {"Bierut", "Cyrankiewicz", "Rákosi", "Viliam Široký"}),
        ("Hungarian", {"Rákosi", "Mindszenty József", "Tildy"}),
    ],
)
def test_a_listed_family_name_is_a_person_in_other_languages_too(
    tmp_path: Path, tongue: str, found: set[str]
) -> None:
    assert people(tmp_path, LISTED[tongue]) == found


@pytest.mark.parametrize(
    "text",
    [
        "Der Richter und die Kammer sind nicht der Ansicht, dass das Blatt auf dem Tisch "
        "liegt. Der Kaiser war im Wald, und die Herde ist mit dem Schäfer auf dem Feld. Es "
        "fehlt an Holz.",
        "W Zakładach im. Marchlewskiego nie ma przędzy i nie wiadomo, czy będzie. To jest "
        "sprawa dla dyrekcji, która się tym nie zajmuje, a po południu nie było już o czym "
        "mówić.",
        "K tomu se dostalo i to, že se strana s Lidovou frontou neshodla a že o tom je řeč, jak to "
        "má být na jaře a co je k tomu třeba, aby to nebylo horší než dříve.",
        "En Alarcón no hay novedad y la columna va hacia Crocker por la carretera. El Aldana "
        "es un buque que no ha salido del puerto, y las tropas no se mueven de la loma.",
    ],
)
def test_nouns_places_and_what_is_called_after_somebody_are_nobody_in_other_languages(
    tmp_path: Path, text: str
) -> None:
    assert people(tmp_path, text) == set()


def test_a_noun_behind_a_pronoun_is_nobody_though_a_family_bears_it(tmp_path: Path) -> None:
    said = "Er fragte, an welche Höhe gedacht sei, und ob das nicht im Vertrag stehe und für alle."
    found = page(tmp_path, f"# Bericht\n\n5. Mai 1951\n\n{said}\n\n{said}\n", "a.md")
    assert "Höhe" not in found.people
