-- How large a paired screen's panel is, in inches (0: as the page takes it), and at which times of
-- day it is dim (none: never). Since when nothing is sent to a webhook (0: it is sent). It reads the
-- same to SQLite and to PostgreSQL.

alter table paired_screen add column diagonal double precision not null default 0;
alter table paired_screen add column night varchar(11) not null default '';
alter table webhook add column paused_at bigint not null default 0;
