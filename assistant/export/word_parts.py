"""Hold the parts of a Word file that are the same in every document: styles, fonts, page, lists, properties.

Sizes are Word's: half points for letters, twentieths of a point for lengths. A font that a machine lacks is replaced
by one of its other names, else by one of its family and character set.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TEXT_WIDTH = 9070
"""Of A4 between margins of 2.5 cm."""

SERIF, SANS = "SimSun", "SimHei"
BULLETS = 1
"""The number of the list with points; numbered lists have those after it."""

_FONTS = (
    (SERIF, "宋体,Songti SC,STSong,Noto Serif CJK SC,Source Han Serif SC", "86", "roman"),
    (SANS, "黑体,Heiti SC,Microsoft YaHei,PingFang SC,Noto Sans CJK SC,Source Han Sans SC", "86", "swiss"),
    ("Times New Roman", "Liberation Serif", "00", "roman"),
    ("Arial", "Liberation Sans", "00", "swiss"),
)
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="851" w:gutter="0"/>'
    "</w:sectPr>"
)
_KINDS = (
    ("settings", "settings", "rId1"),
    ("styles", "styles", "rId2"),
    ("numbering", "numbering", "rId3"),
    ("fontTable", "fontTable", "rId4"),
    ("footer1", "footer", "rId5"),
)
"""Name, kind and relation of each part beside the text."""

_STYLES = (
    ("Normal", "Normal", '<w:spacing w:after="120" w:line="336" w:lineRule="auto"/>', ""),
    ("Title", "Title", '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', "36"),
    ("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="160"/><w:outlineLvl w:val="0"/>', "30"),
    ("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="1"/>', "24"),
    ("ListParagraph", "List Paragraph", '<w:spacing w:after="80"/>', ""),
    ("Cell", "Table Cell", '<w:spacing w:before="40" w:after="40" w:line="264" w:lineRule="auto"/>', "19"),
    ("Scope", "Scope", '<w:spacing w:before="160"/>', "19"),
    (
        "Source",
        "Source",
        '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs><w:spacing w:before="160" w:after="40"/>'
        '<w:ind w:left="680" w:hanging="680"/>',
        "20",
    ),
    (
        "Quote",
        "Quote",
        '<w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="B9B2A3"/></w:pBdr><w:spacing w:after="80"/>'
        '<w:ind w:left="860"/>',
        "",
    ),
    ("Footer", "footer", '<w:jc w:val="center"/>', "18"),
)
"""Id, name, paragraph and size of each style; headings and the title are set in sans."""


def parts(body: str, title: str, ordered: int, language: str) -> dict[str, str]:
    """Return every part of the package by name, in the order in which it is written.

    :param body: the text's paragraphs and tables.
    :param title: the document's title, plain.
    :param ordered: how many numbered lists the text has.
    """
    spaces = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _roots(),
        "word/document.xml": f"{HEAD}<w:document {spaces}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(),
        "word/styles.xml": _styles(spaces),
        "word/numbering.xml": _numbering(spaces, ordered),
        "word/settings.xml": _settings(spaces),
        "word/fontTable.xml": _fonts(spaces),
        "word/footer1.xml": f'{HEAD}<w:ftr {spaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
        "docProps/core.xml": _properties(title, language),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE.replace("relationships", "extended-properties")}">'
        "<Application>Wenju</Application></Properties>",
    }


def _styles(spaces: str) -> str:
    styles = "".join(_style(*row) for row in _STYLES)
    line = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="A6A096"/>'
    borders = "".join(line.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f"{HEAD}<w:styles {spaces}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(SERIF, 'Times New Roman')}"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{styles}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="Mark">'
        '<w:name w:val="Source Mark"/><w:rPr><w:color w:val="B1372E"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
    )


def fonts(chinese: str, latin: str) -> str:
    """Return the fonts of a run or style; the hint sets curly quotation marks in the Chinese one."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _style(name: str, shown: str, paragraph: str, size: str) -> str:
    sans = name in ("Title", "Heading1", "Heading2")
    run = f"{fonts(SANS, 'Arial')}<w:b/><w:bCs/>" if sans else ""
    run += '<w:color w:val="5B6169"/>' if name in ("Scope", "Footer") else ""
    run += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    default = ' w:default="1"' if name == "Normal" else ""
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{shown}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _numbering(spaces: str, ordered: int) -> str:
    kinds = (("bullet", "•"), ("decimal", "%1."))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
        for number, (kind, text) in enumerate(kinds)
    )
    points = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    counted = "".join(
        f'<w:num w:numId="{BULLETS + number}"><w:abstractNumId w:val="1"/>{again}</w:num>'
        for number in range(1, ordered + 1)
    )
    return f"{HEAD}<w:numbering {spaces}>{lists}{points}{counted}</w:numbering>"


def _settings(spaces: str) -> str:
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'{HEAD}<w:settings {spaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{mode}</w:compat></w:settings>'
    )


def _fonts(spaces: str) -> str:
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, others, charset, family in _FONTS
    )
    return f"{HEAD}<w:fonts {spaces}>{rows}</w:fonts>"


def _types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    office = "application/vnd.openxmlformats"
    rows = [("/word/document.xml", f"{word}.document.main+xml")]
    rows += [(f"/word/{name}.xml", f"{word}.{kind}+xml") for name, kind, _ in _KINDS]
    rows += [("/docProps/core.xml", f"{office}-package.core-properties+xml")]
    rows += [("/docProps/app.xml", f"{office}-officedocument.extended-properties+xml")]
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{office}-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{parts}</Types>'
    )


def _relations() -> str:
    rows = "".join(
        f'<Relationship Id="{relation}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>' for name, kind, relation in _KINDS
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _roots() -> str:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    rows = (
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )
    made = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{part}"/>' for name, kind, part in rows)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _properties(title: str, language: str) -> str:
    """Return the properties: no person, no time."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )
