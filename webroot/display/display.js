/*
 * The screen: one classic script in ES2015 syntax that Chromium 53 runs.
 *
 * The page arrives with the board already in it and with the messages it was made of. The screen holds
 * the frames, keeps event time by the server's clock, and turns by itself at the instant a frame begins;
 * what comes over the line confirms or corrects it. Content goes into the page as text nodes only.
 */
(function () {
  'use strict';

  var SILENT_MS = 25000; // a line that says nothing for this long is dead: ticks come every 10 s
  var AGE_MS = 30000; // from here the screen says how old it is
  var BAND_MS = 90000; // from here it says that live updates are interrupted
  var FIRST_RETRY_MS = 1000;
  var LONGEST_RETRY_MS = 30000;
  var MEASURE_MS = 30000;
  var PAGE_MS = 10000;
  var RELOAD_MS = 5000; // reloads are spread over this long
  var LONGEST_SLEEP_MS = 1000;
  var NEXT_IN_LOBBY = 2;
  var TALL_REM = 9; // rows share the space that is left only up to this height, as display.css has it

  var body = document.body;
  var kind = body.getAttribute('data-kind');
  var ownRoom = body.getAttribute('data-room');
  var fixed = body.getAttribute('data-fixed') === 'yes';
  var labels = JSON.parse(body.getAttribute('data-labels'));

  if (kind === 'message') {
    return;
  }

  var state = {
    venue: null,
    rooms: '', // the rooms that the page was made for, as JSON
    boards: {} // by room
  };

  // ── Clock ────────────────────────────────────────────────────────────────────────────────────

  var clock = { event: 0, local: 0, speed: 0, bestTrip: Infinity };

  function eventNow() {
    return clock.event + (performance.now() - clock.local) * clock.speed;
  }

  function setClock(event, local, speed) {
    clock.event = event;
    clock.local = local;
    clock.speed = speed;
  }

  /** A time exchange: the server's instant belongs to the middle of the trip. */
  function measured(message) {
    var here = performance.now();
    var trip = here - message.t0;
    if (trip <= clock.bestTrip * 1.5) {
      clock.bestTrip = Math.min(trip, clock.bestTrip);
      setClock(message.t1, here - trip / 2, clock.speed);
    }
  }

  /** A tick is late by one way of the line, so it corrects only what is plainly wrong. */
  function ticked(message) {
    var here = performance.now();
    var apart = Math.abs(eventNow() - message.now);
    if (message.speed !== clock.speed || apart > 1000 * Math.max(1, message.speed)) {
      setClock(message.now, here, message.speed);
      clock.bestTrip = Infinity;
    }
  }

  // ── Words ────────────────────────────────────────────────────────────────────────────────────

  function say(key) {
    var text = labels[key];
    for (var i = 1; i < arguments.length; i++) {
      text = text.split('{' + (i - 1) + '}').join(arguments[i]);
    }
    return text;
  }

  var zoned = null;

  /** The wall clock of the event's zone, whatever the device's own: {date, weekday, hm}. */
  function local(ms) {
    if (!zoned) {
      zoned = new Intl.DateTimeFormat('en-GB', {
        timeZone: state.venue.event.timezone,
        hour12: false,
        weekday: 'short',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit'
      });
    }
    var numbers = zoned.format(new Date(ms)).match(/([A-Za-z]+)\D+(\d+)\/(\d+)\/(\d+)\D+(\d+):(\d+)/);
    var hour = numbers[5] === '24' ? '00' : numbers[5];
    return {
      weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(numbers[1].slice(0, 3)),
      day: Date.UTC(+numbers[4], numbers[3] - 1, +numbers[2]) / 86400000,
      short: +numbers[2] + '.' + +numbers[3] + '.',
      hm: hour + ':' + numbers[6]
    };
  }

  function hm(ms) {
    return local(ms).hm;
  }

  /** A start as people say it now: its time alone while it is of today, else with its day. */
  function when(start, now) {
    var then = local(start);
    var ahead = then.day - local(now).day;
    if (ahead === 0 || isOfThisDay(start, now)) {
      return then.hm;
    }
    if (ahead === 1) {
      return say('tomorrow', then.hm);
    }
    return ahead > 0 && ahead < 7
      ? say('onDay', labels.weekdays.split(',')[then.weekday], then.hm)
      : then.short + ' ' + then.hm;
  }

  function minutesLeft(end, now) {
    var minutes = Math.max(1, Math.ceil((end - now) / 60000));
    return minutes === 1 ? say('minuteLeft') : say('minutesLeft', minutes);
  }

  // ── Model ────────────────────────────────────────────────────────────────────────────────────

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

  // ── Views: idempotent, text nodes only ───────────────────────────────────────────────────────

  function part(name) {
    return document.querySelector('[data-part="' + name + '"]');
  }

  function element(tag, className, children) {
    var made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    (children || []).forEach(function (child) {
      made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    });
    return made;
  }

  /** A piece of the programme's own text, whose direction is its own. */
  function content(tag, className, text) {
    var made = element(tag, className, [text]);
    made.setAttribute('dir', 'auto');
    return made;
  }

  function setText(node, text) {
    if (node && node.textContent !== text) {
      node.textContent = text;
    }
  }

  function setHidden(node, hidden) {
    if (node && node.hidden !== hidden) {
      node.hidden = hidden;
    }
  }

  /** Fills a node anew only when what it shows has changed, so that nothing flickers. */
  function fill(node, key, make) {
    if (node.callboardKey === key) {
      return false;
    }
    node.callboardKey = key;
    while (node.firstChild) {
      node.removeChild(node.firstChild);
    }
    make().forEach(function (child) {
      node.appendChild(child);
    });
    return true;
  }

  function glyph() {
    var dot = element('span', 'glyph', ['●']);
    dot.setAttribute('aria-hidden', 'true');
    return dot;
  }

  function lineElement(line) {
    var before = line.state === 'now' ? [glyph(), ' ', line.when] : [line.when];
    return element('p', 'line ' + line.state, [
      element('span', 'when', before),
      ' ',
      content('span', 'what', line.what)
    ]);
  }

  function renderRooms(now) {
    var changed = false;
    var rows = document.querySelectorAll('.room');
    Array.prototype.forEach.call(rows, function (row) {
      var room = row.getAttribute('data-room');
      if (!state.boards[room]) {
        return;
      }
      var model = lines(room, now);
      var filled = fill(row.querySelector('.lines'), JSON.stringify(model), function () {
        return model.map(lineElement);
      });
      changed = changed || filled;
    });
    var pause = venuePause(now);
    setText(part('pause'), pause);
    setHidden(part('pause'), !pause);
    setText(part('note'), kind === 'lobby' ? lobbyNote(now) : part('note').textContent);
    if (changed && kind === 'lobby') {
      turnPages();
    }
  }

  function person(slot) {
    var name = slot.tbc ? '◌ ' + say('toBeConfirmed') : slot.name;
    return slot.affiliation ? name + ', ' + slot.affiliation : name;
  }

  function casts(people) {
    return ['speaker', 'moderator', 'host', 'introduced-by']
      .map(function (role) {
        var held = people.filter(function (slot) {
          return slot.role === role;
        });
        return { role: say(held.length === 1 ? role : role + 's'), people: held.map(person) };
      })
      .filter(function (cast) {
        return cast.people.length > 0;
      });
  }

  function castElement(cast) {
    var names = cast.people.map(function (name) {
      return content('dd', '', name);
    });
    return element('div', 'cast', [element('dt', '', [cast.role])].concat(names));
  }

  function showingElement(session) {
    var pause = isPause(session);
    var until = say(pause ? 'until' : 'nowUntil', hm(end(session)));
    var parts = [
      element('h2', 'state ' + (pause ? 'pause' : 'now'), pause ? [until] : [glyph(), ' ', until])
    ];
    if (session.label) {
      parts.push(content('p', 'label', session.label));
    }
    parts.push(content('p', 'title', session.title));
    if (session.organiser) {
      parts.push(content('p', 'organiser', say('organisedBy', session.organiser)));
    }
    parts.push(element('dl', 'people', casts(session.people).map(castElement)));
    var bar = document.createElement('progress');
    bar.max = (end(session) - start(session)) / 1000;
    parts.push(element('p', 'progress', [bar, ' ', element('span', 'left', [''])]));
    return element('section', 'showing', parts);
  }

  function comingElement(heading, className, sessions, now) {
    return element(
      'section',
      className,
      [element('h2', '', [heading])].concat(
        sessions.map(function (session) {
          return lineElement(nextLine(session, now));
        })
      )
    );
  }

  function doorElements(seen, now) {
    var parts = seen.now.map(showingElement);
    if (!seen.now.length) {
      parts.push(
        element('section', 'showing idle', [
          element('h2', 'state idle', [idle(ownRoom, seen, now)])
        ])
      );
    }
    if (seen.next.length) {
      parts.push(comingElement(say('next'), 'coming', seen.next, now));
    }
    if (seen.later.length) {
      parts.push(comingElement(say('later'), 'coming later', seen.later, now));
    }
    return parts;
  }

  function renderDoor(now) {
    var seen = glance(ownRoom, now);
    var door = part('door');
    var key = JSON.stringify([seen, local(now).day]);
    var changed = fill(door, key, function () {
      return doorElements(seen, now);
    });
    seen.now.forEach(function (session, i) {
      var showing = door.querySelectorAll('.showing')[i];
      var left = minutesLeft(end(session), now);
      var bar = showing.querySelector('progress');
      bar.value = (now - start(session)) / 1000;
      bar.setAttribute('aria-label', left);
      setText(showing.querySelector('.left'), left);
    });
    if (changed) {
      turnPeople();
    }
  }

  function renderGuide(now) {
    renderRooms(now);
    allSessions().forEach(function (session) {
      var entry = document.querySelector('[data-session="' + CSS.escape(session.id) + '"]');
      if (entry) {
        var past = end(session) <= now;
        var on = !past && start(session) <= now;
        entry.className = 'entry ' + (on ? 'now' : past ? 'past' : 'coming');
      }
    });
  }

  var VIEWS = {
    lobby: renderRooms,
    door: renderDoor,
    programme: renderGuide
  };

  function render() {
    var now = eventNow();
    VIEWS[kind](now);
    setText(part('time'), hm(now));
    setText(part('day'), dayLabel(now));
    renderAge();
  }

  // ── Pages: what does not fit is paged, never shrunk ──────────────────────────────────────────

  var page = 0;

  function heightOf(rows) {
    return rows.reduce(function (sum, row) {
      return sum + row.offsetHeight;
    }, 0);
  }

  /** Groups rows, in order, into pages no higher than a limit. */
  function pagesOf(rows, limit) {
    var pages = [[]];
    rows.forEach(function (row) {
      var last = pages[pages.length - 1];
      if (last.length && heightOf(last) + row.offsetHeight > limit) {
        pages.push([row]);
      } else {
        last.push(row);
      }
    });
    return pages;
  }

  /** As few pages as will do, about equally full. */
  function balanced(rows, height) {
    var limit = height + 1; // heights are rounded to whole pixels
    var pages = pagesOf(rows, limit);
    var even = pagesOf(rows, (heightOf(rows) / pages.length) * 1.15);
    return even.length === pages.length && even.every(function (group) {
      return heightOf(group) <= limit;
    }) ? even : pages;
  }

  function rem() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  function turnPages() {
    var area = part('rooms');
    var rows = Array.prototype.slice.call(area.querySelectorAll('.room'));
    rows.forEach(function (row) {
      row.classList.remove('off');
    });
    area.classList.add('measuring');
    var paged = getComputedStyle(area).overflowY === 'hidden';
    var pages = paged ? balanced(rows, area.clientHeight) : [rows];
    var heights = rows.map(function (row) {
      return row.offsetHeight;
    });
    area.classList.remove('measuring');
    rows.forEach(function (row, i) {
      row.classList.toggle('tall', heights[i] > TALL_REM * rem());
    });
    page = page % pages.length;
    rows.forEach(function (row) {
      if (pages[page].indexOf(row) < 0) {
        row.classList.add('off');
      }
    });
    showPage(pages.length);
  }

  /** A list of people in columns runs on to the right; a page is what one width shows. */
  function turnPeople() {
    var most = 1;
    Array.prototype.forEach.call(document.querySelectorAll('.people'), function (list) {
      var width = list.clientWidth + parseFloat(getComputedStyle(list).webkitColumnGap || 0);
      var pages = width > 0 ? Math.ceil((list.scrollWidth - 1) / width) : 1;
      list.scrollLeft = (page % Math.max(1, pages)) * width;
      most = Math.max(most, pages);
    });
    showPage(most);
  }

  function showPage(count) {
    setText(part('page'), count > 1 ? say('page', (page % count) + 1, count) : '');
  }

  // ── Time goes on ─────────────────────────────────────────────────────────────────────────────

  var sleeping = null;

  /** Real milliseconds until the next instant at which something on this screen turns. */
  function untilNextTurn() {
    var now = eventNow();
    var soonest = Infinity;
    Object.keys(state.boards).forEach(function (room) {
      var board = state.boards[room];
      var following = board.frames[frameIndex(board, now) + 1];
      if (following) {
        soonest = Math.min(soonest, following.from - now);
      }
    });
    return clock.speed > 0 ? soonest / clock.speed : Infinity;
  }

  function goOn() {
    clearTimeout(sleeping);
    render();
    if (!fixed) {
      sleeping = setTimeout(goOn, Math.max(1, Math.min(LONGEST_SLEEP_MS, Math.ceil(untilNextTurn()))));
    }
  }

  // ── Line ─────────────────────────────────────────────────────────────────────────────────────

  var socket = null;
  var retryMs = FIRST_RETRY_MS;
  var restMs = 0; // for as long the server has asked not to be called
  var lastHeard = performance.now();
  var lineBegun = lastHeard;

  function send(message) {
    if (socket && socket.readyState === 1) {
      socket.send(JSON.stringify(message));
    }
  }

  function measure() {
    send({ type: 'time', t0: performance.now() });
  }

  function connect() {
    var scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
    socket = new WebSocket(scheme + location.host + '/live');
    lineBegun = performance.now();
    socket.onopen = function () {
      measure();
      send({
        type: 'subscribe',
        topics: kind === 'door' ? ['venue', 'room:' + ownRoom] : ['*'],
        screen: null,
        have: null
      });
    };
    socket.onmessage = function (event) {
      lastHeard = performance.now();
      retryMs = FIRST_RETRY_MS;
      hear(JSON.parse(event.data));
    };
    socket.onclose = function () {
      setTimeout(connect, restMs + Math.random() * retryMs);
      restMs = 0;
      retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
    };
  }

  /** A new line has as long to begin to speak as an old one may be silent. */
  function watch() {
    var silent = performance.now() - Math.max(lastHeard, lineBegun);
    if (socket && socket.readyState <= 1 && silent > SILENT_MS) {
      socket.close();
    }
    renderAge();
  }

  function renderAge() {
    if (fixed) {
      return;
    }
    var silent = performance.now() - lastHeard;
    var at = hm(eventNow() - silent * clock.speed);
    setText(part('age'), silent > AGE_MS ? say('asOf', at) : '');
    setText(part('band'), silent > BAND_MS ? '◷ ' + say('interrupted') : '');
    setHidden(part('band'), silent <= BAND_MS);
  }

  var HEARD = {
    venue: function (message) {
      var rooms = JSON.stringify(message.rooms);
      if (state.venue && rooms !== state.rooms) {
        // The page was made for other rooms. The server has just spoken, so it can be asked again.
        setTimeout(location.reload.bind(location), Math.random() * RELOAD_MS);
      }
      state.venue = message;
      state.rooms = rooms;
      zoned = null;
    },
    board: function (message) {
      state.boards[message.topic.slice('room:'.length)] = message;
    },
    frames: function (message) {
      if (eventNow() < message.at) {
        setClock(message.at, performance.now(), clock.speed);
      }
    },
    tick: ticked,
    time: measured,
    bye: function (message) {
      restMs = message.retryAfter;
      retryMs = Math.max(FIRST_RETRY_MS, message.retryAfter); // spreads the many that were sent away
    }
  };

  function hear(message) {
    if (HEARD[message.type]) {
      HEARD[message.type](message);
      goOn();
    }
  }

  function beginPages() {
    var turn = { lobby: turnPages, door: turnPeople }[kind];
    if (turn) {
      turn();
      setInterval(function () {
        page++;
        turn();
      }, PAGE_MS);
      window.addEventListener('resize', turn);
      window.addEventListener('load', turn); // the typeface may have changed what fits
    }
  }

  /** Every cut of the typeface at once: one that is first needed when the line is cut would be missing. */
  function loadTypeface() {
    if (document.fonts) {
      ['400', '700'].forEach(function (weight) {
        document.fonts.load(weight + ' 1em Hyperlegible', 'aş');
      });
    }
  }

  function begin() {
    JSON.parse(body.getAttribute('data-messages')).forEach(function (message) {
      HEARD[message.type](message);
    });
    body.classList.add('alive');
    goOn();
    beginPages();
    loadTypeface();
    if (!fixed) {
      connect();
      setInterval(watch, 1000);
      setInterval(measure, MEASURE_MS);
    }
  }

  begin();
})();
