/* A button that acts only after it was held: by a finger, by the mouse, or by Space or Enter. */

import { h, setText } from './dom.js';
import { say } from './labels.js';

const HOLD_MS = 1500;
const STEP_MS = 50;

/** @param {() => void} act called once a press has lasted; it may be pressed again after that */
export function holdButton(words, act) {
  const fill = h('span', { class: 'fill', 'aria-hidden': 'true' });
  const label = h('span', { class: 'words' }, words);
  const state = h('span', { class: 'visually-hidden', role: 'status' });
  const button = h('button', { type: 'button', class: 'hold', 'aria-describedby': 'hold-how' }, fill, label);
  let began = 0;
  let timer = 0;

  const show = () => fill.style.setProperty('width', `${Math.min(100, ((performance.now() - began) / HOLD_MS) * 100)}%`);
  const begin = () => {
    if (!timer && !button.disabled) {
      began = performance.now();
      setText(state, say('hold.going'));
      timer = setInterval(step, STEP_MS);
    }
  };
  const stop = () => {
    if (timer) {
      end();
      setText(state, say('hold.let'));
    }
  };
  const end = () => {
    clearInterval(timer);
    timer = 0;
    fill.style.setProperty('width', '0');
  };
  const step = () => {
    show();
    if (performance.now() - began >= HOLD_MS) {
      end();
      setText(state, '');
      act();
    }
  };

  const isKey = (event) => event.key === ' ' || event.key === 'Enter';
  button.addEventListener('pointerdown', (event) => event.button === 0 && begin());
  ['pointerup', 'pointerleave', 'pointercancel', 'blur'].forEach((name) => button.addEventListener(name, stop));
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('keydown', (event) => {
    if (isKey(event)) {
      event.preventDefault();
      begin();
    }
  });
  button.addEventListener('keyup', (event) => isKey(event) && stop());
  return { element: h('span', { class: 'holding' }, button, state), button, label, stop };
}

/** For whoever cannot hold: a word typed, and a button. */
export function typedConfirmation(act) {
  const word = say('hold.word');
  const input = h('input', { type: 'text', id: 'hold-word', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' });
  const button = h('button', { type: 'button', disabled: true, on: { click: () => act() } }, say('hold.typed'));
  const isTyped = () => input.value.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  let isAllowed = true;
  const look = () => (button.disabled = !isTyped() || !isAllowed);
  input.addEventListener('input', look);
  return {
    element: h('details', { class: 'typed' }, h('summary', {}, say('hold.cannot')), h('label', { for: 'hold-word' }, say('hold.type', word)), input, button),
    allow(allowed) {
      isAllowed = allowed;
      look();
    },
  };
}
