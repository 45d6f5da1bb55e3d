/* The programme day by day: each session once, in its place, brought to what the model says. */
import {
  say, hm, start, end, plannedStart, isOn, wasStart, places, glances, person, element, content,
  directed, fill, fillSigns, setText, part, signElements, sign
} from './board.js';
import { dayOfSession, daysInOrder } from './days.js';
import { marked, standing } from './news.js';
import { overlaps, starred } from './stars.js';

const ROLES = ['speaker', 'moderator', 'host', 'introduced-by'];
const language = document.documentElement.lang;

function link(className, href, text) {
  const made = element('a', className, [text]);
  made.href = href;
  return made;
}

function starElement() {
  const made = element('button', 'star');
  made.type = 'button';
  return made;
}

function entrySkeleton(id) {
  const path = encodeURIComponent(id);
  const made = element('li', 'entry', [
    element('p', 'when'),
    element('div', 'what', [
      directed(element('p', 'label')),
      directed(element('h4')),
      element('p', 'signs'),
      element('p', 'clash'),
      element('p', 'where', [directed(element('span', 'places')), element('span', 'spoken')]),
      element('details', '', [
        element('summary', '', [say('more')]),
        element('div', 'texts'),
        element('p', 'actions', [
          link('share', '/sessions/' + path, say('share')),
          ' ',
          link('', '/exports/sessions/' + path + '.ics?lang=' + language, say('addToCalendar'))
        ])
      ])
    ])
  ]);
  made.id = 's-' + id;
  made.dataset.session = id;
  made.tabIndex = -1;
  return made;
}

function stateOf(session, now, on) {
  if (session.status === 'cancelled') {
    return 'cancelled';
  }
  return on.has(session.id) ? 'now' : session.timeUnknown || end(session) > now ? 'coming' : 'past';
}

function tongues(session) {
  const names = session.venueWide
    ? []
    : session.languages.map((code) => new Intl.DisplayNames([code], { type: 'language' }).of(code));
  return names.length ? ' — ' + names.join(' · ') : '';
}

function texts(session) {
  const paragraphs = session.description ? session.description.split('\n\n') : [];
  const people = ROLES.flatMap((role) => session.people.filter((slot) => slot.role === role)).map((slot) =>
    content('p', 'person', say(slot.role) + ': ' + person(slot))
  );
  return paragraphs.concat(session.questions).map((text) => content('p', '', text)).concat(people);
}

function timeElements(planned, times) {
  return (planned ? [element('s', 'start', [planned]), ' '] : []).concat(
    element('span', 'start', [times[0]]),
    ' ',
    element('span', 'end', [times[1]])
  );
}

function renderStar(entry, session, mine) {
  const star = entry.querySelector('.star') || entry.appendChild(starElement());
  star.setAttribute('aria-pressed', String(mine.has(session.id)));
  star.setAttribute('aria-label', say('star', session.title));
}

function renderClash(entry, others) {
  fill(entry.querySelector('.clash'), JSON.stringify(others), () =>
    signElements(others.map((title) => sign('late', '▲', say('overlaps', title))))
  );
}

function renderEntry(entry, session, now, seen) {
  const planned = isOn(session) ? wasStart(session, now) : hm(plannedStart(session));
  const times = isOn(session) ? [hm(start(session)), hm(end(session))] : ['', ''];
  entry.className = 'entry ' + stateOf(session, now, seen.on);
  fill(entry.querySelector('.when'), JSON.stringify([planned, times]), () => timeElements(planned, times));
  setText(entry.querySelector('.label'), session.label);
  setText(entry.querySelector('h4'), session.title);
  setText(entry.querySelector('.places'), places(session));
  setText(entry.querySelector('.spoken'), tongues(session));
  entry.querySelector('summary').setAttribute('aria-label', say('moreAbout', session.title));
  fillSigns(entry.querySelector('.signs'), standing(session, seen.changed));
  fill(entry.querySelector('.texts'), JSON.stringify([session.description, session.questions, session.people]), () =>
    texts(session)
  );
  renderStar(entry, session, seen.mine);
  renderClash(entry, seen.clashes.get(session.id) || []);
}

/** Puts children in an order, and moves only those that are not there yet. */
function arrange(parent, wanted) {
  for (const child of [...parent.children]) {
    if (!wanted.includes(child)) {
      child.remove();
    }
  }
  wanted.forEach((child, i) => {
    if (parent.children[i] !== child) {
      parent.insertBefore(child, parent.children[i] || null);
    }
  });
}

function clashes(sessions, now) {
  const titles = new Map();
  for (const [one, other] of overlaps(sessions, now)) {
    titles.set(one.id, [...(titles.get(one.id) || []), other.title]);
    titles.set(other.id, [...(titles.get(other.id) || []), one.title]);
  }
  return titles;
}

export function renderEntries(sessions, now) {
  const found = new Map([...document.querySelectorAll('.entry')].map((entry) => [entry.dataset.session, entry]));
  const seen = {
    on: new Set(glances(now).flatMap((each) => each.now.map((session) => session.id))),
    changed: marked(now),
    mine: starred(),
    clashes: clashes(sessions, now)
  };
  const days = daysInOrder(now);
  for (const { day, anchor } of days) {
    const section = document.querySelector('[data-day="' + anchor + '"]');
    if (section) {
      const entries = sessions
        .filter((session) => dayOfSession(session) === day)
        .map((session) => {
          const entry = found.get(session.id) || entrySkeleton(session.id);
          renderEntry(entry, session, now, seen);
          return entry;
        });
      arrange(section.querySelector('ol'), entries);
    }
  }
}

/** Today first; asked for where nobody is reading, since it moves whole days. */
export function arrangeDays(now) {
  const sections = daysInOrder(now).map(({ anchor }) => document.querySelector('[data-day="' + anchor + '"]'));
  const links = daysInOrder(now).map(({ anchor }) => part('days').querySelector('[href="#' + anchor + '"]'));
  if (sections.every(Boolean) && links.every(Boolean)) {
    arrange(part('guide'), sections);
    arrange(part('days'), links);
  }
}
