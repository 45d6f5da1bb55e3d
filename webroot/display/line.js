/* The line to the server: what comes over it confirms or corrects what the screen knows. */
'use strict';

var SILENT_MS = 25000; // a line that says nothing for this long is dead: ticks come every 10 s
var AGE_MS = 30000; // from here the screen says how old it is
var BAND_MS = 90000; // from here it says that live updates are interrupted
var FIRST_RETRY_MS = 1000;
var LONGEST_RETRY_MS = 30000;
var RELOAD_MS = 5000; // reloads are spread over this long

var socket = null;
var retryMs = FIRST_RETRY_MS;
var restMs = 0; // for as long the server has asked not to be called
var lastHeard = performance.now();
var lineBegun = lastHeard;

function send(message) {
  if (socket && socket.readyState === 1) {
    socket.send(JSON.stringify(message));
  }
}

function measure() {
  send({ type: 'time', t0: performance.now() });
}

function connect() {
  var scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
  socket = new WebSocket(scheme + location.host + '/live');
  lineBegun = performance.now();
  socket.onopen = function () {
    measure();
    send({
      type: 'subscribe',
      topics: ownRoom ? ['venue', 'room:' + ownRoom] : ['*'],
      screen: screenName || null,
      role: ROLES[kind] || 'console', // a host's page watches, and is no screen
      lang: document.documentElement.lang,
      have: null
    });
  };
  socket.onmessage = function (event) {
    lastHeard = performance.now();
    retryMs = FIRST_RETRY_MS;
    hear(JSON.parse(event.data));
  };
  socket.onclose = function () {
    setTimeout(connect, restMs + Math.random() * retryMs);
    restMs = 0;
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
  };
}

/** A new line has as long to begin to speak as an old one may be silent. */
function watch() {
  var silent = performance.now() - Math.max(lastHeard, lineBegun);
  if (socket && socket.readyState <= 1 && silent > SILENT_MS) {
    socket.close();
  }
  renderAge();
}

function renderAge() {
  if (fixed) {
    return;
  }
  var silent = performance.now() - lastHeard;
  var at = hm(eventNow() - silent * clock.speed);
  setAll('age', silent > AGE_MS ? say('asOf', at) : '');
  setText(part('band'), silent > BAND_MS ? '◷ ' + say('interrupted') : '');
  setHidden(part('band'), silent <= BAND_MS);
}

/** What a page is made for: it lists the rooms, and names them. */
function placeOf(room) {
  return [room.id, room.name, room.languages, room.zone, room.walkingMinutes];
}

var HEARD = {
  venue: function (message) {
    var rooms = JSON.stringify(message.rooms.map(placeOf));
    if (state.venue && rooms !== state.rooms) {
      // The page was made for other rooms. The server has just spoken, so it can be asked again.
      setTimeout(location.reload.bind(location), Math.random() * RELOAD_MS);
    }
    state.venue = message;
    state.rooms = rooms;
    zoned = null;
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
    build = message.build;
    ticked(message);
  },
  time: measured,
  bye: function (message) {
    restMs = message.retryAfter;
    retryMs = Math.max(FIRST_RETRY_MS, message.retryAfter); // spreads the many that were sent away
  }
};

function hear(message) {
  if (HEARD[message.type]) {
    HEARD[message.type](message);
    goOn();
  }
}
