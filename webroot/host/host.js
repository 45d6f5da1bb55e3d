/*
 * The page of a room's host, for one thumb. What is on comes over the live channel as on every screen; an
 * action goes out as a tap, and what became of it is said in words.
 */
'use strict';

var UNDO_MS = 30000;
var MOST_TOLD = 3;

var revision = link.revision; // the newest that was heard of
var told = []; // what became of the last taps: {tone, words, undo, until}
var isRefreshing = false;

function button(className, text, why, act) {
  var made = element('button', className, [content('span', 'label', text)]);
  made.type = 'button';
  if (why) {
    made.setAttribute('aria-disabled', 'true');
    made.appendChild(document.createTextNode(' '));
    made.appendChild(content('span', 'why', why));
  }
  made.addEventListener('click', act);
  return made;
}

function waiting(action) {
  return taps.filter(function (kept) {
    return kept.name === action.name;
  })[0];
}

/** One tap of a kind at a time, but five minutes can be asked for twice. */
function reasonAgainst(action) {
  return waiting(action) && action.name !== 'fiveMore' ? say('waiting') : action.why;
}

function actionElement(action) {
  var why = reasonAgainst(action);
  return button('action ' + action.name, action.text, why, function () {
    if (why) {
      told = [];
      tell('plain', action.text + ': ' + why, null);
    } else {
      told = [];
      tap(action);
    }
  });
}

/** Buttons are made anew only where one changes, and focus stays where it is. */
function renderActions(now) {
  var all = ended ? [] : actionsAt(glance(ownRoom, now), now);
  var area = part('actions');
  var key = JSON.stringify([all, all.map(reasonAgainst)]);
  var focused = Array.prototype.indexOf.call(area.children, document.activeElement);
  if (fill(area, key, function () {
    return all.map(actionElement);
  }) && area.children[focused]) {
    area.children[focused].focus();
  }
}

function keptElement(kept) {
  if (!isOld(kept)) {
    return element('p', 'tap', [
      isSending && kept === taps[0] && Date.now() - kept.tapped < PATIENCE_MS
        ? say('sending', kept.text)
        : '◷ ' + say('willBeSent', kept.text, hm(kept.at))
    ]);
  }
  return element('div', 'tap old', [
    element('p', '', ['◷ ' + say('tooOld', kept.text, hm(kept.at))]),
    button('small', say('sendNow'), '', function () {
      insist(kept);
    }),
    button('small', say('discard'), '', function () {
      discard(kept);
    })
  ]);
}

function isSpokenOf(kept) {
  return Date.now() - kept.tapped > NOTICED_MS;
}

function renderKept() {
  var shown = ended ? [] : taps.filter(isSpokenOf);
  fill(part('kept'), JSON.stringify([shown, shown.map(isOld), isSending]), function () {
    return shown.map(keptElement);
  });
}

function tell(tone, words, undo) {
  var news = { tone: tone, words: words, undo: undo, until: Date.now() + UNDO_MS };
  var others = told.filter(function (each) {
    return each.words !== words;
  });
  told = others.concat(news).slice(-MOST_TOLD);
  goOn();
}

function undoing(revisionToUndo) {
  return { name: 'undo', text: say('undo'), body: { type: 'undo', revision: revisionToUndo } };
}

function canUndo(news) {
  return !!news.undo && Date.now() < news.until && !ended;
}

function resultElement(news) {
  var glyph = news.tone === 'good' ? '●' : news.tone === 'late' ? '▲' : '';
  var shown = [directed(element('p', 'words ' + news.tone, withGlyph(glyph).concat(news.words)))];
  if (canUndo(news)) {
    shown.push(
      button('small', say('undo'), '', function () {
        told = [];
        tap(undoing(news.undo));
      })
    );
  }
  return element('div', 'news', shown);
}

function renderResult() {
  fill(part('result'), JSON.stringify([told, told.map(canUndo)]), function () {
    return told.map(resultElement);
  });
}

function endLink() {
  ended = true;
  tell('late', say('linkEnded'), null);
}

/** Asks how the room stands, when something may have changed that its board does not show. */
function refresh() {
  if (isRefreshing || ended) {
    return;
  }
  isRefreshing = true;
  request('GET', '/api/host', null, {})
    .then(function (answer) {
      isRefreshing = false;
      if (answer.status === 401) {
        endLink();
      } else if (answer.status === 200) {
        tellAnswers(link.calls, answer.json.calls);
        link = answer.json;
        revision = Math.max(revision, link.revision);
        goOn();
        follow(link); // something may have happened while this was on its way
      }
    })
    .catch(function () {
      isRefreshing = false; // the next tick asks again
    });
}

/** A call that is open no longer was answered, unless it was this phone that took it back. */
function tellAnswers(before, after) {
  var open = after.map(function (call) {
    return call.id;
  });
  before.forEach(function (call) {
    var isUndone = told.some(function (news) {
      return news.words === say('takenBack');
    });
    if (open.indexOf(call.id) < 0 && !isUndone) {
      tell('good', say(call.kind === 'help' ? 'helpAnswered' : 'speakerAnswered'), null);
    }
  });
}

/** Whatever comes over the line says which revision there is. */
function follow(message) {
  revision = Math.max(revision, message.revision || 0);
  if (revision > link.revision) {
    refresh();
  }
}

function render() {
  var now = eventNow();
  var seen = glance(ownRoom, now);
  var area = document.querySelector('main .room');
  renderBulletin(now);
  renderRow(area, lines(seen, now), signsOfRoom(seen));
  setText(part('time'), hm(now));
  renderAge();
  renderResult();
  renderKept();
  renderActions(now);
}

function goOn() {
  if (state.venue && state.boards[ownRoom]) {
    render();
  }
}

/** The line is back, as far as can be told: what waits is sent. */
function wake() {
  if (taps.length && !isSending) {
    flush();
  }
}

Object.keys(HEARD).forEach(function (type) {
  var hearing = HEARD[type];
  HEARD[type] = function (message) {
    hearing(message);
    follow(message);
    wake();
  };
});

JSON.parse(document.body.getAttribute('data-messages')).forEach(function (message) {
  HEARD[message.type](message);
});
document.body.classList.add('alive');
goOn();
connect();
setInterval(watch, 1000);
setInterval(goOn, 1000);
setInterval(measure, 30000);
window.addEventListener('online', flush);
flush();
