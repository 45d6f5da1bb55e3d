/* What every view is given: the live day, the clock, labels, the API, and the one way to change something. */

import * as api from './api.js';
import { Changing } from './change.js';
import * as clock from './clock.js';
import { h, part, setText } from './dom.js';
import { say } from './labels.js';
import { Line } from './line.js';
import { State } from './state.js';
import { views } from './views.js';

const LANGUAGES = { en: 'English', fr: 'français', es: 'español', tr: 'Türkçe', nl: 'Nederlands' };

export class App {
  api = api;
  say = say;
  now = clock.now;
  clock = clock.hm;
  me = JSON.parse(document.body.dataset.me);
  #handlers = new Map();
  #shown = null;
  #changing = new Changing(this);

  constructor() {
    const first = JSON.parse(document.body.dataset.day);
    clock.begin(first.now, first.event.clock.speed, first.event.timezone);
    this.day = new State(first, () => this.tell('day'));
  }

  begin() {
    this.views = views.filter((view) => view.roles.includes(this.me.role));
    this.on('day', () => {
      clock.inZone(this.day.event.timezone);
      this.#shown?.update();
      this.#renderHead();
    });
    this.on('line', () => this.#renderLine());
    this.line = new Line((message) => this.#hear(message), () => this.tell('line'));
    this.#renderNavigation();
    addEventListener('hashchange', () => this.#show());
    this.#show();
    this.#renderHead();
    setInterval(() => this.#second(), 1000);
    document.body.classList.add('alive');
  }

  /** Calls a handler whenever something happens: day, line, tick, published. Answers how to stop it. */
  on(what, handler) {
    const handlers = this.#handlers.get(what) ?? new Set();
    this.#handlers.set(what, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  tell(what, value) {
    this.#handlers.get(what)?.forEach((handler) => handler(value));
  }

  /**
   * The one way to change something: preview, before and after, publish, undo in sight.
   * Resolves to { published, revision } once the organiser has decided.
   */
  change(request, options) {
    return this.#changing.ask(request, options);
  }

  /** What was published elsewhere than in the flow of a change: the boards follow, and undo is in sight. */
  published(answer, what) {
    this.day.heardOf(answer.revision);
    this.#changing.offerUndo(answer.revision, what);
    this.tell('published', answer);
  }

  /** Opens a view by its id. */
  open(id) {
    location.hash = id;
  }

  /** An answer that says that nobody is logged in any more: the login form comes back. */
  loggedOut() {
    sessionStorage.setItem('callboard.said', say('shell.loggedOut'));
    location.reload();
  }

  #hear(message) {
    switch (message.type) {
      case 'venue':
        return this.day.takeVenue(message);
      case 'board':
        return this.day.takeBoard(message);
      case 'tick':
        clock.ticked(message);
        return this.day.heardOf(message.revision);
      case 'time':
        return clock.measured(message);
      default:
        return undefined;
    }
  }

  #second() {
    this.#renderHead();
    this.tell('tick');
  }

  #renderHead() {
    const { event } = this.day;
    setText(part('time'), clock.hm(clock.now()));
    setText(part('day'), this.day.dayOf(clock.now())?.label ?? '');
    const rehearsal = part('rehearsal');
    const pace = clock.speed();
    rehearsal.hidden = !event.clock.rehearsal;
    setText(rehearsal, pace === 1 ? say('shell.rehearsal') : say('shell.rehearsalSpeed', Math.round(pace * 10) / 10));
  }

  #renderLine() {
    const lost = part('lost');
    lost.hidden = !this.line.isLost;
    setText(lost, this.line.isLost ? say('shell.lost', clock.hm(this.line.lostSince)) : '');
    document.body.classList.toggle('cut', this.line.isLost);
  }

  #renderNavigation() {
    const nav = part('views');
    nav.setAttribute('aria-label', say('shell.views'));
    nav.replaceChildren(
      ...this.views.map((view) => h('a', { href: `#${view.id}`, 'data-view': view.id }, say(view.title))),
      h('span', { class: 'account' }, this.#languages(), h('button', { type: 'button', on: { click: () => this.#logout() } }, say('shell.logout'))),
    );
    nav.hidden = false;
  }

  #languages() {
    const choose = (event) => {
      document.cookie = `callboard_language=${event.target.value}; Path=/; Max-Age=31536000; SameSite=Lax`;
      const url = new URL(location.href);
      url.searchParams.delete('lang');
      history.replaceState(null, '', url);
      location.reload();
    };
    return h(
      'select',
      { 'aria-label': say('shell.language'), on: { change: choose } },
      Object.entries(LANGUAGES).map(([code, name]) => h('option', { value: code, lang: code, selected: code === document.documentElement.lang }, name)),
    );
  }

  async #logout() {
    await api.post('/api/logout', {});
    location.reload();
  }

  #show() {
    const [id, argument] = location.hash.slice(1).split('/').map(decodeURIComponent);
    const view = this.views.find((each) => each.id === id) ?? this.views[0];
    const element = part('view');
    this.#shown?.unmount();
    element.replaceChildren();
    element.className = 'view';
    if (!view) {
      element.append(h('p', { class: 'empty' }, say('shell.notForYou', this.me.role)));
      return;
    }
    element.classList.add(view.id);
    this.#shown = view.mount(element, this, argument);
    part('views')
      .querySelectorAll('a')
      .forEach((link) => (link.dataset.view === view.id ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
    document.title = `${say(view.title)} · ${this.day.event.name}`;
  }
}
