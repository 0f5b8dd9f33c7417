"""Where in the portal a help page can be linked from (KN-5): a place is one or several pages with the same question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by its name for people, and the pages that belong to it, by the names of their addresses."""

    name: Text
    views: tuple[str, ...]


PLACES: Final[dict[str, Spot]] = {
    "sign-in": Spot(_("Sign in"), ("account_login", "account_reset_password")),
    "register": Spot(
        _("Registration"),
        tuple(
            f"onboarding:{step}" for step in ("register", "colleague", "company", "access", "code", "status")
        ),
    ),
    # Where one gets stuck without an account (ON-14); these are named in the page itself.
    "no-mail": Spot(_("No mail arrives"), ("onboarding:mailed",)),
    "dead-link": Spot(_("A link that no longer works"), ("onboarding:take_over", "onboarding:invitation")),
    "rejected": Spot(_("A registration that was rejected"), ()),
    "old-address": Spot(_("No access to one’s old address"), ()),
    "overview": Spot(_("Overview"), ("home:overview",)),
    "products": Spot(_("Products and prices"), ("catalogue:list", "catalogue:category", "catalogue:product")),
    "quick-order": Spot(_("Quick order"), ("shopping:quick_order",)),
    "cart": Spot(_("Cart"), ("shopping:cart",)),
    "checkout": Spot(_("Checkout"), ("shopping:checkout",)),
    "orders": Spot(_("Orders"), ("orders:list", "orders:detail")),
    "machines": Spot(_("List of machines"), ("equipment:list",)),
    "machine": Spot(_("A machine and its readings"), ("equipment:machine", "equipment:readings")),
    "register-machine": Spot(_("Registering a machine"), ("equipment:register",)),
    "service": Spot(_("Service cases"), ("service:list", "service:case")),
    "new-case": Spot(_("Opening a case"), ("service:new",)),
    "company": Spot(_("My company"), ("companies:profile",)),
    "users": Spot(_("Colleagues and roles"), ("companies:users",)),
    "relationships": Spot(_("Business relationships"), ("companies:relationships",)),
    "account": Spot(
        _("My account"),
        ("account_me", "account_security", "account_language", "account_change_password", "ask_new_email"),
    ),
    "search": Spot(_("Search"), ("home:search",)),
}

OF_VIEW: Final = {view: place for place, spot in PLACES.items() for view in spot.views}
