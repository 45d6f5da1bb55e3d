/* What flows from page to page: atoms, in order, on pages as high as their area. */
'use strict';

var REPEAT_SHARE = 0.45; // of the board: what is higher is not repeated on its further pages

/** Hides or shows an atom, and with it what holds nothing else that is shown. */
function setAtom(area, atom, isShown) {
  atom.classList.toggle('off', !isShown);
  for (var around = atom.parentNode; around !== area; around = around.parentNode) {
    around.classList.toggle('off', !around.querySelector('.atom:not(.off)'));
  }
}

/** Brings atoms back to their whole, all of them shown or none. */
function resetAtoms(area, atoms, isShown) {
  atoms.forEach(function (atom) {
    atom.classList.add('atom');
    showWhole(atom);
  });
  atoms.forEach(function (atom) {
    setAtom(area, atom, isShown);
  });
}

/** What must not stand last on a page. */
function isHeading(atom) {
  return /^(H2|DT)$/.test(atom.tagName) || /label|watermark/.test(atom.className);
}

/** That it is an exercise stands on every page of it. */
function marksOver(atom) {
  return nodes('.watermark', atom.parentNode).filter(function (mark) {
    return mark !== atom;
  });
}

/** What stands again over an atom on a further page: of which session it is, or that it is an exercise. */
function repeatedOver(atom, limit) {
  var marks = marksOver(atom);
  if (marks.length) {
    return marks;
  }
  var showing = atom.parentNode.classList.contains('cast') ? atom.parentNode.parentNode.parentNode : null;
  var heads = showing ? nodes('.state, .title', showing) : [];
  heads.forEach(function (head) {
    head.classList.remove('off');
  });
  var height = heads.reduce(function (sum, head) {
    return sum + head.offsetHeight;
  }, 0);
  return height <= limit * REPEAT_SHARE ? heads : [];
}

function isFirst(each, i, all) {
  return all.indexOf(each) === i;
}

/** Lays atoms, in order, on pages as high as their area; optional ones only where there is space. */
function flowed(area, atoms) {
  var pages = [[]];
  function last() {
    return pages[pages.length - 1];
  }
  function fits() {
    return area.scrollHeight <= area.clientHeight + 1;
  }
  function put(atom) {
    setAtom(area, atom, true);
    last().push({ node: atom, slice: null, height: 0 });
  }
  function turn(before) {
    last().forEach(function (entry) {
      showWhole(entry.node);
    });
    atoms.forEach(function (atom) {
      setAtom(area, atom, false);
    });
    pages.push([]);
    before.forEach(put);
  }
  function carried() {
    var carry = [];
    while (last().length > 1 && isHeading(last()[last().length - 1].node)) {
      carry.unshift(last().pop().node);
    }
    return last().length === 1 && isHeading(last()[0].node) && !last()[0].slice ? null : carry;
  }
  function cut(atom) {
    var space = area.clientHeight - (area.scrollHeight - atom.offsetHeight);
    slicesOf(atom, space).forEach(function (slice, i) {
      if (i > 0) {
        turn(marksOver(atom));
        setAtom(area, atom, true);
      }
      last().push({ node: atom, slice: slice, height: 0 });
      showSlice(atom, slice);
    });
  }
  function place(atom) {
    setAtom(area, atom, true);
    if (fits()) {
      last().push({ node: atom, slice: null, height: 0 });
      return;
    }
    setAtom(area, atom, false);
    if (atom.classList.contains('optional')) {
      return;
    }
    var carry = last().length ? carried() : null;
    if (carry) {
      turn(repeatedOver(atom, area.clientHeight).concat(carry).filter(isFirst));
    }
    setAtom(area, atom, true);
    if (fits()) {
      last().push({ node: atom, slice: null, height: 0 });
    } else {
      cut(atom);
    }
  }
  resetAtoms(area, atoms, false);
  atoms.forEach(place);
  while (last().length && isHeading(last()[last().length - 1].node)) {
    last().pop(); // what it was the heading of had no space
  }
  return pages;
}

/** Shows the page of an area whose turn it is; answers how many it has. */
function turnFlow(area, atoms) {
  if (!isPaged()) {
    resetAtoms(area, atoms, true);
    return 1;
  }
  var pages = flowed(area, atoms);
  var turned = pages[page % pages.length];
  resetAtoms(area, atoms, false);
  turned.forEach(function (entry) {
    setAtom(area, entry.node, true);
    if (entry.slice) {
      showSlice(entry.node, entry.slice);
    }
  });
  shown = shown.concat(turned);
  return pages.length;
}
