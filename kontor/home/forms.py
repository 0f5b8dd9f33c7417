"""The sign-in form as it stands on the front door."""

from __future__ import annotations

from typing import Any

from kontor.accounts.forms import LoginForm


class FrontDoorForm(LoginForm):
    """Takes no focus, since it is not the first thing on the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.pop("autofocus", None)
