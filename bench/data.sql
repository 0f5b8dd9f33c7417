-- Data of size with skew: 100,000 products, 500,000 prices, 6,000 companies, 200,000 orders, 100,000 machines with
-- 1,000,000 readings, 100,000 cases with some 350,000 messages. A few products are bought far more often than the rest. One company
-- (number 1) places 40 % of all orders, holds 10,000 machines, opened 10,000 cases and has a contract of 10,000 prices. One
-- partner (number 1) looks after 5,000 companies. Run by the superuser with triggers off; every row satisfies the constraints.
SELECT setseed(0.42);

INSERT INTO partners_operator (id, name, colour, logo, email, phone, silver_discount, gold_discount, platinum_discount, join_days,
  open_registration, by_invitation, takes_over_accounts, second_factor_roles)
VALUES (1, 'Bench', '#0b5a66', '', 'bench@kontor.example', '1', 3, 6, 9, 1, true, true, true, '{}');
INSERT INTO partners_sellingentity (id, code, name, country, currency, organisation_number, vat_number, street, postcode,
  city, phone, email, standard_tax, reduced_tax, payment_days, bulky_surcharge, free_shipping_from, forwarder_name, time_zone)
VALUES (1, 'NO', 'Bench AS', 'NO', 'NOK', '', '', 'Street 1', '7010', 'Trondheim', '1', 'no@kontor.example', 25, 15, 14, 490,
  5000, 'Carrier', 'Europe/Oslo');
INSERT INTO partners_shippingrate (entity_id, carriage, up_to_kg, price)
VALUES (1, 'parcel', 35, 149), (1, 'parcel', NULL, 249), (1, 'forwarder', NULL, 890);
INSERT INTO partners_productarea (id, code, name_nb, name_de, name_en, position, serial_asked, serial_pattern, serial_example, serial_help_nb,
  serial_help_de, serial_help_en, meters)
SELECT n, 'area-' || n, 'Område ' || n, 'Bereich ' || n, 'Area ' || n, n, false, '', '', '', '', '', ARRAY['hours'] FROM generate_series(1, 5) n;
INSERT INTO partners_partner (id, code, name, country, contact, phone, email, street, postcode, city, opens, closes, time_zone)
SELECT n, 'partner-' || n, 'Partner ' || n, 'NO', 'Contact', '1', 'p@kontor.example', '', '', '', '08:00', '16:00', 'Europe/Oslo'
FROM generate_series(1, 4) n;
INSERT INTO partners_terms (kind, version, valid_from, title_nb, title_de, title_en, body_nb, body_de, body_en)
SELECT kind, 1, '2026-01-01', 't', 't', 't', 'b', 'b', 'b' FROM unnest(ARRAY['sale', 'shipping', 'payment']) kind;
INSERT INTO companies_customergroup (id, code, name) SELECT n, 'group-' || n, 'Group ' || n FROM generate_series(1, 3) n;

INSERT INTO companies_company (id, number, name, organisation_number, vat_number, country, language, currency, entity_id,
  partner_id, tier, group_id, email, phone, created_at)
SELECT n, (100000 + n)::text, 'Company ' || n, '', '', 'NO', 'en', 'NOK', 1, CASE WHEN n % 6 < 5 THEN 1 ELSE 2 + n / 6 % 3 END,
  (ARRAY['silver', 'silver', 'silver', 'gold', 'platinum'])[1 + n % 5], 1 + n % 3, 'invoice@kontor.example', '1', now()
FROM generate_series(1, 6000) n;
INSERT INTO companies_relationship (company_id, partner_id, area_id, status, since)
SELECT c.id, c.partner_id, a.id, 'active', '2026-01-01' FROM companies_company c, partners_productarea a;
INSERT INTO companies_address (company_id, kind, name, street, postcode, city, country, phone, is_default)
SELECT id, place, place, 'Street 1', '7010', 'Trondheim', 'NO', '1', true
FROM companies_company, unnest(ARRAY['billing', 'delivery']) place;

INSERT INTO catalogue_category (id, path, parent_id, name_nb, name_de, name_en, position)
SELECT n, 'root-' || n, NULL, 'Rot ' || n, 'Wurzel ' || n, 'Root ' || n, n FROM generate_series(1, 5) n;
INSERT INTO catalogue_category (id, path, parent_id, name_nb, name_de, name_en, position)
SELECT 5 + n, 'root-' || 1 + n % 5 || '/leaf-' || n, 1 + n % 5, 'Blad ' || n, 'Blatt ' || n, 'Leaf ' || n, n
FROM generate_series(1, 40) n;

INSERT INTO catalogue_product (id, number, maker, maker_number, gtin, area_id, category_id, name_nb, name_de, name_en,
  description_nb, description_de, description_en, unit, pack_size, min_quantity, weight_kg, bulky, forwarder, tax_class,
  picture, lead_days, is_active)
SELECT n, 'HI-' || 1000000 + n, (ARRAY['Nordhaug', 'Filtra', 'Lumera', 'Hansa'])[1 + n % 4], 'M-' || n, '', 1 + n % 5, 6 + n % 40,
  kind_nb || ' ' || n, kind_de || ' ' || n, kind_en || ' ' || n, 'Måler ' || n || ' mm', 'Misst ' || n || ' mm',
  'Measures ' || n || ' mm', 'piece', 1, 1, 1, n % 50 = 0, n % 50 = 0, 'standard', '', NULL, true
FROM generate_series(1, 100000) n,
  LATERAL (SELECT (ARRAY['Filter', 'Skrue', 'Lampe', 'Slange', 'Pumpe'])[1 + n % 5],
                  (ARRAY['Filter', 'Schraube', 'Leuchte', 'Schlauch', 'Pumpe'])[1 + n % 5],
                  (ARRAY['Filter', 'Bolt', 'Lamp', 'Hose', 'Pump'])[1 + n % 5]) AS kind (kind_nb, kind_de, kind_en);
INSERT INTO catalogue_articlenumber (product_id, kind, plain)
SELECT id, 'ours', 'HI' || 1000000 + id FROM catalogue_product UNION ALL SELECT id, 'maker', 'M' || id FROM catalogue_product;
INSERT INTO catalogue_stock (product_id, warehouse, quantity) SELECT id, 'Trondheim', id % 90 FROM catalogue_product;
INSERT INTO catalogue_customerarticlenumber (company_id, product_id, number, plain)
SELECT 1, n, 'OWN-' || n, 'OWN' || n FROM generate_series(1, 5000) n;

-- Prices: 100,000 general, 100,000 of breaks on the best sellers, 3 × 60,000 of groups, 50 × 1,000 of companies,
-- a promotion of 20,000, contracts of 10,000 (the giant) and 400 × 100: 500,000.
INSERT INTO catalogue_pricelist (id, code, name, kind, rank, currency, company_id, group_id)
VALUES (1, 'GENERAL', 'General', 'general', 50, 'NOK', NULL, NULL), (2, 'PROMO', 'Autumn', 'promotion', 40, 'NOK', NULL, NULL);
INSERT INTO catalogue_pricelist (id, code, name, kind, rank, currency, company_id, group_id)
SELECT 10 + n, 'GROUP-' || n, 'Group ' || n, 'group', 30, 'NOK', NULL, n FROM generate_series(1, 3) n;
INSERT INTO catalogue_pricelist (id, code, name, kind, rank, currency, company_id, group_id)
SELECT 1000 + n, 'COMPANY-' || n, 'Company ' || n, 'company', 20, 'NOK', n, NULL FROM generate_series(1, 50) n;
INSERT INTO catalogue_pricelist (id, code, name, kind, rank, currency, company_id, group_id)
SELECT 2000 + n, 'CONTRACT-' || n, 'Contract ' || n, 'contract', 10, 'NOK', n, NULL FROM generate_series(1, 401) n;

CREATE TEMPORARY TABLE wanted (list_id bigint, product_id bigint, company_id bigint, from_quantity numeric, factor numeric, net boolean);
INSERT INTO wanted SELECT 1, id, NULL, 1, 1, false FROM catalogue_product;
INSERT INTO wanted SELECT 1, id, NULL, quantity, 0.9, false FROM catalogue_product, unnest(ARRAY[10, 50, 100, 500, 1000]) quantity
  WHERE id <= 20000;
INSERT INTO wanted SELECT 10 + g, id, NULL, 1, 0.85, false FROM catalogue_product, generate_series(1, 3) g WHERE id <= 60000;
INSERT INTO wanted SELECT 1000 + c, 1 + (c * 131 + n) % 100000, c, 1, 0.8, false FROM generate_series(1, 50) c, generate_series(1, 1000) n;
INSERT INTO wanted SELECT 2, id, NULL, 1, 0.7, true FROM catalogue_product WHERE id <= 20000;
INSERT INTO wanted SELECT 2001, id, 1, 1, 0.75, true FROM catalogue_product WHERE id <= 10000;
INSERT INTO wanted SELECT 2000 + c, 1 + (c * 977 + n) % 100000, c, 1, 0.78, true FROM generate_series(2, 401) c, generate_series(1, 100) n;
INSERT INTO catalogue_price (list_id, product_id, company_id, group_id, from_quantity, valid_from, valid_to, amount, per, net)
SELECT list_id, product_id, w.company_id, l.group_id, from_quantity, '2026-01-01', '9999-12-31', round((20 + product_id % 900) * factor, 2), 1, net
FROM wanted w JOIN catalogue_pricelist l ON l.id = w.list_id;

-- Orders of two years; lines favour the products with low numbers (best sellers).
INSERT INTO orders_order (id, company_id, number, partner_id, entity_id, member_id, ordered_by, channel, placed_at,
  customer_reference, status, currency, ship_name, ship_street, ship_postcode, ship_city, ship_country, ship_phone, bill_name,
  bill_street, bill_postcode, bill_city, bill_country, invoice_email, delivery, wish_from, wish_to, wishes, payment_days,
  terms_id, shipping, surcharge, charges_tax_rate, net, tax, total, line_count)
SELECT n, c.id, 'E-' || n, c.partner_id, 1, NULL, 'Buyer', 'erp',
  now() - (200000 - n) * interval '5 minutes', 'REF-' || n, CASE WHEN n > 199000 THEN 'placed' ELSE 'delivered' END, 'NOK',
  'Place', 'Street 1', '7010', 'Trondheim', 'NO', '1', 'Company', 'Street 1', '7010', 'Trondheim', 'NO', '', 'parts', NULL, NULL, '',
  14, NULL, 0, 0, 25, 300, 75, 375, 3
FROM generate_series(1, 200000) n
JOIN companies_company c ON c.id = CASE WHEN n % 5 < 2 THEN 1 ELSE 2 + (n::bigint * 7919) % 5999 END;
INSERT INTO orders_orderline (company_id, order_id, partner_id, position, product_id, number, text, unit, quantity, unit_price, per,
  net, tax_rate, price_source, tier, price_steps, status, promised_date, shipped_on)
SELECT o.company_id, o.id, o.partner_id, p, product, 'HI-' || 1000000 + product, 'Product ' || product, 'piece', 1, 100, 1, 100, 25,
  'general', '', '[]', CASE WHEN o.id > 199000 THEN 'placed' ELSE 'delivered' END, NULL, NULL
FROM orders_order o, generate_series(1, 3) p,
  LATERAL (SELECT 1 + floor(99999 * power(random(), 3))::bigint + 0 * o.id) AS best (product);

-- One person in every company, 10,000 in the giant one, whose first has twenty lines in the cart; twenty staff of the large partner.
-- The first 400 have a password that can be tried.
INSERT INTO accounts_user (id, email, username, password, language, is_active, date_joined)
SELECT n, CASE n WHEN 1 THEN 'buyer' WHEN 7001 THEN 'staff' ELSE 'person-' || lpad(n::text, 5, '0') END || '@kontor.example', '',
  CASE WHEN n <= 400 OR n = 7001 THEN '{password}' ELSE '!' END, 'en', true, now()
FROM generate_series(1, 19999) n WHERE n <= 6039 OR n BETWEEN 7001 AND 7020 OR n > 10039;
INSERT INTO account_emailaddress (user_id, email, verified, "primary") SELECT id, email, true, true FROM accounts_user;
INSERT INTO companies_member (id, company_id, user_id, first_name, last_name, title, phone, roles, is_active, created_at)
SELECT n, CASE WHEN n <= 6000 THEN n ELSE 1 END, n, 'Bea', 'Buyer ' || n, '', '',
  CASE WHEN n <= 6039 THEN '{administrator}' ELSE '{service}' END::varchar[], n % 50 > 0, now()
FROM generate_series(1, 19999) n WHERE n <= 6039 OR n > 10039;
INSERT INTO shopping_cart (id, company_id, member_id, checkout) VALUES (1, 1, 1, '{}');
INSERT INTO shopping_cartline (company_id, cart_id, product_id, quantity, added_at)
SELECT 1, 1, n * 37, n, now() FROM generate_series(1, 20) n;
INSERT INTO partners_staff (id, user_id, partner_id, role, first_name, last_name, phone, is_active)
SELECT n, 7000 + n, 1, 'administrator', 'Sam', 'Staff ' || n, '', true FROM generate_series(1, 20) n;

-- Machines: every tenth is the giant's; a hundred wait to be looked at. Hours are read every month, a thousand machines every
-- week for four years: 1,000 × 208 + 99,000 × 8 readings.
INSERT INTO equipment_machine (id, area_id, serial, maker, model, product_id, drawing, built_in)
SELECT n, 1 + n % 5, 'AB' || lpad(n::text, 6, '0') || 'Z', (ARRAY['Nordhaug', 'Filtra', 'Lumera', 'Hansa'])[1 + n % 4],
  'Model ' || n % 40, NULL, '', 2010 + n % 16
FROM generate_series(1, 100000) n;
INSERT INTO equipment_holding (id, company_id, partner_id, area_id, machine_id, serial, reference, keywords, location, status,
  held_from, held_to, registered_by_id, registered_at, decided_at, reason, handled_by_id)
SELECT m.id, c.id, c.partner_id, m.area_id, CASE WHEN waits THEN NULL ELSE m.id END, m.serial,
  CASE WHEN m.id % 3 = 0 THEN '' ELSE 'Machine ' || m.id END, ARRAY['hall ' || m.id % 9], 'Hall ' || m.id % 9,
  CASE WHEN waits THEN 'pending' ELSE 'held' END, CASE WHEN waits THEN NULL ELSE date '2022-01-01' + (m.id % 900)::int END, NULL,
  c.id, now() - (100000 - m.id) * interval '15 minutes', CASE WHEN waits THEN NULL ELSE now() END, '', NULL
FROM equipment_machine m
JOIN companies_company c ON c.id = CASE WHEN m.id % 10 = 0 THEN 1 ELSE 2 + (m.id * 7919) % 5999 END,
  LATERAL (SELECT m.id > 99900) AS state (waits);
INSERT INTO equipment_assignment (company_id, holding_id, member_id)
SELECT 1, id, 6001 + id / 10 % 39 FROM equipment_holding WHERE company_id = 1;
CREATE TEMPORARY TABLE reads AS
SELECT id, company_id, partner_id, CASE WHEN id % 100 = 0 THEN 208 ELSE 8 END AS readings,
  CASE WHEN id % 100 = 0 THEN 7 ELSE 30 END AS days, 2 + id % 50 AS ago
FROM equipment_holding;
INSERT INTO equipment_meter (id, company_id, partner_id, holding_id, kind, last_value, last_on)
SELECT id, company_id, partner_id, id, 'hours', readings * days * 6, current_date - ago::int FROM reads;
INSERT INTO equipment_reading (company_id, partner_id, meter_id, value, read_on, member_id, sent_at)
SELECT company_id, partner_id, id, k * days * 6, current_date - (ago + (readings - k) * days)::int, company_id, now()
FROM reads, generate_series(1, readings) k;

-- Cases: every tenth is the giant's; 5,000 wait for us, 3,000 for the customer. Two to five messages each, forty in some.
INSERT INTO service_case (id, company_id, partner_id, area_id, number, kind, subject, holding_id, status, opened_by_id, opened_at,
  last_at, solved_at, handled_by_id)
SELECT n, h.company_id, h.partner_id, h.area_id, 'S-2026-' || lpad(n::text, 6, '0'),
  (ARRAY['fault', 'fault', 'consumables', 'meter', 'contact'])[1 + n % 5],
  (ARRAY['Does not start', 'Leaks oil', 'Filter wanted', 'Hours are wrong', 'When do you come'])[1 + n % 5] || ' ' || n, h.id,
  state, h.company_id, at, at + interval '2 days', CASE WHEN state = 'solved' THEN at + interval '2 days' END,
  CASE WHEN h.partner_id = 1 AND n % 3 > 0 THEN 1 + n % 20 END
FROM generate_series(1, 100000) n
JOIN equipment_holding h ON h.id = n,
  LATERAL (SELECT CASE WHEN n <= 92000 THEN 'solved' WHEN n % 8 < 3 THEN 'waiting' WHEN n % 8 < 6 THEN 'open' ELSE 'new' END,
                  now() - interval '3 days' - (100000 - n) * interval '8 minutes') AS course (state, at);
INSERT INTO service_message (company_id, partner_id, case_id, member_id, staff_id, body, note, written_at)
SELECT company_id, partner_id, id, CASE WHEN theirs THEN company_id END, CASE WHEN theirs THEN NULL ELSE 1 + id % 20 END,
  CASE WHEN theirs THEN 'It stopped this morning at quarter past six and has not started since. ' || id
  ELSE 'Thank you. Please look at the second fuse from the left; we come on Thursday with a new one. ' || id END,
  NOT theirs AND k = 4, opened_at + (k - 1) * interval '40 minutes'
FROM service_case, generate_series(1, CASE WHEN id % 1000 = 0 THEN 40 ELSE 2 + id % 4 END) k,
  LATERAL (SELECT k % 2 = 1) AS author (theirs);

-- What the journal says of machines and cases.
INSERT INTO journal_entry (id, at, verb, subject, subject_id, company_id, partner_id, user_id, member_id, actor, details)
SELECT uuidv7(), registered_at, 'holding.registered', 'holding', id::text, company_id, partner_id, company_id, company_id, '', '{}'::jsonb
FROM equipment_holding
UNION ALL
SELECT uuidv7(), decided_at, 'holding.accepted', 'holding', id::text, company_id, partner_id, 7001 + id % 20, NULL, '', '{}'::jsonb
FROM equipment_holding WHERE status = 'held'
UNION ALL
SELECT uuidv7(), opened_at, 'case.opened', 'case', id::text, company_id, partner_id, company_id, company_id, '', '{}'::jsonb
FROM service_case
UNION ALL
SELECT uuidv7(), solved_at, 'case.solved', 'case', id::text, company_id, partner_id, 7001 + id % 20, NULL, '', '{}'::jsonb
FROM service_case WHERE status = 'solved';

-- Registrations: 1,000 wait at the desk of the large partner, 48,000 are decided, 1,000 expired.
INSERT INTO onboarding_registration (id, number, status, language, kind, email, title, first_name, last_name, phone, knows_colleague,
  colleague_email, company_name, country, organisation_number, vat_number, street, postcode, city, invoice_email, areas, serials,
  customer_number, started_at, saved_at, sent_at, proven_at, expires_at, partner_id, joins, question, answer, reason, decided_at)
SELECT gen_random_uuid(), 'R-2026-' || lpad(n::text, 6, '0'), state, 'en', 'customer', 'applicant-' || n || '@kontor.example', '', 'Ada',
  'Applicant ' || n, '', false, '', 'Newcomer ' || n, 'NO', lpad((n * 8)::text, 9, '9'), '', 'Street 1', '7010', 'Trondheim', '',
  '{area-1}', '{}', '', at, at, at, CASE WHEN state <> 'expired' THEN at END, at + interval '14 days', 1, false, '', '', '',
  CASE WHEN state IN ('approved', 'rejected') THEN at + interval '1 day' END
FROM generate_series(1, 50000) n,
  LATERAL (SELECT CASE WHEN n > 49000 THEN 'waiting' WHEN n % 49 = 0 THEN 'expired' WHEN n % 7 = 0 THEN 'rejected' ELSE 'approved' END,
                  now() - (50000 - n) * interval '10 minutes') AS course (state, at);

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.attidentity <> ''
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), coalesce(max(id), 0) + 1, false) FROM %I', t.relname, t.relname);
  END LOOP;
END $$;
