"""Who reports on which year: titles, issuers, numbers and dates as offices write them, all invented."""

import pytest

from corpus.agency import canonical, level_of, place_of
from corpus.parse import parse
from corpus.report import Report

BODY = "\n一、工作情况\n全年办结来信86件。\n二、存在的问题\n人手偏少。\n三、下步打算\n抓好培训。\n"


def _report(head: str, back: str = "", file: str = "报告.txt") -> Report:
    return parse(head + BODY + back, file, "id")


TITLES = [
    ("柳川县信访局2024年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("柳川县信访局关于2024年度法治政府建设情况的报告", "柳川县信访局", 2024),
    ("柳川县信访局关于2024年法治政府建设情况的报告", "柳川县信访局", 2024),
    ("柳川县信访局 2024 年法治政府建设年度报告", "柳川县信访局", 2024),
    ("柳川县信访局2024年工作总结", "柳川县信访局", 2024),
    ("柳川县信访局2024年法治建设情况报告", "柳川县信访局", 2024),
    ("中共柳川县信访局党组关于2024年度法治政府建设工作的报告", "柳川县信访局", 2024),
    ("中共柳川县信访办公室党组\n关于2024年法治政府建设情况的报告", "柳川县信访办公室", 2024),
    ("柳川县信访局\n2024年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("柳川县信访局\n关于2024年度法治政府建设\n工作情况的报告", "柳川县信访局", 2024),
    ("柳川县信访局关于\n2024年度法治政府建设情况的\n报告", "柳川县信访局", 2024),
    ("# 柳川县信访局\n\n## 关于2024年度法治政府建设情况的报告", "柳川县信访局", 2024),
    ("**柳川县信访局2024年度法治政府建设工作报告**", "柳川县信访局", 2024),
    ("2024年柳川县信访局法治政府建设工作报告", "柳川县信访局", 2024),
    ("2024年度柳川县信访局法治政府建设年度报告", "柳川县信访局", 2024),
    ("柳川县信访局2024年依法行政工作总结", "柳川县信访局", 2024),
    ("关于柳川县信访局2024年度法治政府建设情况的报告", "柳川县信访局", 2024),
    ("柳川县信访局文件\n柳信发〔2025〕3号\n2024年法治政府建设工作情况报告", "柳川县信访局", 2024),
    ("柳川县信访局二〇二四年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("柳川县信访局二○二四年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("柳川县信访局２０２４年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("关于报送柳川县信访局2024年度法治政府建设情况的报告", "柳川县信访局", 2024),
    ("【柳川县信访局】2024年度法治政府建设工作报告", "柳川县信访局", 2024),
    ("柳川县信访局贯彻落实《法治政府建设实施纲要（2021-2025年）》2024年度情况报告", "柳川县信访局", 2024),
    ("中共柳川县委信访局2024年度法治政府建设工作报告", "柳川县委信访局", 2024),
    ("柳川县人民政府信访局2024年度法治政府建设工作报告", "柳川县人民政府信访局", 2024),
    ("2024年柳川县法治政府建设工作报告", "柳川县", 2024),
    ("柳川县自然资源和规划局2024年度法治政府建设工作报告", "柳川县自然资源和规划局", 2024),
    ("柳川县发展和改革委员会2024年度法治政府建设工作报告", "柳川县发展和改革委员会", 2024),
    ("青屏市民政局2024年度法治政府建设工作报告", "青屏市民政局", 2024),
    ("青屏市生态环境局柳川分局2024年度法治政府建设工作报告", "青屏市生态环境局柳川分局", 2024),
    ("青屏市信访局2023年法治政府建设工作报告", "青屏市信访局", 2023),
    ("青屏市云坪区信访局2023年法治政府建设工作报告", "青屏市云坪区信访局", 2023),
    ("南岭省信访局关于2025年度法治政府建设情况的报告", "南岭省信访局", 2025),
    ("石桥镇人民政府2024年度法治政府建设工作报告", "石桥镇人民政府", 2024),
    ("柳川县石桥镇人民政府2024年度法治政府建设工作报告", "柳川县石桥镇人民政府", 2024),
    ("柳川县人民政府关于2024年度法治政府建设情况的报告", "柳川县人民政府", 2024),
    ("柳川县司法局2024年度法治政府建设工作报告", "柳川县司法局", 2024),
    ("柳川县市场监督管理局2024年法治政府建设工作报告", "柳川县市场监督管理局", 2024),
    ("赤松自治县信访局2024年法治政府建设工作报告", "赤松自治县信访局", 2024),
    ("白河旗信访局2024年法治政府建设工作报告", "白河旗信访局", 2024),
    ("云坪街道办事处2024年法治政府建设工作报告", "云坪街道办事处", 2024),
    (
        "信访局信息公开\n来源：柳川县信访局\n发布时间：2025-01-20\n柳川县信访局2024年度法治政府建设工作报告",
        "柳川县信访局",
        2024,
    ),
    ("首页 > 政务公开 > 法治建设\n柳川县信访局2024年度法治政府建设工作报告", "柳川县信访局", 2024),
]


@pytest.mark.parametrize(("head", "agency", "year"), TITLES)
def test_agency_and_covered_year_are_read_from_the_title(head: str, agency: str, year: int) -> None:
    report = _report(head)
    assert (report.agency, report.year) == (agency, year)


@pytest.mark.parametrize("head", [row[0] for row in TITLES])
def test_every_title_is_found_and_ends_like_one(head: str) -> None:
    title = _report(head).title
    assert title is not None
    assert title.endswith(("报告", "总结"))
    assert "法治" in title or "工作" in title or "依法" in title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "柳川县信访局\n关于2024年度法治政府建设\n工作情况的报告",
            "柳川县信访局关于2024年度法治政府建设工作情况的报告",
        ),
        (
            "柳信发〔2025〕3号\n签发人：某某\n柳川县信访局\n2024年度法治政府建设工作报告",
            "柳川县信访局2024年度法治政府建设工作报告",
        ),
        ("柳川县信访局文件\n2024年法治政府建设工作情况报告", "2024年法治政府建设工作情况报告"),
    ],
)
def test_a_title_over_several_lines_is_joined_without_its_red_head(head: str, title: str) -> None:
    assert _report(head).title == title


def test_a_party_groups_name_is_kept_as_issuer_and_left_out_of_the_agency() -> None:
    report = _report("中共柳川县信访局党组关于2024年度法治政府建设工作的报告")
    assert (report.issuer, report.agency) == ("中共柳川县信访局党组", "柳川县信访局")


def test_a_report_without_any_title_is_read_from_its_first_sentence_and_signature() -> None:
    report = _report("2024年，柳川县信访局依法履职，现将2024年工作情况报告如下：", "柳川县信访局\n2025年1月8日")
    assert report.title is None
    assert (report.agency, report.year, report.issue_date) == ("柳川县信访局", 2024, "2025-01-08")


def test_the_publisher_of_a_web_page_is_not_the_reporting_body() -> None:
    report = _report("来源：柳川县人民政府办公室\n柳川县信访局2024年度法治政府建设工作报告")
    assert report.agency == "柳川县信访局"


def test_the_addressee_is_not_the_reporting_body() -> None:
    report = _report(
        "柳川县信访局\n关于2024年度法治政府建设情况的报告\n县委全面依法治县委员会办公室：\n现将情况报告如下。"
    )
    assert report.agency == "柳川县信访局"


def test_four_years_are_kept_apart() -> None:
    text = (
        "柳信发〔2025〕3号\n柳川县信访局2023年度法治政府建设工作报告\n现将2023年工作报告如下。\n一、2023年工作情况\n"
        "延续2022年的做法。\n二、2026年工作计划\n抓好培训。\n柳川县信访局\n2024年2月1日"
    )
    report = parse(text, "2021年报告.txt", "id")
    assert (report.year, report.document_number, report.issue_date) == (2023, "柳信发〔2025〕3号", "2024-02-01")
    assert [section.role for section in report.sections] == ["front", "work", "plan", "back"]


def test_a_report_issued_in_2024_without_a_year_in_its_title_covers_2023() -> None:
    assert _report("柳川县信访局法治政府建设工作报告", "柳川县信访局\n2024年1月8日").year == 2023


def test_a_document_number_gives_no_covered_year() -> None:
    report = _report("柳信发〔2025〕3号\n柳川县信访局法治政府建设工作报告\n现将2024年度工作情况报告如下。")
    assert report.year == 2024


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("柳信发〔2025〕3号", "柳信发〔2025〕3号"), ("柳信字【2025】4 号", "柳信字【2025】4号"), ("柳信访〔2025〕 12 号", "柳信访〔2025〕12号"),
        ("柳信[2025]12号", "柳信[2025]12号"), ("文号：柳信发〔2025〕3号", "柳信发〔2025〕3号"), ("发文字号：柳信发〔2025〕3号", "柳信发〔2025〕3号"),
        ("柳信访党组〔2025〕2号 签发人：某某", "柳信访党组〔2025〕2号"), ("文号：", None), ("索引号：0025/2025-1", None), ("", None),
    ],
)  # fmt: skip
def test_a_document_number_is_read_where_it_stands_alone(line: str, number: str | None) -> None:
    assert _report(f"{line}\n柳川县信访局2024年度法治政府建设工作报告").document_number == number


def test_a_number_cited_in_the_text_is_not_the_reports_own() -> None:
    report = parse("柳川县信访局2024年度工作报告\n一、工作\n印发《规程》（柳信发〔2024〕9号）。", "a.txt", "id")
    assert report.document_number is None


@pytest.mark.parametrize(
    ("back", "date"),
    [
        ("柳川县信访局\n2025年1月8日", "2025-01-08"), ("2025 年 1 月 8 日", "2025-01-08"), ("柳川县信访局办公室  2025年2月18日印发", "2025-02-18"),
        ("二〇二五年一月八日", "2025-01-08"), ("二○二五年十二月三十一日", "2025-12-31"), ("抄送：县司法局。", None), ("（此页无正文）", None), ("", None),
    ],
)  # fmt: skip
def test_the_issue_date_is_read_from_the_closing_lines(back: str, date: str | None) -> None:
    assert _report("柳川县信访局2024年度法治政府建设工作报告", back).issue_date == date


@pytest.mark.parametrize(
    "line", ["发布时间：2025-01-20", "成文日期：2025年1月20日", "发布日期：2025/01/20", "2025-01-20"]
)
def test_the_issue_date_is_read_from_the_lines_of_a_web_page(line: str) -> None:
    assert _report(f"{line}\n柳川县信访局2024年度法治政府建设工作报告").issue_date == "2025-01-20"


def test_a_date_inside_a_sentence_is_no_issue_date() -> None:
    report = _report("柳川县信访局2024年度法治政府建设工作报告\n2024年5月16日，县里召开动员会。")
    assert report.issue_date is None


def test_a_notice_above_the_title_is_passed_over() -> None:
    report = _report("（示例：本报告为虚构，2019年某市信访局报告）\n柳川县信访局2024年度法治政府建设工作报告")
    assert (report.agency, report.year) == ("柳川县信访局", 2024)


def test_a_text_that_names_nobody_is_named_by_its_file() -> None:
    report = parse("一、工作\n办结来信86件。", "某份材料.txt", "id")
    assert (report.agency, report.issuer, report.year, report.title) == ("某份材料", None, None, None)


@pytest.mark.parametrize(
    ("agency", "level", "place"),
    [
        ("南岭省信访局", "province", "南岭省"), ("青屏市信访局", "city", "青屏市"), ("柳川县信访局", "county", "柳川县"), ("云坪区信访局", "county", "云坪区"),
        ("青屏市云坪区信访局", "county", "青屏市云坪区"), ("石桥镇人民政府", "town", "石桥镇"), ("云坪街道办事处", "town", "云坪街道"), ("赤松自治县信访局", "county", "赤松自治县"),
        ("赤松自治州信访局", "city", "赤松自治州"), ("白河旗信访局", "county", "白河旗"), ("重庆市信访办公室", "province", "重庆市"), ("国家信访局", "other", None),
        ("青屏经济开发区管理委员会", "other", "青屏经济开发区"), ("白河盟信访局", "city", "白河盟"), ("石桥乡人民政府", "town", "石桥乡"),
    ],
)  # fmt: skip
def test_level_and_place_follow_from_an_agencys_name(agency: str, level: str, place: str | None) -> None:
    assert (level_of(agency), place_of(agency)) == (level, place)


@pytest.mark.parametrize(
    ("issuer", "agency"),
    [
        ("中共柳川县信访局党组", "柳川县信访局"), ("中共 柳川县信访局 党组", "柳川县信访局"), ("柳川县信访局", "柳川县信访局"),
        ("中国共产党柳川县信访局党组", "柳川县信访局"), ("石桥镇人民政府", "石桥镇人民政府"), ("中共云坪街道党工委", "云坪街道"),
    ],
)  # fmt: skip
def test_the_party_frame_goes_from_a_name(issuer: str, agency: str) -> None:
    assert canonical(issuer) == agency
