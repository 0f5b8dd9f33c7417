"""The cast: people and companies that tests are played with.

Fjordbygg AS is a Norwegian customer of the partner Hansa Nord, Rheintal Metallbau GmbH a German one of Hansa Süd.
Anna manages Fjordbygg, Bjørn buys, Tom repairs, Rita only reads; Claudia manages Rheintal. Petra administers Hansa
Nord, Stefan Hansa Süd; Sigrid sells for the operator, Olav maintains its master data.
"""

from __future__ import annotations

from typing import Final

from kontor.kit.actors import SystemActor

STAGE: Final = SystemActor("tests.stage")
PASSWORD: Final = "correct horse battery staple"
