"""Jobs in a real second process: their scope, and what a killed worker leaves behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections, transaction
from procrastinate.exceptions import AlreadyEnqueued

from kontor.accounts import jobs
from kontor.companies.models import Company, Member
from kontor.demo.serve import free_port
from kontor.kit.jobs import free_stalled_jobs, task
from kontor.kit.routers import ASIDE
from kontor.kit.scope import acting_in
from kontor.notifications.models import Mail
from tests.cast import STAGE

ROOT = Path(__file__).resolve().parent.parent
seen: list[str] = []


@task(queue="tests")
def look_around(*, letter: str) -> None:
    """Notes which companies the job sees."""
    seen.extend(letter + company.name for company in Company.objects.order_by("name"))


@pytest.mark.django_db
def test_a_job_keeps_the_scope_it_was_deferred_in(
    anna: Member, claudia: Member, run_jobs: Callable[[], int]
) -> None:
    seen.clear()
    with acting_in(anna):
        look_around.defer(letter="a ")
    with acting_in(claudia):
        look_around.defer(letter="c ")
    assert run_jobs() == 2
    assert seen == ["a Fjordbygg AS", "c Rheintal Metallbau GmbH"]


@pytest.mark.django_db
def test_a_job_goes_with_the_transaction_that_deferred_it(anna: Member, run_jobs: Callable[[], int]) -> None:
    with acting_in(anna):
        look_around.defer(letter="never ")
        transaction.set_rollback(True)
    assert run_jobs() == 0


class Letters:
    """A mail server's hands: keeps what comes."""

    def __init__(self) -> None:
        self.received: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def post_office() -> Iterator[tuple[Letters, str]]:
    """A mail server, and its address for the settings."""
    letters = Letters()
    controller = Controller(letters, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield letters, f"smtp://127.0.0.1:{controller.port}"
    controller.stop()


@contextlib.contextmanager
def worker(smtp_url: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker as in production, on this test's database."""
    settings = connection.settings_dict
    address = f"postgresql://{settings['USER']}:{settings['PASSWORD']}@/{settings['NAME']}?host={settings['HOST']}&port={settings['PORT']}"
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "procrastinate", "worker", "--concurrency", "2"],
        cwd=ROOT,
        env=environment | {"DATABASE_URL": address, "KONTOR_SMTP_URL": smtp_url},
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def until(condition: Callable[[], Any], *, seconds: float = 40) -> Any:
    """Wait for something that another process does."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.1)
    return found


def job_state(job_id: int) -> str:
    """How a job stands, asked over a connection that is in no scope."""
    with connections[ASIDE].cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs WHERE id = %s", [job_id])
        return str(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_killed_worker_is_done_by_the_next(anna: Member, post_office: tuple[Letters, str]) -> None:
    letters, smtp_url = post_office
    with acting_in(STAGE):
        job = jobs.look_up_and_mail_reset.defer(email=anna.user.email, request="one")
    with worker(smtp_url) as first:
        # The job waits at the key of its mail, which an open transaction holds.
        with acting_in(STAGE):
            held = Mail.objects.create(key="account.password_reset:one", template="held", message_id="held")
            until(lambda: job_state(job) == "doing")
            first.send_signal(signal.SIGKILL)
            first.wait()
            transaction.set_rollback(True)
        assert held.pk
    assert job_state(job) == "doing"
    assert letters.received == []
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minutes'")
    # The killed worker may have put the minute's round in the queue itself.
    with contextlib.suppress(AlreadyEnqueued):
        free_stalled_jobs.configure(task_kwargs={"timestamp": 0}).defer()
    with worker(smtp_url):
        until(lambda: job_state(job) == "succeeded")
    (letter,) = letters.received
    assert letter.rcpt_tos == ["anna@fjordbygg.example"]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_runs_twice_sends_one_mail(anna: Member, post_office: tuple[Letters, str]) -> None:
    letters, smtp_url = post_office
    with acting_in(STAGE):
        ids = [jobs.look_up_and_mail_reset.defer(email=anna.user.email, request="same") for _ in range(2)]
    with worker(smtp_url):
        until(lambda: all(job_state(each) == "succeeded" for each in ids))
    assert len(letters.received) == 1
