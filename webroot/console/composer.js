/* The sheet on which an announcement is written, with what people will see beside it. */

import { Bindings, pauseEnd } from './bindings.js';
import { at } from './clock.js';
import { LONGEST, asShown, endOf, mayStayOpen, requestOf, textIn, withTemplate, wrongs } from './draft.js';
import { h, setText } from './dom.js';
import { holdButton, typedConfirmation } from './hold.js';
import { count, say } from './labels.js';
import { Preview } from './preview.js';
import { Targets } from './targets.js';
import { LANGUAGES, lengthOf, templates } from './templates.js';

const LEVELS = ['safety', 'urgent', 'notice', 'ambient'];
const MODES = ['live', 'exercise', 'test'];
const MINUTES = [15, 30, 60];
const REVIEWS = [5, 15, 30, 60];
const NAMES = { en: 'English', fr: 'français', es: 'español', tr: 'Türkçe', nl: 'Nederlands' };
const GLYPHS = { safety: '■', urgent: '▲', notice: '●', ambient: '○' };

export const mayTakeOver = (app) => app.me.role === 'duty' || app.me.role === 'admin';

export class Composer {
  #app;
  #draft;
  #done;
  #language;
  #byHand = new Set();
  #template = null;
  #bindings;
  #isSending = false;
  #keys = new Map();
  #seen;

  /** @param done called with the revision when it is published, or with nothing when it is left */
  constructor(app, draft, done) {
    this.#app = app;
    this.#draft = draft;
    this.#done = done;
    this.#language = draft.main;
    this.#seen = app.day.revision;
    this.#bindings = new Bindings(app, () => this.#fillTemplate());
    this.targets = new Targets(app, draft.targets, () => this.#look());
    this.preview = new Preview(app, this.#language);
    this.element = h(
      'section',
      { class: 'composer', 'aria-labelledby': 'composer-heading' },
      h('div', { class: 'sheet' }, this.#head(), this.#templates(), this.#level(), this.#words(), this.targets.element, this.#times(), this.#mode()),
      this.preview.element,
      this.#end(),
    );
    this.#renderTexts();
    this.#look();
  }

  focus() {
    this.heading.focus();
  }

  #head() {
    this.heading = h('h2', { id: 'composer-heading', tabindex: '-1' }, say(this.#draft.supersedes ? 'compose.next' : 'compose.new'));
    return this.#draft.supersedes ? h('div', {}, this.heading, h('p', { class: 'quiet' }, say('compose.supersedes'))) : this.heading;
  }

  #templates() {
    const offered = templates.filter((each) => each.level !== 'safety' || mayTakeOver(this.#app));
    const select = h(
      'select',
      { id: 'template', on: { change: (event) => this.#useTemplate(offered.find((each) => each.id === event.target.value)) } },
      h('option', { value: '' }, say('compose.own')),
      offered.map((each) => h('option', { value: each.id }, say(`template.${each.id}`))),
    );
    return h('div', { class: 'field' }, h('label', { for: 'template' }, say('compose.template')), select, this.#bindings.element);
  }

  #useTemplate(template) {
    this.#template = template ?? null;
    this.#byHand.clear();
    this.#bindings.ask(template?.binds ?? []);
    if (template) {
      this.#draft.level = template.level;
      this.#draft.mode = template.mode ?? 'live';
      this.#draft.until = mayStayOpen(template.level) ? { open: true } : { minutes: 15 };
      this.#fillTemplate();
    }
  }

  #fillTemplate() {
    if (this.#template) {
      withTemplate(this.#draft, this.#template, this.#bindings.values, this.#byHand);
      this.#renderChoices();
      this.#renderTexts();
      this.#look();
    }
  }

  #level() {
    const choice = (level) => {
      const forbidden = level === 'safety' && !mayTakeOver(this.#app);
      return h(
        'label',
        { class: `choice level ${level}` },
        h('input', { type: 'radio', name: 'level', value: level, disabled: forbidden, on: { change: () => this.#setLevel(level) } }),
        h('span', {}, h('span', { class: 'glyph', 'aria-hidden': 'true' }, GLYPHS[level]), ' ', h('strong', {}, say(`level.${level}`)), h('span', { class: 'quiet' }, ` ${say(forbidden ? 'level.forbidden' : `level.${level}.means`)}`)),
      );
    };
    return h('fieldset', { class: 'levels' }, h('legend', {}, say('compose.level')), LEVELS.map(choice));
  }

  #setLevel(level) {
    this.#draft.level = level;
    if (!mayStayOpen(level) && this.#draft.until.open) {
      this.#draft.until = { minutes: 15 };
    } else if (level === 'safety') {
      this.#draft.until = { open: true };
    }
    this.#renderChoices();
    this.#look();
  }

  #words() {
    const tab = (language) =>
      h('label', { class: 'tab', lang: language }, h('input', { type: 'radio', name: 'language', value: language, checked: language === this.#language, on: { change: () => this.#setLanguage(language) } }), h('span', {}, NAMES[language]));
    this.fallback = h('p', { class: 'quiet fallback', role: 'status' });
    return h(
      'fieldset',
      { class: 'texts' },
      h('legend', {}, say('compose.words')),
      h('div', { class: 'tabs' }, LANGUAGES.map(tab)),
      this.#text('headline'),
      this.#text('detail'),
      this.fallback,
    );
  }

  #text(part) {
    const counter = h('span', { class: 'counter', id: `${part}-count` });
    const input = h(part === 'headline' ? 'input' : 'textarea', {
      id: part,
      dir: 'auto',
      'aria-describedby': `${part}-count`,
      ...(part === 'headline' ? { type: 'text', autocomplete: 'off' } : { rows: '2' }),
      on: { input: (event) => this.#typed(part, event.target.value) },
    });
    this[part] = { input, counter };
    return h('p', { class: 'field' }, h('label', { for: part }, say(`compose.${part}`)), input, counter);
  }

  #typed(part, value) {
    this.#draft.texts[this.#language][part] = value.replace(/\s+/g, ' ');
    this.#byHand.add(this.#language);
    this.#look();
  }

  #setLanguage(language) {
    this.#language = language;
    this.#renderTexts();
    this.#look();
  }

  #renderTexts() {
    for (const part of ['headline', 'detail']) {
      const { input } = this[part];
      const text = this.#draft.texts[this.#language][part];
      if (input.value !== text) {
        input.value = text;
      }
      input.lang = this.#language;
    }
  }

  #times() {
    const from = h('input', { type: 'time', id: 'from', value: this.#draft.from ? this.#app.clock(this.#draft.from) : '', on: { change: (event) => this.#setFrom(event.target.value) } });
    const until = h('input', { type: 'time', id: 'until', on: { change: (event) => event.target.value && this.#setUntil({ at: this.#instant(event.target.value) }) } });
    this.untilInput = until;
    const preset = (key, words, value) => h('button', { type: 'button', 'data-until': key, on: { click: () => this.#setUntil(value()) } }, words);
    const pause = pauseEnd(this.#app);
    const dayEnd = Date.parse(this.#app.day.dayOf(this.#app.now())?.end ?? '');
    this.presets = h(
      'div',
      { class: 'presets', role: 'group', 'aria-label': say('compose.until') },
      MINUTES.map((minutes) => preset(`${minutes}`, say('compose.minutes', minutes), () => ({ minutes }))),
      pause && preset('pause', say('compose.pauseEnd', this.#app.clock(pause)), () => ({ at: pause })),
      dayEnd > this.#app.now() && preset('day', say('compose.dayEnd', this.#app.clock(dayEnd)), () => ({ at: dayEnd })),
      preset('open', say('compose.open'), () => ({ open: true })),
    );
    const review = h('select', { id: 'review', on: { change: (event) => (this.#draft.review = Number(event.target.value)) } }, REVIEWS.map((minutes) => h('option', { value: minutes, selected: minutes === this.#draft.review }, say('compose.inMinutes', minutes))));
    this.review = h('p', { class: 'field' }, h('label', { for: 'review' }, say('compose.review')), review);
    return h(
      'fieldset',
      { class: 'times' },
      h('legend', {}, say('compose.times')),
      h('p', { class: 'field' }, h('label', { for: 'from' }, say('compose.from')), from),
      h('p', { class: 'field' }, h('label', { for: 'until' }, say('compose.until')), until),
      this.presets,
      this.review,
    );
  }

  #instant(hhmm) {
    const instant = at(hhmm, this.#app.now());
    return instant < this.#app.now() - 12 * 3600000 ? instant + 24 * 3600000 : instant;
  }

  #setFrom(hhmm) {
    this.#draft.from = hhmm ? this.#instant(hhmm) : null;
    this.#look();
  }

  #setUntil(until) {
    this.#draft.until = until;
    this.#look();
  }

  #mode() {
    const choice = (mode) =>
      h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'mode', value: mode, on: { change: () => this.#setMode(mode) } }), h('span', {}, h('strong', {}, say(`mode.${mode}`)), h('span', { class: 'quiet' }, ` ${say(`mode.${mode}.means`)}`)));
    return h('fieldset', { class: 'modes' }, h('legend', {}, say('compose.mode')), MODES.map(choice));
  }

  #setMode(mode) {
    this.#draft.mode = mode;
    this.#look();
  }

  #end() {
    const reason = h('input', { type: 'text', id: 'why', maxlength: 500, value: this.#draft.reason, on: { input: (event) => this.#setReason(event.target.value) } });
    this.reasonLabel = h('label', { for: 'why' });
    this.sum = h('p', { class: 'sum' });
    this.wrong = h('ul', { class: 'wrongs' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.publish = h('button', { type: 'button', class: 'primary', on: { click: () => this.#offer() } });
    this.hold = holdButton('', () => this.#takeOver());
    this.typed = typedConfirmation(() => this.#takeOver());
    this.takeover = h('div', { class: 'takeover-confirm' }, h('p', { id: 'hold-how', class: 'quiet' }, say('hold.how')), this.hold.element, this.typed.element);
    const leave = h('button', { type: 'button', on: { click: () => this.#done() } }, say('change.leave'));
    return h('div', { class: 'end' }, h('p', { class: 'field' }, this.reasonLabel, reason), this.sum, h('div', { role: 'status' }, this.wrong), this.problem, this.takeover, h('p', { class: 'buttons' }, leave, this.publish));
  }

  #setReason(reason) {
    this.#draft.reason = reason;
    this.#look();
  }

  #renderChoices() {
    this.element.querySelector(`[name=level][value=${this.#draft.level}]`).checked = true;
    this.element.querySelector(`[name=mode][value=${this.#draft.mode}]`).checked = true;
  }

  /** Brings everything that follows from the draft up to it. */
  #look() {
    if (!this.element) {
      return;
    }
    this.#draft.targets = this.targets.value;
    this.#renderChoices();
    this.#renderCounters();
    this.#renderTimes();
    this.#renderEnd();
    this.preview.show(asShown(this.#draft), this.#draft.supersedes, this.#language);
  }

  #renderCounters() {
    for (const part of ['headline', 'detail']) {
      const length = lengthOf(this.#draft.texts[this.#language][part].trim());
      const { input, counter } = this[part];
      const isLong = length > LONGEST[part];
      setText(counter, isLong ? say('compose.tooLong', length, LONGEST[part]) : `${length} / ${LONGEST[part]}`);
      counter.classList.toggle('late', isLong);
      input.setAttribute('aria-invalid', String(isLong));
    }
    const { isOwn, headline } = textIn(this.#draft, this.#language);
    const main = NAMES[this.#draft.main];
    setText(this.fallback, isOwn ? '' : headline.trim() ? say('compose.fallback', main, headline.trim()) : say('compose.empty', main));
    for (const language of LANGUAGES) {
      const tab = this.element.querySelector(`[name=language][value=${language}]`);
      tab.parentElement.classList.toggle('written', textIn(this.#draft, language).isOwn && !!this.#draft.texts[language].headline.trim());
    }
  }

  #renderTimes() {
    const { until, level } = this.#draft;
    const ends = endOf(this.#draft, this.#app.now());
    const shown = ends === null ? '' : this.#app.clock(ends);
    if (document.activeElement !== this.untilInput && this.untilInput.value !== shown) {
      this.untilInput.value = shown;
    }
    this.presets.querySelectorAll('button').forEach((button) => {
      const key = button.dataset.until;
      button.setAttribute('aria-pressed', String(key === 'open' ? !!until.open : key === `${until.minutes}`));
    });
    const open = this.presets.querySelector('[data-until=open]');
    open.hidden = !mayStayOpen(level);
    setText(open, say(level === 'safety' ? 'compose.untilAllClear' : 'compose.open'));
    this.review.hidden = level !== 'safety';
  }

  #renderEnd() {
    const isTakeover = this.#draft.level === 'safety';
    const now = this.#app.now();
    const wrong = wrongs(this.#draft, now);
    const cut = this.#app.line?.isLost;
    const key = wrong.join();
    if (this.wrong.dataset.key !== key) {
      this.wrong.dataset.key = key;
      this.wrong.replaceChildren(...wrong.map((each) => h('li', {}, h('span', { class: 'glyph', 'aria-hidden': 'true' }, '◌ '), say(each))));
    }
    setText(this.reasonLabel, say(isTakeover ? 'compose.reasonNeeded' : 'compose.reason'));
    setText(this.sum, this.#summary(now));
    const blocked = wrong.length > 0 || this.#isSending;
    this.takeover.hidden = !isTakeover;
    this.publish.hidden = isTakeover;
    this.publish.disabled = blocked || cut;
    this.hold.button.disabled = blocked; // a takeover may be tried over a broken line: it says itself what came of it
    this.typed.allow(!blocked);
    setText(this.publish, cut ? say('change.cut') : say('compose.publish', this.#reached()));
    setText(this.hold.label, this.#isSending ? say('change.publishing') : say('hold.publish', this.#reached()));
  }

  #reached() {
    const { reach } = this.targets;
    return reach ? count('reach.screen', reach.screens) : say('reach.asking');
  }

  #summary(now) {
    const ends = endOf(this.#draft, now);
    const from = this.#draft.from ? say('compose.sumFrom', this.#app.clock(this.#draft.from)) : say('compose.sumNow');
    const until = ends === null ? say(this.#draft.level === 'safety' ? 'compose.untilAllClear' : 'compose.open') : say('compose.sumUntil', this.#app.clock(ends));
    return [say(`level.${this.#draft.level}`), say(`mode.${this.#draft.mode}`), from, until].join(' · ');
  }

  /** What is not a takeover goes the way of every change. */
  async #offer() {
    const request = requestOf(this.#draft, this.#app.now());
    const { published, revision } = await this.#app.change(request, { seen: this.#seen });
    if (published) {
      this.#done(revision);
    }
  }

  /** A takeover is confirmed by the holding; nothing more is asked. */
  async #takeOver() {
    if (this.#isSending || wrongs(this.#draft, this.#app.now()).length) {
      return;
    }
    this.#isSending = true;
    this.#renderEnd();
    const fresh = JSON.stringify(this.#draft);
    const kept = this.#keys.get(fresh) ?? { key: this.#app.api.newKey(), body: requestOf(this.#draft, this.#app.now()) };
    this.#keys.set(fresh, kept); // however often it is sent, it is one
    const answer = await this.#app.api.post('/api/changes', kept.body, { key: kept.key });
    this.#isSending = false;
    if (answer.status === 201) {
      this.#app.day.heardOf(answer.json.revision);
      this.#app.tell('published', answer.json);
      this.#done(answer.json.revision);
    } else if (answer.status === 401) {
      this.#app.loggedOut();
    } else {
      setText(this.problem, answer.status ? (answer.json.detail ?? say('shell.failed', answer.status)) : say('shell.unreachable'));
      this.#renderEnd();
    }
  }

  unmount() {
    this.hold.stop();
    this.targets.unmount();
    this.preview.unmount();
  }

  /** Time passes: what follows from it follows. */
  tick() {
    this.#renderTimes();
    this.#renderEnd();
  }
}
