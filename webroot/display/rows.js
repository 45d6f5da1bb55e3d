/* The rows of the lobby: in the order of the rooms, as few pages as will do, each about as full as the others. */
'use strict';

var TALL_REM = 11; // rows share the space that is left only up to this height, as display.css has it
var LEAST_COLUMN = 0.3; // of the board's width
var MOST_COLUMN = 0.44;
var COLUMN_GAP_REM = 1.3;

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

/** As few pages as will do, and the fullest of them as little full as that allows. */
function balanced(entries, height) {
  var count = pagesOf(entries, height + 1).length; // heights are rounded to whole pixels
  var limit = heightOf(entries) / count;
  while (pagesOf(entries, limit).length > count) {
    limit = Math.min(limit + rem() / 4, height + 1);
  }
  return pagesOf(entries, limit);
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

/** How wide the longest word is in the names of rooms. */
function widestName(area) {
  area.classList.add('naming');
  var widest = nodes('.room h2', area).reduce(function (most, name) {
    return Math.max(most, name.scrollWidth);
  }, 0);
  area.classList.remove('naming');
  return widest;
}

/** Makes the column of rooms as wide as their names ask for; where no column can be, names stand above their lines. */
function setColumn(area) {
  var root = document.documentElement;
  root.style.removeProperty('--place');
  var width = widestName(area) + COLUMN_GAP_REM * rem();
  if (width > area.clientWidth * MOST_COLUMN) {
    root.classList.toggle('stacked', root.classList.contains('sized'));
  }
  root.style.setProperty('--place', Math.ceil(Math.max(area.clientWidth * LEAST_COLUMN, width)) + 'px');
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
    row.classList.remove('last'); // has no rule below it, and would be measured a pixel lower than it is elsewhere
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
