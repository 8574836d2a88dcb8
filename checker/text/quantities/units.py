"""Units, currencies and percent words, and what converts into what.

Words are compared without case and diacritics; a form that ends in "-" is a stem that any ending may
follow.  Only units that a translation may convert are listed: another unit word does not make a number
incomparable, it is simply not known.  Factors follow the international yard and pound agreement (1959).
"""

from __future__ import annotations

from decimal import Decimal

# Unit: dimension, and factor to the base unit of that dimension.
UNITS: dict[str, tuple[str, Decimal]] = {
    "mm": ("length", Decimal("0.001")),
    "cm": ("length", Decimal("0.01")),
    "m": ("length", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "in": ("length", Decimal("0.0254")),
    "ft": ("length", Decimal("0.3048")),
    "yd": ("length", Decimal("0.9144")),
    "mi": ("length", Decimal("1609.344")),
    "µg": ("mass", Decimal("0.000000001")),
    "mg": ("mass", Decimal("0.000001")),
    "g": ("mass", Decimal("0.001")),
    "kg": ("mass", Decimal(1)),
    "t": ("mass", Decimal(1000)),
    "oz": ("mass", Decimal("0.02835")),
    "lb": ("mass", Decimal("0.45359")),
    "st": ("mass", Decimal("6.35029")),
    "ml": ("volume", Decimal("0.001")),
    "cl": ("volume", Decimal("0.01")),
    "dl": ("volume", Decimal("0.1")),
    "l": ("volume", Decimal(1)),
    "gal": ("volume", Decimal("3.78541")),
    "ha": ("area", Decimal(10000)),
    "acre": ("area", Decimal("4046.86")),
    "km2": ("area", Decimal(1000000)),
    "mi2": ("area", Decimal(2589988)),
    "m2": ("area", Decimal(1)),
    "ft2": ("area", Decimal("0.0929")),
    "yd2": ("area", Decimal("0.8361")),
    "m3": ("volume", Decimal(1000)),
    "ft3": ("volume", Decimal("28.3168")),
    "km/h": ("speed", Decimal(1)),
    "mph": ("speed", Decimal("1.609344")),
    "hp": ("power", Decimal("0.7355")),
    "kW": ("power", Decimal(1)),
    "MW": ("power", Decimal(1000)),
    "GW": ("power", Decimal(1000000)),
    "kB": ("storage", Decimal(1)),
    "MB": ("storage", Decimal(1000)),
    "GB": ("storage", Decimal(1000000)),
    "TB": ("storage", Decimal(1000000000)),
    "mpg": ("fuel", Decimal(1)),
    "l/100km": ("fuel", Decimal(1)),
    "bar": ("pressure", Decimal(1)),
    "psi": ("pressure", Decimal("0.0689476")),
    "kPa": ("pressure", Decimal("0.01")),
    "atm": ("pressure", Decimal("1.01325")),
    "°": ("temperature", Decimal(1)),
    "°C": ("temperature", Decimal(1)),
    "°F": ("temperature", Decimal(1)),
    "s": ("duration", Decimal(1)),
    "min": ("duration", Decimal(60)),
    "h": ("duration", Decimal(3600)),
    "d": ("duration", Decimal(86400)),
    "week": ("duration", Decimal(604800)),
    "month": ("duration", Decimal(2629800)),
    "year": ("duration", Decimal(31557600)),
    "decade": ("duration", Decimal(315576000)),
    "century": ("duration", Decimal(3155760000)),
}

UNIT_WORDS = {
    "mm": "mm millimet- milimet- миллиметр- мм",
    "cm": "cm centimet- centimetr- zentimeter- sentimet- santimet- сантиметр- см 厘米 センチ センチメートル 센티미터 سنتيمتر سنتيمترات",
    "m": "metre metres meter meters metri metro metros metrov metru metrů metrech metry metrem metrów metrach mètre mètres метр- метар- μέτρ- m м meetri- meetrit metriä metrin metrů méter- metrai metrų metri metrus मीटर متر أمتار امتار מטר 米 メートル 미터",
    "km": "km kilomet- kilomeet- kilomét- chilometr- quilomet- χιλιομετρ- километ- кілометр- км किलोमीटर كيلومتر كيلومترات كيلومترا קילומטר 公里 千米 キロメートル 킬로미터",
    "in": "inch inches zoll pouce- pulgada- polegada- pollic- cali cale cal palc- дюйм- inç tum tuuma- tommer tomme"
    " hüvelyk- ίντσ-",
    "ft": "ft foot feet fuss fuß pied- pies pés piedi stóp stopy фут- ayak fot jalkaa voet láb picioare πόδια قدم",
    "yd": "yd yds yard yards ярд- yarda yardas jard- yardów",
    "mi": "mile miles meile- milla- milha- miglia миль- миля мили mile mijl- mailia mérföld- μίλι-",
    "µg": "mcg µg μg microgram- mikrogram- micrógram- микрограмм- мікрограм- микрограм-",
    "mg": "mg milligram- miligram- milligrammi- milígram- мг миллиграмм- міліграм- милиграм-",
    "g": "g gram- gramme- gramm- gramo gramos грамм- грам- г гр γραμμάρι- グラム 그램 غرام جرام",
    "kg": "kg kgs kilogram- kilo kilos quilo quilos quilogram- κιλά κιλό κιλών χιλιόγραμμ- килограм- кілограм- кг 公斤 千克 キログラム 킬로그램",
    "t": "tonne tonnes tonnen ton tons tonn- tone tona tonę tony tuna tun tunu tuny tonelad- tonnellat- тонн- тони тон τόν-",
    "oz": "oz ounce ounces",
    "lb": "lb lbs pound pounds",
    "st": "stone stones",
    "ml": "ml millilit- mililit- millilít- мл миллилитр- мілілітр- милилит-",
    "cl": "cl centilit- zentiliter-",
    "dl": "dl decilit- deziliter-",
    "l": "l litre litres liter liters litri litro litros litru litrów litry litrů litra litraa literek litern литр- літр- литра λίτρ-",
    "hp": "hp bhp horsepower ps pferdestärk- hevosvoim- lóerő-",
    "kW": "kw kilowatt- kilovat- kilowat- киловатт- кіловат- квт",
    "MW": "mw megawatt- megavat- megawat- мегаватт- мегават- мвт",
    "GW": "gw gigawatt- gigavat- gigawat- гигаватт- гігават- гвт",
    "kB": "kb kilobyte- kilobajt- kilooctet- килобайт- кілобайт- кб",
    "MB": "mb megabyte- megabajt- mégaoctet- мегабайт- мб",
    "GB": "gb gigabyte- gigabajt- gigaoctet- гигабайт- гігабайт- гб",
    "TB": "tb terabyte- terabajt- téraoctet- терабайт- тб",
    "m2": "m2 qm quadratmet- kvadratmet- neliomet- négyzetmét- metrekare- ruutmeet- ruutumeet- kvadrātmet- fermetr- 平方米 平方メートル 제곱미터",
    "km2": "km2 qkm quadratkilomet- kvadratkilomet- neliokilomet- négyzetkilomét- kilometrekare- ruutkilomeet- kvadrātkilomet- ferkílómetr- 平方公里 平方キロ 제곱킬로미터",
    "ft2": "ft2 sqft neliöjal- kvadratfot- kvadratfod- quadratfuß négyzetláb- ruutjala- ruutjalg- kvadrātpēd- 平方英尺 平方フィート",
    "mi2": "mi2 sqmi neliömail- kvadratmil- quadratmeile- négyzetmérföld- ruutmiil- kvadrātjūdz- 平方英里 平方マイル 제곱마일",
    "yd2": "yd2 quadratyard- kvadratyard- neliöjaard-",
    "m3": "m3 kubikmet- kuutiomet- köbmét- metreküp- kuupmeet- rúmmetr- kubikmetr- 立方米 立方メートル 세제곱미터",
    "ft3": "ft3",
    "bar": "bar bars бар- baari- barai",
    "psi": "psi",
    "kPa": "kpa",
    "atm": "atm",
    "gal": "gallon- galon- galón galones galão galões galloni галлон- галон-",
    "ha": "ha hectare hectares hektar- ettari га 公顷 ヘクタール",
    "acre": "acre acres",
    "km/h": "kph km/h kmh км/ч",
    "mph": "mph",
    "°": "degree degrees grad degré- grado grados gradi grau graus stopni- stopień stupňů stupně stupňov stupnje-"
    " stupnj- stepen- градус- astetta fokos fok βαθμ- derece- grader graden laipsni- grādi grādu kraadi 度 度 도 درجة درجات"
    " מעלות डिग्री",
    "°C": "celsius celsia celsjusza centigrad- centígrad- °c",
    "°F": "fahrenheit fahrenheita °f",
    "s": "seconds second sekunde sekunden secondes segundos secondi secunde sekund sekundy sekunder секунд- seconden",
    "min": "minutes minute mins min minuten minutos minuto minuti minut minuty minút minuter minutter хвилин- минут- minuuttia"
    " perc dakika minuta minutę minút- minutit минути λεπτά 分钟 分鐘 分間 분 perc- دقيقة دقائق דקות דקה मिनट นาที menit phút",
    "h": "hours hour hrs stunde stunden heures heure horas hora ore oră ora godzin- hodin- uur uren timmar timme"
    " час часа часов tuntia tunnin óra óráig órát órán órás saat saatt- ur uri sata ώρες tundi valand- stund- 小时 小時 時間 시간 ساعة ساعات שעה שעות घंटे घंटा ชั่วโมง jam giờ",
    "d": "days day tag tage tagen jours jour días día dias dia giorni giorno zile zi dni dzień doba doby dobę dób døgn dygn sólarhring- sutki суток сутки доба добу доби діб vuorokau- ööpäev- parą paros den dnů dní dagen dag dagar dage"
    " dager день дня дней дні днів päivää päivän nap gün dienas diena päeva ημέρες μέρες 天 日間 일",
    "week": "weeks week woche wochen semaines semaine semanas semana settimane settimana săptămâni săptămână tygodni- tydzień"
    " týdn- týden týžd- weken veckor vecka uger uge uker uke недел- тижн- тиждень viikkoa viikon hafta tjedn- nedelj- sedmic-"
    " седмиц- nädala- nädal savait- nedēļ- εβδομάδες εβδομάδα أسبوع أسابيع שבוע שבועות सप्ताह हफ़्ते สัปดาห์ minggu tuần 周 週間 주",
    "month": "months month monat monate monaten mois meses mes mês mesi mese luni lună miesi- měsíc- mesiac- maanden maand"
    " månader månad måneder måned месяц- місяц- kuukau- hónap- mjesec- شهر أشهر شهور חודש חודשים महीने महीना เดือน bulan mesec- месец- kuud mēneš- mėnes- μήνες 个月 個月 か月 개월",
    "year": "years year jahr jahre jahren ans année années años año anos ano anni anno ani lat lata roky rok roków jaar"
    " jaren år год года лет рок- років роки vuotta vuoden év yıl godin- metų metai gadi gadus gada gadu gadiem gados metus metais tahun साल वर्ष বছর سنة سنوات שנים vjet vite aastat χρόνια έτη 年間 년간",
    "decade": "decades decade",
    "century": "centuries century jahrhundert- siècle- siglo- secolo secoli secol- século- век- столітт- stoletj-"
    " století storočí- wiek- amžia- gadsimt- század- sajand- eeuw- århundre- århundrad- aldar- öld- shekull- segle- abad शती शताब्दी सदी শতক শতাব্দী ศตวรรษ vuosisa- yüzyıl- αιών- 世纪 世紀 세기 قرن საუკუნე- դար-",
}

# "square" before a unit of length, or a raised two after it.
SQUARED = {"m": "m2", "km": "km2", "ft": "ft2", "mi": "mi2", "yd": "yd2"}
CUBIC = {"m": "m3", "ft": "ft3"}
PER_HOUR = {"mi": "mph", "km": "km/h"}

TEMPERATURES = frozenset(("°", "°C", "°F"))
"""Units of temperature; "°" is degrees of either kind."""

PERCENT_WORDS = (
    "% ٪ ％ percent percents percentage pct procent- prozent- percento százalék- процент- відсот- odstot- posto"
    " постот- protsent- prosent- درصد אחוז- फीसदी प्रतिशत パーセント 퍼센트 persen peratus տոկոս- პროცენტ- prósent-"
    " ciento cento процента"
)
# Signs and words (without diacritics) that stand before the number they make a percentage.
PERCENT_BEFORE = ("%", "٪", "yuzde", "ehuneko", "百分之")

CURRENCY_SIGNS = {
    "$": "USD",
    "＄": "USD",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₫": "VND",
}

CENT = "¢"
"""The hundredth part of a currency, of whichever: cents, pence, kopecks."""

CROWN = "KR"
"""A crown, of whichever of the countries that have one."""

CROWNS = frozenset(("CZK", "SEK", "NOK", "DKK", "ISK", CROWN))

CURRENCY_WORDS = {
    CENT: "cents cent pence penny centimes centime céntimos centavos centavo centesimi cêntimos cêntimo grosz- halíř- haliér-"
    " копе- копій- цент- senttiä sentin øre öre kuruş 센트 セント 美分",
    "USD": "usd us$ dollar- dolar- dollár- доллар- долар- долл δολαρι- դոլար- დოლარ- دولار دولارات دلار דולר डॉलर"
    " 美元 美金 ドル 달러 đô",
    "EUR": "eur euro euros eura eurot eurovi євро евро ευρω եվրո ევრო يورو یورو אירו यूरो 欧元 歐元 ユーロ 유로",
    "GBP": "gbp quid sterling- sterlin- стерлинг- στερλιν- 英镑 英鎊 ポンド 파운드",
    "JPY": "jpy yen yenes 日元 円",
    "INR": "inr rupee- rupi- рупи- 卢比 रुपये",
    "RUB": "rub rouble- ruble- rubel rubl- рубл- руб 卢布 ルーブル 루블",
    "CHF": "chf sfr francs franken franchi francos franci frank franka frankach franki franků frankov франк франка франков франках",
    "PLN": "pln zlot- złot- zł злот- zloti zloți",
    "RON": "ron lei leu leilor лей- лея",
    "HUF": "huf forint- форинт-",
    "CZK": "czk kč",
    "NOK": "nok",
    "DKK": "dkk",
    CROWN: "crowns krone kronen kroner kronor kronur krona coroane coroan- couronnes corone coronas coroas koron korony korona koruny korun koruna korunach koruní крон крона кроны крони"
    " kruunu- kroon- kronas κορών- 克朗 クローナ 크로나",
    "UAH": "uah hryvn- гривен- гривн- grivn- hrywn-",
    "BGN": "bgn лева лв",
    "CNY": "cny rmb yuan- yuani юан- 元 人民币 人民元 위안",
    "KRW": "krw 韩元 ウォン 원",
    "ILS": "shekel- schekel шекел- שקל שקלים",
}


def is_currency(unit: str | None) -> bool:
    """Whether money is counted in ``unit``: an ISO 4217 code, crowns of whichever country, hundredths of any."""
    return unit in (CENT, CROWN) or (unit is not None and len(unit) == _CODE and unit.isupper())


_CODE = 3
"""Letters of a currency's code, by the definition of ISO 4217."""


def to_base(value: Decimal, unit: str) -> tuple[str, Decimal]:
    """The dimension of a unit in ``UNITS`` and the value in its base unit; Fahrenheit becomes Celsius."""
    dimension, factor = UNITS[unit]
    if unit == "°F":
        return dimension, (value - 32) * 5 / 9
    return dimension, value * factor
