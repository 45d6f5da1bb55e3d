/* What a screen is to be, as a form: it answers with an assignment as the API takes it. */

import { h, setText } from './dom.js';
import { say } from './labels.js';

const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', tr: 'Türkçe', nl: 'Nederlands' };
const FARTHEST = 20;

export class AssignmentForm {
  /** @param send takes the assignment and answers what is wrong with it, or nothing */
  constructor({ rooms, event }, before, words, send) {
    this.name = h('input', { type: 'text', maxlength: '60', required: true, value: before.name, dir: 'auto', autocomplete: 'off' });
    this.place = select([['', say('standing.lobby')], ...rooms.map((room) => [room.id, say('standing.door', room.name)])], before.room);
    this.rooms = rooms.map((room) => h('input', { type: 'checkbox', value: room.id, checked: before.rooms.includes(room.id) }));
    const ordered = inOrder(before.languages, event.languages ?? []);
    this.language = select([['', say('pairing.usual')], ...ordered.map((each) => [each, LANGUAGES[each]])], before.languages[0]);
    this.others = ordered.map((each) => h('input', { type: 'checkbox', value: each, checked: before.languages.slice(1).includes(each) }));
    this.mode = select(['stacked', 'alternating', 'single'].map((mode) => [mode, say(`pairing.${mode}`)]), before.languages.length > 1 ? before.mode : 'stacked');
    this.turn = select([0, 90, 270].map((turn) => [String(turn), say(`pairing.turn${turn}`)]), String(before.turn));
    this.distance = h('input', { type: 'number', min: '1', max: String(FARTHEST), step: '1', inputmode: 'numeric', value: before.distance ?? '', placeholder: say('pairing.usual') });
    this.diagonal = h('input', { type: 'number', min: '4', max: '300', step: '0.1', inputmode: 'decimal', value: before.diagonal ?? '', placeholder: say('pairing.usual') });
    this.theme = select([['', say('pairing.usual')], ...['night', 'day', 'contrast', 'dim'].map((theme) => [theme, say(`pairing.${theme}`)])], before.theme);
    this.night = h('input', { type: 'text', value: before.night ?? '', placeholder: '18:00-08:00', autocomplete: 'off', dir: 'ltr' });
    this.off = h('input', { type: 'text', value: before.off.join(', '), placeholder: '22:00-07:00', autocomplete: 'off', dir: 'ltr' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.done = h('button', { type: 'submit', class: 'primary' }, words);
    this.listed = h('fieldset', { class: 'wide ripples' }, h('legend', {}, say('pairing.rooms')), this.rooms.map((box, i) => h('label', {}, box, h('span', { dir: 'auto' }, rooms[i].name))));
    this.besides = h('fieldset', { class: 'wide ripples', 'data-field': 'others' }, h('legend', {}, say('pairing.others')), this.others.map((box) => h('label', {}, box, h('span', { lang: box.value }, LANGUAGES[box.value]))));
    this.together = field('pairing.mode', this.mode);
    const submit = (event) => this.#submit(event, send);
    this.element = h(
      'form',
      { class: 'assignment', on: { submit, change: () => this.#fit() } },
      field('pairing.name', this.name),
      field('pairing.where', this.place),
      this.listed,
      field('pairing.language', this.language),
      field('pairing.theme', this.theme),
      this.besides,
      this.together,
      field('pairing.turn', this.turn),
      field('pairing.distance', this.distance),
      field('pairing.diagonal', this.diagonal),
      field('pairing.dimAt', this.night),
      field('pairing.off', this.off),
      this.problem,
      h('p', { class: 'wide' }, this.done),
    );
    this.#fit();
  }

  /** Only what matters for what is chosen: rooms of a lobby, and how several languages go together. */
  #fit() {
    this.listed.hidden = this.place.value !== '';
    this.besides.hidden = !this.language.value;
    this.others.forEach((box) => (box.parentElement.hidden = box.value === this.language.value));
    this.together.hidden = this.#languages().length < 2;
  }

  #languages() {
    const first = this.language.value;
    return first ? [first, ...this.others.filter((box) => box.checked && box.value !== first).map((box) => box.value)] : [];
  }

  #assignment() {
    return {
      name: this.name.value.trim(),
      role: this.place.value ? 'door' : 'lobby',
      room: this.place.value || null,
      rooms: this.place.value ? [] : this.rooms.filter((box) => box.checked).map((box) => box.value),
      languages: this.#languages(),
      mode: this.#languages().length > 1 ? this.mode.value : null,
      turn: Number(this.turn.value),
      distance: this.distance.value ? Number(this.distance.value) : null,
      diagonal: this.diagonal.value ? Number(this.diagonal.value) : null,
      theme: this.theme.value || null,
      night: hours(this.night.value)[0] ?? null,
      off: hours(this.off.value),
    };
  }

  async #submit(event, send) {
    event.preventDefault();
    this.done.disabled = true;
    const problem = await send(this.#assignment());
    this.done.disabled = false;
    setText(this.problem, problem);
  }
}

/** Those chosen before as they were ordered, then those of the event, then the rest. */
function inOrder(chosen, ofEvent) {
  return [...new Set([...chosen, ...ofEvent, ...Object.keys(LANGUAGES)])].filter((each) => LANGUAGES[each]);
}

/** Times of day as people write them, each as 22:00-07:00. */
function hours(text) {
  return text.replace(/\s*[-–—]\s*/g, '-').split(/[,;\s]+/).filter(Boolean);
}

let fields = 0;

function field(word, control) {
  control.id = `assignment-${word.split('.')[1]}-${++fields}`;
  control.dataset.field = word.split('.')[1];
  return h('p', {}, h('label', { for: control.id }, say(word)), control);
}

function select(options, chosen) {
  const known = options.some(([value]) => value === (chosen ?? ''));
  const all = known ? options : [...options, [chosen, chosen]];
  const element = h('select', {}, all.map(([value, word]) => h('option', { value }, word)));
  element.value = chosen ?? '';
  return element;
}
