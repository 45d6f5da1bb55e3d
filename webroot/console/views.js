/* The views of the console, in the order in which they are offered: one line each. */

import { view as day } from './day.js';
import { view as attention } from './attention.js';
import { view as slots } from './slots.js';
import { view as journal } from './journal.js';

export const views = [
  day,
  attention,
  slots,
  journal,
];
