/* What needs attention, in one calm column: nothing here moves while it is read, it is only struck off. */

import * as api from './api.js';
import { describe, rooms } from './describe.js';
import { h, sign } from './dom.js';
import { count, say, word } from './labels.js';
import { openSheet } from './sheet.js';
import { Nodes } from './nodes.js';
import { end, isOn, start } from './state.js';
import { openSlots } from './signs.js';

const HOUR = 3600000;
const ASK_MS = 15000;

let knowsScreens = true; // until the server says that it has no such list

export const view = {
  id: 'attention',
  title: 'attention.title',
  roles: ['organiser', 'duty', 'admin'],
  mount(element, app) {
    element.append(h('h2', { class: 'heading' }, say('attention.title')));
    return attention(element, app);
  },
};

/** The column; what only the server knows is asked for now and then. */
export function attention(element, app) {
  const list = h('div', { class: 'attention' });
  element.append(list);
  const known = { scheduled: [], screens: [], calls: [], asked: [], watch: null, selfTest: null, nodes: new Nodes() };
  let drawn = '';
  let timer = 0;
  let asked = 0;

  async function ask() {
    clearTimeout(timer);
    const own = ++asked;
    const [scheduled, calls, inbox, ready, screens] = await Promise.all([api.get('/api/scheduled'), api.get('/api/calls'), api.get('/api/conflicts'), api.get('/health/ready'), knowsScreens ? api.get('/api/screens') : { status: 404, json: {} }]);
    if (own !== asked) {
      return;
    }
    known.scheduled = scheduled.json.scheduled ?? known.scheduled;
    known.calls = calls.json.calls ?? known.calls;
    known.asked = inbox.status === 200 ? [...inbox.json.conflicts, ...(inbox.json.offer ? [inbox.json.offer] : [])] : known.asked;
    known.watch = inbox.json.watch ?? null;
    known.nodes.heard(ready);
    knowsScreens = screens.status !== 404;
    known.screens = screens.json.screens ?? [];
    known.selfTest = screens.json.selfTest;
    render();
    timer = setTimeout(ask, ASK_MS);
  }

  function render() {
    const groups = [calls(app, known.calls, ask), known.nodes.troubles(), late(app), soonOpen(app), [...unread(known.watch), ...toChoose(known.asked), ...conflicts(app)], toReview(app), scheduled(app, known.scheduled), [...selfTest(known.selfTest), ...silent(known.screens)]];
    const calm = known.nodes.calm();
    const text = JSON.stringify([groups.map((group) => group.map((each) => [each.id, each.text])), calm]);
    if (text === drawn) {
      return;
    }
    drawn = text;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.item : null;
    const headings = ['calls', 'nodes', 'late', 'open', 'conflicts', 'review', 'scheduled', 'screens'];
    list.replaceChildren(
      ...groups.flatMap((group, i) => (group.length ? [h('h3', {}, say(`attention.${headings[i]}`)), h('ul', {}, group.map((each) => h('li', {}, each.element)))] : [])),
    );
    if (!groups.some((group) => group.length)) {
      list.append(h('p', { class: 'empty' }, h('span', { class: 'sign good' }, '● '), say('attention.nothing')));
    }
    if (calm) {
      list.append(h('p', { class: 'quiet nodes' }, calm));
    }
    if (focused) {
      list.querySelector(`[data-item="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  render();
  ask();
  return {
    update: () => {
      render();
      ask();
    },
    tick: render,
    unmount: () => {
      asked++;
      clearTimeout(timer);
    },
  };
}

/** An item that opens a session. */
function item(app, id, session, signs, ...words) {
  const text = [session.title, ...signs.map((each) => each.textContent), ...words].join(' ');
  const element = h(
    'button',
    { type: 'button', class: 'item', 'data-item': id, on: { click: () => openSheet(app, session.id) } },
    h('span', { class: 'signs' }, signs),
    ' ',
    h('span', { class: 'what', dir: 'auto' }, session.title),
    ' ',
    h('span', { class: 'quiet' }, words.join(' · ')),
  );
  return { id, text, element };
}

function ahead(app) {
  return app.day.sessions.filter((session) => session.status !== 'cancelled' && (session.timeUnknown || end(session) > app.now()));
}

function where(app, session) {
  return `${app.clock(start(session))} ${rooms(app.day, session.rooms)}`;
}

function late(app) {
  return ahead(app)
    .filter((session) => session.timeUnknown || session.lateByMinutes > 0)
    .map((session) =>
      item(app, `late-${session.id}`, session, [session.timeUnknown ? sign('late', '◷', say('timeUnknown')) : sign('late', '▲', say('late', session.lateByMinutes))], where(app, session)),
    );
}

function soonOpen(app) {
  return ahead(app)
    .filter((session) => openSlots(session).length && start(session) - app.now() <= HOUR)
    .map((session) => item(app, `open-${session.id}`, session, openSlots(session).map((slot) => sign('late', '◌', say('openSlot', word('role', slot.role)))), where(app, session)));
}

/** Rooms taken twice and people in two places, among what is still to come. */
function conflicts(app) {
  const sessions = ahead(app).filter((session) => isOn(session) && !session.venueWide);
  const found = [];
  for (let i = 0; i < sessions.length; i++) {
    for (let j = i + 1; j < sessions.length; j++) {
      const [one, other] = [sessions[i], sessions[j]];
      if (start(one) < end(other) && start(other) < end(one)) {
        found.push(...clashes(app, one, other));
      }
    }
  }
  return found;
}

/** The watched programme, when it cannot be read. */
function unread(watch) {
  if (!watch?.trouble) {
    return [];
  }
  const words = say('attention.watch', watch.source);
  return [{ id: 'watch', text: words + watch.trouble, element: h('a', { class: 'item', href: '#conflicts', 'data-item': 'watch' }, sign('cancelled', '✕', words), ' ', h('span', { class: 'quiet', lang: 'en' }, watch.trouble)) }];
}

/** What an organiser is to choose between plan and day. */
function toChoose(asked) {
  if (!asked.length) {
    return [];
  }
  const words = count('attention.choose', asked.length);
  return [{ id: 'choose', text: words, element: h('a', { class: 'item', href: '#conflicts', 'data-item': 'choose' }, sign('cancelled', '▲', words)) }];
}

function clashes(app, one, other) {
  const found = one.rooms
    .filter((room) => other.rooms.includes(room))
    .map((room) => item(app, `room-${one.id}-${other.id}`, one, [sign('cancelled', '▲', say('warning.room-conflict'))], rooms(app.day, [room]), other.title));
  const names = new Set(other.people.map((person) => person.name).filter(Boolean));
  const twice = one.people.filter((person) => person.name && names.has(person.name));
  return found.concat(twice.map((person) => item(app, `person-${one.id}-${other.id}-${person.name}`, one, [sign('cancelled', '▲', say('warning.person-conflict'))], person.name, other.title)));
}

function toReview(app) {
  const now = app.now();
  return app.day.announcements
    .filter((each) => each.reviewBy && each.reviewBy <= now && (!each.end || each.end > now))
    .map((each) => {
      const due = say('attention.reviewSince', app.clock(each.reviewBy));
      const to = app.views.some((other) => other.id === 'announcements') ? '#announcements' : '#journal';
      return { id: `review-${each.id}`, text: each.headline + due, element: h('a', { class: 'item', href: to, 'data-item': `review-${each.id}` }, sign('cancelled', '▲', due), ' ', h('span', { class: 'what', dir: 'auto' }, each.headline)) };
    });
}

/** What rooms call for, until somebody says that it is seen to; no board changes by that, so one tap does it. */
function calls(app, open, answered) {
  return open.map((call) => {
    const words = describe({ type: 'call', ...call }, app.day);
    const since = app.clock(Date.parse(call.at));
    const answer = async (event) => {
      event.target.disabled = true;
      const { status, json } = await api.post('/api/changes', { type: 'answer', call: call.id }, { key: api.newKey() });
      if (status !== 201 && status !== 422) {
        event.target.disabled = false;
        event.target.textContent = status ? say('shell.failed', json.detail ?? status) : say('shell.unreachable');
        return;
      }
      answered();
    };
    const element = h(
      'div',
      { class: 'item still' },
      sign('cancelled', call.kind === 'help' ? '✋' : '●', since),
      ' ',
      h('span', { class: 'what', dir: 'auto' }, words),
      ' ',
      h('span', { class: 'quiet', dir: 'auto' }, call.detail),
      ' ',
      h('button', { type: 'button', 'data-item': `call-${call.id}`, on: { click: answer } }, say('attention.answer')),
    );
    return { id: `call-${call.id}`, text: since + words + call.detail, element };
  });
}

function scheduled(app, pending) {
  return pending.map((each) => {
    const words = describe(each.change, app.day);
    const at = app.clock(Date.parse(each.due));
    const stop = () => app.change({ type: 'unschedule', scheduled: each.id });
    return {
      id: `scheduled-${each.id}`,
      text: at + words,
      element: h('div', { class: 'item still' }, sign('moved', '◷', at), ' ', h('span', { class: 'what', dir: 'auto' }, words), ' ', h('button', { type: 'button', 'data-item': `scheduled-${each.id}`, on: { click: stop } }, say('attention.unschedule'))),
    };
  });
}

/** Screens that the server knows and does not hear, or that nobody has assigned. */
function silent(screens) {
  const troubled = screens.filter((screen) => screen.state !== 'online');
  if (!troubled.length) {
    return [];
  }
  const names = troubled.map((screen) => screen.id).slice(0, 5).join(', ');
  const words = count('attention.screen', troubled.length);
  return [{ id: 'screens', text: words + names, element: h('a', { class: 'item', href: '#screens', 'data-item': 'screens' }, sign('cancelled', '✕', words), ' ', h('span', { class: 'quiet' }, names)) }];
}

/** The node's own virtual screen gets nothing, so perhaps no screen does. */
function selfTest(last) {
  if (last?.state !== 'failing') {
    return [];
  }
  const words = say('attention.selfTest');
  return [{ id: 'selftest', text: words + last.why, element: h('p', { class: 'item still', 'data-item': 'selftest' }, sign('cancelled', '▲', words), ' ', h('span', { class: 'quiet' }, last.why)) }];
}
