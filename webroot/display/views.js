/* Idempotent views: each brings a part of the page to what the model says, with text nodes only. */
'use strict';

var NO_TIME = '--:--'; // rather than a wrong one

var kind = document.body.getAttribute('data-kind');
var ownRoom = document.body.getAttribute('data-room');
var fixed = document.body.getAttribute('data-fixed') === 'yes';

function part(name) {
  return document.querySelector('[data-part="' + name + '"]');
}

function addAll(node, children) {
  children.forEach(function (child) {
    node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  });
}

function element(tag, className, children) {
  var made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  addAll(made, children || []);
  return made;
}

/** Text of others' making, whose direction is its own. */
function directed(made) {
  made.setAttribute('dir', 'auto');
  return made;
}

function content(tag, className, text) {
  return directed(element(tag, className, [text]));
}

function setText(node, text) {
  if (node && node.textContent !== text) {
    node.textContent = text;
  }
}

function setHidden(node, hidden) {
  if (node && node.hidden !== hidden) {
    node.hidden = hidden;
    return true;
  }
  return false;
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
  addAll(node, make());
  return true;
}

function glyphElement(glyph) {
  var made = element('span', 'glyph', [glyph]);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** A glyph before what follows it; nothing where there is none. */
function withGlyph(glyph) {
  return glyph ? [glyphElement(glyph), ' '] : [];
}

function struck(time) {
  return time ? [element('s', '', [time]), ' '] : [];
}

function signElement(shown) {
  return shown.state === 'was'
    ? element('s', 'sign was', [shown.word])
    : directed(element('span', 'sign ' + shown.state, withGlyph(shown.glyph).concat(shown.word)));
}

function signElements(signs) {
  return flatten(
    signs.map(function (shown) {
      return [signElement(shown), ' '];
    })
  );
}

function whenParts(line) {
  return withGlyph(line.glyph)
    .concat(struck(line.was))
    .concat(element('span', '', [line.when]));
}

function bodyElement(line) {
  var said = [content('span', 'what', line.what)];
  if (line.signs.length) {
    said.push(' ', element('span', 'signs', signElements(line.signs)));
  }
  return element('span', 'body', said);
}

function lineElement(line) {
  return element('p', 'line ' + line.state, [
    element('span', 'when', whenParts(line)),
    ' ',
    bodyElement(line)
  ]);
}

/** A line whose time stands elsewhere. */
function bareLineElement(line) {
  return element('p', 'line ' + line.state, [bodyElement(line)]);
}

function subjectElement(told) {
  var what = content(kind === 'programme' ? 'a' : 'span', 'what', told.what);
  if (kind === 'programme') {
    what.href = '#s-' + told.anchor;
  }
  var time = told.when ? [element('span', 'when', [told.when]), ' '] : [];
  return element('p', 'subject', struck(told.was).concat(time, what));
}

function toldElement(told) {
  var parts = [
    directed(element('p', 'headline', withGlyph(told.sign.glyph).concat(told.sign.word)))
  ];
  if (told.what) {
    parts.push(subjectElement(told));
  }
  if (told.detail) {
    parts.push(content('p', 'detail', told.detail));
  }
  return element('div', 'told ' + told.weight + ' ' + told.sign.state, parts);
}

function fillTold(node, all) {
  return fill(node, JSON.stringify(all), function () {
    return all.map(toldElement);
  });
}

var SVG = 'http://www.w3.org/2000/svg';

/** The sign of an action, in the ink of the words beside it. */
function actionElement(action) {
  var made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', 'action');
  made.setAttribute('data-action', action);
  made.setAttribute('viewBox', '0 0 120 100');
  made.setAttribute('aria-hidden', 'true');
  (actions[action] ? actions[action].strokes : []).forEach(function (stroke) {
    var path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', stroke[0]);
    path.setAttribute('stroke-width', stroke[1]);
    made.appendChild(path);
  });
  return made;
}

/** The sign, the words that say what to do, and the rest. */
function instructionElement(announcement, headline) {
  var action = actionOf(announcement);
  var lead = leadOf(action, headline);
  return directed(
    element('h1', 'headline', [
      actionElement(action),
      ' ',
      element('span', 'lead', [lead]),
      element('span', 'rest', [headline.slice(lead.length)])
    ])
  );
}

function takeoverElements(announcement) {
  var text = textOf(announcement);
  var mark = watermark(announcement);
  return [mark ? element('p', 'watermark', [mark]) : null, instructionElement(announcement, text.headline)]
    .concat(text.detail ? content('p', 'detail', text.detail) : null)
    .filter(Boolean);
}

/** Announcements; whether the board beside them has more or less room than before. */
function renderBulletin(now) {
  var shown = bulletin(now);
  var takeover = shown.takeover;
  var area = part('takeover');
  fill(part('alert'), JSON.stringify([takeover, spoken]), function () {
    return takeover ? takeoverElements(takeover) : [];
  });
  area.className = 'takeover ' + (takeover ? takeover.mode : '');
  setHidden(area, !takeover);
  setText(part('takeoverTime'), !takeover ? '' : clock.isDoubtful ? NO_TIME : hm(now));
  var turned = document.body.classList.contains('taken') !== !!takeover;
  document.body.classList.toggle('taken', !!takeover);
  var bands = fillTold(part('bands'), shown.bands);
  var notices = fillTold(part('notices'), shown.notices);
  return turned || bands || notices;
}

function renderRooms(now) {
  var changed = false;
  var rows = document.querySelectorAll('.room');
  Array.prototype.forEach.call(rows, function (row) {
    var room = row.getAttribute('data-room');
    if (!state.boards[room]) {
      return;
    }
    var seen = glance(room, now);
    changed = renderRow(row, lobbyLines(seen, now), signsOfRoom(seen)) || changed;
  });
  var pause = venuePause(now);
  setText(part('pause'), pause);
  setHidden(part('pause'), !pause);
  setText(part('note'), kind === 'lobby' ? lobbyNote(now) : part('note').textContent);
  document.body.classList.toggle('telling', !!document.querySelector('.told-below'));
  return changed;
}

/** In the lobby the time of the first line stands under the room's name. */
function renderRow(row, model, signs) {
  var time = row.querySelector('.place .when');
  var filled = fill(row.querySelector('.lines'), JSON.stringify(model), function () {
    return model.map(function (line, i) {
      return time && i === 0 ? bareLineElement(line) : lineElement(line);
    });
  });
  if (time && filled) {
    renderTime(time, model[0]);
  }
  return fillSigns(row.querySelector('.place .signs'), signs) || filled;
}

function renderTime(node, line) {
  node.className = 'when ' + line.state;
  fill(node, JSON.stringify(line), function () {
    return whenParts(line);
  });
}

function fillSigns(node, signs) {
  return fill(node, JSON.stringify(signs), function () {
    return signElements(signs);
  });
}

function person(slot) {
  var name = slot.tbc ? '◌ ' + say('toBeConfirmed') : slot.name;
  return slot.affiliation ? name + ', ' + slot.affiliation : name;
}

/** Grouped by role; some slots have lately changed. */
function casts(people, fresh) {
  return ['speaker', 'moderator', 'host', 'introduced-by']
    .map(function (role) {
      var slots = people.filter(function (slot) {
        return slot.role === role;
      });
      return {
        role: say(slots.length === 1 ? role : role + 's'),
        people: slots.map(function (slot) {
          return { name: person(slot), fresh: isFresh(slot, fresh) ? say('new') : '' };
        })
      };
    })
    .filter(function (cast) {
      return cast.people.length > 0;
    });
}

function isFresh(slot, fresh) {
  return fresh.some(function (each) {
    return each.role === slot.role && each.slot === slot.slot;
  });
}

function freshSlots(session, seen) {
  return flatten(
    seen.notices
      .filter(function (notice) {
        return notice.kind === 'people' && notice.session === session.id;
      })
      .map(function (notice) {
        return notice.data.people;
      })
  );
}

function personElement(someone) {
  var made = content('dd', '', someone.name);
  if (someone.fresh) {
    made.appendChild(document.createTextNode(' '));
    made.appendChild(element('span', 'sign fresh', [someone.fresh]));
  }
  return made;
}

function castElement(cast) {
  return element('div', 'cast', [element('dt', '', [cast.role])].concat(cast.people.map(personElement)));
}

function headingOf(session, seen, now) {
  var pause = isPause(session);
  var onHold = isHeld(seen);
  var until = onHold ? say('now') : say(pause ? 'until' : 'nowUntil', hm(end(session)));
  var planned = onHold ? '' : was(plannedEnd(session), end(session), now);
  return element(
    'h2',
    'state ' + (pause ? 'pause' : 'now'),
    withGlyph(pause ? '' : '●')
      .concat(until, ' ', struck(planned))
      .concat(element('span', 'signs', signElements(signsBeside(session, seen, now))))
  );
}

function showingElement(session, seen, now) {
  var parts = [headingOf(session, seen, now)];
  if (session.label) {
    parts.push(content('p', 'label', session.label));
  }
  parts.push(content('p', 'title', session.title));
  if (session.organiser) {
    parts.push(content('p', 'organiser', say('organisedBy', session.organiser)));
  }
  var all = casts(session.people, freshSlots(session, seen));
  if (!isHeld(seen)) {
    var bar = document.createElement('progress');
    bar.max = (end(session) - start(session)) / 1000;
    parts.push(element('p', 'progress', [bar, ' ', element('span', 'left', [''])]));
  }
  parts.push(element('dl', 'people', all.map(castElement)));
  return element('section', 'showing', parts);
}

/** How late what comes next is stands above already, and what comes later stays quiet. */
function withoutLate(line) {
  line.signs = line.signs.filter(function (shown) {
    return shown.state !== 'late';
  });
  return line;
}

function comingElement(heading, className, sessions, seen, now) {
  return element(
    'section',
    className,
    [element('h2', '', [heading])].concat(
      sessions.map(function (session) {
        return lineElement(withoutLate(nextLine(session, seen, now)));
      })
    )
  );
}

function doorElements(seen, now) {
  var parts = seen.now.map(function (session) {
    return showingElement(session, seen, now);
  });
  if (!seen.now.length) {
    parts.push(
      element('section', 'showing idle', [element('h2', 'state idle', [idle(seen, now)])])
    );
  }
  if (seen.next.length) {
    parts.push(comingElement(say('next'), 'coming', seen.next, seen, now));
  }
  if (seen.later.length) {
    parts.push(comingElement(say('later'), 'coming later', seen.later, seen, now));
  }
  return parts;
}

function renderDoor(now) {
  var seen = glance(ownRoom, now);
  var door = part('door');
  var told = toldAtDoor(seen, now);
  var news = fillTold(part('news'), told);
  document.body.classList.toggle('telling', told.length > 0);
  var changed = fill(door, JSON.stringify([seen, state.rooms, local(now).day, spoken]), function () {
    return doorElements(seen, now);
  });
  seen.now.forEach(function (session, i) {
    var showing = door.querySelectorAll('.showing')[i];
    var bar = showing.querySelector('progress');
    if (bar) {
      changed = setHidden(showing.querySelector('.progress'), !countsDown()) || changed;
      var left = minutesLeft(end(session), now);
      bar.value = (now - start(session)) / 1000;
      bar.setAttribute('aria-label', left);
      setText(showing.querySelector('.left'), left);
    }
  });
  return changed || news;
}

var VIEWS = {
  lobby: renderRooms,
  door: renderDoor
};

function setAll(name, text) {
  Array.prototype.forEach.call(document.querySelectorAll('[data-part="' + name + '"]'), function (node) {
    setText(node, text);
  });
}

function render() {
  var now = eventNow();
  var otherRoom = renderBulletin(now);
  var otherBoard = VIEWS[kind](now);
  setText(part('time'), clock.isDoubtful ? NO_TIME : hm(now));
  setText(part('day'), dayLabel(now));
  var otherAge = renderAge();
  if (otherRoom || otherBoard || otherAge) {
    turnPages();
  }
}
