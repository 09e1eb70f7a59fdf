"""Read a record back from its JSON form; whatever has another shape than the record's fields is refused.

The fields' own types say what is right, so that a new field needs nothing here. What a sound value means (that a quote
stands where it says) is not looked at.
"""

from __future__ import annotations

import math
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
LARGEST_NUMBER = 10**15
"""A larger whole number is none of a report's; exact as a floating point number still."""


class Misshapen(ValueError):
    """Tell that something is not the JSON form of a record."""


def record(kind: type[T], value: object) -> T:
    """Return the record of a kind that has this JSON form.

    :param kind: a frozen dataclass of strings, numbers, literals, tuples and records.
    :param value: what ``json.loads`` gave.
    :raises Misshapen: if a field is missing, is too many or has another type.
    """
    made: T = _read(kind, value)
    return made


@cache
def _types(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(kind, type) and is_dataclass(kind):
        wanted = _types(kind)
        if not isinstance(value, dict) or value.keys() != wanted.keys():
            raise Misshapen(kind.__name__)
        return kind(**{name: _read(inner, value[name]) for name, inner in wanted.items()})
    origin = get_origin(kind)
    if origin is tuple:
        if not isinstance(value, list):
            raise Misshapen("list")
        return tuple(_read(get_args(kind)[0], one) for one in value)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _read(next(one for one in get_args(kind) if one is not type(None)), value)
    if origin is Literal:
        if not isinstance(value, str) or value not in get_args(kind):
            raise Misshapen("word")
        return value
    return _plain(kind, value)


def _plain(kind: Any, value: Any) -> Any:  # noqa: ANN401
    """Read a string, a number or a truth value.

    >>> _plain(int, 3), _plain(float, 3)
    (3, 3.0)
    """
    if kind is float and type(value) in (int, float) and math.isfinite(value) and abs(value) <= LARGEST_NUMBER:
        return float(value)
    if kind is int and type(value) is int and abs(value) <= LARGEST_NUMBER:
        return value
    if kind is bool and type(value) is bool:
        return value
    if kind is str and type(value) is str and not any("\ud800" <= character <= "\udfff" for character in value):
        return value
    raise Misshapen(getattr(kind, "__name__", "value"))
