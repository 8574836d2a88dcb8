"""What a sentence is, script by script: each case is a text with "|" where a new sentence begins."""

import pytest

from checker.text.segmentation import sentence_spans
from checker.text.segmentation.known import ABBREVIATIONS as CLASSES
from checker.text.segmentation.known import CLDR

LATIN = [
    "The gate opened. |Nobody came in.",
    "Really? |Yes! |Well… |Perhaps.",
    "What?! |You cannot mean that!! |I do.",
    "Nothing ends here",
    "The mast broke at noon.[4] |The crew rowed on.¹ |They landed.",
    "We waited ... and waited. |Then it rained... |It rained for days.",
    "... and so they left. |Nobody asked.",
    "He read it out: the bridge is closed; the ferry is not. |Then he left.",
    "The lamp (an old one.) |It was broken.",
    "She added (why?) a second spoon.",
    "They paid [...] Less than before.",
    "I went home early.|It was late.",
    "Is that so?|Yes.",
    "we walked along the river. |the others were far behind.",
    "THE BRIDGE IS CLOSED. |THE FERRY IS NOT. |MR. HALE WAS TOLD.",
]

ABBREVIATIONS = [
    "Mr. Hale met Dr. Moss and Prof. Reed. |They ate.",
    "Bring fruit, e.g. Apples or pears, i.e. Anything fresh. |Thanks.",
    "He moved to the U.S. |He likes it there.",
    "The U.S. Senate met. |It voted.",
    "Doors open at 3 p.m. |Bring a coat.",
    "Doors open at 3 p.m. Monday. |Bring a coat.",
    "Apples, pears, etc. |The rest is sold.",
    "Apples, pears, etc. are sold.",
    "See No. 5 and fig. 12. |Then stop.",
    "She said no. |Then she left.",
    "He lives in St. Albans. |It is quiet on Mill St. |He likes that.",
    "J. R. R. Norwood wrote it. |So did A. S. Petrov.",
    "That was plan B. |The first had failed.",
    "Acme Inc. Group fell. |Brill Ltd. |It rose.",
    "Aus dem Garten, z. B. Äpfel, bzw. Birnen. |Er kostet 5 Mio. Euro.",
    "Äpfel, Birnen usw. |Danach kam Dr. Moos, d.h. Der alte Arzt.",
    "Am 3. Oktober fiel Schnee. |Sie wurde am 2. Platz geehrt. |Es taute.",
    "In ceea ce scrie la pag. 12, dl. Marin şi d-na Rusu au plecat. |Au plecat cu dr. Popa.",
    "M. Girard et Mme Roy, p. ex. Luc, sont venus. |Ils dansent.",
    "La Sra. Ruiz y el Sr. Gil viven en EE. UU. |Los dos cantan.",
    "A Sra. Lopes, p.ex. Ana, chegou. |O sr. Reis saiu.",
    "Il dott. Riva vive al n. 7. |La sig.ra Neri no.",
    "Jabłka, gruszki itd. |Potem ul. Polna i św. Anna, tzn. Wtorek.",
    "Jablka, např. Zelená, a MUDr. Malá. |Přišla také pí. Dvorská.",
    "Det blev 5 kr. |Bl.a. Anna och t.ex. Nils var där. |Hon gick kl. 15.",
    "Hun så på dem og smilte til sig. |De gik.",
    "Elma, armut vb. |Dr. Ak ve örn. Ali geldi.",
    "Яблоки, груши и т. д. |Потом ул. Садовая, т.е. Центр. |Это стоило 100 руб. |Он ушёл.",
    "Те се срещнаха през 1962 г. |Хюмле също дойде.",
    "Alma, körte stb. |Pl. Anna és ifj. Nagy is jött.",
    "Ευχ. και δηλ. Σήμερα. |Ο κ. Βλάχος ήρθε.",
    "Obuoliai kainavo 5 mln. JAV dolerių. |Tai daug.",
]

FROM_CLDR = [
    "Das Haus steht i.d.R. leer, die Gebr. Lindner schweigen. |Es regnet.",
    "Sie trafen Frl. Moos, Dipl.-Ing. Ort und Prof. Bär am Hbf. Nord. |Es regnet.",
    "El Excmo. Gil, la Dra. Ruiz y el Rvdo. Mora hablaron. |Después llovió.",
    "Die Zahl stieg im Jän. 2004 und im Okt. 2005. |Danach sank sie.",
    "On l'a vu en janv. 2004, puis en déc. 2005. |Il pleuvait.",
    "Det hände i febr. 2004 och i okt. 2005. |Sedan regnade det.",
    "Było to w niedz. 5 maja o godz. 15. |Potem padało.",
    "Nutiko geg. 3 ir gruod. 5 dieną. |Lijo.",
    "Це було в серп. 2004 та в груд. 2005. |Він пішов.",
    "I think so. |All is well.",
    "That is all. |Port and wine are here.",
]

CUED = [
    "Il sig. Rossi parlò al sig. Neri. |Poi uscì.",
    "Hun vaskede sig. |Peter så på.",
    "Kaya et al. [2004] found it. |Others did not.",
    "Kaya et al. (2004) and Moss et al. Found it, too. |Others did not.",
    "Le pont date du IIe siècle av. J.-C. environ. |Il tient.",
    "Secondo l'art. 5, gli artt. 6 e 7 e l'avv. Neri, no. |Fine.",
    "Sala com 80 m² na Av. Central, apto. 5. |Fim.",
    "Było tam ok. 300 osób. |Padało.",
    "Everything is ok. |Then we left.",
]

WITHOUT_SPACES = [
    "Obst, z.B. Äpfel, u.a. Birnen, z.Hd. Frau Moos. |Es regnet.",
    "Das sagt Prof.Dr. Moos. |Es regnet.",
    "Brzi vlak, npr.Zagreb, stoji. |Pada kiša.",
]

SPACED_ELLIPSES = [
    "We waited . . . and then left. |It rained.",
    "He said . . . |Nobody came.",
    "Er wartete. . . . |Dann ging er.",
    "They paid [ . . . ] Less than before.",
    "It cost a lot . |Nobody paid.",
]

UKRAINIAN = [
    "Це сказав п. Мороз. |Він пішов.",
    "Були ген. Мороз, акад. Шевчук, доц. Коваль, асист. Лис і зав. Бойко. |Йшов дощ.",
    "Це у с. Біле, смт. Нове, м. Ріг, на р. Рось. |Йшов дощ.",
    "Там св. Миколай, преп. Антоній та блаж. Омелян. |Йшов дощ.",
    "Писали д. е. н. Мороз і к.ю.н. Лис. |Йшов дощ.",
    "Див. Додаток 2. |Йшов дощ.",
    "Яблука, груші і т. п. |Йшов дощ.",
    "Зустріч була в 1991 р. |Потім йшов дощ.",
    "Це коштує 5 тис. грн. |Йшов дощ.",
]

NUMBERS_AND_NAMES = [
    "It cost 3.14 and 1.200 in all. |Version 2.0.1 is out. |Nobody read it.",
    "We met at 15.30. |Rain fell.",
    "It was built in 1987. |It fell in 2004. |3 men saw it.",
    "Write to a.b@mail.example.org or see www.example.com/a.b?c=D. |Thanks.",
    "Open notes.txt or README.Md first. |Then run it.",
    "The site example.com is down. |Try Example.org.",
    "The U.S.A and the a.B.c are not ends.",
]

LISTS = [
    "1. First we eat. |2. Then we sleep.",
    "  1. Mai întâi mâncăm. |Apoi dormim.",
    "a) first we eat; b) then we sleep.",
    "A. The first answer. |B. The second answer.",
    "(2.3) A clause. |(iv) Another clause.",
    "• first thing |• second thing |• third thing",
]

QUOTES = [
    '"I am leaving." |"So am I."',
    '"Who is there?" she asked. |Nobody.',
    "“We are late.” |He ran.",
    "„Wer ist da?“, fragte er. |„Niemand.“ |Sie schwieg.",
    "»Wer ist da?« |Niemand sprach.",
    "« Qui est là ? » |Personne ne parla.",
    "« Qui est là ? », demanda-t-il. |Personne.",
    "— Кто там? — спросил он. |— Никто. |— Тогда пойдём.",
    "”Vem är där?” |Ingen svarade.",
    "'Done.' |He slept.",
]

OTHER_SCRIPTS = [
    "雨停了。|我们走吧！|去哪里？|回家。",
    "“雨停了。”|他说。|“走吧。”",
    '他说："雨停了。"|我们走了。',
    "（雨停了。）|我们走。",
    "他读了《谁来了？》这本书。|很好。",
    "雨停了!|我们走. |好。",
    "雨がやんだ。|行こう！",
    "「雨がやんだ。」と彼は言った。|皆が笑った。",
    "「雨がやんだ。行こう。」と彼は言った。",
    "「雨がやんだ。」|皆が笑った。",
    "비가 그쳤다. |우리는 갔다.",
    '"비가 그쳤다."라고 그가 말했다. |모두 웃었다.',
    "बारिश रुक गई। |हम चले। |डॉ. राव आए।",
    "বৃষ্টি থেমেছে। |আমরা গেলাম।",
    "توقف المطر. |هل نذهب؟ |نعم!",
    "توقف المطر.|وبعدها ذهبنا.",
    "بارش رک گئی۔ |ہم چلے گئے۔",
    "باران بند آمد. |آیا برویم؟ |بله.",
    "הגשם פסק. |ד. כהן יצא. |מי בא?",
    "Η βροχή σταμάτησε. |Ποιος ήρθε; |Κανείς· όλοι έφυγαν.",
    "Անձրեւը դադարեց։ |Ո՞վ եկավ։ |Ոչ ոք։",
    "Անձրեւը դադարեց: |Մենք գնացինք:",
    "წვიმა შეწყდა. |ჩვენ წავედით. |ვინ მოვიდა?",
    "ዝናቡ ቆመ። |ሄድን።",
    "ཆར་པ་ཆད་སོང་། |ང་ཚོ་ཕྱིན་པ་ཡིན།",
    "ភ្លៀងឈប់។ |យើងទៅ។",
    "မိုးတိတ်ပြီ။ |သွားကြစို့။",
    "Mưa tạnh rồi. |TP. Vinh nắng.",
]

INVISIBLE = [
    "Done.\u200f |Next.",
    "\ufeffOne. |Two.",
    "One.\u00a0|Two.\u2003|Three.",
    "One.\x00 Two.",
    "One. |\ud800Two.",
]

KNOWN = FROM_CLDR + CUED + WITHOUT_SPACES + SPACED_ELLIPSES + UKRAINIAN
CASES = LATIN + ABBREVIATIONS + KNOWN + NUMBERS_AND_NAMES + LISTS + QUOTES + OTHER_SCRIPTS + INVISIBLE


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(span.of(text) for span in sentence_spans(text)) == marked


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Er gewann den Lauf im alten 12. Bezirk. |Danach schlief er."),
        ("de-AT", "Es waren 12. |Er schlief."),
        ("en", "She counted to 12. |Birds sang."),
        (None, "She counted to 12. |Birds sang."),
    ],
)
def test_a_language_settles_ordinals(language: str | None, marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(span.of(text) for span in sentence_spans(text, language=language)) == marked


def test_every_word_of_cldr_has_a_class_and_none_is_ordinary() -> None:
    lines = [line.split("\t") for line in CLDR.read_text(encoding="utf-8").splitlines()[1:]]
    assert {kind for _, kind, _ in lines} == {"acronym", "number", "opener"}
    words = {word for *_, line in lines for word in line.split(" ")}
    assert words <= CLASSES.keys()
    assert not any(word.endswith(".") or len(word) < 2 for word in words)
    assert words.isdisjoint("so am all port may link is to a.m p.m".split())


THAI = (
    "เมื่อวานนี้ฝนตกหนักมากในเมืองของเรา "
    "และน้ำก็ท่วมถนนหลายสายจนรถวิ่งไม่ได้ "
    "แต่วันนี้ฝนหยุดตกแล้ว "
    "เด็กๆจึงออกไปเล่นที่สวนใกล้บ้าน "
    "โดยมีพ่อแม่ของพวกเขานั่งดูอยู่ใต้ต้นไม้ใหญ่"
)


def test_long_thai_is_cut_at_spaces_and_short_thai_is_not() -> None:
    pieces = [span.of(THAI) for span in sentence_spans(THAI)]
    assert len(pieces) > 1
    assert all(piece.endswith(" ") for piece in pieces[:-1])
    short = "ฝนตกหนักมาก และน้ำก็ท่วมถนน"
    assert [span.of(short) for span in sentence_spans(short)] == [short]
