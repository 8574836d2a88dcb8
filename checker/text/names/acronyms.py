"""Acronyms that are translated: which letters stand for one body or thing in many languages."""

from __future__ import annotations

from functools import cache

# One line a thing; letters as written, in any script.
_GROUPS = """
EU UE ES ЕС ЄС AB ΕΕ АБ ЕУ EL 欧盟
UN ONU OON ООН FN VN UNO YK ÜRO BM ОНН OSN OZN OVN ENSZ JT ANO SÞ ΟΗΕ ՄԱԿ გაერო UNITED
NATO OTAN НАТО ΝΑΤΟ ՆԱՏՕ ნატო NAVO
US USA EEUU EUA SUA США ABD ASV JAV ZDA SAD САД САЩ ΗΠΑ ԱՄՆ აშშ VS VSA ÉU EE UU AEB СЩА BNA
UK RU GB VB ВБ GBR ООК ΗΒ ՄԹ
USSR URSS СССР SSSR UdSSR ZSSR NSVL TSRS PSRS СРСР ΕΣΣΔ SSCB NSKE ԽՍՀՄ
IMF FMI МВФ ММФ MMF IWF IMF TVF RVF SVF VVF ΔΝΤ ԱՄՀ MFW MKF
WHO OMS ВОЗ ВООЗ WGO DSÖ SZO ŚOO PVO СЗО SZO ΠΟΥ WHO ԱՀԿ PSO ВОЗ
WTO OMC ВТО СОТ WHO DTÖ PTO СТО ΠΟΕ STO ՀԿԿ ВОТ WTO
ECB BCE EZB ЕЦБ ЄЦБ EKP ECB ЕКТ ΕΚΤ AMB EBC EKB
OECD OCDE ОЭСР ОЕСР OESO OECD ΟΟΣΑ ОИСР EBPO
OSCE ОБСЕ ОБСЄ OSZE OVSE OEBS EDSO ETYJ OBWE KBSE EBSB ΟΑΣΕ АГІТ AGIT
GDP PIB BIP HDP BNP ВВП БВП PIL ΑΕΠ BKT SKP BDP GSYH GSYİH ՀՆԱ მშპ БДП
AI IA KI SI ИИ ШІ YZ ΤΝ MI TI ԱԲ
VAT TVA MWST IVA DPH НДС PDV ДДС PVN PVM BTW MOMS ALV KDV VAT ΦΠΑ ÁFA КМ DDV ПДВ
DNA ADN DNS ДНК DNK DNR
HIV VIH ВИЧ ВІЛ ХИВ
AIDS SIDA СПИД СНІД AIDS ДПИН
UAE EAU ОАЭ ОАЕ VAE BAE ZEA SAE EÁU EAE ΗΑΕ AÜE AAE JAE
CIA ЦРУ ЦРУ CIA ЦИА
FBI ФБР FBI ФБИ
KGB КГБ
IAEA AIEA МАГАТЭ МАГАТЕ OIEA IAEO MAAE
UNESCO ЮНЕСКО ΟΥΝΕΣΚΟ
UNICEF ЮНИСЕФ ЮНІСЕФ
IOC CIO COI МОК IOK MOV MOK ΔΟΕ
UEFA УЕФА
FIFA ФИФА ФІФА
COVID КОВИД КОВІД
NGO ONG НПО NRO НУО NVO NGO
PM MP MEP
TV ТВ TB
CEO PDG ГЕНДИР
ATM DAB
"""


@cache
def _meanings() -> dict[str, frozenset[int]]:
    meanings: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for letters in line.casefold().split():
            meanings[letters] = meanings.get(letters, frozenset()) | {number}
    return meanings


def meanings(word: str) -> frozenset[int]:
    """Which things the letters of ``word`` may stand for; empty for what is no known acronym."""
    return _meanings().get(word.casefold(), frozenset())
