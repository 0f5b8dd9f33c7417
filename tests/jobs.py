"""Running what was deferred, without a worker."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


@pytest.fixture
def run_jobs() -> Callable[[], int]:
    """Run what was deferred in the test's own transaction, as the worker would; the number of jobs."""

    def run() -> int:
        done = 0
        while True:
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = "
                    "(SELECT min(id) FROM procrastinate_jobs WHERE status = 'todo') RETURNING id"
                )
                row = cursor.fetchone()
            if row is None:
                return done
            job = ProcrastinateJob.objects.get(pk=row[0])
            app.tasks[job.task_name].func(**job.args)
            done += 1

    return run
