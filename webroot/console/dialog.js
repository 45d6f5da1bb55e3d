/* A dialog over the page: the browser traps the focus in it, Esc closes it, and focus goes back to where it was. */

import { h } from './dom.js';
import { say } from './labels.js';

/* For this long a second tap of the same finger does nothing to what has just come under it. */
export const FRESH_MS = 350;

export class Dialog {
  #closed;
  #opener = document.activeElement;

  /** @param closed called once, after it has closed in whatever way */
  constructor(name, heading, closed = () => {}) {
    this.#closed = closed;
    this.heading = h('h2', { id: `${name}-heading`, dir: 'auto' }, heading);
    this.body = h('div', { class: 'body' });
    const close = h('button', { type: 'button', class: 'close', 'aria-label': say('shell.close'), on: { click: () => this.close() } }, '✕');
    this.element = h('dialog', { class: name, 'aria-labelledby': `${name}-heading` }, h('header', {}, this.heading, close), this.body);
    this.element.addEventListener('close', () => this.#gone());
    this.element.addEventListener('click', (event) => event.target === this.element && !this.isFresh && this.close());
    document.body.append(this.element);
    this.element.showModal();
    this.element.classList.add('fresh');
    setTimeout(() => this.element.classList.remove('fresh'), FRESH_MS);
  }

  get isFresh() {
    return this.element.classList.contains('fresh');
  }

  get isOpen() {
    return this.element.open;
  }

  close() {
    this.element.close();
  }

  #gone() {
    this.element.remove();
    const back = this.#opener?.isConnected ? this.#opener : document.querySelector(sameSession(this.#opener));
    (back ?? document.querySelector('[data-part="view"]')).focus();
    this.#closed();
  }
}

/** A list may have drawn the button anew meanwhile. */
function sameSession(opener) {
  const id = opener?.dataset?.session;
  return id ? `button[data-session="${CSS.escape(id)}"]` : 'dialog[open] button';
}
