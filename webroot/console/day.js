/* The day: every room, and what is on there. */

import { h } from './dom.js';
import { end, start } from './state.js';

export const view = {
  id: 'day',
  title: 'day.title',
  roles: ['organiser', 'duty', 'admin'],
  mount(element, app) {
    const list = h('ul');
    element.append(list);
    const update = () =>
      list.replaceChildren(
        ...app.day.sessions.map((session) => h('li', {}, `${app.clock(start(session))} – ${app.clock(end(session))} `, session.title)),
      );
    update();
    return { update, unmount() {} };
  },
};
