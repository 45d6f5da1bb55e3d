/* What is shown at an instant, as plain values; the package pages says the same in the same words. */
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

function plannedStart(session) {
  return Date.parse(session.planned.start);
}

function plannedEnd(session) {
  return Date.parse(session.planned.end);
}

/** Whether it takes place at a time that is known. */
function isOn(session) {
  return session.status !== 'cancelled' && !session.timeUnknown;
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

function frameOf(roomId, now) {
  var board = state.boards[roomId];
  return board.frames[frameIndex(board, now)];
}

/** What one room shows at an instant, with whole sessions. What is now is only ever what the frame says. */
function glance(roomId, now) {
  var frame = frameOf(roomId, now);
  function sessions(ids) {
    return ids.map(function (id) {
      return state.boards[roomId].sessions[id];
    });
  }
  return {
    room: roomId,
    now: sessions(frame.now),
    next: sessions(frame.next),
    later: sessions(frame.later),
    notices: frame.notices,
    changed: frame.changed || {}
  };
}

/** What every room shows, in the order of the rooms. */
function glances(now) {
  return state.venue.rooms
    .filter(function (room) {
      return state.boards[room.id];
    })
    .map(function (room) {
      return glance(room.id, now);
    });
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

function hadSessionToday(seen, now) {
  var sessions = state.boards[seen.room].sessions;
  return Object.keys(sessions).some(function (id) {
    var session = sessions[id];
    return (
      session.rooms.indexOf(seen.room) >= 0 &&
      isOn(session) &&
      end(session) <= now &&
      seen.now.indexOf(session) < 0 &&
      dayOf(start(session)) === dayOf(now)
    );
  });
}

/** Whether anybody waits for a session that is not where or when it was to be. */
function isAwaited(seen) {
  return seen.notices.some(function (notice) {
    return !!notice.session;
  });
}

function idle(seen, now) {
  var over = hadSessionToday(seen, now);
  if (seen.next.length && isOfThisDay(start(seen.next[0]), now)) {
    return over ? say('freeUntil', hm(start(seen.next[0]))) : say('nothingNow');
  }
  if (over) {
    return say('lastToday');
  }
  return seen.next.length || isAwaited(seen) ? say('nothingNow') : say('endedHere');
}

function nextLine(session, seen, now) {
  return {
    state: 'next',
    glyph: '',
    was: isTold(session, seen, now) ? wasStart(session, now) : '',
    when: when(start(session), now),
    what: session.title,
    signs: signsBeside(session, seen, now)
  };
}

/** While a room is on hold nobody can say until when; that one is late says that it ends late. */
function nowLine(session, seen, now) {
  var pause = isPause(session);
  var held = isHeld(seen);
  var beside = signsBeside(session, seen, now);
  var late = beside.some(function (shown) {
    return shown.state === 'late';
  });
  var planned = held || late ? '' : was(plannedEnd(session), end(session), now);
  return {
    state: pause ? 'pause' : 'now',
    glyph: pause ? '' : '●',
    was: '',
    when: held ? say('now') : say('until', hm(end(session))),
    what: session.title,
    signs: (planned ? [sign('was', '', say('until', planned))] : []).concat(beside)
  };
}

/** A line of its own for what is not where or when it was to be. */
function noticeLine(notice, seen, now) {
  var session = sessionOf(notice, seen);
  if (!session || !isTold(session, seen, now)) {
    return null;
  }
  var planned = when(plannedStart(session), now);
  var line = { state: '', glyph: '', was: '', when: '', what: session.title, signs: [] };
  if (notice.kind === 'cancelled') {
    line.state = 'cancelled';
    line.glyph = '✕';
    line.when = say('cancelled');
    line.signs = [sign('was', '', planned)];
    return line;
  }
  if (notice.kind === 'moved-away') {
    var time = session.timeUnknown ? '' : ', ' + when(start(session), now);
    line.state = 'moved';
    line.glyph = '→';
    line.when = say('moved');
    line.signs = [sign('moved', '→', places(session) + time)];
    return line;
  }
  if (notice.kind === 'delayed' && session.timeUnknown) {
    line.state = 'waiting';
    line.was = planned;
    line.signs = [sign('late', '◷', say('timeUnknown'))];
    return line;
  }
  return null;
}

/** The break of the whole venue that the foot of the lobby tells, where it tells one. */
function toldPause(now) {
  var isTaken = !!bulletin(now).ambient || hasEnded(now);
  return isTaken
    ? null
    : allSessions().filter(function (session) {
        return (
          isVenuePause(session) &&
          isOn(session) &&
          start(session) > now &&
          isOfThisDay(start(session), now)
        );
      })[0] || null;
}

/** What the lobby and the phone say of one room. */
function lines(seen, now) {
  var found = seen.now
    .filter(function (session) {
      return !isVenuePause(session);
    })
    .map(function (session) {
      return nowLine(session, seen, now);
    });
  if (!seen.now.length) {
    found.push({ state: 'idle', glyph: '', was: '', when: '', what: idle(seen, now), signs: [] });
  }
  seen.notices.forEach(function (notice) {
    var line = noticeLine(notice, seen, now);
    if (line) {
      found.push(line);
    }
  });
  seen.next.slice(0, NEXT_IN_LOBBY).forEach(function (session) {
    found.push(nextLine(session, seen, now));
  });
  return found;
}

/** The lobby marks what its foot tells for all rooms alike: where space is dear a row leaves it to the foot. */
function lobbyLines(seen, now) {
  var found = lines(seen, now);
  var last = found[found.length - 1];
  var pause = toldPause(now);
  var isTold = pause && seen.next.length === 1 && seen.next[0].id === pause.id;
  if (isTold && spoken.length === 1 && found.length > 1 && last.state === 'next' && !last.was && !last.signs.length) {
    last.state = 'next told-below';
  }
  return found;
}

/** A venue-wide break that is on now, which then stands over the whole board. */
function venuePause(now) {
  var pauses = glances(now).map(function (seen) {
    return seen.now.filter(isVenuePause)[0];
  });
  var on = pauses.filter(Boolean)[0];
  return on ? say('pauseUntil', on.title, hm(end(on))) : '';
}

function hasEnded(now) {
  return (
    allSessions().length > 0 &&
    glances(now).every(function (seen) {
      return !seen.now.length && !seen.next.length && !isAwaited(seen);
    })
  );
}

function lobbyNote(now) {
  var ambient = bulletin(now).ambient;
  if (ambient) {
    return ambient;
  }
  if (hasEnded(now)) {
    return say('ended');
  }
  var pause = toldPause(now);
  return pause ? say('nextPause', hm(start(pause)), pause.title) : '';
}
