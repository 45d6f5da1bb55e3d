/* The rehearsal's clock: where the day stands, and how fast it runs. */

import { at, date, hm, speed } from './clock.js';
import { h, setText } from './dom.js';
import { say } from './labels.js';
import { isOn, start } from './state.js';

const SPEEDS = [1, 5, 10, 30, 60];
const BEFORE_MS = 60000;
const DAY_MS = 86400000;
const COMMAND = 'java -jar callboard.jar serve --at 2017-11-16T09:55 --speed 10';

export const view = {
  id: 'rehearsal',
  title: 'rehearsal.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => (app.day.event.clock.rehearsal ? new Rehearsal(element, app) : real(element)),
};

/** What the clock is when it is not a rehearsal's, and how to start one. */
function real(element) {
  element.append(
    h('h2', {}, say('rehearsal.title')),
    h('p', { class: 'plainly' }, say('rehearsal.isReal')),
    h('p', {}, say('rehearsal.howTo')),
    h('pre', { tabindex: '0' }, h('code', {}, COMMAND)),
    h('p', { class: 'quiet' }, say('rehearsal.otherPlace')),
  );
  return { update() {}, unmount() {} };
}

/** The instant of a date and a time of the event's zone, which may be far from UTC. */
function onDate(day, hhmm) {
  const near = Date.parse(`${day}T12:00:00Z`);
  const instant = at(hhmm, near);
  const apart = Math.round((Date.parse(day) - Date.parse(date(instant))) / DAY_MS);
  return apart ? at(hhmm, near + apart * DAY_MS) : instant;
}

class Rehearsal {
  #app;
  #off;

  constructor(element, app) {
    this.#app = app;
    this.time = h('p', { class: 'big-time' });
    this.pace = h('p', { class: 'quiet' });
    element.append(
      h('h2', {}, say('rehearsal.title')),
      h('p', { class: 'quiet' }, say('rehearsal.means')),
      this.time,
      this.pace,
      this.#speeds(),
      this.#jumps(),
      this.#setting(),
    );
    this.#off = app.on('tick', () => this.update());
    this.update();
  }

  #speeds() {
    this.speeds = h('div', { class: 'presets', role: 'group', 'aria-label': say('rehearsal.speed') }, SPEEDS.map((each) => h('button', { type: 'button', 'data-speed': each, on: { click: () => this.#set({ speed: each }) } }, `×${each}`)));
    return h('section', {}, h('h3', {}, say('rehearsal.speed')), this.speeds);
  }

  #jumps() {
    this.next = h('button', { type: 'button', on: { click: () => this.#jump() } });
    return h('section', {}, h('h3', {}, say('rehearsal.jump')), this.next);
  }

  #setting() {
    const now = this.#app.now();
    this.date = h('input', { type: 'date', id: 'clock-date', value: date(now) });
    this.clock = h('input', { type: 'time', id: 'clock-time', value: hm(now) });
    const set = h('button', { type: 'button', class: 'primary', on: { click: () => this.#setTyped() } }, say('rehearsal.set'));
    return h('section', { class: 'setting' }, h('h3', {}, say('rehearsal.setTo')), h('p', { class: 'field' }, h('label', { for: 'clock-date' }, say('rehearsal.date')), this.date), h('p', { class: 'field' }, h('label', { for: 'clock-time' }, say('rehearsal.time')), this.clock), set);
  }

  #nextStart() {
    const now = this.#app.now() + BEFORE_MS;
    return this.#app.day.sessions.filter((session) => isOn(session) && start(session) > now).sort((a, b) => start(a) - start(b))[0];
  }

  #jump() {
    const next = this.#nextStart();
    if (next) {
      this.#set({ at: start(next) - BEFORE_MS });
    }
  }

  #setTyped() {
    if (this.date.value && this.clock.value) {
      this.#set({ at: onDate(this.date.value, this.clock.value) });
    }
  }

  #set({ at: instant, speed: pace }) {
    return this.#app.change({
      type: 'clock',
      ...(instant === undefined ? {} : { at: new Date(instant).toISOString().replace(/\.\d+Z/, 'Z') }),
      ...(pace === undefined ? {} : { speed: pace }),
    });
  }

  update() {
    const now = this.#app.now();
    setText(this.time, `${date(now)} ${hm(now)}`);
    setText(this.pace, say('rehearsal.runs', Math.round(speed() * 10) / 10));
    this.speeds.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === speed())));
    const next = this.#nextStart();
    this.next.disabled = !next;
    setText(this.next, next ? say('rehearsal.before', hm(start(next)), next.title) : say('rehearsal.nothingNext'));
  }

  unmount() {
    this.#off();
  }
}
