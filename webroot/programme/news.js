/* What has changed today of all rooms together, and how a session stands wherever one is. */
import { changedOf, glances, lateSign, places, say, sign, told } from './board.js';

/** How a session stands against its plan. */
export function standing(session, now) {
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
  const isChanged = glances(now).some((seen) => changedOf(session, seen).length > 0);
  return isChanged ? [...signs, sign('fresh', '', say('changed'))] : signs;
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
