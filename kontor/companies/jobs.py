"""Mails and inbox lines about invitations, members and relationships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from procrastinate.contrib.django import app

from kontor.accounts.jobs import reset_link
from kontor.companies import links, underway
from kontor.companies.actors import ERASER, MAILER, RELATIONSHIPS
from kontor.companies.models import Company, Erasure, Invitation, Member, Relationship, Role
from kontor.journal.actions import record
from kontor.journal.models import Entry
from kontor.kit import personal
from kontor.kit.jobs import system_task
from kontor.notifications.actions import notify, send_mail
from kontor.notifications.models import Mail
from kontor.partners.models import Partner, Staff

LANGUAGE_OF_COUNTRY: Final[Mapping[str, str]] = {"NO": "nb", "DE": "de", "AT": "de", "CH": "de"}
"""In which language a partner's own mail box is written to; elsewhere English."""


@dataclass(slots=True)
class Reader:
    """Somebody without an account, as the receiver of a mail."""

    email: str
    pk: None = None


# ── Invitations ──────────────────────────────────────────────────────────────────


@system_task(MAILER, queue="mail")
def mail_invitation(*, invitation_id: int) -> None:
    """Send an invited person the link, in their language; a newer sending or a withdrawal makes this one needless."""
    related = Invitation.objects.select_for_update(of=("self",)).select_related("company", "invited_by")
    invitation = related.get(pk=invitation_id)
    token = links.token_of(invitation.company_id, invitation.email, invitation.expires_at)
    closed = invitation.accepted_at or invitation.withdrawn_at
    if closed or invitation.token_hash != links.hash_of(token):
        return
    send_mail(
        key=f"invitation:{invitation.pk}:{invitation.expires_at.isoformat()}",
        user=Reader(invitation.email),
        template="companies/mail/invitation",
        context={
            "name": invitation.first_name,
            "company": invitation.company.name,
            "inviter": invitation.invited_by.name if invitation.invited_by else "",
            "until": timezone.localdate(invitation.expires_at),
            "url": settings.ORIGIN + reverse("companies:invitation", args=[token]),
        },
        language=invitation.language,
        company_id=invitation.company_id,
    )


@system_task(MAILER, queue="mail")
def tell_joined(*, invitation_id: int) -> None:
    """Tell the administrator who invited that the colleague is in."""
    invitation = Invitation.objects.select_related("invited_by__user").get(pk=invitation_id)
    if invitation.invited_by is not None:
        notify(
            key=f"invitation.accepted:{invitation.pk}",
            user=invitation.invited_by.user,
            kind="invitation.accepted",
            params={"name": invitation.name},
            url=reverse("companies:users"),
            company_id=invitation.company_id,
        )


@system_task(MAILER, queue="mail")
def mail_withdrawn(*, invitation_id: int) -> None:
    """Tell the person that the link they have no longer works, if they were sent one."""
    invitation = Invitation.objects.select_related("company").get(pk=invitation_id)
    if not Mail.objects.filter(
        key__startswith=f"invitation:{invitation.pk}:", sent_at__isnull=False
    ).exists():
        return
    send_mail(
        key=f"invitation.withdrawn:{invitation.pk}",
        user=Reader(invitation.email),
        template="companies/mail/invitation_withdrawn",
        context={"name": invitation.first_name, "company": invitation.company.name},
        language=invitation.language,
        company_id=invitation.company_id,
    )


# ── Members ──────────────────────────────────────────────────────────────────────


@system_task(MAILER, queue="mail")
def mail_rights_changed(*, member_id: int, by_id: int, request: str) -> None:
    """Tell a person what they may do and see from now on."""
    _tell_member("rights_changed", member_id, by_id, request, path=reverse("companies:roles"))


@system_task(MAILER, queue="mail")
def mail_deactivated(*, member_id: int, by_id: int, request: str) -> None:
    """Tell a person that they no longer act for the company here."""
    _tell_member("deactivated", member_id, by_id, request)


@system_task(MAILER, queue="mail")
def mail_reactivated(*, member_id: int, by_id: int, request: str) -> None:
    """Tell a person that they may act for the company again."""
    _tell_member("reactivated", member_id, by_id, request, path="/")


@system_task(MAILER, queue="mail")
def mail_reset_started(*, member_id: int, by_id: int, request: str) -> None:
    """Send the link that sets a new password, which an administrator asked for."""
    member = _member(member_id)
    if member.is_active:
        link, hours = reset_link(member.user), settings.PASSWORD_RESET_TIMEOUT // 3600
        _mail_member(member, "reset_started", request=request, by=_member(by_id).name, url=link, hours=hours)


@system_task(MAILER, queue="mail")
def mail_replaced(*, member_id: int, entry_id: str) -> None:
    """Tell who has left and who is administrator in their place what our staff did, and why."""
    entry, member = Entry.objects.get(pk=entry_id), _member(member_id)
    staff = Staff.objects.filter(user=entry.user_id).select_related("partner").first()
    what = "made_administrator" if entry.subject_id == str(member_id) else "replaced"
    other = _member(entry.details["leaving"] if what == "made_administrator" else int(entry.subject_id))
    _mail_member(
        member,
        what,
        request=entry_id,
        by=staff.name if staff else "",
        house=staff.partner.name if staff and staff.partner else "",
        other=other.name,
        reason=entry.details["reason"],
        url=settings.ORIGIN + reverse("companies:users"),
    )


@system_task(MAILER, queue="mail")
def mail_helped(*, member_id: int, entry_id: str) -> None:
    """Tell a person what our staff did for them, and why (ON-15)."""
    entry = Entry.objects.get(pk=entry_id)
    staff = Staff.objects.filter(user=entry.user_id).select_related("partner").first()
    _mail_member(
        _member(member_id),
        "helped",
        request=entry_id,
        did=entry.verb,
        by=staff.name if staff else "",
        house=staff.partner.name if staff and staff.partner else "",
        reason=entry.details["reason"],
        domains=", ".join(f"@{one}" for one in entry.details.get("domains", ())),
    )


@system_task(MAILER, queue="mail")
def mail_merged(*, member_id: int, entry_id: str) -> None:
    """Tell an administrator that two companies have become one, which, and why."""
    entry = Entry.objects.get(pk=entry_id)
    staff = Staff.objects.filter(user=entry.user_id).first()
    both = Company.objects.in_bulk([entry.details["earlier"], entry.details["successor"]])
    _mail_member(
        _member(member_id),
        "merged",
        request=entry_id,
        earlier=both[entry.details["earlier"]],
        successor=both[entry.details["successor"]],
        by=staff.name if staff else "",
        reason=entry.details["reason"],
        url=settings.ORIGIN + reverse("companies:users"),
    )


def _member(pk: int) -> Member:
    return Member.objects.select_related("user", "company", "own_role", "site").get(pk=pk)


def _tell_member(what: str, member_id: int, by_id: int, request: str, *, path: str = "") -> None:
    """A mail to a member about what a colleague did; who did it to themselves is told too."""
    by, url = _member(by_id).name, settings.ORIGIN + path
    _mail_member(_member(member_id), what, request=request, by=by, url=url)


def _mail_member(member: Member, what: str, *, request: str, **context: Any) -> None:
    send_mail(
        key=f"member.{what}:{member.pk}:{request}",
        user=member.user,
        template=f"companies/mail/member_{what}",
        context={
            "member": member,
            "roles": [Role(role).label for role in member.roles],
            "name": member.first_name,
            "company": member.company.name,
        }
        | context,
        language=member.user.language,
        company_id=member.company_id,
    )


# ── Relationships ────────────────────────────────────────────────────────────────


@system_task(MAILER, queue="mail")
def tell_requested(*, relationship_id: int) -> None:
    """Tell the partner that a company asks for it."""
    relationship = _relationship(relationship_id)
    if relationship.status == Relationship.Status.REQUESTED:
        _tell_partner(relationship, "requested", mail=True)


@system_task(MAILER, queue="mail")
def tell_withdrawn(*, relationship_id: int) -> None:
    """Tell the partner that it need not decide any more."""
    _tell_partner(_relationship(relationship_id), "withdrawn")


@system_task(MAILER, queue="mail")
def tell_ended(*, relationship_id: int) -> None:
    """Tell the partner that the company is looked after by another one now; by whom is not said."""
    _tell_partner(_relationship(relationship_id), "ended", mail=True)


@system_task(MAILER, queue="mail")
def tell_ended_by_company(*, relationship_id: int) -> None:
    """Tell the partner that the company no longer wants to be looked after, and why if it said so."""
    _tell_partner(_relationship(relationship_id), "ended_by_company", mail=True)


@system_task(MAILER, queue="mail")
def tell_ended_by_partner(*, relationship_id: int) -> None:
    """Tell the company's administrators that the partner no longer looks after them, and why."""
    relationship = _relationship(relationship_id)
    key, url = f"relationship.ended_by_partner:{relationship.pk}", reverse("companies:relationships")
    people = Member.objects.filter(
        company=relationship.company_id, is_active=True, roles__contains=[Role.ADMINISTRATOR]
    )
    for one in people.select_related("user").order_by("pk"):
        names = _names(relationship, one.user.language)
        company_id = relationship.company_id
        notify(
            key=key,
            user=one.user,
            kind="relationship.ended_by_partner",
            params=names,
            url=url,
            company_id=company_id,
        )
        send_mail(
            key=f"{key}:{one.pk}",
            user=one.user,
            template="companies/mail/relationship_ended_by_partner",
            context=names
            | {"relationship": relationship, "name": one.first_name, "url": settings.ORIGIN + url},
            language=one.user.language,
            company_id=company_id,
        )


@system_task(RELATIONSHIPS, queue="companies")
def let_go(*, timestamp: int) -> None:
    """Every night: partners no longer see companies for which they have nothing more to do."""
    ending = Relationship.objects.select_for_update().filter(status=Relationship.Status.ENDING)
    for one in ending.order_by("pk"):
        if not underway.is_any(one.company_id, one.partner_id):
            one.status = Relationship.Status.ENDED
            one.save(update_fields=["status"])
            record("relationship.let_go", one, by=RELATIONSHIPS)


app.periodic(cron="12 2 * * *")(let_go.task)


@system_task(MAILER, queue="mail")
def tell_decided(*, relationship_id: int) -> None:
    """Tell whoever asked that the partner has accepted or declined, and why."""
    relationship = _relationship(relationship_id)
    if relationship.requested_by is None:
        return
    user, what = relationship.requested_by.user, f"relationship.{_outcome(relationship)}"
    key, url = f"{what}:{relationship.pk}", reverse("companies:relationships")
    notify(
        key=key,
        user=user,
        kind=what,
        params=_names(relationship, user.language),
        url=url,
        company_id=relationship.company_id,
    )
    send_mail(
        key=key,
        user=user,
        template=f"companies/mail/relationship_{_outcome(relationship)}",
        context=_names(relationship, user.language)
        | {
            "relationship": relationship,
            "name": relationship.requested_by.first_name,
            "url": settings.ORIGIN + url,
        },
        language=user.language,
        company_id=relationship.company_id,
    )


def _relationship(pk: int) -> Relationship:
    related = ("company", "partner", "area", "requested_by__user")
    return Relationship.objects.select_related(*related).get(pk=pk)


def _outcome(relationship: Relationship) -> str:
    return "declined" if relationship.status == Relationship.Status.DECLINED else "accepted"


def _names(relationship: Relationship, language: str) -> dict[str, Any]:
    with translation.override(language):
        return {
            "company": relationship.company.name,
            "partner": relationship.partner.name,
            "area": relationship.area.name,
        }


def _tell_partner(relationship: Relationship, what: str, *, mail: bool = False) -> None:
    """A line for each of the partner's people, and a mail to the box that they share."""
    partner, url = relationship.partner, _desk(relationship)
    key = f"relationship.{what}:{relationship.pk}"
    for one in _people_of(partner):
        notify(
            key=key,
            user=one.user,
            kind=f"relationship.{what}",
            params=_names(relationship, one.user.language),
            url=url,
        )
    if mail:
        language = LANGUAGE_OF_COUNTRY.get(partner.country, "en")
        send_mail(
            key=key,
            user=Reader(partner.email),
            template=f"companies/mail/relationship_{what}",
            context=_names(relationship, language)
            | {"relationship": relationship, "url": settings.ORIGIN + url},
            language=language,
        )


def _people_of(partner: Partner) -> QuerySet[Staff]:
    return Staff.objects.filter(partner=partner, is_active=True).select_related("user").order_by("pk")


def _desk(relationship: Relationship) -> str:
    """Where staff decide; the desk is a higher floor, known by its address only."""
    try:
        return reverse("desk:relationship", args=[relationship.pk])
    except NoReverseMatch:
        return "/desk/"


# ── Accounts that are deleted ────────────────────────────────────────────────────


@system_task(ERASER, queue="companies")
def erase_account(*, user_id: int) -> None:
    """Erase what need not stay of a person who asked for it, once; the last mail goes to the address they had."""
    erasure = Erasure.objects.select_for_update().select_related("user").get(user=user_id)
    if erasure.done_at is not None:
        return
    user = erasure.user
    send_mail(
        key=f"account.erased:{user.pk}",
        user=user,
        template="companies/mail/account_erased",
        context={"asked_at": erasure.asked_at},
        language=user.language,
    )
    erasure.counts = personal.erase(user)
    erasure.done_at = timezone.now()
    erasure.save(update_fields=["counts", "done_at"])
    record("account.erased", user, by=ERASER, counts=erasure.counts)
