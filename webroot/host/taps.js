/*
 * Taps on their way. Each is kept on the phone, with a key of its own, until the server has answered it:
 * one that finds no network waits, and one whose answer was lost is sent again as the same, so that it counts
 * once. One that is too old is never sent without being asked for again, since the room has moved on.
 */
'use strict';

var OLDEST_MS = 10 * 60000;
var PATIENCE_MS = 8000; // for one answer
var AGAIN_MS = 3000;
var NOTICED_MS = 1500; // an answer within this is not spoken of as sending

var storageKey = 'callboard.host.' + ownRoom;
var token = location.pathname.split('/').pop();
var taps = readTaps();
var isSending = false;
var again = null;
var ended = false; // the link holds no longer

function readTaps() {
  try {
    return JSON.parse(localStorage.getItem(storageKey)) || [];
  } catch (unreadable) {
    return [];
  }
}

/** A phone that keeps nothing still sends; only a reload would then lose a tap. */
function keepTaps() {
  try {
    localStorage.setItem(storageKey, JSON.stringify(taps));
  } catch (full) {
    return;
  }
}

/** 128 random bits; randomUUID is there only over TLS. */
function newKey() {
  return Array.prototype.map
    .call(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return (256 + byte).toString(16).slice(1);
    })
    .join('');
}

function tap(action) {
  taps.push({
    key: newKey(),
    name: action.name,
    text: action.text,
    body: action.body,
    hasFailed: false, // there was no network for it, or no answer
    sent: null, // the body as it was first sent: a key stands for one request
    tapped: Date.now(), // by this phone, for its age
    at: eventNow(), // by the event, for people
    wanted: false // asked for again although it is old
  });
  keepTaps();
  flush();
}

function isOld(kept) {
  return !kept.wanted && Date.now() - kept.tapped > OLDEST_MS;
}

function remove(kept) {
  taps = taps.filter(function (each) {
    return each.key !== kept.key;
  });
  keepTaps();
}

function discard(kept) {
  remove(kept);
  tell('plain', say('discarded', kept.text), null);
  flush();
}

function insist(kept) {
  kept.wanted = true;
  keepTaps();
  flush();
}

/** Sends what waits, one after the other, so that each is planned on what the one before did. */
function flush() {
  clearTimeout(again);
  goOn();
  var next = taps[0];
  if (isSending || ended || !next || isOld(next)) {
    return;
  }
  isSending = true;
  post(next)
    .then(function (answer) {
      isSending = false;
      answered(next, answer);
    })
    .catch(function () {
      isSending = false;
      retry(next);
    });
}

function retry(kept) {
  kept.hasFailed = true;
  keepTaps();
  again = setTimeout(flush, AGAIN_MS);
  goOn();
}

function post(kept) {
  if (!kept.sent) {
    kept.sent = JSON.stringify(requestOf(kept));
    keepTaps();
  }
  return request('POST', '/api/changes', kept.sent, { 'Idempotency-Key': kept.key });
}

/** What is sent late says in the journal when it was tapped. */
function requestOf(kept) {
  var body = Object.assign({}, kept.body);
  if (kept.body.session || kept.body.type === 'room') {
    body.ifRevision = revision;
  }
  if (kept.hasFailed) {
    body.reason = 'tapped ' + hm(kept.at);
  }
  return body;
}

/** One request with the link's token; rejected where there is no answer in time. */
function request(method, path, body, headers) {
  var patience = new AbortController();
  var timer = setTimeout(function () {
    patience.abort();
  }, PATIENCE_MS);
  return fetch(path, {
    method: method,
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: Object.assign(
      { Authorization: 'Bearer ' + token },
      body ? { 'Content-Type': 'application/json' } : {},
      headers
    ),
    body: body,
    signal: patience.signal
  })
    .then(function (response) {
      return response.json().then(function (json) {
        return { status: response.status, json: json };
      });
    })
    .finally(function () {
      clearTimeout(timer);
    });
}

function answered(kept, answer) {
  if (answer.status >= 500 || answer.status === 429) {
    tell('late', say('notSaved'), null);
    retry(kept);
    return;
  }
  remove(kept);
  if (answer.status === 201) {
    done(kept, answer.json);
  } else if (answer.status === 401) {
    endLink();
  } else if (answer.status === 409) {
    tell('late', say('changedMeanwhile'), null);
    refresh();
  } else if (answer.status === 403) {
    tell('late', say('notAllowed', answer.json.detail), null);
  } else {
    tell('late', say('notPossible', answer.json.detail), null);
  }
  flush();
}

function done(kept, json) {
  revision = Math.max(revision, json.revision);
  var words = outcome(kept, json);
  var canUndo = kept.body.type !== 'undo';
  tell('good', kept.hasFailed ? say('sentLate', words) : words, canUndo ? json.revision : null);
  refresh();
}

function instantOf(kept, json, which) {
  var effect = json.effects.filter(function (each) {
    return each.session === kept.body.session && each.to && each.to[which];
  })[0];
  return effect ? hm(Date.parse(effect.to[which])) : hm(kept.at);
}

/** What a change did, in words. */
function outcome(kept, json) {
  switch (kept.name) {
    case 'start':
      return say('boardsShowIt', say('started', instantOf(kept, json, 'start')));
    case 'fiveMore':
      return say('boardsShowIt', say('goesOn', instantOf(kept, json, 'end')));
    case 'over':
      return say('boardsShowIt', say('overAt', instantOf(kept, json, 'end')));
    case 'full':
      return say('boardsShowIt', say(kept.body.status === 'full' ? 'nowFull' : 'nowOpen'));
    case 'speakerHere':
      return say('speakerTold');
    case 'help':
      return say('helpTold');
    default:
      return say('takenBack');
  }
}
