/*
 * The screen: a few classic scripts in ES2015 syntax that Chromium 53 runs, loaded in order, this one last.
 *
 * The page arrives with the board already in it and with the messages it was made of. The screen holds
 * the frames, keeps event time by the server's clock, and turns by itself at the instant a frame begins;
 * what comes over the line confirms or corrects it. Content goes into the page as text nodes only.
 */
'use strict';

var MEASURE_MS = 30000;
var LONGEST_SLEEP_MS = 1000;

var sleeping = null;

/** Real milliseconds until the next instant at which something on this screen turns. */
function untilNextTurn() {
  var now = eventNow();
  var soonest = Infinity;
  Object.keys(state.boards).forEach(function (room) {
    var board = state.boards[room];
    var following = board.frames[frameIndex(board, now) + 1];
    if (following) {
      soonest = Math.min(soonest, following.from - now);
    }
  });
  soonest = Math.min(soonest, nextBulletin(now) - now);
  return clock.speed > 0 ? soonest / clock.speed : Infinity;
}

function goOn() {
  clearTimeout(sleeping);
  render();
  if (!fixed) {
    sleeping = setTimeout(goOn, Math.max(1, Math.min(LONGEST_SLEEP_MS, Math.ceil(untilNextTurn()))));
  }
}

/** Every cut of the typeface at once: one that is first needed when the line is cut would be missing. */
function loadTypeface() {
  if (document.fonts) {
    ['400', '700'].forEach(function (weight) {
      document.fonts.load(weight + ' 1em Hyperlegible', 'aş').then(turnPages);
    });
  }
}

function begin() {
  JSON.parse(document.body.getAttribute('data-messages')).forEach(function (message) {
    HEARD[message.type](message);
  });
  if (isFromDevice()) {
    recall();
  } else {
    noteHeard();
    keepAll();
  }
  document.body.classList.add('alive');
  goOn();
  beginPages();
  beginCare();
  loadTypeface();
  beginPreview();
  if (!fixed) {
    connect();
    beginReports();
    setInterval(watch, 1000);
    setInterval(measure, MEASURE_MS);
    beginOffline();
    beginDark();
  }
}

if (kind !== 'message') {
  begin();
}
