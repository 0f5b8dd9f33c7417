"""Addresses of `desk`."""

from __future__ import annotations

from django.urls import URLPattern, include, path

from kontor.desk import (
    case_views,
    customer_urls,
    decision_views,
    ending_views,
    outside_views,
    queue_views,
    staff_urls,
    views,
)
from kontor.desk.queue import Queue
from kontor.desk.queues import QUEUES

app_name = "desk"


def _of(queue: Queue) -> list[URLPattern]:
    """What every queue has: its list and its things, taking and handing over."""
    one = "<slug:key>/" if queue.named_by == "number" else "<int:key>/"
    named = {"queue": queue.key}
    return [
        path(f"{queue.key}/", queue_views.show_queue, named, name=queue.key),
        path(f"{queue.key}/take/", queue_views.take_many, named, name=f"take_{queue.key}"),
        path(f"{queue.key}/{one}", queue_views.show_thing, named, name=queue.one),
        path(f"{queue.key}/{one}take/", queue_views.take, named, name=f"take_{queue.one}"),
        path(f"{queue.key}/{one}hand-over/", queue_views.hand_over, named, name=f"hand_over_{queue.one}"),
    ]


urlpatterns = [
    path("", views.front, name="front"),
    path("orders/", views.orders, name="orders"),
    path("orders/confirm/", views.confirm_orders, name="confirm_orders"),
    path("orders/confirm-all/", views.confirm_all, name="confirm_all"),
    path("orders/<slug:number>/", views.order, name="order"),
    path("orders/<slug:number>/confirm/", views.confirm_order, name="confirm_order"),
    path("batches/<int:pk>/", views.batch, name="batch"),
    path("batches/<int:pk>/progress/", views.progress, name="progress"),
    path("invitations/new/", outside_views.invite, name="invite"),
    path("relationships/<int:key>/end/", ending_views.end_relationship, name="end_relationship"),
    *(pattern for queue in QUEUES.values() for pattern in _of(queue)),
    path("registrations/<slug:key>/decide/", decision_views.decide_registration, name="decide_registration"),
    path("relationships/<int:key>/decide/", decision_views.decide_relationship, name="decide_relationship"),
    path("changes/<int:key>/decide/", decision_views.decide_change, name="decide_change"),
    path("machines/<int:key>/decide/", decision_views.decide_machine, name="decide_machine"),
    path("invitations/<slug:key>/decide/", outside_views.decide_invitation, name="decide_invitation"),
    path("contacts/<slug:key>/decide/", outside_views.decide_contact, name="decide_contact"),
    path(
        "contacts/<slug:key>/pictures/<int:position>/", outside_views.contact_picture, name="contact_picture"
    ),
    path("customers/", include(customer_urls)),
    path("staff/", include(staff_urls)),
    path("cases/<slug:key>/reply/", case_views.reply, name="reply_case"),
    path("cases/<slug:key>/solve/", case_views.solve, name="solve_case"),
    path("cases/<slug:key>/reopen/", case_views.reopen, name="reopen_case"),
]
