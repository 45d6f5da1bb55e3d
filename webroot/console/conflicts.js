/* What waits for an organiser's choice: the edition that is offered, and what plan and day disagree about. */

import * as api from './api.js';
import { person, rooms, span } from './describe.js';
import { h } from './dom.js';
import { summary } from './edition.js';
import { openImport } from './import.js';
import { count, say, word } from './labels.js';
import { openSheet } from './sheet.js';

const ASK_MS = 15000;

export const view = {
  id: 'conflicts',
  title: 'conflicts.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new Conflicts(element, app),
};

class Conflicts {
  #app;
  #drawn = '';
  #timer = 0;
  #asked = 0;

  constructor(element, app) {
    this.#app = app;
    this.offer = h('div', { class: 'offer' });
    this.list = h('div', { class: 'conflicts', 'aria-live': 'polite' }, h('p', { class: 'quiet' }, say('shell.loading')));
    element.append(
      h('h2', { class: 'heading' }, say('conflicts.title')),
      h('p', { class: 'quiet lead' }, say('conflicts.lead')),
      h('p', { class: 'row' }, h('button', { type: 'button', class: 'primary', on: { click: () => openImport(app) } }, say('import.title'))),
      this.offer,
      this.list,
    );
    this.#ask();
  }

  update() {
    this.#ask();
  }

  unmount() {
    this.#asked++;
    clearTimeout(this.#timer);
  }

  async #ask() {
    clearTimeout(this.#timer);
    const own = ++this.#asked;
    const { status, json } = await api.get('/api/conflicts');
    if (own !== this.#asked) {
      return;
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_MS);
    if (status === 401) {
      this.#app.loggedOut();
    } else if (status === 200) {
      this.#render(json);
    }
  }

  /** Drawn anew only when something is different, so that nothing moves under a finger. */
  #render(json) {
    const text = JSON.stringify([json.conflicts, json.offer]);
    if (text === this.#drawn) {
      return;
    }
    this.#drawn = text;
    this.offer.replaceChildren(...(json.offer ? this.#offered(json.offer) : []));
    const cards = json.conflicts.map((each) => this.#card(each));
    this.list.replaceChildren(
      cards.length ? h('h3', {}, count('conflicts.sum', cards.length)) : h('p', { class: 'empty' }, h('span', { class: 'sign good' }, '● '), say('conflicts.none')),
      cards.length ? h('ul', {}, cards) : '',
    );
  }

  #offered(offer) {
    const force = offer.refused ? { force: true } : {};
    const take = this.#choice(say(offer.refused ? 'import.force' : 'import.publish'), '', { type: 'settle', conflict: offer.id, take: 'plan', ...force }, say('conflicts.taken'));
    const leave = this.#choice(say('conflicts.decline'), '', { type: 'settle', conflict: offer.id, take: 'live' }, say('conflicts.declined'));
    return [
      h('h3', {}, say('conflicts.offer')),
      h('p', { class: 'quiet source', dir: 'auto' }, offer.source),
      offer.refused && h('p', { class: 'problem', lang: 'en' }, offer.refused),
      summary(offer, this.#app.day),
      h('div', { class: 'choices' }, take, leave),
    ].filter(Boolean);
  }

  #card(conflict) {
    const settle = (take) => ({ type: 'settle', conflict: conflict.id, take });
    const said = say('conflicts.settled', conflict.title);
    const known = this.#app.day.session(conflict.session);
    const heading = known ? h('button', { type: 'button', class: 'plain', on: { click: () => openSheet(this.#app, conflict.session) } }, conflict.title) : conflict.title;
    return h(
      'li',
      { class: 'conflict', 'data-conflict': conflict.id },
      h('h4', { dir: 'auto' }, heading, ' ', h('span', { class: 'quiet' }, say(`matter.${conflict.matter}`))),
      h(
        'div',
        { class: 'choices' },
        this.#choice(say(wordFor(conflict, 'live')), value(conflict, 'live', this.#app.day), settle('live'), said),
        this.#choice(say(wordFor(conflict, 'plan')), value(conflict, 'plan', this.#app.day), settle('plan'), said),
      ),
      hasPast(conflict) && h('p', { class: 'quiet' }, say('conflicts.was', value(conflict, 'was', this.#app.day))),
    );
  }

  /** One tap; it is published at once, and undo is in sight. */
  #choice(label, text, change, said) {
    const key = api.newKey();
    const problem = h('span', { class: 'problem', role: 'alert' });
    const choose = async (event) => {
      const button = event.currentTarget;
      button.disabled = true;
      const answer = await api.post('/api/changes', change, { key });
      if (answer.status === 201) {
        this.#app.published(answer.json, said);
        this.#ask();
        return;
      }
      if (answer.status === 401) {
        this.#app.loggedOut();
      }
      button.disabled = false;
      problem.textContent = answer.status ? say('shell.failed', answer.json.detail ?? answer.status) : say('shell.unreachable');
    };
    return h('button', { type: 'button', class: `choice ${change.take}`, on: { click: choose } }, h('strong', {}, label), text && h('span', { class: 'value', dir: 'auto' }, text), problem);
  }
}

const hasPast = (conflict) => !['dropped', 'same'].includes(conflict.matter);

function wordFor(conflict, side) {
  return hasPast(conflict) ? `conflicts.take.${side}` : `conflicts.${conflict.matter}.${side}`;
}

/** What one side says, in words. */
function value(conflict, side, day) {
  const says = conflict[side];
  if (!says) {
    return '';
  }
  switch (conflict.matter) {
    case 'time':
      return says.timeUnknown ? `◷ ${say('timeUnknown')}` : times(says);
    case 'room':
      return rooms(day, says.rooms);
    case 'people':
      return says.people.map(person).join(' · ') || '—';
    case 'title':
      return says.title;
    case 'description':
      return says.abstract || '—';
    case 'languages':
      return says.languages.join(', ') || '—';
    case 'kind':
      return word('kind', says.kind);
    case 'same':
      return side === 'plan' ? about(says, day) : '';
    default:
      return about(says, day);
  }
}

function times(says) {
  return span(Date.parse(says.start), Date.parse(says.end));
}

function about(says, day) {
  return [says.title, times(says), rooms(day, says.rooms), says.people.map(person).join(' · ')].filter(Boolean).join(' · ');
}
