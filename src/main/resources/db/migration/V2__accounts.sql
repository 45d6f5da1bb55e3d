-- Accounts, the rooms of hosts, and what they present instead of a password. Instants are in
-- milliseconds of the epoch. It reads the same to SQLite and to PostgreSQL.

create table account (
  id varchar(32) not null primary key,
  name varchar(40) not null unique,
  role varchar(16) not null,
  hash varchar(255) not null
);

create table account_room (
  account_id varchar(32) not null references account (id),
  room varchar(100) not null,
  primary key (account_id, room)
);

create table account_token (
  id varchar(32) not null primary key,
  digest varchar(64) not null unique,
  account_id varchar(32) not null references account (id),
  kind varchar(16) not null,
  label varchar(80) not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);

create index account_token_account on account_token (account_id);

-- One row, which every writer of accounts updates first: so they take turns on every node.
create table account_turn (
  turn bigint not null
);

insert into account_turn (turn) values (0);
