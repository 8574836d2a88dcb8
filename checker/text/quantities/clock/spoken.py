"""How languages say times of day in words: half past three, halb vier, Viertel nach drei, ten to nine.

In what is said H stands for the hour and M for minutes; letters are folded.
"""

from __future__ import annotations

HALF = 30
QUARTER = 15
"""Minutes, by definition."""

# By language: what is said around the hour (H), folded, and the minutes that it adds to the hour.
SPOKEN: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        ("half past H", HALF),
        ("quarter past H", QUARTER),
        ("quarter to H", -QUARTER),
        ("H o'clock", 0),
    ),
    "de": (
        ("halb H", -HALF),
        ("drei viertel H", -QUARTER),
        ("viertel nach H", QUARTER),
        ("viertel vor H", -QUARTER),
        ("dreiviertel H", -QUARTER),
        ("H uhr", 0),
    ),
    "nl": (("half H", -HALF), ("kwart over H", QUARTER), ("kwart voor H", -QUARTER)),
    "da": (("halv H", -HALF), ("kvart over H", QUARTER), ("kvart i H", -QUARTER), ("klokken H", 0)),
    "no": (("halv H", -HALF), ("kvart over H", QUARTER), ("kvart pa H", -QUARTER), ("klokka H", 0)),
    "sv": (("halv H", -HALF), ("kvart over H", QUARTER), ("kvart i H", -QUARTER), ("klockan H", 0)),
    "cs": (("pul H", -HALF), ("ctvrt na H", -45), ("tri ?ctvrte na H", -QUARTER)),
    "sk": (("pol H", -HALF), ("stvrt na H", -45), ("tri ?stvrte na H", -QUARTER)),
    "sl": (("pol H", -HALF), ("cetrt na H", -45), ("tri ?cetrt na H", -QUARTER), ("cetrt cez H", QUARTER)),
    "pl": (("wpoł do H", -HALF), ("kwadrans po H", QUARTER), ("za kwadrans H", -QUARTER)),
    "hu": (("fel H", -HALF), ("negyed H", -45), ("haromnegyed H", -QUARTER)),
    "fi": (("puoli H", -HALF), ("var(?:ttia|tin) yli H", QUARTER), ("varttia vaille H", -QUARTER)),
    "et": (("pool H", -HALF), ("veerand H", -45), ("kolmveerand H", -QUARTER)),
    "lv": (("pus ?H", -HALF), ("ceturksnis pari H", QUARTER), ("bez ceturksna H", -QUARTER)),
    "lt": (("puse H", -HALF), ("ketvirtis po H", QUARTER), ("be ketvircio H", -QUARTER)),
    "ru": (("половин[аеу] H", -HALF), ("пол-?H", -HALF), ("четверть H", -45), ("без четверти H", -QUARTER)),
    "uk": (
        ("пів на H", -HALF),
        ("половин[аі] H", -HALF),
        ("чверть на H", -45),
        ("чверть по H", QUARTER),
        ("за чверть H", -QUARTER),
    ),
    "id": (("setengah H", -HALF), ("H lewat seperempat", QUARTER), ("H kurang seperempat", -QUARTER)),
    "fr": (
        ("midi et demie?", 750),
        ("minuit et demie?", 30),
        ("H heures? et demi", HALF),
        ("H heures? et demie", HALF),
        ("H heures? et quart", QUARTER),
        ("H heures? moins le quart", -QUARTER),
    ),
    "es": (("las? H y media", HALF), ("las? H y cuarto", QUARTER), ("las? H menos cuarto", -QUARTER)),
    "pt": (
        ("as H e meia", HALF),
        ("as H e um quarto", QUARTER),
        ("um quarto para as H", -QUARTER),
        ("as H horas", 0),
    ),
    "it": (
        ("(?:al|dal)?le H e mezz[ao]", HALF),
        ("(?:al|dal)?le H e un quarto", QUARTER),
        ("(?:al|dal)?le H meno un quarto", -QUARTER),
    ),
    "ro": (
        ("ora H si jumatate", HALF),
        ("H si jumatate", HALF),
        ("(?:ora|la) H si un sfert", QUARTER),
        ("(?:ora|la) H fara un sfert", -QUARTER),
        ("ora H(?! si (?:un|doua|trei))", 0),
    ),
    "ca": (("dos quarts de H", -HALF), ("un quart de H", -45), ("tres quarts de H", -QUARTER)),
    "hr": (("pola H", -HALF), ("H i pol", HALF), ("cetvrt do H", -QUARTER), ("frtalj H", -45)),
    "sr": (("(?:pola|пола) H", -HALF), ("H i po", HALF), ("H и по", HALF)),
    "tr": (
        ("H bucuk(?:ta)?", HALF),
        ("H ceyrek (?:gece|geciyor|gecti|gecer)", QUARTER),
        ("H ceyrek (?:kala|var)", -QUARTER),
    ),
    "el": (("H και μιση", HALF), ("H και τεταρτο", QUARTER), ("H παρα τεταρτο", -QUARTER)),
    "bg": (("H и половина", HALF), ("H и четвърт", QUARTER), ("H без четвърт", -QUARTER)),
    "mk": (("H и пол", HALF), ("H и четврт", QUARTER)),
    "vi": (("luc H gio ruoi", HALF),),
    "hi": (("साढ़े H बजे", HALF), ("सवा H बजे", QUARTER), ("पौने H बजे", -QUARTER)),
    "ar": (
        ("(?:في )?الساعة H والنصف", HALF),
        ("(?:في )?الساعة H والربع", QUARTER),
        ("(?:في )?الساعة H الا ربعا?", -QUARTER),
    ),
    "fa": (("ساعت H و نیم", HALF), ("ساعت H و ربع", QUARTER), ("یک ربع به H", -QUARTER)),
    "he": (("(?:ב|בשעה |השעה )H וחצי", HALF), ("(?:ב|בשעה |השעה )H ורבע", QUARTER), ("ב?רבע ל-?H", -QUARTER)),
}
# By language: minutes (M) after and before the hour (H), folded, behind what shows that a time is said.
PAST_AND_TO: dict[str, tuple[str, str]] = {
    "en": ("M (?:minutes )?past H", "(?:at|by|until|till|before|after|around) M (?:minutes )?to H"),
    "de": ("(?:um|gegen|bis|ab|seit) M nach H", "(?:um|gegen|bis|ab|seit) M vor H"),
    "nl": ("(?:om|tot|rond|vanaf) M over H", "(?:om|tot|rond|vanaf) M voor H"),
    "sv": ("(?:klockan|kl|till) M over H", "(?:klockan|kl|till) M i H"),
    "fr": ("H heures? M", "H heures? moins M"),
    "es": ("las? H y M", "las? H menos M"),
    "it": ("(?:al|dal)?le H e M", "(?:al|dal)?le H meno M"),
    "ro": ("(?:ora|la) H si M", "(?:ora|la) H fara M"),
    "pt": ("as H e M", "M (?:minutos )?para as H"),
    "ca": ("les H i M", "les H menys M"),
    "pl": ("M (?:minut )?po H", "za M (?:minut )?H"),
    "cs": ("", "za M (?:minut )?H"),
    "sk": ("", "o M (?:minut )?H"),
    "hr": ("u H i M", "u M do H"),
    "sr": ("[uу] H [iи] M", "[uу] M (?:do|до) H"),
    "sl": ("M (?:minut )?cez H", "M (?:minut )?do H"),
    "bg": ("в H и M", "в H без M"),
    "ru": ("", "без M (?:минут )?H"),
    "uk": ("M (?:хвилин )?по H", "за M (?:хвилин )?H"),
    "da": ("(?:klokken|kl) M over H", "(?:klokken|kl) M i H"),
    "no": ("(?:klokken|klokka|kl) M over H", "(?:klokken|klokka|kl) M pa H"),
    "fi": ("M yli H", "M vaille H"),
    "el": ("στις H και M", "στις H παρα M"),
    "tr": ("H M (?:gece|geciyor|gecti)", "H M (?:kala|var)"),
    "id": ("(?:pukul|jam) H lewat M", "(?:pukul|jam) H kurang M"),
}
