"""The words by which a name shows what it is: ranks, bodies, patronymics, particles."""

# ruff: noqa: RUF001, SIM905  (Cyrillic words are meant; word lists are read and extended as text)

from __future__ import annotations

import re
from functools import cache

from lod import vocabulary
from lod.lazily import regex

# What a woman is called before her name, or before her husband's.
WOMEN = frozenset(
    """mrs ms miss madam madame mme mlle mademoiselle frau fräulein frl lady dame baroness countess
    duchess princess queen empress marchioness viscountess señora sra señorita srta senhora
    senhorita signora sig.ra signorina doña pani panna paní slečna gospozha g-zha gospođa gđa
    mevrouw mevr mej fru frøken fröken hanım hanim khanum begum kyria doamna d-na rouva gräfin
    freifrau fürstin prinzessin baronin baronne comtesse duchesse princesse contessa duchessa
    principessa baronessa condesa duquesa princesa г-жа гжа госпожа мадам фрау леди графиня княгиня
    пані""".split()
)
# Ranks and offices that German, French and other tables write before a name, in English.
FOREIGN_RANKS = {
    "bundeskanzler": "chancellor", "reichskanzler": "chancellor", "kanzler": "chancellor",
    "chancelier": "chancellor", "cancelliere": "chancellor", "canciller": "chancellor",
    "kanclerz": "chancellor", "bundespräsident": "president", "reichspräsident": "president",
    "präsident": "president", "président": "president", "presidente": "president",
    "prezydent": "president", "prezident": "president", "president": "president",
    "президент": "president", "premierminister": "premier", "ministerpräsident": "premier",
    "премьер": "premier", "außenminister": "minister", "innenminister": "minister",
    "ministre": "minister", "ministro": "minister", "generalsekretär": "secretary",
    "staatssekretär": "secretary", "botschafter": "ambassador", "ambassadeur": "ambassador",
    "embajador": "ambassador", "ambasciatore": "ambassador", "marschall": "marshal",
    "feldmarschall": "marshal", "generalfeldmarschall": "marshal", "maréchal": "marshal",
    "mariscal": "marshal", "maresciallo": "marshal", "marszałek": "marshal", "maršál": "marshal",
    "generalissimus": "generalissimo", "généralissime": "generalissimo", "général": "general",
    "generale": "general", "generał": "general", "generál": "general", "amiral": "admiral",
    "vorsitzender": "chairman", "председатель": "chairman", "канцлер": "chancellor",
    "генералиссимус": "generalissimo", "hm": "majesty", "hrh": "highness", "rt": "honourable",
}  # fmt: skip
RANKS = (
    WOMEN
    | frozenset(FOREIGN_RANKS)
    | frozenset(
        """cde comrade comrades com tov tovarishch genosse genossin mr herr dr prof professor sir
    lord baron count duke prince king emperor shah sheikh sultan pope cardinal
    archbishop bishop rev reverend father mother rabbi imam ayatollah dalai
    marshal general gen colonel col major maj captain capt lieutenant lt admiral adm commodore
    brigadier brig yeoman seaman private corporal sergeant sgt technician commander cmdr field air
    vice rear
    president pres premier prime minister chancellor chairman chairwoman vice-president
    ambassador amb consul secretary senator sen congressman representative governor gov mayor
    judge justice chief acting deputy foreign defence defense hon honourable honorable excellency
    h.e his her undersecretary generalissimo
    тов товарищ товарищи гр гражданин ген генерал маршал полковник майор капитан адмирал посол
    министр""".split()
    )
)
# Family names of Korea and Vietnam that stand first, and are no given names elsewhere.
FAMILY_FIRST = frozenset(
    """kim pak bak choe choi chong chung jeong jung cho kwon hwang paek baek yun ryu yi ri rhee
    nguyen tran pham phan vo dang bui ngo truong""".split()
)
# What a rank is of, behind it: `of the Soviet Union`, `of the Royal Air Force`.
SERVICES = frozenset(
    """of the army navy air force fleet royal soviet union united states nations marine marines
    corps police guard council cabinet exchequer board state republic""".split()
)
# Ranks of two words, of which neither is one, or only the second.
DOUBLE_RANKS = frozenset(
    (("staff", "sergeant"), ("master", "sergeant"), ("technical", "sergeant"),
     ("warrant", "officer"), ("petty", "officer"), ("flying", "officer"), ("pilot", "officer"),
     ("flight", "lieutenant"), ("wing", "commander"), ("squadron", "leader"),
     ("group", "captain"), ("first", "class"), ("second", "class"), ("third", "class"),
     ("first", "lieutenant"), ("second", "lieutenant"), ("lance", "corporal"),
     ("third", "grade"), ("fourth", "grade"), ("fifth", "grade"), ("junior", "grade"),
     ("pharmacist's", "mate"), ("machinist's", "mate"),
     ("boatswain's", "mate"), ("gunner's", "mate"))
)  # fmt: skip
# What is named after people, and who stands near them: behind a name it is not of the person.
NAMED_AFTER = frozenset(
    """ship vessel carrier submarine destroyer frigate cruiser tanker icebreaker steamer aircraft
    airport station street avenue boulevard square bridge park stadium tower house palace monument
    memorial mausoleum statue bust portrait painting sculpture film movie play novel book biography
    opera song album band horse dog asteroid crater peak glacier river lake prize award medal stamp
    coin dynasty series episode character fictional brand collection papers schiff flugzeugträger
    flughafen straße platz denkmal roman buch navire porte-avions aéroport rue buque barco
    aeropuerto calle película nave aeroporto piazza корабль пароход улица площадь фильм
    wife widow husband son daughter brother sister cousin nephew niece family heirs estate children
    witwe sohn tochter bruder schwester familie erben veuve fils fille frère famille viuda hijo hija
    hermano жена вдова сын дочь брат сестра семья""".split()
)
# The same, if alone; with other words it says where somebody works: `(Harvard University)`.
WORKPLACES = frozenset(
    """university college school institute academy museum library hospital foundation works plant
    factory company firm brigade regiment battalion division class town city village county district
    building завод museum""".split()
)
SUFFIXES = frozenset("jr sr ii iii iv esq 2d 2nd 3d 3rd 4th".split())
# Orders, degrees and seats behind a name; the others only behind a comma or another.
HONOURS = frozenset(
    """MP MdB MdL KG KT KP GCB KCB GCMG KCMG CMG GCVO KCVO CVO GBE KBE CBE OBE MBE DSO DSC DFC QC KC
    FRS FBA PhD DPhil Bart LLD DD SJ OP OSB M.P. Ph.D. K.G. O.M. C.H. Q.C. K.C. S.J. OM CH PC VC
    MC CB BA MA JP Bt""".split()
)
UNSURE_HONOURS = frozenset("OM CH PC VC MC CB BA MA JP DD OP KT KP".split())
REGNAL = regex(r"^[IVX]{1,5}$")

PARTICLES = frozenset(
    """de da do dos das del della di du des la le van von der den ter ten zu zur zum af av
    al el bin ibn ben abu bint y e st saint mac mc o""".split()
)

BODIES = frozenset(
    """academy administration agency alliance archive archives army assembly association
    authority bank board brigade bundesarchiv bundesrat bundestag bureau cabinet center centre
    chamber chambers church club college comecon cominform comintern command commission
    commissariat committee commonwealth communists company conference confederation congress
    consortium consulate convention cooperative corporation corps council court delegation
    delegations department directorate directory division division duma embassy endowment
    faculty federation fleet force forces foundation front fund gesellschaft government group
    guard headquarters hospital household institut institute institution international kommissariat
    kremlin league legation library ministerium ministry mission missions movement museum navy
    network newspaper office officials orchestra organisation organization parliament partei
    partido partiya party police politburo politbüro posolstvo praesidium presidium press program
    programme project red regiment regime reichstag republic school secretariat section sejm
    senate service services society soviet staff state supreme syndicate team trade treasury
    tribunal trust union unions united universität université university workers
    abteilung hauptabteilung referat direktion sektion dirección dipartimento departamento oficina
    sección secretaría consejo ufficio consiglio direzione mairie odbor főosztály comisión comissão
    commissione komisja komise
    büro präsidium behörde fraktion verband verwaltung ausschuß hauptverwaltung
    amt gesandtschaft botschaft generalkonsulat reichsbank reichsministerium amembassy amconsul
    secstate secdef indembassy indeleg hicomind usmission amlegation amconsulate foreignoffice
    ag gmbh inc llc ltd plc fundacao fundação fundacion fundación fondazione fondation stiftung
    istituto instituto ministerio ministério ministero ministère partito comitato comité archivo
    arquivo archivio
    wydział komitet departament ministerstwo urząd zarząd biuro ministère comité conseil
    direction préfecture secrétariat assemblée militärregierung regierung senat magistrat ämter
    staatskanzlei reichskanzlei zentralkomitee ausschuss gaswerk stadtwerke kommission
    comando kancelaria prefettura questura
    minisztérium vyslanectví velvyslanectví poselstwo
    ambasada nagykövetség követség ambasciata embajada legación bizottság osztály
    légation département délégation ambassade consulat chambre
    ministerul comitetul consiliul ministerstvo oddělení výbor úřad
    комитет министерство партия посольство правительство президиум совет союз академия
    институт отдел управление комиссия съезд цк
    fundacja nadace nadácia alapítvány fundația fundaţia stichting säätiö stiftelsen
    фонд общество комиссариат наркомат исполком делегация секретариат дирекция архив музей
    библиотека университет управление фонды
    delegación delegazione delegacja delegação délégations delegația delegace küldöttség
    einheitspartei partia párt külügyminisztérium belügyminisztérium minisztertanács szövetség
    társaság sociedad société società sociedade associazione association asociación stowarzyszenie
    towarzystwo związek svaz sdružení asociația uniunea""".split()
)
# German names of bodies in one word; no family name ends so.
COMPOUND_BODY = regex(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:ministerium|ministerrat|staatsrat|partei|gesellschaft|kommission"
    r"|ausschuss|ausschuß|verband|kanzlei|präsidium|komitee|akademie|verwaltung|versammlung"
    r"|volkskammer|institut|abteilung|direktion|sekretariat|politbüro|behörde|botschaft"
    r"|gesandtschaft|fraktion|zentralkomitee)(?:e?s)?(?![\w-])"
)
_NEWSPAPER = re.compile(
    r"\b(?:Daily|Morning|Evening|Weekly) [A-Z][a-z]+"
    r"|\bSunday (?:Telegraph|Express|Mail|Mirror|Post|Star|World|Dispatch|Independent)\b"
    r"|\w \b(?:Herald|Tribune|Gazette|Zeitung|Rundschau|Chronicle|Times|Pravda|Izvestia)$"
)
# Words of BODIES that are surnames or forenames often enough to need company.
WEAK_BODIES = frozenset(
    """church bank house court school state red trade force forces front guard press staff
    supreme united section service command group workers team project""".split()
)
ACRONYMS = frozenset(
    """asean cc ccp cia cmea cpc cpsu csce ddr dprk ec eec eu fbi frg gdr gru ibrd icrc ilo imf
    iaea kgb kpd kwp lcy mfa mgb mid mvd nato nkvd nlf nsc oas oau oecd opec osce pcc pcf pci pla
    plo prc puwp roc rok sed seato skyu spd stasi swapo un unesco unga unhcr unicef unsc us usa
    usia ussr vkp vwp who wto cpv kmt кпсс мид мвд кгб цк ссср вкп""".split()
)

PATRONYMIC = regex(
    r"(?:ov|ev|yov|iev)(?:i|y)ch$|(?:ov|ev|yev)na$|(?:iv|yiv|yv)na$|\wich?na$|\w(?:uly|uli|kyzy|"
    r"qizi|oglu|ogly|ugli)$|(?:ович|евич|ич|овна|евна|ична|инична|івна|ович)$",
    re.IGNORECASE,
)


def is_newspaper(text: str) -> bool:
    """Tell whether a text is called as newspapers are; a given name before a surname is none.

    >>> is_newspaper("Daily Herald"), is_newspaper("Straits Times"), is_newspaper("Robert Times")
    (True, True, False)
    """
    if _NEWSPAPER.search(text) is None:
        return False
    first, _, second = text.partition(" ")
    return " " in second or first.casefold() not in given_names()


@cache
def given_names() -> frozenset[str]:
    """Give the given names of many languages, in small letters."""
    return frozenset(vocabulary.lines("given-names.txt"))
