/* What the device keeps for when there is no network: the last state with its instant, and the page itself. */
import { state, clock, eventNow, say, hm, part, setAll, setText, setHidden, setClock } from './board.js';
import { listMessage } from './days.js';
import { load, save } from './store.js';

const AGE_MS = 30000; // from here the page says how old it is
const BAND_MS = 90000; // from here it says that live updates are interrupted
const UPDATE_MS = 3600000;

let heardAt = performance.now(); // when something came from the server last, on this device's own watch
let heardEvent = 0; // and what the event's clock said then
let isOld = false; // whether what is shown was kept by the device, and nothing newer has come

/** The server has spoken: what is shown holds now. */
export function heard() {
  heardAt = performance.now();
  heardEvent = eventNow();
  isOld = false;
  save('heard', { event: heardEvent, wall: Date.now(), speed: clock.speed });
}

export function keep() {
  const boards = Object.values(state.boards);
  save('last', { messages: [state.venue, ...boards, listMessage()] });
}

/** A page that the device itself kept goes on from the last state that it heard. */
export function recall(hear) {
  isOld = true;
  const last = load('last');
  const kept = load('heard');
  heardEvent = eventNow();
  if (last && kept) {
    last.messages.forEach(hear);
    const passed = Math.max(0, Date.now() - kept.wall);
    setClock(kept.event + passed * kept.speed, performance.now(), kept.speed);
    heardEvent = kept.event;
  }
}

export function renderAge() {
  const silent = performance.now() - heardAt;
  const isCut = isOld || navigator.onLine === false;
  const at = hm(heardEvent);
  setAll('age', silent > AGE_MS || isCut ? say('asOf', at) : '');
  const words = isCut ? say('offline', at) : silent > BAND_MS ? say('interrupted') : '';
  setText(part('band'), words ? '◷ ' + words : '');
  setHidden(part('band'), !words);
}

/** A service worker is a script that is named here alone. */
function workerUrl() {
  const url = '/programme/worker.js';
  return window.trustedTypes
    ? trustedTypes.createPolicy('callboard-worker', { createScriptURL: () => url }).createScriptURL(url)
    : url;
}

/** A new version takes over while nobody is looking. */
function reloadUnseen() {
  if (document.visibilityState === 'hidden') {
    location.reload();
  } else {
    document.addEventListener('visibilitychange', () => location.reload(), { once: true });
  }
}

export async function beginOffline() {
  if (!navigator.serviceWorker) {
    return;
  }
  const hadWorker = navigator.serviceWorker.controller !== null;
  try {
    const registration = await navigator.serviceWorker.register(workerUrl(), { scope: '/programme' });
    setInterval(() => registration.update().catch(() => {}), UPDATE_MS);
    if (hadWorker) {
      navigator.serviceWorker.addEventListener('controllerchange', reloadUnseen, { once: true });
    }
  } catch (refused) {
    // Without it the page is as good, but only while there is a network.
    console.info('This browser keeps no page for offline.', refused.name);
  }
}
