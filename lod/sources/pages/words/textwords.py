"""The words by which running text shows that a name is a person's, a body's or a place's."""

# ruff: noqa: SIM905  (word lists are read and extended as text)

from __future__ import annotations

# Ranks that stand before a name and before little else.
RANKS = frozenset(
    """jonkheer jhr viscount viscountess countess baroness vicomte comte conte freiherr
    nuncio internuncio comr comrs vice-premier vice-minister vice-president vice-chairman tow
    cde cdes comrade comrades com coms tov tovarishch genosse mr messrs mrs ms miss madame mme herr
    frau dr prof professor academician sir lord lady marshal generalissimo colonel lieutenant
    admiral captain commander president premier chancellor chairman chairwoman minister ambassador
    consul senator congressman governor envoy counselor counsellor attache attaché secretary
    captains majors colonels lieutenants admirals commanders marshals
    vice-ministers vice-premiers vice-presidents vice-chairmen
    adm rev col gen capt maj brig cmdr signor signora señor senor señora monsieur mademoiselle mgr
    monsignor delegate emperor sultan sheikh shah pope cardinal ayatollah hojatoleslam
    hojjatoleslam mullah rabbi governor-general
    archbishop bishop dictator brother brothers
    herrn gesandter gesandten botschafter botschafters staatssekretär gov rev genl shri sri тт
    pm md pres undersecretary patriarch metropolitan mayor alderman alderwoman burgomaster
    bundesminister bundesministers bundeskanzlers bundesaussenminister bundesaussenministers
    aussenministers vizeaussenminister vizeaussenministers ministerialdirektors
    ministerialdirigent ministerialdirigenten ministerialrat legationsrats botschaftsrat
    botschaftsrats staatssekretärs ministerpräsidenten bundespräsidenten staatsminister
    staatsministers generalsekretär generalsekretärs sts vlr lr mdg
    ministerialdirektor ministerpräsident oberst oberbürgermeister bürgermeister beigeordneter
    beigeordneten landrat minister-president hptm oberstleutnant staatsrat senatspräsident
    ambasador premier wiceminister wicepremier minister płk gen towarzysz
    velvyslanec soudruh elvtárs tovarășul tovarăşul gouverneur maréchal général colonel
    commandant commissaire gospodin pukovnik drug посол т тов товарищ
    pandit tunku maulana duwa sawbwa
    majesty highness holiness embaixador chanceler compañera compagna ambassadeur diputado
    diputada excelentísimo d'affaires d\u2019affaires
    generalissimus generalissimo generalísimo généralissime генералиссимус
    legationsrat geheimrat generalkonsul aussenminister reichskanzler direktor direktors
    pułkownik generał marszałek prezydent towarzyszka kanclerz naczelnik ksiądz mjr plukovník
    generál maršál prezident ministr soudružka marschall kanzler bundeskanzler bundespräsident
    reichspräsident innenminister pfarrer pfarrers propst oberstaatsanwalt generalstaatsanwalt
    staatsanwalt reichsminister chancelier amiral camarade sénateur mariscal coronel
    presidente ministro embajador consejero consejera conselheiro conselheira consigliere
    canciller cancelliere licenciado compañero camarada almirante generale
    maresciallo colonnello onorevole ambasciatore compagno ammiraglio ministrul generalul
    președintele miniszter tábornok nagykövet товарищи маршал полковник адмирал министр президент
    major-general lieutenant-general brigadier-general colonel-general rear-admiral vice-admiral
    prymas prymasa prymasem generalissimem generalissima msgre
    commissar vice-commissar consul-general vice-consul high-commissioner
    lieutenant-colonel lieutenant-commander vice-marshal air-marshal brigadier shaikh sheik shaykh
    generalmajor generalleutnant generaloberst konteradmiral vizeadmiral kontradmirał wiceadmirał
    генерал-майор генерал-лейтенант генерал-полковник контр-адмирал вице-адмирал подполковник
    präsident präsidenten genossen ministre ambassadeur président""".split()
)
# Ranks that are everyday words too: they count beside a rank, or where prose makes names plain.
WEAK_RANKS = frozenset(
    """general major chief king queen prince princess father mother deputy foreign prime vice
    first second third acting former late charge chargé field secretary-general judge justice
    adviser advisor leader director head representative count baron duke earl marquis brigadier
    attorney solicitor
    postmaster commodore sergeant inspector bishop rabbi imam sheik emir crown""".split()
)
# Ranks that are given names too, where another stands before them.
ALSO_GIVEN = frozenset("sultan shah prince marshal sheikh".split())
# Those who say or do something are persons (or states and bodies, which are known by name).
DEEDS = frozenset(
    """said says told tells reported reports asked asks replied replies answered stated states
    declared noted notes stressed stresses expressed requested proposed proposes suggested
    suggests promised alleged emphasized emphasised explained added remarked conveyed thanked
    visited met arrived departed wrote writes thinks believes insisted recalled inquired announced
    relates objected interrupted smiled nodded continued concluded agreed refused admitted
    complained mentioned commented informed warned confirmed assured argued introduced received
    waited waits wants wanted hopes hoped knows knew went left came sent gave took
    expects expected awaits feels felt supported opposed handed proposed attended presided
    brought saw met thought held made kept lost won found heard led meant paid ran sat stood
    drove flew fell got grew rose sold taught understood wore chose began broke bought became
    wept leaves means hears withdrew drew swore threw shook struck laughed dealt
    advises advised denies denied doubts doubted disagree disagrees blames blamed complains
    criticises criticizes dislikes fears forgets hesitates hints intends invites jokes praises
    flies travels sleeps travelled traveled slept insists
    goes wishes wished prefers pretends quotes recommends regrets rejects remembers resigned
    shouts speaks suspects
    talks threatens trusts understands urges worries
    spoke telephoned telegraphed signed handed returned raised outlined read
    boasts boasted admits begs begged believes concedes conceded concludes confesses confessed
    considers continues decides declares declined describes emphasizes emphasises explains
    expresses forbids forgot forgave gives hesitated introduces keeps learns lets lies lied
    maintains maintained misses nods observes observed opposes pleads pleaded persists prepares
    promises recalls recounts refers referred refuses remarks replaces resigns reveals seems seemed
    sees sends shrugs shrugged smiles stands stays swears takes thanks tries tried walks weeps
    withdraws wonders wondered
    accepts accepted needs needed assumes attends avoids bears carries cites compares conceals
    dares demanded deserves dismisses doubts enjoys enters evades exclaims favours favors
    fails finds flatters imagines implies inspects instructs joins joined laments leads
    listens loses loves manages marries meets negotiates obeys occupies owes owns persuades
    possesses predicts presides prevents proceeds protects proves publishes quarrels raises
    realises realizes recognises recognizes relies repeats resists retires reveals stresses
    succeeds suffers supposes surrenders teaches undertakes utters wins writes yields
    reckons holds lives lived dies sits plays""".split()
)
# Those to whom something is said or done are persons: "told Rogers", "received Petrov".
DONE_TO = frozenset(
    """gave given promised showed shown offered owed
    told asked informed thanked met invited accompanied telephoned reminded assured replaced
    succeeded introduced congratulated greeted urged instructed persuaded convinced warned saw
    consulting informing telling meeting seeing asking inviting receiving thanking accusing
    arresting criticizing criticising supporting replacing quoting see meet tell ask inform thank
    receive invite replace remind assure instruct summon summons interrogate interrogates appoint
    dismiss informs tells receives meets invites summoning interrogating accompany accompanies
    persuade persuades convince convinces warn warns urge urges greet greets congratulate
    congratulates consult consults notify notifies notified entrust entrusts entrusted reprimand
    reprimanded scold scolded criticise criticize dissuade dissuaded
    particular namely especially including
    trusts trusted trust fears feared hates hated blames blamed obeys obeyed
    received summoned arrested appointed dismissed questioned interrogated interviewed""".split()
)
# What nobody but a person does.
SPOKE = frozenset(
    """said says asked asks told tells wrote writes replied replies answered thinks thought
    insisted promised remarked suggested explained believes""".split()
)
MODALS = frozenset(
    """would will could should had has have was is did does may might must can cannot himself
    herself personally""".split()
)
AUXILIARIES = frozenset(
    "had has have was is also then again further himself herself personally".split()
)
# What a person has, makes or writes: "Marshall's statement".
WORKS = frozenset(
    """speech speeches statement statements report reports letter letters telegram telegrams
    declaration proposal proposals discussion discussions conversation conversations question
    questions reply remarks visit suggestion rejection move request opinion address note message
    attention position answer words successor wife son daughter widow deputy secretary adviser
    arrival departure death journey trip""".split()
)
# Those who are named behind the word for what they are: "the driver Pesek", "his deputy, Roux".
OCCUPATIONS = frozenset(
    """driver engineer director deputy assistant colleague successor predecessor secretary
    d'affaires interpreter translator correspondent journalist doctor physician writer poet
    priest pastor monk operator typist
    delegate diplomat officer pilot aide brother sister son daughter wife widow husband father
    mother friend lawyer teacher student worker miner peasant farmer sailor soldier partisan
    scientist physicist geologist economist historian artist actor actress singer composer editor
    agent courier messenger prisoner defector emigre refugee merchant banker industrialist
    physicist chargé charge adviser advisor representative spokesman spokeswoman negotiator chief
    head leader minister ambassador premier president chancellor chairman commissar observer
    participant member cadre activist specialist expert inspector foreman technician mayor governor
    sergeant lieutenant captain major colonel general admiral marshal comrade bishop abbot
    counselor counsellor consul regent viceroy premier
    dictator king prince emperor queen princess
    consul-general governor-general secretary-general director-general attorney-general vice-consul
    vice-president vice-chairman commander-in-chief attaché attache nuncio internuncio legate
    commissioner speaker sub-prefect prefect provost rector dean sheriff chauffeur valet batman
    cook porter janitor caretaker gardener waiter nurse tutor dentist surgeon tailor innkeeper
    planter prospector surveyor geographer archaeologist explorer missionary deacon rabbi imam
    mullah archimandrite cardinal archbishop commandant corporal warden gaoler policeman detective
    informer chieftain headman elder organiser organizer instructor lecturer professor academician
    chemist biologist mathematician astronomer philosopher critic novelist playwright painter
    sculptor conductor pianist violinist dancer footballer boxer cosmonaut astronaut skipper
    stoker telegraphist typist clerk accountant bookkeeper treasurer notary solicitor barrister
    judge magistrate prosecutor procurator nephew niece uncle cousin stepson son-in-law
    father-in-law brother-in-law bodyguard henchman crony protégé rival""".split()
)
# What comes from a person: "a letter from Zhukov".
SENDINGS = frozenset(
    """letter letters telegram telegrams message messages note notes cable cables report reports
    word call request question reply answer memorandum invitation greetings dispatch despatch
    statement instructions assurances""".split()
)
# Those who come from a place: "a miner from Tatabanya".
COMERS = frozenset(
    """miner miners worker workers student students refugee refugees people peasants soldiers
    troops delegate delegates delegation visitors train trains plane ship ships road road goods
    specialists engineers families prisoners reports news men women children came come arrive
    comrades units divisions fishermen citizens residents inhabitants natives villagers
    traders pilgrims garrison landlords landowners defenders burghers merchants shopkeepers
    planters dockers notables mayor prefect""".split()
)
# A place's name before these is part of the name of something else.
THINGS = frozenset(
    """accord accords agreement agreements armistice charter communique communiqué conference
    congress convention coup crisis decision decisions declaration directive doctrine exhibition
    fair festival final group formula line olympics pact plan plenum prize process protocol spring
    summit
    talks time treaty proposal proposals powers formula communiqués fund bloc
    uprising meeting meetings war street avenue road square boulevard plaza post times university
    institute hotel station broadcasting
    order library canal club circle substation site sites strasse prison jail gaol penitentiary
    ulitsa ulica prospekt platz allee principles clique junta guidelines communiqué memorandum
    consensus axis tribunal vessel vessels truck trucks lorry lorries tractor tractors
    motorcycles bomber bombers jets interceptors howitzers locomotives
    hospital clinic sanatorium""".split()
)
# Institutions whose names hold a place's name without speaking of the place.
INSTITUTIONS = frozenset(
    """party union league association program programme foundation university institute academy
    center centre archive archives library museum bank company corporation newspaper agency
    church organization organisation federation society""".split()
)
_PEOPLES = frozenset(
    """afghan african albanian algerian american americans arab argentine asian australian austrian
    belgian brazilian british bulgarian burmese cambodian canadian chinese cuban czech
    czechoslovak danish dutch egyptian english ethiopian european finnish french german germans
    greek hungarian indian indonesian iranian iraqi irish israeli italian japanese jewish korean
    koreans kurdish latin laotian lebanese libyan malaysian mexican mongolian muslim nepalese
    norwegian pakistani palestinian persian polish portuguese romanian russian russians serbian
    slovak soviet soviets spanish swedish swiss syrian thai tibetan turkish ukrainian vietnamese
    western yugoslav yugoslavs south-korean north-korean sino-soviet soviet-american anglo-american
    poles czechs slovaks swedes danes finns turks serbs croats greeks arabs jews kurds scots
    frenchmen englishmen irishmen spaniards dutchmen welshmen filipinos mongols uighurs kazakhs
    uzbeks tajiks latvians estonians lithuanian lithuanians georgian georgians armenian armenians
    ukrainians belarusian byelorussian azerbaijani moldavian bengali bengalis punjabi sikh sikhs
    tamil tamils malay malays javanese laotians cambodians vietminh siamese taiwanese okinawan
    canadians australians mexicans cubans brazilians chileans nigerian nigerians ghanaian congolese
    senegalese malian guinean algerians moroccan moroccans tunisian tunisians egyptians syrians
    jordanian jordanians iraqis iranians israelis palestinians saudi saudis yemeni sudanese
    pole swede dane finn turk serb croat scot frenchman englishman irishman spaniard dutchman
    ethiopians somali somalis kenyan kenyans bolshevik bolsheviks menshevik mensheviks trotskyite
    trotskyites stalinist stalinists marxist marxists catholic catholics protestant protestants
    buddhist buddhists hindu hindus muslims moslem moslems christians
    english-speaking communist communists socialist imperialist democratic republican""".split()
)
DEMONYMS = _PEOPLES | {f"{one}s" for one in _PEOPLES}
CALENDAR = frozenset(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday christmas easter""".split()
)
# Words that begin sentences or headings with a capital and are no names.
COMMON = frozenset(
    """a about above according after again against all allow also although among an and any
    another as asked at attached attachment because before being best between both but by can
    citation classified comment comments concerning conclusion considering contents copies copy
    could dear despite did distribution do does draft during each early either enclosure even
    every excerpt finally first following for from further furthermore generally great had has
    have having he hence her here high his his how however i if ii iii in indeed instead is it its
    journal just last later let letter like many may meanwhile memo memorandum message minutes
    more most mr my neither new next no nor not note now number of official on once one only or
    other others our outgoing over part please point present protocol question re recently
    record regarding regards reply report resolution respectfully respectively right same second
    secret she should signed since so some source speaking still subject subsequently such
    summary telegram text than thank thanks that the their them then there therefore these they
    third this those though three through thus to today tomorrow top towards two under until up
    upon urgent us very via was we were what when where which while who whose why will with
    within without would yes yesterday yet you your yours circular cable decree directive diary
    information instruction instructions interview appendix annex priority routine immediate
    confidential restricted strictly top-secret special folder file document documents decision
    translation translated original russian-language unit sir gentlemen ladies friend friends
    aide-mémoire aide-memoire
    possibly perhaps probably maybe presumably surely certainly apparently evidently allegedly
    translator translators editor editors handwritten illegible typed signed signature
    north south east west northern southern eastern western central upper lower god heaven
    greetings sincerely cordially yours faithfully
    comintern cominform kremlin gosplan tass pravda izvestia reuters xinhua hsinhua tanjug
    permanent lettre schreiben brief telegramm télégramme telegrama carta lettera bericht rapport
    vermerk mitteilung dépêche
    see vide
    bundestag bundesrat duma knesset sejm politbureau politburo wehrmacht gestapo stasi""".split()
)
FAMILY_FIRST = frozenset(
    """kim pak park choe choi yi ri li lee rhee nam ho han hong hwang im kang ko kwon mun paek
    pang so sin shin son song yim yu yun chang cho chon chong chu chung an bak o mao zhou chou
    peng p'eng liu deng teng chen ch'en lin wang wu xu yang zhang zhao zhu chu chiang jiang gao kao
    guo kuo hu huang ji luo lo ma qiao song soong sun tan tang tian wei xi xie ye yu zeng nguyen
    ho pham le tran vo truong hoang
    ngo bui phan vu dinh dang duong huynh trinh luong ta doan quach
    u daw thakin""".split()
)
# With what ministers are charged, and of what presidents are, in other languages: nobody's names.
CHARGES = frozenset(
    """interno interni esteri difesa tesoro finanze agricoltura giustizia intérieur étrangères
    finances hacienda gobernación exteriores innern auswärtigen zagranicznych wewnętrznych interior
    exterior defensa república repubblica république republik consiglio secretario segretario
    secretaria prefetto prefetti questore dottor dottore monsignor camera senato
    giunta""".split()
)
# Titles of the great and small beside which `II` is a number.
OFFICES = frozenset(
    """director head chief chairman secretary minister deputy assistant ambassador consul
    co-chairman co-chairmen
    president commander counselor counsellor member acting first second vice plenipotentiary
    representative commissioner rector editor manager adviser advisor premier attaché
    attache envoy секретарь председатель министр посол начальник заместитель зам нарком директор
    заведующий sekretär vorsitzender botschafter leiter direktor stellvertreter sekretarz minister
    commander-in-chief editor-in-chief vorsitzende vorsitzenden vorsitzendem präsidentin
    stellvertretender stellvertretende sekretärs generalsekretär przewodniczący przewodniczącego
    sekretarza ambasadora předsedy tajemníka predseda elnök secretario segretario
    ambasador dyrektor tajemník ministr velvyslanec náčelník předseda secrétaire ministre
    ambassadeur directeur titkár miniszter administrator director-general""".split()
)
# What those who hear a speech do, as its record has it in brackets.
REACTIONS = frozenset(
    """applause laughter cheers ovation exclamations shouts beifall heiterkeit zurufe lachen rires
    applaudissements acclamations aplausos risas ovación ovaciones exclamaciones abucheos applausi
    ilarità aplauze râsete oklaski brawa śmiech potlesk smích taps derültség nevetés ovacija aplauz
    smeh smijeh пљесак аплауз аплодисменты смех овация ръкопляскания оплески gelächter ovationen
    risos ovação bravos""".split()
)
# What ministries are for, behind which a name is whoever is of one.
MATTERS = frozenset(
    ("affairs", "defence", "defense", "trade", "interior", "finance", "industry", "agriculture",
     "commerce", "health", "education", "culture", "information", "justice", "security",
     "relations", "communications", "energy", "economy", "war", "labour", "transport")
)  # fmt: skip
