"""A transformer as small as they come, with random weights, as sentence-transformers saves one."""

from __future__ import annotations

from pathlib import Path

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "bridge", "river", "query", ":", "podul", "raul"]
LONGEST = 12
WIDTH = 24


def save(root: Path) -> Path:
    """Writes a one-layer BERT with mean pooling under ``root``; returns its folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    (root / "bert").mkdir()
    (root / "vocab.txt").write_text("\n".join(WORDS) + "\n")
    BertTokenizerFast(vocab={word: n for n, word in enumerate(WORDS)}).save_pretrained(root / "bert")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=WIDTH,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=LONGEST,
    )
    BertModel(config).save_pretrained(root / "bert")
    model = SentenceTransformer(str(root / "bert"), device="cpu")  # puts mean pooling after a plain transformer
    model.max_seq_length = LONGEST
    model.save(str(root / "model"))
    return root / "model"
