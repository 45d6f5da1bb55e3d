/* The journal: every change, by whom and when, newest first; and undo from there. */

import * as api from './api.js';
import { date } from './clock.js';
import { describe, strip } from './describe.js';
import { h } from './dom.js';
import { count, say, word } from './labels.js';
import { openWhy } from './why.js';

const PAGE = 100;

export const view = {
  id: 'journal',
  title: 'journal.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new JournalView(element, app),
};

class JournalView {
  #app;
  #entries = [];
  #newest = 0;
  #filters = { room: '', author: '', type: '' };

  constructor(element, app) {
    this.#app = app;
    this.tools = h('div', { class: 'filters' });
    this.fresh = h('div', { role: 'status' });
    this.list = h('ol', { class: 'entries' });
    this.more = h('div', {});
    element.append(h('h2', { class: 'heading' }, say('journal.title')), this.tools, this.fresh, this.list, this.more);
    this.list.append(h('li', { class: 'quiet' }, say('shell.loading')));
    this.#load(Math.max(0, app.day.revision - PAGE));
  }

  /** New entries are offered, and come in when asked for, so that nothing moves under a finger. */
  async update() {
    const { status, json } = await api.get(`/api/changes?after=${this.#newest}`);
    if (status !== 200 || !json.changes.length) {
      return;
    }
    const own = json.changes.every((entry) => entry.author === this.#app.me.user);
    const take = () => this.#load(this.#entries.at(-1).revision - 1);
    if (own) {
      take();
      return;
    }
    this.fresh.replaceChildren(h('button', { type: 'button', on: { click: take } }, count('journal.newer', json.changes.length)));
  }

  unmount() {}

  async #load(after) {
    const entries = [];
    let from = after;
    for (;;) {
      const { status, json } = await api.get(`/api/changes?after=${from}`);
      if (status === 401) {
        this.#app.loggedOut();
        return;
      }
      if (status !== 200) {
        this.list.replaceChildren(h('li', { class: 'problem' }, say('journal.unreachable'), ' ', h('button', { type: 'button', on: { click: () => this.#load(after) } }, say('journal.again'))));
        return;
      }
      entries.push(...json.changes);
      if (!json.changes.length || json.changes.at(-1).revision >= json.revision) {
        break;
      }
      from = json.changes.at(-1).revision;
    }
    this.#entries = entries.reverse();
    this.#newest = this.#entries[0]?.revision ?? 0;
    this.fresh.replaceChildren();
    this.#renderTools();
    this.#render();
  }

  #renderTools() {
    const unique = (values) => [...new Set(values)].sort();
    const select = (key, options) => {
      const id = `filter-${key}`;
      const choose = (event) => {
        this.#filters[key] = event.target.value;
        this.#render();
      };
      return h('p', {}, h('label', { for: id }, say(`journal.${key}`)), h('select', { id, on: { change: choose } }, h('option', { value: '' }, say('journal.all')), options.map(([value, text]) => h('option', { value, selected: value === this.#filters[key] }, text))));
    };
    const focused = document.activeElement?.id;
    this.tools.replaceChildren(
      select('room', this.#app.day.rooms.map((room) => [room.id, room.name])),
      select('author', unique(this.#entries.map((entry) => entry.author)).map((name) => [name, name])),
      select('type', unique(this.#entries.map((entry) => entry.change.type)).map((type) => [type, word('type', type)])),
    );
    focused?.startsWith('filter-') && document.getElementById(focused)?.focus();
  }

  #isWanted(entry) {
    const { room, author, type } = this.#filters;
    return (!author || entry.author === author) && (!type || entry.change.type === type) && (!room || this.#roomsOf(entry).has(room));
  }

  #roomsOf(entry) {
    const named = new Set([entry.change.room, ...(entry.change.rooms ?? [])]);
    for (const effect of entry.effects) {
      named.add(effect.room);
      (effect.from?.rooms ?? []).concat(effect.to?.rooms ?? [], this.#app.day.session(effect.session)?.rooms ?? []).forEach((id) => named.add(id));
    }
    return named;
  }

  #render() {
    const wanted = this.#entries.filter((entry) => this.#isWanted(entry));
    this.list.replaceChildren(...wanted.map((entry) => this.#entry(entry)));
    if (!wanted.length) {
      this.list.append(h('li', { class: 'empty' }, say('journal.none')));
    }
    const oldest = this.#entries.at(-1)?.revision ?? 1;
    this.more.replaceChildren(...(oldest > 1 ? [h('button', { type: 'button', on: { click: () => this.#load(Math.max(0, oldest - 1 - PAGE)) } }, say('journal.older'))] : []));
  }

  #entry(entry) {
    const at = Date.parse(entry.at);
    const time = date(at) === date(this.#app.now()) ? this.#app.clock(at) : `${date(at)} ${this.#app.clock(at)}`;
    const isFirst = entry.change.type === 'import';
    const sessions = [...new Set(entry.effects.map((effect) => effect.session).filter(Boolean))];
    return h(
      'li',
      { class: entry.undoneBy ? 'entry undone' : 'entry', 'data-revision': entry.revision },
      h(
        'details',
        {},
        h(
          'summary',
          {},
          h('span', { class: 'number' }, entry.revision),
          ' ',
          h('span', { class: 'time' }, time),
          ' ',
          h('span', { class: 'author' }, entry.author),
          ' ',
          h('span', { class: 'what', dir: 'auto' }, describe(entry.change, this.#app.day)),
          entry.undoneBy ? h('span', { class: 'sign cancelled' }, ' ↶ ', say('journal.undoneBy', entry.undoneBy)) : '',
        ),
        entry.change.reason ? h('p', { class: 'quiet', dir: 'auto' }, `“${entry.change.reason}”`) : '',
        strip(entry.effects, this.#app.day),
        h(
          'div',
          { class: 'row' },
          !entry.undoneBy && !isFirst && h('button', { type: 'button', on: { click: () => this.#app.change({ type: 'undo', revision: entry.revision }) } }, say('undo.undo')),
          sessions.slice(0, 6).map((id) => this.#app.day.session(id) && h('button', { type: 'button', class: 'plain', on: { click: () => openWhy(this.#app, id) } }, say('journal.why', this.#app.day.session(id).title))),
        ),
      ),
    );
  }
}
