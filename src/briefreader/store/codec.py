"""The nouns as compact JSON and back, strictly: a field that is not known or of the wrong type is refused.

Fields that say how something was found (``compare=False``) are not kept: a better engine finds it anew.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_LEVEL = 6
_REACH = 32_768 - 262
"""How far back zlib looks."""


def to_plain(value: Any) -> Any:
    """Give a dataclass of ``model`` as plain JSON data; fields that have their default are left out."""
    kind: Any = type(value)
    return _encoder(kind)(value)


def from_plain(kind: type[T], plain: Any) -> T:
    """Give the dataclass back; raises ``ValueError`` if the data are not a ``kind``."""
    known: Any = kind
    decoded: T = _decoder(known)(plain)
    return decoded


def pack(plain: Any, like: bytes = b"") -> bytes:
    """Give plain JSON data as compressed JSON; what it repeats of ``like`` takes no room."""
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    compressor = zlib.compressobj(_LEVEL, zdict=like[-_REACH:])
    return compressor.compress(line) + compressor.flush()


def unpack(body: bytes, like: bytes = b"") -> Any:
    """Give back the plain data that were packed; raises ``ValueError`` if there are none. ``like`` has to be the same."""
    decompressor = zlib.decompressobj(zdict=like[-_REACH:])
    try:
        return json.loads((decompressor.decompress(body) + decompressor.flush()).decode("utf-8", "surrogatepass"))
    except zlib.error as error:
        raise ValueError(f"not packed: {error}") from error


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [(field.name, _encoder(hints[field.name]), field.default) for field in fields(kind) if field.compare]

        def encode(value: Any) -> dict[str, Any]:
            return {
                name: encode_part(content)
                for name, encode_part, default in parts
                if (content := getattr(value, name)) != default
            }

        return encode
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        encode_item = _encoder(arguments[0])
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return lambda value: [encode_item(item) for item in value]
    if get_origin(kind) in {Union, types.UnionType}:
        (present,) = (argument for argument in arguments if argument is not type(None))
        encode_present = _encoder(present)
        return lambda value: None if value is None else encode_present(value)
    return lambda value: value


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_decoder(arguments[0])
    if origin in {Union, types.UnionType}:
        (present,) = (argument for argument in arguments if argument is not type(None))
        decode_present = _decoder(present)
        return lambda value: None if value is None else decode_present(value)
    if origin is Literal:
        return _checked(lambda value: value in arguments, f"one of {arguments}")
    if kind is float:
        return _checked(lambda value: isinstance(value, int | float) and not isinstance(value, bool), "a number")
    return _checked(lambda value: type(value) is kind, f"a {kind.__name__}")


def _checked(holds: Callable[[Any], bool], what: str) -> Callable[[Any], Any]:
    def decode(value: Any) -> Any:
        if not holds(value):
            raise ValueError(f"{value!r:.80} is not {what}")
        return value

    return decode


def _tuple_decoder(item: Any) -> Callable[[Any], Any]:
    decode_item = _decoder(item)

    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r:.80} is not a list")  # noqa: TRY004 (one kind of error for wrong data)
        return tuple([decode_item(part) for part in value])

    return decode


def _dataclass_decoder(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind) if field.compare}
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def decode(value: Any) -> Any:
        if not isinstance(value, dict) or not needed <= value.keys() <= decoders.keys():
            raise ValueError(f"{value!r:.80} is not a {kind.__name__}")
        return kind(**{name: decoders[name](part) for name, part in value.items()})

    return decode
