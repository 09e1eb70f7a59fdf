"""Questions that annual reports do not answer, as a table: what they want instead of evidence."""

from __future__ import annotations

from corpus.rule import Rule

OUT_OF_SCOPE: tuple[Rule[str], ...] = (
    Rule(
        "ranking",
        r"排(?:个|一?下)?名|排行|名次|分(?:个|出)?高下|孰优|优劣|谁(?:更|比较)(?:好|强|优秀|认真|负责|先进)|哪(?:家|个)[^，。？]{0,8}更(?:好|强|优秀|认真|负责|先进|差)|"
        r"(?:你|您)(?:觉得|认为|怎么看|评价)|\bbetter\b|\bworse\b|do you think|哪(?:家|个|些)[^，。？]{0,10}(?:做得|干得|工作|表现)?最(?:好|差|强|弱|优秀|先进|落后)|"
        r"谁(?:做得|干得)?最(?:好|差)|评(?:个|出)优|给[^，。？]{0,8}(?:局|单位|机关|各家|两家|几家|它们|他们)[^，。？]{0,4}打个?分|\brank(?:ing)?\b|\bbest\b|\bworst\b",
        "哪家信访局工作做得最好，排个名",
        "法律咨询最多的是哪家",
    ),
    Rule(
        "advice",
        r"我(?:家|爸|妈|爹|娘|老公|老婆|父母|的(?!报告))[^，。？]{0,20}(?:上访|信访|投诉|举报|起诉|拆迁|补偿|房子|工资|赔偿|案子|维权|土地|低保|补助)"
        r"|我(?:想|要|该|能|可以|自己|打算)(?:去|来|再|继续|怎么|不能|不该|跟他们)*(?:上访|信访|投诉|举报|起诉|告|维权|申请)|(?:怎么|"
        r"如何)(?:去)?(?:上访|告状|打官司|写信访信)|帮我(?:上访|投诉|起诉)|我(?:们家|家)?[^，。？]{0,6}(?:交|提|寄|递)[^，。？]{0,6}(?:信访件|信访事项|材料|诉求)|(?:帮我|替我|给我)写(?:一)?(?:份|篇)|my (?:case|house|petition|land|wages)"
        r"|我(?:被|让|遭|给)[^，。？]{1,16}(?:了|怎么办|该|能)|我[^，。？]{0,16}(?:怎么办|咋办|找谁|找哪个|找什么部门|能不能告|告得赢|赢面|胜算)|(?:老板|公司|房东|包工头|开发商|物业)(?:欠|拖欠|不给|不退)我"
        r"|(?:拟|起草|写|代写)(?:一|个)?(?:份|封|篇)?(?:举报信|上访信|信访信|起诉状|诉状|申诉状|投诉信)",
        "我家房子被拆了该怎么上访",
        "我局的法律顾问有几名",
    ),
    Rule(
        "law text",
        r"《[^》]{2,30}(?:条例|法|办法|规定|规则|纲要)》(?:的)?第[一二三四五六七八九十百\d]+条[^，。？]{0,8}(?:原文|条文|内容|全文|是什么|怎么说|规定|写|贴|讲)"
        r"|(?:条文|法条)(?:的)?(?:原文|全文|内容)|《[^》]{2,30}(?:条例|法)》(?:全文)?(?:一?共|总共)?(?:有)?(?:多少|几)(?:条|章|款)"
        r"|《[^》]{2,30}(?:条例|法)》(?:是)?(?:从)?(?:哪一?年|什么时候|何时|几几年)[^，。？]{0,6}(?:施行|实施|生效|颁布|通过|公布|修订|修改)",
        "《信访工作条例》第二十条原文是什么",
        "哪些机关宣传了《信访工作条例》",
    ),
    Rule(
        "advice",
        r"我(?:家|们家|爸|妈|老婆|老公|孩子|村|厂|公司)?[^。？]{0,40}(?:该(?:告|找|去|怎么|向)|能(?:不能)?(?:告|起诉|上诉|申请|索赔|要回)|怎么(?:告|申诉|维权|讨)|找哪个(?:部门|单位)|下一步(?:该|怎么))"
        r"|can i (?:sue|appeal|complain|petition|claim)|should i |(?:欠|拖欠|克扣)我",
        "我家的地被占了，下一步该告谁",
        "我局下一步打算做什么",
    ),
    Rule(
        "forecast",
        r"预测|预计会|推测一?下|猜(?:一?猜|测)|照(?:现在|这个|这)[^，。？]{0,6}(?:势头|趋势|速度)|(?:20\d\d年|明年|后年|将来)[^，。？]{0,12}会(?:不会|是|达到|掉到|升到|降到|涨到)"
        r"|forecast|predict|will it be in 20\d\d",
        "照这势头明年会降到几成",
        "计划明年降到两成",
    ),
    Rule(
        "other",
        r"(?:个人所得税|个税|增值税|社保|公积金|利息|贷款)[^。？]{0,8}(?:扣|交|缴|算|怎么)|(?:你|您)(?:觉得|认为|怎么看)|(?:你|您)的(?:看法|意见|观点)|还有没有(?:存在的)?必要"
        r"|打油诗|顺口溜|写(?:一|个)?首|(?:夸|骂|损)(?:一?下|夸|几句)|法定(?:期限|时限)|法律(?:上)?规定(?:的)?(?:是)?(?:多少|几|多久)|(?:会|要)(?:不会|不要)?(?:下雨|下雪|降温|带伞)",
        "行政复议的法定期限是多少天",
        "各地法定途径怎么用",
    ),
    Rule(
        "other",
        r"^(?:谢谢|多谢|你好|您好|再见|拜拜)[^\u4e00-\u9fff]*(?:您|你|啊|呀|了)?[^\u4e00-\u9fff]*$|天气|气温多少|下雨|(?:高铁|火车|飞机|机)票(?:多少|怎么)|订(?:个|张|一)?[^，。？]{0,4}(?:票|酒店|餐)|[点订]外卖|热搜|世界杯|几点了|星期几|星座|算命|减肥|油价|"
        r"(?:写|拟|起草|编|来)(?:一|个)?(?:份|篇|首|段|个)?[^，。？]{0,12}(?:讲话稿|发言稿|演讲稿|心得(?:体会)?|检讨书?|作文|歌词|对联|诗|段子|故事|论文|简历|新闻稿)|"
        r"(?<![\d.])[\d.]{1,12}\s{0,2}[×xX*÷/+]\s{0,2}\d|股票|股市|彩票|笑话|菜谱|做饭|写(?:一)?首诗|写代码|编程|你是谁|你叫什么|电影|明星|足球|翻译成|汇率|房价|weather|stock price|joke",
        "今天北京天气怎么样",
        "哪些机关用微信宣传",
    ),
    Rule(
        "advice",
        r"\b(?:where|how|who|whom) (?:should|can|could|do|must|shall) (?:i|we) (?:go |"
        r"best )?(?:to )?(?:complain|sue|petition|appeal|report|file|lodge|write|turn|apply)|"
        r"\bmy (?:dad|mom|mum|father|mother|husband|wife|son|daughter|brother|parents|family|boss|"
        r"employer|landlord|house|home|land|wages|salary|case|pension)\b|should i (?:sue|petition|"
        r"complain|appeal)",
        "My wages are unpaid, where should I complain",
        "Which reports mention unpaid wages",
    ),
    Rule(
        "law text",
        r"\b(?:text|wording|content) of (?:article|section|clause) \d+|"
        r"\barticle \d+ of (?:the )?(?:\w+ ){0,4}(?:regulations?|law|code|constitution|act)|"
        r"full text of the (?:\w+ ){0,4}(?:regulations?|law|code)",
        "Paste the text of Article 31 of the Regulations on Petition Work",
        "Which reports mention the Regulations on Petition Work",
    ),
)
"""Questions this assistant does not answer, with what they want instead of evidence."""
