"""What a column of a table is called -> the field that it may feed, in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from lod.config import FIELDS

# Words of column names, as _fold leaves them; the first that fits wins.
_WORDS: Mapping[str, str] = {
    "identifier": "id identifier ref refno ref_no ref_nr ref_number reference_no reference_number "
    "record_no record_number record_id recordid uuid acno object_number objectid "
    "inventory_number constituentid document_id signatur archivsignatur inventarnummer inventarnr "
    "inv_nr inv_no cote numero_d_inventaire шифр",
    "url": "url link uri document_url page webpage permalink homepage digital_collections_url",
    "title": "title name titel titre label display_name forwarddisplayname caption heading regest "
    "betreff bezeichnung intitule titulo titolo заголовок название objet asunto assunto oggetto "
    "onderwerp tytuł tytul nazwa nazev nazov cim titul naslov naziv nome nom nombre 件名 题名 제목 "
    "onomasia наименование",
    "alternative": "alternative alternative_title other_title foreign_title preferreddisplayname "
    "sort_name subtitle",
    "type": "type genre document_type resource_type doctype object_type classification object_name "
    "art dokumentart dokumenttyp objektart gattung вид тип",
    "date": "date dates when created date_text datetext displaydate document_date doc_date datum "
    "dated original_publication_date date_created creation_date year datierung laufzeit "
    "dato datums paivays kelt 日付 日期 날짜 "
    "entstehungszeit dates_extremes fecha jahr annee anno дата год годы "
    "крайние_даты",
    "language": "language languages lang sprache langue original_language язык idioma lingua",
    "sender": "from sender absender expediteur отправитель remitente mittente remetente "
    "afzender nadawca odesilatel odosielatel felado pošiljatelj posiljatelj avsandare avsender "
    "afsender expeditor 発信者 发件人 보낸이",
    "recipient": "to recipient addressee empfanger adressat destinataire адресат destinatario "
    "ontvanger geadresseerde odbiorca adresat prijemce prijemca cimzett primatelj mottagare "
    "mottaker modtager destinatar 受信者 收件人 받는이",
    "copy_recipient": "cc copies copy_to",
    "creator": "creator creators author authors artist artists maker verfasser auteur by autor "
    "all_artists kunstler kunstlerin hersteller urheber behorde provenienz "
    "aktenbildner autores автор",
    "contributor": "contributor contributors document_contributors",
    "publisher": "publisher verlag editeur",
    "translator": "translator translators translated_by",
    "funder": "donor donors funder funders",
    "mentioned": "people persons people_named associated_people_orgs subject_name names",
    "spatial": "places places_mentioned place_names spatial coverage subject_geographic "
    "associated_places original_coverages orte orte_erwahnt lieux",
    "place_created": "place place_written place_of_publication written_at ort lieu место "
    "lugar luogo",
    "subject": "subject subjects topics keywords tags subject_topical subjects_discussed "
    "schlagworte thema themen sujets",
    "classification": "marking original_classification secrecy",
    "reference": "source reference archival_reference shelfmark call_number archive_reference "
    "bestand",
    "keeper": "archive repository holding_institution original_archive_title keeper archiv",
    "credits": "credits credit credit_line creditline",
    "number": "number document_number no nr",
    "accession": "accession accession_number",
    "wikidata": "wikidata wikidataid wikidata_id qid",
    "life_dates": "life_dates lifedates life lived lebensdaten годы_жизни",
    "born": "born birth birth_date birthdate birthyear date_of_birth geboren geburtsdatum",
    "died": "died death death_date deathdate deathyear date_of_death gestorben sterbedatum",
    "nationality": "nationality nationalitat nationalite",
    "abstract": "abstract summary zusammenfassung inhalt resume",
    "description": "description beschreibung enthalt enthaltvermerke",
    "note": "note notes remarks biography anmerkung anmerkungen bemerkung примечание",
    "rights": "rights rights_statement copyright",
    "license": "license licence",
    "is_part_of": "collection series part_of is_part_of grouptitle fonds",
    "medium": "medium material materials technique technik physical_description_form",
    "extent": "extent dimensions size physical_description_extent pages maße masse "
    "abmessungen umfang "
    "dimensiones размер объем",
    "coordinates": "coordinates latlong lat_long lat_lon wkt geo koordinaten coordonnees "
    "coordenadas coordinate координаты",
}
# What a latitude is called, and the longitude beside it.
DEGREES = {
    "lat": "lon lng long",
    "latitude": "longitude",
    "geo_lat": "geo_lon geo_lng geo_long",
    "wgs84_lat": "wgs84_lon wgs84_long",
    "breite": "lange",
    "breitengrad": "langengrad",
    "geogr_breite": "geogr_lange",
    "latitud": "longitud",
    "latitudine": "longitudine",
    "широта": "долгота",
}
_FIELD_OF = {word: field for field, words in _WORDS.items() for word in words.split()}
# What somebody is to a document, where a list of people says it beside each.
_ROLES = {
    "writer": "creator",
    "copy": "copy_recipient",
    "signatory": "signatory",
    "signer": "signatory",
    "signed_by": "signatory",
    "participant": "participant",
    "attendee": "participant",
    "present": "participant",
    "mentioned": "mentioned",
}


def field_of(name: str) -> str:
    """Name the field for which a column's name speaks, "" where it says nothing.

    >>> field_of("Empfänger:"), field_of("colour")
    ('recipient', '')
    """
    return _FIELD_OF.get(_fold(name), "")


def longitude_beside(name: str, names: Iterable[str]) -> str:
    """Find the column of longitudes that belongs to one of latitudes; "" where it is none.

    >>> longitude_beside("Lat.", ["id", "Long."]), longitude_beside("id", ["lon"])
    ('Long.', '')
    """
    beside = DEGREES.get(_fold(name), "").split()
    return next((one for one in names if _fold(one) in beside), "")


def role_of(word: str) -> str:
    """Name the field of agents for a role as a list of people has it, "" for any other word.

    >>> role_of("Author"), role_of("Addressee"), role_of("photograph of")
    ('creator', 'recipient', '')
    """
    field = _ROLES.get(_fold(word)) or field_of(word)
    return field if FIELDS.get(field) == "agent" else ""


def _fold(name: str) -> str:
    """Write a name without capitals, accents and signs: `Empfänger:` is `empfanger`."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "_", bare).strip("_").lower()
