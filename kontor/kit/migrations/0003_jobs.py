"""What the roles may do with jobs and running numbers."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kit", "0002_number_series"), ("procrastinate", "0041_post_retry_failed_job")]
    operations: ClassVar = [
        migrations.RunSQL(
            """
            GRANT SELECT, INSERT, UPDATE, DELETE ON procrastinate_jobs, procrastinate_events, procrastinate_workers,
              procrastinate_periodic_defers TO kontor_app;
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public
              TO kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public;
            ALTER FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[])
              SECURITY DEFINER SET search_path = public, pg_temp;
            REVOKE ALL ON FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[]) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[])
              TO kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public;
            GRANT SELECT, INSERT, UPDATE ON kit_numberseries TO kontor_member, kontor_partner, kontor_operator;
            """,
            migrations.RunSQL.noop,
        ),
    ]
