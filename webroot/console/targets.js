/* Whom an announcement is for, and the screens that this reaches. */

import { h, setText } from './dom.js';
import { count, say } from './labels.js';
import { nameOf, seen } from './standing.js';

const ROLES = ['lobby', 'door', 'phone'];
const PATIENCE_MS = 150;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A selector in words. */
function words(target, day) {
  if (target.venue) {
    return say('targets.venue');
  }
  const parts = [];
  if (target.role) {
    parts.push(say(`targets.role.${target.role}`));
  }
  if (target.room) {
    parts.push(say('targets.doorOf', day.room(target.room)?.name ?? target.room));
  }
  if (target.zone) {
    parts.push(say('targets.zone', target.zone));
  }
  if (target.screen) {
    parts.push(say('targets.screen', target.screen));
  }
  return parts.join(', ');
}

export function describeTargets(targets, day) {
  return targets.map((target) => words(target, day)).join(' · ');
}

/** Screens in words, with those that are offline and when they were last seen. */
export function describeReach(reach, day) {
  const all = count('reach.screen', reach.screens);
  const phones = reach.phones ? ` ${count('reach.phone', reach.phones)}` : '';
  if (!reach.screens) {
    return say('reach.zero') + phones;
  }
  if (!reach.offline) {
    return say('reach.all', all) + phones;
  }
  const missing = reach.missing.slice(0, 4).map((screen) => say('reach.lastSeen', nameOf(screen, day), seen(screen)));
  return say('reach.some', all, reach.offline, missing.join('; ')) + phones;
}

export class Targets {
  #app;
  #changed;
  #extra = []; // selectors that only the API can make; kept as they are
  #asked = 0;
  #timer = 0;
  reach = null;

  constructor(app, targets, changed) {
    this.#app = app;
    this.#changed = changed;
    this.reached = h('p', { class: 'reach', role: 'status' });
    this.element = h('fieldset', { class: 'targets' }, h('legend', {}, say('targets.legend')), this.#scope(), this.#choices(), this.reached);
    this.#set(targets);
  }

  #scope() {
    const radio = (value, key) =>
      h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'scope', value, on: { change: () => this.#look() } }), h('span', {}, say(key)));
    return h('div', { class: 'scope' }, radio('venue', 'targets.everywhere'), radio('some', 'targets.some'));
  }

  #choices() {
    const { day } = this.#app;
    const box = (target, text) =>
      h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: 'target', value: JSON.stringify(target), on: { change: () => this.#look() } }), h('span', { dir: 'auto' }, text));
    const zones = [...new Set(day.rooms.map((room) => room.zone).filter(Boolean))];
    this.choices = h(
      'div',
      { class: 'choices' },
      h('div', { class: 'boxes' }, ROLES.map((role) => box({ role }, say(`targets.role.${role}`)))),
      h('p', { class: 'quiet' }, say('targets.doorsOnly')),
      h('div', { class: 'boxes' }, zones.map((zone) => box({ zone }, say('targets.zone', zone))), day.rooms.map((room) => box({ room: room.id }, room.name))),
    );
    return this.choices;
  }

  #set(targets) {
    const isVenue = targets.some((target) => target.venue);
    this.element.querySelector(`[name=scope][value=${isVenue ? 'venue' : 'some'}]`).checked = true;
    const boxes = [...this.choices.querySelectorAll('input')];
    boxes.forEach((box) => (box.checked = targets.some((target) => same(target, JSON.parse(box.value)))));
    this.#extra = targets.filter((target) => !target.venue && !boxes.some((box) => same(target, JSON.parse(box.value))));
    this.#look();
  }

  get value() {
    if (this.element.querySelector('[name=scope][value=venue]').checked) {
      return [{ venue: true }];
    }
    return [...[...this.choices.querySelectorAll('input:checked')].map((box) => JSON.parse(box.value)), ...this.#extra];
  }

  /** Brings the picker to one room, where a template speaks of it. */
  choose(targets) {
    this.#set(targets);
  }

  #look() {
    this.choices.hidden = this.value.some((target) => target.venue);
    this.reach = null;
    this.#asked++; // what was asked of other targets is no answer to these
    setText(this.reached, this.value.length ? say('reach.asking') : say('reach.none'));
    this.reached.classList.toggle('late', !this.value.length);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PATIENCE_MS);
    this.#changed();
  }

  async #ask() {
    const targets = this.value;
    if (!targets.length) {
      return;
    }
    const asked = ++this.#asked;
    const { status, json } = await this.#app.api.post('/api/announcements/reach', { targets });
    if (asked !== this.#asked) {
      return;
    }
    this.reach = status === 200 ? json : null;
    setText(this.reached, this.reach ? describeReach(json, this.#app.day) : say('reach.unknown'));
    this.reached.classList.toggle('late', !this.reach?.screens || this.reach.offline > 0);
    this.#changed();
  }

  unmount() {
    clearTimeout(this.#timer);
    this.#asked++;
  }
}
