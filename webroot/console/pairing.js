/* The screens that follow the console: those that show a code and wait, and what each that has its place is to be. */

import { refusal, twice } from './access.js';
import * as api from './api.js';
import { AssignmentForm } from './assignment.js';
import { Dialog } from './dialog.js';
import { h, setText } from './dom.js';
import { say } from './labels.js';

const ASK_MS = 3000;
const NEW = { name: '', role: 'lobby', room: null, rooms: [], languages: [], mode: 'single', turn: 0, distance: null, diagonal: null, theme: null, night: null, off: [] };

export class Pairing {
  #app;
  #changed;
  #timer = 0;
  #isOver = false;

  /** @param changed called when a screen is something else, or none any more */
  constructor(app, changed) {
    this.#app = app;
    this.#changed = changed;
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.codes = h('ul', { class: 'listing' });
    this.waiting = h('section', { class: 'pairings', hidden: true }, h('h3', {}, say('pairing.waiting')), this.codes);
    this.element = h('section', { class: 'pairings' }, h('h3', {}, say('pairing.new')), h('p', { class: 'quiet lead' }, say('pairing.lead')), this.problem, this.#typing(), this.#file());
    this.#ask();
  }

  #typing() {
    const code = h('input', { id: 'pairing-code', type: 'text', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '12', required: true });
    const submit = (event) => {
      event.preventDefault();
      this.#confirm(code.value.trim().toUpperCase());
      code.value = '';
    };
    return h('form', { class: 'making', on: { submit } }, h('p', {}, h('label', { for: 'pairing-code' }, say('pairing.code')), code), h('button', { type: 'submit' }, say('pairing.next')));
  }

  /** A screen without pairing: one file that is opened from the device's own disk. */
  #file() {
    const link = h('a', { class: 'plain', download: '' }, say('screenFile.get'));
    const place = h('select', { id: 'screen-file' }, [['', say('standing.lobby')], ...this.#app.day.rooms.map((room) => [room.id, say('standing.door', room.name)])].map(([value, word]) => h('option', { value }, word)));
    const aim = () => (link.href = place.value ? `/rooms/${encodeURIComponent(place.value)}/screen.html` : '/screen.html');
    place.addEventListener('change', aim);
    aim();
    return h('div', { class: 'file' }, h('h3', {}, say('screenFile.title')), h('p', { class: 'quiet lead' }, say('screenFile.lead')), h('div', { class: 'making' }, h('p', {}, h('label', { for: 'screen-file' }, say('pairing.where')), place), link));
  }

  async #ask() {
    clearTimeout(this.#timer);
    const answer = await api.get('/api/pairings');
    if (this.#isOver) {
      return;
    }
    setText(this.problem, answer.status === 200 ? '' : refusal(this.#app, answer));
    if (answer.status === 200) {
      this.#render(answer.json.pairings);
    }
    this.#timer = setTimeout(() => this.#ask(), ASK_MS);
  }

  /** A row is drawn anew only where it differs, so that a second tap finds its button. */
  #render(pairings) {
    this.waiting.hidden = !pairings.length;
    const before = new Map([...this.codes.children].map((row) => [row.dataset.key, row]));
    const rows = pairings.map((pairing) => before.get(JSON.stringify(pairing)) ?? this.#codeRow(pairing));
    if (rows.length !== this.codes.children.length || rows.some((row, i) => this.codes.children[i] !== row)) {
      this.codes.replaceChildren(...rows);
    }
  }

  #codeRow(pairing) {
    const code = halves(pairing.code);
    return h(
      'li',
      { 'data-key': JSON.stringify(pairing) },
      h('div', { class: 'who' }, h('strong', { class: 'code' }, code), h('span', { class: 'quiet' }, deviceOf(pairing))),
      h('button', { type: 'button', 'aria-label': say('pairing.placeWhich', code), on: { click: () => this.#confirm(pairing.code, deviceOf(pairing)) } }, say('pairing.place')),
    );
  }

  #confirm(code, device = '') {
    const dialog = new Dialog('pairing', say('pairing.heading', halves(code)));
    const send = (assignment) => api.post(`/api/pairings/${encodeURIComponent(code)}/confirm`, assignment);
    dialog.body.append(...[device && h('p', { class: 'quiet' }, device), this.#form(dialog, NEW, say('pairing.confirm'), 201, send)].filter(Boolean));
  }

  /** What a screen is, and what it can be told. */
  async open(id) {
    const answer = await api.get(`/api/paired-screens/${id}`);
    if (answer.status !== 200) {
      setText(this.problem, refusal(this.#app, answer));
      return;
    }
    const screen = answer.json;
    const dialog = new Dialog('pairing', screen.name);
    const send = (assignment) => api.post(`/api/paired-screens/${screen.id}`, assignment, { method: 'PATCH' });
    dialog.body.append(this.#orders(dialog, screen), this.#form(dialog, screen, say('pairing.save'), 200, send));
  }

  #orders(dialog, screen) {
    const told = h('p', { class: 'quiet', role: 'status' });
    const order = (word, what) => h('button', { type: 'button', on: { click: () => this.#command(screen, what, told) } }, word);
    const unpair = twice(say('pairing.unpair'), say('pairing.sure', screen.name), () => this.#unpair(dialog, screen, told));
    return h('div', { class: 'orders' }, h('p', { class: 'row' }, order(say('pairing.identify'), 'identify'), order(say('pairing.reload'), 'reload'), unpair), told);
  }

  #form(dialog, before, words, good, send) {
    const form = new AssignmentForm(this.#app.day, before, words, async (assignment) => {
      const answer = await send(assignment);
      if (answer.status === good) {
        dialog.close();
        this.#done();
      }
      return answer.status === good ? '' : refusal(this.#app, answer);
    });
    return form.element;
  }

  #done() {
    this.#ask();
    this.#changed();
  }

  async #command(screen, what, told) {
    const answer = await api.post(`/api/paired-screens/${screen.id}/commands`, { do: what });
    setText(told, answer.status === 202 ? say(answer.json.connected ? 'pairing.told' : 'pairing.untold', screen.name) : refusal(this.#app, answer));
  }

  async #unpair(dialog, screen, told) {
    const answer = await api.post(`/api/paired-screens/${screen.id}`, undefined, { method: 'DELETE' });
    if (answer.status === 204 || answer.status === 404) {
      dialog.close();
      this.#done();
    } else {
      setText(told, refusal(this.#app, answer));
    }
  }

  end() {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}

/** As people read a code out. */
function halves(code) {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}

function deviceOf(pairing) {
  return [pairing.device, pairing.viewport, pairing.address].filter(Boolean).join(' · ');
}
