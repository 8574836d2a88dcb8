"""Numbers as people write them: units, parts, times, dates and round numbers, right ones and wrong ones by kind."""

import pytest

from checker.text.quantities import quantities, unmatched

# Kind, source in English, language and text of a rendering that says the same.
SAME = [
    ("inches after a range", "Leave 4 to 8 inches of space.", "de", "Lassen Sie 10 bis 20 cm Platz."),
    ("inches after a range", "Leave 4-8 inches of space.", "fr", "Laissez de 10 à 20 cm d'espace."),
    ("rounded as people convert", "It is an inch wide.", "de", "Sie ist 3 cm breit."),
    ("rounded as people convert", "Add 1 pound of flour.", "it", "Aggiungere 500 g di farina."),
    ("feet and inches", "The 6-foot-2 keeper left.", "de", "Der 1,88 m große Torwart ging."),
    ("feet and inches", "He is 5 feet 10 inches tall.", "es", "Mide 178 cm."),
    ("hours and minutes", "The film lasts 2 hours 10 minutes.", "fr", "Le film dure 130 minutes."),
    ("hours and minutes", "The film lasts 130 minutes.", "de", "Der Film dauert 2 Stunden 10 Minuten."),
    ("stones and pounds", "He weighs 12 stone 8 pounds.", "nl", "Hij weegt 80 kg."),
    ("degrees of either kind", "It was 86 degrees at noon.", "de", "Mittags waren es 30 Grad."),
    ("degrees of either kind", "It was 86 degrees at noon.", "pl", "W południe było 30 stopni."),
    ("a difference of degrees", "A 36-degree gap opened.", "fr", "Un écart de 20 degrés s'est creusé."),
    ("below zero", "It fell to minus 15 degrees.", "ru", "Температура упала до -15 градусов."),
    ("below zero", "It fell to -15 °C.", "de", "Es wurde 15 °C unter null."),
    ("speed", "They drove at 60 miles an hour.", "de", "Sie fuhren mit 100 km/h."),
    ("speed", "They drove at 60 mph.", "pl", "Jechali 97 km/h."),
    ("area", "The flat has 800 sq ft.", "de", "Die Wohnung hat 74 m²."),
    ("area", "The farm has 50 acres.", "fr", "La ferme a 20 hectares."),
    ("pressure", "Inflate the tyre to 29 psi.", "de", "Den Reifen auf 2 bar aufpumpen."),
    ("cents", "A bun costs 85 cents.", "de", "Ein Brötchen kostet 0,85 €."),
    ("cents", "A bun costs €0.85.", "fr", "Un petit pain coûte 85 centimes."),
    ("weeks and days", "Pay within two weeks.", "de", "Zahlen Sie binnen 14 Tagen."),
    ("weeks and days", "Pay within a fortnight.", "fr", "Payez sous 14 jours."),
    ("parts", "Use ¾ of the oil.", "de", "Nehmen Sie 3/4 des Öls."),
    ("parts", "Cut a 1 1/2 inch strip.", "de", "Schneiden Sie einen 1½-Zoll-Streifen."),
    ("parts", "Three quarters of the seats are taken.", "it", "3/4 dei posti sono occupati."),
    ("parts", "Half of the seats are taken.", "de", "50 % der Plätze sind besetzt."),
    ("tenths", "30% of the seats are taken.", "zh", "三成座位已有人。"),
    ("tenths", "30% of the seats are taken.", "ja", "席の3割が埋まっている。"),
    ("powers", "It holds 10^9 grains.", "de", "Es fasst 10⁹ Körner."),
    ("dimensions", "A board of 15x40x90 cm.", "de", "Ein Brett von 15 × 40 × 90 cm."),
    ("telephone numbers", "Call 03 44 55 66 77.", "de", "Rufen Sie 03.44.55.66.77 an."),
    ("always", "The desk is open 24/7.", "de", "Der Schalter ist rund um die Uhr besetzt."),
    ("always", "The desk is open 24 hours a day.", "pl", "Biuro jest czynne całodobowo."),
    ("indices", "SO2 was measured.", "de", "SO₂ wurde gemessen."),
    ("items of a list", "1. Open the lid.", "de", "4. Öffnen Sie den Deckel."),
    ("items of a list", "(ii) the parties sign", "de", "(2) die Parteien unterschreiben"),
    ("round numbers", "More than twelve thousand people came.", "de", "Es kamen 12.300 Menschen."),
    ("round numbers", "Almost 9,000 people came.", "fr", "8 870 personnes sont venues."),
    ("round numbers", "He is 52 years old.", "de", "Er ist gut fünfzig Jahre alt."),
    ("round numbers", "It has 61 rooms.", "de", "Es hat rund 60 Zimmer."),
    ("differences", "He served from 2011 to 2015.", "de", "Er diente vier Jahre lang."),
    ("differences", "He served from 2011 to 2015.", "es", "Sirvió durante cinco años."),
    ("day and month", "It opens on 4 June.", "de", "Es öffnet am 4.6."),
    ("day and month", "It opens on 4 June.", "fi", "Se avataan 4.6."),
    ("day and month", "It opens on 4 June.", "sk", "Otvára sa 4. 6."),
    ("day and month", "It opens on 17 November.", "ru", "Открытие 17.11."),
    ("day and month", "It opens on 17 November.", "it", "Apre il 17/11."),
    ("day and month", "It runs from 29 June to 4 July.", "de", "Es läuft vom 29.6. bis 4.7."),
    ("day and month", "Signed on 4 June 2019.", "pl", "Podpisano 4.6.2019."),
    ("elided months", "From April 2020 to October 2021.", "fr", "D'avril 2020 à octobre 2021."),
    ("half hours", "The mass begins at 6:30.", "de", "Die Messe beginnt um halb sieben."),
    ("half hours", "The mass begins at half past six.", "nl", "De mis begint om half zeven."),
    ("half hours", "The mass begins at half past six.", "cs", "Mše začíná v půl sedmé."),
    ("half hours", "The mass begins at 6:30.", "fr", "La messe commence à six heures et demie."),
    ("half hours", "The mass begins at 6:30.", "es", "La misa empieza a las seis y media."),
    ("half hours", "The mass begins at 6:30.", "ja", "ミサは6時半に始まる。"),
    ("quarters of an hour", "Be there at quarter past six.", "de", "Seien Sie um Viertel nach sechs da."),
    ("hours in words", "Come at nine in the evening.", "fr", "Venez à vingt et une heures."),
    ("the half of the day", "The bus leaves at 4:20 pm.", "de", "Der Bus fährt um 16:20 Uhr."),
    ("the half of the day", "The bus leaves at 4:20 pm.", "de", "Der Bus fährt nachmittags um 4:20 Uhr."),
    ("dozens", "Dozens of people came in.", "de", "Fünfzig Menschen kamen herein."),
    ("a couple", "A couple of people came in.", "de", "Drei Menschen kamen herein."),
]

# The same kinds, wrongly.
DIFFERENT = [
    ("inches after a range", "Leave 4 to 8 inches of space.", "de", "Lassen Sie 10 bis 40 cm Platz."),
    ("rounded as people convert", "It weighs 450 pounds.", "de", "Es wiegt 300 Kilogramm."),
    ("feet and inches", "The 6-foot-2 keeper left.", "de", "Der 1,58 m große Torwart ging."),
    ("degrees of either kind", "It was 86 degrees at noon.", "de", "Mittags waren es 50 Grad."),
    ("below zero", "It fell to -15 °C.", "de", "Es wurde 15 °C."),
    ("speed", "They drove at 60 mph.", "pl", "Jechali 160 km/h."),
    ("area", "The farm has 50 acres.", "fr", "La ferme a 50 hectares."),
    ("cents", "A bun costs 85 cents.", "de", "Ein Brötchen kostet 0,58 €."),
    ("weeks and days", "Pay within two weeks.", "de", "Zahlen Sie binnen 21 Tagen."),
    ("parts", "Use ¾ of the oil.", "de", "Nehmen Sie 1/4 des Öls."),
    ("tenths", "30% of the seats are taken.", "ja", "席の4割が埋まっている。"),
    ("powers", "It holds 10^9 grains.", "de", "Es fasst 10⁶ Körner."),
    ("dimensions", "A board of 15x40x90 cm.", "de", "Ein Brett von 15 × 40 × 60 cm."),
    ("telephone numbers", "Call 03 44 55 66 77.", "de", "Rufen Sie 03.44.55.66.71 an."),
    ("round numbers", "More than twelve thousand people came.", "de", "Es kamen 11.300 Menschen."),
    ("round numbers", "Almost 9,000 people came.", "fr", "6 870 personnes sont venues."),
    ("differences", "He served from 2011 to 2015.", "de", "Er diente von 2011 bis 2018."),
    ("day and month", "It opens on 4 June.", "de", "Es öffnet am 4.7."),
    ("day and month", "It opens on 17 November.", "ru", "Открытие 17.10."),
    ("day and month", "Signed on June 4, 2019.", "de", "Unterzeichnet am 6.4.2019."),
    ("elided months", "From April 2020 to October 2021.", "fr", "D'avril 2020 à novembre 2021."),
    ("half hours", "The mass begins at 6:30.", "de", "Die Messe beginnt um 7:30 Uhr."),
    ("the half of the day", "The bus leaves at 4:20 pm.", "de", "Der Bus fährt um 4:20 Uhr."),
    ("the half of the day", "The bus leaves at 4 a.m.", "de", "Der Bus fährt um 16 Uhr."),
    ("two", "We waited for two hours.", "de", "Wir warteten fünf Stunden."),
    ("two", "We waited for six hours.", "pt", "Esperámos duas horas."),
    ("two", "We waited for two hours.", "pl", "Czekaliśmy cztery godziny."),
    ("two", "We waited for two hours.", "uk", "Ми чекали шість годин."),
    ("case forms", "We waited for nine hours.", "uk", "Ми чекали тридцять годин."),
    ("case forms", "We waited for nine hours.", "ru", "Мы ждали около двадцати часов."),
    ("case forms", "We waited for nine hours.", "cs", "Čekali jsme dvacet hodin."),
    ("a hundred", "We waited for nine hours.", "es", "Esperamos cien horas."),
    ("without umlauts", "We waited for nine hours.", "de", "Wir warteten zwoelf Stunden."),
]


@pytest.mark.parametrize(("kind", "source", "language", "target"), SAME)
def test_the_same_said_in_another_way_is_not_held_against_it(
    kind: str, source: str, language: str, target: str
) -> None:
    assert unmatched(quantities(source, "en"), quantities(target, language)) == ([], []), kind


@pytest.mark.parametrize(("kind", "source", "language", "target"), DIFFERENT)
def test_another_number_is_seen_however_it_is_said(kind: str, source: str, language: str, target: str) -> None:
    assert any(unmatched(quantities(source, "en"), quantities(target, language))), kind
