/* How instants and labels are put into words, in the zone of the event. */
'use strict';

var labels = JSON.parse(document.body.getAttribute('data-labels'));

/** The languages that everything is said in at once. */
var spoken = (document.body.getAttribute('data-spoken') || document.documentElement.lang).split(',');

/** What several languages say, as the server puts it; what they say alike stands once. */
function beside(texts) {
  return texts
    .filter(function (text, i) {
      return texts.indexOf(text) === i;
    })
    .join(' / ');
}

function say(key) {
  var text = labels[key];
  for (var i = 1; i < arguments.length; i++) {
    text = text.split('{' + (i - 1) + '}').join(arguments[i]);
  }
  return text;
}

var zoned = null;

/** The wall clock of the event's zone, whatever the device's own: {date, weekday, hm}. */
function local(ms) {
  if (!zoned) {
    zoned = new Intl.DateTimeFormat('en-GB', {
      timeZone: state.venue.event.timezone,
      hour12: false,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit'
    });
  }
  var numbers = zoned.format(new Date(ms)).match(/([A-Za-z]+)\D+(\d+)\/(\d+)\/(\d+)\D+(\d+):(\d+)/);
  var hour = numbers[5] === '24' ? '00' : numbers[5];
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(numbers[1].slice(0, 3)),
    day: Date.UTC(+numbers[4], numbers[3] - 1, +numbers[2]) / 86400000,
    short: +numbers[2] + '.' + +numbers[3] + '.',
    hm: hour + ':' + numbers[6]
  };
}

function hm(ms) {
  return local(ms).hm;
}

/** A start as people say it now: its time alone while it is of today, else with its day. */
function when(start, now) {
  var then = local(start);
  var ahead = then.day - local(now).day;
  if (isToday(start, now)) {
    return then.hm;
  }
  if (ahead === 1) {
    return say('tomorrow', then.hm);
  }
  return ahead > 0 && ahead < 7
    ? say('onDay', labels.weekdays.split(',')[then.weekday], then.hm)
    : then.short + ' ' + then.hm;
}

/** A planned instant as it is struck through beside the one that holds; empty when they agree. */
function was(planned, live, now) {
  if (local(planned).day === local(live).day) {
    return hm(planned) === hm(live) ? '' : hm(planned);
  }
  return when(planned, now);
}

/** Whether people call it today: of the present date, or of the conference day under way. */
function isToday(ms, now) {
  return local(ms).day === local(now).day || isOfThisDay(ms, now);
}

function minutesLeft(end, now) {
  var minutes = Math.max(1, Math.ceil((end - now) / 60000));
  return minutes === 1 ? say('minuteLeft') : say('minutesLeft', minutes);
}
