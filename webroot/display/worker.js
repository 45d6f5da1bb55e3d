/*
 * Keeps the pages of lobby, doors and paired screens for when no server answers. It keeps only them and what they are made of:
 * never an answer of the API, and no other page; /programme has a worker of its own, whose scope is the closer one.
 * The server writes VERSION and KEPT before this.
 */
var FAMILY = 'callboard-screen-';
var CACHE = FAMILY + VERSION;
var BOOT = '/screen';
var PATIENCE_MS = 3000; // a line that is worse than none is not waited for
var MOST_PAGES = 12; // a screen shows one or two; somebody who looks around, more

function pathOf(url) {
  return url.pathname + url.search;
}

/** A page that stands still at an instant is no screen. */
function isPage(url) {
  var isScreen = url.pathname === '/' || /^\/(screen|rooms\/[^/]+)$/.test(url.pathname);
  return isScreen && url.origin === self.location.origin && !/[?&](at|asOf)=/.test(url.search);
}

function isPart(path) {
  return KEPT.indexOf(path) >= 0;
}

function dropOldest(cache) {
  return cache.keys().then(function (requests) {
    var pages = requests.filter(function (request) {
      return !isPart(pathOf(new URL(request.url)));
    });
    var most = Math.max(0, pages.length - MOST_PAGES);
    return Promise.all(
      pages.slice(0, most).map(function (request) {
        return cache.delete(request);
      })
    );
  });
}

/** The kept page says that it was kept, and when. One of another version would not go with what is kept here. */
function keep(url, answer) {
  return Promise.all([caches.open(CACHE), answer.text()]).then(function (found) {
    var cache = found[0];
    if (!answer.ok || found[1].indexOf(VERSION) < 0) {
      return answer.status === 404 ? cache.delete(pathOf(url)) : false;
    }
    var text = found[1].replace('<body ', '<body data-kept="' + Date.now() + '" ');
    return cache
      .put(pathOf(url), new Response(text, { headers: answer.headers }))
      .then(function () {
        return dropOldest(cache);
      });
  });
}

/** The pages that are open came before there was a worker to keep them; and a paired screen boots at its own page. */
function keepOpen() {
  return self.clients.matchAll({ includeUncontrolled: true, type: 'window' }).then(function (open) {
    return Promise.all(
      open
        .map(function (client) {
          return client.url;
        })
        .concat(self.location.origin + BOOT)
        .map(function (address) {
          return new URL(address);
        })
        .filter(isPage)
        .map(function (url) {
          return fetch(pathOf(url), { cache: 'no-store' }).then(function (answer) {
            return keep(url, answer);
          });
        })
    );
  });
}

function install() {
  return caches
    .open(CACHE)
    .then(function (cache) {
      return cache.addAll(KEPT);
    })
    .then(keepOpen)
    .then(function () {
      return self.skipWaiting();
    });
}

function activate() {
  return caches
    .keys()
    .then(function (names) {
      var old = names.filter(function (name) {
        return name.indexOf(FAMILY) === 0 && name !== CACHE;
      });
      return Promise.all(
        old.map(function (name) {
          return caches.delete(name);
        })
      );
    })
    .then(function () {
      return self.clients.claim();
    });
}

function after(milliseconds) {
  return new Promise(function (resolve) {
    setTimeout(resolve, milliseconds);
  });
}

/** The same page, else that page as it was asked for otherwise. */
function kept(url) {
  return caches.open(CACHE).then(function (cache) {
    return cache.match(pathOf(url)).then(function (found) {
      return found || cache.match(pathOf(url), { ignoreSearch: true });
    });
  });
}

function page(event, url) {
  var fresh = fetch(event.request);
  event.waitUntil(
    fresh
      .then(function (answer) {
        return keep(url, answer.clone());
      })
      .catch(function () {
        return false; // no server, so nothing newer
      })
  );
  var inTime = fresh.catch(function () {
    return undefined;
  });
  return Promise.race([inTime, after(PATIENCE_MS)]).then(function (answer) {
    if (answer && answer.status < 500) {
      return answer;
    }
    return kept(url).then(function (found) {
      return found || fresh;
    });
  });
}

function file(path, request) {
  return caches.open(CACHE).then(function (cache) {
    return cache.match(path).then(function (found) {
      return found || fetch(request);
    });
  });
}

self.addEventListener('install', function (event) {
  event.waitUntil(install());
});
self.addEventListener('activate', function (event) {
  event.waitUntil(activate());
});
self.addEventListener('fetch', function (event) {
  var url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (isPage(url)) {
    event.respondWith(page(event, url)); // as well where a paired screen tries whether it can be had
  } else if (isPart(pathOf(url))) {
    event.respondWith(file(pathOf(url), event.request));
  }
});
