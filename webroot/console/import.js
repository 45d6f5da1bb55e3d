/* A programme from a file: chosen, looked at, and published only then. */

import * as api from './api.js';
import { Dialog } from './dialog.js';
import { h, setText } from './dom.js';
import { summary } from './edition.js';
import { say } from './labels.js';

export function openImport(app) {
  return new Import(app);
}

class Import {
  #app;
  #asked = 0;
  #key = api.newKey();
  #plan = null;

  constructor(app) {
    this.#app = app;
    this.dialog = new Dialog('import', say('import.title'), () => this.#asked++);
    this.file = h('input', { type: 'file', id: 'import-file', on: { change: () => this.#look() } });
    this.zone = h('input', { type: 'text', id: 'import-zone', placeholder: app.day.event.timezone, spellcheck: 'false', autocapitalize: 'none', on: { change: () => this.#look() } });
    this.local = h('input', { type: 'checkbox', on: { change: () => this.#look() } });
    this.force = h('input', { type: 'checkbox', on: { change: () => this.#look() } });
    this.forcing = h('label', { class: 'check', hidden: true }, this.force, h('span', {}, say('import.forceIt')));
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.outcome = h('div', { class: 'outcome', 'aria-live': 'polite' });
    this.button = h('button', { type: 'button', class: 'primary', disabled: true, on: { click: () => this.#publish() } }, say('import.publish'));
    this.dialog.body.append(
      h('p', { class: 'quiet' }, say('import.lead')),
      h('p', {}, h('label', { for: 'import-file' }, say('import.file')), this.file),
      h('details', { class: 'more' }, h('summary', {}, say('import.more')), h('p', {}, h('label', { for: 'import-zone' }, say('import.zone')), this.zone), h('label', { class: 'check' }, this.local, h('span', {}, say('import.local')))),
      this.problem,
      this.forcing,
      this.outcome,
    );
    this.dialog.element.append(h('footer', {}, h('button', { type: 'button', on: { click: () => this.dialog.close() } }, say('change.leave')), this.button));
    this.file.focus();
  }

  #form() {
    const form = new FormData();
    form.append('programme', this.file.files[0]);
    form.append('force', String(this.force.checked));
    form.append('localTimes', String(this.local.checked));
    if (this.zone.value.trim()) {
      form.append('timezone', this.zone.value.trim());
    }
    return form;
  }

  async #look() {
    if (!this.file.files.length) {
      return;
    }
    const own = ++this.#asked;
    this.#plan = null;
    this.#key = api.newKey();
    this.button.disabled = true;
    setText(this.problem, '');
    this.outcome.replaceChildren(h('p', { class: 'quiet' }, say('import.reading')));
    const answer = await api.send('/api/changes?preview=true', this.#form());
    if (own !== this.#asked) {
      return;
    }
    this.outcome.replaceChildren();
    if (answer.status !== 200) {
      this.#refused(answer);
      return;
    }
    this.#plan = answer.json;
    this.outcome.append(h('p', {}, say('import.read', answer.json.reading.format, answer.json.reading.sessions, answer.json.reading.rooms)), summary(answer.json, this.#app.day));
    this.button.disabled = false;
  }

  #refused(answer) {
    if (answer.status === 401) {
      this.#app.loggedOut();
      return;
    }
    const isShrunken = answer.status === 422 && /force the import/.test(answer.json.detail ?? '');
    this.forcing.hidden = !isShrunken && !this.force.checked;
    setText(this.problem, answer.status ? (answer.json.detail ?? say('shell.failed', answer.status)) : say('shell.unreachable'));
  }

  async #publish() {
    const own = ++this.#asked;
    this.button.disabled = true;
    setText(this.button, say('change.publishing'));
    const answer = await api.send('/api/changes', this.#form(), this.#key);
    setText(this.button, say('import.publish'));
    if (answer.status === 201) {
      this.#app.published(answer.json, say('what.import'));
      this.dialog.close();
      return;
    }
    if (own === this.#asked) {
      this.button.disabled = !this.#plan;
      this.#refused(answer);
    }
  }
}
