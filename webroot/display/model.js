/* What is shown at an instant, as plain values; Wording.java says the same in the same words. */
'use strict';

var NEXT_IN_LOBBY = 2;

var state = {
  venue: null,
  rooms: '', // the rooms that the page was made for, as JSON
  boards: {} // by room
};

function start(session) {
  return Date.parse(session.start);
}

function end(session) {
  return Date.parse(session.end);
}

function isPause(session) {
  return session.kind === 'break' || session.kind === 'lunch';
}

function isVenuePause(session) {
  return session.venueWide && isPause(session);
}

/** The conference day of an instant: the last that began before it, else the first. */
function dayOf(ms) {
  var days = state.venue.event.days;
  var found = days[0] || null;
  days.forEach(function (day) {
    if (Date.parse(day.start) <= ms) {
      found = day;
    }
  });
  return found;
}

function contains(day, ms) {
  return Date.parse(day.start) <= ms && ms < Date.parse(day.end);
}

/** The conference day to read at the head: the one under way, else one of this date, else none. */
function dayLabel(now) {
  var days = state.venue.event.days;
  var today = local(now).day;
  function first(wanted) {
    return days.filter(wanted)[0];
  }
  var found =
    first(function (day) {
      return contains(day, now);
    }) ||
    first(function (day) {
      return local(Date.parse(day.start)).day === today;
    }) ||
    first(function (day) {
      return local(Date.parse(day.end)).day === today;
    });
  return found ? found.label : '';
}

function isOfThisDay(ms, now) {
  var day = dayOf(now);
  return !!day && contains(day, now) && contains(day, ms);
}

function frameIndex(board, ms) {
  var index = 0;
  while (index + 1 < board.frames.length && board.frames[index + 1].from <= ms) {
    index++;
  }
  return index;
}

/** What one room shows at an instant. */
function glance(roomId, now) {
  var board = state.boards[roomId];
  var frame = board.frames[frameIndex(board, now)];
  function sessions(ids) {
    return ids.map(function (id) {
      return board.sessions[id];
    });
  }
  return { now: sessions(frame.now), next: sessions(frame.next), later: sessions(frame.later) };
}

function allSessions() {
  var byId = {};
  Object.keys(state.boards).forEach(function (room) {
    var sessions = state.boards[room].sessions;
    Object.keys(sessions).forEach(function (id) {
      byId[id] = sessions[id];
    });
  });
  return Object.keys(byId)
    .map(function (id) {
      return byId[id];
    })
    .sort(function (a, b) {
      return start(a) - start(b);
    });
}

function hadSessionToday(roomId, now) {
  var sessions = state.boards[roomId].sessions;
  return Object.keys(sessions).some(function (id) {
    var session = sessions[id];
    return (
      session.rooms.indexOf(roomId) >= 0 &&
      end(session) <= now &&
      dayOf(start(session)) === dayOf(now)
    );
  });
}

function idle(roomId, seen, now) {
  var over = hadSessionToday(roomId, now);
  if (seen.next.length && isOfThisDay(start(seen.next[0]), now)) {
    return over ? say('freeUntil', hm(start(seen.next[0]))) : say('nothingNow');
  }
  if (over) {
    return say('lastToday');
  }
  return seen.next.length ? say('nothingNow') : say('endedHere');
}

function nextLine(session, now) {
  return { state: 'next', when: when(start(session), now), what: session.title };
}

function lines(roomId, now) {
  var seen = glance(roomId, now);
  var found = [];
  seen.now.forEach(function (session) {
    if (!isVenuePause(session)) {
      found.push({
        state: isPause(session) ? 'pause' : 'now',
        when: say('until', hm(end(session))),
        what: session.title
      });
    }
  });
  if (!seen.now.length) {
    found.push({ state: 'idle', when: '', what: idle(roomId, seen, now) });
  }
  seen.next.slice(0, NEXT_IN_LOBBY).forEach(function (session) {
    found.push(nextLine(session, now));
  });
  return found;
}

function venuePause(now) {
  var on = allSessions().filter(function (session) {
    return isVenuePause(session) && start(session) <= now && now < end(session);
  })[0];
  return on ? say('pauseUntil', on.title, hm(end(on))) : '';
}

function lobbyNote(now) {
  var sessions = allSessions();
  var ended = sessions.length && sessions.every(function (session) {
    return end(session) <= now;
  });
  if (ended) {
    return say('ended');
  }
  var pause = sessions.filter(function (session) {
    return isVenuePause(session) && start(session) > now && isOfThisDay(start(session), now);
  })[0];
  return pause ? say('nextPause', hm(start(pause)), pause.title) : '';
}
