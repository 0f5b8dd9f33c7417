"""Who loads what other systems own."""

from __future__ import annotations

from typing import Final

from kontor.kit.actors import SystemActor

LOAD: Final = SystemActor("erp.load")
