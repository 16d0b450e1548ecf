"""Terms of the store as plain values of Python: what whoever asks from Python reads in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from lod.namespaces import XSD

Plain = str | int | float | Decimal


def _typed() -> Mapping[str, Callable[[str], Plain]]:
    whole = (
        "integer long int short byte nonNegativeInteger nonPositiveInteger negativeInteger"
        " positiveInteger unsignedLong unsignedInt unsignedShort unsignedByte"
    )
    typed: dict[str, Callable[[str], Plain]] = dict.fromkeys(whole.split(), int)
    typed |= {"decimal": Decimal, "double": float, "float": float}
    typed["boolean"] = {"true": True, "1": True, "false": False, "0": False}.__getitem__
    return {XSD.base + name: read for name, read in typed.items()}


_TYPED = _typed()


def plain(term: object) -> Plain:
    """Give a term of the store's library as Python has it.

    An IRI and a text are `str`, without language; numbers and booleans of XML Schema are those of
    Python; dates are as they are written, since many name no day. What is not of its datatype
    is its text; a blank node or a statement that is quoted, its spelling.
    """
    if isinstance(term, ox.NamedNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return str(term)
    text = term.value
    if term.language is not None:
        return text
    read = _TYPED.get(term.datatype.value)
    if read is None or not text.isascii() or "_" in text:
        return text
    try:
        return read(text)
    except (ValueError, KeyError, InvalidOperation):
        return text
