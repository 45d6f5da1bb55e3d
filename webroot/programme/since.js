/*
 * What has changed since somebody last looked. What they saw is kept on the device in short, and only
 * their own word, "seen", replaces it: a reload, a crash or a day without network loses nothing.
 */
import {
  state, say, hm, when, was, start, end, places, sign, lateSign, personSign,
  element, content, struck, signElements, fill, setHidden, setText, part, isOn
} from './board.js';
import { load, save } from './store.js';
import { overlap, overlaps, starred } from './stars.js';

const SHOWN = 30;

/** A short number of a text, to see that it is another. */
function mark(text) {
  let hash = 0x811c9dc5;
  for (const unit of text) {
    hash = Math.imul(hash ^ unit.codePointAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function personMark(slot) {
  return mark([slot.role, slot.name, slot.affiliation].join('\n'));
}

function standingOf(session) {
  return session.status === 'cancelled' ? 'c' : session.timeUnknown ? 'u' : '';
}

/** A session as it is kept: times, rooms, standing, title and people. A name is kept for when it is gone. */
function short(session) {
  return [
    start(session),
    end(session),
    session.rooms,
    standingOf(session),
    mark(session.title),
    session.people.map(personMark),
    session.title
  ];
}

function eventMark() {
  return mark(state.venue.event.name);
}

function seen() {
  const kept = load('seen');
  return kept && kept.event === eventMark() ? kept.sessions : null;
}

export function look(sessions) {
  const kept = Object.fromEntries(sessions.map((session) => [session.id, short(session)]));
  save('seen', { event: eventMark(), sessions: kept });
}

/** Who looks for the first time has missed nothing. */
export function begin(sessions) {
  if (!seen()) {
    look(sessions);
  }
}

function timeSigns(before, session) {
  const late = lateSign(session);
  if (start(session) !== before[0]) {
    return [start(session) > before[0] && late ? late : sign('late', '◷', say('newTime'))];
  }
  return end(session) !== before[1] ? [sign('late', '◷', say('newTime'))] : [];
}

function peopleSigns(before, session) {
  const fresh = session.people.filter((slot, i) => before[5][i] !== personMark(slot));
  if (fresh.length) {
    return fresh.map(personSign);
  }
  return before[5].length > session.people.length ? [sign('fresh', '', say('newPeople'))] : [];
}

/** What is said of a session that is not as it was seen; nothing of one that is. */
function signsSince(before, session) {
  if (!before) {
    return [sign('good', '●', say('isNew'))];
  }
  const stands = standingOf(session);
  if (stands === 'c') {
    return before[3] === 'c' ? [] : [sign('cancelled', '✕', say('cancelled'))];
  }
  const signs = [];
  if (before[3] === 'c') {
    signs.push(sign('good', '●', say('isOnAgain')));
  }
  if (String(before[2]) !== String(session.rooms)) {
    signs.push(sign('moved', '→', say('movedTo', places(session))));
  }
  if (stands === 'u') {
    signs.push(...(before[3] === 'u' ? [] : [sign('late', '◷', say('timeUnknown'))]));
  } else if (before[3] === 'u') {
    signs.push(lateSign(session) || sign('late', '◷', say('newTime')));
  } else {
    signs.push(...timeSigns(before, session));
  }
  if (before[4] !== mark(session.title)) {
    signs.push(sign('fresh', '', say('newTitle')));
  }
  return signs.concat(peopleSigns(before, session));
}

function times(before, session, now) {
  if (!isOn(session)) {
    return { was: when(start(session), now), when: '' };
  }
  if (before && start(session) === before[0] && end(session) !== before[1]) {
    return { was: say('until', hm(before[1])), when: say('until', hm(end(session))) };
  }
  const planned = before ? was(before[0], start(session), now) : '';
  return { was: planned, when: when(start(session), now) };
}

function gone(id, before, now) {
  return {
    id,
    title: before[6],
    signs: [sign('cancelled', '✕', say('isRemoved'))],
    was: when(before[0], now),
    when: '',
    detail: ''
  };
}

/** Everything that is not as it was seen and not over, one's own first. */
export function news(sessions, now) {
  const known = seen() || {};
  const mine = starred();
  const here = new Set(sessions.map((session) => session.id));
  const changed = sessions
    .filter((session) => Math.max(end(session), (known[session.id] || [0, 0])[1]) > now)
    .map((session) => ({
      id: session.id,
      title: session.title,
      signs: signsSince(known[session.id], session),
      ...times(known[session.id], session, now),
      detail: known[session.id] ? '' : places(session)
    }))
    .filter((each) => each.signs.length);
  const left = Object.entries(known)
    .filter(([id, before]) => !here.has(id) && before[1] > now)
    .map(([id, before]) => gone(id, before, now));
  const all = [...changed, ...left];
  return [...all.filter((each) => mine.has(each.id)), ...all.filter((each) => !mine.has(each.id))];
}

/** Overlaps of one's own sessions that were none when last seen. */
export function newOverlaps(sessions, now) {
  const known = seen() || {};
  return overlaps(sessions, now).filter(([one, other]) => {
    const before = [known[one.id], known[other.id]];
    return !before[0] || !before[1] || !overlap(before[0], before[1]);
  });
}

export function spanWords(session) {
  return hm(start(session)) + '–' + hm(end(session));
}

function overlapElement([one, other]) {
  const words = say('overlapWords', one.title, spanWords(one), other.title, spanWords(other));
  return element('div', 'told late overlap', [
    element('p', 'headline', signElements([sign('late', '▲', say('overlap'))])),
    content('p', 'detail', words)
  ]);
}

/** One's own are marked, so that they are found among many. */
function newsElement(each, isMine) {
  const what = content(each.signs[0].word === say('isRemoved') ? 'span' : 'a', 'what', each.title);
  if (what.tagName === 'A') {
    what.href = '#s-' + each.id;
  }
  const time = each.when ? [element('span', 'when', [each.when]), ' '] : [];
  const own = isMine ? [element('span', 'own', ['★']), ' '] : [];
  return element('div', 'told', [
    element('p', 'headline', signElements(each.signs)),
    element('p', 'subject', own.concat(struck(each.was), time, what)),
    ...(each.detail ? [content('p', 'detail', each.detail)] : [])
  ]);
}

/** Shows what is new; answers the ids that it names. */
export function renderSince(sessions, now) {
  const clashes = newOverlaps(sessions, now);
  const all = news(sessions, now);
  const mine = starred();
  const shown = all.slice(0, SHOWN);
  const key = JSON.stringify([clashes.map((pair) => pair.map((one) => [one.title, spanWords(one)])), all, [...mine]]);
  setHidden(part('since'), !clashes.length && !all.length);
  setText(part('newsCount'), String(clashes.length + all.length || ''));
  fill(part('sinceNews'), key, () => {
    const more = all.length - shown.length;
    return clashes
      .map(overlapElement)
      .concat(shown.map((each) => newsElement(each, mine.has(each.id))))
      .concat(more > 0 ? [element('p', 'more', [say('andMore', more)])] : []);
  });
  return new Set(all.map((each) => each.id));
}
