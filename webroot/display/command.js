/* What the board of a paired screen does when it is told, and how it finds out by itself. */
'use strict';

var ASK_MS = 60000; // how often a board asks whether it is still the right one
var IDENTIFY_MS = 10000;

/** The board looks whether it is still what it is to be. */
function askWhatToBe() {
  var kept = keptScreen();
  if (!kept || leaving) {
    return;
  }
  askState(kept, function (status, json) {
    if (json && json.state === 'paired') {
      kept.assignment = json.assignment;
      keepScreen(kept);
      if (boardOf(kept) !== addressShown()) {
        leaveFor(boardOf(kept));
      }
    }
    if (isUnpaired(kept, json)) {
      forgetScreen();
      leaveFor('/screen');
    } else if (farewells) {
      setTimeout(askWhatToBe, AGAIN_MS);
    }
  });
}

function identify(kept) {
  var shown = document.createElement('div');
  shown.className = 'identify';
  shown.setAttribute('role', 'status');
  shown.textContent = kept.assignment ? kept.assignment.name : kept.id;
  document.body.appendChild(shown);
  setTimeout(function () {
    shown.parentNode.removeChild(shown);
  }, IDENTIFY_MS);
}

var COMMANDS = {
  identify: identify,
  reload: function () {
    leaveFor(addressShown());
  },
  assign: askWhatToBe
};

/** A board that a paired screen shows obeys; any other page has nothing to obey. */
function beginCommands() {
  var kept = keptScreen();
  if (kept && screenName === kept.id) {
    screenSecret = kept.secret;
    obey = function (message) {
      if (COMMANDS[message.do]) {
        COMMANDS[message.do](keptScreen() || kept);
      }
    };
    setInterval(askWhatToBe, ASK_MS * (1 + Math.random()));
    setTimeout(askWhatToBe, AGAIN_MS);
  }
}

beginCommands();
