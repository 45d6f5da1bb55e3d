/* The sheet of one session: how it stands, and everything that can be done with it. */

import { Dialog } from './dialog.js';
import { describe, instantOf, person, rooms } from './describe.js';
import { h } from './dom.js';
import { say, word } from './labels.js';
import { slotForm } from './people.js';
import { present } from './presence.js';
import { roomTools } from './room.js';
import { standing, wasStart } from './signs.js';
import { end, start } from './state.js';
import { openWhy } from './why.js';

const DELAYS = [5, 10, 15];
const KINDS = ['talk', 'panel', 'keynote', 'plenary', 'side-event', 'breakout', 'break', 'lunch', 'reception', 'visit', 'ceremony', 'other', 'all-day'];
const MOST_MINUTES = 1440;

export function openSheet(app, id) {
  if (app.day.session(id)) {
    new Sheet(app, id);
  }
}

class Sheet {
  #app;
  #id;
  #seen;
  #off = [];

  constructor(app, id) {
    this.#app = app;
    this.#id = id;
    this.#seen = app.day.revision;
    this.dialog = new Dialog('sheet', this.#session.title, () => this.#off.forEach((off) => off()));
    this.facts = h('div', { class: 'facts' });
    this.news = h('div', { class: 'notice', role: 'status' });
    this.others = h('p', { class: 'others', role: 'status' });
    this.first = h('div', { class: 'first' });
    this.dialog.body.append(this.facts, this.others, this.news, this.first, ...this.#drawers());
    this.#render();
    this.#off.push(app.on('day', () => this.#changed()), app.on('tick', () => this.#renderFacts()));
    this.#off.push(present(id, this.#session.rooms, (others) => this.#renderOthers(others)));
    this.first.querySelector('button')?.focus();
  }

  get #session() {
    return this.#app.day.session(this.#id);
  }

  /** Asks for a change of this session; once published, the sheet has done its work. */
  async #ask(change) {
    const result = await this.#app.change({ session: this.#id, ...change }, { seen: this.#seen });
    if (result.published) {
      this.dialog.close();
    }
  }

  #render() {
    this.dialog.heading.textContent = this.#session.title;
    this.#renderFacts();
    this.first.replaceChildren(...this.#firstRows());
  }

  #renderFacts() {
    const { day } = this.#app;
    const session = this.#session;
    const was = wasStart(session);
    const times = session.timeUnknown ? h('span', {}, '◷ ', say('timeUnknown')) : h('span', {}, `${this.#app.clock(start(session))}–${this.#app.clock(end(session))}`);
    this.facts.replaceChildren(
      h('p', { class: 'when' }, was && h('s', {}, was), was && ' ', times, ' · ', h('span', { dir: 'auto' }, rooms(day, session.rooms))),
      h('p', { class: 'signs' }, standing(day, session, this.#app.now()).flatMap((each) => [each, ' '])),
    );
  }

  /** What others did meanwhile, before anything is published upon it. */
  async #changed() {
    if (!this.#session) {
      this.dialog.close();
      return;
    }
    this.#render();
    const { json } = await this.#app.api.get(`/api/changes?after=${this.#seen}`);
    const entries = (json.changes ?? []).filter((entry) => entry.effects.some((effect) => effect.session === this.#id));
    if (entries.length) {
      this.news.className = 'notice outdated';
      this.news.replaceChildren(
        h('p', {}, h('strong', {}, say('sheet.changed'))),
        h('ul', {}, entries.map((entry) => h('li', {}, say('change.by', this.#app.clock(Date.parse(entry.at)), entry.author, describe(entry.change, this.#app.day))))),
      );
    }
  }

  #renderOthers(others) {
    const mine = this.#app.me.user;
    const words = others.map((other) =>
      say('presence.has', other.user === mine ? say('presence.you') : other.user, other.session === this.#id ? say('presence.this') : rooms(this.#app.day, other.rooms)),
    );
    const text = words.join(' ');
    if (this.others.textContent !== text) {
      this.others.textContent = text;
    }
  }

  /** The rows that are needed at once; what a cancelled session has no use for is not offered. */
  #firstRows() {
    const session = this.#session;
    if (session.status === 'cancelled') {
      return [h('div', { class: 'row' }, this.#button(say('sheet.reinstate'), { type: 'reinstate' }))];
    }
    const isRunning = start(session) <= this.#app.now() && this.#app.now() < end(session) && !session.timeUnknown;
    return [
      this.#row(
        say('sheet.late'),
        ...DELAYS.map((minutes) => this.#button(`+${minutes}`, { type: 'delay', minutes }, say('sheet.laterBy', minutes))),
        this.#minutes('delay', 'sheet.otherMinutes'),
        this.#button(say('sheet.unknown'), { type: 'delay', minutes: null }),
      ),
      isRunning
        ? this.#row(
            say('sheet.running'),
            ...[5, 10].map((minutes) => this.#button(say('sheet.extendBy', minutes), { type: 'extend', minutes })),
            this.#minutes('extend', 'sheet.otherMinutes'),
            this.#button(say('sheet.finish'), { type: 'finish' }),
          )
        : this.#row(
            say('sheet.running'),
            this.#button(say('sheet.start'), { type: 'start' }),
            ...[5, 10].map((minutes) => this.#button(say('sheet.extendBy', minutes), { type: 'extend', minutes })),
          ),
    ];
  }

  #row(label, ...buttons) {
    return h('div', { class: 'row', role: 'group', 'aria-label': label }, h('span', { class: 'rowlabel', 'aria-hidden': 'true' }, label), buttons);
  }

  #button(text, change, label) {
    return h('button', { type: 'button', 'aria-label': label ?? null, on: { click: () => this.#ask(change) } }, text);
  }

  /** Minutes that no button has, earlier as well. */
  #minutes(type, labelKey) {
    const input = h('input', { type: 'number', step: 1, min: -MOST_MINUTES, max: MOST_MINUTES, inputmode: 'numeric', required: true, 'aria-label': say(labelKey), placeholder: '±' });
    const submit = (event) => {
      event.preventDefault();
      this.#ask({ type, minutes: Number(input.value) });
    };
    return h('form', { class: 'minutes', on: { submit } }, input, h('button', { type: 'submit' }, say('sheet.minutes')));
  }

  /** What is needed less often, each in its drawer, made when it is opened. */
  #drawers() {
    return [
      this.#drawer('people', () => this.#people()),
      this.#drawer('place', () => this.#place()),
      this.#drawer('time', () => this.#time()),
      this.#drawer('edit', () => this.#edit()),
      ...this.#session.rooms.map((id) => this.#drawer('room', () => roomTools(this.#app, id), this.#app.day.room(id)?.name ?? id)),
      h(
        'div',
        { class: 'row last' },
        this.#session.status !== 'cancelled' && this.#button(say('sheet.cancel'), { type: 'cancel' }),
        h('button', { type: 'button', class: 'plain', on: { click: () => openWhy(this.#app, this.#id) } }, say('sheet.why')),
        h('a', { class: 'plain', href: this.#session.rooms[0] ? `/rooms/${this.#session.rooms[0]}` : '/', target: '_blank', rel: 'noopener' }, say('sheet.board')),
      ),
    ];
  }

  #drawer(name, fill, ...values) {
    const inside = h('div', { class: 'inside' });
    const open = (event) => event.target.open && inside.replaceChildren(...[fill()].flat());
    const isNeeded = name === 'people' && this.#session.people.some((slot) => slot.tbc);
    return h('details', { class: `drawer ${name}`, name: 'drawer', open: isNeeded, on: { toggle: open } }, h('summary', {}, say(`sheet.${name}`, ...values)), inside);
  }

  #people() {
    const session = this.#session;
    if (!session.people.length) {
      return h('p', { class: 'quiet' }, say('sheet.nobody'));
    }
    return session.people.map((slot) =>
      h(
        'details',
        { class: 'slot', open: slot.tbc },
        h('summary', {}, `${word('role', slot.role)}: `, slot.tbc ? h('span', { class: 'sign late' }, '◌ ', person(slot)) : person(slot)),
        slotForm(this.#app, session, slot, { seen: () => this.#seen, done: () => this.dialog.close() }),
      ),
    );
  }

  #place() {
    const session = this.#session;
    const boxes = this.#app.day.rooms.map((room) => h('label', { class: 'check' }, h('input', { type: 'checkbox', value: room.id, checked: session.rooms.includes(room.id) }), h('span', { dir: 'auto' }, room.name)));
    const move = () => {
      const chosen = boxes.map((label) => label.firstChild).filter((box) => box.checked);
      this.#ask({ type: 'move', rooms: chosen.map((box) => box.value) });
    };
    const others = this.#app.day.sessions.filter((other) => other.id !== session.id && !other.venueWide && other.status !== 'cancelled' && end(other) > this.#app.now());
    const partner = h(
      'select',
      { id: 'swap-with' },
      others.map((other) => h('option', { value: other.id }, `${this.#app.clock(start(other))} ${rooms(this.#app.day, other.rooms)}: ${other.title}`)),
    );
    return [
      h('fieldset', {}, h('legend', {}, say('sheet.moveTo')), boxes, h('button', { type: 'button', on: { click: move } }, say('sheet.move'))),
      !session.venueWide && others.length
        ? h('p', {}, h('label', { for: 'swap-with' }, say('sheet.swapWith')), partner, h('button', { type: 'button', on: { click: () => this.#ask({ type: 'swap', with: partner.value }) } }, say('sheet.swap')))
        : '',
    ];
  }

  #time() {
    const session = this.#session;
    const from = h('input', { type: 'time', id: 'new-start', required: true, value: this.#app.clock(start(session)) });
    const to = h('input', { type: 'time', id: 'new-end', required: true, value: this.#app.clock(end(session)) });
    const submit = (event) => {
      event.preventDefault();
      const begins = instantOf(from.value, start(session));
      const near = instantOf(to.value, Date.parse(begins));
      const overMidnight = Date.parse(near) < Date.parse(begins);
      const ends = overMidnight ? instantOf(to.value, Date.parse(begins) + 24 * 3600 * 1000) : near;
      this.#ask({ type: 'retime', start: begins, end: ends });
    };
    return h(
      'form',
      { class: 'timesform', on: { submit } },
      h('p', {}, h('label', { for: from.id }, say('sheet.begins')), from),
      h('p', {}, h('label', { for: to.id }, say('sheet.ends')), to),
      h('button', { type: 'submit' }, say('sheet.retime')),
    );
  }

  #edit() {
    const session = this.#session;
    const title = h('input', { type: 'text', id: 'edit-title', maxlength: 300, required: true, value: session.title });
    const abstract = h('textarea', { id: 'edit-abstract', rows: 4, maxlength: 10000, value: session.description ?? '' });
    const languages = h('input', { type: 'text', id: 'edit-languages', value: session.languages.join(', '), pattern: '\\s*([a-zA-Z-]+(\\s*,\\s*[a-zA-Z-]+)*)?\\s*' });
    const kind = h('select', { id: 'edit-kind' }, KINDS.map((each) => h('option', { value: each, selected: each === session.kind }, word('kind', each))));
    const submit = (event) => {
      event.preventDefault();
      const asked = { title: title.value.trim(), abstract: abstract.value, languages: languages.value.split(',').map((code) => code.trim().toLowerCase()).filter(Boolean), kind: kind.value };
      const before = { title: session.title, abstract: session.description ?? '', languages: session.languages, kind: session.kind };
      const changed = Object.keys(asked).filter((key) => String(asked[key]) !== String(before[key]));
      if (changed.length) {
        this.#ask({ type: 'edit', ...Object.fromEntries(changed.map((key) => [key, asked[key]])) });
      }
    };
    return h(
      'form',
      { class: 'edit', on: { submit } },
      h('p', {}, h('label', { for: title.id }, say('sheet.title')), title),
      h('p', {}, h('label', { for: abstract.id }, say('sheet.abstract')), abstract),
      h('p', {}, h('label', { for: languages.id }, say('sheet.languages')), languages),
      h('p', {}, h('label', { for: kind.id }, say('sheet.kind')), kind),
      h('button', { type: 'submit' }, say('sheet.save')),
    );
  }
}

