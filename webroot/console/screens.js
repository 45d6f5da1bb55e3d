/* Every screen: how it stands, what it shows, how old that is, and its clock. */

import { h, setText } from './dom.js';
import { say } from './labels.js';
import { Pairing } from './pairing.js';
import { summaryOf } from './receipts.js';
import { ago, heardServerTime, nameOf, seen, serverNow, standing } from './standing.js';

const ASK_MS = 3000;
const CLOCK_MATTERS_MS = 5000;
const COLUMNS = ['screen', 'state', 'shows', 'painted', 'clock', 'device'];

export const view = {
  id: 'screens',
  title: 'screens.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new ScreensView(element, app),
};

class ScreensView {
  #app;
  #timer = 0;
  #isOver = false;
  #rows = new Map();

  constructor(element, app) {
    this.#app = app;
    this.pairing = new Pairing(app, () => this.#askNow());
    this.summary = h('p', { class: 'summary', role: 'status' }, say('shell.loading'));
    this.missing = h('ul', { class: 'missing' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.body = h('tbody');
    this.table = h('table', { class: 'screens-table', hidden: true }, h('thead', {}, h('tr', {}, COLUMNS.map((key) => h('th', { scope: 'col' }, say(`screens.${key}`))))), this.body);
    this.empty = h('p', { class: 'empty', hidden: true }, say('screens.none'));
    this.phones = h('p', { class: 'quiet' });
    element.append(h('h2', {}, say('screens.title')), this.summary, this.missing, this.problem, this.pairing.waiting, this.empty, this.table, this.phones, this.pairing.element, h('p', { class: 'quiet' }, say('screens.name')));
    this.#ask();
  }

  update() {}

  #askNow() {
    clearTimeout(this.#timer);
    this.#ask();
  }

  async #ask() {
    const { status, json } = await this.#app.api.get('/api/screens');
    if (this.#isOver) {
      return;
    }
    if (status === 401) {
      this.#app.loggedOut();
      return;
    }
    setText(this.problem, status === 200 ? '' : say('screens.unknown'));
    this.table.classList.toggle('stale', status !== 200);
    if (status === 200) {
      heardServerTime(json.at);
      this.#render(json);
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_MS);
  }

  #render({ screens, phones, painted }) {
    setText(this.summary, summaryOf(painted));
    const troubled = screens.filter((screen) => screen.state !== 'online' && screen.state !== 'planned-off');
    this.missing.replaceChildren(...troubled.slice(0, 8).map((screen) => h('li', {}, standing(screen), ' ', h('span', { dir: 'auto' }, say('receipts.missing', nameOf(screen, this.#app.day), seen(screen))))));
    this.phones.hidden = !phones;
    setText(this.phones, say(phones === 1 ? 'screens.phone' : 'screens.phones', phones));
    this.empty.hidden = screens.length > 0;
    this.table.hidden = !screens.length;
    this.#renderRows(screens);
  }

  /** Rows stay where they are: a new screen comes in by its name, and nothing re-sorts. */
  #renderRows(screens) {
    const known = new Set(screens.map((screen) => screen.id));
    for (const [id, row] of this.#rows) {
      if (!known.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    screens.forEach((screen, i) => {
      const row = this.#rows.get(screen.id) ?? this.#newRow(screen);
      this.#fill(row, screen);
      if (this.body.children[i] !== row) {
        this.body.insertBefore(row, this.body.children[i] ?? null);
      }
    });
  }

  #newRow(screen) {
    const row = h('tr', {}, h('th', { scope: 'row', dir: 'auto' }), COLUMNS.slice(1).map((key) => h('td', { 'data-word': say(`screens.${key}`) })));
    this.#rows.set(screen.id, row);
    return row;
  }

  #fill(row, screen) {
    const [name, state, shows, painted, clock, device] = row.children;
    this.#once(name, `${screen.paired} ${nameOf(screen, this.#app.day)}`, () => [this.#name(screen)]);
    row.className = screen.state;
    this.#once(state, `${screen.state} ${screen.why} ${screen.health?.assigned}`, () => [standing(screen), screen.state === 'offline' && !screen.paired ? this.#forget(screen) : '']);
    setText(shows, this.#shows(screen));
    setText(painted, screen.painted ? ago(serverNow() - Date.parse(screen.painted.receivedAt)) : '—');
    this.#clock(clock, screen.health?.clockOffset);
    this.#device(device, screen);
  }

  #once(cell, key, make) {
    if (cell.dataset.key !== key) {
      cell.dataset.key = key;
      cell.replaceChildren(...make().filter(Boolean));
    }
  }

  /** A screen that follows the console is told from here what it is to be. */
  #name(screen) {
    const name = nameOf(screen, this.#app.day);
    return screen.paired ? h('button', { type: 'button', class: 'plain named', title: say('pairing.change'), 'aria-haspopup': 'dialog', on: { click: () => this.pairing.open(screen.id) } }, name) : name;
  }

  #forget(screen) {
    const button = h('button', { type: 'button', class: 'plain', 'aria-label': say('screens.forgetWhich', nameOf(screen, this.#app.day)) }, say('screens.forget'));
    button.addEventListener('click', async () => {
      button.disabled = true;
      await this.#app.api.post(`/api/screens/${encodeURIComponent(screen.id)}`, undefined, { method: 'DELETE' });
      this.#askNow();
    });
    return button;
  }

  /** What it shows, as far as its frame tells: of a door, what is on there. */
  #shows(screen) {
    if (!screen.painted) {
      return say('screens.nothingYet');
    }
    const change = say('screens.revision', screen.painted.revision);
    const board = this.#app.day.boards[screen.room];
    const frame = board?.frames[screen.painted.frame[`room:${screen.room}`]];
    if (!frame || screen.painted.revision < board.revision) {
      return change;
    }
    const titles = frame.now.map((id) => this.#app.day.session(id)?.title).filter(Boolean);
    return `${titles.length ? titles.join(', ') : say('screens.free')} · ${change}`;
  }

  /** Letters that are too small for the distance are the device's trouble, and nobody sees it from here. */
  #device(cell, screen) {
    const { viewport, reach, distance } = screen.health ?? {};
    const words = [viewport, screen.lang, screen.address].filter(Boolean).join(' · ');
    const small = reach < distance ? say('screens.tooSmall', reach, distance) : '';
    this.#once(cell, words + small, () => [small && h('span', { class: 'late' }, `▲ ${small}`), small && ' ', words]);
  }

  #clock(cell, offset) {
    const isOff = typeof offset === 'number' && Math.abs(offset) > CLOCK_MATTERS_MS;
    const seconds = (Math.abs(offset) / 1000).toFixed(1);
    setText(cell, typeof offset === 'number' ? (isOff ? `▲ ${say(offset > 0 ? 'screens.fast' : 'screens.slow', seconds)}` : say('screens.clockGood', seconds)) : '—');
    cell.classList.toggle('late', isOff);
  }

  unmount() {
    this.#isOver = true;
    this.pairing.end();
    clearTimeout(this.#timer);
  }
}
