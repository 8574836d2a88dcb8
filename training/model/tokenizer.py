"""The Hugging Face twin of ``checker.encoders.wordpiece``: the same rules, as a ``tokenizer.json``."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from checker.encoders.wordpiece import CONTINUATION, DROPPED, FOLDED, LONGEST_WORD, SPACED

UNKNOWN = "[UNK]"


def build(vocabulary: Sequence[str]) -> Tokenizer:
    """A tokenizer whose token ids are positions in ``vocabulary``; ``[UNK]`` is among them."""
    dropped = "".join(f"\\x{{{first:04X}}}-\\x{{{last:04X}}}" for first, last in DROPPED)
    tokenizer = Tokenizer(
        models.WordPiece(
            {piece: index for index, piece in enumerate(vocabulary)},
            unk_token=UNKNOWN,
            max_input_chars_per_word=LONGEST_WORD,
            continuing_subword_prefix=CONTINUATION,
        )
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.Replace(Regex(f"[{dropped}]"), ""),
            normalizers.Replace(SPACED, " "),
            normalizers.Lowercase(),
            *(normalizers.Replace(letter, typed) for letter, typed in FOLDED.items()),
            normalizers.NFKC(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.BertPreTokenizer(),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.FixedLength(length=LONGEST_WORD),
        ]
    )
    return tokenizer
