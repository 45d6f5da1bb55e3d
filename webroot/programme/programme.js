/*
 * The attendee's phone. The page arrives whole, with the messages it was made of; from there it lives on by
 * the line, and without it by what the device has kept. Content goes into the page as text nodes only.
 */
import {
  clock, dayLabel, eventNow, fillTold, frameIndex, hm, isFixed, nextBulletin, part, renderBulletin,
  renderRooms, say, setHidden, setText, state
} from './board.js';
import { sessions } from './days.js';
import { arrangeDays, renderEntries } from './entries.js';
import { beginFind, renderFound } from './find.js';
import { beginLine, take } from './line.js';
import { changes } from './news.js';
import { beginOffline, heard, keep, recall, renderAge } from './offline.js';
import { beginPreview } from './preview.js';
import { beginSharing } from './share.js';
import { begin as beginLooking, look, renderSince } from './since.js';
import { toggle } from './stars.js';
import { keeps, onOtherTab } from './store.js';
import { beginTabs, renderMine } from './tabs.js';

const CHANGES_ON_TOP = 6;
const LONGEST_SLEEP_MS = 15000;
const KEPT_AFTER_MS = 500;

let sleeping = null;
let keeping = null;
let isAsked = false; // many messages come at once, and are shown at once

/** What changed today stands below what is new to its reader, and is not said twice. */
function renderChanges(now, toldAbove) {
  const all = changes(now).filter((told) => !toldAbove.has(told.anchor));
  const more = Math.max(0, all.length - CHANGES_ON_TOP);
  setHidden(part('changes'), !all.length);
  fillTold(part('news'), all.slice(0, CHANGES_ON_TOP));
  setText(part('moreChanges'), more ? say('andMore', more) : '');
}

function render() {
  const now = eventNow();
  const all = sessions();
  renderBulletin(now);
  renderChanges(now, isFixed ? new Set() : renderSince(all, now));
  renderRooms(now);
  renderEntries(all, now);
  renderMine();
  renderFound(all);
  setText(part('time'), hm(now));
  setText(part('day'), dayLabel(now));
  setText(part('notKept'), keeps ? '' : say('notKept'));
  if (!isFixed) {
    renderAge();
  }
}

/** Real milliseconds until the next instant at which something here turns. */
function untilNextTurn() {
  const now = eventNow();
  const turns = Object.values(state.boards)
    .map((board) => board.frames[frameIndex(board, now) + 1])
    .filter(Boolean)
    .map((frame) => frame.from);
  const soonest = Math.min(nextBulletin(now), Math.floor(now / 60000) * 60000 + 60000, ...turns);
  return clock.speed > 0 ? (soonest - now) / clock.speed : Infinity;
}

function goOn() {
  clearTimeout(sleeping);
  render();
  if (!isFixed) {
    sleeping = setTimeout(goOn, Math.max(20, Math.min(LONGEST_SLEEP_MS, Math.ceil(untilNextTurn()))));
  }
}

function onNews(type) {
  heard();
  if (type === 'venue' || type === 'board' || type === 'sessions') {
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEPT_AFTER_MS);
  }
  if (type !== 'time' && !isAsked) {
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      goOn();
    });
  }
}

function onClick(event) {
  const star = event.target.closest('.star');
  if (star) {
    toggle(star.closest('.entry').dataset.session);
    render();
  }
  if (event.target.closest('[data-part="seen"]')) {
    look(sessions());
    render();
    document.getElementById('now').focus({ preventScroll: true });
  }
}

function beginStanding() {
  JSON.parse(document.body.dataset.messages).forEach(take);
  if (!isFixed) {
    if (document.body.dataset.source === 'device') {
      recall(take);
    } else {
      heard();
      keep();
    }
    beginLooking(sessions());
  }
}

function begin() {
  beginStanding();
  arrangeDays(eventNow());
  document.addEventListener('click', onClick);
  beginSharing((link) => link.closest('.entry').querySelector('h4').textContent, say('copied'));
  beginTabs(render);
  beginFind(render);
  onOtherTab(render);
  beginPreview(render);
  document.body.classList.add('alive');
  goOn();
  if (!isFixed) {
    beginLine(onNews);
    setInterval(renderAge, 1000);
    window.addEventListener('online', renderAge);
    window.addEventListener('offline', renderAge);
    beginOffline();
  }
}

begin();
