"""Where the claims that the second judge is taught with come from, and under which licences, for its card."""

from __future__ import annotations

from training.sources import Source

CLAIMS = (
    Source("ans_ar", "latynt/ans", "Arabic news titles, paraphrased and corrupted", "Apache-2.0"),
    Source("begin", "google/BEGIN-dataset", "answers against a text", "CC BY 4.0, CDLA-Sharing 1.0"),
    Source("breaking_nli", "BIU-NLP/Breaking_NLI", "one word replaced", "CC BY-SA 4.0"),
    Source("cad_nli", "acmi-lab/counterfactually-augmented-data", "revised pairs", "Apache-2.0, CC BY-SA 4.0"),
    Source("daccord_fr", "mskandalis/daccord-dataset-contradictions", "French contradictions", "BSD-2-Clause"),
    Source("farstail", "dml-qom/FarsTail", "Persian", "Apache-2.0"),
    Source("fever_it", "crux82/FEVER-it", "claims on Wikipedia, Italian and English", "Apache-2.0, CC BY-SA 3.0"),
    Source("fever_symmetric", "TalSchuster/FeverSymmetric", "claims and evidence exchanged", "CC BY-SA 3.0"),
    Source("flipped_ro_et_ru_he", "sheffieldnlp/mlqe-pe, sides exchanged; without Hebrew", "Wikipedia", "CC0"),
    Source("fm2", "google-research/fool-me-twice", "claims on Wikipedia", "Apache-2.0, CC BY-SA 3.0"),
    Source("help_conj", "verypluming/HELP", "a conjunct dropped or added", "CC BY-SA 4.0"),
    Source("hurte", "nytud/HuRTE", "Hungarian, with English premises", "CC BY-SA 4.0"),
    Source("janli", "verypluming/JaNLI", "Japanese word order", "CC BY-SA 4.0"),
    Source("jnli", "yahoojapan/JGLUE", "Japanese captions", "CC BY-SA 4.0"),
    Source("klue_nli_dev", "KLUE-benchmark/KLUE", "Korean", "CC BY-SA 4.0"),
    Source("med", "verypluming/MED", "monotonicity", "CC BY-SA 4.0"),
    Source("mlqe_train, mlqe_zeroshot", "sheffieldnlp/mlqe-pe", "machine translations judged by people", "CC0"),
    Source("mnli", "copies of MultiNLI", "many genres", "OANC licence, CC BY-SA 3.0, CC BY 3.0, MIT"),
    Source("mqm_ende, mqm_zhen, mqm_omissions", "google/wmt-mqm-human-evaluation", "marked errors", "Apache-2.0"),
    Source("pawsx_dev", "PAWS-X", "same words, other meaning", "free use, attribution to Google"),
    Source("rte3_multi", "RTE-3 in German, Italian and French", "news", "CC BY 3.0, BSD-2-Clause"),
    Source("snli_dev", "SNLI", "captions", "CC BY-SA 4.0"),
    Source("summedits", "salesforce/factualNLG", "summaries, edited", "Apache-2.0"),
    Source("synced_silver", "muskaan712/SynCED_EnDe_2025", "errors put into German", "CC BY 4.0"),
    Source("wice", "ryokamoi/wice", "Wikipedia and its sources", "ODC-BY, CC BY-SA"),
    Source("wmt21_ced", "sheffieldnlp/mlqe-pe", "catastrophic errors", "CC0"),
)
"""All are among those whose licence is stated and lets a model be given away."""
