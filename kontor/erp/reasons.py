"""Why a line was refused, or what one should know about a line that was not: a sentence per reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text

REASONS: Final[Mapping[str, Text]] = {
    # The line as such
    "too_few_cells": _("The line has fewer cells than the header."),
    "too_many_cells": _(
        "The line has more cells than the header; a text with the delimiter in it needs quotes."
    ),
    "repeated": _("An earlier line already says this; that one counts."),
    # Single values
    "missing": _("A value is missing here."),
    "too_long": _("The text is too long for this field."),
    "not_a_code": _("A code has no spaces."),
    "not_a_choice": _("This is none of the words that are possible here."),
    "not_yes_or_no": _("This must be yes or no."),
    "not_a_number": _("This is not a number."),
    "not_a_whole_number": _("This is not a whole number."),
    "too_large": _("This number is too large."),
    "too_many_decimals": _("This number has more decimals than can be kept."),
    "not_positive": _("This must be more than zero."),
    "negative": _("This must not be less than zero."),
    "no_price": _("An order line needs a price above zero."),
    "not_a_date": _("This is not a date; we expect 2026-03-31."),
    "not_a_country": _("This is not a country; we expect two letters as in NO or DE."),
    "not_a_currency": _("This is not a currency; we expect three letters as in NOK or EUR."),
    "not_an_email": _("This is not an e-mail address."),
    "not_mapped": _("The mapping does not say what this value means."),
    "unknown": _("We do not know this code."),
    "wrong_gtin": _("The last digit of a GTIN checks the others; here it does not fit."),
    "wrong_organisation_number": _("This organisation number does not pass its country's check."),
    "wrong_vat_number": _("This VAT number does not pass its country's check."),
    # Companies
    "other_company_columns": _(
        "An earlier line says something else about the same company; that one counts."
    ),
    "wrong_currency": _("The selling entity sells in another currency."),
    "address_without_kind": _("An address needs a kind: billing or delivery."),
    "address_incomplete": _("This address lacks a street, a postcode or a city; it was loaded as it is."),
    "second_default": _("An earlier line is already the default of this kind."),
    # Products
    "category_names": _("The path of the category and its names do not have the same number of steps."),
    "bad_path": _("A path has small letters, digits and hyphens, with / between its steps."),
    "no_picture": _(
        "There is no picture of this name, or it is not a picture; the product was loaded without it."
    ),
    "below_pack": _(
        "The least quantity is not a multiple of the pack size; the product was loaded all the same."
    ),
    # Prices
    "unknown_product": _("We have no product with this number."),
    "unknown_company": _("We have no company with this number."),
    "merged_company": _("This customer has become part of another; say that one’s number."),
    "list_owner": _(
        "A contract or company list needs a company, a group list a group, the other lists neither of them."
    ),
    "other_list": _("The list is known with another kind, owner or currency."),
    "company_currency": _("The company buys in another currency."),
    "ends_before_start": _("The price ends before it begins."),
    # Orders
    "cancellation": _("This is a cancellation; it takes an order back and is none itself."),
    "other_order_columns": _("An earlier line of the same order names another company or currency."),
    "other_companys_order": _("This order number belongs to an order of another company."),
    "order_is_fixed": _(
        "The line is here already with another article, quantity or price; placed orders do not change."
    ),
    "state_goes_back": _("The line has come further than that already; states do not go back."),
    "product_not_here": _("We have no product with this number; the line was loaded without it."),
    # Article numbers
    "number_taken": _("The company uses this number for another product; it now means this one."),
    "nothing_left": _("An article number has letters or digits."),
}


def sentence(reason: str) -> str:
    """What to tell a person."""
    return str(REASONS.get(reason, reason))
