/* What can be done with a room: its status, hold and resume. */

import { Dialog } from './dialog.js';
import { h } from './dom.js';
import { say, word } from './labels.js';
import { roomSigns } from './signs.js';

const STATUSES = ['open', 'filling', 'full', 'closed'];

export function roomTools(app, id, done = () => {}) {
  const room = app.day.room(id);
  const ask = async (change) => {
    const result = await app.change(change);
    if (result.published) {
      done();
    }
  };
  const status = STATUSES.map((each) =>
    h('button', { type: 'button', 'aria-pressed': String(each === room.status), disabled: each === room.status, on: { click: () => ask({ type: 'room', room: id, status: each }) } }, word('room', each)),
  );
  const hold = room.heldSince
    ? h('button', { type: 'button', on: { click: () => ask({ type: 'resume', rooms: [id] }) } }, say('room.resume'))
    : h('button', { type: 'button', on: { click: () => ask({ type: 'hold', rooms: [id] }) } }, say('room.hold'));
  return [
    h('div', { class: 'row', role: 'group', 'aria-label': say('room.status') }, h('span', { class: 'rowlabel', 'aria-hidden': 'true' }, say('room.status')), status),
    h('div', { class: 'row' }, hold, h('span', { class: 'quiet' }, say(room.heldSince ? 'room.resumeMeans' : 'room.holdMeans'))),
  ];
}

export function openRoom(app, id) {
  const room = app.day.room(id);
  const off = [];
  const dialog = new Dialog('sheet', room.name, () => off.forEach((stop) => stop()));
  const render = () => dialog.body.replaceChildren(h('p', { class: 'signs' }, roomSigns(app.day.room(id))), ...roomTools(app, id, () => dialog.close()), h('p', {}, h('a', { href: `/rooms/${id}`, target: '_blank', rel: 'noopener' }, say('sheet.board'))));
  render();
  off.push(app.on('day', render));
}
