"""A small writer of PDF files for the tests: lines of text at their places, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEADING = 14


@dataclass(frozen=True)
class Line:
    """A line of Helvetica that begins ``x`` points from the left and ``y`` from the bottom."""

    x: float
    y: float
    text: str
    size: float = 11


def column(lines: Iterable[str], x: float = 50, top: float = 780, size: float = 11) -> list[Line]:
    """Lines one under the other."""
    return [Line(x, top - LEADING * number, text, size) for number, text in enumerate(lines)]


def pdf(*pages: Iterable[Line]) -> bytes:
    """A PDF of pages whose lines are written in the order given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        stream = b"\n".join(_shown(line) for line in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        resources = b"<< /Font << /F1 3 0 R >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources %s /MediaBox [0 0 595 842] >>"
            % (len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _shown(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (line.size, line.x, line.y, text)


def _file(objects: list[bytes]) -> bytes:
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(body)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail
