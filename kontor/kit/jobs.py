"""Jobs in PostgreSQL that keep the scope they were deferred in.

A job happens if and only if the transaction that deferred it commits. It gets ids, may run twice, and has the
effect of once. Jobs that a killed worker left behind are freed by `free_stalled_jobs`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Final

from django.db import close_old_connections, connection
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from kontor.kit.actors import SystemActor
from kontor.kit.requestid import new_request_id
from kontor.kit.scope import Scope, acting_in, current_scope

log = logging.getLogger("kontor.jobs")

RETRY: Final = RetryStrategy(max_attempts=8, exponential_wait=3)


class ScopedTask[**P]:
    """A task whose `defer` takes the arguments of the function it wraps."""

    def __init__(self, procrastinate_task: Task[..., None, ...], *, keeps_scope: bool) -> None:
        self.task = procrastinate_task
        self.keeps_scope = keeps_scope

    def defer(self, *args: P.args, **kwargs: P.kwargs) -> int:
        """Put the job in the queue, in the running transaction; the id of the job."""
        if args:
            raise TypeError("Jobs take keyword arguments only.")
        return self.task.defer(**kwargs, **self._scope())

    def defer_each(self, many: Sequence[Mapping[str, Any]]) -> None:
        """Put a job in the queue for each of these arguments, in one statement."""
        self.task.batch_defer(*({**arguments, **self._scope()} for arguments in many))

    def _scope(self) -> dict[str, Any]:
        return {"scope": current_scope().as_json()} if self.keeps_scope else {}


def task[**P](
    *, queue: str, retry: RetryStrategy = RETRY, lock: str | None = None
) -> Callable[[Callable[P, None]], ScopedTask[P]]:
    """A job that runs under the scope it was deferred in."""

    def decorate(function: Callable[P, None]) -> ScopedTask[P]:
        @app.task(name=_name(function), queue=queue, retry=retry, lock=lock)
        @wraps(function)
        def run(*, scope: dict[str, Any], **kwargs: Any) -> None:
            _run(function, Scope.from_json(scope), kwargs)

        return ScopedTask(run, keeps_scope=True)

    return decorate


def system_task[**P](
    actor: SystemActor, *, queue: str, retry: RetryStrategy = RETRY, lock: str | None = None
) -> Callable[[Callable[P, None]], ScopedTask[P]]:
    """A job that runs as a named system actor, by declaration and never by an argument."""

    def decorate(function: Callable[P, None]) -> ScopedTask[P]:
        @app.task(name=_name(function), queue=queue, retry=retry, lock=lock)
        @wraps(function)
        def run(**kwargs: Any) -> None:
            _run(function, actor.scope, kwargs)

        return ScopedTask(run, keeps_scope=False)

    return decorate


def _name(function: Callable[..., None]) -> str:
    return f"{function.__module__.removeprefix('kontor.')}.{function.__name__}"


def _run(function: Callable[..., None], scope: Scope, kwargs: dict[str, Any]) -> None:
    new_request_id()
    if not connection.in_atomic_block:
        close_old_connections()
    log.info("job", extra={"job": _name(function)})
    with acting_in(scope):
        function(**kwargs)


@app.periodic(cron="*/1 * * * *")
@app.task(name="kit.free_stalled_jobs", queueing_lock="kit.free_stalled_jobs", pass_context=True)
async def free_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Put back in the queue what a worker was doing when it was killed: it has sent no sign of life for a minute."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=60):
        await app.job_manager.retry_job(job)
