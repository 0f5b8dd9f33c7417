-- The same trade as in bench/data.sql, as far as django-oscar knows it: 100,000 products in 45 categories with their stock
-- and one price each, 200,000 orders of 1,000 customers, the first of whom placed 40 %; twenty lines in the second one's basket,
-- since a filled basket makes each of its pages dearer, and those are to be compared as they are.
-- Written straight into its tables by the superuser with triggers off; every row satisfies its constraints.
SELECT setseed(0.42);

INSERT INTO catalogue_productclass (id, name, slug, requires_shipping, track_stock) VALUES (1, 'Part', 'part', true, true);
INSERT INTO partner_partner (id, code, name) VALUES (1, 'bench', 'Bench AS');
INSERT INTO catalogue_category (id, path, depth, numchild, name, description, long_description, slug, ancestors_are_public,
  is_public, exclude_from_menu)
SELECT n, lpad(n::text, 4, '0'), 1, 8, 'Root ' || n, '', '', 'root-' || n, true, true, false FROM generate_series(1, 5) n;
INSERT INTO catalogue_category (id, path, depth, numchild, name, description, long_description, slug, ancestors_are_public,
  is_public, exclude_from_menu)
SELECT 5 + n, lpad((1 + n % 5)::text, 4, '0') || lpad((1 + (n - 1) / 5)::text, 4, '0'), 2, 0, 'Leaf ' || n, '', '', 'leaf-' || n,
  true, true, false
FROM generate_series(1, 40) n;

INSERT INTO catalogue_product (id, structure, upc, title, slug, description, date_created, date_updated, is_discountable,
  product_class_id, is_public, priority)
SELECT n, 'standalone', 'HI-' || 1000000 + n, kind || ' ' || n, lower(kind) || '-' || n, 'Measures ' || n || ' mm', now(), now(),
  true, 1, true, 0
FROM generate_series(1, 100000) n, LATERAL (SELECT (ARRAY['Filter', 'Bolt', 'Lamp', 'Hose', 'Pump'])[1 + n % 5]) AS kinds (kind);
INSERT INTO catalogue_productcategory (category_id, product_id) SELECT 6 + id % 40, id FROM catalogue_product;
INSERT INTO partner_stockrecord (id, partner_id, product_id, partner_sku, price_currency, price, num_in_stock, date_created,
  date_updated)
SELECT id, 1, id, upc, 'NOK', 20 + id % 900, id % 90, now(), now() FROM catalogue_product;

-- The products of one category once more as a range, whose page django-oscar makes without a search server.
INSERT INTO offer_range (id, name, slug, description, is_public, includes_all_products, date_created)
VALUES (1, 'Leaf 5', 'leaf-5', '', true, false, now());
INSERT INTO offer_rangeproduct (range_id, product_id, display_order) SELECT 1, id, id FROM catalogue_product WHERE 6 + id % 40 = 10;

INSERT INTO auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)
SELECT n, CASE WHEN n <= 2 THEN '{password}' ELSE '!' END, false, 'buyer-' || n, 'Bea', 'Buyer', 'buyer-' || n || '@kontor.example',
  false, true, now()
FROM generate_series(1, 1000) n;

INSERT INTO order_order (id, number, site_id, user_id, currency, total_incl_tax, total_excl_tax, shipping_incl_tax,
  shipping_excl_tax, shipping_method, shipping_code, status, guest_email, date_placed, analytics_tracked)
SELECT n, 'E-' || n, 1, CASE WHEN n % 5 < 2 THEN 1 ELSE 2 + (n * 7919) % 999 END, 'NOK', 375, 300, 0, 0, 'Parcel', 'parcel',
  CASE WHEN n > 199000 THEN 'Pending' ELSE 'Processed' END, '', now() - (200000 - n) * interval '5 minutes', true
FROM generate_series(1, 200000) n;
INSERT INTO order_line (order_id, partner_id, partner_name, partner_sku, partner_line_reference, partner_line_notes, stockrecord_id,
  product_id, title, upc, quantity, line_price_incl_tax, line_price_excl_tax, line_price_before_discounts_incl_tax,
  line_price_before_discounts_excl_tax, unit_price_incl_tax, unit_price_excl_tax, status, allocation_cancelled, num_allocated)
SELECT o.id, 1, 'Bench AS', 'HI-' || 1000000 + product, '', '', product, product, 'Product ' || product, 'HI-' || 1000000 + product,
  1, 125, 100, 125, 100, 125, 100, o.status, false, 0
FROM order_order o, generate_series(1, 3) p,
  LATERAL (SELECT 1 + floor(99999 * power(random(), 3))::bigint + 0 * o.id) AS best (product);

INSERT INTO basket_basket (id, status, owner_id, date_created) VALUES (1, 'Open', 2, now());
INSERT INTO basket_line (basket_id, line_reference, product_id, stockrecord_id, quantity, price_currency, price_excl_tax,
  price_incl_tax, date_created, date_updated)
SELECT 1, product || '_' || product, product, product, n, 'NOK', 20 + product % 900, 20 + product % 900, now(), now()
FROM generate_series(1, 20) n, LATERAL (SELECT n * 37) AS twenty (product);

REFRESH MATERIALIZED VIEW catalogue_product_category_hierarchy;
DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.attidentity <> ''
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), coalesce(max(id), 0) + 1, false) FROM %I', t.relname, t.relname);
  END LOOP;
END $$;
