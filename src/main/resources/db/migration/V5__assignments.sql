-- The whole of what a paired screen is told to be, and when it last asked. Lists are comma-separated:
-- the rooms of a lobby (none: all), its languages (none: as the server is set), the times of day at
-- which it is dark. A distance of 0 is as the page has it; seen_at is 0 for a screen that has not
-- asked since it was paired. It reads the same to SQLite and to PostgreSQL.

alter table paired_screen add column rooms varchar(4000) not null default '';
alter table paired_screen add column languages varchar(60) not null default '';
alter table paired_screen add column mode varchar(12) not null default 'single';
alter table paired_screen add column turn integer not null default 0;
alter table paired_screen add column distance integer not null default 0;
alter table paired_screen add column off_hours varchar(200) not null default '';
alter table paired_screen add column seen_at bigint not null default 0;
update paired_screen set languages = language;
alter table paired_screen drop column language;
