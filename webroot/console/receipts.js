/* Who shows a revision: asked until all do, then now and then, since a screen may go. */

import { h, sign } from './dom.js';
import { say } from './labels.js';
import { heardServerTime, nameOf, seen, standing } from './standing.js';

const SOON_MS = 1000;
const LATER_MS = 10000;
const MOST_NAMED = 12;

export class Receipts {
  #app;
  #revision;
  #timer = 0;
  #isOver = false;

  constructor(app, revision) {
    this.#app = app;
    this.#revision = revision;
    this.summary = h('p', { class: 'summary', role: 'status' });
    this.missing = h('ul', { class: 'missing' });
    this.element = h('div', { class: 'receipts' }, this.summary, this.missing);
    this.#ask();
  }

  async #ask() {
    const { status, json } = await this.#app.api.get(`/api/screens?revision=${this.#revision}`);
    if (this.#isOver) {
      return;
    }
    if (status === 200) {
      heardServerTime(json.at);
      this.#render(json);
    } else if (status === 404) {
      this.summary.replaceChildren(say('receipts.unknown'));
      return;
    }
    this.#timer = setTimeout(() => this.#ask(), status === 200 && json.shown === json.of ? LATER_MS : SOON_MS);
  }

  #render({ of, shown, missing }) {
    const all = shown === of;
    const key = `${shown}/${of}`;
    if (this.summary.dataset.key !== key) {
      this.summary.dataset.key = key;
      const words = say(!of ? 'receipts.nobody' : !all ? 'receipts.some' : of === 1 ? 'receipts.one' : 'receipts.all', shown, of);
      this.summary.replaceChildren(sign(all && of ? 'good' : 'late', all && of ? '●' : '▲', words));
    }
    const rows = missing.slice(0, MOST_NAMED).map((screen) => ({ screen, words: say('receipts.missing', nameOf(screen, this.#app.day), seen(screen)) }));
    const list = rows.map(({ screen, words }) => h('li', {}, standing(screen), ' ', h('span', { dir: 'auto' }, words)));
    if (missing.length > MOST_NAMED) {
      list.push(h('li', {}, say('receipts.more', missing.length - MOST_NAMED)));
    }
    this.missing.replaceChildren(...list);
  }

  unmount() {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}

/** One line for the head of a view. */
export function summaryOf({ revision, of, shown }) {
  if (!of) {
    return say('receipts.changeNobody', revision);
  }
  const all = of === 1 ? 'receipts.changeOne' : 'receipts.changeAll';
  return say(shown === of ? all : 'receipts.change', revision, shown, of);
}
