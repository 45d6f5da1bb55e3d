/* A page is loaded anew only while a server answers, never in a takeover, and seldom. */
'use strict';

var RELOAD_SPREAD_MS = 15000; // many screens hear at once that they are of an old build
var RELOAD_REST_MS = 600000; // between two reloads
var LONGEST_PROBE_MS = 5000;
var RELOADED = 'callboard-screen:reloaded';

var reloadAt = Infinity; // on this device's own watch
var isProbing = false;
var hasReloaded = wasReloaded();

/** Whether this tab has loaded itself anew before; where nobody can know, it counts as if it had. */
function wasReloaded() {
  try {
    return sessionStorage.getItem(RELOADED) === 'yes';
  } catch (blocked) {
    return true;
  }
}

function reload() {
  try {
    sessionStorage.setItem(RELOADED, 'yes');
  } catch (blocked) {
    // It counts as reloaded anyway.
  }
  location.reload();
}

/** A file would only load itself as it is. */
function oweReload() {
  if (reloadAt === Infinity && !server) {
    postponeReload();
  }
}

function postponeReload() {
  reloadAt = performance.now() + Math.random() * RELOAD_SPREAD_MS;
}

function mayReload() {
  var isRested = !hasReloaded || performance.now() > RELOAD_REST_MS;
  return isRested && !document.body.classList.contains('taken');
}

function considerReload() {
  if (performance.now() >= reloadAt && !isProbing && mayReload()) {
    probe();
  }
}

function probe() {
  var asked = performance.now();
  isProbing = true;
  fetch('/health/live', { cache: 'no-store' })
    .then(function (answer) {
      return answer.ok && performance.now() - asked < LONGEST_PROBE_MS;
    })
    .catch(function () {
      return false;
    })
    .then(function (isThere) {
      isProbing = false;
      if (isThere && mayReload()) {
        reload();
      } else {
        postponeReload();
      }
    });
}
