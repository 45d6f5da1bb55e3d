/* What is taller than its place is shown in slices, cut between its lines and never through one. */
'use strict';

var SHOW_TEXT = 4; // as NodeFilter names it

/** The boxes of all text in a node, and of a sign that stands among it. */
function textBoxes(node) {
  var boxes = [];
  var range = document.createRange();
  var walker = document.createTreeWalker(node, SHOW_TEXT, null, false);
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    boxes = boxes.concat(Array.prototype.slice.call(range.getClientRects()));
  }
  return boxes
    .concat(
      Array.prototype.map.call(node.querySelectorAll('svg'), function (drawn) {
        return drawn.getBoundingClientRect();
      })
    )
    .filter(function (box) {
      return box.height > 0 && box.width > 0;
    })
    .sort(function (a, b) {
      return a.top + a.bottom - b.top - b.bottom;
    });
}

/** The lines that a node's text stands in, each {top, bottom}; boxes that mostly overlap are of one line. */
function textLines(node) {
  return textBoxes(node).reduce(function (lines, box) {
    var last = lines[lines.length - 1];
    var shared = last ? Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top) : 0;
    if (last && shared > Math.min(last.bottom - last.top, box.height) / 2) {
      last.top = Math.min(last.top, box.top);
      last.bottom = Math.max(last.bottom, box.bottom);
    } else {
      lines.push({ top: box.top, bottom: box.bottom });
    }
    return lines;
  }, []);
}

/** Heights at which a node may be cut, from its own top; the last is its end. */
function cutsOf(node) {
  var top = node.getBoundingClientRect().top;
  var lines = textLines(node);
  var cuts = lines.slice(1).map(function (line, i) {
    return Math.round((lines[i].bottom + line.top) / 2 - top);
  });
  return cuts.concat(node.scrollHeight);
}

/** A node in slices no higher than a limit, as far as its lines allow: each {from, to}. */
function slicesOf(node, limit) {
  showWhole(node);
  node.classList.add('slice');
  node.scrollTop = 0;
  var slices = [{ from: 0, to: 0 }];
  cutsOf(node).forEach(function (cut) {
    var last = slices[slices.length - 1];
    if (last.to > last.from && cut - last.from > limit) {
      slices.push({ from: last.to, to: cut });
    } else {
      last.to = cut;
    }
  });
  node.classList.remove('slice');
  return slices;
}

/** How far it was turned is taken back while it can be: a browser keeps that of what scrolls no more. */
function showWhole(node) {
  node.scrollTop = 0;
  node.classList.remove('slice');
  node.style.height = '';
}

function showSlice(node, slice) {
  node.classList.add('slice');
  node.style.height = slice.to - slice.from + 'px';
  node.scrollTop = slice.from;
}
