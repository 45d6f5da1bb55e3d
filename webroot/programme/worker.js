/*
 * Keeps the attendee's page for when there is no network. It keeps only the page and what it is made of:
 * never an answer of the API, never another page. The server writes VERSION and KEPT before this.
 */
const PAGE = '/programme';
const CACHE = 'callboard-programme-' + VERSION;
const PATIENCE_MS = 4000; // a line that is worse than none is not waited for

/** The kept page says that it was kept. A page of another version would not go with what is kept here. */
async function keep(answer) {
  const text = await answer.text();
  if (answer.ok && text.includes(VERSION)) {
    const cache = await caches.open(CACHE);
    const kept = text.replace('data-source="server"', 'data-source="device"');
    await cache.put(PAGE, new Response(kept, { headers: answer.headers }));
  }
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(KEPT);
  await keep(await fetch(PAGE, { cache: 'no-store' }));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('callboard-programme-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function page(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => keep(answer.clone())).catch(() => {}));
  const inTime = await Promise.race([fresh.catch(() => undefined), after(PATIENCE_MS)]);
  if (inTime?.ok) {
    return inTime;
  }
  return (await caches.match(PAGE)) || fresh;
}

async function file(request) {
  return (await caches.match(request)) || fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  const isFixed = url.searchParams.has('at') || url.searchParams.has('asOf');
  if (event.request.mode === 'navigate' && url.pathname === PAGE && !isFixed) {
    event.respondWith(page(event));
  } else if (KEPT.includes(url.pathname)) {
    event.respondWith(file(event.request));
  }
});
