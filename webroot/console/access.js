/* What the views of links and of accounts share: a list read from the server, and things shown only once. */

import * as api from './api.js';
import { date, hm } from './clock.js';
import { h } from './dom.js';
import { say } from './labels.js';

/** An instant of the calendar, in the event's zone. */
export function moment(text) {
  const at = Date.parse(text);
  return `${date(at)} ${hm(at)}`;
}

/** Why something was not done, in words; a session that has ended leads to the login. */
export function refusal(app, answer) {
  if (answer.status === 401) {
    app.loggedOut();
  }
  return answer.status === 0 ? say('shell.unreachable') : say('shell.failed', answer.json.detail ?? answer.status);
}

/** A button that does what cannot be taken back at its second tap, which it names. */
export function twice(words, sure, act) {
  let timer = 0;
  const button = h('button', { type: 'button', class: 'twice' }, words);
  const rest = () => {
    button.classList.remove('sure');
    button.textContent = words;
  };
  button.addEventListener('click', () => {
    clearTimeout(timer);
    if (button.classList.contains('sure')) {
      act(button);
      rest();
    } else {
      button.classList.add('sure');
      button.textContent = sure;
      timer = setTimeout(rest, 5000);
    }
  });
  return button;
}

/** A list that is read anew after every change, with its states: loading, empty, unreachable. */
export class Listing {
  #app;
  #path;
  #row;

  constructor(app, path, empty, row) {
    this.#app = app;
    this.#path = path;
    this.#row = row;
    this.empty = empty;
    this.element = h('ul', { class: 'listing' }, h('li', { class: 'quiet' }, say('shell.loading')));
  }

  async read() {
    const answer = await api.get(this.#path);
    if (answer.status !== 200) {
      const again = h('button', { type: 'button', on: { click: () => this.read() } }, say('journal.again'));
      this.element.replaceChildren(h('li', {}, h('span', { class: 'problem' }, refusal(this.#app, answer)), ' ', again));
      return;
    }
    const rows = Object.values(answer.json)[0].map((each) => h('li', {}, this.#row(each)));
    this.element.replaceChildren(...(rows.length ? rows : [h('li', { class: 'quiet' }, this.empty)]));
  }
}
