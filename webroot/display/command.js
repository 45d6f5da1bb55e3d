/*
 * What the board of a paired screen does when it is told, and how it finds out by itself.
 *
 * A server that does not know the screen any more, since its records were lost or are old ones, takes no board away.
 * The screen then asks for a code besides and shows it small, so that it can be given its place again from the console.
 */
'use strict';

var ASK_MS = 60000; // how often a board asks whether it is still the right one
var IDENTIFY_MS = 10000;
var STRANGER_AFTER = 3; // answers in a row by which the server does not know this screen

var strangers = 0;

/** The board looks whether it is still what it is to be. */
function askWhatToBe() {
  var kept = keptScreen();
  if (!kept || leaving) {
    return;
  }
  askState(kept, function (status, json) {
    noteStranger(kept, json);
    if (json && json.state === 'paired') {
      kept.assignment = json.assignment;
      keepScreen(kept);
      if (boardOf(kept) !== addressShown()) {
        leaveFor(boardOf(kept));
      }
    }
    if (isUnpaired(kept, json)) {
      forgetScreen();
      leaveFor('/screen');
    } else if (farewells || (strangers && strangers < STRANGER_AFTER)) {
      setTimeout(askWhatToBe, AGAIN_MS);
    }
  });
}

/** Only the server's own word counts: a page of something in between is no JSON of this kind. */
function noteStranger(kept, json) {
  var wasAnew = strangers >= STRANGER_AFTER;
  strangers = json && json.status === 404 && json.type ? strangers + 1 : 0;
  if (strangers >= STRANGER_AFTER && !wasAnew) {
    askAnew();
  } else if (!strangers && json && json.state === 'paired' && kept.anew) {
    kept.anew = null;
    showAnew('');
  }
}

/** Asks for a code, and then whether somebody has given this screen a place by it. */
function askAnew() {
  var kept = keptScreen();
  if (!kept || strangers < STRANGER_AFTER || leaving) {
    return;
  }
  if (kept.anew) {
    askState(kept.anew, takeAnew.bind(null, kept));
    return;
  }
  askServer('POST', '/api/pairings', '', sizeOfScreen(), function (status, made) {
    if (status === 201 && made) {
      kept.anew = { id: made.id, secret: made.secret, farewell: made.farewell };
      keepScreen(kept);
    }
    setTimeout(askAnew, status === 201 ? AGAIN_MS : ASK_MS);
  });
}

function takeAnew(kept, status, json) {
  if (json && json.state === 'paired') {
    kept.anew.assignment = json.assignment;
    keepScreen(kept.anew);
    leaveFor(boardOf(kept.anew));
    return;
  }
  if (json && json.status === 404) {
    kept.anew = null; // its ten minutes are over
    keepScreen(kept);
  }
  showAnew(json && json.state === 'pending' ? json.code.slice(0, 4) + ' ' + json.code.slice(4) : '');
  setTimeout(askAnew, AGAIN_MS);
}

function showAnew(code) {
  var shown = document.querySelector('.anew') || document.body.appendChild(document.createElement('p'));
  shown.className = 'anew';
  shown.textContent = code && '◌ ' + code;
}

function identify(kept) {
  var shown = document.createElement('div');
  shown.className = 'identify';
  shown.setAttribute('role', 'status');
  shown.textContent = kept.assignment ? kept.assignment.name : kept.id;
  document.body.appendChild(shown);
  setTimeout(function () {
    shown.parentNode.removeChild(shown);
  }, IDENTIFY_MS);
}

var COMMANDS = {
  identify: identify,
  reload: function () {
    leaveFor(addressShown());
  },
  assign: askWhatToBe
};

/** A board that a paired screen shows obeys; any other page has nothing to obey. */
function beginCommands() {
  var kept = keptScreen();
  if (kept && screenName === kept.id) {
    screenSecret = kept.secret;
    assignedName = kept.assignment ? kept.assignment.name : '';
    obey = function (message) {
      if (COMMANDS[message.do]) {
        COMMANDS[message.do](keptScreen() || kept);
      }
    };
    setInterval(askWhatToBe, ASK_MS * (1 + Math.random()));
    setTimeout(askWhatToBe, AGAIN_MS);
  }
}

beginCommands();
