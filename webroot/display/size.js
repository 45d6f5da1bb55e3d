/*
 * How large letters are: by how far off they are read, and how large a screen they stand on.
 *
 * EN 301 549 §5.1.4 asks for capitals of 0.7° at the distance that is stated, which is 12.2 mm a metre. What must be
 * read from there (rooms, states, takeovers) stands at three times the size of the small print, titles and people
 * at two times: 12.45, 8.3 and 4.15 mm a metre. These are floors: where a screen has more space, all of it is larger.
 */
'use strict';

var SMALL_MM = 4.15; // height of capitals of the small print, a metre of distance
var CAPITALS = 0.668; // of the em, in the typeface that ships; those that stand in for it have taller ones
var MM_PER_INCH = 25.4;
var NARROW_PX = 700; // up to here a page is read in the hand, unless its address says otherwise
var LEAST_WIDTH = 20; // in the size of the small print: less, and a line is only a word or two
var LEAST_HEIGHT = 12;
var COLUMNS_WIDTH = 38; // from here rooms have a column of their own, where their names leave space for it
var TIGHT_HEIGHT = 20; // up to here there is space for one thing at a time

var DISTANCE_M = { lobby: 4, door: 1.5 };
var DIAGONALS = { lobby: [[1920, 55], [1280, 43], [0, 32]], door: [[1920, 24], [1280, 22], [0, 10.1]] }; // by pixels of the longer side

/** How letters stand now: {rem, distance, reach, isShort}; reach is from how far off they can be read. */
var letters = null;

/** A number that the address gives, where it is one and between two others. */
function asked(name, least, most) {
  var text = new RegExp('[?&]' + name + '=([0-9.]+)(?:&|$)').exec(pageQuery);
  var number = text ? parseFloat(text[1]) : NaN;
  return number >= least && number <= most ? number : null;
}

function diagonalOf(width, height) {
  var longer = Math.max(width, height);
  return DIAGONALS[kind].filter(function (each) {
    return longer >= each[0];
  })[0][1];
}

/** The size that a board has where distance asks for none: a landscape lobby then holds seven rooms. */
function calmSize(width, height) {
  return width > height ? height * 0.0155 : width * 0.025;
}

function lettersOn(width, height, distance, diagonal) {
  var pixelsPerMm = Math.sqrt(width * width + height * height) / (diagonal * MM_PER_INCH);
  var floor = ((SMALL_MM * distance) / CAPITALS) * pixelsPerMm;
  var most = Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT);
  return {
    rem: Math.ceil(Math.min(most, Math.max(floor, calmSize(width, height))) * 100) / 100,
    distance: distance,
    reach: Math.floor((distance * most * 10) / floor) / 10,
    isShort: floor > most
  };
}

function isInHand(width) {
  return width <= NARROW_PX && asked('distance', 0.3, 100) === null;
}

/** Sets the type of a lobby or a door; other pages are read in the hand. */
function setType() {
  var root = document.documentElement;
  var width = window.innerWidth;
  var height = window.innerHeight;
  var isSized = !!DISTANCE_M[kind] && !isInHand(width);
  letters = isSized
    ? lettersOn(
        width,
        height,
        asked('distance', 0.3, 100) || DISTANCE_M[kind],
        asked('diagonal', 4, 300) || diagonalOf(width, height)
      )
    : null;
  root.classList.toggle('sized', isSized);
  root.classList.toggle('stacked', isSized && width / letters.rem < COLUMNS_WIDTH);
  root.classList.toggle('wide', isSized && width > height);
  root.classList.toggle('tight', isSized && height / letters.rem < TIGHT_HEIGHT);
  if (isSized) {
    root.style.setProperty('--letters', letters.rem + 'px');
  }
  setText(part('reach'), reachWords());
}

/** Says where a screen is too small to be read from its distance, rather than showing two letters. */
function reachWords() {
  return letters && letters.isShort ? '▲ ' + say('tooFar', letters.distance, letters.reach) : '';
}
