/* How the console asks the server. The cookie says who asks; nothing secret is added here. */

const PATIENCE_MS = 15000;

async function ask(path, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options, signal: patience.signal });
    return { status: answer.status, json: await json(answer), retryAfter: Number(answer.headers.get('Retry-After')) || 0 };
  } catch {
    return { status: 0, json: {}, retryAfter: 0 };
  } finally {
    clearTimeout(timer);
  }
}

async function json(answer) {
  const text = await answer.text();
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

/** Answers { status, json, retryAfter }; status 0 where the server was not reached or did not answer. */
export function get(path) {
  return ask(path);
}

/**
 * Sends a change of something. A key makes a repeated request one and the same.
 * @param {{ key?: string, method?: string }} options
 */
export function post(path, body, { key, method = 'POST' } = {}) {
  const headers = { 'Content-Type': 'application/json' };
  if (key) {
    headers['Idempotency-Key'] = key;
  }
  return ask(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}

/** Sends a form with a file. */
export function send(path, form, key) {
  return ask(path, { method: 'POST', headers: key ? { 'Idempotency-Key': key } : {}, body: form });
}

/** A new key, for one tap. It is drawn without crypto.randomUUID, which plain http has not. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
