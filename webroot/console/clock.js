/* Event time as the server tells it, whatever this device takes the time to be. */

const clock = { event: 0, local: performance.now(), speed: 1, bestTrip: Infinity };
let zoned = null;

/** The event's time in milliseconds. */
export function now() {
  return clock.event + (performance.now() - clock.local) * clock.speed;
}

export function speed() {
  return clock.speed;
}

export function begin(event, eventSpeed, zone) {
  set(event, performance.now(), eventSpeed);
  inZone(zone);
}

function set(event, local, eventSpeed) {
  Object.assign(clock, { event, local, speed: eventSpeed });
}

export function inZone(zone) {
  zoned = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

function parts(ms) {
  return Object.fromEntries(zoned.formatToParts(ms).map((each) => [each.type, each.value]));
}

/** HH:MM in the event's zone. */
export function hm(ms) {
  const { hour, minute } = parts(ms);
  return `${hour}:${minute}`;
}

/** The date in the event's zone, as 2017-11-16. */
export function date(ms) {
  const { year, month, day } = parts(ms);
  return `${year}-${month}-${day}`;
}

/** The instant of a time of the event's zone, near another instant: the one of that date. */
export function at(hhmm, near) {
  const [hour, minute] = hhmm.split(':').map(Number);
  const [nearHour, nearMinute] = hm(near).split(':').map(Number);
  const guess = Math.floor(near / 60000) * 60000 + ((hour - nearHour) * 60 + minute - nearMinute) * 60000;
  const [gotHour, gotMinute] = hm(guess).split(':').map(Number);
  return guess + ((hour - gotHour) * 60 + minute - gotMinute) * 60000; // a change to or from summer time lay between
}

/** A time exchange: the server's instant belongs to the middle of the trip. */
export function measured({ t0, t1 }) {
  const here = performance.now();
  const trip = here - t0;
  if (trip <= clock.bestTrip * 1.5) {
    clock.bestTrip = Math.min(trip, clock.bestTrip);
    set(t1, here - trip / 2, clock.speed);
  }
}

/** A tick is late by one way of the line, so it corrects only what is plainly wrong. */
export function ticked(message) {
  const apart = Math.abs(now() - message.now);
  if (message.speed !== clock.speed || apart > 1000 * Math.max(1, message.speed)) {
    set(message.now, performance.now(), message.speed);
    clock.bestTrip = Infinity;
  }
}
