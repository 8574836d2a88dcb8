"""Numbers as newspapers of many languages write them: right ones are left alone, wrong ones of the same kinds seen."""

import pytest

from checker.text.quantities import quantities, unmatched

# Kind, source in English, language and text of a rendering that says the same.
SAME = [
    ("words that count", "A 7-year-old boy fell.", "de", "Ein siebenjähriger Junge stürzte."),
    ("words that count", "A 12-hour shift ended.", "de", "Eine zwölfstündige Schicht endete."),
    ("words that count", "A 5-year plan was made.", "nl", "Er kwam een vijfjarenplan."),
    ("words that count", "A 7-year-old girl won.", "sv", "En sjuårig flicka vann."),
    ("words that count", "The 2-year-old horse won.", "da", "Den toårige hest vandt."),
    ("words that count", "A 5-person crew came.", "pl", "Przyjechała pięcioosobowa ekipa."),
    ("words that count", "She leads by 100 points.", "cs", "Vede se stobodovým náskokem."),
    ("words that count", "Some 10 cars burned.", "et", "Põles kümmekond autot."),
    ("words that count", "There are two kinds of salt.", "hu", "Kétféle só van."),
    ("words that count", "A 7-day fair opens.", "fi", "Seitsenpäiväiset messut alkavat."),
    ("percent in words", "It fell 7 percent.", "hu", "Hét százalékkal esett."),
    ("percent in words", "It is fifty percent cheaper.", "it", "Costa la metà."),
    ("words that look like numbers", "Four followed him.", "hu", "Négy követte őt."),
    ("square units", "It covers 512,300 square kilometres.", "ar", "تبلغ مساحتها 512،300 كيلومتر مربع."),
    ("square units", "It covers 512,300 square kilometres.", "vi", "Rộng 512.300 km<sup>2</sup>."),
    ("square units", "It covers 512,300 square kilometres.", "hi", "यह 512,300 वर्ग किलोमीटर है।"),
    ("square units", "A lawn of 10 square yards.", "de", "Ein Rasen von 8 m²."),
    ("square units", "A hall of 9,400 metres squared.", "hu", "Egy 9400 négyzetméteres csarnok."),
    ("millimetres", "A 35 mm film, 900 mm2 in all.", "es", "Una película de 35 mm, 900 mm2 en total."),
    ("day and night", "It took 24 hours.", "no", "Det tok ett døgn."),
    ("day and night", "It took 48 hours.", "ru", "На это ушло двое суток."),
    ("marks and names", "The H7N9 virus spread.", "hi", "एच7एन9 वायरस फैला।"),
    ("marks and names", "It ended &#8212; at last.", "fr", "C'est fini, enfin."),
    ("marks and names", "They agreed on the law28.", "mk", "Се договорија за законот."),
    ("marks and names", "A 4x4 is advised.", "da", "En firhjulstrækker anbefales."),
    ("times", "She called at 7 in the evening.", "et", "Ta helistas kell 19."),
    ("times", "It began at 8 o'clock.", "tr", "Saat 20.00'de başladı."),
    ("times", "By 10 a.m. (0200 GMT).", "ja", "午前10時(グリニッジ標準時2時)まで。"),
    ("centuries", "The best of the 20th century.", "et", "Eelmise sajandi parim."),
    ("centuries", "He left after the 1840s.", "nl", "Na de jaren 40 van de 19e eeuw vertrok hij."),
    ("centuries", "He left after the 1840s.", "lt", "Išvyko po 19-o amžiaus 5 dešimtmečio."),
    ("centuries", "The late 70s were hard.", "zh", "20世纪70年代末很艰难。"),
    ("centuries", "Late in the 20th century.", "hi", "बीसवीं शती के अंत में।"),
    ("scales", "It cost $103.7 million.", "th", "ใช้เงิน 103.7 ล้านดอลลาร์"),
    ("scales", "It is 4.5 billion years old.", "is", "Hann er 4,5 milljarða ára gamall; frá 4,5 milljörðum."),
    ("scales", "They paid £27 million.", "lt", "Sumokėjo 27 GBP milijonų."),
    ("scales", "They spent 3 mln roubles.", "ru", "Потратили 3 млн рублей."),
    ("scales", "It owes some 2 bn euros.", "de", "Es schuldet rund 2 Mrd. Euro."),
    ("words that count", "A 10-metre boat came.", "fi", "Kymmenmetrinen vene tuli."),
    ("words that count", "It took about 10 minutes.", "fi", "Se kesti kymmenisen minuuttia."),
    ("scales", "A 4K channel.", "zh", "4K频道开播。"),
    ("years of another calendar", "It joined in 1957.", "th", "เข้าร่วมในปี พ.ศ. 2500"),
    ("day of the week, of the month", "They said so on Monday.", "ko", "그들은 28일(현지시간) 이같이 밝혔다."),
    ("day of the week, of the month", "They said so on Monday.", "ja", "28日に発表した。"),
    ("a year that goes without saying", "It was shown on July 22.", "fi", "Se näytettiin 22.7.2017."),
    ("so many and a half", "Every two-and-a-half to five years.", "zh", "每两年半到五年。"),
    ("so many and a half", "After three and a half years.", "lv", "Pēc trīs ar pusi gadiem."),
    ("the first of several", "Send the first ten samples.", "fr", "Envoyez les dix premiers échantillons."),
    ("the fourth, a quarter", "Pupils of year 4.", "pt", "Alunos do quarto ano."),
    ("one or two", "One or two hours a week.", "zh", "每周一两个小时。"),
    ("words of so many years", "The bicentenary is today.", "fi", "200-vuotisjuhla on tänään."),
    ("a turn", "They turned around.", "uk", "Вони розвернулися на 180 градусів."),
]

# The same kinds, wrongly.
DIFFERENT = [
    ("words that count", "A 7-year-old boy fell.", "de", "Ein achtjähriger Junge stürzte."),
    ("words that count", "She leads by 100 points.", "cs", "Vede se dvoubodovým náskokem."),
    ("percent in words", "It fell 7 percent.", "hu", "Nyolc százalékkal esett."),
    ("square units", "It covers 512,300 square kilometres.", "ar", "تبلغ مساحتها 521،300 كيلومتر مربع."),
    ("square units", "A lawn of 10 square yards.", "de", "Ein Rasen von 3 m²."),
    ("millimetres", "A 35 mm film.", "es", "Una película de 53 mm."),
    ("day and night", "It took 48 hours.", "ru", "На это ушло трое суток."),
    ("marks and names", "Bus 28 goes there.", "mk", "Автобус 82 оди таму."),
    ("times", "She called at 7 in the evening.", "et", "Ta helistas kell 21."),
    ("times", "It began at 8 o'clock.", "tr", "Saat 21.00'de başladı."),
    ("centuries", "The best of the 18th century.", "nl", "De beste van de 17e eeuw."),
    ("scales", "It cost $103.7 million.", "th", "ใช้เงิน 107.3 ล้านดอลลาร์"),
    ("scales", "It owes some 2 bn euros.", "de", "Es schuldet rund 2 Mio. Euro."),
    ("scales", "They spent 3 mln roubles.", "ru", "Потратили 3 млрд рублей."),
    ("years of another calendar", "It joined in 1957.", "th", "เข้าร่วมในปี พ.ศ. 2510"),
    ("day of the month", "They said so on May 28.", "ko", "그들은 5월 27일 이같이 밝혔다."),
    ("a year that goes without saying", "It was shown on July 22.", "fi", "Se näytettiin 23.7.2017."),
    ("a year that goes without saying", "It was shown on July 22, 2018.", "fi", "Se näytettiin 22.7.2017."),
    ("so many and a half", "After three and a half years.", "lv", "Pēc četriem ar pusi gadiem."),
    ("the first of several", "Send the first ten samples.", "fr", "Envoyez les douze premiers échantillons."),
    ("one or two", "Four boys came.", "zh", "来了五个男孩。"),
]


@pytest.mark.parametrize(("kind", "source", "language", "target"), SAME)
def test_the_same_number_said_otherwise_is_left_alone(kind: str, source: str, language: str, target: str) -> None:
    gone, new = unmatched(quantities(source, "en"), quantities(target, language))
    assert not gone, kind
    assert not new, kind


@pytest.mark.parametrize(("kind", "source", "language", "target"), DIFFERENT)
def test_another_number_of_the_same_kind_is_seen(kind: str, source: str, language: str, target: str) -> None:
    gone, new = unmatched(quantities(source, "en"), quantities(target, language))
    assert gone or new, kind
