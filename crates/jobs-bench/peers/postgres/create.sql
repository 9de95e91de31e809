-- One create: a job, its five customers of 65,536 and its first entry, in one statement, which is one transaction.
\set a random(0, 13106)
\set b random(13107, 26213)
\set c random(26214, 39320)
\set d random(39321, 52427)
\set e random(52428, 65535)
WITH created AS (
    INSERT INTO job (job_id, user_id, action_code, action_name) VALUES (gen_random_uuid(), 'vijay', 1, 'Trans-Begin')
    RETURNING idx, job_id
), customers AS (
    INSERT INTO job_customer
    SELECT 'cust-' || lpad(nth::text, 7, '0'), idx FROM created, unnest(ARRAY[:a, :b, :c, :d, :e]) AS nth
), entered AS (
    INSERT INTO event (job, status) SELECT idx, 'IN_PROGRESS' FROM created
)
SELECT job_id FROM created;
