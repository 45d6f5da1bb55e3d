/* The line to the server. It is lost once it has been gone for a moment, and says since when. */

import * as clock from './clock.js';

const SILENT_MS = 25000; // a line that says nothing for this long is dead: ticks come every 10 s
const GRACE_MS = 1500; // a line that is back within this was never lost
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10000;
const MEASURE_MS = 30000;

export class Line {
  #socket = null;
  #heard;
  #turned;
  #lastHeard = performance.now();
  #retryMs = FIRST_RETRY_MS;
  #grace = 0;
  #lostSince = 0;

  /** @param heard called with each message; @param turned called when the line is lost or back */
  constructor(heard, turned) {
    this.#heard = heard;
    this.#turned = turned;
    this.#connect();
    setInterval(() => this.#watch(), 1000);
    setInterval(() => this.#measure(), MEASURE_MS);
    addEventListener('offline', () => this.#socket.close());
    addEventListener('online', () => this.#connect());
  }

  get isLost() {
    return this.#lostSince > 0;
  }

  /** Event time from which nothing was heard; 0 while the line is up. */
  get lostSince() {
    return this.#lostSince;
  }

  #connect() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) {
      return;
    }
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
    this.#socket = socket;
    this.#lastHeard = performance.now();
    socket.onopen = () => {
      this.#measure();
      socket.send(JSON.stringify({ type: 'subscribe', topics: ['*'], screen: null, have: null, role: 'console' }));
    };
    socket.onmessage = (event) => this.#hear(JSON.parse(event.data));
    socket.onclose = () => this.#gone();
  }

  #hear(message) {
    this.#lastHeard = performance.now();
    this.#retryMs = FIRST_RETRY_MS;
    clearTimeout(this.#grace);
    this.#grace = 0;
    if (this.isLost) {
      this.#lostSince = 0;
      this.#turned();
    }
    this.#heard(message);
  }

  #gone() {
    const since = clock.now();
    this.#grace ||= setTimeout(() => this.#lose(since), GRACE_MS);
    setTimeout(() => this.#connect(), Math.random() * this.#retryMs);
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2);
  }

  #lose(since) {
    if (!this.isLost) {
      this.#lostSince = since;
      this.#turned();
    }
  }

  #watch() {
    const silent = performance.now() - this.#lastHeard;
    if (this.#socket.readyState <= WebSocket.OPEN && silent > SILENT_MS) {
      this.#socket.close();
    }
  }

  #measure() {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ type: 'time', t0: performance.now() }));
    }
  }
}
