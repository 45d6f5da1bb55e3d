/* What has changed today of all rooms together, and how a session stands wherever one is. */
import { glances, lateSign, places, say, sign, told } from './board.js';

/** The ids of what some room marks as changed. */
export function marked(now) {
  const changed = glances(now).flatMap((seen) => Object.entries(seen.changed));
  return new Set(changed.filter(([, aspects]) => aspects.length).map(([id]) => id));
}

/** How a session stands against its plan. */
export function standing(session, changed) {
  if (session.status === 'cancelled') {
    return [sign('cancelled', '✕', say('cancelled'))];
  }
  const signs = [];
  if (String(session.rooms) !== String(session.planned.rooms)) {
    signs.push(sign('moved', '→', say('movedTo', places(session))));
  }
  if (session.timeUnknown) {
    signs.push(sign('late', '◷', say('timeUnknown')));
  }
  if (lateSign(session)) {
    signs.push(lateSign(session));
  }
  return changed.has(session.id) ? [...signs, sign('fresh', '', say('changed'))] : signs;
}

/** The news of all rooms, each once, the gravest first. */
export function changes(now) {
  const all = new Map();
  for (const seen of glances(now)) {
    for (const notice of seen.notices) {
      if (notice.session && notice.kind !== 'moved-here') {
        told(notice, seen, now).forEach((each) => all.set(JSON.stringify(each), each));
      }
    }
  }
  const of = (weight) => [...all.values()].filter((each) => each.weight === weight);
  return [...of('grave'), ...of('plain')];
}
