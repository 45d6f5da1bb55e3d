/* What a page shows now, as a reader sees it: the text that is cut or printed over, and how large it stands. */
(function () {
  'use strict';

  var CLIPS = /hidden|auto|scroll/;
  var pen = document.createElement('canvas').getContext('2d');

  function textNodes() {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, null);
    var found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.nodeValue.trim() && walker.currentNode.parentElement.getClientRects().length) {
        found.push(walker.currentNode);
      }
    }
    return found;
  }

  /** The boxes of a text's lines, as high as its letters are. */
  function lines(node) {
    var size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    var range = document.createRange();
    range.selectNodeContents(node);
    return [].slice
      .call(range.getClientRects())
      .filter(function (box) { return box.width > 1; })
      .map(function (box) {
        var middle = (box.top + box.bottom) / 2;
        return { left: box.left, right: box.right, top: middle - size * 0.38, bottom: middle + size * 0.38 };
      });
  }

  function windows(node) {
    var found = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight, isScreen: true }];
    for (var around = node.parentElement; around !== document.documentElement; around = around.parentElement) {
      if (around !== document.body && CLIPS.test(getComputedStyle(around).overflowY)) {
        found.push(around.getBoundingClientRect());
      }
    }
    return found;
  }

  /** How much of a line a window shows: nothing (0), all (1), or a part. */
  function share(line, view) {
    if (line.bottom <= view.top + 2 || line.top >= view.bottom - 2) {
      return view.isScreen ? 0.5 : 0;
    }
    var isWhole = line.top >= view.top - 1 && line.bottom <= view.bottom + 1 && line.left >= view.left - 1 && line.right <= view.right + 1;
    return isWhole ? 1 : 0.5;
  }

  function seen(node) {
    var views = windows(node);
    return lines(node).map(function (line, i) {
      var shares = views.map(function (view) { return share(line, view); });
      line.share = Math.min.apply(Math, shares) === 0 ? 0 : Math.min.apply(Math, shares);
      line.text = node.nodeValue.trim();
      line.index = i;
      return line;
    });
  }

  function meet(a, b) {
    return a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  }

  function capitals(element) {
    var style = getComputedStyle(element);
    pen.font = style.fontWeight + ' 1000px ' + style.fontFamily; // large, since a browser rounds it to whole pixels
    return (pen.measureText('H').actualBoundingBoxAscent * parseFloat(style.fontSize)) / 1000;
  }

  function smallest(selector) {
    return [].slice
      .call(document.querySelectorAll(selector))
      .filter(function (each) { return each.getClientRects().length && each.textContent.trim(); })
      .map(function (each) { return { height: capitals(each), text: each.className + ' ' + each.textContent.trim().slice(0, 40) }; })
      .sort(function (a, b) { return a.height - b.height; })[0] || null;
  }

  window.audit = function (primary, secondary) {
    var all = textNodes().reduce(function (found, node) { return found.concat(seen(node)); }, []);
    var whole = all.filter(function (line) { return line.share === 1; });
    var problems = all
      .filter(function (line) { return line.share === 0.5; })
      .map(function (line) { return 'cut: ' + line.text.slice(0, 60) + ' (line ' + (line.index + 1) + ')'; });
    whole.forEach(function (a, i) {
      whole.slice(i + 1).forEach(function (b) {
        if (meet(a, b)) {
          problems.push('printed over: ' + a.text.slice(0, 40) + ' / ' + b.text.slice(0, 40));
        }
      });
    });
    var root = document.documentElement;
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) {
      problems.push('larger than the screen: ' + root.scrollWidth + 'x' + root.scrollHeight);
    }
    return {
      problems: problems,
      seen: whole.map(function (line) { return line.text + '#' + line.index; }),
      all: all.map(function (line) { return line.text + '#' + line.index; }),
      rooms: [].map.call(document.querySelectorAll('.room:not(.off)'), function (row) { return row.getAttribute('data-room'); }),
      mark: document.querySelector('[data-part=page]').textContent,
      primary: smallest(primary),
      secondary: smallest(secondary)
    };
  };
})();
