-- Links by which the host of one room works without an account. Of the token only a digest is kept;
-- a link that is revoked is gone. Instants are in milliseconds of the epoch; seen_at is 0 for a link
-- that was never used. It reads the same to SQLite and to PostgreSQL.

create table host_link (
  id varchar(32) not null primary key,
  digest varchar(64) not null unique,
  room varchar(100) not null,
  created_by varchar(40) not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);
