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
var REPEAT_SHARE = 0.45; // of the board: what is higher is not repeated on its further pages
var TALL_REM = 11; // rows share the space that is left only up to this height, as display.css has it

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

// ── Rows of the lobby ──────────────────────────────────────────────────────────────────────────

function heightOf(entries) {
  return entries.reduce(function (sum, entry) {
    return sum + entry.height;
  }, 0);
}

/** Groups entries, in order, into pages no higher than a limit. */
function pagesOf(entries, limit) {
  var pages = [[]];
  entries.forEach(function (entry) {
    var last = pages[pages.length - 1];
    if (last.length && heightOf(last) + entry.height > limit) {
      pages.push([entry]);
    } else {
      last.push(entry);
    }
  });
  return pages;
}

/** As few pages as will do, about equally full. */
function balanced(entries, height) {
  var limit = height + 1; // heights are rounded to whole pixels
  var pages = pagesOf(entries, limit);
  var even = pagesOf(entries, (heightOf(entries) / pages.length) * 1.15);
  return even.length === pages.length && even.every(function (group) {
    return heightOf(group) <= limit;
  }) ? even : pages;
}

/** A row in slices that each begin with the room's name; one whose name leaves no space is cut as a whole. */
function slicedRow(row, limit) {
  var lines = row.querySelector('.lines');
  var place = row.querySelector('.place');
  var isBeside = lines.offsetTop < place.offsetTop + place.offsetHeight;
  var rest = row.offsetHeight - (isBeside ? Math.max(lines.offsetHeight, place.offsetHeight) : lines.offsetHeight);
  var least = isBeside ? place.offsetHeight : 0; // of a row beside its room's name
  var fits = isBeside ? place.offsetHeight + rest <= limit : limit - rest > 2.5 * rem();
  var node = fits ? lines : row;
  return slicesOf(node, limit - (fits ? rest : 0)).map(function (slice) {
    var height = slice.to - slice.from;
    return { row: row, node: node, slice: slice, height: fits ? Math.max(least, height) + rest : height };
  });
}

function entriesOfRow(row, limit) {
  return row.offsetHeight > limit + 1
    ? slicedRow(row, limit)
    : [{ row: row, node: row, slice: null, height: row.offsetHeight }];
}

/** Makes the column of rooms as wide as the longest word in their names asks for, within bounds. */
function setColumn(area) {
  document.documentElement.style.removeProperty('--place');
  area.classList.add('naming');
  var widest = nodes('.room h2', area).reduce(function (most, name) {
    return Math.max(most, name.scrollWidth);
  }, 0);
  area.classList.remove('naming');
  var width = Math.max(area.clientWidth * 0.3, Math.min(area.clientWidth * 0.44, widest + 1.3 * rem()));
  document.documentElement.style.setProperty('--place', Math.ceil(width) + 'px');
}

function showRows(rows, entries) {
  rows.forEach(function (row) {
    var entry = entries.filter(function (each) {
      return each.row === row;
    })[0];
    row.classList.toggle('off', !entry);
    row.classList.toggle('last', !!entry && entry === entries[entries.length - 1]);
    row.classList.toggle('tall', !!entry && (!!entry.slice || entry.height > TALL_REM * rem()));
    if (entry && entry.slice) {
      showSlice(entry.node, entry.slice);
    }
  });
}

/** Where the programme is on people's phones stands where rows leave space for it, and makes no page of its own. */
function placePhone(area, entries) {
  var phone = area.querySelector('.phone');
  if (phone) {
    phone.classList.remove('off');
    phone.classList.toggle('off', heightOf(entries) + phone.offsetHeight > area.clientHeight);
  }
}

/** Turns the rows of the lobby; answers how many pages they fill. */
function turnRows() {
  var area = part('rooms');
  var rows = nodes('.room', area);
  rows.forEach(function (row) {
    row.classList.remove('off');
    showWhole(row);
    showWhole(row.querySelector('.lines'));
  });
  setColumn(area);
  area.classList.add('measuring');
  var limit = isPaged() ? area.clientHeight : Infinity;
  var entries = rows.reduce(function (all, row) {
    return all.concat(entriesOfRow(row, limit));
  }, []);
  area.classList.remove('measuring');
  var pages = balanced(entries, limit);
  var turned = pages[page % pages.length];
  showRows(rows, turned);
  if (isPaged()) {
    placePhone(area, turned);
  }
  shown = shown.concat(turned);
  return pages.length;
}

// ── What flows from page to page ───────────────────────────────────────────────────────────────

/** Hides or shows an atom, and with it what holds nothing else that is shown. */
function setAtom(area, atom, isShown) {
  atom.classList.toggle('off', !isShown);
  for (var around = atom.parentNode; around !== area; around = around.parentNode) {
    around.classList.toggle('off', !around.querySelector('.atom:not(.off)'));
  }
}

/** What must not stand last on a page. */
function isHeading(atom) {
  return /^(H2|DT)$/.test(atom.tagName) || /label|watermark/.test(atom.className);
}

/** That it is an exercise stands on every page of it. */
function marksOver(atom) {
  return nodes('.watermark', atom.parentNode).filter(function (mark) {
    return mark !== atom;
  });
}

/** What stands again over an atom on a further page: of which session it is, or that it is an exercise. */
function repeatedOver(atom, limit) {
  var marks = marksOver(atom);
  if (marks.length) {
    return marks;
  }
  var showing = atom.parentNode.classList.contains('cast') ? atom.parentNode.parentNode.parentNode : null;
  var heads = showing ? nodes('.state, .title', showing) : [];
  heads.forEach(function (head) {
    head.classList.remove('off');
  });
  var height = heads.reduce(function (sum, head) {
    return sum + head.offsetHeight;
  }, 0);
  return height <= limit * REPEAT_SHARE ? heads : [];
}

function isFirst(each, i, all) {
  return all.indexOf(each) === i;
}

/** Lays atoms, in order, on pages as high as their area; optional ones only where there is space. */
function flowed(area, atoms) {
  var pages = [[]];
  function last() {
    return pages[pages.length - 1];
  }
  function fits() {
    return area.scrollHeight <= area.clientHeight + 1;
  }
  function put(atom) {
    setAtom(area, atom, true);
    last().push({ node: atom, slice: null, height: 0 });
  }
  function turn(before) {
    last().forEach(function (entry) {
      showWhole(entry.node);
    });
    atoms.forEach(function (atom) {
      setAtom(area, atom, false);
    });
    pages.push([]);
    before.forEach(put);
  }
  function carried() {
    var carry = [];
    while (last().length > 1 && isHeading(last()[last().length - 1].node)) {
      carry.unshift(last().pop().node);
    }
    return last().length === 1 && isHeading(last()[0].node) && !last()[0].slice ? null : carry;
  }
  function cut(atom) {
    var space = area.clientHeight - (area.scrollHeight - atom.offsetHeight);
    slicesOf(atom, space).forEach(function (slice, i) {
      if (i > 0) {
        turn(marksOver(atom));
        setAtom(area, atom, true);
      }
      last().push({ node: atom, slice: slice, height: 0 });
      showSlice(atom, slice);
    });
  }
  function place(atom) {
    setAtom(area, atom, true);
    if (fits()) {
      last().push({ node: atom, slice: null, height: 0 });
      return;
    }
    setAtom(area, atom, false);
    if (atom.classList.contains('optional')) {
      return;
    }
    var carry = last().length ? carried() : null;
    if (carry) {
      turn(repeatedOver(atom, area.clientHeight).concat(carry).filter(isFirst));
    }
    setAtom(area, atom, true);
    if (fits()) {
      last().push({ node: atom, slice: null, height: 0 });
    } else {
      cut(atom);
    }
  }
  atoms.forEach(function (atom) {
    atom.classList.add('atom');
    showWhole(atom);
    setAtom(area, atom, false);
  });
  atoms.forEach(place);
  while (last().length && isHeading(last()[last().length - 1].node)) {
    last().pop(); // what it was the heading of had no space
  }
  return pages;
}

/** Shows the page of an area whose turn it is; answers how many it has. */
function turnFlow(area, atoms) {
  if (!isPaged()) {
    atoms.forEach(function (atom) {
      showWhole(atom);
      setAtom(area, atom, true);
    });
    return 1;
  }
  var pages = flowed(area, atoms);
  var turned = pages[page % pages.length];
  atoms.forEach(function (atom) {
    showWhole(atom);
    setAtom(area, atom, false);
  });
  turned.forEach(function (entry) {
    setAtom(area, entry.node, true);
    if (entry.slice) {
      showSlice(entry.node, entry.slice);
    }
  });
  shown = shown.concat(turned);
  return pages.length;
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
