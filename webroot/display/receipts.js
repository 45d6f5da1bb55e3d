/* What this screen reports of itself: that it has painted a revision, and how it is. Phones, of hosts too, are people's own and report nothing. */
'use strict';

var HEALTH_MS = 15000;
var LONGEST_COUNT = 9999;

var SCREEN_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._:-]{0,63}$/;

var build = ''; // of the server, as its ticks say
var lastPaint = performance.now();
var errors = 0;
var receiptDue = false;
var reports = (kind === 'lobby' || kind === 'door') && !fixed;

screenName = nameOf(pageQuery);

/** The name that whoever hung the screen gave it in its address: ?screen=door-b2. */
function nameOf(query) {
  var given = /[?&]screen=([A-Za-z0-9 ._:%+-]+)/.exec(query);
  var name = given ? unescape(given[1].split('+').join(' ')) : '';
  return SCREEN_NAME.test(name) ? name : '';
}

/** The newest revision among the messages that this screen holds. */
function heldRevision() {
  return Object.keys(state.boards).reduce(function (newest, room) {
    return Math.max(newest, state.boards[room].revision);
  }, state.venue.revision);
}

function heldFrames() {
  var now = eventNow();
  var frames = {};
  Object.keys(state.boards).forEach(function (room) {
    frames['room:' + room] = frameIndex(state.boards[room], now);
  });
  return frames;
}

/** A callback before a paint means that the paint before it is on the glass. */
function afterPaint(then) {
  requestAnimationFrame(function () {
    requestAnimationFrame(then);
  });
}

function sendReceipt() {
  receiptDue = false;
  lastPaint = performance.now();
  send({
    type: 'painted',
    revision: heldRevision(),
    frame: heldFrames(),
    paintedAt: Math.round(eventNow())
  });
}

/** One receipt for all that was heard since the last paint. */
function owePainted() {
  if (reports && !receiptDue) {
    receiptDue = true;
    afterPaint(sendReceipt);
  }
}

function notePaint() {
  requestAnimationFrame(function () {
    lastPaint = performance.now();
  });
}

function sendHealth() {
  var health = {
    type: 'health',
    viewport: window.innerWidth + 'x' + window.innerHeight,
    paintAge: Math.round(performance.now() - lastPaint),
    visible: !document.hidden,
    errors: Math.min(errors, LONGEST_COUNT),
    build: build
  };
  if (clock.speed === 1 && !rehearses()) {
    health.clockOffset = Math.round(Date.now() - eventNow());
  }
  if (letters) {
    health.distance = letters.distance; // metres
    health.reach = letters.isShort ? letters.reach : letters.distance; // from so far off its letters can be read
  }
  if (assignedName) {
    health.assigned = assignedName;
  }
  send(health);
}

function rehearses() {
  return !!(state.venue && state.venue.event.clock && state.venue.event.clock.rehearsal);
}

function beginReports() {
  if (reports) {
    window.addEventListener('error', function () {
      errors++;
    });
    setInterval(sendHealth, HEALTH_MS);
    setInterval(notePaint, 1000);
  }
}
