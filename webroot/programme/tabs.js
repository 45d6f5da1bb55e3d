/* Four views of one page, each with an address, so that going back goes back. */
import { part, say, setHidden, setText, element, fill } from './board.js';
import { filter } from './find.js';
import { starred } from './stars.js';

const VIEWS = ['now', 'all', 'mine', 'more'];

function target() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function viewOf(id) {
  if (VIEWS.includes(id)) {
    return id;
  }
  return document.getElementById(id)?.closest('#all') ? 'all' : 'now';
}

export function view() {
  return document.body.dataset.view;
}

function feedOf(stars) {
  const query = [...stars].slice(0, 100).map((id) => 'session=' + encodeURIComponent(id));
  const language = 'lang=' + document.documentElement.lang;
  return 'webcal://' + location.host + '/exports/programme.ics?' + [language, ...query].join('&');
}

function mineElements(stars) {
  if (!stars.size) {
    return [element('p', 'hint', [say('noStars')])];
  }
  const link = element('a', '', [say('myCalendar')]);
  link.href = feedOf(stars);
  return [element('p', 'hint', [say('calendarHint')]), element('p', 'actions', [link])];
}

export function renderMine() {
  const stars = starred();
  const isShown = view() === 'mine';
  fill(part('mine'), JSON.stringify([isShown, ...stars]), () => (isShown ? mineElements(stars) : []));
}

function markTab(shown) {
  for (const tab of document.querySelectorAll('.tabs a')) {
    const isShown = tab.hash === '#' + shown;
    if (isShown) {
      tab.setAttribute('aria-current', 'page');
    } else {
      tab.removeAttribute('aria-current');
    }
  }
}

/** Where reading goes on: the session that the address names, else the first that is not over. */
function bringToSight(id, shown) {
  const named = VIEWS.includes(id) ? null : document.getElementById(id);
  if (named) {
    named.querySelector('details')?.setAttribute('open', '');
    named.scrollIntoView({ block: 'start' });
    named.focus({ preventScroll: true });
    return;
  }
  const current = shown === 'all' && document.querySelector('.entry:not(.past):not([hidden])');
  const isFirst = !current || current === document.querySelector('.entry:not([hidden])');
  if (isFirst) {
    window.scrollTo(0, 0);
  } else {
    current.scrollIntoView({ block: 'start' });
  }
}

function show(render) {
  const id = target();
  const shown = viewOf(id);
  const isOther = view() !== shown;
  document.body.dataset.view = shown;
  filter.mine = shown === 'mine';
  setText(part('allHeading'), say(shown === 'mine' ? 'mine' : 'programme'));
  setHidden(part('mine'), shown !== 'mine');
  setHidden(part('find'), shown === 'mine');
  markTab(shown);
  render();
  if (isOther || !VIEWS.includes(id)) {
    bringToSight(id, shown);
  }
}

export function beginTabs(render) {
  setHidden(part('mineTab'), false);
  window.addEventListener('hashchange', () => show(render));
  show(render);
  // The browser itself goes to what the address names once all is loaded, and would have the last word.
  window.addEventListener('load', () => setTimeout(() => bringToSight(target(), view())));
}
