"""How languages say in which half of the day an hour is: in the morning, abends, del pomeriggio, at night.

What is said stands behind the hour where it has no H in it; letters are folded; " / " stands between several ways.
"""

from __future__ import annotations

# By language: what is said of an hour (H), folded, before noon and after it; behind the hour where it does not say where.
OF_DAY: dict[str, tuple[str, str]] = {
    "en": ("in the morning", "in the (?:afternoon|evening)"),
    "de": (
        "uhr (?:morgens|fruh|am morgen|vormittags|am vormittag)",
        "uhr (?:nachmittags|abends|am (?:nachmittag|abend))",
    ),
    "nl": ("uur '?s (?:ochtends|morgens)", "uur '?s (?:middags|avonds)"),
    "da": ("om (?:morgenen|formiddagen)", "om (?:eftermiddagen|aftenen)"),
    "no": ("om (?:morgenen|formiddagen)", "om (?:ettermiddagen|kvelden)"),
    "sv": ("pa (?:morgonen|formiddagen)", "pa (?:eftermiddagen|kvallen)"),
    "fr": ("heures? du matin", "heures? (?:du soir|de l'apres-midi)"),
    "es": ("de la (?:manana|madrugada)", "de la (?:tarde|noche)"),
    "ca": ("(?:del mati|de la matinada)", "(?:de la tarda|del vespre|de la nit)"),
    "pt": ("(?:horas )?da (?:manha|madrugada)", "(?:horas )?da (?:tarde|noite)"),
    "it": ("(?:di mattina|del mattino|della mattina)", "(?:di sera|della sera|del pomeriggio)"),
    "ro": ("dimineata", "(?:seara|dupa-amiaza|dupa-masa)"),
    "pl": ("(?:rano|nad ranem)", "(?:wieczorem|po południu)"),
    "cs": ("(?:hodin[uy]? )?(?:rano|dopoledne)", "(?:hodin[uy]? )?(?:vecer|odpoledne)"),
    "sk": ("(?:hodin[uy]? )?(?:rano|dopoludnia)", "(?:hodin[uy]? )?(?:vecer|popoludni)"),
    "sl": ("(?:uri )?(?:zjutraj|dopoldne)", "(?:uri )?(?:zvecer|popoldne)"),
    "hr": ("(?:sati )?(?:ujutro|prijepodne)", "(?:sati )?(?:navecer|poslijepodne|popodne)"),
    "sr": ("(?:sati |сати )?(?:ujutru|ujutro|ујутру|ујутро)", "(?:sati |сати )?(?:uvece|popodne|увече|поподне)"),
    "ru": ("(?:час(?:а|ов) )?утра", "(?:час(?:а|ов) )?(?:вечера|дня)"),
    "uk": ("(?:годин[аиі] )?ранку", "(?:годин[аиі] )?(?:вечора|дня)"),
    "bg": ("(?:часа )?сутринта", "(?:часа )?(?:вечерта|следобед)"),
    "mk": ("наутро", "(?:навечер|попладне)"),
    "el": ("το πρωι", "το (?:απογευμα|βραδυ)"),
    "hu": (
        "(?:reggel|delelott) H(?<=kor) / (?:reggel|delelott) H-(?:kor|ra|re|ig|tol) / (?:reggel|delelott) H ora(?:kor|ra|ig|tol)",
        "(?:este|delutan) H(?<=kor) / (?:este|delutan) H-(?:kor|ra|re|ig|tol) / (?:este|delutan) H ora(?:kor|ra|ig|tol)",
    ),
    "fi": (
        "(?:aamulla|aamupaivalla) kello H / H(?<=lta) aamulla / kello H aamulla",
        "(?:illalla|iltapaivalla) kello H / H(?<=lta) illalla / kello H illalla",
    ),
    "et": ("hommikul kell H / kell H hommikul", "(?:ohtul|parastlounal) kell H / kell H ohtul"),
    "lv": ("H no rita", "H (?:vakara|pecpusdiena)"),
    "lt": ("H (?:valanda )?ryto", "H (?:valanda )?vakaro"),
    "tr": (
        "(?:sabah|sabahleyin) saat H / (?:sabah|sabahleyin) H['’]?[dt][ea]",
        "(?:aksam|ogleden sonra) saat H / (?:aksam|ogleden sonra) H['’]?[dt][ea]",
    ),
    "vi": ("H gio sang", "H gio (?:chieu|toi)"),
    "id": ("(?:pukul|jam) H pagi", "(?:pukul|jam) H sore"),
    "hi": ("सुबह H बजे", "(?:शाम|दोपहर) H बजे"),
    "ar": ("H صباحا", "H مساء"),
    "fa": ("H صبح", "H (?:عصر|بعدازظهر)"),
    "he": ("H בבוקר", "H (?:בערב|אחר הצהריים|אחהצ)"),
}
# The same at night, which is before midnight from the sixth hour on.
AT_NIGHT: dict[str, str] = {
    "en": "H at night",
    "de": "H uhr (?:nachts|in der nacht)",
    "nl": "H uur '?s nachts",
    "da": "H om natten",
    "no": "H om natten",
    "sv": "H pa natten",
    "it": "H di notte",
    "pl": "H w nocy",
    "cs": "H (?:hodin[uy]? )?v noci",
    "sk": "H (?:hodin[uy]? )?v noci",
    "ro": "H noaptea",
    "ru": "H (?:час(?:а|ов) )?ночи",
    "uk": "H (?:годин[аиі] )?ночі",
    "hu": "ejjel H(?<=kor) / ejjel H-(?:kor|ra|re|ig|tol) / ejjel H ora(?:kor|ra|ig|tol)",
    "tr": "gece saat H / gece H['’]?[dt][ea]",
    "vi": "H gio đem",
    "id": "(?:pukul|jam) H malam",
    "hi": "रात H बजे",
    "fa": "H شب",
}
