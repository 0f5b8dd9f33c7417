"""Every place that knows something about a person is in the registry, or has a reason not to be (CO-9)."""

from __future__ import annotations

from typing import Final

from django.apps import apps
from django.db import models

from kontor.accounts.models import User
from kontor.companies.models import Member
from kontor.kit import personal

WITHOUT: Final = {
    "partners.Operator": "the operator's own address",
    "partners.SellingEntity": "a legal entity's address",
    "partners.Partner": "a partner's mail box",
    "companies.Company": "where a company's invoices go; names a contact person, whom the company changes itself",
    "desk.Batch": "which orders staff confirmed together: numbers of orders, kept a short while",
    "admin.LogEntry": "what staff changed in the master data",
}


def about_people() -> set[str]:
    """Models with an account, a member, or an e-mail address."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            to_person = field.is_relation and field.related_model in (User, Member)
            if to_person or isinstance(field, models.EmailField) or field.name in ("user_id", "member_id"):
                found.add(model._meta.label)
    return {label for label in found if not label.startswith("procrastinate.")}


def test_every_model_about_people_is_registered_or_has_a_reason() -> None:
    registered = {one.model for one in personal.known()}
    assert about_people() - registered == set(WITHOUT)
    assert not registered & set(WITHOUT)


def test_what_is_registered_can_be_read() -> None:
    for one in personal.known():
        model = apps.get_model(one.model)
        model._default_manager.values(*one.fields)
        assert all(one.labels()), one.model
        assert one.person or one.email, one.model
        for path in (*one.person, *one.email):
            model._default_manager.filter(**{path: None} if path in one.person else {path: ""})
