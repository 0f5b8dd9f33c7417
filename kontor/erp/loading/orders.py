"""Orders from elsewhere: a row per line, the order's columns repeated.

A placed order does not change: what a later file may tell about a line that is here is how far it has come. New
lines of an order that is here are added to it.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from kontor.catalogue.models import Unit
from kontor.erp.loading import values
from kontor.erp.loading.kind import Column, Kind
from kontor.erp.loading.staging import Counts, Staging
from kontor.kit.translated import LANGUAGES
from kontor.orders.models import Order
from kontor.orders.statuses import NEXT, LineStatus, derive

# Of an order: its line that comes first.
# What comes for a company that has become part of another is that one's, unless it is known as the earlier's.
ORDERED_BY: Final = """CASE WHEN o.company_id = c.id OR o.company_id = ANY(c.earlier) THEN o.company_id
                           ELSE coalesce(c.succeeded_by_id, c.id) END"""
HEADS: Final = "(SELECT DISTINCT ON (number) * FROM staged ORDER BY number, position, line)"
SHIP: Final = ("ship_name", "ship_street", "ship_postcode", "ship_city", "ship_country")


def reachable(state: LineStatus) -> set[LineStatus]:
    """The state and all that may follow it; a file tells how far a line has come, not each step."""
    found, ahead = {state}, [state]
    while ahead:
        following = NEXT[ahead.pop()] - found
        found |= following
        ahead += following
    return found


class Orders(Kind):
    """What companies ordered, here or elsewhere; the partner is that of the first line's product area."""

    name = "orders"
    derived: ClassVar = {
        "company_id": "bigint",
        "product_id": "bigint",
        "order_id": "bigint",
        "before": "text",  # the state that the line has here; null: the line is new
    }

    def make_columns(self) -> list[Column]:
        options = self.options
        quantity = values.number(digits=12, places=3, decimal=options.decimal)
        price = values.number(digits=12, places=4, decimal=options.decimal)
        percent = values.number(digits=4, places=2, decimal=options.decimal)
        return [
            Column("number", values.code(24), needed=True),
            Column("company", values.code(16), needed=True),
            Column(
                "placed_at",
                values.moment(options.date("placed_at"), options.time_zone),
                "timestamptz",
                needed=True,
            ),
            Column("ordered_by", values.text(120)),
            Column("channel", values.choice(Order.Channel.values), default=Order.Channel.ERP.value),
            Column("customer_reference", values.text(60)),
            Column("currency", values.currency, needed=True),
            Column("ship_name", values.text(100)),
            Column("ship_street", values.text(100)),
            Column("ship_postcode", values.text(16)),
            Column("ship_city", values.text(60)),
            Column("ship_country", values.country),
            Column("position", values.whole(largest=1_000_000), "integer", needed=True),
            Column("product", values.text(40), needed=True),
            Column("text", values.text(200)),
            Column("quantity", values.positive(quantity), "numeric", needed=True),
            Column("unit_price", values.positive(price, "no_price"), "numeric", needed=True),
            Column("per", values.one_of(1, 100, 1000), "integer", default=1),
            Column("tax_rate", values.not_negative(percent), "numeric", needed=True),
            Column("state", values.choice(LineStatus.values), default=LineStatus.PLACED.value),
            Column("promised_date", values.day(options.date("promised_date")), "date", default=None),
            Column("shipped_at", values.day(options.date("shipped_at")), "date", default=None),
        ]

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        row.update(dict.fromkeys(self.derived))
        return []

    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        self._look_up(staging)
        staging.index("number", "position", "line")
        staging.refuse("unknown_company", "s.company_id IS NULL", field="company")
        staging.refuse(
            "company_currency",
            "c.id = s.company_id AND c.currency <> s.currency",
            field="currency",
            using="companies_company c",
        )
        staging.refuse(
            "other_companys_order",
            "o.id = s.order_id AND o.company_id <> s.company_id",
            field="number",
            using="orders_order o",
        )
        staging.refuse(
            "other_order_columns",
            "first.number = s.number AND (first.company, first.currency) <> (s.company, s.currency)",
            field="number",
            using="(SELECT DISTINCT ON (number) * FROM staged ORDER BY number, line) first",
        )
        same = staging.drop_repeated(*once_per) if once_per else 0
        staging.refuse_repeated("number", "position")
        staging.refuse(
            "order_is_fixed",
            """l.order_id = s.order_id AND l.position = s.position
               AND (l.number, l.quantity, l.unit_price, l.per, l.tax_rate)
                 IS DISTINCT FROM (s.product, s.quantity, s.unit_price, s.per, s.tax_rate)""",
            field="product",
            said="concat_ws(' ', s.quantity, s.product, s.unit_price)",
            using="orders_orderline l",
        )
        ways = ", ".join(f"('{state}', '{after}')" for state in LineStatus for after in reachable(state))
        staging.refuse(
            "state_goes_back",
            f"s.before IS NOT NULL AND (s.before, s.state) NOT IN (VALUES {ways})",
            field="state",
        )
        staging.note("product_not_here", "s.product_id IS NULL", field="product")
        return same

    def _look_up(self, staging: Staging) -> None:
        """Find what the lines refer to, once for all that follows.

        Orders are locked before their lines are read, as `orders.actions` does: a state is decided from what it is now.
        """
        staging.run("ANALYZE staged")
        staging.run(
            "SELECT FROM orders_order WHERE number IN (SELECT number FROM staged) ORDER BY id FOR UPDATE"
        )
        staging.run(
            f"""UPDATE staged s SET company_id = found.company, product_id = found.product, order_id = found.ordered,
                                   before = found.status
               FROM (SELECT t.line, {ORDERED_BY} AS company, p.id AS product, o.id AS ordered, l.status FROM staged t
                     LEFT JOIN companies_company c ON c.number = t.company
                     LEFT JOIN catalogue_product p ON p.number = t.product
                     LEFT JOIN orders_order o ON o.number = t.number
                     LEFT JOIN orders_orderline l ON l.order_id = o.id AND l.position = t.position) found
               WHERE found.line = s.line"""  # noqa: S608
        )

    def merge(self, staging: Staging) -> dict[str, Counts]:
        staging.run("ANALYZE staged")
        orders = self._merge_orders(staging)
        lines = self._merge_lines(staging)
        orders.changed = self._settle(staging)
        orders.unchanged -= orders.changed
        self._tell_journal(staging)
        return {"orders": orders, "order lines": lines}

    def _merge_orders(self, staging: Staging) -> Counts:
        """Make the orders that are not here; what they cost is settled when their lines are in."""
        (all_of_them,) = staging.one("SELECT count(DISTINCT number) FROM staged")
        staging.run("CREATE TEMPORARY TABLE fresh (id bigint, number text) ON COMMIT DROP")
        ship = ", ".join(SHIP)
        new = staging.run(
            f"""WITH made AS (
                  INSERT INTO orders_order (number, company_id, entity_id, partner_id, member_id, site_id, ordered_by, channel,
                    placed_at, customer_reference, currency, status, {ship}, ship_phone, bill_name, bill_street,
                    bill_postcode, bill_city, bill_country, invoice_email, delivery, wishes, shipping, surcharge,
                    charges_tax_rate, net, tax, total, line_count)
                  SELECT s.number, c.id, c.entity_id, coalesce(served.partner_id, c.partner_id), m.id, d.id,
                    coalesce(m.first_name || ' ' || m.last_name, s.ordered_by), s.channel,
                    s.placed_at, s.customer_reference, s.currency, '{LineStatus.PLACED}', {ship}, '', c.name,
                    coalesce(b.street, ''), coalesce(b.postcode, ''), coalesce(b.city, ''), coalesce(b.country, ''),
                    c.email, '{Order.Delivery.PARTS}', '', 0, 0, 0, 0, 0, 0, 0
                  FROM {HEADS} s JOIN companies_company c ON c.id = s.company_id
                  LEFT JOIN catalogue_product p ON p.id = s.product_id
                  LEFT JOIN companies_relationship served
                    ON served.company_id = c.id AND served.area_id = p.area_id AND served.status = 'active'
                  LEFT JOIN companies_address b ON b.company_id = c.id AND b.kind = 'billing' AND b.is_default
                  LEFT JOIN companies_address d ON d.company_id = c.id AND d.kind = 'delivery' AND d.name = s.ship_name
                    AND d.postcode = s.ship_postcode
                  LEFT JOIN (companies_member m JOIN accounts_user u ON u.id = m.user_id)
                    ON m.company_id = c.id AND s.ordered_by <> '' AND lower(u.email) = lower(s.ordered_by)
                  WHERE s.order_id IS NULL ORDER BY s.line RETURNING id, number)
                INSERT INTO fresh SELECT id, number FROM made"""  # noqa: S608 - constants of this module
        )
        staging.run("UPDATE staged s SET order_id = fresh.id FROM fresh WHERE fresh.number = s.number")
        return Counts(new=new, unchanged=all_of_them - new)

    def _merge_lines(self, staging: Staging) -> Counts:
        name = " ".join(f"WHEN '{language}' THEN p.name_{language}" for language in LANGUAGES)
        # What the line says, else the product's name, in the company's language if there is one, else its number.
        texts = [
            "s.text",
            f"CASE c.language {name} END",
            *(f"p.name_{language}" for language in reversed(LANGUAGES)),
        ]
        copied = {
            "company_id": "s.company_id",
            "partner_id": "o.partner_id",
            "number": "s.product",
            "text": f"left(coalesce({', '.join(f"nullif({text}, '')" for text in texts)}, s.product), 200)",
            "unit": f"coalesce(p.unit, '{Unit.PIECE}')",
            "quantity": "s.quantity",
            "unit_price": "s.unit_price",
            "per": "s.per",
            # Half up: PostgreSQL rounds a numeric's half away from zero, and these are above it.
            "net": "round(s.quantity * s.unit_price / s.per, 2)",
            "tax_rate": "s.tax_rate",
            "price_source": "''",
            "tier": "''",
            "price_steps": "'[]'::jsonb",
        }
        moving = {
            "product_id": "coalesce(l.product_id, s.product_id)",
            "status": "s.state",
            "promised_date": "coalesce(s.promised_date, l.promised_date)",
            "shipped_on": "coalesce(s.shipped_at, l.shipped_on)",
        }
        return staging.merge(
            "orders_orderline",
            {"order_id": "s.order_id", "position": "s.position"} | copied | moving,
            key=["order_id", "position"],
            keep=list(copied),
            source="""staged s JOIN orders_order o ON o.id = s.order_id JOIN companies_company c ON c.id = s.company_id
                      LEFT JOIN catalogue_product p ON p.id = s.product_id
                      LEFT JOIN orders_orderline l ON l.order_id = s.order_id AND l.position = s.position
                      ORDER BY s.line""",
        )

    def _settle(self, staging: Staging) -> int:
        """Bring orders' sums and states in line with their lines; how many of those that were here have changed.

        Tax is counted per rate over the whole order (EN 16931), as `kit.money.tax_by_rate` does.
        """
        states = staging.all(
            """SELECT DISTINCT states FROM (
                 SELECT array_agg(DISTINCT l.status::text ORDER BY l.status::text) AS states FROM orders_orderline l
                 WHERE l.order_id IN (SELECT order_id FROM staged) GROUP BY l.order_id) each"""
        )
        if not states:
            return 0
        derived = ", ".join(f"(ARRAY[{_quoted(found)}], '{derive(found)}')" for (found,) in states)
        (changed,) = staging.one(
            f"""WITH touched AS (SELECT DISTINCT order_id AS id FROM staged),
                rates AS (
                  SELECT id, rate, sum(net) AS net FROM (
                    SELECT l.order_id AS id, l.tax_rate AS rate, l.net FROM orders_orderline l JOIN touched t ON t.id = l.order_id
                    UNION ALL SELECT o.id, o.charges_tax_rate, o.shipping + o.surcharge FROM orders_order o JOIN touched USING (id)
                  ) parts GROUP BY id, rate),
                sums AS (SELECT id, sum(net) AS net, sum(round(net * rate / 100, 2)) AS tax FROM rates GROUP BY id),
                lines AS (
                  SELECT l.order_id AS id, count(*) AS number, array_agg(DISTINCT l.status::text ORDER BY l.status::text) AS states
                  FROM orders_orderline l JOIN touched t ON t.id = l.order_id GROUP BY l.order_id),
                settled AS (
                  UPDATE orders_order o SET net = sums.net, tax = sums.tax, total = sums.net + sums.tax,
                    line_count = lines.number, status = derived.status
                  FROM sums JOIN lines USING (id) JOIN (VALUES {derived}) AS derived (states, status) USING (states)
                  WHERE o.id = sums.id AND (o.net, o.tax, o.line_count, o.status)
                    IS DISTINCT FROM (sums.net, sums.tax, lines.number, derived.status)
                  RETURNING o.id)
                SELECT count(*) FROM settled WHERE id NOT IN (SELECT id FROM fresh)"""  # noqa: S608 - states are ours
        )
        return int(changed)

    def _tell_journal(self, staging: Staging) -> None:
        """Who placed what, and which lines of orders that were here have come further. Many at once, so not by
        `record`; keys are UUIDs of version 7, as `kit.ids` makes them.
        """
        key = """(lpad(to_hex((extract(epoch FROM happened) * 1000)::bigint), 12, '0') || '7'
                  || substr(replace(gen_random_uuid()::text, '-', ''), 14, 3)
                  || substr(replace(gen_random_uuid()::text, '-', ''), 17, 16))::uuid"""
        staging.run(
            f"""INSERT INTO journal_entry (id, at, verb, subject, subject_id, company_id, partner_id, actor, details)
                SELECT {key}, happened, verb, 'order', o.id::text, o.company_id, o.partner_id, %s, details
                FROM (
                  SELECT f.id AS order_id, o.placed_at AS happened, 'order.placed' AS verb,
                         jsonb_build_object('lines', o.line_count, 'total', o.total::text, 'currency', o.currency,
                                            'channel', o.channel) AS details
                  FROM fresh f JOIN orders_order o ON o.id = f.id
                  UNION ALL
                  SELECT order_id, now(), 'order.' || state, jsonb_build_object('positions', jsonb_agg(position ORDER BY position))
                  FROM staged WHERE before <> state GROUP BY order_id, state) events
                JOIN orders_order o ON o.id = events.order_id""",  # noqa: S608 - a constant
            [self.options.actor],
        )


def _quoted(states: list[str]) -> str:
    return ", ".join(f"'{state}'" for state in states)
