"""Characters → a small TrueType font of just those, cut from the machine's Noto Serif CJK SC.

Chromium prints the font as Debian ships it glyph by glyph, which makes a file three times as large, and takes common
characters for the radicals that look like them (⽉ for 月). From a font of exactly the characters asked for it does not.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable
from typing import Any

FAMILY = "Noto Serif CJK SC"
TOLERANCE = 2.0
"""Units of the em, of which there are 1000: how far a quadratic curve may lie from the cubic one it stands for."""


def small_font(characters: Iterable[str], *, bold: bool) -> bytes:
    """Return a TrueType font that has these characters and no others.

    :raises RuntimeError: when the machine lacks the font.
    """
    from fontTools import subset

    font = _installed(bold)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[1, 2])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted({ord(character) for character in characters}))
    cutter.subset(font)
    _to_quadratic(font)
    made = io.BytesIO()
    font.save(made, reorderTables=True)
    return made.getvalue()


def _installed(bold: bool) -> Any:  # noqa: ANN401 - fontTools is not among the checked packages
    """Open the installed font."""
    from fontTools.ttLib import TTCollection

    asked = ["fc-match", "--format", "%{file}", f"{FAMILY}:weight={'bold' if bold else 'regular'}"]
    try:
        path = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        fonts = TTCollection(path).fonts
    except Exception as error:  # fc-match missing, or a font that is no collection: the same advice
        raise RuntimeError(f"{FAMILY} is not installed: run make system, then build again") from error
    for font in fonts:
        if font["name"].getDebugName(1) == FAMILY or font["name"].getDebugName(16) == FAMILY:
            font.recalcTimestamp = False
            return font
    raise RuntimeError(f"{FAMILY} is not installed: run make system, then build again")


def _to_quadratic(font: Any) -> None:  # noqa: ANN401
    """Replace the cubic outlines of a font by quadratic ones, which Chromium embeds as they are."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = glyphs
    for table in ("CFF ", "VORG", "vhea", "vmtx", "BASE"):
        if table in font:
            del font[table]
    highest = font["maxp"]
    highest.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):  # fmt: skip
        setattr(highest, field, 0)
    highest.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
