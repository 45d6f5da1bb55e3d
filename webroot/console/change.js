/* The one flow of a change: preview, before and after, one button that says what it does, and undo in sight. */

import * as api from './api.js';
import { Dialog, FRESH_MS } from './dialog.js';
import { absorbed, boards, describe, instantOf, strip, sum } from './describe.js';
import { h } from './dom.js';
import { count, say, word } from './labels.js';
import { Undo } from './undo.js';

const RIPPLES = ['none', 'room', 'venue'];
const RIPPLING = new Set(['delay', 'extend', 'finish']);
const AT_ONCE_ONLY = new Set(['undo', 'unschedule', 'clock', 'import', 'announce', 'withdraw']);
const LONGEST_REASON = 500;

export class Changing {
  #app;
  #undo;

  constructor(app) {
    this.#app = app;
    this.#undo = new Undo(app);
  }

  /**
   * Asks the organiser. Resolves to { published, revision } when it is published or left.
   * @param {object} request a change of the contract
   * @param {{ seen?: number }} options the revision that the organiser had before the eyes
   */
  ask(request, { seen } = {}) {
    return new Promise((resolve) => {
      new Proposal(this.#app, request, seen ?? this.#app.day.revision, this.#undo, resolve);
    });
  }

  offerUndo(revision, what) {
    this.#undo.offer(revision, what);
  }
}

/** One change before it is published. */
class Proposal {
  #app;
  #request;
  #seen;
  #undo;
  #keys = new Map(); // by request: however often one is sent, it is one
  #preview = null;
  #asked = 0;
  #isSending = false;
  #result = { published: false, revision: null };
  #off = [];
  #due = null;
  #reason = '';
  #isPublic = false;

  constructor(app, request, seen, undo, resolve) {
    this.#app = app;
    this.#request = RIPPLING.has(request.type) ? { ripple: 'room', ...request } : request;
    this.#seen = seen;
    this.#undo = undo;
    this.dialog = new Dialog('proposal', describe(this.#request, app.day), () => {
      this.#off.forEach((off) => off());
      resolve(this.#result);
    });
    this.#build();
    this.#off.push(app.on('day', () => this.#look()), app.on('line', () => this.#renderButton()));
    this.#look();
    setTimeout(() => this.#renderButton(), FRESH_MS + 50);
  }

  #build() {
    this.notice = h('div', { class: 'notice', role: 'alert' });
    this.outcome = h('div', { class: 'outcome', 'aria-live': 'polite' }, h('p', { class: 'quiet' }, say('shell.loading')));
    this.button = h('button', { type: 'button', class: 'primary publish', on: { click: () => this.#publish() } }, say('change.publish'));
    this.dialog.body.append(
      RIPPLING.has(this.#request.type) && this.#request.minutes !== null ? this.#ripples() : '',
      this.notice,
      this.outcome,
      this.#more(),
    );
    const back = h('button', { type: 'button', on: { click: () => this.dialog.close() } }, say('change.leave'));
    this.dialog.element.append(h('footer', {}, back, this.button));
    this.#renderButton();
    this.button.focus();
  }

  #ripples() {
    const choose = (ripple) => {
      this.#request = { ...this.#request, ripple };
      this.#look();
    };
    return h(
      'fieldset',
      { class: 'ripples' },
      h('legend', {}, say('ripple.legend')),
      RIPPLES.map((ripple) =>
        h(
          'label',
          {},
          h('input', { type: 'radio', name: 'ripple', value: ripple, checked: ripple === this.#request.ripple, on: { change: () => choose(ripple) } }),
          h('span', {}, say(`ripple.${ripple}`)),
        ),
      ),
    );
  }

  /** What is seldom needed: another time, and a reason. */
  #more() {
    const due = h('input', {
      type: 'time',
      id: 'due',
      on: {
        change: (event) => {
          this.#due = instantOf(event.target.value, this.#app.now());
          this.#look();
        },
      },
    });
    const reason = h('input', { type: 'text', id: 'reason', maxlength: LONGEST_REASON, on: { input: (event) => (this.#reason = event.target.value.trim()) } });
    const shown = h('input', { type: 'checkbox', on: { change: (event) => (this.#isPublic = event.target.checked) } });
    return h(
      'details',
      { class: 'more' },
      h('summary', {}, say(AT_ONCE_ONLY.has(this.#request.type) ? 'change.reason' : 'change.more')),
      !AT_ONCE_ONLY.has(this.#request.type) && h('p', {}, h('label', { for: 'due' }, say('change.due')), due),
      h('p', {}, h('label', { for: 'reason' }, say('change.reason')), reason),
      h('label', { class: 'check' }, shown, h('span', {}, say('change.reasonIsPublic'))),
    );
  }

  /** The request as it would be sent now. */
  #body() {
    return {
      ...this.#request,
      ifRevision: this.#seen,
      ...(this.#due ? { due: this.#due } : {}),
      ...(this.#reason ? { reason: this.#reason, publicReason: this.#isPublic } : {}),
    };
  }

  async #look() {
    if (this.#isSending) {
      return; // what it did is on its way
    }
    const asked = ++this.#asked;
    const { due, ...atOnce } = this.#body();
    const answer = await api.post('/api/changes?preview=true', atOnce);
    const later = due && answer.status === 200 ? await api.post('/api/changes?preview=true', { ...atOnce, due }) : answer;
    if (asked !== this.#asked || !this.dialog.isOpen || this.#isSending) {
      return;
    }
    this.#preview = later.status === 200 ? answer.json : null;
    if (later.status === 200) {
      this.#renderPreview(answer.json);
    } else {
      await this.#refused(later);
    }
    this.#renderButton();
  }

  #renderPreview(answer) {
    const { day } = this.#app;
    this.outcome.replaceChildren(
      ...[
        answer.effects.length ? strip(answer.effects, day) : h('p', { class: 'empty' }, say('change.nothing')),
        ...absorbed(answer, day).map((text) => h('p', { class: 'absorbed' }, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '⇥'), ' ', text)),
        answer.warnings.length ? this.#warnings(answer.warnings) : '',
        h('p', { class: 'quiet boards' }, boards(answer, day)),
        this.#due ? h('p', { class: 'quiet' }, say('change.asThingsStand')) : '',
      ].filter(Boolean),
    );
  }

  #warnings(warnings) {
    return h(
      'ul',
      { class: 'warnings', 'aria-label': say('change.warnings') },
      warnings.map((warning) =>
        h('li', {}, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '▲'), ' ', h('strong', {}, word('warning', warning.code)), ' ', h('span', { lang: 'en' }, warning.message)),
      ),
    );
  }

  #renderButton() {
    const plan = this.#preview;
    const cut = this.#app.line?.isLost;
    // Not disabled, so that the focus can stay on it while the preview comes.
    this.button.setAttribute('aria-disabled', String(!this.#isReady));
    if (this.#isSending) {
      this.button.textContent = say('change.publishing');
    } else if (cut) {
      this.button.textContent = say('change.cut');
    } else {
      this.button.textContent = plan ? this.#promise(plan) : say('change.publish');
    }
  }

  get #isReady() {
    return Boolean(this.#preview?.effects.length) && !this.#app.line?.isLost && !this.#isSending && !this.dialog.isFresh;
  }

  /** What the button will do, in its own words. */
  #promise(plan) {
    const sessions = sum(plan.effects);
    if (this.#due) {
      return say('change.schedule', this.#app.clock(Date.parse(this.#due)), sessions || describe(this.#request, this.#app.day));
    }
    const isBoards = plan.rooms?.length && !plan.screens; // they change, whether or not anybody sees it there
    const parts = [sessions, !isBoards && count('sum.screen', plan.screens)].filter(Boolean).join(', ');
    return parts ? say('change.publishWhat', parts) : say('change.publish');
  }

  async #publish() {
    if (!this.#isReady) {
      return;
    }
    this.#isSending = true;
    this.#renderButton();
    const body = this.#body();
    const text = JSON.stringify(body);
    const key = this.#keys.get(text) ?? api.newKey();
    this.#keys.set(text, key);
    const answer = await api.post('/api/changes', body, { key });
    this.#isSending = false;
    if (answer.status === 201) {
      this.#published(answer.json);
    } else {
      await this.#refused(answer);
      this.#renderButton();
    }
  }

  #published(answer) {
    this.#result = { published: true, revision: answer.revision };
    this.#app.day.heardOf(answer.revision);
    this.#undo.offer(answer.revision, this.#due ? say('undo.scheduled', this.#app.clock(Date.parse(this.#due))) : describe(this.#request, this.#app.day));
    this.#app.tell('published', answer);
    this.dialog.close();
  }

  async #refused(answer) {
    switch (answer.status) {
      case 401:
        return this.#app.loggedOut();
      case 409:
        return this.#outdated(answer);
      case 422:
      case 400:
      case 403:
        this.#preview = null;
        this.outcome.replaceChildren();
        return this.#notify('refused', h('p', {}, h('strong', {}, say('change.refused'))), h('p', { lang: 'en' }, answer.json.detail));
      case 503:
        return this.#notify('refused', h('p', {}, h('strong', {}, say('change.notSaved'))));
      case 0:
        return this.#notify('refused', h('p', {}, h('strong', {}, say('change.noAnswer'))));
      default:
        return this.#notify('refused', h('p', {}, say('shell.failed', answer.json.detail ?? answer.status)));
    }
  }

  /** Somebody was faster: says what they did, and shows what this would do now. */
  async #outdated() {
    const since = await api.get(`/api/changes?after=${this.#seen}`);
    await this.#app.day.read();
    const own = new Set([this.#request.session, this.#request.with].filter(Boolean));
    const concerning = (since.json.changes ?? []).filter((entry) => entry.effects.some((effect) => own.has(effect.session)));
    this.#notify(
      'outdated',
      h('p', {}, h('strong', {}, say('change.outdated'))),
      h('ul', {}, concerning.map((entry) => h('li', {}, say('change.by', this.#app.clock(Date.parse(entry.at)), entry.author, describe(entry.change, this.#app.day))))),
      h('p', {}, say('change.fresh')),
    );
    this.#seen = since.json.revision ?? this.#app.day.revision;
    await this.#look();
  }

  #notify(kind, ...words) {
    this.notice.className = `notice ${kind}`;
    this.notice.replaceChildren(...words);
  }
}
