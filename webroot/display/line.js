/* The line to the server: what comes over it confirms or corrects what the screen knows. */
'use strict';

var SILENT_MS = 25000; // a line that says nothing for this long is dead: ticks come every 10 s
var FIRST_RETRY_MS = 1000;
var LONGEST_RETRY_MS = 4500; // a server that is back has its screens back within five seconds
var LONGEST_CALL_MS = 6000; // a line that has not opened by then is tried anew
var MOST_FAILED_LINES = 6; // Chromium holds the next line back by seconds once many have failed

var socket = null;
var retryMs = FIRST_RETRY_MS;
var failedLines = 0; // since the server last spoke
var restMs = 0; // for as long the server has asked not to be called
var lineBegun = performance.now();
var screenSecret = ''; // of a paired screen
var assignedName = ''; // what people call it, where its assignment is lost
var obey = null; // what a paired screen does when it is told

function send(message) {
  if (socket && socket.readyState === 1) {
    socket.send(JSON.stringify(message));
  }
}

function measure() {
  send({ type: 'time', t0: performance.now() });
}

function connect() {
  var home = server || location.origin;
  socket = new WebSocket('ws' + home.slice('http'.length) + '/live');
  lineBegun = performance.now();
  socket.onopen = function () {
    clock.bestTrip = Infinity; // another line, and perhaps a device that has slept
    measure();
    send({
      type: 'subscribe',
      topics: ownRoom ? ['venue', 'room:' + ownRoom] : ['*'],
      screen: screenName || null,
      secret: screenSecret || null,
      role: ROLES[kind] || 'console', // a host's page watches, and is no screen
      lang: document.documentElement.lang,
      have: null
    });
  };
  socket.onmessage = function (event) {
    retryMs = FIRST_RETRY_MS;
    failedLines = 0;
    hear(JSON.parse(event.data));
  };
  socket.onclose = function () {
    failedLines++;
    callLater();
  };
}

function callLater() {
  setTimeout(failedLines < MOST_FAILED_LINES ? connect : ask, restMs + Math.random() * retryMs);
  restMs = 0;
  retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
}

/** In a long outage only a server that answers is called. What it answers matters to nobody. */
function ask() {
  var isDone = false;
  function then(next) {
    return function () {
      if (!isDone) {
        isDone = true;
        next();
      }
    };
  }
  setTimeout(then(callLater), LONGEST_CALL_MS);
  fetch((server || '') + '/health/live', { cache: 'no-store', mode: server ? 'no-cors' : 'same-origin' })
    .then(then(connect), then(callLater));
}

/** A new line has as long to begin to speak as an old one may be silent. */
function watch() {
  var silent = performance.now() - Math.max(lastHeard, lineBegun);
  var patience = socket.readyState === 0 ? LONGEST_CALL_MS : SILENT_MS;
  if (socket.readyState <= 1 && silent > patience) {
    socket.close();
  }
  considerReload();
}

/** What a page is made for: it names the event, and lists the rooms. */
function frameOfPage(venue) {
  return JSON.stringify([venue.event.name, venue.rooms.map(placeOf)]);
}

function placeOf(room) {
  return [room.id, room.name, room.languages, room.zone, room.walkingMinutes];
}

/** The venue comes first on a new line, and a tick only later. */
function followPace(told) {
  if (told && clock.speed > 0 && told.speed !== clock.speed && !fixed) {
    setClock(eventNow(), performance.now(), told.speed);
  }
}

/** A page that was made by another build of the server does not know all that this one says. */
function noteBuild(told) {
  if (build && told && told !== build) {
    oweReload();
  }
  build = told || build;
}

var HEARD = {
  venue: function (message) {
    var rooms = frameOfPage(message);
    var isForOthers = state.venue && rooms !== state.rooms; // that the page was made for
    followPace(message.event.clock);
    state.venue = message;
    state.rooms = rooms;
    zoned = null;
    if (isForOthers && server) {
      fitRooms();
    } else if (isForOthers) {
      oweReload();
    }
    owePainted();
  },
  board: function (message) {
    state.boards[message.topic.slice('room:'.length)] = message;
    owePainted();
  },
  frames: function (message) {
    if (eventNow() < message.at) {
      setClock(message.at, performance.now(), clock.speed);
    }
  },
  tick: function (message) {
    noteBuild(message.build);
    ticked(message);
  },
  time: measured,
  command: function (message) {
    if (obey) {
      obey(message);
    }
  },
  bye: function (message) {
    restMs = message.retryAfter;
    retryMs = Math.max(FIRST_RETRY_MS, message.retryAfter); // spreads the many that were sent away
  }
};

function hear(message) {
  if (HEARD[message.type]) {
    HEARD[message.type](message);
    noteHeard();
    keep(message.type);
    goOn();
  }
}
