/*
 * Hours at which a screen is dark on purpose, by the event's time of day: ?off=22:00-07:00,12:00-13:00. A takeover
 * lights it all the same, since it covers the page whatever is under it.
 */
'use strict';

var DARK_EVERY_MS = 1000;
var DARK_HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

/** The windows in an address: [from, until] each. */
function darkHoursOf(query) {
  var given = /[?&]off=([0-9:,%A]+(?:-[0-9:,%A]+)*)/i.exec(query);
  return (given ? unescape(given[1]) : '')
    .split(',')
    .filter(function (hours) {
      return DARK_HOURS.test(hours);
    })
    .map(function (hours) {
      return hours.split('-');
    });
}

/** A window that ends before it begins goes over midnight. */
function isDarkAt(windows, time) {
  return windows.some(function (hours) {
    var isBegun = time >= hours[0];
    var isOver = time >= hours[1];
    return hours[0] < hours[1] ? isBegun && !isOver : hours[0] !== hours[1] && (isBegun || !isOver);
  });
}

/** A screen that does not know the time stays lit. */
function renderDark(windows) {
  document.body.classList.toggle('dark', !clock.isDoubtful && isDarkAt(windows, hm(eventNow())));
}

function beginDark() {
  var windows = darkHoursOf(pageQuery);
  if (windows.length && !fixed) {
    renderDark(windows);
    setInterval(renderDark, DARK_EVERY_MS, windows);
  }
}
