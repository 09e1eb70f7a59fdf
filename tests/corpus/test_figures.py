"""The figures of a sentence: value, unit, approximate or not, what they count; dates, numbers and slogans are none."""

import pytest
from hypothesis import given

from corpus.figures import UNITS, figures_in
from tests.corpus.pieces import REPEATABLE, canonical


def _found(sentence: str) -> list[tuple[float | None, str, bool]]:
    return [(figure.value, figure.unit, figure.approximate) for figure in figures_in(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("举行听证会23场。", [(23, "场", False)]),
        ("受理来信86件、来访120批、352人次。", [(86, "件", False), (120, "批", False), (352, "人次", False)]),
        ("开展风险评估61件次。", [(61, "件次", False)]),
        ("宣讲52场次，听众约1.3万人。", [(52, "场次", False), (13000, "人", True)]),
        ("发放手册5万余份。", [(50000, "份", True)]),
        ("发放手册 5 万 余 份。", [(50000, "份", True)]),
        ("发放资料6400多份。", [(6400, "份", True)]),
        ("近1500人次参加。", [(1500, "人次", True)]),
        ("排查2870余起。", [(2870, "起", True)]),
        ("超过300户受益。", [(300, "户", True)]),
        ("回访300人以上。", [(300, "人", True)]),
        ("走访80户左右。", [(80, "户", True)]),
        ("不少于40课时。", [(40, "课时", True)]),
        ("共办结86件。", [(86, "件", False)]),
        ("累计化解68件。", [(68, "件", False)]),
        ("化解率90.7%。", [(90.7, "%", False)]),
        ("办结率达100％。", [(100, "%", False)]),
        ("办结率为百分之九十五。", [(95, "%", False)]),
        ("满意率保持在98 %以上。", [(98, "%", True)]),
        ("发放救助金146.5万元。", [(1465000, "元", False)]),
        ("涉及资金1.2亿元。", [(1.2e8, "元", False)]),
        ("培训2 期，参训260 人次。", [(2, "期", False), (260, "人次", False)]),
        ("学习12次、1,058人次。", [(12, "次", False), (1058, "人次", False)]),
        ("全年听取汇报四次。", [(4, "次", False)]),
        ("举办培训班两期。", [(2, "期", False)]),
        ("化解积案十二件。", [(12, "件", False)]),
        ("发放手册三千余份。", [(3000, "份", True)]),
        ("聘请法律顾问2名。", [(2, "名", False)]),
        ("设立第七个宣传点。", [(7, "个", False)]),
        ("下降11.3%，提高2个百分点。", [(11.3, "%", False), (2, "个百分点", False)]),
        ("制定规定22 条。", [(22, "条", False)]),
        ("满意率不低于95%。", [(95, "%", True)]),
        ("办结率30%至40%。", [(None, "%", True)]),
        ("每季一至二次", [(None, "次", True)]),
        ("回访三万五千人次。", [(35000, "人次", False)]),
        ("开过两三次会。", [(None, "次", True)]),
        ("来了几十人、上百人次。", [(None, "人", True), (None, "人次", True)]),
        ("十几人、二十多场", [(10, "人", True), (20, "场", True)]),
        ("由3件到5件，从10至15人。", [(3, "件", False), (5, "件", False), (15, "人", False)]),
        ("最近5次，不得少于4次。", [(5, "次", False), (4, "次", True)]),
        ("接待一批、三人次。", [(1, "批", False), (3, "人次", False)]),
        ("发生一起，建成四处，扩大到3个。", [(1, "起", False), (4, "处", False), (3, "个", False)]),
        ("用时30分钟，发放5000+份。", [(30, "分钟", False), (5000, "份", True)]),
    ],
)  # fmt: skip
def test_figures_have_value_unit_and_approximation(sentence: str, expected: list) -> None:
    assert _found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年5月16日召开动员会。", "2024年以来，形势平稳。", "柳信发〔2025〕3号。", "12月4日是宪法日。", "“12·4”宪法宣传日。", "上午9时30分开会。",
        "一是抓学习，二是抓落实。", "坚持“三到位一处理”。", "落实“五个法治化”和“四个到位”。", "严守中央八项规定。", "“信、访、网、电”四位一体。",
        "一体推进。", "进一步压实责任。", "每一项诉求都有人办。", "第一责任人职责。", "两个维护。", "党的二十届三中全会。", "第一时间上报。", "三级书记抓信访。",
        "一案一策、一人一档。", "行使三项建议权。", "“八五”普法规划。", "十分重视来信来访。", "一些群众不理解。", "统一部署。", "百姓满意。", "千方百计化解。",
        "万无一失。", "一方面抓培训。", "12345热线。", "1对1帮扶。", "占3分之1。", "居前3名。", "1—6月。",
        "做好以下四个方面的工作。", "抓好4个方面。", "办一条划一条。", "卷宗一份份翻出来。", "一天不了结就一天不撒手。", "大家坐到一起。", "每到一处先看台账。",
        "头一个念头。", "这一类问题。", "一部分群众。", "通报一批典型。", "坐上三轮车。", "不用四处打听。", "一个也不许漏。", "打造枫桥经验2.0版。", "4级联动。", "1站式服务。", "印发《督办十条措施》。",
    ],
)  # fmt: skip
def test_dates_numbers_of_documents_and_slogans_are_no_figures(sentence: str) -> None:
    assert _found(sentence) == []


def test_a_figure_is_shown_without_white_space_and_points_at_its_characters() -> None:
    sentence = "全年办结来信 86 件，其中 3 件延期。"
    figures = figures_in(sentence, 0, len(sentence))
    assert [figure.text for figure in figures] == ["86件", "3件"]
    assert [sentence[figure.start : figure.end] for figure in figures] == ["86 件", "3 件"]


def test_an_approximating_word_belongs_to_the_figure() -> None:
    (figure,) = figures_in("听众约1.3万人。", 0, 8)
    assert figure.text == "约1.3万人"


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("回访300人以上。", "300人以上"), ("办理10日，不少于40课时。", "不少于40课时"), ("超过300户受益。", "超过300户"), ("每月不超过3次。", "不超过3次"),
        ("满意率不低于95%。", "不低于95%"), ("每年至少3次。", "至少3次"), ("每次3至5人。", "3至5人"), ("每次3—5人。", "3—5人"),
    ],
)  # fmt: skip
def test_a_bound_or_a_range_is_shown_as_one(sentence: str, text: str) -> None:
    assert [figure.text for figure in figures_in(sentence, 0, len(sentence)) if figure.unit != "日"] == [text]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("聘请了2名经验丰富、熟悉基层、善于沟通的专职律师，每周坐班。", "聘请了专职律师"),
        ("编印办案指引等资料共8本3000多册，发到各乡镇。", "编印办案指引等资料"),
        ("办理复查12件、复核3件，均按期办结。", "办理复查"),
    ],
)
def test_a_figure_counts_what_stands_behind_its_attributes(sentence: str, counts: str) -> None:
    assert figures_in(sentence, 0, len(sentence))[0].counts == counts


def test_a_figure_says_what_it_counts() -> None:
    sentence = "同年，举行信访听证会23场，涉及多个领域。"
    (figure,) = figures_in(sentence, 0, len(sentence))
    assert figure.counts == "举行信访听证会"


def test_the_longest_measure_word_wins() -> None:
    assert [unit for _, unit, _ in _found("61件次、9场次、30批次、200人次、8户次。")] == [
        "件次",
        "场次",
        "批次",
        "人次",
        "户次",
    ]


def test_a_figure_outside_the_span_is_not_found() -> None:
    text = "办结3件。化解5件。"
    assert [figure.value for figure in figures_in(text, 5, len(text))] == [5]


@REPEATABLE
@given(canonical)
def test_figures_stand_in_order_without_overlap_and_begin_and_end_where_they_say(text: str) -> None:
    end = 0
    for figure in figures_in(text, 0, len(text)):
        assert end <= figure.start < figure.end <= len(text)
        assert "".join(text[figure.start : figure.end].split()) == figure.text
        assert figure.unit == "%" or figure.unit in UNITS
        end = figure.end


@pytest.mark.parametrize("number", ["7", "86", "1058", "3.5"])
@pytest.mark.parametrize("unit", ["次", "件次", "人次", "场次", "名", "份", "册", "期", "户", "起"])
def test_every_number_with_a_measure_word_is_found(number: str, unit: str) -> None:
    assert _found(f"全年完成了{number}{unit}。") == [(float(number), unit, False)]
