"""Words that take a full stop without ending a sentence, over some forty languages.

One list serves all languages, because a mixed document has to be cut before its languages are known.
An entry that is an ordinary word elsewhere stands in the class that asks most of what follows it, or
carries the capital that sets it apart.  Entries have no final stop; ``str.split`` keeps them readable.
Compiled for this project from dictionaries' and style guides' lists of common abbreviations.
"""

from __future__ import annotations

from collections.abc import Iterable


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _both_cases(words: Iterable[str]) -> frozenset[str]:
    """The words as given and with a capital, as they stand at the beginning of a sentence."""
    return frozenset(form for word in words for form in (word, word[:1].upper() + word[1:]))


# Something always follows: titles, "for example", "that is", streets before their name.
NEVER_LAST = _both_cases(
    _words(
        # English
        "Mr mr Mrs mrs Ms ms Mx Messrs Dr Drs Prof Hon Gen Col Lt Sgt Cpl Capt Cdr Cmdr Maj Adm Brig Pvt",
        "Rev Fr Msgr",
        "Rep Reps Sen Sens Gov Supt Insp Amb Atty Asst Assoc vs e.g i.e viz cf approx Mt Ft",
        # German, Dutch
        "ABl bzw z.b d.h u.a u.u z.t z.zt i.d.r s.o s.u vgl evtl ggf sog inkl exkl einschl insb insbes",
        "usf Hr Hrn Dipl",
        "Ing Mio Mrd Tsd bspw geb gest zzgl abzgl m.e o.g d.j v.a bijv d.w.z m.a.w t.a.v t.o.v m.b.t dhr",
        "mevr jhr",
        # Scandinavian, Finnish, Estonian
        "bl.a t.ex d.v.s dvs f.eks fx t.o.m fr.o.m m.a.o ekskl ifm ift mht pga jf jfr hhv evt m.h.t p.g.a",
        "esim nt snd",
        # French, Italian, Spanish, Portuguese, Romanian
        "Sig Sigg MM Mme Mmes Mlle Mlles Mgr p.ex c.-à-d boul bd",
        "sigg sig.ra sig.na dott dott.ssa prof.ssa avv geom ad.es p.es",
        "Sra sra Sres Sras Srta Srtas Dña Dª Excmo Ilmo Lic Arq p.ej avda pza ctra dpto aprox Dra Srª",
        "Exmo Exma Eng",
        "dl d-na d-nei d-l d-lui d-nii dna d-ra lt.-col cca șos şos jud",
        # West and South Slavic in Latin letters
        "ds pt pí tzn tzw m.in np tj mgr inż hab płk gen kpt św ul woj",
        "např tzv tj MUDr JUDr PhDr RNDr MVDr bc plk pplk mjr sv zejm napr t.j t.z",
        "dr mr npr gosp gđa gđica odn dipl oz t.i",
        "ks ang niem łac hiszp dz.u odst ods písm resp angl znj z-ri z-nja",
        # Baltic, Hungarian, Turkish, Vietnamese, Indonesian
        "pl piem t.s t.sk pvz t.y akad ún kb ifj özv szül",
        "vok žr gim plg eż dkt bw gbr",
        "örn Sn Doç Yrd Av Uzm Alb Yzb Gn Hz bkz",
        "TP PGS GS ThS Jl Jln Ny Tn Sdr Kol Letkol Brigjen Mayjen Letjen Jend yg",
        # Greek
        "π.χ δηλ κα κος κ.κ δρ καθ λ.χ βλ πρβλ αγ οδ λεωφ",
        # Cyrillic
        "т.е т.к т.н т.наз напр см св ул пл наб проф акад доц инж ген полк подп кап лейт гос обл тов",
        "т.ч тобто ім вул просп бульв ж.к т.нар чл.-кор нпр тј тзв гђа гђица одн",
        "п викл асист преп смт див блаж прп св.-к канд заст зав нач уповн англ нім вж гн инк",
        "д.е.н к.е.н д.т.н к.т.н д.ю.н к.ю.н д.м.н к.м.н д.ф.н к.ф.н д.і.н к.і.н д.п.н к.п.н д.х.н к.х.н д.б.н к.б.н",
        "д.э.н к.э.н д.и.н к.и.н к.ф.-м.н д.ф.-м.н",
        # Armenian, Georgian, Hebrew, Arabic, Hindi, Bengali, Thai: no capital shows what follows
        "օր պրոֆ ակադ იხ მაგ მლნ მლრდ დოქტ ქნ ე.ი ე.წ აკად პროფ עמ מס גב דר פרופ أ.د م.م डॉ मि मिस सेन",
        "श्री श्रीमती सुश्री प्रो पं कु मो डा",
        "ডা ডঃ মো ดร นพ พญ ผศ รศ พล.อ พล.ต พ.ต.อ พ.ต.ท ร.ต.อ น.ส ด.ช ด.ญ พ.ศ ค.ศ โทร",
    )
)

# A number follows, or the word is the ordinary one ("No. 5" but "She said no. Then").
BEFORE_NUMBER = _both_cases(
    _words(
        "apto ok no nr nrs nro núm num fig figs vols art arts pp pg pag pág págs pags sec sect ca circa",
        "stk ust godz št uimh m.sh artt",
        "tlf chap kap str strl ss sid abs ziff rdnr bd hft tabl eq ex ed sez lit alin čl čís č",
        "tel fax mob kl klo plkst jan feb febr mär apr jun jul aug sep sept oct okt nov dec dez déc fév",
        "févr avr juil gen giu lug dic ene abr ian iun iul maj strona poz rozdz rys",
        "zob obr br toč md sf cilt bab pasal nod psl straipsn",
        "стр рис табл гл ст п пп разд каб корп кв тел бр чл ал янв фев февр мар апр авг сен сент окт ноя",
        "нояб дек",
        "αρ αριθ σελ άρθρ κεφ τηλ",
        "रु ரூ கி.மு கி.பி",
    )
)

# What follows may belong to it or not: only a word that opens sentences shows the end ("St. He").
BEFORE_OPENER = _both_cases(
    _words(
        "Corp Co Cos Inc Ltd Bros Ave Blvd Rd St Sq Dept Univ Jr Sr Esq Pty Ph.D LLC GmbH Sp s.r.o z.o.o",
        "d.o.o a.s",
        "Ch Th Ph Sh Zh Gy Sz Cs Dž Lj Nj Дж EE UU",
        "Ste Calif Conn Fla Mass Mich Minn Mo Okla Penn Tenn Tex Wash Wis Ariz Colo",
        "n.chr v.chr e.kr f.kr i.kr a.c d.c a.chr d.hr î.hr n.e p.n.e př.n.l n.l m.e.r i.e.n н.э н.е р.х",
        "ga ge sr hod sek Std rr гг рр мин сек",
        "ई.पू कि.मी कि.ग्रा ق.م ب.م",
    )
)

# Money and counts: what follows belongs to them if it is an acronym ("5 mln. USD").
BEFORE_ACRONYM = _both_cases(
    _words("mln mlrd mld mil tys tūkst milj mrd млн млрд тыс тис хил дол долл руб коп грн val")
)

# Ordinary words elsewhere ("Hun vaskede sig."), abbreviations after these alone ("il sig. Rossi"); # is a number.
AFTER = {
    "al": _words("et &"),
    "av": _words("# siècle siècles s."),
    "sig": _words("il del dal al col nel sul un e ed o caro gentile egregio stimato"),
}

# Function words that begin sentences and no name: they show that a doubtful stop was an end.
SENTENCE_OPENERS = _words(
    "the he she it they we you i this that these those there but and or if in on at by for from with when",
    "while",
    "what who why how where as so not no yes his her their our my its after before since because although",
    "however",
    "also an some many most all both each every one two three then now here still yet meanwhile despite",
    "under",
    "er sie es wir ihr ich die das dies dieser diese dieses aber und oder wenn als im am auf für mit nach",
    "bei doch",
    "auch nicht ein eine einen wie wer warum dann nun jetzt hier dort seit trotz sein seine zudem",
    "il elle ils elles nous vous je ce cette ces c'est mais et ou où si en dans pour avec sur les un une",
    "cela ça",
    "il lo gli un una ma e è se in nel nella per con anche non questo questa quando come perché dopo",
    "él ella ellos nosotros yo esto esta este pero y o si en para con por los las un una no cuando como",
    "también",
    "ele ela eles nós eu isto este esta mas e ou se em no na para com por os as um uma não quando como",
    "também",
    "el ea ei ele noi voi eu acesta aceasta acest această dar și iar sau dacă în la pe pentru cu din nu",
    "un o când",
    "cum după",
    "hij zij ze het wij we jij ik dit dat maar en of als in op met voor na bij niet een hoe wat toen ook",
    "han hun hon den det de vi jag jeg du men och og eller om i på med för for efter ikke inte ett en når",
    "när",
    "hän se he me minä tämä mutta ja tai jos kun myös ei ne nyt siellä tema see nad meie ma aga ja või",
    "kui ka",
    "on ona ono oni one my ja to ten ta te ale i lub jeśli w we na z do po dla nie jak gdy kiedy także",
    "ta to tento tato tyto ale a nebo když v ve na s se do po pro není jak také však podle",
    "on ona oni mi ja to ovaj ova ali i ili ako kada u na s sa za po nije kako također ovo",
    "ő ez az a ők mi én de és vagy ha egy nem is amikor mert azonban",
    "o bu şu biz ben ama ve veya eğer bir ancak onlar için ne de",
    "viņš viņa tas tā viņi mēs es bet un vai ja ar uz no par pēc arī jis ji tai jie mes aš bet ir ar jei",
    "į iš po",
    "он она оно они мы вы я это этот эта но и а или если в на с по за из для не как когда также после так",
    "что",
    "він вона воно вони ми ви я це цей ця але і й та або якщо у в на з по за із для не як коли також після",
    "той тя то те ние вие аз това този тази но и или ако в във на с със по за от не как когато също след",
    "он она они ми ви ја то ово овај али и или ако у на с са за из не како када такође",
    "ο η το οι τα αυτός αυτή αυτό αλλά και ή αν σε στο στη στην για με από δεν όταν πως επίσης ένα μια",
    "նա սա դա նրանք մենք ես բայց և կամ եթե երբ այս այդ",
    "dia ia mereka kami kita saya ini itu tetapi namun dan atau jika di ke dari untuk dengan pada tidak",
    "ông bà anh chị họ chúng tôi nó đây đó nhưng và hoặc nếu ở trong với cho khi sau không một các những",
)

# Before a numeral with a stop, these make it an ordinal ("am 3. Platz", "den 5. Maj", "az 1. Szent").
ORDINAL_CUES = _words(
    "am der die das dem den des im vom zum zur beim bis ab seit und oder dieser diesem jeder jedem",
    "seinem seinen seine ihrem ihren ihre meinem meinen unserem unseren einem einen",
    "d til fra på og den det a az",
)

# Month names in languages that write ordinals with a stop and the month with a capital.
CAPITAL_MONTHS = _words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
)

# Languages that write an ordinal as a numeral with a stop (BCP 47).
ORDINAL_STOP_LANGUAGES = _words("de da nb nn no fi et lv cs sk sl hr sr bs hu tr is fo lb hsb dsb")

# After "p.m." these belong to the time.
WEEKDAYS = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun ET EST EDT CT",
    "CST CDT",
    "MT MST MDT PT PST PDT GMT UTC BST CET CEST IST",
)
