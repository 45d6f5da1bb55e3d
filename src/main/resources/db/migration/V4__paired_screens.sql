-- Screens that follow an assignment, and the codes of those that wait for one. Of a screen's secret
-- only a digest is kept. A screen that was unpaired stays with the instant, so that it can be told;
-- unpaired_at is 0 for all others. Instants are in milliseconds of the epoch. It reads the same to
-- SQLite and to PostgreSQL.

create table pairing (
  id varchar(40) not null primary key,
  digest varchar(64) not null unique,
  code varchar(8) not null unique,
  device varchar(80) not null,
  viewport varchar(20) not null,
  address varchar(64) not null,
  expires_at bigint not null
);

create table paired_screen (
  id varchar(40) not null primary key,
  digest varchar(64) not null unique,
  name varchar(60) not null,
  role varchar(10) not null,
  room varchar(100) not null,
  language varchar(10) not null,
  theme varchar(10) not null,
  created_at bigint not null,
  unpaired_at bigint not null
);
