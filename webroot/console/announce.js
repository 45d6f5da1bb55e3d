/* Announcements: those that are open or to come, the sheet on which one is written, and takeovers. */

import { AllClear } from './allclear.js';
import { Composer, mayTakeOver } from './composer.js';
import { REVIEW_MINUTES, newDraft, nextVersion, requestOf } from './draft.js';
import { h, setText, sign } from './dom.js';
import { say } from './labels.js';
import { Receipts } from './receipts.js';
import { describeTargets } from './targets.js';
import { LANGUAGES } from './templates.js';

const SIGNS = { safety: ['cancelled', '■'], urgent: ['late', '▲'], notice: ['moved', '●'], ambient: ['quiet', '○'] };

const language = () => (LANGUAGES.includes(document.documentElement.lang) ? document.documentElement.lang : 'en');
const revisionOf = (announcement) => Number(/^a(\d+)$/.exec(announcement.id)?.[1] ?? 0);

export const view = {
  id: 'announcements',
  title: 'announce.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new Announcements(element, app),
};

class Announcements {
  #app;
  #items = new Map(); // by id, so that nothing is drawn anew under a finger
  #composer = null;
  #off;

  constructor(element, app) {
    this.#app = app;
    this.nag = h('p', { class: 'nag', role: 'alert' });
    this.list = h('ul', { class: 'openlist' });
    this.empty = h('p', { class: 'quiet none' }, say('announce.none'));
    this.write = h('button', { type: 'button', class: 'primary', on: { click: () => this.#compose(newDraft(language())) } }, say('announce.write'));
    this.open = h('section', { 'aria-labelledby': 'open-heading' }, h('h2', { id: 'open-heading' }, say('announce.open')), this.nag, this.empty, this.list, this.write);
    this.sheet = h('div', {});
    element.append(this.open, this.sheet);
    this.#off = [app.on('tick', () => this.#tick()), app.on('line', () => this.#composer?.tick())];
    this.update();
  }

  update() {
    const now = this.#app.now();
    const shown = this.#app.day.announcements.filter((each) => each.end === null || each.end > now);
    const kept = new Set(shown.map((each) => each.id));
    for (const [id, item] of this.#items) {
      if (!kept.has(id)) {
        item.unmount();
        this.#items.delete(id);
      }
    }
    shown.forEach((announcement) => {
      if (!this.#items.has(announcement.id)) {
        const item = new Item(this.#app, announcement, this);
        this.#items.set(announcement.id, item);
        this.list.append(item.element);
      }
    });
    this.empty.hidden = shown.length > 0;
    this.#tick();
  }

  #tick() {
    const now = this.#app.now();
    if ([...this.#items.values()].some((item) => item.isOverAt(now))) {
      this.update();
      return;
    }
    this.#items.forEach((item) => item.tick(now));
    const due = [...this.#items.values()].filter((item) => item.isDueAt(now));
    setText(this.nag, due.length ? say('announce.nag', due.map((item) => `“${item.headline}”`).join(', ')) : '');
    this.nag.hidden = !due.length;
    this.#composer?.tick();
  }

  /** Opens the sheet; one at a time. */
  #compose(draft) {
    this.#close();
    this.#composer = new Composer(this.#app, draft, () => {
      this.#close();
      this.open.scrollIntoView();
      this.write.focus();
    });
    this.write.hidden = true;
    this.sheet.append(this.#composer.element);
    this.#composer.focus();
  }

  edit(announcement) {
    this.#compose(nextVersion(announcement, language(), this.#app.now()));
  }

  #close() {
    this.#composer?.unmount();
    this.#composer = null;
    this.write.hidden = false;
    this.sheet.replaceChildren();
  }

  unmount() {
    this.#off.forEach((off) => off());
    this.#items.forEach((item) => item.unmount());
    this.#close();
  }
}

/** One announcement, whose words never change: a new version is another. */
class Item {
  #app;
  #of;
  #receipts = null;

  constructor(app, announcement, list) {
    this.#app = app;
    this.#of = announcement;
    const [state, glyph] = SIGNS[announcement.level];
    const isTakeover = announcement.level === 'safety' && !announcement.allClear;
    const mayTouch = announcement.level !== 'safety' || mayTakeOver(app);
    this.state = h('p', { class: 'state' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.review = mayTouch && announcement.reviewBy ? h('button', { type: 'button', on: { click: () => this.#stillHolds() } }, say('announce.stillHolds')) : null;
    this.element = h(
      'li',
      { class: `announcement ${announcement.level}` },
      h('p', {}, announcement.allClear ? sign('good', '●', say('announce.allClear')) : sign(state, glyph, say(`level.${announcement.level}`)), announcement.mode === 'live' ? '' : h('strong', { class: 'mode' }, ` ${say(`mode.${announcement.mode}`)}`)),
      h('h3', { dir: 'auto' }, announcement.headline),
      announcement.detail && h('p', { dir: 'auto' }, announcement.detail),
      h('p', { class: 'quiet' }, say('announce.to', describeTargets(announcement.targets, app.day))),
      this.state,
      h('div', { class: 'shown' }),
      this.problem,
      mayTouch
        ? h(
            'p',
            { class: 'buttons' },
            isTakeover ? h('button', { type: 'button', class: 'primary', on: { click: () => new AllClear(app, announcement) } }, say('announce.giveAllClear')) : null,
            this.review,
            announcement.allClear ? null : h('button', { type: 'button', on: { click: () => list.edit(announcement) } }, say('announce.edit')),
            h('button', { type: 'button', on: { click: () => app.change({ type: 'withdraw', announcement: announcement.id }) } }, say('announce.withdraw')),
          )
        : h('p', { class: 'quiet' }, say('level.forbidden')),
    );
    this.tick(app.now());
  }

  get headline() {
    return this.#of.headline;
  }

  isOverAt(now) {
    return this.#of.end !== null && this.#of.end <= now;
  }

  isDueAt(now) {
    return this.#of.reviewBy !== null && this.#of.reviewBy <= now;
  }

  tick(now) {
    const { from, end, reviewBy } = this.#of;
    const { clock } = this.#app;
    const isOpen = from <= now;
    const times = [
      isOpen ? say('announce.since', clock(from)) : say('announce.opens', clock(from)),
      end === null ? say(this.#of.level === 'safety' ? 'compose.untilAllClear' : 'compose.open') : say('compose.sumUntil', clock(end)),
      reviewBy === null ? '' : this.isDueAt(now) ? say('announce.reviewDue', clock(reviewBy)) : say('announce.reviewBy', clock(reviewBy)),
    ];
    setText(this.state, times.filter(Boolean).join(' · '));
    this.element.classList.toggle('due', this.isDueAt(now));
    if (isOpen && !this.#receipts && revisionOf(this.#of)) {
      this.#receipts = new Receipts(this.#app, revisionOf(this.#of));
      this.element.querySelector('.shown').append(this.#receipts.element);
    }
  }

  /** Somebody has looked: the next version says the same, and when to look again. */
  async #stillHolds() {
    this.review.disabled = true;
    const now = this.#app.now();
    const draft = { ...nextVersion(this.#of, language(), now), review: REVIEW_MINUTES, reason: say('announce.reviewed') };
    const answer = await this.#app.api.post('/api/changes', { ...requestOf(draft, now), reviewBy: new Date(now + REVIEW_MINUTES * 60000).toISOString().replace(/\.\d+Z/, 'Z') }, { key: this.#app.api.newKey() });
    if (answer.status === 201) {
      this.#app.day.heardOf(answer.json.revision);
      this.#app.tell('published', answer.json);
    } else if (answer.status === 401) {
      this.#app.loggedOut();
    } else {
      setText(this.problem, answer.status ? (answer.json.detail ?? say('shell.failed', answer.status)) : say('shell.unreachable'));
      this.review.disabled = false;
    }
  }

  unmount() {
    this.#receipts?.unmount();
    this.element.remove();
  }
}
