/* The sessions that somebody has starred on this device, and which of them are at the same time. */
import { start, end, isOn } from './board.js';
import { load, save } from './store.js';

export function starred() {
  const kept = load('stars');
  return new Set(Array.isArray(kept) ? kept : []);
}

export function toggle(id) {
  const stars = starred();
  if (!stars.delete(id)) {
    stars.add(id);
  }
  save('stars', [...stars]);
}

export function overlap(a, b) {
  return a[0] < b[1] && b[0] < a[1];
}

function span(session) {
  return [start(session), end(session)];
}

/** Pairs of starred sessions that take place at the same time and are not over. */
export function overlaps(sessions, now) {
  const mine = starred();
  const coming = sessions.filter((one) => mine.has(one.id) && isOn(one) && end(one) > now);
  return coming.flatMap((one, i) =>
    coming
      .slice(i + 1)
      .filter((other) => overlap(span(one), span(other)))
      .map((other) => [one, other])
  );
}
