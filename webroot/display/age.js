/* How old what is shown is, in words: a screen is never silently stale. */
'use strict';

var AGE_MS = 30000; // from here the screen says how old it is
var BAND_MS = 90000; // from here it says that live updates are interrupted
var STAFF_MS = 600000; // from here it sends people to the staff, and counts nothing down

var lastHeard = performance.now(); // when the server last spoke, on this device's own watch
var heardEvent = 0; // and what event time it was then
var isRecalled = false; // what is shown was kept by the device, and the server has not spoken since

function noteHeard() {
  lastHeard = performance.now();
  heardEvent = eventNow();
  isRecalled = false;
}

/** How long the server has said nothing; by a clock that cannot be believed, too long. */
function silence() {
  return clock.isDoubtful ? Infinity : performance.now() - lastHeard;
}

/**
 * Whether "12 min left" may be said. After a restart without the server event time rests on the
 * device's clock alone, which may be minutes off: a time of day is then said, never a countdown.
 */
function countsDown() {
  return fixed || (!isRecalled && silence() <= STAFF_MS);
}

function ageWords(silent) {
  var isOld = silent > AGE_MS || isRecalled;
  return isOld ? '◷ ' + say('asOf', when(heardEvent, eventNow())) : '';
}

function bandWords(silent) {
  if (silent <= BAND_MS) {
    return '';
  }
  return '◷ ' + say('interrupted') + (silent > STAFF_MS ? ' · ' + say('askStaff') : '');
}

/** Says the age; whether the board beside it has more or less room than before. */
function renderAge() {
  if (fixed) {
    return false;
  }
  var silent = silence();
  var words = bandWords(silent);
  setAll('age', ageWords(silent));
  setText(part('band'), words);
  return setHidden(part('band'), !words);
}
