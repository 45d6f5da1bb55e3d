/* A screen without an assignment shows its code until somebody says what it is; one with an assignment goes there. */
'use strict';

var POLL_MS = 3000;
var LOST_AFTER = 3; // answers that fail in a row

var state = { venue: null };
var failures = 0;
var keeps = window.parent === window; // this page too is there when no server is
var server = ''; // the one that it comes from

function part(name) {
  return document.querySelector('[data-part="' + name + '"]');
}

function show(name, text) {
  part(name).textContent = text;
  part(name).hidden = !text;
}

/** In two halves, as people read it out. */
function showCode(code) {
  show('heading', say('screenWaits'));
  show('code', code.slice(0, 4) + ' ' + code.slice(4));
  part('how').hidden = false;
}

function showLost() {
  show('heading', say('screenLost'));
  show('code', '');
  part('how').hidden = true;
}

function later() {
  setTimeout(goOn, POLL_MS);
}

function failed() {
  failures++;
  if (failures >= LOST_AFTER) {
    showLost();
  }
  later();
}

function askForCode() {
  askServer('POST', '/api/pairings', '', sizeOfScreen(), function (status, made) {
    if (status === 201 && made) {
      failures = 0;
      keepScreen({ id: made.id, secret: made.secret, farewell: made.farewell, assignment: null });
      showCode(made.code);
      later();
    } else {
      failed();
    }
  });
}

/** An assignment that the device remembers holds whatever else is answered. */
function takeAnswer(kept, status, json) {
  if (json && json.state === 'paired') {
    kept.assignment = json.assignment;
    keepScreen(kept);
    leaveFor(boardOf(kept));
  } else if (isUnpaired(kept, json)) {
    forgetScreen();
    askForCode();
  } else if (farewells) {
    later();
  } else if (kept.assignment) {
    leaveFor(boardOf(kept));
  } else if (json && json.state === 'pending') {
    failures = 0;
    showCode(json.code);
    later();
  } else if (status === 404) {
    askForCode();
  } else {
    failed();
  }
}

function goOn() {
  var kept = keptScreen();
  if (kept && kept.id && kept.secret) {
    askState(kept, takeAnswer.bind(null, kept));
  } else {
    askForCode();
  }
}

/** A page that this device kept knows what the time was, and not what it is. */
function showTime() {
  show('time', document.body.hasAttribute('data-kept') ? '' : hm(eventNow()));
}

function begin() {
  JSON.parse(document.body.getAttribute('data-messages')).forEach(function (message) {
    if (message.type === 'venue') {
      state.venue = message;
    } else if (message.type === 'tick') {
      ticked(message);
    }
  });
  setInterval(showTime, 1000);
  show('heading', say('screenAsking'));
  beginOffline();
  goOn();
}

begin();
