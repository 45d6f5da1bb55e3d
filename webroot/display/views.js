/* Idempotent views: each brings a part of the page to what the model says, with text nodes only. */
'use strict';

var kind = document.body.getAttribute('data-kind');
var ownRoom = document.body.getAttribute('data-room');
var fixed = document.body.getAttribute('data-fixed') === 'yes';

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
