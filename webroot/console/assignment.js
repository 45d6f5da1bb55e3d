/* What a screen is to be, as a form: it answers with an assignment as the API takes it. */

import { h, setText } from './dom.js';
import { say } from './labels.js';

const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', tr: 'Türkçe', nl: 'Nederlands' };
const FARTHEST = 20;

export class AssignmentForm {
  #before;

  /** @param send takes the assignment and answers what is wrong with it, or nothing */
  constructor(rooms, before, words, send) {
    this.#before = before;
    this.name = h('input', { type: 'text', maxlength: '60', required: true, value: before.name, dir: 'auto', autocomplete: 'off' });
    this.place = select([['', say('standing.lobby')], ...rooms.map((room) => [room.id, say('standing.door', room.name)])], before.room);
    this.rooms = rooms.map((room) => h('input', { type: 'checkbox', value: room.id, checked: before.rooms.includes(room.id) }));
    this.language = select([['', say('pairing.usual')], ...Object.entries(LANGUAGES)], before.languages[0]);
    this.second = select([['', say('pairing.noSecond')], ...Object.entries(LANGUAGES)], before.languages[1]);
    this.mode = select(['stacked', 'alternating'].map((mode) => [mode, say(`pairing.${mode}`)]), before.mode);
    this.turn = select([0, 90, 270].map((turn) => [String(turn), say(`pairing.turn${turn}`)]), String(before.turn));
    this.distance = h('input', { type: 'number', min: '1', max: String(FARTHEST), step: '1', inputmode: 'numeric', value: before.distance ?? '', placeholder: say('pairing.usual') });
    this.theme = select([['', say('pairing.usual')], ...['night', 'day'].map((theme) => [theme, say(`pairing.${theme}`)])], before.theme);
    this.off = h('input', { type: 'text', value: before.off.join(', '), placeholder: '22:00-07:00', autocomplete: 'off', dir: 'ltr' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.done = h('button', { type: 'submit', class: 'primary' }, words);
    this.listed = h('fieldset', { class: 'wide ripples' }, h('legend', {}, say('pairing.rooms')), this.rooms.map((box, i) => h('label', {}, box, h('span', { dir: 'auto' }, rooms[i].name))));
    this.together = field('pairing.mode', this.mode);
    const submit = (event) => this.#submit(event, send);
    this.element = h(
      'form',
      { class: 'assignment', on: { submit, change: () => this.#fit() } },
      field('pairing.name', this.name),
      field('pairing.where', this.place),
      this.listed,
      field('pairing.language', this.language),
      field('pairing.second', this.second),
      this.together,
      field('pairing.theme', this.theme),
      field('pairing.turn', this.turn),
      field('pairing.distance', this.distance),
      field('pairing.off', this.off),
      this.problem,
      h('p', { class: 'wide' }, this.done),
    );
    this.#fit();
  }

  /** Only what matters for what is chosen: rooms of a lobby, and how two languages go together. */
  #fit() {
    this.listed.hidden = this.place.value !== '';
    this.together.hidden = !this.#languages()[1];
  }

  #languages() {
    const [first, second] = [this.language.value, this.second.value];
    return first && second && first !== second ? [first, second, ...this.#others([first, second])] : [first || second].filter(Boolean);
  }

  /** A third language, which nobody can choose here, stays. */
  #others(chosen) {
    return this.#before.languages.slice(2).filter((language) => !chosen.includes(language));
  }

  #assignment() {
    return {
      name: this.name.value.trim(),
      role: this.place.value ? 'door' : 'lobby',
      room: this.place.value || null,
      rooms: this.place.value ? [] : this.rooms.filter((box) => box.checked).map((box) => box.value),
      languages: this.#languages(),
      mode: this.#languages()[1] ? this.mode.value : null,
      turn: Number(this.turn.value),
      distance: this.distance.value ? Number(this.distance.value) : null,
      theme: this.theme.value || null,
      off: this.off.value.split(/[,;\s]+/).map((hours) => hours.replace(/[–—]/g, '-')).filter(Boolean),
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
