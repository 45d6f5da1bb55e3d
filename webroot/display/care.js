/*
 * Care for panels and for eyes: the whole board moves by a few pixels on a small orbit, so that nothing burns in, and
 * in the hours of ?night=22:00-07:00 it is dim. Nothing moves but this, and nothing flashes.
 */
'use strict';

var ORBIT_MS = 180000;
var ORBIT = [[0, 0], [2, 1], [3, 3], [1, 4], [-1, 3], [-3, 2], [-3, 0], [-2, -2], [0, -3], [2, -2]]; // whole pixels: text stays sharp

var NIGHT = /[?&]night=(\d\d(?::|%3A)\d\d)-(\d\d(?::|%3A)\d\d)(?:&|$)/i.exec(pageQuery);

var IS_DIM = document.body.classList.contains('dim'); // at all hours

function orbitAt(step) {
  return ORBIT[step % ORBIT.length];
}

function orbit(step) {
  var shift = orbitAt(step);
  document.body.style.left = shift[0] + 'px';
  document.body.style.top = shift[1] + 'px';
}

/** Dim by event time, whatever the device takes the time to be. */
function renderNight() {
  if (NIGHT) {
    var hours = [unescape(NIGHT[1]), unescape(NIGHT[2])];
    document.body.classList.toggle('dim', IS_DIM || (!clock.isDoubtful && isDarkAt([hours], hm(eventNow()))));
  }
}

function beginCare() {
  var step = 0;
  renderNight();
  setInterval(renderNight, 1000);
  if (letters) {
    setInterval(function () {
      step++;
      orbit(step);
    }, ORBIT_MS);
  }
}
