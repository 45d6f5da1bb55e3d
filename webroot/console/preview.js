/*
 * What people will see: the real lobby, door and phone pages, at the real size of a screen and scaled down, each in a
 * frame. A draft goes to them as a message; they show it as they would any announcement, and are no screens: a page
 * that is fixed to an instant opens no line. The frames have no sandbox: one without the origin would lose the typeface,
 * and one with both scripts and the origin keeps nothing in. They are our own pages under their own strict policy, inert.
 */

import { h, setText } from './dom.js';
import { say } from './labels.js';

const SIZES = {
  lobby: { landscape: [1920, 1080], portrait: [1080, 1920] },
  door: { landscape: [1920, 1080], portrait: [1080, 1920] },
  phone: { landscape: [844, 390], portrait: [390, 844] },
};
const TALLEST = { landscape: 215, portrait: 325 }; // CSS pixels, so that a portrait screen stays beside the words that it shows

export class Preview {
  #app;
  #frames = {};
  #draft = null;
  #replaces = null;
  #room;
  #language;
  #orientation = 'landscape';
  #hear = (message) => this.#answer(message);
  #sized = new ResizeObserver(() => this.#scale());

  constructor(app, language) {
    this.#app = app;
    this.#language = language;
    this.#room = app.day.rooms[0]?.id;
    const figures = Object.keys(SIZES).map((role) => this.#figure(role));
    this.frames = h('div', { class: 'frames' }, figures);
    this.element = h('section', { class: 'preview', 'aria-labelledby': 'preview-heading' }, h('h3', { id: 'preview-heading' }, say('preview.heading')), this.#turn(), this.frames);
    addEventListener('message', this.#hear);
    this.#load();
  }

  #figure(role) {
    const frame = h('iframe', { title: say(`preview.${role}`), loading: 'lazy', tabindex: '-1' });
    const glass = h('div', { class: 'glass', inert: true }, frame);
    const caption = h('figcaption', {}, say(`preview.${role}`));
    this.#frames[role] = { frame, glass, caption };
    this.#sized.observe(glass.ownerDocument.documentElement);
    return h('figure', { class: role }, caption, glass);
  }

  #turn() {
    const button = (orientation) =>
      h('button', { type: 'button', 'aria-pressed': String(orientation === this.#orientation), on: { click: (event) => this.#orient(orientation, event.target) } }, say(`preview.${orientation}`));
    this.turns = h('div', { class: 'turns', role: 'group', 'aria-label': say('preview.orientation') }, button('landscape'), button('portrait'));
    return this.turns;
  }

  #orient(orientation, chosen) {
    this.#orientation = orientation;
    this.turns.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button === chosen)));
    this.#scale();
  }

  /** Shows a draft in place of the version that it replaces. */
  show(draft, replaces, language) {
    const room = draft.targets.find((target) => target.room)?.room ?? this.#room;
    const isOther = room !== this.#room || language !== this.#language;
    this.#draft = draft;
    this.#replaces = replaces;
    this.#room = room;
    this.#language = language;
    if (isOther) {
      this.#load();
    } else {
      Object.values(this.#frames).forEach(({ frame }) => this.#send(frame));
    }
    this.#caption();
  }

  #load() {
    const at = new Date(this.#app.now()).toISOString().replace(/\.\d+Z/, 'Z');
    const paths = { lobby: '/', door: `/rooms/${encodeURIComponent(this.#room)}`, phone: '/programme' };
    for (const [role, { frame }] of Object.entries(this.#frames)) {
      frame.src = `${paths[role]}?at=${at}&lang=${this.#language}`;
    }
    this.#scale();
  }

  #caption() {
    const door = this.#app.day.room(this.#room);
    for (const [role, { caption, glass }] of Object.entries(this.#frames)) {
      const name = role === 'door' ? say('standing.door', door?.name ?? this.#room) : say(`preview.${role}`);
      const isTold = !this.#draft || this.#draft.targets.some((target) => reaches(target, role, role === 'door' ? door : null));
      setText(caption, isTold ? name : say('preview.notHere', name));
      glass.classList.toggle('untold', !isTold);
    }
  }

  #answer({ origin, source, data }) {
    const known = Object.values(this.#frames).find(({ frame }) => frame.contentWindow === source);
    if (origin === location.origin && data?.previews && known) {
      this.#send(known.frame);
    }
  }

  #send(frame) {
    frame.contentWindow?.postMessage({ draft: this.#draft?.headline ? this.#draft : null, replaces: this.#replaces }, location.origin);
  }

  #scale() {
    this.frames.classList.toggle('upright', this.#orientation === 'portrait');
    for (const [role, { frame, glass }] of Object.entries(this.#frames)) {
      const [width, height] = SIZES[role][this.#orientation];
      const room = glass.parentElement?.clientWidth || 300;
      const scale = Math.min(room / width, TALLEST[this.#orientation] / height, 1);
      frame.style.setProperty('width', `${width}px`);
      frame.style.setProperty('height', `${height}px`);
      frame.style.setProperty('transform', `scale(${scale})`);
      glass.style.setProperty('width', `${Math.round(width * scale)}px`);
      glass.style.setProperty('height', `${Math.round(height * scale)}px`);
    }
  }

  unmount() {
    removeEventListener('message', this.#hear);
    this.#sized.disconnect();
  }
}

/** The rule by which a page decides: all that a selector names must hold. */
function reaches(target, role, room) {
  const allows = (named, actual) => !named || named === actual;
  return allows(target.room, room?.id ?? '') && allows(target.zone, room?.zone ?? '') && allows(target.role, role) && !target.screen;
}
