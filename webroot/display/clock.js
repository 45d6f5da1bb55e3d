/* Event time as the server tells it, whatever this device takes the time to be. */
'use strict';

var FORGETTING = 1.05; // a line that has become slower for good is measured again after a while

/** What the address of the page asks for; a file has it in itself. */
var pageQuery = location.search || document.body.getAttribute('data-query') || '';

var clock = {
  event: 0,
  local: 0,
  speed: 0,
  bestTrip: Infinity,
  isDoubtful: false // this device went on from what it kept, and its own clock does not fit that
};

function eventNow() {
  return clock.event + (performance.now() - clock.local) * clock.speed;
}

function setClock(event, local, speed) {
  clock.event = event;
  clock.local = local;
  clock.speed = speed;
  clock.isDoubtful = false;
}

/** A time exchange: the server's instant belongs to the middle of the trip. */
function measured(message) {
  var here = performance.now();
  var trip = here - message.t0;
  clock.bestTrip = Math.min(trip, clock.bestTrip * FORGETTING);
  if (trip <= clock.bestTrip * 1.5) {
    setClock(message.t1, here - trip / 2, clock.speed);
  }
}

/** A tick is late by one way of the line, so it corrects only what is plainly wrong. */
function ticked(message) {
  var here = performance.now();
  var apart = Math.abs(eventNow() - message.now);
  if (message.speed !== clock.speed || apart > 1000 * Math.max(1, message.speed)) {
    setClock(message.now, here, message.speed);
    clock.bestTrip = Infinity;
  }
}
