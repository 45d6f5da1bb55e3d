-- What must happen once among all nodes is claimed by one of them: a name, who holds it and until
-- when. Instants are in milliseconds of the epoch. It reads the same to SQLite and to PostgreSQL.

create table claim (
  name varchar(200) not null primary key,
  owner varchar(64) not null,
  held_until bigint not null
);

-- Where changes and announcements are sent. sent_revision is the newest revision of the journal from
-- which deliveries were made; a target that is removed takes its deliveries with it.
create table webhook (
  id varchar(32) not null primary key,
  label varchar(80) not null,
  url varchar(2000) not null,
  template varchar(16) not null,
  what varchar(16) not null,
  secret varchar(200) not null,
  created_at bigint not null,
  sent_revision bigint not null
);

-- One message to one target, in order of revision. state is waiting, delivered or dead.
create table webhook_delivery (
  target varchar(32) not null references webhook (id),
  revision bigint not null,
  kind varchar(16) not null,
  body text not null,
  state varchar(16) not null,
  attempts integer not null,
  next_at bigint not null,
  done_at bigint not null,
  trouble varchar(300) not null,
  primary key (target, revision)
);

create index webhook_delivery_state on webhook_delivery (state, target, revision);
