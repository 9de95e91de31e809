-- A job, its customers, each found by its customer too, and the job's entries.
CREATE TABLE job (
    idx bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job_id uuid NOT NULL UNIQUE, user_id text NOT NULL,
    action_code integer NOT NULL, action_name text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE job_customer (cid text NOT NULL, job bigint NOT NULL REFERENCES job, PRIMARY KEY (cid, job));
CREATE TABLE event (
    idx bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job bigint NOT NULL REFERENCES job, status text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now());
