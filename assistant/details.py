"""What a question asks of its subject beyond the subject itself: a date, a cost, a cause, a name, a number to call.

A report that speaks of the subject and not of that has not answered; each row says how the asked thing is recognised in
a question and what a statement must hold to state it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """One kind of detail: how it is asked for, how it is stated, and what it is called in Chinese and English."""

    asked: re.Pattern[str]
    stated: re.Pattern[str]
    chinese: str
    english: str


DETAILS: tuple[Detail, ...] = (
    Detail(
        re.compile(r"(?:哪|什么|啥|哪一)(?:家|个|所)?(?:律师事务所|律所|公司|企业|单位中标|厂|银行)|叫(?:什么|啥)(?:公司|企业|厂|律所)|全称|(?:公司|企业|律所|事务所)(?:的)?(?:名字|名称|叫)|which (?:law firm|company)", re.IGNORECASE),
        re.compile(r"(?:[^\W\d_一两三几家的县市省区内外当地本签聘请约由与和该这那各某每]{2,8})(?:律师事务所|公司|集团|厂|银行)"),
        "单位名称",
        "name of the firm",
    ),
    Detail(
        re.compile(r"(?:文件|项目|工程|案子|事项|规定|办法|制度|单位|部门|机构|乡镇|企业)(?:的)?(?:名|名字|名称|名单)|"
                   r"名(?:字|称|单)[^，。？]{0,4}(?:列|给|是|叫|有)|分别(?:是|叫|为|指)?(?:谁|什么|啥|哪)|(?:都|分别)?(?:去|到|是|给|派到)了?哪(?:几|些)个?(?:市|县|乡|镇|单位|部门|项目|村)", re.IGNORECASE),
        re.compile(r"《[^》]{2,40}》|“[^”]{2,20}”|[\u4e00-\u9fff]{2,6}(?:市|县|镇|乡|村|局|项目|工程|街道|院|所)(?:、|和|及|与)[\u4e00-\u9fff]{2,12}"),
        "名称",
        "names",
    ),
    Detail(
        re.compile(r"几月几[号日]|几月份?|哪一?[天日](?!都)|(?:什么|啥)时候|何时|具体(?:日期|时间)|\bwhen\b|what date|which (?:day|month)", re.IGNORECASE),
        re.compile(r"\d{1,2}\s?月|[一二三四五六七八九十]月|[季年]度|[上下]半年|年[初底末]|每[周月季年]|日前|\d{4}\s?年"),
        "日期",
        "date",
    ),
    Detail(
        re.compile(r"多少钱|花了?多少(?!时间|天)|费用|经费(?:是|有)?多少|(?:成本|报酬|工资|价钱|薪酬)(?:是|有)?多少|how much (?:money|did .{0,40} cost)|\bcosts?\b", re.IGNORECASE),
        re.compile(r"元|资金|经费|钱|费"),
        "金额",
        "amount of money",
    ),
    Detail(
        re.compile(r"(?:什么|啥|哪些)原因|为什么|为何|为啥|怎么会|原因(?:是|在)|\bwhy\b|reason", re.IGNORECASE),
        re.compile(r"因|由于|原因|缘于|导致|源于|致使|受.{1,10}(?:影响|限制|制约|所限)|不够|不足|不强|缺"),
        "原因",
        "reason",
    ),
    Detail(
        re.compile(r"叫(?:什么|啥)名|姓(?:什么|啥|甚|名)|(?:名字|姓名)(?:是|叫)|哪一?位(?:律师|专家|领导)|(?:律师|顾问|局长|主任)是谁|\bname of\b|who is the", re.IGNORECASE),
        re.compile(r"(?:名叫|姓名|同志(?:任|担任)|[\u4e00-\u9fff]律师事务所)"),
        "姓名",
        "name",
    ),
    Detail(
        re.compile(r"在(?:哪里|哪儿|什么地方|哪个地方)(?:举行|召开|开|办|举办|设)|地点(?:是|在|设)|(?:哪个|什么)(?:会议室|会场)|\bwhere (?:was|were|did)\b", re.IGNORECASE),
        re.compile(r"(?:在|到|设在|走进|进)[^，。；]{1,16}(?:场|厅|堂|祠|亭|屋|院坝|中心|室|镇|乡|村|社区|街|码头|校|区|院|馆|楼|局|站|点|集|县|市)"),
        "地点",
        "place",
    ),
    Detail(
        re.compile(r"多大年纪|年龄(?:多大|是)|男女(?:各|比)|学历|哪家(?:律师事务所|律所)|编号(?:是|多少)|车牌", re.IGNORECASE),
        re.compile(r"岁|男|女|学历|本科|律师事务所|编号"),
        "情况",
        "particular",
    ),
    Detail(
        re.compile(r"(?:电话|手机|联系)(?:号码|方式)|(?:电话|手机)(?:是|为)?多少|号码是|地址(?:是|在)|邮箱|phone number|address", re.IGNORECASE),
        re.compile(r"\d{3,4}-?\d{5,8}|\d{5,11}|地址"),
        "联系方式",
        "contact details",
    ),
)  # fmt: skip

PERSONS = Detail(
    re.compile(
        r"是谁|(?:由|被|让|请|找|给|跟|和|向)了?谁",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:局|市|县|区|镇|乡|处|科|省|部|院|校|村|队|厅)长|书记|主任|主席|分管|负责|领导|律师|代表|委员|教师|专家|法官|检察官|干部|专干|人员|队员|专员|志愿者"
        r"|居民|群众|长辈|能人|[\u4e00-\u9fff]{2}(?:局|镇|乡|街道|法院|检察院|公司|中心|协会|委员会)"
    ),
    "对象",
    "person or office",
)
"""Whom or which office something was done by or to, as it is asked of what one agency was just said to have done."""


def detail_asked(message: str) -> Detail | None:
    """Return the first detail that a message asks for.

    >>> detail_asked("那场听证会是几月几号开的").chinese, detail_asked("哪些机关开过听证会")
    ('日期', None)
    """
    return next((detail for detail in DETAILS if detail.asked.search(message)), None)
