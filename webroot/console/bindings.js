/* What the words of a template are bound to: a session, rooms, a time. Nobody types them under stress. */

import { h } from './dom.js';
import { say } from './labels.js';
import { end, isOn, isPause, start } from './state.js';

const MINUTE = 60000;
const MOST_SESSIONS = 40;

/** The end of the pause that is on, or else of the next. */
export function pauseEnd(app) {
  const now = app.now();
  const pause = app.day.sessions.find((session) => isPause(session) && isOn(session) && end(session) > now);
  return pause ? end(pause) : null;
}

export class Bindings {
  #app;
  #changed;
  values = {};
  element = h('div', { class: 'binds' });

  constructor(app, changed) {
    this.#app = app;
    this.#changed = changed;
  }

  /** Asks for what another template is bound to. */
  ask(binds) {
    this.values = {};
    this.element.replaceChildren(...binds.map((bind) => this.#field(bind)));
  }

  #take(key, value) {
    this.values[key] = value;
    this.#changed();
  }

  #field(bind) {
    const id = `bind-${bind}`;
    const control = { session: () => this.#session(id), room: () => this.#room(id, 'room'), room2: () => this.#room(id, 'room2'), time: () => this.#time(id) }[bind]();
    return h('p', {}, h('label', { for: id }, say(`bind.${bind}`)), control);
  }

  /** A session brings its room along. */
  #session(id) {
    const now = this.#app.now();
    const coming = this.#app.day.sessions.filter((session) => isOn(session) && !isPause(session) && end(session) > now).slice(0, MOST_SESSIONS);
    const choose = (session) => {
      this.#take('title', session?.title);
      const room = document.getElementById('bind-room');
      if (room && session?.rooms.length) {
        room.value = session.rooms[0];
        room.dispatchEvent(new Event('change'));
      }
    };
    const select = h('select', { id, on: { change: (event) => choose(coming[event.target.selectedIndex]) } }, coming.map((session) => h('option', {}, `${this.#app.clock(start(session))} ${session.title}`)));
    queueMicrotask(() => choose(coming[0]));
    return select;
  }

  #room(id, key) {
    const { rooms } = this.#app.day;
    const named = (value) => this.#take(key, rooms.find((room) => room.id === value)?.name);
    const select = h('select', { id, on: { change: (event) => named(event.target.value) } }, rooms.map((room) => h('option', { value: room.id }, room.name)));
    select.selectedIndex = key === 'room2' && rooms.length > 1 ? 1 : 0;
    queueMicrotask(() => named(select.value));
    return select;
  }

  #time(id) {
    const soon = Math.ceil((this.#app.now() + 15 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
    const input = h('input', { type: 'time', id, value: this.#app.clock(pauseEnd(this.#app) ?? soon), on: { input: (event) => this.#take('time', event.target.value || undefined) } });
    queueMicrotask(() => this.#take('time', input.value));
    return input;
  }
}
