/* What a host can do in a room at an instant: each action with what it asks, or why it cannot be done now. */
'use strict';

var START_EARLY_MS = 30 * 60000; // a session can be started this long before its start
var START_LATE_MS = 15 * 60000; // from here after its start it has plainly begun

/** How the room stands beyond its board, as /api/host says. */
var link = JSON.parse(document.body.getAttribute('data-link'));

function startedAt(session) {
  var at = link.started[session.id];
  return at && Date.parse(at) === start(session) ? at : null;
}

/** Why a host of this room alone may not run a session; empty when it may. */
function foreign(session) {
  var others = session.rooms.filter(function (room) {
    return room !== ownRoom;
  });
  if (session.venueWide) {
    return say('forAll');
  }
  return others.length ? say('alsoElsewhere', names(others)) : '';
}

function mine(sessions) {
  return sessions.filter(function (session) {
    return !foreign(session);
  });
}

/** The session that is on, its own before one that is everybody's. */
function running(seen) {
  return mine(seen.now)[0] || seen.now[0] || null;
}

/** A session whose new time nobody knew yet is begun before what is planned. */
function awaited(seen) {
  var ids = seen.notices
    .filter(function (notice) {
      return notice.kind === 'delayed' && notice.session;
    })
    .map(function (notice) {
      return state.boards[seen.room].sessions[notice.session];
    });
  return mine(
    ids.filter(function (session) {
      return session && session.timeUnknown;
    })
  )[0];
}

function upcoming(seen) {
  return awaited(seen) || mine(seen.next)[0] || mine(seen.later)[0] || null;
}

function ready(name, text, body) {
  return { name: name, text: text, body: body, why: '' };
}

function barred(name, text, why) {
  return { name: name, text: text, body: null, why: why };
}

function startAction(seen, now) {
  var on = mine(seen.now)[0];
  if (isHeld(seen)) {
    return barred('start', say('start'), say('held'));
  }
  if (on && startedAt(on)) {
    return barred('start', say('start'), say('alreadyStarted', hm(start(on))));
  }
  if (on && now - start(on) >= START_LATE_MS) {
    return barred('start', say('start'), say('runningSince', hm(start(on))));
  }
  return on ? starting(on) : startNext(upcoming(seen), now);
}

function startNext(next, now) {
  if (!next || (!next.timeUnknown && !isOfThisDay(start(next), now))) {
    return barred('start', say('start'), say('nothingToStart'));
  }
  if (!next.timeUnknown && start(next) - now > START_EARLY_MS) {
    var from = hm(start(next) - START_EARLY_MS);
    return barred('start', say('start'), say('startsAt', hm(start(next)), from));
  }
  return starting(next);
}

function starting(session) {
  return ready('start', say('startTitle', session.title), { type: 'start', session: session.id });
}

/** What needs a session that is on, and that is this room's alone. */
function onRunning(name, seen, body) {
  var on = running(seen);
  if (!on) {
    return barred(name, say(name), say('nothingOn'));
  }
  if (isHeld(seen)) {
    return barred(name, say(name), say('held'));
  }
  var why = foreign(on);
  return why ? barred(name, say(name), why) : ready(name, say(name), body(on));
}

function fiveMore(session) {
  return { type: 'extend', session: session.id, minutes: 5 };
}

function over(session) {
  return { type: 'finish', session: session.id };
}

function roomAction() {
  var isOpen = roomOf(ownRoom).status === 'open' || roomOf(ownRoom).status === 'filling';
  return ready('full', say(isOpen ? 'roomIsFull' : 'openAgain'), {
    type: 'room',
    room: ownRoom,
    status: isOpen ? 'full' : 'open'
  });
}

function openCall(what) {
  return link.calls.filter(function (call) {
    return call.kind === what;
  })[0];
}

function callAction(name, what, since) {
  var open = openCall(what);
  return open
    ? barred(name, say(name), say(since, hm(Date.parse(open.at))))
    : ready(name, say(name), { type: 'call', room: ownRoom, kind: what });
}

/** Every action in the order of the page. */
function actionsAt(seen, now) {
  return [
    startAction(seen, now),
    onRunning('fiveMore', seen, fiveMore),
    onRunning('over', seen, over),
    roomAction(),
    callAction('speakerHere', 'speaker-here', 'toldAt'),
    callAction('help', 'help', 'calledAt')
  ];
}
