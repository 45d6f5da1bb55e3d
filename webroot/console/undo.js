/* What was published last stays in sight for 30 s: who shows it, and one tap takes it back. */

import * as api from './api.js';
import { h, part, setText } from './dom.js';
import { count, say } from './labels.js';

const IN_SIGHT_MS = 30000;
const ASK_MS = 1000;

export class Undo {
  #app;
  #gone = 0;
  #asking = 0;
  #revision = 0;

  constructor(app) {
    this.#app = app;
    addEventListener('keydown', (event) => {
      const isTyping = event.target.matches?.('input, textarea, select');
      if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping && this.button?.isConnected) {
        event.preventDefault();
        this.button.click();
      }
    });
  }

  offer(revision, what) {
    this.#begin(revision);
    const left = h('span', { class: 'left', 'aria-hidden': 'true' });
    const until = performance.now() + IN_SIGHT_MS;
    const key = api.newKey();
    this.words = h('p', { class: 'what', dir: 'auto' }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '● '), say('undo.published', what));
    this.shown = h('p', { class: 'shown' });
    this.button = h('button', { type: 'button', 'aria-keyshortcuts': 'Control+Z', on: { click: () => this.#take(key) } }, say('undo.undo'), left);
    part('undo').replaceChildren(h('div', {}, this.words, this.shown), this.button);
    part('undo').hidden = false;
    const count = () => {
      const seconds = Math.ceil((until - performance.now()) / 1000);
      setText(left, ` ${seconds} s`);
      if (seconds <= 0) {
        this.#hide();
      }
    };
    count();
    this.#gone = setInterval(count, 1000);
    this.#receipts();
  }

  #begin(revision) {
    clearInterval(this.#gone);
    clearTimeout(this.#asking);
    this.#revision = revision;
  }

  #hide() {
    this.#begin(0);
    const bar = part('undo');
    if (bar.contains(document.activeElement)) {
      part('view').focus();
    }
    bar.hidden = true;
    bar.replaceChildren();
  }

  /** Which screens say that they show it; where the server does not know, nothing is said. */
  async #receipts() {
    const asked = this.#revision;
    const { status, json } = await api.get(`/api/screens?revision=${asked}`);
    if (asked !== this.#revision || status !== 200 || typeof json.shown !== 'number' || !json.of) {
      return;
    }
    setText(this.shown, json.shown < json.of ? say('undo.shownBy', json.shown, json.of) : count('undo.shownByAll', json.of));
    if (json.shown < json.of) {
      this.#asking = setTimeout(() => this.#receipts(), ASK_MS);
    }
  }

  async #take(key) {
    const revision = this.#revision;
    this.button.disabled = true;
    const answer = await api.post('/api/changes', { type: 'undo', revision }, { key });
    if (answer.status === 201) {
      this.#app.day.heardOf(answer.json.revision);
      this.#app.tell('published', answer.json);
      this.#begin(0);
      part('undo').replaceChildren(h('p', { class: 'what' }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '● '), say('undo.undone')));
      this.#gone = setTimeout(() => this.#hide(), 6000);
      part('view').focus();
      return;
    }
    if (answer.status === 401) {
      this.#app.loggedOut();
      return;
    }
    this.button.disabled = false;
    const reached = answer.status !== 0;
    this.words.replaceChildren(reached ? say('undo.refused', answer.json.detail ?? answer.status) : say('change.noAnswer'));
  }
}
