/* Every slot that is still open, the soonest first; each is filled where it stands. */

import { rooms } from './describe.js';
import { date } from './clock.js';
import { h } from './dom.js';
import { count, say } from './labels.js';
import { slotForm } from './people.js';
import { openSheet } from './sheet.js';
import { openSlots } from './signs.js';
import { end, start } from './state.js';

export const view = {
  id: 'slots',
  title: 'slots.title',
  roles: ['organiser', 'duty', 'admin'],
  mount(element, app) {
    const list = h('ol', { class: 'slots' });
    const sum = h('p', { class: 'quiet', role: 'status' });
    element.append(h('h2', { class: 'heading' }, say('slots.title')), sum, list);
    const items = new Map();

    /** What is filled goes; a form that somebody types in stays as it is. */
    const update = () => {
      const open = app.day.sessions
        .filter((session) => session.status !== 'cancelled' && end(session) > app.now())
        .flatMap((session) => openSlots(session).map((slot) => [`${session.id}/${slot.role}/${slot.slot}`, session, slot]));
      const keys = new Set(open.map(([key]) => key));
      items.forEach((item, key) => {
        if (!keys.has(key)) {
          const held = item.contains(document.activeElement);
          item.remove();
          items.delete(key);
          held && element.focus();
        }
      });
      for (const [key, session, slot] of open) {
        if (!items.has(key)) {
          const made = draw(app, session, slot);
          items.set(key, made);
          list.append(made);
        }
        items.get(key).querySelector('.when').textContent = when(app, session);
      }
      sum.textContent = open.length ? count('slots.sum', open.length) : say('slots.none');
    };
    update();
    const off = app.on('tick', update);
    return { update, unmount: off };
  },
};

function when(app, session) {
  const isToday = date(start(session)) === date(app.now());
  return `${isToday ? '' : `${app.day.dayOf(start(session))?.label ?? ''} `}${app.clock(start(session))} · ${rooms(app.day, session.rooms)}`;
}

function draw(app, session, slot) {
  return h(
    'li',
    { class: 'slotitem' },
    h('div', {}, h('p', { class: 'when' }), h('button', { type: 'button', class: 'plain title', 'data-session': session.id, dir: 'auto', on: { click: () => openSheet(app, session.id) } }, session.title)),
    slotForm(app, session, slot),
  );
}
