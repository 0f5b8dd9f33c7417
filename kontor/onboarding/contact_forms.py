"""What somebody without an account writes to us (ON-14), with two traps for programs."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.kit.pictures import PicturesField
from kontor.onboarding.errors import SentTooFast
from kontor.onboarding.models import ContactMessage
from kontor.service.forms import WithPictures

FASTEST: Final = 3
SLOWEST: Final = 24 * 60 * 60
SALT: Final = "kontor.onboarding.contact"


class ContactForm(WithPictures):
    """Name, address, what happened, screenshots.

    `website` is hidden from people: who fills it is a program. `opened` is when the page was made, signed: nobody writes
    faster than in `FASTEST` seconds.
    """

    use_required_attribute = False

    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=ContactMessage.About.choices,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail at which we reach you"),
        help_text=gettext_lazy("Our answer goes there. It need not be the one of your account."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    body = forms.CharField(
        label=gettext_lazy("What happened?"),
        max_length=4000,
        help_text=gettext_lazy("Which company, which address, what you did, what you saw. Never a password."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    pictures = PicturesField(most=ContactMessage.PICTURES, label=gettext_lazy("Screenshots"))
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")
        self.fields["about"].error_messages["required"] = _("Choose what it is about.")

    @staticmethod
    def stamp() -> str:
        """When the page was made, so that nobody else can say it."""
        return signing.TimestampSigner(salt=SALT).sign("opened")

    @property
    def is_a_program(self) -> bool:
        """Whether the field that no person sees was filled."""
        return bool(self.data.get("website"))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        signer = signing.TimestampSigner(salt=SALT)
        try:
            signer.unsign(given.get("opened", ""), max_age=SLOWEST)
        except signing.BadSignature:
            self.add_error(None, str(SentTooFast()))
            return given
        try:
            signer.unsign(given.get("opened", ""), max_age=FASTEST)
        except signing.SignatureExpired:
            return given
        self.add_error(None, str(SentTooFast()))
        return given

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in ("about", "name", "email", "body", "pictures")}
