/*
 * The screens of the fan-out benchmark, and the organiser: one thread, one clock. It opens N WebSockets, publishes
 * states over HTTP that carry the instant of their sending ("@T" and 19 digits of nanoseconds), and times the receipt
 * of exactly that state at every screen. Every screen that misses one is counted. Needs nothing but Linux.
 *
 *   fan port=8080 n=1000 pid=SERVER body=FILE [name=value ...]        prints one line of JSON
 *
 * body is what is posted; its "@T0000000000000000000" becomes the instant. See `struct options` for the rest.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MARK "@T"
#define DIGITS 19
#define MARKED (2 + DIGITS)
#define OF_ONE_ADDRESS 1000   /* a server may bound what one address holds; these come from several */
#define AT_ONCE 256           /* handshakes in flight */
#define PATIENCE 20000000000LL

static struct options {
  int port, n, pid, warm, rounds, burst, storms, stalled, gap, kernel, show, hold;
  const char *name, *body, *live, *publish, *token, *subscribe;
} o = { .warm = 20, .rounds = 20, .burst = 20, .storms = 1, .gap = 5, .name = "server", .live = "/live",
        .publish = "/pub", .token = "", .subscribe = "" };

enum state { CALLING, GREETED, OPEN };

struct screen {
  int fd, carried;
  enum state state;
  char carry[MARKED], header[14];
  int headed;
  uint64_t left;              /* bytes of the message that are still to come */
  int64_t seen;               /* the newest state that it holds */
  uint64_t messages;
};

static struct screen *screens;
static int loop, publisher, holding;
static int64_t target;        /* the state that is waited for */
static int64_t *latency;
static long receipts, wrong, answers, refused;
static char *body;
static size_t body_length;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int64_t cpu_of(int pid) {
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &t)) return 0;
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long kilobytes(const char *file, const char *field) {
  char line[256];
  long value = 0;
  FILE *f = fopen(file, "r");
  while (f && fgets(line, sizeof line, f))
    if (!strncmp(line, field, strlen(field))) sscanf(line + strlen(field), "%ld", &value);
  if (f) fclose(f);
  return value;
}

static long rss(void) {
  char file[64];
  snprintf(file, sizeof file, "/proc/%d/status", o.pid);
  return kilobytes(file, "VmRSS:");
}

/* What TCP holds in the kernel, on this machine, in kB. */
static long kernel_memory(void) {
  char line[256];
  long pages = 0;
  FILE *f = fopen("/proc/net/sockstat", "r");
  while (f && fgets(line, sizeof line, f)) {
    char *mem = strstr(line, "mem ");
    if (!strncmp(line, "TCP:", 4) && mem) pages = atol(mem + 4);
  }
  if (f) fclose(f);
  return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void die(const char *what) {
  fprintf(stderr, "fan: %s: %s\n", what, strerror(errno));
  exit(2);
}

static int connected(int number, int blocking) {
  struct sockaddr_in from = { .sin_family = AF_INET }, to = { .sin_family = AF_INET, .sin_port = htons(o.port) };
  int yes = 1, fd = socket(AF_INET, SOCK_STREAM | (blocking ? 0 : SOCK_NONBLOCK), 0);
  if (fd < 0) die("socket (ulimit -n?)");
  from.sin_addr.s_addr = htonl(0x7F000101 + 256 * (number / OF_ONE_ADDRESS));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(fd, IPPROTO_IP, 24 /* IP_BIND_ADDRESS_NO_PORT */, &yes, sizeof yes);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (o.kernel) setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &yes, sizeof yes);
  if (bind(fd, (struct sockaddr *) &from, sizeof from)) die("bind");
  if (connect(fd, (struct sockaddr *) &to, sizeof to) && errno != EINPROGRESS) {
    close(fd);
    return -1;
  }
  return fd;
}

static void call(struct screen *s) {
  memset(s, 0, sizeof *s);
  s->fd = connected(s - screens, 0);
  if (s->fd < 0) return;
  struct epoll_event e = { .events = EPOLLOUT, .data.ptr = s };
  if (epoll_ctl(loop, EPOLL_CTL_ADD, s->fd, &e)) die("epoll_ctl");
}

static void say(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
    if (sent < 0 && errno == EAGAIN) continue;
    if (sent < 0) return;
    bytes += sent, length -= sent;
  }
}

static void greet(struct screen *s) {
  char request[512];
  int length = snprintf(request, sizeof request,
    "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", o.live, o.port);
  say(s->fd, request, length);
  s->state = GREETED;
  struct epoll_event e = { .events = EPOLLIN, .data.ptr = s };
  epoll_ctl(loop, EPOLL_CTL_MOD, s->fd, &e);
}

/* One masked text frame of fewer than 126 bytes; the mask is zero. */
static void subscribe(struct screen *s) {
  size_t length = strlen(o.subscribe);
  char frame[140] = { (char) 0x81, (char) (0x80 | length) };
  if (!length) return;
  memcpy(frame + 6, o.subscribe, length);
  say(s->fd, frame, 6 + length);
}

static void holds(struct screen *s, int64_t state, int64_t at) {
  if (!s->seen) holding++;
  if (state > s->seen) s->seen = state;
  if (state == target) latency[receipts++] = at - state;
}

static void look(struct screen *s, const char *bytes, size_t length, int64_t at) {
  char joined[2 * MARKED];
  int before = s->carried, first = length < MARKED ? (int) length : MARKED;
  memcpy(joined, s->carry, before);
  memcpy(joined + before, bytes, first);
  char *mark = before ? memmem(joined, before + first, MARK, 2) : NULL;
  if (mark && mark < joined + before && joined + before + first - mark >= MARKED)
    holds(s, strtoll(mark + 2, NULL, 10), at);
  const char *from = bytes, *end = bytes + length;
  while ((mark = memmem(from, end - from, MARK, 2)) && end - mark >= MARKED) {
    char digits[DIGITS + 1] = { 0 };
    memcpy(digits, mark + 2, DIGITS);
    holds(s, strtoll(digits, NULL, 10), at);
    from = mark + MARKED;
  }
  s->carried = length < MARKED - 1 ? (int) length : MARKED - 1;
  memcpy(s->carry, end - s->carried, s->carried);
}

/* The last message to one screen, as it came. */
static char shown[1 << 20];
static size_t shown_length;

static void hear(struct screen *s, const char *bytes, size_t length, int64_t at) {
  while (length > 0) {
    if (!s->left) {
      s->header[s->headed++] = *bytes++, length--;
      int kind = (unsigned char) s->header[1] & 0x7F, need = kind < 126 ? 2 : kind == 126 ? 4 : 10;
      if (s->headed < need) continue;
      if (kind < 126) s->left = kind;
      else for (int i = 2; i < need; i++) s->left = s->left << 8 | (unsigned char) s->header[i];
      s->headed = s->carried = 0;
      shown_length = 0;
      if ((s->header[0] & 0xF) == 1) s->messages++;
      else if ((s->header[0] & 0xF) == 8) wrong++;
    } else {
      size_t part = length < s->left ? length : s->left;
      look(s, bytes, part, at);
      if (o.show && shown_length + part < sizeof shown) memcpy(shown + shown_length, bytes, part), shown_length += part;
      bytes += part, length -= part, s->left -= part;
    }
  }
}

static int64_t arrival(struct msghdr *message) {
  for (struct cmsghdr *c = CMSG_FIRSTHDR(message); c; c = CMSG_NXTHDR(message, c))
    if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SO_TIMESTAMPNS) {
      struct timespec *t = (struct timespec *) CMSG_DATA(c);
      return t->tv_sec * 1000000000LL + t->tv_nsec;
    }
  return now();
}

static void receive(struct screen *s) {
  static char buffer[1 << 18];
  char control[256];
  struct iovec into = { buffer, sizeof buffer - 1 };
  struct msghdr message = { .msg_iov = &into, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
  ssize_t length = recvmsg(s->fd, &message, MSG_DONTWAIT);
  if (length < 0 && errno == EAGAIN) return;
  if (length <= 0) {
    if (s->seen) holding--, wrong++;
    close(s->fd);
    call(s);
    return;
  }
  int64_t at = o.kernel ? arrival(&message) : now();
  char *from = buffer;
  if (s->state == GREETED) {
    buffer[length] = 0;
    char *end = strstr(buffer, "\r\n\r\n");
    if (!end || strncmp(buffer, "HTTP/1.1 101", 12)) { wrong++; return; }
    s->state = OPEN;
    subscribe(s);
    length -= end + 4 - buffer, from = end + 4;
  }
  hear(s, from, length, at);
}

static void answered(void) {
  char buffer[65536];
  ssize_t length = recv(publisher, buffer, sizeof buffer - 1, MSG_DONTWAIT);
  if (length < 0 && errno == EAGAIN) return;
  if (length <= 0) { fprintf(stderr, "fan: the publisher was cut off\n"); exit(2); }
  buffer[length] = 0;
  for (char *status = strstr(buffer, "HTTP/1.1 "); status; status = strstr(status + 9, "HTTP/1.1 "))
    status[9] == '2' ? answers++ : (refused++, fprintf(stderr, "fan: %.400s\n", status));
}

static void serve(int wait) {
  struct epoll_event events[512];
  int ready = epoll_wait(loop, events, 512, wait);
  for (int i = 0; i < ready; i++) {
    struct screen *s = events[i].data.ptr;
    if (!s) answered();
    else if (s->state == CALLING && (events[i].events & (EPOLLERR | EPOLLHUP))) close(s->fd), call(s);
    else if (s->state == CALLING) greet(s);
    else receive(s);
  }
}

static int64_t publish(void) {
  char head[1024];
  int64_t at = now();
  char *mark = memmem(body, body_length, MARK, 2);
  char digits[DIGITS + 1];
  snprintf(digits, sizeof digits, "%019lld", (long long) at);
  memcpy(mark + 2, digits, DIGITS);
  int length = snprintf(head, sizeof head,
    "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n%s%s%sContent-Length: %zu\r\n\r\n",
    o.publish, o.port, *o.token ? "Authorization: Bearer " : "", o.token, *o.token ? "\r\n" : "", body_length);
  char *whole = malloc(length + body_length);
  memcpy(whole, head, length);
  memcpy(whole + length, body, body_length);
  say(publisher, whole, length + body_length);
  free(whole);
  return at;
}

static int compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *) a, y = *(const int64_t *) b;
  return (x > y) - (x < y);
}

/* Everybody is here and holds a state; the number of milliseconds that took. */
static double gather(void) {
  int64_t begun = now();
  int called = 0;
  while (holding < o.n) {
    while (called < o.n && called - holding < AT_ONCE) call(&screens[called++]);
    serve(20);
    if (now() - begun > 3 * PATIENCE) { fprintf(stderr, "fan: only %d of %d are here\n", holding, o.n); exit(2); }
  }
  return (now() - begun) / 1e6;
}

static double storm(void) {
  struct linger now_gone = { 1, 0 };
  int64_t begun = now();
  for (int i = 0; i < o.n; i++) {
    setsockopt(screens[i].fd, SOL_SOCKET, SO_LINGER, &now_gone, sizeof now_gone);
    close(screens[i].fd);
  }
  holding = 0;
  gather();
  return (now() - begun) / 1e6;
}

/* One state to everybody; how many did not get it. */
static long tell(void) {
  long before = receipts, wanted = o.n - o.stalled;
  int64_t begun = target = publish();
  if (o.kernel) usleep(o.kernel * 1000);
  while (receipts - before < wanted && now() - begun < PATIENCE) serve(o.kernel ? 5 : 0);
  return wanted - (receipts - before);
}

static void rest(int milliseconds) {
  for (int64_t until = now() + milliseconds * 1000000LL; now() < until; ) serve(1);
}

static double at(long from, long to, double share) {
  if (to == from) return 0;
  qsort(latency + from, to - from, sizeof *latency, compare);
  long index = from + (long) ((to - from) * share);
  return latency[index < to ? index : to - 1] / 1e6;
}

/* Many states in a tenth of a second; until everybody holds the last. */
static double burst(double *each) {
  uint64_t before = 0, after = 0;
  int64_t last = 0, begun = now();
  for (int i = 0; i < o.n; i++) before += screens[i].messages;
  target = 0;
  for (int i = 0; i < o.burst; i++) {
    while (now() < begun + i * 5000000LL) serve(0);
    last = publish();
  }
  int behind = o.n;
  while (behind && now() - last < PATIENCE) {
    serve(0);
    behind = 0;
    for (int i = 0; i < o.n && !behind; i++) behind += screens[i].seen < last;
  }
  double took = (now() - last) / 1e6;
  for (int i = 0; i < o.n; i++) after += screens[i].messages;
  *each = (after - before) / (double) o.n;
  return behind ? -1 : took;
}

static void read_options(int count, char **words) {
  for (int i = 1; i < count; i++) {
    char *value = strchr(words[i], '=');
    if (!value) { fprintf(stderr, "fan: name=value, not %s\n", words[i]); exit(2); }
    *value++ = 0;
#define NUMBER(name) if (!strcmp(words[i], #name)) { o.name = atoi(value); continue; }
#define TEXT(name) if (!strcmp(words[i], #name)) { o.name = value; continue; }
    NUMBER(port) NUMBER(n) NUMBER(pid) NUMBER(warm) NUMBER(rounds) NUMBER(burst) NUMBER(storms) NUMBER(stalled)
    NUMBER(gap) NUMBER(kernel) NUMBER(show) NUMBER(hold)
    TEXT(name) TEXT(body) TEXT(live) TEXT(publish) TEXT(token) TEXT(subscribe)
    fprintf(stderr, "fan: no option %s\n", words[i]);
    exit(2);
  }
}

static void read_body(void) {
  FILE *f = fopen(o.body, "r");
  if (!f) die(o.body);
  body = malloc(1 << 20);
  body_length = fread(body, 1, (1 << 20) - 1, f);
  fclose(f);
  while (body_length && body[body_length - 1] == '\n') body_length--;
  if (!memmem(body, body_length, MARK, 2)) { fprintf(stderr, "fan: no %s in %s\n", MARK, o.body); exit(2); }
}

static void stop_reading(void) {
  for (int i = 0; i < o.stalled; i++) epoll_ctl(loop, EPOLL_CTL_DEL, screens[i].fd, NULL);
}

int main(int count, char **words) {
  struct rlimit files;
  read_options(count, words);
  read_body();
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur < (rlim_t) o.n + 64) { fprintf(stderr, "fan: ulimit -n is %ld\n", (long) files.rlim_cur); exit(2); }
  loop = epoll_create1(0);
  screens = calloc(o.n, sizeof *screens);
  latency = calloc((size_t) o.n * (o.warm + o.rounds + 4), sizeof *latency);
  publisher = connected(0, 1);
  if (publisher < 0) die("connect");
  struct epoll_event e = { .events = EPOLLIN, .data.ptr = NULL };
  epoll_ctl(loop, EPOLL_CTL_ADD, publisher, &e);
  publish();
  rest(300);
  long base = rss();
  double connect_ms = gather();
  if (o.show) {
    fwrite(shown, 1, shown_length, stdout);
    return 0;
  }
  rest(500);
  long full = rss(), kernel_before = kernel_memory();
  stop_reading();
  long missing = tell();
  double first = at(0, receipts, 1);
  for (int i = 0; i < o.warm; i++) missing += tell(), rest(o.gap);
  long from = receipts;
  int64_t cpu = 0;
  double last = 0, worst = 0;
  for (int i = 0; i < o.rounds; i++) {
    long begun = receipts;
    int64_t used = cpu_of(o.pid);
    missing += tell();
    cpu += cpu_of(o.pid) - used;
    last += worst = at(begun, receipts, 1);
    rest(o.gap);
  }
  double p50 = at(from, receipts, 0.5), p99 = at(from, receipts, 0.99);
  long end = rss(), kernel_after = kernel_memory();
  double each = 0, burst_ms = o.burst && !o.stalled ? burst(&each) : 0, storm_ms = 0;
  rest(300);
  for (int i = 0; i < o.storms && !o.stalled; i++) storm_ms = storm(), rest(500);
  printf("{\"server\":\"%s\",\"n\":%d,\"connect\":%.1f,\"first\":%.1f,\"p50\":%.2f,\"p99\":%.2f,\"last\":%.2f,"
         "\"missing\":%ld,\"wrong\":%ld,\"refused\":%ld,\"burst\":%.1f,\"burstMessages\":%.2f,\"storm\":%.1f,"
         "\"cpu\":%.2f,\"rssBase\":%ld,\"rssPerScreen\":%.2f,\"rssEnd\":%ld,\"kernelBefore\":%ld,\"kernelAfter\":%ld}\n",
         o.name, o.n, connect_ms, first, p50, p99, last / (o.rounds ? o.rounds : 1), missing, wrong, refused, burst_ms,
         each, storm_ms, cpu / 1e3 / o.n / (o.rounds ? o.rounds : 1), base, (full - base) / (double) o.n, end,
         kernel_before, kernel_after);
  fflush(stdout);
  rest(o.hold * 1000); /* for who looks at the server's memory meanwhile */
  return missing || refused ? 1 : 0;
}
