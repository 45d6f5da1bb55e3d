/*
 * What this device keeps of the board, one board for each kind of page and room: the messages as last heard,
 * and when that was, by the event's clock and by its own. A page that the device itself kept goes on from there.
 */
'use strict';

var KEPT_VERSION = 1; // of the shape; what has another is not read
var KEPT_PREFIX = 'callboard-screen:';
var LARGEST_KEPT = 2000000; // characters; a browser grants a site about five million
var KEPT_AFTER_MS = 500; // many messages come at once, and are kept at once
var EARLIEST_CLOCK = Date.UTC(2024, 0, 1); // a device that takes it to be earlier has no clock
var SLEW_MS = 5000; // a device's clock may be set back by this much and still be believed
var LONGEST_AWAY_MS = 259200000; // three days: longer away, and its clock is not believed

var isTurned = !!window.frameElement && window.frameElement.className === 'turned'; // which is the whole page
var keeps = !fixed && (window.parent === window || isTurned) && (kind === 'lobby' || kind === 'door');
var server = document.body.getAttribute('data-server') || ''; // of a screen that is a file of its own
var keeping = null;

function keptKey(what) {
  return KEPT_PREFIX + (server ? server + ':' : '') + kind + ':' + ownRoom + ':' + what;
}

/** Storage may be blocked or full; the screen then lives without it. */
function withStorage(use, otherwise) {
  try {
    return use(localStorage);
  } catch (blocked) {
    return otherwise;
  }
}

function readKept(what) {
  return withStorage(function (storage) {
    var kept = JSON.parse(storage.getItem(keptKey(what)));
    return kept && kept.version === KEPT_VERSION ? kept : null;
  }, null);
}

function tryToKeep(what, text) {
  return withStorage(function (storage) {
    storage.setItem(keptKey(what), text);
    return true;
  }, false);
}

/** Boards of rooms that this device showed at other times make place. */
function forgetOthers() {
  withStorage(function (storage) {
    Object.keys(storage)
      .filter(function (key) {
        return key.indexOf(KEPT_PREFIX) === 0 && key.indexOf(keptKey('')) !== 0;
      })
      .forEach(function (key) {
        storage.removeItem(key);
      });
  });
}

/** What can not be kept any more is not left there as it was before. */
function writeKept(what, value) {
  value.version = KEPT_VERSION;
  var text = JSON.stringify(value);
  if (text.length <= LARGEST_KEPT && tryToKeep(what, text)) {
    return;
  }
  forgetOthers();
  if (text.length > LARGEST_KEPT || !tryToKeep(what, text)) {
    withStorage(function (storage) {
      storage.removeItem(keptKey(what));
    });
  }
}

function keepBoard() {
  keeping = null;
  var boards = Object.keys(state.boards).map(function (room) {
    return state.boards[room];
  });
  writeKept('board', { messages: [state.venue].concat(boards) });
}

function keepHeard() {
  writeKept('heard', { event: eventNow(), device: Date.now(), speed: clock.speed, build: build });
}

function keepAll() {
  if (keeps) {
    keepBoard();
    keepHeard();
  }
}

/** What came over the line is kept: a board soon, the time with every tick. */
function keep(type) {
  if (!keeps) {
    return;
  }
  if (type === 'tick' || type === 'time') {
    keepHeard();
  } else if ((type === 'venue' || type === 'board') && keeping === null) {
    keeping = setTimeout(keepBoard, KEPT_AFTER_MS);
  }
}

/** Whether the page came from this device: no server answered, or it is a file. */
function isFromDevice() {
  return keeps && document.body.hasAttribute('data-kept');
}

function isOfThisEvent(messages) {
  var there = messages[0].event;
  var here = state.venue.event;
  return (
    there.name === here.name &&
    there.timezone === here.timezone &&
    there.clock.rehearsal === here.clock.rehearsal
  );
}

/** A file may have been downloaded anew since. */
function isNewEnough(messages) {
  return messages[0].revision >= state.venue.revision;
}

/** Event time goes on by this device's clock as far as that can be believed. */
function goOnFrom(heard) {
  var away = Date.now() - heard.device;
  var isBelieved = heard.device > EARLIEST_CLOCK && away > -SLEW_MS && away < LONGEST_AWAY_MS;
  away = isBelieved ? Math.max(0, away) : 0;
  setClock(heard.event + away * heard.speed, performance.now(), heard.speed);
  clock.isDoubtful = !isBelieved;
  lastHeard = performance.now() - away;
  heardEvent = heard.event;
  isRecalled = true;
}

/** Puts the newest board that was heard in place of the one that the kept page was made with. */
function recall() {
  var board = readKept('board');
  var heard = readKept('heard');
  if (board && heard && isOfThisEvent(board.messages) && isNewEnough(board.messages)) {
    board.messages.forEach(function (message) {
      HEARD[message.type](message);
    });
    build = heard.build;
    goOnFrom(heard);
  } else {
    var madeAt = +document.body.getAttribute('data-kept');
    goOnFrom({ event: eventNow(), device: madeAt, speed: clock.speed });
  }
}
