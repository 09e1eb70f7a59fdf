"""Which agencies a question names, by any of their names; which names are not held; which words are no names."""

import pytest

from assistant.agency_names import aliases
from assistant.places import find_places
from corpus.report import Report

Reports = tuple[Report, ...]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("柳川县信访局举行听证了吗", ("柳川县信访局",)), ("柳川县举行听证了吗", ("柳川县信访局",)), ("柳川举行听证了吗", ("柳川县信访局",)),
        ("柳川信访局呢", ("柳川县信访局",)), ("柳川局做了什么", ("柳川县信访局",)), ("云坪区信访办公室的报告", ("云坪区信访办公室",)),
        ("云坪区信访办的报告", ("云坪区信访办公室",)), ("云坪区信访局的报告", ("云坪区信访办公室",)), ("云坪办", ("云坪区信访办公室",)),
        ("青屏和柳川比一比", ("青屏市信访局", "柳川县信访局")), ("南岭省局的听证", ("南岭省信访局",)), ("Liuchuan hearings", ("柳川县信访局",)),
        ("How many hearings did Qingping hold?", ("青屏市信访局",)), ("柳船县听证", ("柳川县信访局",)), ("刘川县有听证吗", ("柳川县信访局",)),
    ],
)  # fmt: skip
def test_an_agency_is_known_by_any_of_its_names(text: str, agencies: tuple[str, ...], county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert set(found.agencies) == set(agencies)
    assert found.absent == ()


def test_the_names_are_taken_out_of_the_question(county_reports: Reports) -> None:
    rest = find_places("柳川县信访局和青屏市的听证次数", county_reports).rest
    assert "柳川" not in rest and "青屏" not in rest and "听证次数" in rest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("成都市信访局听证多少次", "成都市信访局"), ("芷水县信访局听证多少次", "芷水县信访局"), ("请问芷水县有听证吗", "芷水县"), ("和芷水县比呢", "芷水县"),
        ("四川的听证", "四川"), ("湖北省信访局的报告", "湖北省信访局"), ("墨竹镇人民政府的报告", "墨竹镇人民政府"), ("那芷水县呢？", "芷水县"),
        ("那芷水县信访局呢？", "芷水县信访局"), ("那么芷水县信访办公室呢", "芷水县信访办公室"), ("Did Chengdu hold hearings in 2024?", "Chengdu"),
        ("How many hearings were held in Zhishui County?", "Zhishui"), ("hearings of the Mianyang City Petition Bureau", "Mianyang"),
    ],
)  # fmt: skip
def test_a_place_that_no_report_is_from_is_named_as_absent(text: str, name: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert found.agencies == ()
    assert found.absent == (name,)


@pytest.mark.parametrize(
    "text", ["云坪区信访办公室呢？", "云坪区信访办呢？", "那云坪区信访办公室呢？", "云坪区信访局呢？", "云坪呢？"]
)
def test_the_whole_name_is_taken_out_of_a_question(text: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert found.agencies == ("云坪区信访办公室",)
    assert found.rest.strip(" 那呢？") == ""


def test_an_office_is_known_by_a_name_that_leaves_out_characters(county_reports: Reports) -> None:
    from corpus.parse import parse

    market = parse("柳川县市场监督管理局2024年度法治政府建设工作报告\n一、工作情况\n办结来信。", "m.txt", "m")
    assert find_places("柳川县市场监管局的听证", (*county_reports, market)).agencies == ("柳川县市场监督管理局",)


def test_held_and_absent_places_are_told_apart_in_one_question(county_reports: Reports) -> None:
    found = find_places("柳川县和芷水县的听证", county_reports)
    assert (found.agencies, found.absent) == (("柳川县信访局",), ("芷水县",))


@pytest.mark.parametrize(
    "text",
    [
        "哪些县开过听证", "各县的普法情况", "本县的做法", "社区矫正写了吗", "全市信访系统", "哪个区有律师值班", "县级机关怎么写", "信访局的职责", "枫桥经验怎么落地",
        "宪法日宣传", "城乡社区治理", "老旧小区改造", "示范县创建", "乡镇干部培训", "跨地区事项", "市县两级", "开发区的欠薪问题", "辖区排查", "国家信访局的要求",
        "中国特色", "其他县呢", "15个乡镇", "下级单位", "有没有县写到听证",
        "经济开发区企业", "高新区的纠纷", "那几个县呢", "那个区的听证", "那其他县呢", "Which bureaus held hearings in 2024?", "Fengqiao experience in rural areas",
        "Did Women Federation take part?", "Has China Regulations", "List hearings in January",
    ],
)  # fmt: skip
def test_words_for_places_in_general_are_no_names(text: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert (found.agencies, found.absent) == ((), ())


def test_aliases_come_longest_first_and_never_shorter_than_two_characters() -> None:
    for agency in ("柳川县信访局", "云坪区信访办公室", "石桥镇人民政府", "赤松自治县信访局"):
        names = aliases(agency)
        assert names[0] == agency
        assert [len(name) for name in names] == sorted(map(len, names), reverse=True)
        assert all(len(name) >= 2 for name in names)


def test_an_ambiguous_name_means_every_agency_it_may_mean(samples: Reports, county_reports: Reports) -> None:
    from corpus.parse import parse

    twin = parse("柳川市信访局2024年度法治政府建设工作报告\n一、工作情况\n办结来信。", "b.txt", "b")
    assert set(find_places("柳川的听证", (*county_reports, twin)).agencies) == {"柳川县信访局", "柳川市信访局"}
    assert find_places("柳川市的听证", (*county_reports, twin)).agencies == ("柳川市信访局",)
