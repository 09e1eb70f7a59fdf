"""The words of the tab 质量: what each measure means in one line, and what no measure says. Chinese, then English."""

from __future__ import annotations

Pair = tuple[str, str]

MEASURES: dict[str, tuple[Pair, Pair]] = {
    "answers right": (
        ("整题答对", "Answers right"),
        ("一题所要的机关、状态、数字、引文全部答对才算", "all that a question expects, at once"),
    ),
    "follow-ups": (
        ("追问答对", "Follow-ups right"),
        ("接着上文问的题，要求同上", "the same for questions that lean on the one before"),
    ),
    "census F1": (
        ("点名是否齐全", "Right reports named"),
        ("逐份核查点到的报告与应点到的相比（F1）", "reports named by a census against the right ones (F1)"),
    ),
    "census status": (
        ("最强状态", "Strongest status"),
        ("两边都点到的报告，已开展、计划等判得对不对", "of reports named rightly: done, planned and so on"),
    ),
    "clause status": (
        ("分句状态", "Clause status"),
        ("核对过的每一个分句，状态判得对不对", "the status of every clause that was checked by hand"),
    ),
    "census accounting": (
        ("逐份交代", "Accounts for all"),
        ("范围内的每份报告都有下落，且只有一次", "every report in scope is named or silent, once"),
    ),
    "figures": (
        ("数字", "Figures"),
        ("排在最前的数字，数值、单位、引文都对", "value, unit and quote of the figure shown first"),
    ),
    "no false refusal": (
        ("该答的答了", "Answerable, answered"),
        ("报告里有的，没有误说成没有", "what the reports say is not declared missing"),
    ),
    "no false answer": (
        ("不该答的没答", "Unanswerable, not answered"),
        ("报告里没有的，没有硬答", "what the reports do not say is not answered"),
    ),
    "kind of silence": (
        ("拒答理由", "Kind of silence"),
        ("没有该机关、没有该年度、没有提到，说得对不对", "whether the reason for a refusal is the right one"),
    ),
    "identity": (
        ("著录", "Identity"),
        ("机关、年度、日期、文号、章节性质", "agency, year, date, number, roles of sections"),
    ),
    "R@1": (("检索第1条", "Search, first"), ("要找的片段排在第一的比例", "right passages that come first")),
    "R@5": (("检索前5条", "Search, first five"), ("要找的片段排在前五的比例", "right passages among the first five")),
    "R@10": (("检索前10条", "Search, first ten"), ("要找的片段排在前十的比例", "right passages among the first ten")),
    "RR@10": (
        ("检索名次", "Search, rank"),
        ("第一个对的片段名次的倒数", "one over the rank of the first right passage"),
    ),
    "nDCG@10": (
        ("检索排序", "Search, order"),
        ("前十条的先后排得好不好（nDCG）", "how well the first ten are ordered (nDCG)"),
    ),
    "verbatim": (
        ("引文逐字相符", "Verbatim quotes"),
        ("每处引文都是原文的原字原句", "every quote is an exact slice of its report"),
    ),
    "numbers proven": (
        ("数字有据", "Numbers proven"),
        ("回答里每个数字都在引文、目录或问题里", "every number stands in a quote, the catalogue or the question"),
    ),
}
"""In the order of the table: what a reader asks first stands first."""

PARTS: dict[str, tuple[Pair, Pair]] = {
    "unseen": (
        ("未见", "Unseen"),
        (
            "八份虚构报告，规则不照它们写，只看总分",
            "eight invented reports that no rule was made for; only their totals are looked at",
        ),
    ),
    "seen": (
        ("已见", "Seen"),
        ("十二份虚构报告，写规则时看过", "twelve invented reports, looked at while rules were made"),
    ),
    "real": (
        ("真实", "Real"),
        ("五份公开的真实报告，写规则时看过", "five public reports, looked at while rules were made"),
    ),
}
"""The parts that come with the program, the most telling first; others go by their own name."""

KINDS: dict[str, Pair] = {
    "census": ("逐份核查", "Census"),
    "figure": ("数字", "Figure"),
    "catalogue": ("目录", "Catalogue"),
    "section": ("章节", "Part of a report"),
    "compare": ("比较", "Comparison"),
    "passages": ("摘引", "Passages"),
    "digest": ("综述", "Digest"),
    "none": ("不应作答", "To be declined"),
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "mixed": ("中英夹用", "Mixed"),
    "plain": ("平常问法", "Plain"),
    "reworded": ("换了说法", "Reworded"),
    "misspelt": ("有错别字", "Misspelt"),
    "colloquial": ("口语", "Colloquial"),
    "follow-up": ("追问", "Follow-up"),
    "english": ("英文问法", "Asked in English"),
}
BREAKDOWNS: tuple[tuple[str, Pair], ...] = (
    ("kind", ("按题型", "By kind")),
    ("language", ("按语言", "By language")),
    ("tags", ("按问法", "By wording")),
)

LIMITS: tuple[Pair, ...] = (
    (
        "“下限”是 make test 接受的最低值，只防倒退，不是目标；“项”是判过多少次。",
        "A floor is the least that make test accepts: a guard against losses, no goal. Cases are what was judged.",
    ),
    (
        "请看“未见”一列：它最接近遇到新报告时的情形；“已见”“真实”高出的部分，是规则照着它们改出来的。",
        "Read the unseen column: it is closest to a new report. What seen and real have more was fitted to them.",
    ),
    (
        "“未见”只列总数，不列答错的题：看了再改，就不再是未见。",
        "The unseen part shows totals only: questions that somebody looked at would no longer be unseen.",
    ),
    (
        "题目和标准答案由少数人编写，示例报告是虚构的；相差一两个百分点可能只是偶然。",
        "Few people wrote the questions and their answers, and the samples are invented; a point or two may be chance.",
    ),
    (
        "分数说明大体可靠到什么程度，不说明某一条回答对不对；引用前请点开引文核对。",
        "Scores tell how far answers can be trusted as a whole, not whether one is right: open its quotes before use.",
    ),
)
