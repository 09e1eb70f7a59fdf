"""PDFs written by hand, small enough to read: a font that names its characters by Unicode and nothing embedded."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842
LEFT, SIZE, FULL, STEP = 80, 16, 27, 28
"""The left margin, the size of letters, the letters of a full line and the step from line to line, as offices set them."""
ENCRYPTED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)

Placed = tuple[float, float, str]
"""Left edge, distance of the baseline from the top, text."""


def show(x: float, down: float, text: str, size: float = SIZE, before: str = "") -> str:
    """Return the operators that write a text; ``before`` may set a colour or the like."""
    return f"q {before} BT /F {size} Tf {x} {HEIGHT - down} Td <{text.encode('utf-16-be').hex()}> Tj ET Q\n"


def lines(texts: Sequence[str], top: float = 120) -> str:
    """Return the operators of lines one below the other; a leading space is an indent of two letters."""
    made = ""
    for number, text in enumerate(texts):
        indent = 2 * SIZE if text.startswith(" ") else 0
        made += show(LEFT + indent, top + number * STEP, text.strip())
    return made


def wrapped(paragraphs: Iterable[str]) -> list[str]:
    """Cut paragraphs into full lines, the first of each indented."""
    made = []
    for paragraph in paragraphs:
        made.append(" " + paragraph[: FULL - 2])
        rest = paragraph[FULL - 2 :]
        made += [rest[start : start + FULL] for start in range(0, len(rest), FULL)]
    return made


def pdf(pages: Sequence[str], *, trailer: bytes = b"", picture: Iterable[int] = (), compress: bool = True) -> bytes:
    """Return a PDF whose pages have these operators.

    :param picture: the numbers from 0 of the pages that a picture covers.
    """
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    descriptor = add(b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 "
                     b"/Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>")  # fmt: skip
    inner = add(b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /FontDescriptor %d 0 R "
                b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>" % descriptor)  # fmt: skip
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [%d 0 R] >>" % inner
    )
    image = add(
        _stream(
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            b"\x80",
            False,
        )
    )
    kids = []
    for number, operators in enumerate(pages):
        if number in picture:
            operators += f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q\n"
        content = add(_stream(b"", operators.encode(), compress))
        kids.append(add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << /F %d 0 R >> "
            b"/XObject << /I %d 0 R >> >> >>" % (WIDTH, HEIGHT, content, font, image)
        ))  # fmt: skip
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    return _file(objects, trailer)


def _stream(entries: bytes, data: bytes, compress: bool) -> bytes:
    if compress:
        data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return made + b"trailer\n<< /Size %d /Root 1 0 R /ID [<00> <00>] %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, start,
    )  # fmt: skip
