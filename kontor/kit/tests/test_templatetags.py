"""Icons, states, addresses of lists, the frame and forms: what every page is made of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from kontor.kit import frame
from kontor.kit.looks import LOOKS
from kontor.kit.templatetags import kit


def render(source: str, path: str = "/", **context: Any) -> str:
    request = RequestFactory().get(path)
    return Template("{% load kit %}" + source).render(Context({"request": request, **context}))


# ── Icons and states ──────────────────────────────────────────────────────────────────────────────────────


def test_an_icon_is_passed_over_by_screen_readers() -> None:
    assert 'class="i lg" aria-hidden="true"' in render('{% icon "truck" "lg" %}')
    assert "#truck" in render('{% icon "truck" %}')


def test_a_lone_icon_says_what_it_means() -> None:
    assert 'role="img" aria-label="Ä &lt;b&gt;"' in render('{% icon "truck" "" "Ä <b>" %}')


def test_a_state_has_a_tone_an_icon_and_a_word() -> None:
    with translation.override("de"):
        shown = render('{% state "order" "late" %}')
    assert "is-warn" in shown
    assert "#clock-alert" in shown
    assert "Verspätet" in shown


def test_a_state_can_be_said_more_exactly() -> None:
    assert "42 in Trondheim &lt;" in render('{% state "stock" "in_stock" word %}', word="42 in Trondheim <")


def test_an_unknown_state_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        render('{% state "order" "vanished" %}')


def test_every_state_is_told_in_three_languages() -> None:
    for kind, states in LOOKS.items():
        for value, look in states.items():
            said = set()
            for language in ("nb", "de"):
                with translation.override(language):
                    said.add(str(look.word))
            with translation.override("en"):
                assert str(look.word) not in said, (kind, value)


def test_the_rank_of_a_tier_does_not_hang_on_its_colour() -> None:
    assert render('{% tier "silver" %}').count('opacity=".3"') == 2
    assert render('{% tier "platinum" %}').count('opacity=".3"') == 0
    assert render('{% tier "" %}') == ""


# ── Formats in templates ──────────────────────────────────────────────────────────────────────────────────


def test_filters_take_what_templates_have() -> None:
    with translation.override("en"):
        assert render('{{ "12.50"|money:"EUR" }}') == "€\u00a012.50"
        assert render("{{ nothing|number }}") == ""
        assert render("{{ 3|number }}") == "3"
    assert render('{{ "+47 73 00 12 40"|tel }}') == "tel:+4773001240"
    assert render('{{ "Anna Lise Hagen"|initials }}') == "AH"
    assert render('{{ ""|initials }}') == ""


def test_a_period_as_a_tag() -> None:
    with translation.override("de"):
        shown = render("{% period a b %}", a=date(2030, 1, 7), b=date(2030, 1, 9))
    assert shown.replace("\u00a0", " ") == "7.–9. Januar 2030"


# ── Addresses of lists ────────────────────────────────────────────────────────────────────────────────────


def test_another_sort_keeps_the_filters_and_begins_anew() -> None:
    assert (
        render('{% query sort="name" %}', "/?area=test&after=xyz&area=copper")
        == "?area=test&amp;area=copper&amp;sort=name"
    )


def test_the_next_page_keeps_sort_and_filters() -> None:
    assert render('{% query after="xyz" %}', "/?sort=name&before=abc") == "?sort=name&amp;after=xyz"


def test_one_of_several_values_can_be_taken_out() -> None:
    path = "/?area=test&area=copper&q=filter"
    assert render('{% query_without "area" value="test" %}', path) == "?area=copper&amp;q=filter"
    assert render('{% query_without "area" "q" %}', path) == "?"
    assert render("{% query q=None %}", path) == "?area=test&amp;area=copper"


def test_a_search_form_carries_the_filters_along() -> None:
    shown = render('{% hidden_query "q" %}', "/?q=filter&area=a%22b&page=3")
    assert shown.strip() == '<input type="hidden" name="area" value="a&quot;b">'


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Return filter RF 330, 10 µm", "Return filter RF_330, 10_µm"),
        ("Elektrolyttdrikk, 24 × 0,5 l", "Elektrolyttdrikk, 24_×_0,5_l"),
        ("Rundstange CuSn12-C, Ø 40 mm", "Rundstange CuSn12-C, Ø_40_mm"),
        ("Bucket, 3 teeth", "Bucket, 3 teeth"),
    ],
)
def test_a_number_stays_with_its_unit(name: str, shown: str) -> None:
    assert kit.unbroken(name) == shown.replace("_", "\N{NO-BREAK SPACE}")


def test_an_address_of_mail_breaks_after_its_sign() -> None:
    assert kit.breakable("a<b@c.example") == "a&lt;b@<wbr>c.example"


# ── The frame ─────────────────────────────────────────────────────────────────────────────────────────────

ENTRIES = [
    frame.Entry("home", "Overview", "/overview/"),
    frame.Entry("shop", "Shop", "/shop/"),
    frame.Entry("products", "Products", "/shop/", parent="shop"),
    frame.Entry("quick", "Quick order", "/quick-order/", parent="shop"),
    frame.Entry("cart", "Cart", "/cart/", parent="shop", shown=False),
    frame.Entry("orders", "Orders", "/orders/"),
    frame.Entry("lost", "In a module nobody has", "/lost/", parent="nowhere"),
]


@pytest.mark.parametrize(
    ("path", "current", "opened"),
    [
        ("/overview/", ["home"], "home"),
        ("/orders/A-2026-000001/", ["orders"], "orders"),
        ("/shop/", ["products"], "shop"),
        ("/shop/HI-1/", ["products"], "shop"),
        ("/quick-order/", ["quick"], "shop"),
        ("/cart/checkout/", ["shop"], "shop"),
        ("/elsewhere/", [], None),
    ],
)
def test_the_side_bar_knows_where_one_is(path: str, current: list[str], opened: str | None) -> None:
    modules = frame.arrange(ENTRIES, path)
    every = [*modules, *(line for module in modules for line in module.children)]
    assert [one.key for one in every if one.current] == current
    assert [one.key for one in modules if one.is_open] == ([opened] if opened else [])


def test_a_line_without_its_module_is_not_shown() -> None:
    assert "lost" not in {one.key for one in frame.arrange(ENTRIES, "/lost/")}


def test_an_operators_colour_cannot_carry_anything_else() -> None:
    with pytest.raises(ValueError, match="not a colour"):
        frame.Operator("X", "red}body{display:none")


def test_a_provider_is_asked_once_and_only_when_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(frame, "_providers", {})

    def cart(request: HttpRequest) -> frame.Tool:
        asked.append("cart")
        return frame.Tool("/cart/", 3)

    frame.register("cart", cart)
    request = RequestFactory().get("/")
    around = frame.of(request)
    assert asked == []
    assert around.cart == frame.Tool("/cart/", 3)
    assert frame.of(request).cart is around.cart
    assert asked == ["cart"]


def test_only_two_themes_come_from_the_cookie() -> None:
    for given, theme in (("dark", "dark"), ('"><script>', ""), ("", "")):
        request = RequestFactory().get("/")
        request.COOKIES["theme"] = given
        assert frame.of(request).theme == theme


# ── Forms ─────────────────────────────────────────────────────────────────────────────────────────────────


class Letter(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the bell")
    question = forms.CharField(label="What happened?")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False)
    agree = forms.BooleanField(label="I agree")


def test_an_error_says_the_same_beside_the_field_and_in_the_summary() -> None:
    with translation.override("en"):
        shown = Template("{{ form }}").render(Context({"form": Letter({})}))
    assert 'href="#id_name">Name: This field is required.' in shown
    assert 'href="#id_question">What happened? This field is required.' in shown
    assert 'href="#id_kind_0"' in shown
    assert 'id="id_kind_0"' in shown
    assert 'id="id_name_error"' in shown
    assert 'aria-describedby="id_name_helptext id_name_error"' in shown
    assert "4 things need another look" in shown


def test_optional_fields_say_so_and_required_ones_do_not() -> None:
    with translation.override("en"):
        shown = Template("{{ form }}").render(Context({"form": Letter()}))
    assert shown.count("(optional)") == 1
    assert 'Note <span class="opt">(optional)' in shown


def test_every_control_has_its_class() -> None:
    form = Letter()
    assert 'class="in"' in str(form["name"])
    assert 'class="checkbox"' in str(form["agree"])
    assert str(form["kind"]).count('class="radio"') == 2
