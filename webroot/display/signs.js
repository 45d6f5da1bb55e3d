/* How sessions and rooms stand against the plan: in signs (glyph, word, colour), and in what people are told. */
'use strict';

function sign(state, glyph, word) {
  return { state: state, glyph: glyph, word: word };
}

function roomOf(id) {
  return state.venue.rooms.filter(function (room) {
    return room.id === id;
  })[0];
}

function names(ids) {
  return ids
    .map(roomOf)
    .filter(Boolean)
    .map(function (room) {
      return room.name;
    })
    .join(', ');
}

/** Where a session now is. */
function places(session) {
  return session.rooms.length ? names(session.rooms) : say('wholeVenue');
}

/** Where a session was to be and is not; or where it is as well. */
function cameFrom(session) {
  var planned = session.planned.rooms;
  var left = planned.filter(function (room) {
    return session.rooms.length && session.rooms.indexOf(room) < 0;
  });
  return left.length ? say('movedHere', names(left)) : say('alsoHere', names(planned));
}

function sessionOf(notice, seen) {
  return notice.session ? state.boards[seen.room].sessions[notice.session] : null;
}

function changedOf(session, seen) {
  return seen.changed[session.id] || [];
}

/** Of another day people are told only what is fresh, so that boards stay calm. */
function isTold(session, seen, now) {
  return isToday(start(session), now) || changedOf(session, seen).length > 0;
}

/** The planned start to be struck through, or empty. */
function wasStart(session, now) {
  return was(plannedStart(session), start(session), now);
}

function hasNotice(kind, session, seen) {
  return seen.notices.some(function (notice) {
    return notice.kind === kind && notice.session === session.id;
  });
}

function held(seen) {
  return seen.notices.filter(function (notice) {
    return notice.kind === 'held';
  })[0];
}

function isHeld(seen) {
  return !!held(seen);
}

function heldSign(notice) {
  return sign('late', '◷', say('onHold', hm(Date.parse(notice.data.since))));
}

function lateSign(session) {
  return isOn(session) && session.lateByMinutes > 0
    ? sign('late', '▲', say('late', session.lateByMinutes))
    : null;
}

/** What stands beside a session that is or comes, in one room. */
function signsBeside(session, seen, now) {
  if (!isTold(session, seen, now)) {
    return [];
  }
  var signs = [];
  var cameHere = hasNotice('moved-here', session, seen);
  if (cameHere) {
    signs.push(sign('moved', '→', cameFrom(session)));
  }
  if (lateSign(session)) {
    signs.push(lateSign(session));
  }
  var isChanged = changedOf(session, seen).some(function (aspect) {
    return aspect === 'start' || aspect === 'title' || (aspect === 'room' && !cameHere);
  });
  return isChanged ? signs.concat(sign('fresh', '', say('changed'))) : signs;
}

/** What stands under a room's name. */
function signsOfRoom(seen) {
  var signs = seen.notices
    .filter(function (notice) {
      return notice.kind === 'room-status';
    })
    .map(function (notice) {
      var status = notice.data.status;
      return status === 'filling'
        ? sign('good', '●', say(status))
        : sign('cancelled', '✕', say(status));
    });
  return isHeld(seen) ? signs.concat(heldSign(held(seen))) : signs;
}

// ── What people are told ───────────────────────────────────────────────────────────────────────

function plainly(weight, shown, detail) {
  return { anchor: '', weight: weight, sign: shown, was: '', when: '', what: '', detail: detail };
}

function about(session, notice, weight, shown, planned, time) {
  var walk = session.rooms.reduce(function (most, id) {
    return Math.max(most, roomOf(id) ? roomOf(id).walkingMinutes : 0);
  }, 0);
  var goes = shown.state === 'moved' && walk > 0;
  return {
    anchor: session.id,
    weight: weight,
    sign: shown,
    was: planned,
    when: time,
    what: session.title,
    detail: [goes ? say('walk', walk) : '', notice.detail].filter(Boolean).join(' · ')
  };
}

/** With the time that holds; none is said while nobody knows it. */
function timed(session, notice, weight, shown, now) {
  return session.timeUnknown
    ? about(session, notice, weight, shown, when(plannedStart(session), now), '')
    : about(session, notice, weight, shown, wasStart(session, now), when(start(session), now));
}

function delaySign(session) {
  return session.timeUnknown
    ? sign('late', '◷', say('timeUnknown'))
    : lateSign(session) || sign('late', '◷', say('newTime'));
}

function personSign(slot) {
  return slot.tbc
    ? sign('late', '◌', say('openRole', say(slot.role)))
    : sign('good', '●', say('nowRole', say(slot.role), person(slot)));
}

var OF_SESSION = {
  cancelled: function (session, notice, now) {
    var shown = sign('cancelled', '✕', say('cancelled'));
    return [about(session, notice, 'grave', shown, when(plannedStart(session), now), '')];
  },
  'moved-away': function (session, notice, now) {
    var shown = sign('moved', '→', say('movedTo', places(session)));
    return [timed(session, notice, 'grave', shown, now)];
  },
  'moved-here': function (session, notice, now) {
    return [timed(session, notice, 'plain', sign('moved', '→', cameFrom(session)), now)];
  },
  delayed: function (session, notice, now) {
    return [timed(session, notice, 'plain', delaySign(session), now)];
  },
  people: function (session, notice) {
    return notice.data.people.map(function (slot) {
      return about(session, notice, 'plain', personSign(slot), '', '');
    });
  }
};

var ROOM_SIGNS = {
  filling: ['plain', 'good', '●', 'roomFilling'],
  full: ['grave', 'cancelled', '✕', 'roomFull'],
  closed: ['grave', 'cancelled', '✕', 'roomClosed']
};

function told(notice, seen, now) {
  if (notice.kind === 'held') {
    return [plainly('grave', heldSign(notice), '')];
  }
  var status = notice.kind === 'room-status' && ROOM_SIGNS[notice.data.status];
  if (status) {
    return [plainly(status[0], sign(status[1], status[2], say(status[3])), '')];
  }
  var session = sessionOf(notice, seen);
  return session && OF_SESSION[notice.kind] && isTold(session, seen, now)
    ? OF_SESSION[notice.kind](session, notice, now)
    : [];
}

function flatten(lists) {
  return [].concat.apply([], lists);
}

/**
 * What stands beside now and next is not said twice: a session that came here, or is late and on. Of what
 * comes later only a start that nobody knows is news.
 */
function isNewsAtDoor(notice, seen) {
  var session = sessionOf(notice, seen);
  if (notice.kind === 'moved-here') {
    return seen.now.indexOf(session) < 0 && seen.next.indexOf(session) < 0;
  }
  if (notice.kind === 'delayed') {
    return seen.next.indexOf(session) >= 0 || session.timeUnknown;
  }
  return true;
}

/** What somebody at a door is told, the gravest first. */
function toldAtDoor(seen, now) {
  return flatten(
    seen.notices
      .filter(function (notice) {
        return isNewsAtDoor(notice, seen);
      })
      .map(function (notice) {
        return told(notice, seen, now);
      })
  );
}
