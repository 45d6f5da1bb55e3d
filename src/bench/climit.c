/*
 * The floor of the fan-out benchmark: what the kernel's TCP costs and nothing else. One thread, epoll; a state that is
 * posted becomes one frame, which is sent to every socket by one system call each. Who joins is answered with the
 * newest state in the same write.
 *
 *   climit PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 65536

struct peer { int fd, is_screen, index, length; char *input; };

static struct peer *screens[MOST];
static int count;
static char frame[1 << 20];
static size_t frame_length;

static uint32_t rotated(uint32_t x, int by) { return x << by | x >> (32 - by); }

/* SHA-1 of fewer than 120 bytes (FIPS 180-4). */
static void sha1(const char *text, size_t length, unsigned char *digest) {
  unsigned char block[128] = { 0 };
  uint32_t h[5] = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 };
  size_t blocks = length < 56 ? 1 : 2;
  memcpy(block, text, length);
  block[length] = 0x80;
  for (int i = 0; i < 8; i++) block[blocks * 64 - 1 - i] = (uint64_t) length * 8 >> 8 * i;
  for (size_t b = 0; b < blocks; b++) {
    uint32_t w[80], a = h[0], bb = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++) w[i] = ntohl(((uint32_t *) (block + b * 64))[i]);
    for (int i = 16; i < 80; i++) w[i] = rotated(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
      uint32_t f = i < 20 ? (bb & c) | (~bb & d) : i < 40 ? bb ^ c ^ d : i < 60 ? (bb & c) | (bb & d) | (c & d) : bb ^ c ^ d;
      uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
      uint32_t t = rotated(a, 5) + f + e + k + w[i];
      e = d, d = c, c = rotated(bb, 30), bb = a, a = t;
    }
    h[0] += a, h[1] += bb, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 5; i++) ((uint32_t *) digest)[i] = htonl(h[i]);
}

static void base64(const unsigned char *in, int length, char *out) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int i = 0; i < length; i += 3) {
    uint32_t v = in[i] << 16 | (i + 1 < length ? in[i + 1] << 8 : 0) | (i + 2 < length ? in[i + 2] : 0);
    *out++ = letters[v >> 18], *out++ = letters[v >> 12 & 63];
    *out++ = i + 1 < length ? letters[v >> 6 & 63] : '=', *out++ = i + 2 < length ? letters[v & 63] : '=';
  }
  *out = 0;
}

static void upgrade(struct peer *p) {
  static char answer[sizeof frame + 512];
  char keyed[128], accept[40], *key = strcasestr(p->input, "Sec-WebSocket-Key: ");
  unsigned char digest[20];
  if (!key) return;
  key += 19;
  int length = snprintf(keyed, sizeof keyed, "%.*s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", (int) strcspn(key, "\r"), key);
  sha1(keyed, length, digest);
  base64(digest, 20, accept);
  int head = sprintf(answer, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: %s\r\n\r\n", accept);
  memcpy(answer + head, frame, frame_length);
  p->is_screen = 1;
  p->index = count;
  screens[count++] = p;
  send(p->fd, answer, head + frame_length, MSG_NOSIGNAL | MSG_DONTWAIT);
  free(p->input);
  p->input = NULL;
}

static void publish(const char *body, size_t length) {
  int head = length < 126 ? 2 : length < 65536 ? 4 : 10;
  frame[0] = (char) 0x81;
  frame[1] = length < 126 ? length : head == 4 ? 126 : 127;
  for (int i = 2; i < head; i++) frame[i] = (uint64_t) length >> 8 * (head - 1 - i);
  memcpy(frame + head, body, length);
  frame_length = head + length;
  for (int i = 0; i < count; i++) send(screens[i]->fd, frame, frame_length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static void leave(struct peer *p) {
  if (p->is_screen) {
    screens[p->index] = screens[--count];
    screens[p->index]->index = p->index;
  }
  close(p->fd);
  free(p->input);
  free(p);
}

/* Answers every whole request in what has come. */
static void obey(struct peer *p) {
  char *end;
  while (p->input && (end = strstr(p->input, "\r\n\r\n"))) {
    char *size = strcasestr(p->input, "Content-Length: ");
    long body = size && size < end ? atol(size + 16) : 0, whole = end + 4 - p->input + body;
    if (p->length < whole) return;
    if (!strncmp(p->input, "GET ", 4)) { upgrade(p); return; }
    publish(end + 4, body);
    send(p->fd, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", 43, MSG_NOSIGNAL);
    memmove(p->input, p->input + whole, p->length - whole + 1);
    p->length -= whole;
  }
}

static void hear(struct peer *p) {
  static char rest[65536];
  if (p->is_screen) {
    if (recv(p->fd, rest, sizeof rest, MSG_DONTWAIT) <= 0 && errno != EAGAIN) leave(p);
    return;
  }
  if (!p->input) p->input = malloc(1 << 16);
  ssize_t got = recv(p->fd, p->input + p->length, (1 << 16) - 1 - p->length, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) { leave(p); return; }
  p->length += got;
  p->input[p->length] = 0;
  obey(p);
}

int main(int argc, char **words) {
  struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(words[1]) : 9000) };
  struct rlimit files;
  int yes = 1, loop = epoll_create1(0), door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(door, (struct sockaddr *) &here, sizeof here) || listen(door, 4096)) { perror("climit"); return 2; }
  struct epoll_event e = { .events = EPOLLIN, .data.ptr = NULL }, events[512];
  epoll_ctl(loop, EPOLL_CTL_ADD, door, &e);
  for (;;) {
    int ready = epoll_wait(loop, events, 512, -1);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.ptr) { hear(events[i].data.ptr); continue; }
      for (int fd; (fd = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0; ) {
        struct peer *p = calloc(1, sizeof *p);
        p->fd = fd;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        e.data.ptr = p;
        epoll_ctl(loop, EPOLL_CTL_ADD, fd, &e);
      }
    }
  }
}
