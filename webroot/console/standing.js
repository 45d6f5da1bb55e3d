/* How a screen stands, in a glyph, a word and a colour. */

import { h, sign } from './dom.js';
import { say } from './labels.js';

const GLYPHS = {
  online: ['good', '●'],
  late: ['late', '▲'],
  frozen: ['late', '▲'],
  offline: ['cancelled', '✕'],
  'planned-off': ['quiet', '○'],
  unknown: ['late', '◌'],
};

/** What people call a screen: the name it was given, else where it hangs. */
export function nameOf(screen, day) {
  if (screen.name || screen.named) {
    return screen.name ?? screen.id;
  }
  const place = screen.room ? say('standing.door', day.room(screen.room)?.name ?? screen.room) : say(`standing.${screen.role ?? 'screen'}`);
  return `${place} ${screen.id}`;
}

export function standing(screen) {
  const [state, glyph] = GLYPHS[screen.state] ?? ['late', '▲'];
  return h('span', { class: 'standing' }, sign(state, glyph, say(`standing.state.${screen.state}`)), whyOf(screen));
}

function whyOf(screen) {
  const why = screen.state === 'unknown' ? say('standing.why.unknown', screen.health?.assigned ?? '?') : screen.why && say(`standing.why.${screen.why}`);
  return why ? h('span', { class: 'quiet', dir: 'auto' }, ` ${why}`) : null;
}

/** How long ago, in the largest unit that says enough. */
export function ago(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) {
    return say('ago.seconds', seconds);
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? say('ago.minutes', minutes) : say('ago.hours', Math.round(minutes / 60));
}

/** When a screen was last heard, by the server's clock as far as it is known here. */
export function seen(screen) {
  return ago(serverNow() - Date.parse(screen.lastSeen));
}

let offset = 0;

/** The server's own clock, which the ages of screens are told by, whatever the event clock rehearses. */
export function serverNow() {
  return Date.now() + offset;
}

/** The machine's clock in an answer of the server. */
export function heardServerTime(text) {
  offset = Date.parse(text) - Date.now();
}
