"""Number words of some fifty languages.

``CARDINALS`` gives, for each language (BCP 47), the words for 0 to 20 and then 30, 40 ... 90, 100, one slot
after another with "|" between them; ordinals and words such as "both" stand with their value.  A form that
ends in "-" is a stem that any ending may follow, so that inflection needs no table; one that ends in "~"
may say something else; "_" stands for a space.  ``number_scales.SCALES`` gives the powers of ten, ``HUNDREDS`` the
irregular hundreds, ``FRACTIONS`` halves and the like, each as "value form form|value form".  Diacritics do
not count.  Compiled for this project; Chinese, Japanese and Korean are in ``cjk``.
"""

from __future__ import annotations

_SLOTS = (*range(21), *range(30, 101, 10))

CARDINALS = {
    "en": "zero nil|one once single first|two twice second~ both~ pair~ couple~ double~ duo~ twin~ twins~ biennial~|three thrice third~ triple~ trio~"
    "|four fourth quadruple|five fifth|six sixth|seven seventh|eight eighth|nine ninth|ten tenth decade~ teen~ teens~ teenage~ teenager~ teenagers~|eleven eleventh"
    "|twelve twelfth dozen dozens|thirteen-|fourteen-|fifteen-|sixteen-|seventeen-|eighteen-|nineteen-"
    "|twenty twenties twentieth|thirty thirties thirtieth|forty forties fortieth|fifty fifties fiftieth"
    "|sixty sixties sixtieth|seventy seventies seventieth|eighty eighties eightieth|ninety nineties ninetieth"
    "|hundred hundredth hundreds~ century~",
    "de": "null|ein eins eine einen einem einer eines erst- einmal|zwei zwo zweit- zweier beid- doppelt- zweimal paar"
    "|drei dritt- dreimal dreier|vier viert- viermal|fünf fünft-|sechs sechst-|sieben siebt- siebent-|acht acht-"
    "|neun neunt-|zehn zehnt-|elf elft-|zwölf zwölft-|dreizehn-|vierzehn-|fünfzehn-|sechzehn-|siebzehn-|achtzehn-"
    "|neunzehn-|zwanzig-|dreißig- dreissig-|vierzig-|fünfzig-|sechzig-|siebzig-|achtzig-|neunzig-|hundert hundertst-",
    "nl": "nul|een één eerst-|twee tweed- beide- dubbel- paar|drie derd-|vier vierd-|vijf vijfd-|zes zesd-|zeven zevend-"
    "|acht achtst-|negen negend-|tien tiend-|elf elfd-|twaalf twaalfd-|dertien-|veertien-|vijftien-|zestien-|zeventien-"
    "|achttien-|negentien-|twintig-|dertig-|veertig-|vijftig-|zestig-|zeventig-|tachtig-|negentig-|honderd honderdst-",
    "da": "nul|en et én ét ene første|to anden andet begge dobbelt-|tre tredje-|fire fjerde-|fem femte-|seks sjette-"
    "|syv syvende-|otte ottende-|ni niende-|ti tiende-|elleve ellevte|tolv tolvte|tretten- trettende|fjorten-"
    "|femten-|seksten-|sytten-|atten-|nitten-|tyve tyvende|tredive- tredivte|fyrre fyrretyve|halvtreds-|tres tresindstyve"
    "|halvfjerds-|firs firsindstyve|halvfems-|hundrede-",
    "no": "null|en et én ett ene første|to andre annen begge dobbelt-|tre tredje-|fire fjerde-|fem femte-|seks sjette-"
    "|sju syv sjuende syvende|åtte åttende-|ni niende-|ti tiende-|elleve ellevte|tolv tolvte|tretten-|fjorten-|femten-"
    "|seksten-|sytten-|atten-|nitten-|tjue tyve tjuende|tretti-|førti-|femti-|seksti-|sytti-|åtti-|nitti-|hundre-",
    "sv": "noll|en ett ena första förste|två andra båda bägge dubbel- dubbl- par|tre tredje-|fyra fjärde-|fem femte-"
    "|sex sjätte-|sju sjunde-|åtta åttonde-|nio nionde-|tio tionde-|elva elfte|tolv tolfte|tretton-|fjorton-|femton-"
    "|sexton-|sjutton-|arton-|nitton-|tjugo-|trettio-|fyrtio-|femtio-|sextio-|sjuttio-|åttio-|nittio-|hundra-",
    "is": "núll|einn ein eitt einu eina fyrst-|tveir tvær tvö tveim- annar önnur annað bæði báðir|þrír þrjár þrjú þriðj-"
    "|fjórir fjórar fjögur fjórð-|fimm-|sex sjött-|sjö sjöund-|átta áttund-|níu níund-|tíu tíund-|ellefu-|tólf-|þrettán-"
    "|fjórtán-|fimmtán-|sextán-|sautján-|átján-|nítján-|tuttugu-|þrjátíu-|fjörutíu-|fimmtíu-|sextíu-|sjötíu-|áttatíu-"
    "|níutíu-|hundrað-",
    "fr": "zéro|un une premier première premiers premières|deux deuxième- second- double- paire|trois troisième- triple-"
    "|quatre quatrième-|cinq cinquième-|six sixième-|sept septième-|huit huitième- huitaine|neuf neuvième-"
    "|dix dixième- dizaine-|onze onzième-|douze douzième- douzaine-|treize treizième-|quatorze quatorzième-"
    "|quinze quinzième-|seize seizième-|dixsept|dixhuit|dixneuf|vingt vingts vingtième- vingtaine-"
    "|trente trentième- trentaine-|quarante quarantième- quarantaine-|cinquante cinquantième- cinquantaine-"
    "|soixante soixantaine-|septante-|huitante- octante-|nonante-|cent cents centième- centaine",
    "it": "zero|un uno una prim-|due second- entramb- doppi- coppia ambedue|tre terz- triplo|quattro quart-|cinque quint-"
    "|sei sest-|sette settim-|otto ottav-|nove nono nona|dieci decim- decina|undici undic- undicesim-|dodici dodic- dodicesim- dozzina"
    "|tredici tredic- tredicesim-|quattordici quattordic-|quindici quindic-|sedici- sedic- sedicesim-|diciassette diciassett-|diciotto diciott-|diciannove diciannov-"
    "|venti vent- ventesim-|trenta trent-|quaranta quarant-|cinquanta cinquant-|sessanta sessant-|settanta settant-"
    "|ottanta ottant-|novanta novant-|cento cent-",
    "es": "cero|un uno una unos primer-|dos segund- ambos ambas doble- par pareja|tres tercer- tercio triple-"
    "|cuatro cuart-|cinco quint-|seis sext-|siete séptim-|ocho octav-|nueve noven-|diez décim- decena|once undécim-"
    "|doce duodécim- docena|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte veinti- vigésim-"
    "|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien ciento cientos centenar-",
    "pt": "zero|um uma primeir-|dois duas segund- ambos ambas dobro duplo- par dupla|três terceir- terço triplo"
    "|quatro quart-|cinco quint-|seis sext-|sete sétim-|oito oitav-|nove nono nona|dez décim- dezena|onze|doze dúzia-|treze"
    "|catorze quatorze|quinze|dezasseis dezesseis|dezassete dezessete|dezoito|dezanove dezenove|vinte vigésim-|trinta"
    "|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem cento centen-",
    "ca": "zero|un una primer-|dos dues segon- ambdós doble|tres tercer-|quatre quart-|cinc cinqu-|sis sis-|set set-|vuit"
    "|nou|deu|onze|dotze|tretze|catorze|quinze|setze|disset|divuit|dinou|vint vinti|trenta|quaranta|cinquanta|seixanta"
    "|setanta|vuitanta|noranta|cent cents",
    "ro": "zero|un o unu una unul unei unui prim- întâi întâia|doi două doilea doua ambele ambii ambelor dublu- pereche-"
    "|trei treilea treia triplu-|patru patrulea patra|cinci cincilea cincea|șase șaselea șasea|șapte șaptelea șaptea"
    "|opt optulea opta|nouă nouălea noua|zece zecelea zecea|unsprezece-|doisprezece- douăsprezece- duzină|treisprezece-"
    "|paisprezece-|cincisprezece-|șaisprezece-|șaptesprezece-|optsprezece-|nouăsprezece-|douăzeci-|treizeci-|patruzeci-"
    "|cincizeci-|șaizeci-|șaptezeci-|optzeci-|nouăzeci-|sută sute o_sută",
    "pl": "zero|jeden jedna jedno jednego jednej jednym jedną pierwsz-|dwa dwie dwóch dwu dwóm dwoma dwiema dwoje dwaj"
    " dwukrotn- drug- oba obie obu obydw- obaj para podwójn-|trzy trzech trzem trzema troje trzej trzec- trzykrotn-"
    "|cztery cztero- czterech czterem czterema czworo czwart-|pięć pięciu pięcioro piąt- pięcio-|sześć sześciu sześcioro szóst- sześcio-"
    "|siedem siedmiu siedmioro siódm- siedmio-|osiem ośmiu ośmioro ósm- ośmio-|dziewięć dziewięciu dziewiąt- dziewięcio-|dziesięć dziesięciu dziesiąt- dziesięcio-"
    "|jedenaś- jedenast-|dwanaś- dwunast- tuzin-|trzynaś- trzynast-|czternaś- czternast-|piętnaś- piętnast-|szesnaś- szesnast-"
    "|siedemnaś- siedemnast-|osiemnaś- osiemnast-|dziewiętnaś- dziewiętnast-|dwadzieś- dwudziest-|trzydzieś- trzydziest-"
    "|czterdzieś- czterdziest-|pięćdziesi-|sześćdziesi-|siedemdziesi-|osiemdziesi-|dziewięćdziesi-|sto stu setn- setk-",
    "cs": "nula|jeden jedna jedno jednoho jedné jednom jednu první- prvn-|dva dvě dvou dvěma dvoj- druh- oba obě obou pár dvakrát"
    "|tři tří třem třemi třet- troj- třikrát|čtyři čtyř čtyřem čtyřmi čtvrt- čtyř-|pět pěti pát- pěti-|šest šesti šest-"
    "|sedm sedmi sedm-|osm osmi osm-|devět devíti devát-|deset deseti desát-|jedenáct-|dvanáct- tucet|třináct-|čtrnáct-|patnáct-"
    "|šestnáct-|sedmnáct-|osmnáct-|devatenáct-|dvacet- dvacát-|třicet- třicát-|čtyřicet- čtyřicát-|padesát-|šedesát-|sedmdesát-"
    "|osmdesát-|devadesát-|sto sta set stech stovk- stý",
    "sk": "nula|jeden jedna jedno jedného jednej jednom jednu prv-|dva dve dvoch dvom dvoma dvoj- druh- oba obe oboch obaja pár"
    "|tri troch trom troma tret- troj- traja|štyri štyroch štyrom štvrt- štyr-|päť piatich piat- päť-|šesť šiestich šiest- šesť-"
    "|sedem siedmich siedm-|osem ôsmich ôsm-|deväť deviatich deviat-|desať desiatich desiat-|jedenást-|dvanást- tucet|trinást-"
    "|štrnást-|pätnást-|šestnást-|sedemnást-|osemnást-|devätnást-|dvadsať- dvadsiat-|tridsať- tridsiat-|štyridsať- štyridsiat-"
    "|päťdesiat-|šesťdesiat-|sedemdesiat-|osemdesiat-|deväťdesiat-|sto sta stovk- stý",
    "sl": "nič nula|en ena eno enega enem eni prv-|dva dve dveh dvema dvoj- drug- oba obe obeh par|tri treh trem tremi tretj- troj-"
    "|štiri štirih štirim štirje četrt-|pet petih petim pet-|šest šestih šest-|sedem sedmih sedm-|osem osmih osm-|devet devetih devet-"
    "|deset desetih deset-|enajst-|dvanajst- ducat|trinajst-|štirinajst-|petnajst-|šestnajst-|sedemnajst-|osemnajst-|devetnajst-"
    "|dvajset-|trideset-|štirideset-|petdeset-|šestdeset-|sedemdeset-|osemdeset-|devetdeset-|sto stot-",
    "hr": "nula|jedan jedna jedno jednog jednoga jednom jednoj jednu prv-|dva dvije dviju dvoje dvaju dvojic- drug- oba obje obojic- obadv- par"
    " dvostruk- dvaput dvo~|tri triju troje tro~ trojic- treć- trostruk-|četiri četiriju četvero četvrt- četvoric-|pet petero pet-|šest šestero šest-"
    "|sedam sedmero sedm-|osam osmero osm-|devet devetero devet-|deset desetero deset-|jedanaest-|dvanaest- tucet|trinaest-|četrnaest-"
    "|petnaest-|šesnaest-|sedamnaest-|osamnaest-|devetnaest-|dvadeset-|trideset-|četrdeset-|pedeset-|šezdeset-|sedamdeset-|osamdeset-"
    "|devedeset-|sto stot- stotin-",
    "sr": "нула nula|један једна једно једног једном једној једну прв- jedan jedna jedno jednog jednom jednu prv-"
    "|два две двоје двојиц- друг- оба обе обоје пар двоструко dva dve dvoje drug- oba obe дво~ dvo~|три троје тро~ tro~ трећ- тројиц- tri troje treć-"
    "|четири четворо четврт- četiri četvoro četvrt-|пет петоро пет- pet petoro pet-|шест шесторо шест- šest šest-"
    "|седам седморо седм- sedam sedm-|осам осморо осм- osam osm-|девет деветоро девет- devet devet-|десет десеторо десет- deset deset-"
    "|једанаест- jedanaest-|дванаест- туце dvanaest-|тринаест- trinaest-|четрнаест- četrnaest-|петнаест- petnaest-|шеснаест- šesnaest-"
    "|седамнаест- sedamnaest-|осамнаест- osamnaest-|деветнаест- devetnaest-|двадесет- dvadeset-|тридесет- trideset-|четрдесет- četrdeset-"
    "|педесет- pedeset-|шездесет- šezdeset-|седамдесет- sedamdeset-|осамдесет- osamdeset-|деведесет- devedeset-|сто стот- стотин- sto stotin-",
    "mk": "нула|еден една едно прв-|два две двајца втор- двете двата обата|три тројца трет-|четири четворица четврт-|пет петмина пет-"
    "|шест шест-|седум седм-|осум осм-|девет девет-|десет десет-|единаесет-|дванаесет-|тринаесет-|четиринаесет-|петнаесет-|шеснаесет-"
    "|седумнаесет-|осумнаесет-|деветнаесет-|дваесет-|триесет-|четириесет-|педесет-|шеесет-|седумдесет-|осумдесет-|деведесет-|сто стотин-",
    "bg": "нула|един една едно едната единия първ-|два две двама двете двата втор- двойн- чифт двойка двамата|три трима трет- трите трима- тройн-"
    "|четири четирима четвърт- четири-|пет петима пет-|шест шестима шест-|седем седмина седм-|осем осмина осм-|девет девет-|десет десет-"
    "|единадесет- единайсет-|дванадесет- дванайсет- дузина|тринадесет- тринайсет-|четиринадесет- четиринайсет-|петнадесет- петнайсет-"
    "|шестнадесет- шестнайсет-|седемнадесет- седемнайсет-|осемнадесет- осемнайсет-|деветнадесет- деветнайсет-|двадесет- двайсет-"
    "|тридесет- трийсет-|четиридесет- четирийсет-|петдесет- петдесе-|шестдесет- шейсет-|седемдесет-|осемдесет-|деветдесет-|сто стот- стотн-",
    "ru": "ноль нуля|один одна одно одного одной одному одним одном одну однажды перв- единственн-|два две двух двум двумя двое двоих втор- оба обе обоих"
    " обеих дважды вдвое двойн- пара пары дву- двух-|три трех трем тремя трое троих трет- трижды втрое трех- тро-|четыре четырех четырем четверо четверых"
    " четверт- четырех-|пять пяти пятеро пят- пяти-|шесть шести шестеро шест-|семь семи семеро седьм- семи-|восемь восьми восьмеро восьм-"
    "|девять девяти девят-|десять десяти десят-|одиннадцат-|двенадцат- дюжин-|тринадцат-|четырнадцат-|пятнадцат-|шестнадцат-|семнадцат-"
    "|восемнадцат-|девятнадцат-|двадцат-|тридцат-|сорок сорока сороков-|пятьдесят пятидесят-|шестьдесят шестидесят-|семьдесят семидесят-"
    "|восемьдесят восьмидесят-|девяност-|сто ста сотн- сот-",
    "uk": "нуль ноль|один одна одне одного однієї одному одним одній одну перш- єдин-|два дві двох двом двома двоє друг- обидв- обох двічі вдвічі подвійн- пара"
    " пари дво-|три трьох трьом трьома троє трет- тричі втричі три- трьох-|чотири чотирьох чотирьом четверо четверт- чотири-|пять пяти п'ять п'яти п'ятьох"
    " п'ятеро п'ят- пят-|шість шести шістьох шестеро шост- шести-|сім семи сімох семеро сьом- семи-|вісім восьми вісьмох восьм-"
    "|дев'ять дев'яти дев'ят- девят-|десять десяти десят-|одинадцят-|дванадцят- дюжин-|тринадцят-|чотирнадцят-|п'ятнадцят- пятнадцят-|шістнадцят-"
    "|сімнадцят-|вісімнадцят-|дев'ятнадцят- девятнадцят-|двадцят-|тридцят-|сорок сорока сороков-|п'ятдесят п'ятдесят- пятдесят-|шістдесят-|сімдесят-"
    "|вісімдесят-|дев'яност- девяност-|сто ста сотн- сот-",
    "be": "нуль|адзін адна адно аднаго адной перш-|два дзве двух двум другі друг- абодва|тры трох трэц-|чатыры чатырох чацвёрт-|пяць пяці пят-"
    "|шэсць шасці шост-|сем сямі сём-|восем васьмі восьм-|дзевяць дзевят-|дзесяць дзесят-|адзінаццац-|дванаццац-|трынаццац-|чатырнаццац-"
    "|пятнаццац-|шаснаццац-|сямнаццац-|васямнаццац-|дзевятнаццац-|дваццац-|трыццац-|сорак|пяцьдзясят-|шэсцьдзясят-|семдзесят-|восемдзесят-"
    "|дзевяност-|сто ста сотн-",
    "lt": "nulis|vien- pirm-|du dvi dviej- dviem dvej- antr- abu abi abiej- dvigub- pora dukart|trys tris trij- trim- tre- trej-|keturi keturios ketur- ketvirt-"
    "|penki penkios penk- penkt-|šeši šešios šeš- šešt-|septyni septyn- septint-|aštuoni aštuon- aštunt-|devyni devyn- devint-|dešimt- dešim-|vienuolik-"
    "|dvylik- tuzin-|trylik-|keturiolik-|penkiolik-|šešiolik-|septyniolik-|aštuoniolik-|devyniolik-|dvidešim-|trisdešim-|keturiasdešim-|penkiasdešim-"
    "|šešiasdešim-|septyniasdešim-|aštuoniasdešim-|devyniasdešim-|šimt-",
    "lv": "nulle|vien- pirm-|divi divas div- otr- abi abas abiem abu abām dubult- pāris|trīs tris trij- treš- trīs-|četri četras četr- ceturt-|pieci piecas piec- piekt-"
    "|seši sešas seš- sest-|septiņi septiņ- septīt-|astoņi astoņ- astot-|deviņi deviņ- devīt-|desmit- desmit|vienpadsmit-|divpadsmit- ducis|trīspadsmit-|četrpadsmit-"
    "|piecpadsmit-|sešpadsmit-|septiņpadsmit-|astoņpadsmit-|deviņpadsmit-|divdesmit-|trīsdesmit-|četrdesmit-|piecdesmit-|sešdesmit-|septiņdesmit-|astoņdesmit-"
    "|deviņdesmit-|simt- simts",
    "et": "null nulli|üks ühe üht ühel ühes ühte esime- esimes-|kaks kahe kaht kahel kahes kahte kahe- teis- mõlema- topelt- paar kaks-|kolm kolme kolme-"
    "|neli nelja nelja-|viis viie viie-|kuus kuue kuue-|seitse seitsme seitsm-|kaheksa-|üheksa-|kümme kümne kümn-|üksteist ühe-teist üheteist-|kaksteist kaheteist- tosin-"
    "|kolmteist kolmeteist-|neliteist neljateist-|viisteist viieteist-|kuusteist kuueteist-|seitseteist seitsmeteist-|kaheksateist-|üheksateist-"
    "|kakskümmend kahekümne-|kolmkümmend kolmekümne-|nelikümmend neljakümne-|viiskümmend viiekümne-|kuuskümmend kuuekümne-|seitsekümmend seitsmekümne-"
    "|kaheksakümmend kaheksakümne-|üheksakümmend üheksakümne-|sada saja- sada-",
    "fi": "nolla|yksi yhden yhtä yhdessä yhdellä yhteen yhdestä ensimmäi- ensi yhde- yks-|kaksi kahden kahta kahdessa kahdelle kahte- kahde- toinen toise- toista molem-"
    " kaksi- pari tupla-|kolme kolmen kolmea kolmas kolman- kolme-|neljä neljän neljää neljäs neljän- neljä-|viisi viiden viittä viides viide- viisi-"
    "|kuusi kuuden kuutta kuudes kuude- kuusi-|seitsemän seitsemää seitsemäs seitsemä- seitsen-|kahdeksan kahdeksaa kahdeksas kahdeksa-|yhdeksän yhdeksää yhdeksäs yhdeksä-"
    "|kymmenen kymmentä kymmenes kymmene- kymmenis- kymmen|yksitoista yhdentoista- yhdestoista|kaksitoista kahdentoista- kahdestoista tusina-|kolmetoista kolmentoista-"
    "|neljätoista neljäntoista-|viisitoista viidentoista-|kuusitoista kuudentoista-|seitsemäntoista-|kahdeksantoista-|yhdeksäntoista-"
    "|kaksikymmentä kaksikymmen- kahdenkymmenen- kaksikymppi- kahdeskymmenes|kolmekymmentä kolmikymmen- kolmekymmen- kolmenkymmenen- kolmikymppi-|neljäkymmentä nelikymmen- neljäkymmen- neljänkymmenen- nelikymppi-"
    "|viisikymmentä viisikymmen- viidenkymmenen- viisikymppi-|kuusikymmentä kuusikymmen- kuudenkymmenen- kuusikymppi-|seitsemänkymmentä seitsemänkymmenen-|kahdeksankymmentä kahdeksankymmenen-"
    "|yhdeksänkymmentä yhdeksänkymmenen-|sata sada- sataa sadas",
    "hu": "nulla|egy egyik- első- elsőn- egyetlen|két kettő- mindkét- kétszer- másod- második- dupla- pár kettes kettőt két-|három három- harmad- hárma-"
    "|négy négy- negyed- négyes|öt ötöd- ötös öten|hat hatod- hatan hatos|hét heted- heten hetes|nyolc nyolc- nyolcad-|kilenc kilenc-|tíz tized- tíz-"
    "|tizenegy- tizenegyed-|tizenkettő- tizenkét- tizenketted- tucat-|tizenhárom- tizenharmad-|tizennégy- tizennegyed-|tizenöt- tizenötöd-|tizenhat-|tizenhét- tizenheted-"
    "|tizennyolc-|tizenkilenc-|húsz huszon- húsz- huszad-|harminc-|negyven-|ötven-|hatvan-|hetven-|nyolcvan-|kilencven-|száz száz- század-",
    "el": "μηδέν|ένας μία μια ένα ενός μιας πρώτ- έναν|δύο δυο δεύτερ- διπλ- ζευγάρι ζεύγος δις δι-|τρεις τρία τριών τρίτ- τριπλ- τρι-|τέσσερις τέσσερα τεσσάρων"
    " τέσσερεις τέταρτ- τετρα-|πέντε πέμπτ- πεντα-|έξι έκτ- εξα-|επτά εφτά έβδομ- επτα-|οκτώ οχτώ όγδο- οκτα-|εννέα εννιά ένατ-|δέκα δέκατ- δεκάδα-|έντεκα ενδέκατ-"
    "|δώδεκα δωδέκατ- ντουζίνα|δεκατρείς δεκατρία δεκατρι-|δεκατέσσερ- δεκατεσσάρ-|δεκαπέντε-|δεκαέξι δεκάξι|δεκαεπτά δεκαεφτά|δεκαοκτώ δεκαοχτώ|δεκαεννέα δεκαεννιά"
    "|είκοσι εικοστ- εικοσι-|τριάντα τριακοστ-|σαράντα τεσσαρακοστ-|πενήντα πεντηκοστ-|εξήντα εξηκοστ-|εβδομήντα|ογδόντα|ενενήντα|εκατό εκατόν εκατοστ- εκατοντάδ-",
    "tr": "sıfır|bir birinci- ilk tek biri|iki ikinci- ikisi her_iki çift- ikili-|üç üçüncü- üçü üç-|dört dördüncü- dörd-|beş beşinci- beş-|altı altıncı-|yedi yedinci-|sekiz sekizinci- sekiz-"
    "|dokuz dokuzuncu- dokuz-|on onuncu-|onbir|oniki düzine|onüç|ondört|onbeş|onaltı|onyedi|onsekiz|ondokuz|yirmi- yirminci|otuz-|kırk-|elli-|altmış-|yetmiş-|seksen-|doksan-|yüz yüzüncü- yüzlerce",
    "az": "sıfır|bir birinci-|iki ikinci- hər_iki|üç üçüncü-|dörd dördüncü-|beş beşinci-|altı altıncı-|yeddi yeddinci-|səkkiz səkkizinci-|doqquz doqquzuncu-|on onuncu-||||||||||iyirmi-|otuz-|qırx-"
    "|əlli-|altmış-|yetmiş-|səksən-|doxsan-|yüz-",
    "ar": "صفر|واحد واحدة حادي حادية الحادي الحادية أحد إحدى أول الأول أولى الأولى وحيد الوحيد مرة|اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنين ثان ثاني ثانية الثاني الثانية كلا كلتا كلاهما كليهما مرتين"
    " ضعف ضعفي عامين عامان شهرين شهران يومين يومان أسبوعين سنتين ساعتين شخصين رجلين طفلين مرتان دولتين طفلتين دقيقتين نقطتين هدفين هدفان|ثلاث ثلاثة ثالث ثالثة الثالث الثالثة"
    "|أربع أربعة رابع رابعة الرابع الرابعة اربع اربعة|خمس خمسة خامس خامسة الخامس الخامسة|ست ستة سادس سادسة السادس السادسة|سبع سبعة سابع سابعة السابع السابعة|ثمان ثماني ثمانية ثامن ثامنة الثامن الثامنة"
    "|تسع تسعة تاسع تاسعة التاسع التاسعة|عشر عشرة عاشر عاشرة العاشر العاشرة|||||||||"
    "|عشرون عشرين العشرين العشرون عشرينات عشرينيات العشرينات|ثلاثون ثلاثين الثلاثين ثلاثينات ثلاثينيات|أربعون أربعين الأربعين اربعين|خمسون خمسين الخمسين خمسينات خمسينيات|ستون ستين الستين ستينات ستينيات"
    "|سبعون سبعين السبعين سبعينات سبعينيات|ثمانون ثمانين الثمانين ثمانينات ثمانينيات|تسعون تسعين التسعين تسعينات تسعينيات|مائة مئة المائة المئة مئات",
    "fa": "صفر|یک یکی یکم اول اولین نخست نخستین تنها|دو دوم دومین هردو جفت دوبار دوباره دوتن|سه سوم سومین|چهار چهارم چهارمین|پنج پنجم پنجمین|شش ششم ششمین|هفت هفتم هفتمین|هشت هشتم هشتمین|نه نهم نهمین|ده دهم دهمین"
    "|یازده- یازدهم|دوازده- دوجین|سیزده-|چهارده-|پانزده-|شانزده-|هفده-|هجده- هیجده-|نوزده-|بیست- بیستم|سی سی‌ام|چهل- چهلم|پنجاه- پنجاهم|شصت- شصتم|هفتاد- هفتادم|هشتاد- هشتادم|نود- نودم|صد یکصد صدم صدمین",
    "ur": "صفر|ایک پہلا پہلی پہلے|دو دوسرا دوسری دوسرے دونوں|تین تیسرا تیسری تیسرے|چار چوتھا چوتھی|پانچ پانچواں پانچویں|چھ چھٹا|سات ساتواں|آٹھ آٹھواں|نو نواں|دس دسواں"
    "|گیارہ|بارہ|تیرہ|چودہ|پندرہ|سولہ|سترہ|اٹھارہ|انیس|بیس|تیس|چالیس|پچاس|ساٹھ|ستر|اسی|نوے|سو",
    "he": "אפס|אחד אחת ראשון ראשונה הראשון הראשונה יחיד יחידה פעם|שניים שתיים שני שתי שנייה שניה השני השנייה שניהם שתיהן כפול כפולה זוג פעמיים שנתיים חודשיים יומיים שבועיים שעתיים הזוג בשתי לשני לשתי"
    "|שלוש שלושה שלושת שלישי שלישית השלישי השלישית|ארבע ארבעה ארבעת רביעי רביעית הרביעי|חמש חמישה חמשת חמישי חמישית החמישי|שש שישה ששה ששת שישי שישית השישי|שבע שבעה שבעת שביעי שביעית השביעי"
    "|שמונה שמונת שמיני שמינית|תשע תשעה תשעת תשיעי תשיעית|עשר עשרה עשרת עשירי עשירית||תריסר|||||||"
    "|עשרים העשרים|שלושים השלושים|ארבעים הארבעים|חמישים החמישים|שישים השישים ששים|שבעים השבעים|שמונים השמונים|תשעים התשעים|מאה מאות המאה",
    "hi": "शून्य|एक पहला पहली पहले प्रथम अकेला अकेले|दो दूसरा दूसरी दूसरे द्वितीय दोनों दोगुना दोगुनी दोहरे दोहरा दुगुना|तीन तीसरा तीसरी तीसरे तीनों तृतीय तिगुना|चार चौथा चौथी चौथे चारों|पांच पाँच पांचवां पांचवें पांचवीं पाँचवें पांचों"
    "|छह छः छ: छ छठा छठी छठे छै|सात सातवां सातवें सातवीं सातों|आठ आठवां आठवें आठवीं|नौ नौवां नौवें नौवीं|दस दसवां दसवें दसवीं|ग्यारह ग्यारहवें|बारह बारहवें दर्जन दर्जनों|तेरह तेरहवें|चौदह|पंद्रह पन्द्रह|सोलह|सत्रह|अठारह|उन्नीस"
    "|बीस|तीस|चालीस|पचास|साठ|सत्तर|अस्सी|नब्बे|सौ सैकड़ा सैकड़ों",
    "bn": "শূন্য|এক একটি একজন প্রথম|দুই দুটি দ্বিতীয় দুজন উভয়|তিন তিনটি তৃতীয়|চার চারটি চতুর্থ|পাঁচ পাঁচটি পঞ্চম|ছয় ছয়টি ষষ্ঠ|সাত সাতটি সপ্তম|আট আটটি অষ্টম|নয় নয়টি নবম|দশ দশটি দশম|এগারো|বারো|তেরো|চৌদ্দ|পনেরো|ষোল|সতেরো|আঠারো|উনিশ"
    "|বিশ কুড়ি|ত্রিশ|চল্লিশ|পঞ্চাশ|ষাট|সত্তর|আশি|নব্বই|একশো শত শ",
    "ta": "பூஜ்யம்|ஒன்று ஒரு முதல்|இரண்டு இரு இரண்டாவது|மூன்று மூன்றாவது|நான்கு நான்காவது|ஐந்து ஐந்தாவது|ஆறு ஆறாவது|ஏழு|எட்டு|ஒன்பது|பத்து",
    "hy": "զրո|մեկ մի մեկն մեկը առաջին- միակ|երկու երկրորդ- երկուս- երկուսն կրկնակի զույգ|երեք երրորդ- երեքն եռակի|չորս չորրորդ- չորսն|հինգ հինգերորդ- հինգն|վեց վեցերորդ- վեցն|յոթ յոթերորդ- յոթն յոթը"
    "|ութ ութերորդ- ութն|ինը իններորդ- իններ-|տաս տասը տասներորդ-|տասնմեկ-|տասներկու- տասներկուերորդ-|տասներեք-|տասնչորս-|տասնհինգ-|տասնվեց-|տասնյոթ-|տասնութ-|տասնինը տասնիններ-|քսան-|երեսուն-|քառասուն-|հիսուն-"
    "|վաթսուն-|յոթանասուն-|ութսուն-|իննսուն-|հարյուր-",
    "ka": "ნული|ერთ- პირველ-|ორი ორ- მეორ- ორივე- წყვილ-|სამი სამ- მესამ-|ოთხი ოთხ- მეოთხ-|ხუთი ხუთ- მეხუთ-|ექვსი ექვს- მეექვს-|შვიდი შვიდ- მეშვიდ-|რვა რვა- მერვ-|ცხრა ცხრა- მეცხრ-|ათი ათ მეათ- ათ-"
    "|თერთმეტ- მეთერთმეტ-|თორმეტ- მეთორმეტ-|ცამეტ- მეცამეტ-|თოთხმეტ- მეთოთხმეტ-|თხუთმეტ- მეთხუთმეტ-|თექვსმეტ- მეთექვსმეტ-|ჩვიდმეტ- მეჩვიდმეტ-|თვრამეტ- მეთვრამეტ-|ცხრამეტ- მეცხრამეტ-|ოც- მეოც- ოცი|ოცდაათ-|ორმოც- ორმოცი"
    "|ორმოცდაათ-|სამოც-|სამოცდაათ-|ოთხმოც-|ოთხმოცდაათ-|ას ასი ასე- მეას-",
    "id": "nol|satu pertama esa se sebuah seorang kesatu|dua kedua keduanya sepasang ganda kembar|tiga ketiga ketiganya|empat keempat|lima kelima|enam keenam|tujuh ketujuh|delapan kedelapan|sembilan kesembilan"
    "|sepuluh kesepuluh|sebelas kesebelas|selusin dua_belas|tiga_belas|empat_belas|lima_belas|enam_belas|tujuh_belas|delapan_belas|sembilan_belas|dua_puluh|tiga_puluh|empat_puluh|lima_puluh|enam_puluh|tujuh_puluh|delapan_puluh|sembilan_puluh|seratus",
    "ms": "sifar|satu pertama|dua kedua|tiga ketiga|empat keempat|lima kelima|enam keenam|tujuh ketujuh|lapan kelapan|sembilan kesembilan|sepuluh kesepuluh|sebelas|dua_belas|tiga_belas|empat_belas|lima_belas|enam_belas|tujuh_belas|lapan_belas|sembilan_belas|dua_puluh|tiga_puluh|empat_puluh|lima_puluh|enam_puluh|tujuh_puluh|lapan_puluh|sembilan_puluh|seratus",
    "vi": "không|một nhất mốt đầu_tiên|hai nhì đôi cặp thứ_hai cả_hai|ba thứ_ba|bốn tư thứ_tư|năm lăm thứ_năm|sáu thứ_sáu|bảy bẩy thứ_bảy|tám thứ_tám|chín thứ_chín|mười|mười_một|mười_hai tá|mười_ba|mười_bốn|mười_lăm|mười_sáu"
    "|mười_bảy|mười_tám|mười_chín|hai_mươi|ba_mươi|bốn_mươi|năm_mươi|sáu_mươi|bảy_mươi|tám_mươi|chín_mươi|trăm một_trăm",
    "sq": "zero|një parë- i_parë e_parë|dy dytë dyja të_dy|tre tri tretë|katër katërt|pesë pestë|gjashtë|shtatë|tetë|nëntë|dhjetë|njëmbëdhjetë|dymbëdhjetë|trembëdhjetë|katërmbëdhjetë|pesëmbëdhjetë|gjashtëmbëdhjetë|shtatëmbëdhjetë"
    "|tetëmbëdhjetë|nëntëmbëdhjetë|njëzet-|tridhjetë|dyzet|pesëdhjetë|gjashtëdhjetë|shtatëdhjetë|tetëdhjetë|nëntëdhjetë|njëqind qind",
    "th": "ศูนย์|หนึ่ง แรก|สอง คู่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ",
    "sw": "sifuri|moja kwanza|mbili wawili pili|tatu watatu|nne wanne|tano watano|sita|saba|nane|tisa|kumi||||||||||ishirini|thelathini|arobaini|hamsini|sitini|sabini|themanini|tisini|mia",
}


# Between the parts of one number: "two hundred and five", "vingt et un", "dvadeset i pet".
CONNECTORS = frozenset("and und et e y i og och en și si ja és ve και и і և da و ו".split())

# Languages that put the unit before the ten: "fünfundzwanzig", "pětadvacet", "خمسة وعشرون".
UNITS_FIRST = frozenset("ar da de nl sl cs sk".split())


# What says two and nothing else, where the language is not here no form does: others are "both", "pair", "second".
TWO = {
    "en": "two twice",
    "de": "zwei zwo zweimal",
    "nl": "twee",
    "da": "to",
    "no": "to",
    "sv": "två",
    "is": "tveir tvær tvö",
    "fr": "deux",
    "it": "due",
    "es": "dos",
    "pt": "dois duas",
    "ca": "dos dues",
    "ro": "doi două",
    "pl": "dwa dwie dwóch dwu dwóm dwoma dwiema dwoje dwaj",
    "cs": "dva dvě dvou dvěma dvakrát",
    "sk": "dva dve dvoch dvom dvoma",
    "sl": "dva dve dveh dvema",
    "hr": "dva dvije dviju dvoje",
    "sr": "два две двоје dva dve dvoje",
    "mk": "два две двајца",
    "bg": "два две двама",
    "ru": "два две двух двум двумя двое двоих дважды",
    "uk": "два дві двох двом двома двоє двічі",
    "be": "два дзве двух двум",
    "lt": "du dvi dviejų dviem",
    "lv": "divi divas divu diviem divām",
    "et": "kaks kahe",
    "fi": "kaksi kahden kahta kahdessa",
    "hu": "két kettő kétszer",
    "el": "δύο δυο",
    "tr": "iki",
    "hy": "երկու",
    "ka": "ორი",
    "id": "dua",
    "ms": "dua",
}

# A hundred by itself, where it does not stand for "hundreds".
HUNDRED = frozenset(
    "hundred hundert honderd hundrede hundre hundra hundrað cent cento cien cem sută sto сто száz sata sada"
    " εκατό yüz šimtas simts հարյուր ასი seratus".split()
)

# Beginnings of words for a dozen, which say a number and often mean "many".
DOZEN = tuple(
    "dozen dutzend tuzin tucet ducat dozzin docen duzi douzain tucat tosin tusina дюжин дузин туце ντουζιν".split()
)


def written_without_umlauts(form: str) -> str:
    """A German form as it is typed without umlauts: "fuenf" for "fünf"."""
    return form.translate(_WITHOUT_UMLAUTS)


_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slots(language: str) -> list[tuple[int, str]]:
    """Value and form (a stem if it ends in "-") of the cardinals of a language; empty if it has none here."""
    parts = CARDINALS.get(language, "").split("|")
    found = [(value, form) for value, forms in zip(_SLOTS, parts, strict=False) for form in forms.split()]
    if language == "de":
        found += [(value, typed) for value, form in found if (typed := written_without_umlauts(form)) != form]
    return found
