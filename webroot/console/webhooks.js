/* Which other services are told of the day, how that goes, and what could not be delivered; for admins. */

import { refusal, twice } from './access.js';
import * as api from './api.js';
import { hm } from './clock.js';
import { h, setText, sign } from './dom.js';
import { count, say, word } from './labels.js';
import { ago, heardServerTime, serverNow } from './standing.js';

const ASK_MS = 3000;
const WHAT = ['all', 'changes', 'announcements'];
const TEMPLATES = ['json', 'slack', 'mattermost', 'matrix'];

export const view = {
  id: 'webhooks',
  title: 'webhooks.title',
  roles: ['admin'],
  mount: (element, app) => new WebhooksView(element, app),
};

class WebhooksView {
  #app;
  #timer = 0;
  #asked = 0;
  #rows = new Map();
  #letters = new Map();
  #names = new Map();

  constructor(element, app) {
    this.#app = app;
    this.card = h('div', { class: 'once', role: 'status' });
    this.problem = h('p', { class: 'problem', role: 'alert', id: 'webhook-problem' });
    this.list = h('ul', { class: 'listing webhooks-list' });
    this.empty = h('p', { class: 'quiet' }, say('shell.loading'));
    this.dead = h('ul', { class: 'listing letters' });
    this.given = h('section', { hidden: true }, h('h3', {}, say('webhooks.dead')), h('p', { class: 'quiet' }, say('webhooks.deadLead')), this.dead);
    element.append(h('h2', { class: 'heading' }, say('webhooks.title')), h('p', { class: 'quiet lead' }, say('webhooks.lead')), this.#form(), this.problem, this.card, h('h3', {}, say('webhooks.list')), this.empty, this.list, this.given);
    this.#ask();
  }

  update() {}

  unmount() {
    this.#asked++;
    clearTimeout(this.#timer);
    this.card.replaceChildren(); // a secret is not left lying about
  }

  #form() {
    const label = h('input', { id: 'webhook-label', type: 'text', required: true, maxlength: 80, autocomplete: 'off', dir: 'auto' });
    const url = h('input', { id: 'webhook-url', type: 'text', required: true, maxlength: 2000, inputmode: 'url', autocapitalize: 'none', autocomplete: 'off', spellcheck: 'false', placeholder: 'https://', dir: 'ltr', 'aria-describedby': 'webhook-problem' });
    const what = choice('webhook-what', 'webhookWhat', WHAT);
    const template = choice('webhook-template', 'webhookTemplate', TEMPLATES);
    const add = h('button', { type: 'submit', class: 'primary' }, say('webhooks.add'));
    const submit = async (event) => {
      event.preventDefault();
      const wrong = wrongAddress(url.value.trim());
      url.setAttribute('aria-invalid', String(wrong !== ''));
      setText(this.problem, wrong);
      if (wrong) {
        url.focus();
        return;
      }
      add.disabled = true;
      const answer = await api.post('/api/webhooks', { label: label.value.trim(), url: url.value.trim(), what: what.value, template: template.value });
      add.disabled = false;
      setText(this.problem, answer.status === 201 ? '' : refusal(this.#app, answer));
      if (answer.status === 201) {
        label.value = url.value = '';
        this.#show(answer.json);
        this.#ask();
      }
    };
    const field = (control, key) => h('p', {}, h('label', { for: control.id }, say(key)), control);
    return h('form', { class: 'making', on: { submit } }, field(label, 'webhooks.label'), field(url, 'webhooks.url'), field(what, 'webhooks.what'), field(template, 'webhooks.template'), add);
  }

  /** The only time that the secret is known. */
  #show(made) {
    this.card.replaceChildren(
      h('section', { class: 'printed' }, h('p', {}, say('webhooks.secretOf', made.label)), h('p', { class: 'url secret' }, made.secret)),
      h('p', { class: 'row' }, h('button', { type: 'button', on: { click: () => this.card.replaceChildren() } }, say('hosts.put'))),
      h('p', { class: 'quiet' }, say('webhooks.once')),
    );
    this.card.scrollIntoView({ block: 'nearest' });
  }

  async #ask() {
    clearTimeout(this.#timer);
    const own = ++this.#asked;
    const [hooks, letters] = await Promise.all([api.get('/api/webhooks'), api.get('/api/dead-letters')]);
    if (own !== this.#asked) {
      return;
    }
    if (hooks.status === 200 && letters.status === 200) {
      heardServerTime(hooks.json.at);
      this.#render(hooks.json.webhooks, letters.json.deadLetters);
    } else {
      setText(this.empty, refusal(this.#app, hooks.status === 200 ? letters : hooks));
      this.empty.hidden = false;
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_MS);
  }

  #render(hooks, letters) {
    this.#names = new Map(hooks.map((hook) => [hook.id, hook.label]));
    this.empty.hidden = hooks.length > 0;
    setText(this.empty, say('webhooks.none'));
    keep(this.list, this.#rows, hooks, (hook) => hook.id, (hook) => this.#row(hook)).forEach(([row, hook]) => row.fill(hook));
    this.given.hidden = !letters.length;
    keep(this.dead, this.#letters, letters, (letter) => `${letter.webhook} ${letter.revision}`, (letter) => this.#letter(letter)).forEach(([row, letter]) => row.fill(letter));
  }

  #row(hook) {
    const state = h('p', { class: 'state' });
    const told = h('p', { class: 'quiet told', role: 'status' });
    const test = h('button', { type: 'button', 'aria-label': say('webhooks.testWhich', hook.label), on: { click: () => this.#test(hook, test, told) } }, say('webhooks.test'));
    const pause = h('button', { type: 'button', class: 'pause' });
    const remove = twice(say('webhooks.remove'), say('webhooks.sureRemove', hook.label), () => this.#remove(hook));
    let paused = false;
    pause.addEventListener('click', () => this.#pause(hook, !paused));
    const element = h('li', { 'data-webhook': hook.id }, h('div', { class: 'who' }, h('strong', { dir: 'auto' }, hook.label), h('span', { class: 'quiet', dir: 'ltr' }, hook.url), h('span', { class: 'quiet' }, `${word('webhookWhat', hook.what)} · ${word('webhookTemplate', hook.template)}`), state, told), test, pause, remove);
    const fill = (now) => {
      paused = now.paused;
      setText(pause, say(paused ? 'webhooks.resume' : 'webhooks.pause'));
      pause.setAttribute('aria-label', say(paused ? 'webhooks.resumeWhich' : 'webhooks.pauseWhich', hook.label));
      const signs = signsOf(now);
      const text = signs.map((each) => each.textContent).join('');
      if (state.textContent !== text) {
        state.replaceChildren(...signs);
      }
    };
    return { element, fill };
  }

  async #test(hook, button, told) {
    button.disabled = true;
    setText(told, say('webhooks.testing'));
    const answer = await api.post(`/api/webhooks/${hook.id}/test`);
    button.disabled = false;
    this.#say(answer, 200);
    told.classList.toggle('problem', !answer.json.taken);
    setText(told, answer.status !== 200 ? '' : answer.json.taken ? `● ${say('webhooks.taken')}` : `✕ ${say('webhooks.notTaken', answer.json.trouble)}`);
    button.focus();
  }

  async #pause(hook, paused) {
    this.#say(await api.post(`/api/webhooks/${hook.id}`, { paused }, { method: 'PATCH' }), 200);
  }

  async #remove(hook) {
    this.#say(await api.post(`/api/webhooks/${hook.id}`, undefined, { method: 'DELETE' }), 204);
  }

  /** What was refused is said in words; what another admin did meanwhile as well. */
  #say(answer, good) {
    setText(this.problem, answer.status === good ? '' : answer.status === 404 ? say('webhooks.gone') : refusal(this.#app, answer));
    this.#ask();
  }

  #letter(letter) {
    const trouble = h('span', { class: 'trouble', lang: 'en' });
    const words = letter.body.text ?? letter.body.body ?? '';
    const name = () => this.#names.get(letter.webhook) ?? letter.webhook;
    const title = say('webhooks.letter', letter.revision, name());
    const again = h('button', { type: 'button', 'aria-label': say('webhooks.againWhich', letter.revision, name()), on: { click: () => this.#again(letter, again) } }, say('webhooks.again'));
    const element = h('li', {}, h('div', { class: 'who' }, h('strong', { dir: 'auto' }, title), h('span', { class: 'quiet words', dir: 'auto' }, words), trouble), again);
    const fill = (now) => setText(trouble, `✕ ${now.trouble} (${say('webhooks.attempts', now.attempts)})`);
    return { element, fill };
  }

  async #again(letter, button) {
    button.disabled = true;
    const answer = await api.post('/api/dead-letters', { webhook: letter.webhook, revision: letter.revision });
    button.disabled = false;
    this.#say(answer, 204);
  }
}

/** Rows stay where they are: a new one comes in where it belongs, and the others do not move. */
function keep(list, rows, all, keyOf, make) {
  const keys = new Set(all.map(keyOf));
  for (const [key, row] of rows) {
    if (!keys.has(key)) {
      row.element.remove();
      rows.delete(key);
    }
  }
  return all.map((each, i) => {
    const row = rows.get(keyOf(each)) ?? make(each);
    rows.set(keyOf(each), row);
    if (list.children[i] !== row.element) {
      list.insertBefore(row.element, list.children[i] ?? null);
    }
    return [row, each];
  });
}

function signsOf(hook) {
  const signs = [];
  if (hook.paused) {
    signs.push(sign('quiet', '○', say('webhooks.paused')));
  }
  if (hook.stuck) {
    signs.push(sign('late', '▲', say('webhooks.stuck', hook.stuck.trouble, hook.stuck.attempts, hm(Date.parse(hook.stuck.next)))));
  } else if (hook.delivered) {
    signs.push(sign('good', '●', say('webhooks.delivered', ago(serverNow() - Date.parse(hook.delivered)))));
  } else if (!hook.paused) {
    signs.push(sign('quiet', '◌', say('webhooks.nothingYet')));
  }
  if (hook.waiting) {
    signs.push(h('span', { class: 'quiet' }, count('webhooks.waiting', hook.waiting)));
  }
  if (hook.dead) {
    signs.push(sign('cancelled', '✕', count('webhooks.given', hook.dead)));
  }
  return signs;
}

function choice(id, family, values) {
  return h('select', { id }, values.map((value) => h('option', { value }, word(family, value))));
}

/** What is wrong with an address, with the address and what would do; nothing where it is one. */
function wrongAddress(text) {
  let address = null;
  try {
    address = new URL(text);
  } catch {
    // said below
  }
  const isGood = address && /^https?:$/.test(address.protocol) && !address.username && !address.password;
  return isGood ? '' : say('webhooks.wrong', text);
}
