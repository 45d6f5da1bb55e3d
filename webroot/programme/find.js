/* Which sessions of the programme are listed: those found, in a room, or one's own. */
import { say, part, places, setText, setHidden } from './board.js';
import { starred } from './stars.js';

export const filter = { words: [], room: '', mine: false };

/** Without case and accents; the Turkish dotless i is an i, and a sharp s two. */
export function plain(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
}

function haystack(session) {
  const people = session.people.flatMap((slot) => [slot.name, slot.affiliation]);
  const all = [session.label, session.title, session.organiser, places(session), ...people];
  return plain(all.filter(Boolean).join(' '));
}

function isFound(session, mine) {
  if (filter.mine) {
    return mine.has(session.id);
  }
  if (filter.room && !session.venueWide && !session.rooms.includes(filter.room)) {
    return false;
  }
  const hay = filter.words.length ? haystack(session) : '';
  return filter.words.every((word) => hay.includes(word));
}

function foundWords(count) {
  if (!isSearched()) {
    return '';
  }
  return count === 0 ? say('foundNone') : count === 1 ? say('foundOne') : say('found', count);
}

/** Lists what is found and hides the rest. */
export function renderFound(sessions) {
  const mine = starred();
  const found = new Set(sessions.filter((session) => isFound(session, mine)).map((session) => session.id));
  for (const entry of document.querySelectorAll('.entry')) {
    setHidden(entry, !found.has(entry.dataset.session));
  }
  for (const section of document.querySelectorAll('.guide')) {
    setHidden(section, !section.querySelector('.entry:not([hidden])') && !isAll());
  }
  setText(part('found'), foundWords(found.size));
  setHidden(part('showAllRow'), !isSearched());
  setHidden(part('days'), !isAll());
}

function isSearched() {
  return !filter.mine && (filter.words.length > 0 || filter.room !== '');
}

function isAll() {
  return !filter.mine && !isSearched();
}

export function beginFind(render) {
  const search = document.getElementById('search');
  const room = document.getElementById('room');
  const read = () => {
    filter.words = plain(search.value).split(/\s+/).filter(Boolean);
    filter.room = room.value;
    render();
  };
  search.addEventListener('input', read);
  room.addEventListener('change', read);
  part('find').addEventListener('submit', (event) => {
    event.preventDefault();
    search.blur();
  });
  part('showAll').addEventListener('click', () => {
    search.value = '';
    room.value = '';
    read();
    search.focus();
  });
  read();
}
