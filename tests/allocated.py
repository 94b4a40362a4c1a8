"""How much memory is in use: a process keeps much of what was given back to it."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

_FIELDS = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"


class _Mallinfo2(ctypes.Structure):
    """What glibc tells of all its arenas: mallinfo(3)."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _FIELDS.split())
    uordblks: int
    hblkhd: int


@dataclass(frozen=True, slots=True)
class Allocated:
    """`c_bytes` of C and C++, 0 where their library does not tell, and `blocks` of Python."""

    c_bytes: int
    blocks: int


def allocated() -> Allocated:
    """What is in use at this moment, garbage that was not collected included."""
    return Allocated(_c_bytes(), sys.getallocatedblocks())


def _c_bytes() -> int:
    if sys.platform != "linux":
        return 0
    mallinfo2 = getattr(ctypes.CDLL(None), "mallinfo2", None)  # since glibc 2.33
    if mallinfo2 is None:
        return 0
    mallinfo2.restype = _Mallinfo2
    told: _Mallinfo2 = mallinfo2()
    return told.uordblks + told.hblkhd
