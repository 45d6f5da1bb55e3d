/* The all-clear: its words, the screens that it reaches, and one button. */

import { Dialog } from './dialog.js';
import { h, setText } from './dom.js';
import { count, say } from './labels.js';
import { describeReach } from './targets.js';
import { ALL_CLEAR, lengthOf } from './templates.js';

const LONGEST_HEADLINE = 60;

export class AllClear {
  #app;
  #over;
  #key;
  #isSending = false;

  constructor(app, announcement) {
    this.#app = app;
    this.#over = announcement;
    this.#key = app.api.newKey();
    this.dialog = new Dialog('all-clear', say('announce.giveAllClear'));
    this.#build();
    this.#reach();
  }

  #build() {
    const lang = document.documentElement.lang;
    this.words = h('input', { type: 'text', id: 'all-clear-words', dir: 'auto', value: ALL_CLEAR[lang] ?? ALL_CLEAR.en, on: { input: () => this.#look() } });
    this.counter = h('span', { class: 'counter' });
    this.reach = h('p', { class: 'quiet', role: 'status' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'primary', on: { click: () => this.#give() } }, say('announce.giveAllClear'));
    this.dialog.body.append(
      h('p', { class: 'quiet', dir: 'auto' }, say('allclear.ends', this.#over.headline)),
      h('p', { class: 'field' }, h('label', { for: 'all-clear-words' }, say('allclear.words')), this.words, this.counter),
      h('p', { class: 'quiet' }, say('allclear.after')),
      this.reach,
      this.problem,
    );
    this.dialog.element.append(h('footer', {}, h('button', { type: 'button', on: { click: () => this.dialog.close() } }, say('change.leave')), this.button));
    this.button.focus();
    this.#look();
  }

  async #reach() {
    const { status, json } = await this.#app.api.post('/api/announcements/reach', { targets: this.#over.targets });
    if (status === 200) {
      setText(this.reach, describeReach(json, this.#app.day));
      setText(this.button, say('allclear.give', count('reach.screen', json.screens)));
    }
  }

  #look() {
    const length = lengthOf(this.words.value.trim());
    setText(this.counter, `${length} / ${LONGEST_HEADLINE}`);
    this.counter.classList.toggle('late', length > LONGEST_HEADLINE);
    this.button.disabled = !length || length > LONGEST_HEADLINE || this.#isSending;
  }

  async #give() {
    this.#isSending = true;
    this.#look();
    const body = { type: 'withdraw', announcement: this.#over.id, allClear: this.words.value.trim() };
    const answer = await this.#app.api.post('/api/changes', body, { key: this.#key });
    this.#isSending = false;
    if (answer.status === 201) {
      this.#app.day.heardOf(answer.json.revision);
      this.#app.tell('published', answer.json);
      this.dialog.close();
    } else if (answer.status === 401) {
      this.#app.loggedOut();
    } else {
      setText(this.problem, answer.status ? (answer.json.detail ?? say('shell.failed', answer.status)) : say('shell.unreachable'));
      this.#key = answer.status ? this.#app.api.newKey() : this.#key;
      this.#look();
    }
  }
}
