"""What a clause claims: wording first, the section's role as its prior. Every sentence is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.report import ROLES, STATUSES, Role
from corpus.status import clauses_of, is_nil
from tests.corpus.pieces import REPEATABLE, canonical


def _status(sentence: str, role: Role, word: str) -> str:
    """Return the status of the clause in which a word of the sentence stands."""
    at = sentence.index(word)
    clauses = clauses_of(sentence, 0, len(sentence), role, heading=False, nil=False)
    return next(clause.status for clause in clauses if clause.start <= at < clause.end)


DONE = [
    ("全年举行信访听证会23场。", "work", "听证"),
    ("开展矛盾纠纷排查12轮，化解纠纷86起。", "work", "化解"),
    ("组织干部旁听庭审2次。", "duty", "旁听"),
    ("持续优化接访流程，群众少跑腿。", "work", "接访"),
    ("继续抓好乡镇接访，全年接访40批。", "work", "乡镇接访"),
    ("坚持诉访分离，把涉诉事项移送法院。", "work", "诉访分离"),
    ("将矛盾纠纷化解在基层。", "work", "矛盾纠纷"),
    ("将听证意见送达当事人。", "work", "听证"),
    ("将普法列入年度任务，逐月检查。", "work", "普法"),
    ("把信访代理员请进议事厅。", "work", "代理员"),
    ("聘请了律师参与接访。", "work", "律师"),
    ("制定活动方案，组织宣讲9场。", "work", "宣讲"),
    ("全年办结来信86件。", "work", "来信"),
    ("审结复核申请12件。", "work", "复核"),
    ("核实线索后转办90条。", "work", "转办"),
    ("向承办单位发出督办函7份。", "work", "督办函"),
    ("获得全市法治建设先进单位。", "work", "先进单位"),
    ("虽已开展听证，但群众知晓率不高。", "problem", "听证"),
    ("虽然举办了培训，效果仍不明显。", "problem", "培训"),
    ("尽管建立了台账，但更新不及时。", "problem", "台账"),
    ("已聘请法律顾问，下一步扩大覆盖面。", "plan", "法律顾问"),
    ("目前已建成接访大厅。", "plan", "接访大厅"),
]
PLANNED = [
    ("我局将继续推进信访听证。", "work", "听证"),
    ("我们将聘请法律顾问。", "work", "法律顾问"),
    ("我局将选派律师到窗口值班。", "work", "律师"),
    ("我局将培训村级代理员。", "work", "代理员"),
    ("下一步，我们要抓好信访听证。", "work", "听证"),
    ("明年开展听证。", "work", "听证"),
    ("拟选择两个乡镇试行听证。", "work", "听证"),
    ("拟于年内开展听证。", "problem", "听证"),
    ("力争听证覆盖所有乡镇。", "work", "听证"),
    ("计划举办培训班两期。", "work", "培训班"),
    ("打算引入心理疏导。", "work", "心理疏导"),
    ("年底前要完成听证室改造。", "work", "听证室"),
    ("继续坚持领导包案。", "plan", "包案"),
    ("开展信访听证。", "plan", "听证"),
    ("信访听证。", "plan", "听证"),
    ("将对疑难事项举行听证。", "plan", "听证"),
    ("我局将统筹力量，举行听证，邀请代表。", "work", "听证"),
    ("健全听证机制，推动落实。", "plan", "听证"),
    ("印发听证规程。", "plan", "听证"),
    ("今后，要加强普法。", "work", "普法"),
    ("预计举行听证10场。", "work", "听证"),
]
RULES = [
    ("印发《柳川县信访听证规程》。", "work", "听证"),
    ("起草听证办法，征求意见。", "work", "听证"),
    ("转发省里的听证办法。", "work", "听证"),
    ("建立领导接访制度。", "work", "接访"),
    ("制定督办十条措施。", "work", "督办"),
    ("修订接访流程。", "work", "接访"),
    ("听证机制初步形成。", "work", "听证"),
    ("健全包案机制，压实责任。", "work", "包案"),
    ("针对听证怎么开的问题，八月印发《工作规程》。", "work", "听证"),
    ("经司法局审核，出台听证细则。", "work", "听证"),
]
PROBLEM = [
    ("听证工作尚未开展。", "work", "听证"),
    ("听证工作尚未开展。", "problem", "听证"),
    ("普法的系统性还不够。", "work", "普法"),
    ("已建立听证制度，仍需加强落实。", "work", "落实"),
    ("已开展普法，但针对性不强。", "work", "针对性"),
    ("虽已建立台账，但更新不及时。", "problem", "更新"),
    ("部分乡镇仍存在推诿现象。", "work", "推诿"),
    ("没有聘请法律顾问。", "problem", "法律顾问"),
    ("至今没有聘请法律顾问。", "work", "法律顾问"),
    ("还没有聘请法律顾问。", "work", "法律顾问"),
    ("未聘请法律顾问。", "work", "法律顾问"),
    ("未举行听证。", "work", "听证"),
    ("接访日有缺岗现象。", "problem", "接访"),
    ("普法办法陈旧。", "problem", "普法"),
    ("未能及时开展听证。", "work", "听证"),
    ("网上信访附件漏传的有41件。", "problem", "网上信访"),
    ("有待进一步加强听证。", "work", "听证"),
    ("政务公开方面出现漏字情况。", "work", "政务公开"),
]
SUGGESTED = [
    ("建议县里加强法律顾问配备。", "suggestion", "法律顾问"),
    ("加强法律顾问配备。", "suggestion", "法律顾问"),
    ("建议县委加大投入，配齐调解员。", "work", "调解员"),
    ("恳请上级支持听证室建设。", "other", "听证室"),
    ("希望市局统一听证文书。", "suggestion", "听证文书"),
    ("为此，建议县里举行听证。", "problem", "听证"),
]
NIL = [
    ("全年无行政应诉案件。", "work", "应诉"),
    ("全年没有发生以本局为被申请人的行政复议案件。", "work", "复议"),
    ("未发生集体访。", "work", "集体访"),
    ("我局无行政诉讼案件。", "judgment", "诉讼"),
]
MENTIONED = [
    ("柳川县信访听证。", "back", "听证"),
    ("抄送：县信访听证办。", "back", "听证"),
]
CASES = [
    (sentence, role, word, status)
    for status, rows in zip(STATUSES, (DONE, RULES, PLANNED, PROBLEM, SUGGESTED, NIL, MENTIONED), strict=True)
    for sentence, role, word in rows
]


@pytest.mark.parametrize(("sentence", "role", "word", "status"), CASES)
def test_the_clause_that_holds_a_word_has_its_status(sentence: str, role: Role, word: str, status: str) -> None:
    assert _status(sentence, role, word) == status


NOT_DONE = (
    "不再举行听证。", "因疫情取消听证会2场。", "原定听证会推迟。", "拒绝听证。", "举行听证会0场。", "听证会：无。", "正在筹备听证会。",
    "听证率有所下降。", "应当举行听证的必须举行听证。", "符合条件的可以举行听证。", "如需听证，提前告知。", "要持续开展听证。",
    "必须坚持听证。", "各级要落实听证制度。", "听证会未能按期召开。", "暂未开展听证。", "没有举行过听证。", "听证会将于明年召开。",
    "争取早日举行听证。", "有望明年举行听证。", "听证力量薄弱。", "防止听证流于形式。", "正在起草听证办法。",
)  # fmt: skip


@pytest.mark.parametrize("sentence", NOT_DONE)
def test_what_did_not_happen_is_never_done(sentence: str) -> None:
    assert _status(sentence, "work", "听证") != "done"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("听证室已建成。", "problem"), ("解决了听证不规范的问题。", "work"), ("整改听证流于形式的问题。", "work"),
        ("听证室已建成。新增调解室。", "work"),
    ],
)  # fmt: skip
def test_what_happened_is_done_whatever_it_speaks_of(sentence: str, role: Role) -> None:
    assert _status(sentence, role, "听证") == "done"


def test_enough_sentences_are_tried() -> None:
    assert len(CASES) >= 60
    assert {role for _, role, _, _ in CASES} >= {
        "work",
        "problem",
        "plan",
        "suggestion",
        "duty",
        "judgment",
        "other",
        "back",
    }


@pytest.mark.parametrize(
    ("future", "object_marker"),
    [
        ("我局将开展听证。", "将听证笔录归档。"), ("我们将推进普法。", "将普法任务分解到人。"), ("县局将定期公开台账。", "将台账公开上墙。"),
        ("将继续做好接访。", "将接访记录录入系统。"),
    ],
)  # fmt: skip
def test_jiang_as_future_is_told_from_jiang_as_object_marker(future: str, object_marker: str) -> None:
    word = next(word for word in ("听证", "普法", "台账", "接访") if word in future)
    assert _status(future, "work", word) == "planned"
    assert _status(object_marker, "work", word) == "done"


def test_a_plan_reaches_over_the_clauses_after_it_up_to_a_turn() -> None:
    sentence = "下一步，我局将选派律师，举行听证，公开结果，但是人手不足。"
    assert [_status(sentence, "work", word) for word in ("律师", "听证", "公开", "人手")] == [
        "planned",
        "planned",
        "planned",
        "problem",
    ]


def test_a_concession_is_a_deed_and_its_turn_a_problem_in_every_role() -> None:
    for role in ("work", "problem", "duty"):
        assert _status("虽举办了培训班，但参训面不广。", role, "培训班") == "done"
        assert _status("虽举办了培训班，但参训面不广。", role, "参训面") == "problem"


def test_a_colon_after_a_name_does_not_decide() -> None:
    assert _status("举措：印发听证规程。", "work", "听证") == "rules"


def test_framing_clauses_lean_on_what_follows() -> None:
    assert _status("根据听证规程要求，印发通知。", "work", "听证") == "rules"
    assert _status("在县委领导下，我局将开展听证。", "work", "县委") == "planned"


@pytest.mark.parametrize(
    "text", ["无", "无。", "暂无。", "本年度无此类情况。", "无其他需要报告的事项。", "没有。", "（一）无。", "未涉及。"]
)
def test_an_answer_of_none_is_nil(text: str) -> None:
    assert is_nil(text)


@pytest.mark.parametrize(
    "text",
    [
        "无一发生事故，形势平稳。",
        "无理上访依法处置。",
        "没有形成合力。",
        "未发生的隐患也排查。",
        "有。",
        "无人机巡查。",
    ],
)
def test_other_sentences_are_not_nil(text: str) -> None:
    assert not is_nil(text)


@REPEATABLE
@given(canonical, st.sampled_from(ROLES), st.booleans())
def test_clauses_always_tile_their_span(text: str, role: Role, nil: bool) -> None:
    clauses = clauses_of(text, 0, len(text), role, heading=False, nil=nil)
    assert clauses[0].start == 0 and clauses[-1].end == len(text)
    assert all(one.end == other.start for one, other in zip(clauses, clauses[1:], strict=False))


@REPEATABLE
@given(canonical, st.sampled_from(ROLES))
def test_the_same_words_always_claim_the_same_wherever_they_stand(text: str, role: Role) -> None:
    def _plain(start: int, whole: str) -> list[tuple[int, int, str]]:
        clauses = clauses_of(whole, start, start + len(text), role, heading=False, nil=False)
        return [(clause.start - start, clause.end - start, clause.status) for clause in clauses]

    assert _plain(0, text) == _plain(3, f"前言。{text}后记。")
