"""Names of languages as catalogues of archives in other countries print them."""

# ruff: noqa: RUF001  (names in the scripts of the languages)

# A tag, and names in Polish, Czech, Hungarian, Romanian, Italian, Spanish, Portuguese, Dutch,
# German, French, Chinese, Japanese, Korean, Ukrainian, Bulgarian and others, as they stand alone.
ABROAD = """
en|angielski|angličtina|angol|engleză|Engels|inglês|英语|英文|英語|영어|англійська|engelska|engelsk
en|englanti|engleski
de|niemiecki|němčina|német|germană|alemão|Duits|德语|德文|德語|ドイツ語|독일어|німецька|немски|tyska|tysk
de|saksa|njemački|nemački|nemčina
fr|francuski|francouzština|francia|franceză|francês|Frans|法语|法文|法語|フランス語|프랑스어|불어|французька
fr|френски|franska|fransk|ranska|francúzština
ru|rosyjski|ruština|orosz|rusă|russo|Russisch|俄语|俄文|俄語|ロシア語|露語|러시아어|노어|російська|руски|ryska
ru|russisk|venäjä|ruski
pl|polština|lengyel|polacco|polaco|polonês|Pools|波兰语|ポーランド語|폴란드어|польська|полски|poloneză|polska
pl|polsk|puola|poljski|poľština
cs|чешский|czeski|cseh|ceco|checo|tcheco|Tsjechisch|捷克语|チェコ語|체코어|чеська|чешки|cehă|tjeckiska
cs|tšekki
sk|словацкий|słowacki|szlovák|slovacco|eslovaco|slowakisch|slovaque|Slowaaks|slovacă
hu|венгерский|węgierski|maďarština|ungherese|húngaro|Hongaars|匈牙利语|ハンガリー語|헝가리어|угорська|унгарски
hu|maghiară|unkari|mađarski
ro|румынский|rumuński|rumunština|rumeno|rumano|romeno|roumain|Roemeens|罗马尼亚语|румънски
bg|болгарский|bułgarski|bulharština|bolgár|bulgaro|búlgaro|bulgarisch|bulgare|Bulgaars|bulgară
bg|保加利亚语
uk|ukraiński|ukrajinština|ukrán|ukrainisch|ukrainien|ucraino|ucraniano|ucraineană|乌克兰语
be|белорусский|białoruski|weißrussisch|belarussisch|biélorusse|білоруська
sr|сербский|serbski|srbština|szerb|serbo|serbio|serbe|serbisch|sârbă|sérvio
hr|хорватский|chorwacki|chorvatština|horvát|croato|croata|croate|kroatisch
sh|сербохорватский|serbo-chorwacki|serbokroatisch|serbo-croate|srpskohrvatski jezik
sl|словенский|słoweński|slovinština|szlovén|slowenisch|slovène|sloveno|esloveno
es|hiszpański|španělština|spanyol|spaniolă|spagnolo|espanhol|Spaans|西班牙语|西班牙文|スペイン語|스페인어
es|іспанська|испански|spanska|spansk|espanja
it|włoski|italština|olasz|italiană|Italiaans|意大利语|イタリア語|이탈리아어|італійська|италиански|italienska
it|italia
pt|portugalski|portugalština|portugál|portugheză|portoghese|portugués|portugais|Portugees|葡萄牙语
pt|ポルトガル語|португальский|португальська
nl|niderlandzki|holenderski|nizozemština|holland|olandeză|olandese|neerlandés|holandés
nl|néerlandais|holandês|荷兰语|オランダ語|нидерландский|голландский
zh|chiński|čínština|kínai|chineză|cinese|chino|chinês|Chinees|中国語|漢文|중국어|китайська|китайски
zh|kinesiska|中文（汉语）
ja|japoński|japonština|japán|japoneză|giapponese|japonés|japonês|Japans|日语|日文|日語|일본어|японська
ja|японски
ko|koreański|korejština|koreai|coreeană|coreano|Koreaans|朝鲜语|朝鮮語|韩语|韓国語|조선어|корейська|корейски
ko|朝文
ar|арабский|arabski|arabština|arab|arabă|arabo|árabe|arabisch|Arabisch|阿拉伯语|アラビア語|아랍어|арабська
tr|турецкий|turecki|turečtina|török|turcă|turco|turc|türkisch|Turks|土耳其语
fa|персидский|perski|perština|perzsa|persană|persiano|persa|persan|persisch|波斯语
he|hebrajski|hebrejština|héber|ebraică|ebraico|hebreo|hébreu|hebräisch
vi|вьетнамский|wietnamski|vietnamština|vietnami|vietnamita|vietnamien|vietnamesisch|越南语|ベトナム語
vi|베트남어
mn|монгольский|mongolski|mongolština|mongolisch|mongol|蒙古语|モンゴル語
sq|албанский|albański|albánština|albán|albanese|albanés|albanais|albanisch|阿尔巴尼亚语
el|греческий|grecki|řečtina|görög|greacă|greco|griego|grec|griechisch|grego
lt|литовский|litewski|litevština|litauisch|lituanien|lituano
lv|латышский|łotewski|lotyština|lettisch|letton|lettone
et|эстонский|estoński|estonština|estnisch|estonien|estone
fi|финский|fiński|finština|finn|finnisch|finnois|finlandese|finlandés
sv|шведский|szwedzki|švédština|svéd|svedese|sueco|suédois|ruotsi
da|датский|duński|dánština|dán|danese|danés|danois|dänisch
no|норвежский|norweski|norština|norvég|norvegese|noruego|norvégien|norwegisch
hy|армянский|armenisch|arménien
ka|грузинский|georgisch|géorgien
yi|идиш|jidysz|jiddiš|yiddish
la|латинский|łacina|latina|latin|latino|lateinisch
"""

# Abbreviations of catalogues, older spellings, and languages of one country.
SHORTENED = """
ar|arab
bg|bulg
cs|tschech|tchèq
da|dän
de|dt|germ|dtsch|allem
el|griech
en|engl|angl
es|span|esp
fi|finn
fr|franz|frz|frç
hr|kroat
hu|ungar|hung|hongr
it|ital
ja|jap|japan
ko|korean|kor
la|lat
nl|niederl|holl
no|norw|norv
pl|poln|pol|polon
pt|portug
ro|rumän|rum|roum|Rumanian|Roumanian
ru|russ
sr|serb|Servian
sv|schwed|swed|suéd
tr|türk|turc
uk|ukr|ukrain
zh|chin
my|Myanmar
pt-BR|Brazilian Portuguese|Brazilian|Portuguese (Brazil)
en-US|American English|American|English (United States)
en-GB|British English|English (United Kingdom)
fr-CA|Canadian French|French (Canada)
de-AT|Austrian German|German (Austria)
es-MX|Mexican Spanish|Spanish (Mexico)
"""
