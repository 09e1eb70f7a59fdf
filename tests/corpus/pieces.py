"""Report-like pieces of text, invented, for the property tests; and the settings that keep those repeatable."""

from hypothesis import settings
from hypothesis import strategies as st

REPEATABLE = settings(deadline=None, max_examples=80, derandomize=True, database=None)

HEADINGS = (
    "一、工作开展情况", "二、存在的问题", "三、下步打算", "（一）守好源头", "(二)办好来件。", "1.排查", "2、化解", "（3）回访",
    "第一部分 工作情况", "十一、其他事项",
)  # fmt: skip
SENTENCES = (
    "全年举行听证会12场，听证后息诉9件。", "虽已建立台账，但登记仍不规范；", "一是抓排查。", "二是抓化解；", "同时，", "无。", "无",
    "我局将继续推进“一窗办理”。", "发放《信访指南》5万余册", "化解率为92.5%！", "年底前要完成整改？", "建议县里加大投入。", "其一，", "①",
    "先听（群众说。再答）后办。", "“怎么办？”", "来访 30 批、 95 人次，", "：", "……", "。", "；",
)  # fmt: skip
BREAKS = ("\n", "\n\n", "\n\n\n", " ", "　　", "\t", "")
FURNITURE = ("\n— 2 —\n", "\n- 3 -\n", "\n第4页\n", "\n---\n", "\n***\n", "\n 5 \n")
MARKDOWN = ("# ", "## ", "**", "* ", "> ", "|", "- ")

pieces = st.sampled_from(HEADINGS + SENTENCES + BREAKS + ("\n",) * 6)
canonical = st.lists(pieces, min_size=1, max_size=40).map("".join)
"""Text as it stands in ``Report.text``: no layout left to remove."""

sources = st.lists(
    st.one_of(pieces, st.sampled_from(FURNITURE + MARKDOWN), st.text("字句，。 \n\r\t一二、（）#*|-—3年", max_size=6)),
    max_size=50,
).map("".join)
"""Text as it stands in a file, layout and all."""


def visible(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
