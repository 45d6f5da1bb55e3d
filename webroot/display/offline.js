/* Where the browser allows it, a service worker keeps the page itself. */
'use strict';

/** A service worker is a script that is named here alone. */
function workerUrl() {
  var url = '/display/worker.js';
  function named() {
    return url;
  }
  return window.trustedTypes
    ? trustedTypes.createPolicy('callboard-worker', { createScriptURL: named }).createScriptURL(url)
    : url;
}

function beginOffline() {
  if (!keeps || server || !navigator.serviceWorker) {
    return;
  }
  navigator.serviceWorker.register(workerUrl(), { scope: '/' }).catch(function (refused) {
    // Without it the screen is as good, until it is loaded anew while no server answers.
    console.info('This browser keeps no page for offline.', refused.name);
  });
}
