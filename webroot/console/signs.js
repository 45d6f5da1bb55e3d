/* How a session or a room stands, in signs: a glyph, a word and a colour. */

import { hm } from './clock.js';
import { sign } from './dom.js';
import { say, word } from './labels.js';
import { rooms } from './describe.js';
import { isOn, plannedStart, start } from './state.js';

/** A session's open slots. */
export function openSlots(session) {
  return session.people.filter((person) => person.tbc);
}

/** Whether a session is on, as the boards show it. */
export function isNow(day, session, now) {
  const on = Object.values(day.boards).map((board) => frameAt(board, now)).filter(Boolean);
  if (on.length) {
    return on.some((frame) => frame.now.includes(session.id));
  }
  return isOn(session) && start(session) <= now && now < Date.parse(session.end);
}

function frameAt(board, now) {
  return board.frames.findLast((frame) => frame.from <= now) ?? board.frames[0];
}

/** What stands beside a session. */
export function standing(day, session, now) {
  const signs = [];
  if (session.status === 'cancelled') {
    return [sign('cancelled', '✕', say('status.cancelled'))];
  }
  if (session.timeUnknown) {
    signs.push(sign('late', '◷', say('timeUnknown')));
  } else if (session.lateByMinutes > 0) {
    signs.push(sign('late', '▲', say('late', session.lateByMinutes)));
  } else if (session.lateByMinutes < 0) {
    signs.push(sign('fresh', '▽', say('early', -session.lateByMinutes)));
  }
  if (isNow(day, session, now)) {
    signs.unshift(sign('good', '●', say('now')));
  }
  const left = session.planned.rooms.filter((room) => !session.rooms.includes(room));
  if (left.length) {
    signs.push(sign('moved', '→', say('movedFrom', rooms(day, left))));
  }
  const open = openSlots(session);
  if (open.length) {
    signs.push(sign('late', '◌', open.length === 1 ? say('openSlot', word('role', open[0].role)) : say('openSlots', open.length)));
  }
  if (session.changed.length && !session.changed.every((what) => what === 'start' && session.lateByMinutes > 0)) {
    signs.push(sign('fresh', '✎', say('changed')));
  }
  return signs;
}

/** What stands beside a room. */
export function roomSigns(room) {
  const signs = [];
  if (room.status !== 'open') {
    signs.push(sign(room.status === 'filling' ? 'good' : 'cancelled', room.status === 'filling' ? '●' : '✕', word('room', room.status)));
  }
  if (room.heldSince) {
    signs.push(sign('late', '◷', say('heldSince', hm(Date.parse(room.heldSince)))));
  }
  return signs;
}

/** The planned start, where another holds. */
export function wasStart(session) {
  const moved = session.status !== 'cancelled' && !session.timeUnknown && start(session) !== plannedStart(session);
  return moved ? hm(plannedStart(session)) : '';
}
