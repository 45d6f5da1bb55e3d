/* What a new edition brings, in counts that open: added, gone, moved, changed, conflicts, and what to look at. */

import { rooms, span } from './describe.js';
import { h } from './dom.js';
import { say, word } from './labels.js';

const SORTS = ['added', 'removed', 'moved', 'changed'];
const SIGNS = { added: '+', removed: '✕', moved: '→', changed: '✎' };
const MOST = 100;

export function summary(answer, day) {
  const { edition, warnings = [], reading } = answer;
  const read = reading ? reading.warnings.map((each) => (each.line ? `${each.line}: ${each.message}` : each.message)) : (answer.readingWarnings ?? []);
  return h(
    'div',
    { class: 'edition' },
    edition && SORTS.map((sort) => group(say(`edition.${sort}`), SIGNS[sort], edition[sort].count, edition[sort].sessions.map((each) => line(each, day)))),
    edition && fact(say('edition.conflicts'), '▲', edition.conflicts),
    group(say('edition.warnings'), '▲', warnings.length, warnings.map((each) => `${word('warning', each.code)}: ${each.message}`), 'en'),
    group(say('edition.reading'), '▲', reading?.warningCount ?? read.length, read, 'en'),
  );
}

function heading(text, glyph, number) {
  return [h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), h('span', {}, text), h('strong', { class: 'count' }, number)];
}

function fact(text, glyph, number) {
  return h('p', { class: number ? 'fact' : 'fact quiet' }, heading(text, glyph, number));
}

function group(text, glyph, number, lines, lang) {
  if (!number) {
    return fact(text, glyph, 0);
  }
  const more = number > MOST || number > lines.length ? h('li', { class: 'quiet' }, '…') : '';
  return h('details', {}, h('summary', {}, heading(text, glyph, number)), h('ul', { lang }, lines.slice(0, MOST).map((each) => h('li', { dir: 'auto' }, each)), more));
}

function line(session, day) {
  const { from } = session;
  const now = `${where(session, day)}`;
  const isMoved = from && where(from, day) !== now;
  const isRetitled = from && from.title !== session.title;
  return [session.title, ' ', h('span', { class: 'quiet' }, isMoved ? [h('s', {}, where(from, day)), ' → ', now] : now, isRetitled ? [' · ', h('s', {}, from.title)] : '')];
}

function where(session, day) {
  return `${span(Date.parse(session.start), Date.parse(session.end))} ${rooms(day, session.rooms)}`;
}
