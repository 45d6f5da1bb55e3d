-- One script for SQLite and PostgreSQL: only what both understand alike.

-- The journal itself: one row, the id beside which a revision means something.
create table journal (
  only_row integer not null primary key check (only_row = 1),
  id text not null
);

-- Append only. The primary key orders writers; body holds the whole entry, and the other columns
-- repeat what is searched for. recorded_at is in milliseconds since 1970.
create table entry (
  revision bigint not null primary key,
  recorded_at bigint not null,
  author text not null,
  idempotency_key text not null,
  body text not null,
  digest text not null
);

create unique index entry_by_key on entry (author, idempotency_key) where idempotency_key <> '';
