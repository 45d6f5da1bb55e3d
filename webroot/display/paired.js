/*
 * What a paired screen keeps of itself, and where it asks what it is.
 *
 * No answer but the server's own farewell, heard twice, takes a screen's assignment away; and no page is left
 * before the next one has been reached.
 */
'use strict';

var KEPT = 'callboard-screen';
var AGAIN_MS = 5000;
var PATIENCE_MS = 10000;
var YEAR_S = 31536000;

var farewells = 0;
var leaving = false;

/** What the device keeps: {id, secret, farewell, assignment}; a cookie serves where storage is blocked. */
function keptScreen() {
  var text = null;
  try {
    text = localStorage.getItem(KEPT);
  } catch (blocked) {
    // read from the cookie below
  }
  var cookie = new RegExp('(?:^|; )' + KEPT + '=([^;]*)').exec(document.cookie);
  try {
    return JSON.parse(text || (cookie && decodeURIComponent(cookie[1])) || 'null');
  } catch (unreadable) {
    return null;
  }
}

function keepScreen(kept) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch (blocked) {
    var value = encodeURIComponent(JSON.stringify(kept));
    document.cookie = KEPT + '=' + value + '; Max-Age=' + YEAR_S + '; Path=/; SameSite=Strict';
  }
}

function forgetScreen() {
  try {
    localStorage.removeItem(KEPT);
  } catch (blocked) {
    // then the cookie holds it
  }
  document.cookie = KEPT + '=; Max-Age=0; Path=/; SameSite=Strict';
}

/** Asks the server; calls back with the status, 0 where nothing came, and the JSON of the answer or null. */
function askServer(method, path, secret, body, then) {
  var request = new XMLHttpRequest();
  request.open(method, path);
  request.timeout = PATIENCE_MS;
  if (secret) {
    request.setRequestHeader('Authorization', 'Bearer ' + secret);
  }
  if (body) {
    request.setRequestHeader('Content-Type', 'application/json');
  }
  request.onloadend = function () {
    var json = null;
    try {
      json = JSON.parse(request.responseText);
    } catch (other) {
      // a page of something in between
    }
    then(request.status, json);
  };
  request.send(body ? JSON.stringify(body) : null);
}

function sizeOfScreen() {
  return { viewport: window.innerWidth + 'x' + window.innerHeight };
}

function askState(kept, then) {
  askServer('GET', '/api/pairings/' + encodeURIComponent(kept.id), kept.secret, null, then);
}

/** What an assignment says in an address, in a fixed order: only what differs from the page's own way. */
function askedOf(assigned) {
  var languages = assigned.languages || [];
  return [
    ['lang', languages[0]],
    ['languages', languages.length > 1 && languages.join(',')],
    ['mode', languages.length > 1 && assigned.mode],
    ['theme', assigned.theme],
    ['distance', assigned.distance],
    ['diagonal', assigned.diagonal],
    ['night', assigned.night],
    ['rooms', (assigned.rooms || []).map(encodeURIComponent).join(',')],
    ['off', (assigned.off || []).join(',')],
    ['turn', assigned.turn]
  ];
}

/** The address of the board that a screen is to show. */
function boardOf(kept) {
  var assigned = kept.assignment;
  var path = assigned.role === 'door' ? '/rooms/' + encodeURIComponent(assigned.room) : '/';
  return askedOf(assigned).reduce(function (address, asked) {
    return address + (asked[1] ? '&' + asked[0] + '=' + asked[1] : '');
  }, path + '?screen=' + encodeURIComponent(kept.id));
}

/** The address of the page that the device shows: a turned board stands in a frame of it. */
function addressShown() {
  var shown = window.frameElement ? window.parent.location : location;
  return shown.pathname + shown.search;
}

function goTo(address) {
  if (window.frameElement) {
    window.parent.location.href = address;
  } else {
    location.replace(address);
  }
}

/** Leaves for another page when that can be had; until then this one stays. */
function leaveFor(address) {
  if (leaving) {
    return;
  }
  leaving = true;
  askServer('GET', address, '', null, function (status) {
    leaving = false;
    if (status === 200 && !document.body.classList.contains('taken')) {
      goTo(address);
    } else {
      setTimeout(leaveFor.bind(null, address), AGAIN_MS * (1 + Math.random()));
    }
  });
}

/** Whether the server has now said twice, in the words agreed at the pairing, that it is over. */
function isUnpaired(kept, json) {
  farewells = json && json.state === 'gone' && json.farewell === kept.farewell ? farewells + 1 : 0;
  return farewells > 1;
}
