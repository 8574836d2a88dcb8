"""Names in scripts without capitals and without spaces: runs of the characters that write foreign names by sound.

Chinese takes a few hundred characters for that (Xinhua's tables), Japanese katakana.
"""

from __future__ import annotations

_CHINESE = frozenset(
    "阿艾安奥澳巴白班邦保鲍贝本比彼宾波博伯布查察达戴丹当德登迪蒂丁东杜顿多厄恩尔耳法范方菲费芬丰佛夫弗福富盖甘冈高戈格根贡古瓜圭国"
    "哈海汉杭豪赫亨洪侯胡华怀惠霍基吉加迦贾简杰金津卡凯坎康考柯科克肯孔库夸昆奎拉莱赖兰朗劳勒雷伦里理利莉丽列林琳龙隆卢鲁伦罗洛络"
    "马麦曼芒毛梅门蒙米密明缪摩莫墨默姆穆纳娜奈南内嫩尼妮年宁纽农努女诺欧帕派潘庞佩彭蓬皮平珀蒲普奇齐恰强乔切钦琼丘屈热仁日荣儒瑞若"
    "萨塞赛桑瑟森沙莎山尚绍舍申什圣施史舒顺斯丝思松苏孙索塔泰坦汤唐陶特滕提田廷通图托瓦万旺威韦维魏温文翁沃乌伍武西希锡夏香肖谢辛欣"
    "兴休修许逊雅亚延扬耶叶伊英尤于约泽扎詹张哲珍芝治朱兹佐"
)
_KATAKANA = frozenset(map(chr, range(0x30A0, 0x3100)))
_CHARACTERS = {"zh": _CHINESE, "ja": _KATAKANA}


def writes_by_sound(language: str) -> bool:
    """Whether a language (a primary subtag) has characters of its own for foreign names, and no spaces."""
    return language in _CHARACTERS


def share_by_sound(word: str, language: str) -> float:
    """Which share of a word's characters may write the sound of a foreign name; 0 for other languages."""
    characters = _CHARACTERS.get(language)
    return sum(letter in characters for letter in word) / len(word) if characters and word else 0.0


def end_by_sound(text: str, end: int, language: str) -> int:
    """Where a name that stands before ``end`` is over: a word may be cut within it.  Chinese characters that write
    names write other words, too, so that they do not prolong one."""
    while language == "ja" and end < len(text) and text[end] in _KATAKANA:
        end += 1
    return end
