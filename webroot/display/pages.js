/* What does not fit is paged, never shrunk: each page is a list of entries {node, slice, height}. */
'use strict';

/*
 * How long a page stands: at least 8 s, else by its words at 0.35 s each, which is 171 words a minute (BBC and Ofcom
 * recommend 160 to 180 for subtitles, https://bbc.github.io/subtitle-guidelines/), after 2 s to find one's place.
 */
var FIND_MS = 2000;
var WORD_MS = 350;
var GLYPH_MS = 250; // of a script without spaces between words
var SHORTEST_MS = 8000;
var LONGEST_MS = 30000;

var BANDS_SHARE = 0.45; // of the screen's height
var NOTICES_SHARE = 0.3;
var HEAD_SHARE = 0.22; // for the name of the event, however long it is

var page = 0;
var pageCount = 1;
var shown = []; // the entries that the present page shows

function nodes(selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector));
}

/** Narrow screens scroll. */
function isPaged() {
  return getComputedStyle(document.body).overflowY === 'hidden';
}

function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

var DOOR_ATOMS =
  '.news .told, .showing > p, .showing > h2, .showing dt, .showing dd, .coming > h2, .coming > .line';

/** A title is as large as the room's name where all of a door fits so. */
function turnDoor() {
  var area = document.querySelector('main.door');
  var atoms = nodes(DOOR_ATOMS, area);
  nodes('.coming.later > *', area).forEach(function (atom) {
    atom.classList.add('optional');
  });
  area.classList.add('roomy');
  if (isPaged() && flowed(area, atoms).length > 1) {
    area.classList.remove('roomy');
  }
  return turnFlow(area, atoms);
}

/**
 * Turns what is told beside the board, which has only so much of the screen for itself; what is turned takes all of
 * that on each of its pages, so that the board beside it is cut alike on all of its own.
 */
function turnTold(name, share) {
  var area = part(name);
  area.style.minHeight = '';
  area.style.maxHeight = isPaged() ? Math.round(window.innerHeight * share) + 'px' : '';
  var count = turnFlow(area, nodes('.told', area));
  area.style.minHeight = count > 1 ? area.style.maxHeight : '';
  return count;
}

/** Turns a text that stands alone, and leaves what is around it where it is. */
function turnText(node, share) {
  showWhole(node);
  node.style.marginBottom = '';
  var limit = isPaged() ? window.innerHeight * share : Infinity;
  if (node.offsetHeight <= limit) {
    return 1;
  }
  var slices = slicesOf(node, limit);
  var turned = slices[page % slices.length];
  showSlice(node, turned);
  node.style.marginBottom = slices[0].to - (turned.to - turned.from) + 'px';
  return slices.length;
}

/** A takeover is one page wherever its words fit on one: they are smaller before they are turned, and never too small. */
function turnTakeover() {
  var area = part('takeover');
  var alert = part('alert');
  var atoms = nodes('.watermark, .headline, .detail', alert);
  function overflows() {
    return isPaged() && area.scrollHeight > window.innerHeight + 1;
  }
  alert.classList.remove('level', 'long', 'turning', 'crowded');
  area.style.height = '';
  atoms.forEach(function (atom) {
    showWhole(atom);
    atom.classList.remove('off');
  });
  alert.classList.toggle('level', overflows());
  alert.classList.toggle('long', overflows());
  if (!overflows()) {
    return 1;
  }
  alert.classList.add('turning');
  var mark = alert.querySelector('.watermark'); // on every page, in as many languages as are spoken at once
  alert.classList.toggle('crowded', !!mark && mark.offsetHeight > window.innerHeight * REPEAT_SHARE);
  area.style.height = '100vh';
  return turnFlow(alert, atoms);
}

// ── The whole page ─────────────────────────────────────────────────────────────────────────────

/** What is told comes first, since the board has the room that it leaves. */
function turnPages() {
  setType();
  shown = [];
  if (document.body.classList.contains('taken')) {
    pageCount = turnTakeover();
    return;
  }
  var counts = [
    turnText(document.querySelector('.masthead .event'), HEAD_SHARE),
    turnText(part('note'), HEAD_SHARE / 2),
    turnTold('bands', BANDS_SHARE),
    turnTold('notices', NOTICES_SHARE)
  ];
  counts.push(kind === 'door' ? turnDoor() : turnRows());
  pageCount = Math.max.apply(Math, counts);
  showPage(pageCount);
}

function showPage(count) {
  setText(part('page'), count > 1 ? say('page', (page % count) + 1, count) : '');
}

/** How long somebody reads a text: by its words, and by each letter of a script that has no spaces. */
function readingMs(text) {
  var glyphs = (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g) || []).length;
  return (text.match(/\S+/g) || []).length * WORD_MS + glyphs * GLYPH_MS;
}

/** How long the present page stands. */
function dwellMs() {
  var reading = shown.reduce(function (sum, entry) {
    var seen = entry.slice ? (entry.slice.to - entry.slice.from) / Math.max(1, entry.node.scrollHeight) : 1;
    return sum + readingMs((entry.row || entry.node).textContent) * seen;
  }, FIND_MS);
  return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, reading));
}

function turnOn() {
  page++;
  if (page % pageCount === 0) {
    speakNext();
  }
  turnPages();
  setTimeout(turnOn, dwellMs());
}

function beginPages() {
  turnPages();
  setTimeout(turnOn, dwellMs());
  window.addEventListener('resize', turnPages);
  window.addEventListener('load', turnPages); // the typeface may have changed what fits
}
