/* What does not fit is paged, never shrunk. */
'use strict';

var PAGE_MS = 10000;
var BANDS_SHARE = 0.25; // of the screen's height
var NOTICES_SHARE = 0.18;
var NEWS_SHARE = 0.4;
var TALL_REM = 9; // rows share the space that is left only up to this height, as display.css has it

var page = 0;

function heightOf(rows) {
  return rows.reduce(function (sum, row) {
    return sum + row.offsetHeight;
  }, 0);
}

/** Groups rows, in order, into pages no higher than a limit. */
function pagesOf(rows, limit) {
  var pages = [[]];
  rows.forEach(function (row) {
    var last = pages[pages.length - 1];
    if (last.length && heightOf(last) + row.offsetHeight > limit) {
      pages.push([row]);
    } else {
      last.push(row);
    }
  });
  return pages;
}

/** As few pages as will do, about equally full. */
function balanced(rows, height) {
  var limit = height + 1; // heights are rounded to whole pixels
  var pages = pagesOf(rows, limit);
  var even = pagesOf(rows, (heightOf(rows) / pages.length) * 1.15);
  return even.length === pages.length && even.every(function (group) {
    return heightOf(group) <= limit;
  }) ? even : pages;
}

function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Turns the rows of the lobby; answers how many pages they fill. */
function turnRows() {
  var area = part('rooms');
  var rows = Array.prototype.slice.call(area.querySelectorAll('.room'));
  rows.forEach(function (row) {
    row.classList.remove('off');
  });
  area.classList.add('measuring');
  var paged = getComputedStyle(area).overflowY === 'hidden';
  var pages = paged ? balanced(rows, area.clientHeight) : [rows];
  var heights = rows.map(function (row) {
    return row.offsetHeight;
  });
  area.classList.remove('measuring');
  rows.forEach(function (row, i) {
    row.classList.toggle('tall', heights[i] > TALL_REM * rem());
  });
  var shown = pages[page % pages.length];
  rows.forEach(function (row) {
    row.classList.toggle('off', shown.indexOf(row) < 0);
    row.classList.toggle('last', shown.indexOf(row) === shown.length - 1);
  });
  return pages.length;
}

/** Turns lists of people; one in columns runs on to the right; a page is what one width shows. */
function turnPeople() {
  var most = 1;
  Array.prototype.forEach.call(document.querySelectorAll('.people'), function (list) {
    var width = list.clientWidth + parseFloat(getComputedStyle(list).webkitColumnGap || 0);
    var pages = width > 0 ? Math.ceil((list.scrollWidth - 1) / width) : 1;
    list.scrollLeft = (page % Math.max(1, pages)) * width;
    most = Math.max(most, pages);
  });
  return most;
}

/** Turns what is told beside the board, which has only so much of the screen for itself. */
function turnTold(name, share) {
  var area = part(name);
  var all = Array.prototype.slice.call(area.children);
  all.forEach(function (each) {
    each.classList.remove('off');
  });
  var pages = isPaged() ? pagesOf(all, window.innerHeight * share) : [all];
  var shown = pages[page % pages.length];
  all.forEach(function (each) {
    each.classList.toggle('off', shown.indexOf(each) < 0);
  });
  return pages.length;
}

/** Narrow screens scroll. */
function isPaged() {
  return getComputedStyle(document.body).overflowY === 'hidden';
}

/** What is told comes first, since the board has the room that it leaves. */
function turnPages() {
  if (document.body.classList.contains('taken')) {
    return;
  }
  var counts = [turnTold('bands', BANDS_SHARE), turnTold('notices', NOTICES_SHARE)];
  if (kind === 'door') {
    counts.push(turnTold('news', NEWS_SHARE));
  }
  counts.push(kind === 'door' ? turnPeople() : turnRows());
  showPage(Math.max.apply(Math, counts));
}

function showPage(count) {
  setText(part('page'), count > 1 ? say('page', (page % count) + 1, count) : '');
}
