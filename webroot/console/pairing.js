/* The screens that follow the console: those that show a code and wait, and those that have their place. */

import { refusal, twice } from './access.js';
import * as api from './api.js';
import { Dialog } from './dialog.js';
import { h, setText, sign } from './dom.js';
import { say } from './labels.js';

const ASK_MS = 3000;
const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', tr: 'Türkçe', nl: 'Nederlands' };

export class Pairing {
  #app;
  #timer = 0;
  #isOver = false;
  #names = new Map();

  constructor(app) {
    this.#app = app;
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.codes = h('ul', { class: 'listing' });
    this.noCodes = h('p', { class: 'quiet' });
    this.list = h('ul', { class: 'listing paired' });
    this.noScreens = h('p', { class: 'quiet' });
    this.told = h('p', { class: 'quiet', role: 'status' });
    this.element = h(
      'section',
      { class: 'pairings' },
      h('h3', {}, say('pairing.waiting')),
      h('p', { class: 'quiet lead' }, say('pairing.lead')),
      this.problem,
      this.codes,
      this.noCodes,
      this.#typing(),
      h('h3', {}, say('pairing.paired')),
      this.told,
      this.list,
      this.noScreens,
    );
    this.#ask();
  }

  #typing() {
    const code = h('input', { id: 'pairing-code', type: 'text', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '12', required: true });
    const submit = (event) => {
      event.preventDefault();
      this.#confirm(code.value);
      code.value = '';
    };
    return h('form', { class: 'making', on: { submit } }, h('p', {}, h('label', { for: 'pairing-code' }, say('pairing.code')), code), h('button', { type: 'submit' }, say('pairing.next')));
  }

  async #ask() {
    clearTimeout(this.#timer);
    const [waiting, paired] = await Promise.all([api.get('/api/pairings'), api.get('/api/paired-screens')]);
    if (this.#isOver) {
      return;
    }
    const failed = [waiting, paired].find((answer) => answer.status !== 200);
    setText(this.problem, failed ? refusal(this.#app, failed) : '');
    if (!failed) {
      this.#names = new Map(paired.json.screens.map((screen) => [screen.id, screen.name]));
      this.#render(this.codes, this.noCodes, say('pairing.noCodes'), waiting.json.pairings, (each) => this.#codeRow(each));
      this.#render(this.list, this.noScreens, say('pairing.none'), paired.json.screens, (each) => this.#screenRow(each));
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_MS);
  }

  /** A row is drawn anew only where it differs, so that a second tap finds its button. */
  #render(list, empty, none, all, row) {
    setText(empty, all.length ? '' : none);
    const before = new Map([...list.children].map((each) => [each.dataset.key, each]));
    const rows = all.map((each) => {
      const key = JSON.stringify(each);
      return before.get(key) ?? h('li', { 'data-key': key }, row(each));
    });
    if (rows.length !== list.children.length || rows.some((each, i) => list.children[i] !== each)) {
      list.replaceChildren(...rows);
    }
  }

  #codeRow(pairing) {
    const code = `${pairing.code.slice(0, 4)} ${pairing.code.slice(4)}`;
    return [
      h('div', { class: 'who' }, h('strong', { class: 'code' }, code), h('span', { class: 'quiet' }, [pairing.device, pairing.viewport, pairing.address].filter(Boolean).join(' · '))),
      h('button', { type: 'button', 'aria-label': say('pairing.placeWhich', code), on: { click: () => this.#confirm(pairing.code) } }, say('pairing.place')),
    ];
  }

  #placeOf(screen) {
    const place = screen.role === 'door' ? say('standing.door', this.#app.day.room(screen.room)?.name ?? screen.room) : say('standing.lobby');
    return [place, LANGUAGES[screen.language], screen.theme && say(`pairing.${screen.theme}`)].filter(Boolean).join(' · ');
  }

  #screenRow(screen) {
    const state = screen.connected ? sign('good', '●', say('standing.state.online')) : sign('cancelled', '✕', say('standing.state.offline'));
    const button = (word, act) => h('button', { type: 'button', 'aria-label': say('pairing.of', word, screen.name), on: { click: act } }, word);
    return [
      h('div', { class: 'who' }, h('strong', { dir: 'auto' }, screen.name), h('span', { class: 'quiet', dir: 'auto' }, this.#placeOf(screen)), state),
      button(say('pairing.identify'), () => this.#command(screen, 'identify')),
      button(say('pairing.reload'), () => this.#command(screen, 'reload')),
      button(say('pairing.change'), () => this.#reassign(screen)),
      twice(say('pairing.unpair'), say('pairing.sure', screen.name), () => this.#unpair(screen)),
    ];
  }

  #confirm(code) {
    const empty = { name: '', role: 'lobby', room: null, language: null, theme: null };
    this.#form(say('pairing.heading', code), empty, say('pairing.confirm'), 201, (assignment) => api.post(`/api/pairings/${encodeURIComponent(code)}/confirm`, assignment));
  }

  #reassign(screen) {
    this.#form(screen.name, screen, say('pairing.save'), 200, (assignment) => api.post(`/api/paired-screens/${screen.id}`, assignment, { method: 'PATCH' }));
  }

  #form(heading, before, words, good, send) {
    const dialog = new Dialog('pairing', heading);
    const name = h('input', { id: 'pairing-name', type: 'text', maxlength: '60', required: true, value: before.name, dir: 'auto' });
    const places = [['', say('standing.lobby')], ...this.#app.day.rooms.map((room) => [room.id, say('standing.door', room.name)])];
    const place = select('pairing-place', places, before.room ?? '');
    const language = select('pairing-language', [['', say('pairing.usual')], ...Object.entries(LANGUAGES)], before.language ?? '');
    const theme = select('pairing-theme', [['', say('pairing.usual')], ['night', say('pairing.night')], ['day', say('pairing.day')]], before.theme ?? '');
    const problem = h('p', { class: 'problem', role: 'alert' });
    const done = h('button', { type: 'submit', class: 'primary' }, words);
    const submit = async (event) => {
      event.preventDefault();
      done.disabled = true;
      const answer = await send({ name: name.value.trim(), role: place.value ? 'door' : 'lobby', room: place.value || null, language: language.value || null, theme: theme.value || null });
      done.disabled = false;
      setText(problem, answer.status === good ? '' : refusal(this.#app, answer));
      if (answer.status === good) {
        dialog.close();
        this.#ask();
      }
    };
    const field = (word, control) => h('p', {}, h('label', { for: control.id }, say(word)), control);
    dialog.body.append(h('form', { class: 'making', on: { submit } }, field('pairing.name', name), field('pairing.where', place), field('pairing.language', language), field('pairing.theme', theme), problem, done));
    name.focus();
  }

  async #command(screen, what) {
    const answer = await api.post(`/api/paired-screens/${screen.id}/commands`, { do: what });
    if (answer.status === 202) {
      setText(this.told, say(answer.json.connected ? 'pairing.told' : 'pairing.untold', screen.name));
    } else {
      setText(this.problem, refusal(this.#app, answer));
    }
  }

  async #unpair(screen) {
    const answer = await api.post(`/api/paired-screens/${screen.id}`, undefined, { method: 'DELETE' });
    setText(this.problem, answer.status === 204 || answer.status === 404 ? '' : refusal(this.#app, answer));
    this.#ask();
  }

  /** What the console calls a screen that follows it; nothing for any other. */
  nameOf(screen) {
    return this.#names.get(screen.id);
  }

  end() {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}

function select(id, options, chosen) {
  return h('select', { id }, options.map(([value, word]) => h('option', { value, selected: value === chosen }, word)));
}
