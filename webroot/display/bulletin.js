/* Which announcements this screen shows at an instant; they open and close by event time, line or no line. */
'use strict';

var LEVELS = ['safety', 'urgent', 'notice', 'ambient'];
var MODES = ['live', 'exercise', 'test'];
var screenName = ''; // the screen's own, where its address gives it one
var previewed = []; // drafts that a console shows in this page

var ROLES = { lobby: 'lobby', door: 'door', programme: 'phone' };

function isForThisScreen(target) {
  var room = roomOf(ownRoom) || { id: '', zone: '' };
  function allows(named, actual) {
    return !named || named === actual;
  }
  return (
    allows(target.room, room.id) &&
    allows(target.zone, room.zone) &&
    allows(target.role, ROLES[kind]) &&
    allows(target.screen, screenName)
  );
}

function isOpen(announcement, now) {
  return announcement.from <= now && (announcement.end === null || now < announcement.end);
}

function gravestFirst(a, b) {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    MODES.indexOf(a.mode) - MODES.indexOf(b.mode) ||
    a.from - b.from ||
    (a.id < b.id ? -1 : 1)
  );
}

/** What was agreed to be said in danger; it is on the device before it is needed. */
var agreed = JSON.parse(document.body.getAttribute('data-agreed') || '{}');

/** The agreed words in a language for what says just them, or their headline, in another. */
function agreedText(announcement, language) {
  var found = Object.keys(agreed).filter(function (occasion) {
    return Object.keys(agreed[occasion]).some(function (other) {
      var words = agreed[occasion][other];
      var isDetail = !announcement.detail || announcement.detail === words[1];
      return announcement.headline === words[0] && isDetail;
    });
  })[0];
  var words = found && agreed[found][language];
  return words ? { headline: words[0], detail: announcement.detail && words[1] } : null;
}

/** Its words in the languages of the page, else those agreed, else in its own. */
function textOf(announcement) {
  var texts = spoken.map(function (language) {
    return announcement.texts[language] || agreedText(announcement, language) || announcement;
  });
  function each(name) {
    return beside(
      texts.map(function (text) {
        return text[name];
      })
    );
  }
  return { headline: each('headline'), detail: each('detail') };
}

/** How a sign of each action is drawn, what was agreed to be said for it, and the words that tell it. */
var actions = JSON.parse(document.body.getAttribute('data-actions') || '{}');

/** Whether a text begins with whole words, however they are written. */
function beginsWith(text, words) {
  var next = text.charAt(words.length);
  var isWhole = next.toLowerCase() === next.toUpperCase(); // no letter, or the end
  return isWhole && text.slice(0, words.length).toLowerCase() === words.toLowerCase();
}

function tells(action, headline) {
  return (
    actions[action].says.indexOf(headline) >= 0 ||
    actions[action].begins.some(function (words) {
      return beginsWith(headline, words);
    })
  );
}

/** What an announcement tells people to do: nothing that its first words do not, and no two things. */
function actionOf(announcement) {
  var headlines = [announcement.headline].concat(
    Object.keys(announcement.texts).map(function (language) {
      return announcement.texts[language].headline;
    })
  );
  var told = Object.keys(actions).filter(function (action) {
    return headlines.some(tells.bind(null, action));
  });
  return told.length === 1 ? told[0] : 'attention';
}

/** The words at the beginning of a headline that say what to do; or nothing. */
function leadOf(action, headline) {
  var said = (actions[action] ? actions[action].begins : []).filter(function (words) {
    return beginsWith(headline, words) && words.length < headline.length;
  });
  var longest = said.reduce(function (most, words) {
    return Math.max(most, words.length);
  }, 0);
  return headline.slice(0, longest);
}

function watermark(announcement) {
  return announcement.mode === 'live' ? '' : say(announcement.mode);
}

/** What is not meant says so before all else. */
function headline(announcement) {
  var mark = watermark(announcement);
  return (mark ? mark + ': ' : '') + textOf(announcement).headline;
}

function takesOver(announcement) {
  return announcement.level === 'safety' && !announcement.allClear;
}

function announced(announcement) {
  var shown = announcement.allClear
    ? sign('good', '●', headline(announcement))
    : announcement.level === 'notice'
      ? sign('notice', '', headline(announcement))
      : sign('late', '▲', headline(announcement));
  return plainly('plain', shown, textOf(announcement).detail);
}

/** What is shown now: a takeover alone, or bands, notices and what is ambient. */
function bulletin(now) {
  var open = state.venue.announcements
    .concat(previewed)
    .filter(function (each) {
      return isOpen(each, now) && each.targets.some(isForThisScreen);
    })
    .sort(gravestFirst);
  var safety = open.filter(takesOver)[0] || null;
  if (safety) {
    return { takeover: safety, bands: [], notices: [], ambient: '' };
  }
  var bands = open.filter(function (each) {
    return each.level === 'urgent' || each.level === 'safety';
  });
  var notices = open.filter(function (each) {
    return each.level === 'notice';
  });
  var ambient = open.filter(function (each) {
    return each.level === 'ambient';
  })[0];
  var free = !bands.length && !notices.length;
  return {
    takeover: null,
    bands: bands.map(announced),
    notices: notices.map(announced),
    ambient: ambient && free ? headline(ambient) : ''
  };
}

/** The next instant at which an announcement opens or closes. */
function nextBulletin(now) {
  return state.venue.announcements.reduce(function (soonest, each) {
    return [each.from, each.end].reduce(function (min, turn) {
      return turn !== null && turn > now ? Math.min(min, turn) : min;
    }, soonest);
  }, Infinity);
}
