"""Every term of RDF that we write, by its namespace; a misspelt one fails when a room is opened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lod.errors import TermError
from lod.terms import Term, iri


class Namespace:
    """A closed set of terms under one prefix; use `NS["term"]` at the top of a module.

    >>> CRM["P1_is_identified_by"]
    '<http://www.cidoc-crm.org/cidoc-crm/P1_is_identified_by>'
    >>> CRM["E38_Image"]
    Traceback (most recent call last):
    lod.errors.TermError: crm: no term E38_Image (add it to namespaces.py if its ontology has it)
    """

    __slots__ = ("_terms", "base", "prefix")

    def __init__(self, prefix: str, base: str, terms: str = "") -> None:
        self.prefix, self.base = prefix, base
        self._terms = {name: iri(base + name) for name in terms.split()}

    def __getitem__(self, name: str) -> Term:
        """Give the term; raises TermError when this namespace has no such name."""
        if name not in self._terms:
            mend = "add it to namespaces.py if its ontology has it"
            raise TermError(f"no term {name}", where=self.prefix, mend=mend)
        return self._terms[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names, sorted."""
        return iter(sorted(self._terms))


CRM = Namespace(
    "crm",
    "http://www.cidoc-crm.org/cidoc-crm/",
    """E7_Activity E12_Production E13_Attribute_Assignment E21_Person E22_Human-Made_Object
    E30_Right E31_Document E33_E41_Linguistic_Appellation E33_Linguistic_Object E39_Actor
    E41_Appellation E42_Identifier E52_Time-Span E53_Place E54_Dimension E55_Type E56_Language
    E57_Material E65_Creation E66_Formation E67_Birth E68_Dissolution E69_Death
    E73_Information_Object E74_Group E78_Curated_Holding
    P1_is_identified_by P2_has_type P3_has_note P4_has_time-span P7_took_place_at P9_consists_of
    P11_had_participant P14_carried_out_by P14i_performed P16_used_specific_object
    P16i_was_used_for P17_was_motivated_by P43_has_dimension P45_consists_of P46i_forms_part_of
    P48_has_preferred_identifier P50_has_current_keeper P51_has_former_or_current_owner
    P52_has_current_owner P67_refers_to P67i_is_referred_to_by P70_documents
    P70i_is_documented_in P72_has_language P73_has_translation P82a_begin_of_the_begin
    P82b_end_of_the_end P89_falls_within P92i_was_brought_into_existence_by
    P93i_was_taken_out_of_existence_by P94i_was_created_by P95i_was_formed_by P98i_was_born
    P99i_was_dissolved_by P100i_died_in P104_is_subject_to P105_right_held_by P106_is_composed_of
    P106i_forms_part_of P107i_is_current_or_former_member_of P108i_was_produced_by P128_carries
    P128i_is_carried_by P129_is_about P139_has_alternative_form P140_assigned_attribute_to
    P141_assigned P148_has_component P168_place_is_defined_by P177_assigned_property_of_type
    P190_has_symbolic_content P198i_is_held_or_supported_by""",
)
LA = Namespace("la", "https://linked.art/ns/terms/", "equivalent")
AAT = Namespace(
    "aat",
    "http://vocab.getty.edu/aat/",
    """300026032 300026687 300027389 300054686 300133025 300264273 300264578 300311705
    300404670 300417194 300435416 300435420 300435429 300435430 300435434 300435704""",
)
DC = Namespace(
    "dc",
    "http://purl.org/dc/elements/1.1/",
    """contributor creator description identifier language publisher rights source subject
    title type""",
)
DCTERMS = Namespace(
    "dcterms",
    "http://purl.org/dc/terms/",
    """Agent LicenseDocument LinguisticSystem Location MediaType MediaTypeOrExtent
    RightsStatement abstract alternative bibliographicCitation conformsTo contributor created
    creator date description extent format hasPart hasVersion identifier isPartOf isReplacedBy
    isVersionOf issued language license medium modified publisher references replaces rights
    rightsHolder source spatial subject title type""",
)
DCMITYPE = Namespace(
    "dcmitype", "http://purl.org/dc/dcmitype/", "Collection Dataset Image PhysicalObject Text"
)
MREL = Namespace("mrel", "http://id.loc.gov/vocabulary/relators/", "fnd prt rcp rps sgn trc trl")
FOAF = Namespace(
    "foaf", "http://xmlns.com/foaf/0.1/", "Agent Document homepage name primaryTopic topic"
)
PROV = Namespace(
    "prov",
    "http://www.w3.org/ns/prov#",
    """Activity Agent Entity SoftwareAgent endedAtTime generatedAtTime startedAtTime used
    wasAssociatedWith wasAttributedTo wasDerivedFrom wasGeneratedBy wasRevisionOf""",
)
RDF = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type langString")
RDFS = Namespace("rdfs", "http://www.w3.org/2000/01/rdf-schema#", "comment label seeAlso")
SCHEMA = Namespace(
    "schema",
    "https://schema.org/",
    """ArchiveComponent ArchiveOrganization Collection CreativeWork DataDownload Dataset Message
    Organization Person Place VisualArtwork about abstract alternateName artist author birthDate
    ccRecipient contentUrl contributor copyrightHolder creator dateCreated dateModified deathDate
    description dissolutionDate distribution encodingFormat foundingDate funder genre
    holdingArchive identifier inLanguage isAccessibleForFree isPartOf itemLocation keywords
    license material mentions name publisher recipient sameAs sender size spatialCoverage
    translator url usageInfo version""",
)
SKOS = Namespace(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    """Concept ConceptScheme altLabel broader closeMatch definition exactMatch hasTopConcept
    inScheme narrower notation prefLabel related topConceptOf""",
)
OWL = Namespace("owl", "http://www.w3.org/2002/07/owl#", "sameAs differentFrom")
XSD = Namespace(
    "xsd",
    "http://www.w3.org/2001/XMLSchema#",
    """anyURI boolean date dateTime decimal gYear gYearMonth hexBinary integer
    nonNegativeInteger string""",
)
VOID = Namespace(
    "void",
    "http://rdfs.org/ns/void#",
    """Dataset DatasetDescription Linkset class classPartition classes dataDump distinctObjects
    distinctSubjects documents entities exampleResource feature inDataset linkPredicate
    objectsTarget properties property propertyPartition rootResource sparqlEndpoint
    subjectsTarget subset target triples uriSpace vocabulary""",
)
DCAT = Namespace(
    "dcat",
    "http://www.w3.org/ns/dcat#",
    """Catalog Dataset Distribution accessURL byteSize compressFormat contactPoint dataset
    distribution downloadURL keyword landingPage mediaType packageFormat theme version""",
)
SPDX = Namespace(
    "spdx",
    "http://spdx.org/rdf/terms#",
    "Checksum algorithm checksum checksumAlgorithm_sha256 checksumValue",
)
VCARD = Namespace("vcard", "http://www.w3.org/2006/vcard/ns#", "Kind fn hasEmail hasURL")
# The file types of the Publications Office of the EU, which DCAT-AP names for dcterms:format.
FILE_TYPES = Namespace(
    "filetype",
    "http://publications.europa.eu/resource/authority/file-type/",
    "CSV JSON_LD RDF_N_QUADS RDF_N_TRIPLES RDF_TURTLE",
)
FORMATS = Namespace("formats", "http://www.w3.org/ns/formats/", "JSON-LD N-Quads N-Triples Turtle")
EDM = Namespace(
    "edm",
    "http://www.europeana.eu/schemas/edm/",
    """Agent Place ProvidedCHO TimeSpan aggregatedCHO dataProvider hasMet isShownAt provider
    rights type""",
)
ORE = Namespace("ore", "http://www.openarchives.org/ore/terms/", "Aggregation aggregates")
GEO = Namespace("geo", "http://www.opengis.net/ont/geosparql#", "wktLiteral")
WGS84 = Namespace("wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long")
EDTF = Namespace("edtf", "http://id.loc.gov/datatypes/edtf/", "EDTF")
ISO639 = "http://id.loc.gov/vocabulary/iso639-2/"
WIKIDATA = "http://www.wikidata.org/entity/"
RIGHTS_STATEMENTS = "http://rightsstatements.org/vocab/"

# Our own words; their IRIs begin with the dataset's base, so only their names stand here.
OUR_TERMS = frozenset({"authorityVersion", "confidence", "dateBasis", "edtf", "mayBe", "status"})


@cache
def written() -> frozenset[str]:
    """Give the whole address of every term that we may write.

    >>> "http://purl.org/dc/terms/title" in written()
    True
    """
    spaces = [one for one in globals().values() if isinstance(one, Namespace)]
    return frozenset(space.base + name for space in spaces for name in space)
