/* The day: rooms × time with a now line. On a phone, each room's list. */

import { attention } from './attention.js';
import { date } from './clock.js';
import { h, setText } from './dom.js';
import { say } from './labels.js';
import { openRoom } from './room.js';
import { openSheet } from './sheet.js';
import { isNow, roomSigns, standing, wasStart } from './signs.js';
import { end, plannedEnd, plannedStart, start } from './state.js';

const MINUTE = 60000;
const WIDTH_OF_MINUTE = 4.4; // pixels
const NARROWEST = 20; // minutes that a session is drawn as wide as, at least
const HOUR = 60 * MINUTE;
const PAST_SHARE = 1 / 3; // of the strip, left of the now line: what is on has space there for its title

export const view = {
  id: 'day',
  title: 'day.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new DayView(element, app),
};

class DayView {
  #app;
  #chosen; // index of the day that is shown
  #order; // ids of rooms; settled when the view opens or on a tap, never by itself
  #rows = new Map();
  #off = [];

  constructor(element, app) {
    this.#app = app;
    this.#chosen = Math.max(0, app.day.event.days.indexOf(app.day.dayOf(app.now())));
    this.tools = h('div', { class: 'daytools' });
    this.canvas = h('div', { class: 'canvas' });
    this.strip = h('div', { class: 'strip', tabindex: 0, role: 'region', 'aria-label': say('day.title') }, this.canvas);
    const column = h('aside', { class: 'column', 'aria-labelledby': 'attention-heading' }, h('h2', { id: 'attention-heading' }, say('attention.title')));
    element.append(this.tools, h('div', { class: 'desk' }, this.strip, column));
    this.attention = attention(column, app);
    this.#off.push(app.on('tick', () => this.#tick()));
    this.#settle();
    this.#draw();
    this.#scrollToNow();
  }

  update() {
    this.#render();
    this.attention.update();
  }

  unmount() {
    this.#off.forEach((off) => off());
    this.attention.unmount();
  }

  get #day() {
    return this.#app.day.event.days[this.#chosen];
  }

  get #from() {
    return Math.floor(Date.parse(this.#day.start) / HOUR) * HOUR;
  }

  #sessions() {
    return this.#app.day.sessions.filter((session) => this.#app.day.dayOf(Math.min(start(session), plannedStart(session)))?.start === this.#day.start);
  }

  /** The worst delay of what is on or still to come in each room. */
  #lateness() {
    const now = this.#app.now();
    const late = new Map(this.#app.day.rooms.map((room) => [room.id, 0]));
    for (const session of this.#sessions()) {
      const minutes = session.timeUnknown ? Infinity : session.lateByMinutes;
      if (session.status !== 'cancelled' && (session.timeUnknown || end(session) > now)) {
        session.rooms.forEach((room) => late.set(room, Math.max(late.get(room) ?? 0, minutes)));
      }
    }
    return late;
  }

  #lateFirst() {
    const late = this.#lateness();
    return this.#app.day.rooms.map((room) => room.id).sort((one, other) => late.get(other) - late.get(one));
  }

  #settle() {
    this.#order = this.#lateFirst();
  }

  #draw() {
    this.#rows.clear();
    this.line = h('div', { class: 'nowline', 'aria-hidden': 'true' });
    this.axis = h('div', { class: 'axis', 'aria-hidden': 'true' });
    const ids = ['', ...this.#order.filter((id) => this.#app.day.room(id))];
    this.canvas.replaceChildren(this.axis, ...ids.map((id) => this.#row(id)), this.line);
    this.#render();
  }

  #row(id) {
    const name = id
      ? h('button', { type: 'button', class: 'place', 'data-room': id, on: { click: () => openRoom(this.#app, id) } }, h('span', { class: 'name', dir: 'auto' }), h('span', { class: 'signs' }))
      : h('span', { class: 'place' }, h('span', { class: 'name' }, say('wholeVenue')));
    const list = h('ol', { class: 'sessions' });
    const row = h('section', { class: 'room', 'data-room': id || 'venue' }, h('h2', {}, name), list);
    this.#rows.set(id, { row, list, name, drawn: '' });
    return row;
  }

  #render() {
    const sessions = this.#sessions();
    const to = Math.max(Date.parse(this.#day.end), ...sessions.map(end));
    this.canvas.style.setProperty('--minutes', Math.ceil((to - this.#from) / HOUR) * 60);
    this.canvas.style.setProperty('--minute', `${WIDTH_OF_MINUTE}px`);
    this.#renderTools();
    this.#renderAxis(to);
    for (const [id, row] of this.#rows) {
      this.#renderRow(id, row, sessions);
    }
    this.#renderLine();
  }

  #renderTools() {
    const isOtherOrder = this.#lateFirst().join() !== this.#order.join();
    const drawn = JSON.stringify([this.#chosen, isOtherOrder]);
    if (this.tools.dataset.drawn === drawn) {
      return;
    }
    this.tools.dataset.drawn = drawn;
    const days = this.#app.day.event.days.map((day, i) =>
      h('button', { type: 'button', 'aria-pressed': String(i === this.#chosen), dir: 'auto', on: { click: () => this.#choose(i) } }, day.label),
    );
    const settle = () => {
      this.#settle();
      this.#draw();
    };
    this.tools.replaceChildren(
      h('div', { class: 'row', role: 'group', 'aria-label': say('day.days') }, days),
      isOtherOrder ? h('button', { type: 'button', class: 'settle', on: { click: settle } }, say('day.lateFirst')) : '',
      h('button', { type: 'button', class: 'topast', 'aria-pressed': String(this.canvas.classList.contains('showpast')), on: { click: (event) => this.#togglePast(event.target) } }, say('day.earlier')),
      h('button', { type: 'button', class: 'tonow', on: { click: () => this.#scrollToNow(true) } }, say('day.toNow')),
    );
  }

  /** On a phone what is over is out of the way until it is asked for. */
  #togglePast(button) {
    button.setAttribute('aria-pressed', String(this.canvas.classList.toggle('showpast')));
  }

  #choose(i) {
    this.#chosen = i;
    this.#settle();
    this.#draw();
    this.#scrollToNow();
    this.tools.querySelector('[aria-pressed="true"]')?.focus();
  }

  #renderAxis(to) {
    const hours = [];
    for (let at = this.#from; at < to; at += HOUR) {
      hours.push(at);
    }
    const drawn = hours.join();
    if (this.axis.dataset.drawn !== drawn) {
      this.axis.dataset.drawn = drawn;
      this.axis.replaceChildren(...hours.map((at) => h('span', { style: { '--at': (at - this.#from) / MINUTE } }, this.#app.clock(at))));
    }
  }

  #renderRow(id, row, sessions) {
    const room = this.#app.day.room(id);
    const inRoom = sessions.filter((session) => (id ? session.rooms.includes(id) || this.#hasLeft(session, id) : session.venueWide));
    const now = this.#app.now();
    const drawn = JSON.stringify([room, inRoom, inRoom.map((session) => [isNow(this.#app.day, session, now), end(session) <= now])]);
    if (row.drawn === drawn) {
      return;
    }
    row.drawn = drawn;
    if (room) {
      setText(row.name.querySelector('.name'), room.name);
      row.name.querySelector('.signs').replaceChildren(...roomSigns(room));
    }
    const kept = row.list.contains(document.activeElement) ? document.activeElement.dataset.session : null;
    const lanes = [];
    row.list.replaceChildren(...inRoom.map((session) => this.#item(session, id, lanes, now)));
    row.list.style.setProperty('--lanes', Math.max(1, lanes.length));
    row.row.classList.toggle('bare', !inRoom.length);
    if (!inRoom.length) {
      row.list.append(h('li', { class: 'none' }, say('day.nothing')));
    }
    if (kept) {
      row.list.querySelector(`button[data-session="${CSS.escape(kept)}"]`)?.focus();
    }
  }

  /** Whether a session was to be in a room and is not any more, until its planned end. */
  #hasLeft(session, id) {
    return session.planned.rooms.includes(id) && !session.rooms.includes(id) && session.status !== 'cancelled';
  }

  #item(session, id, lanes, now) {
    const left = id && this.#hasLeft(session, id);
    const [from, to] = left ? [plannedStart(session), plannedEnd(session)] : [start(session), end(session)];
    const first = (from - this.#from) / MINUTE;
    const length = Math.max(NARROWEST, (to - from) / MINUTE);
    const lane = lanes.findIndex((until) => until <= first);
    const own = lane < 0 ? lanes.length : lane;
    lanes[own] = first + length;
    const was = left ? '' : wasStart(session);
    const times = session.timeUnknown ? h('span', { class: 'times' }, h('s', {}, this.#app.clock(from))) : h('span', { class: 'times' }, was && h('s', {}, was), was && ' ', `${this.#app.clock(from)}–${this.#app.clock(to)}`);
    const state = session.status === 'cancelled' ? 'cancelled' : left ? 'left' : to <= now && !session.timeUnknown ? 'past' : isNow(this.#app.day, session, now) ? 'now' : 'coming';
    const signs = left
      ? [h('span', { class: 'sign moved' }, '→ ', session.rooms.map((room) => this.#app.day.room(room)?.name ?? room).join(', '))]
      : standing(this.#app.day, session, now);
    return h(
      'li',
      { class: state, style: { '--at': first, '--length': length, '--lane': own } },
      h(
        'button',
        { type: 'button', class: 'session', 'data-session': session.id, title: session.title, on: { click: () => openSheet(this.#app, session.id) } },
        h('span', { class: 'inner' }, h('span', { class: 'head' }, times, ' ', signs.flatMap((each) => [each, ' '])), h('span', { class: 'title', dir: 'auto' }, session.title)),
      ),
    );
  }

  #tick() {
    this.#render();
    this.attention.tick();
  }

  #renderLine() {
    const at = (this.#app.now() - this.#from) / MINUTE;
    const isToday = this.#app.day.dayOf(this.#app.now()) === this.#day && date(this.#app.now()) === date(Date.parse(this.#day.start));
    this.line.hidden = !isToday || at < 0;
    this.line.style.setProperty('--at', at);
  }

  #scrollToNow(isAsked) {
    const at = ((this.#app.now() - this.#from) / MINUTE) * WIDTH_OF_MINUTE;
    if (isAsked && this.#app.day.dayOf(this.#app.now()) !== this.#day) {
      this.#choose(this.#app.day.event.days.indexOf(this.#app.day.dayOf(this.#app.now())));
      return;
    }
    const left = Math.max(0, at - this.strip.clientWidth * PAST_SHARE);
    this.strip.scrollLeft = left;
    if (isAsked) {
      this.canvas.querySelector('li.now, li.coming')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.strip.scrollLeft = left;
    }
  }
}
