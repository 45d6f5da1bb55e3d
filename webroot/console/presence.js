/* Who else has the same session or room open. The server forgets whoever has not said so for 30 s. */

import * as api from './api.js';

const SAY_MS = 5000;
const tab = api.newKey();

/** Says what is open here until stop() is called; heard(others) is told who has it open as well. */
export function present(session, rooms, heard) {
  let timer = 0;
  let stopped = false;
  const tell = async () => {
    const { status, json } = await api.post('/api/presence', { tab, session, rooms });
    if (!stopped) {
      if (status === 200) {
        heard(json.others);
      }
      timer = setTimeout(tell, SAY_MS);
    }
  };
  tell();
  return () => {
    stopped = true;
    clearTimeout(timer);
    api.post('/api/presence', { tab, session: null, rooms: [] });
  };
}
