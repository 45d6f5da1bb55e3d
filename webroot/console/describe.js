/* Changes in words, the same in the sheet, the journal, and the list of what is to come. */

import { at, date, hm } from './clock.js';
import { h } from './dom.js';
import { count, say, word } from './labels.js';
import { start } from './state.js';

export function title(day, id) {
  return day.session(id)?.title ?? id;
}

export function rooms(day, ids) {
  return ids.length ? ids.map((id) => day.room(id)?.name ?? id).join(', ') : say('wholeVenue');
}

export function person(slot) {
  const name = slot.name || say('toBeConfirmed');
  return slot.affiliation ? `${name}, ${slot.affiliation}` : name;
}

/** A span of time; with its date where that is not the one of the event's present day. */
export function span(from, to, day) {
  const times = `${hm(from)}–${hm(to)}`;
  const today = day ? date(from) === date(day) : true;
  return today ? times : `${date(from)} ${times}`;
}

const WORDS = {
  delay: (change, day) => {
    if (change.minutes === null) {
      return say('what.postpone', title(day, change.session));
    }
    return say(change.minutes < 0 ? 'what.forward' : 'what.delay', title(day, change.session), Math.abs(change.minutes));
  },
  extend: (change, day) => say(change.minutes < 0 ? 'what.shorten' : 'what.extend', title(day, change.session), Math.abs(change.minutes)),
  retime: (change, day) => say('what.retime', title(day, change.session), span(Date.parse(change.start), Date.parse(change.end))),
  start: (change, day) => say('what.start', title(day, change.session)),
  finish: (change, day) => say('what.finish', title(day, change.session)),
  cancel: (change, day) => say('what.cancel', title(day, change.session)),
  reinstate: (change, day) => say('what.reinstate', title(day, change.session)),
  move: (change, day) => say('what.move', title(day, change.session), rooms(day, change.rooms)),
  swap: (change, day) => say('what.swap', title(day, change.session), title(day, change.with)),
  assign: (change, day) =>
    change.person
      ? say('what.assign', word('role', change.role), person(change.person), title(day, change.session))
      : say('what.unassign', word('role', change.role), title(day, change.session)),
  edit: (change, day) => say('what.edit', title(day, change.session)),
  add: (change) => say('what.add', change.title),
  room: (change, day) => say('what.room', rooms(day, [change.room]), word('room', change.status)),
  announce: (change) => say('what.announce', change.headline ?? ''),
  withdraw: () => say('what.withdraw'),
  call: (change, day) => say(`what.call.${change.kind}`, rooms(day, [change.room])),
  answer: () => say('what.answer'),
  hold: (change, day) => say('what.hold', change.rooms?.length ? rooms(day, change.rooms) : say('allRooms')),
  resume: (change, day) => say('what.resume', change.rooms?.length ? rooms(day, change.rooms) : say('allRooms')),
  import: () => say('what.import'),
  clock: () => say('what.clock'),
  settle: (change) => say(change.take === 'plan' ? 'what.settle.plan' : 'what.settle.live'),
  propose: () => say('what.propose'),
  undo: (change) => say('what.undo', change.revision),
  unschedule: () => say('what.unschedule'),
};

/** What a change is, in a sentence. */
export function describe(change, day) {
  const words = WORDS[change.type];
  const text = words ? words(change, day) : say('what.other', change.type);
  return change.due ? say('what.later', text, hm(Date.parse(change.due))) : text;
}

/** One row of before and after for an effect: what it is about, how it was, how it becomes. */
function row(effect, day) {
  const { from, to } = effect;
  const about = effect.session ? title(day, effect.session) : '';
  const near = day.session(effect.session) ? start(day.session(effect.session)) : undefined;
  const times = (each) => span(Date.parse(each.start), Date.parse(each.end), near);
  switch (effect.kind) {
    case 'retimed':
      return [about, times(from), times(to), shift(effect)];
    case 'postponed':
      return to.timeUnknown ? [about, say('strip.timeKnown'), `◷ ${say('timeUnknown')}`] : [about, `◷ ${say('timeUnknown')}`, say('strip.timeKnown')];
    case 'moved':
      return [about, rooms(day, from.rooms), `→ ${rooms(day, to.rooms)}`];
    case 'status':
      return [about, word('status', from.status), to.status === 'cancelled' ? `✕ ${word('status', to.status)}` : word('status', to.status)];
    case 'assigned':
      return [about, `${word('role', from.role)}: ${person(from)}`, `${word('role', to.role)}: ${person(to)}`];
    case 'recast':
      return [about, from.people.map(person).join(' · '), to.people.map(person).join(' · ')];
    case 'edited':
      return [about, ...edited(from, to)];
    case 'added':
      return [to.title, '—', `${times(to)} ${rooms(day, to.rooms)}`];
    case 'removed':
      return [from.title, `${times(from)} ${rooms(day, from.rooms)}`, '—'];
    case 'room-status':
      return [rooms(day, [effect.room]), word('room', from.status), word('room', to.status)];
    case 'held':
      return [rooms(day, [effect.room]), held(from), held(to)];
    case 'announced':
      return [say('strip.announcement'), '—', to.text?.headline ?? to.headline ?? ''];
    case 'withdrawn':
      return [say('strip.announcement'), say('strip.open'), say('strip.ended')];
    case 'retracted':
      return [say('strip.announcement'), from.text?.headline ?? '', '—'];
    case 'scheduled':
      return [say('strip.scheduled'), '—', later(to, day)];
    case 'unscheduled':
      return [say('strip.scheduled'), later(from, day), '—'];
    case 'clock-set':
      return [say('strip.clock'), '', `${date(Date.parse(to.at))} ${hm(Date.parse(to.at))} ×${to.speed}`];
    case 'imported':
      return [say('strip.edition'), count('sessions', from.sessions), count('sessions', to.sessions)];
    case 'conflict-raised':
      return [to.was.title, '—', say(`matter.${to.matter}`)];
    case 'conflict-settled':
      return [from.was.title, say(`matter.${from.matter}`), '—'];
    case 'offered':
      return [say('strip.edition'), from?.source ?? '—', to?.source ?? '—'];
    default:
      return [effect.kind, '', ''];
  }
}

function shift(effect) {
  const minutes = (Date.parse(effect.to.start) - Date.parse(effect.from.start)) / 60000;
  const shown = minutes ? say('strip.shift', minutes > 0 ? `+${minutes}` : `−${-minutes}`) : '';
  return effect.absorbedMinutes ? say('strip.shrinks', effect.absorbedMinutes) : shown;
}

function edited(from, to) {
  const changed = ['title', 'abstract', 'kind', 'languages'].filter((key) => String(from[key]) !== String(to[key]));
  const words = (details) => changed.map((key) => (key === 'kind' ? word('kind', details.kind) : String(details[key]))).join(' · ');
  return [words(from), words(to)];
}

function held(state) {
  return state.since ? say('strip.held') : say('strip.running');
}

function later(pending, day) {
  const change = typeof pending.request === 'string' ? JSON.parse(pending.request) : pending.request;
  return `${hm(Date.parse(pending.due))} ${describe(change, day)}`;
}

/* By which id a source knows a session is nothing that anybody sees. */
const SILENT = new Set(['aliased', 'renamed']);

/** The strip: every session touched, before and after. */
export function strip(effects, day) {
  const rows = effects.filter((effect) => !SILENT.has(effect.kind)).map((effect) => row(effect, day));
  return h(
    'table',
    { class: 'strip' },
    h('thead', {}, h('tr', {}, ['strip.what', 'strip.before', 'strip.after'].map((key) => h('th', { scope: 'col' }, say(key))))),
    h(
      'tbody',
      {},
      rows.map(([about, before, after, note]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row', dir: 'auto' }, about),
          h('td', { class: 'before', 'data-word': say('strip.before'), dir: 'auto' }, h('s', {}, before)),
          h('td', { class: 'after', 'data-word': say('strip.after'), dir: 'auto' }, after, note && h('span', { class: 'note' }, ` ${note}`)),
        ),
      ),
    ),
  );
}

/** Minutes absorbed, and where. */
export function absorbed(answer, day) {
  return (answer.absorbed ?? []).map((each) =>
    each.session
      ? say('absorbed.pause', each.minutes, title(day, each.session), rooms(day, each.room ? [each.room] : []))
      : say('absorbed.gap', each.minutes, rooms(day, [each.room])),
  );
}

/** Of which rooms the boards change, and whether anybody sees it there. */
export function boards({ rooms: changed = [], screens }, day) {
  if (!changed.length) {
    return say('change.noBoards');
  }
  const which = say('change.boards', rooms(day, changed));
  return screens ? which : `${which}. ${say('change.noScreens')}`;
}

/** How many sessions a plan touches, and in which way, in a few words. */
export function sum(effects) {
  const ids = new Set(effects.map((effect) => effect.session ?? effect.room ?? effect.kind));
  const moves = effects.every((effect) => effect.kind === 'retimed' || effect.kind === 'moved');
  const sessions = effects.some((effect) => effect.session);
  if (!sessions) {
    return '';
  }
  return count(moves ? 'sum.move' : 'sum.change', ids.size);
}

/** The instant of a time that was typed, near another; null where it is none. */
export function instantOf(hhmm, near) {
  return /^\d{1,2}:\d{2}$/.test(hhmm) ? new Date(at(hhmm, near)).toISOString().replace('.000Z', 'Z') : null;
}
