/* The views of the console, in the order in which they are offered: one line each. */

import { view as day } from './day.js';
import { view as attention } from './attention.js';
import { view as conflicts } from './conflicts.js';
import { view as slots } from './slots.js';
import { view as announcements } from './announce.js';
import { view as screens } from './screens.js';
import { view as journal } from './journal.js';
import { view as rehearsal } from './rehearsal.js';
import { view as hosts } from './hosts.js';
import { view as accounts } from './accounts.js';
import { view as webhooks } from './webhooks.js';

export const views = [
  day,
  attention,
  conflicts,
  slots,
  announcements,
  screens,
  journal,
  rehearsal,
  hosts,
  accounts,
  webhooks,
];
